"""Titles of strategies as texts name them, in any case: brought to the nominative, with the years in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.documents.finders.cities import genitive
from loaders.documents.finders.passages import even
from loaders.documents.known import read_known
from loaders.normalise.periods import periods, years

_YEARS = r"[0-9]{4} ?- ?[0-9]{4} ?(?:m\.|m(?!\w)|metu|metams|metais|metai)?"
_TITLE = re.compile(
    rf"(?<!\w)(?:(?P<before>{_YEARS}) )?(?P<kind>(?:(?:bendruomenes inicijuot\w+ )?vietos "
    rf"|integruot\w+ )?(?:pletros|veiklos) )?"
    rf"(?:(?P<inside>{_YEARS}) )?(?P<head>strategij(?:os|ai|oje|a)(?!\w)|vps(?!\w))"
    rf"(?: ?\(?(?P<after>{_YEARS}|iki [0-9]{{4}} (?:m\.|metu))\)?(?! ?[\"“”]? ?(?:es|europos|veiksmu|lietuvos)(?!\w)))?"
)
_HEAD = re.compile(r"strategij(?:os|ai|ą|oje|a)(?!\w)|VPS", re.IGNORECASE)
_LEFT = 160
_TOKEN = re.compile(r"\S+")
_NAME = re.compile(r"[A-ZĄČĘĖĮŠŲŪŽ][\w-]*(?:o|os|ų|ės|us|O|OS|Ų|U|ĖS|ES|US)(?!\w)|VVG|MVVG|IIT")
_PARTICIPLE = re.compile(r"\w+(?:intos|ytos|engtos|eistos|uotos|omos|amos|imos)")
_IN_TITLE = re.compile(
    r"miesto|m\.|mies\.|vietos|veiklos|grupes|m?vvg|tikslines|teritorijos|integruotu|investiciju|iit|seniunijos|dalies"
    r"|metu|metams|bendruomenes|pletros|iki|pietines|siaurines|rytines|vakarines|centrines"
)
_NOT_IN_TITLE = re.compile(
    r"strategijos|projekt(?:o|as)|asociacijos|europos|lietuvos|respublikos|valdybos|tarybos|susirinkimo|kvietimo"
    r"|(?:pri|ap)?tarimo|(?:pa)?tvirtinimo|(?:pa)?keitimo|(?:pa)?rengimo|igyvendinimo|administravimo|pristatymo"
    r"|svarstymo"
    r"|skyrimo|teikimo|(?:pa)?skelbimo|finansavimo|viesinimo|ataskaitos|tikslo|tikslai|isigaliojimo|aktualios"
)
_OTHER = re.compile(
    r"rajono|r\.|kaim(?:o|u)|savivaldybes|regiono|krasto|apskrities|zuvininkystes|lietuvos|nacionalines?|europos"
    r"|respublikos|salies|zemaitijos"
)
_IS_YEARS = re.compile(r"[0-9]{4}(?:-[0-9]{4})?(?:m\.)?|-")
_OPEN = '„“”"«‟'


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where a strategy is named; `block` is the position of the block, -1 the title of the document."""

    title: str
    years: tuple[int, int] | None
    block: int
    start: int
    end: int
    has_place: bool
    is_quoted: bool


def namings(text: str, block: int) -> Iterator[Naming]:
    """Every strategy that a text names, with its title in the nominative and the years in it."""
    plain = even(text)
    for found in _TITLE.finditer(plain):
        beginning = _beginning(text, plain, found.start())
        if beginning is None:
            continue
        start, has_place, is_quoted = beginning
        title = text[start : found.end()].strip()
        said = [found[group] for group in ("before", "inside", "after") if found[group] and "-" in found[group]]
        own_years = None
        if said:
            try:
                own_years = years(said[0])
            except ValueError:
                continue
        elif periods(title):
            own_years = periods(title)[0]
        is_short = found["head"] == "vps" and not (own_years and has_place)
        if is_short or (not found["kind"] and not own_years and not is_quoted):
            continue
        offset = found.start("head") - start
        yield Naming(_in_nominative(title, offset), own_years, block, start, found.end(), has_place, is_quoted)


def _beginning(text: str, plain: str, end: int) -> tuple[int, bool, bool] | None:
    """Where the title begins whose last words begin at `end`: back over names, years and the words of titles.

    Out: the place, whether a name of a place is in it, whether a quote opens it; None where it is the strategy of
    a district, a region or the country.
    """
    start, has_place, closing = end, False, False
    for token in reversed(list(_TOKEN.finditer(text, max(0, end - _LEFT), end))):
        word = plain[token.start() : token.end()]
        bare = word.strip('"(),')
        if _OTHER.fullmatch(bare):
            return None
        closing = closing or word.endswith('"')
        is_name = bool(_NAME.match(token[0].lstrip(_OPEN))) and not _NOT_IN_TITLE.fullmatch(bare)
        is_name = is_name and not _PARTICIPLE.fullmatch(bare)
        fits = closing or _IN_TITLE.fullmatch(bare) or _IS_YEARS.fullmatch(bare) or is_name
        if not fits or (word.endswith((",", ".", ":", ";", ")")) and bare != "m."):
            break
        has_place = has_place or closing or (is_name and not _IN_TITLE.fullmatch(bare))
        start = token.start()
        if word.startswith('"'):
            if not closing:
                return start + len(token[0]) - len(token[0].lstrip(_OPEN)), has_place, True
            closing = False
    while start < end and not text[start].isalnum():
        start += 1
    return start, has_place, start > 0 and text[start - 1] in _OPEN


def _in_nominative(title: str, offset: int) -> str:
    """The title with its head as a title names it; everything else already stands in the genitive."""
    head = _HEAD.match(title, offset)
    assert head is not None
    word = head[0] if head[0] == "VPS" else head[0][:9] + ("A" if head[0].isupper() else "a")
    whole = " ".join((title[:offset] + word + title[head.end() :]).split())
    if whole.count("(") > whole.count(")"):
        whole += ")"
    if "“" in whole and "„" not in whole:
        whole = f"„{whole}"
    return whole


def cased(title: str) -> str:
    """A title as a sentence begins; one printed in capitals in small letters, but for its town and short names."""
    if not title.isupper():
        return title[0].upper() + title[1:]
    places = {name.lower(): name for name in map(genitive, _capital_places())}
    words = [word if word in ("VVG", "MVVG", "IIT", "VPS") else word.lower() for word in title.split()]
    for at in range(len(words)):
        for length in (2, 1):
            if name := places.get(" ".join(words[at : at + length])):
                words[at : at + length] = name.split()
    return words[0][0].upper() + " ".join(words)[1:]


@lru_cache(maxsize=1)
def _capital_places() -> tuple[str, ...]:
    known = read_known()
    return (*known.places, *(vvg.city for vvg in known.vvgs.values()))
