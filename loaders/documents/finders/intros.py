"""Sentences that announce items: "Strategijoje iškelti du tikslai:", "remiamos priemonės:", a heading "Uždaviniai"."""

import re
from dataclasses import dataclass

from loaders.documents.finders.passages import even
from loaders.documents.finders.phrases import quoted
from loaders.normalise.numbers import numbers

_NAMED = re.compile(
    r"\b(?P<word>tiksl(?:ai|us|as|a)|uzdavini(?:ai|us)|uzdavin(?:ys|i)|priemon(?:es|e)|veiksm(?:ai|us|as|a)"
    r"|veikl(?:os|as)"
    r"|prioritet(?:ai|us|as)|krypt(?:ys|is))\b"
)
_OF = re.compile(r"\b(?P<word>tikslu|uzdaviniu|priemoniu|veiksmu|prioritetu|krypciu)\b")
_OF_NUMBER = re.compile(
    r"\b(?:dvieju|triju|keturiu|penkiu|sesiu|siu|tokiu) (?P<word>tikslu|uzdaviniu|priemoniu|veiksmu|prioritetu"
    r"|krypciu)\b"
)
_FOREIGN = re.compile(
    r"\b(?:projekt\w+|vykdytoj\w+|pareiskej\w+) (?:\w+ )?(?:tiksl|uzdavin|veikl|priemon|veiksm)|konferencij"
    r"|rengin\w+ |asociacij\w+ tiksl"
    r"|(?:vvg|grupes) (?:tiksl|uzdavin|veikl|veiklos)\b|susirinkim|tyrim|apklaus|kriterij|reikalavim|dokument"
    r"|bendrijos tiksl"
    r"|program\w+ (?:\w+ )?(?:tiksl|uzdavin|priemon|priorit)|tinkamumo|viesinim|komunikac|sutart|netinkam|islaid"
    r"|nutar|nusprend|ipareig|isakau|darbotvark|sprend[ez]|atlikti|pavest"
    r"|strategijose|strategiju (?!tiksl|uzd|priem|veiksm)"
)
_OF_STRATEGY = re.compile(r"strategij|\bvps\b|\bbivp\b")
_ANNOUNCES = re.compile(
    r"\b(?:numat|iskelt|issikel|iskel|remiam|siekiam|sie\b|tokie|tokios|sios\b|planuojam|nustatyt|suformuluot|isskirt)"
)
_UNDER = re.compile(
    r"\b(?:(?P<code>[0-9](?:\.[0-9]{1,2}){0,3}|[ivx]{1,3})(?:-\w{1,5}|\.)? |(?P<ordinal>pirm|antr|trec|ketv)\w+ )?"
    r"(?:strategijos |minet\w+ )?"
    r"(?P<word>tiksl(?:ui|o|a|as(?= apima))|uzdavin(?:iui|io|i|ys(?= apima))|prioritet(?:ui|o|a|as(?= apima))"
    r"|priemon(?:ei|es|e)|krypciai|krypties)"
    r"(?: (?:nr\.? ?)?(?P<after>[0-9](?:\.[0-9]{1,2}){0,3}|[ivx]{1,3})\b)?(?= ?[\x22,]| \w+)"
)
_ORDER = ("pirm", "antr", "trec", "ketv")
_DASHED = re.compile(
    r"\b(?:du|tris|trys|keturi\w*|penki\w*|dvieju|triju|keturiu) (?:tiksl|uzdavin|priemon|veiksm)\w+ - "
)
_GOES_ON = re.compile(r", (?!kuri|kad|jog)\w+ \w+|(?: \w+){9}")
"""Other words after the word of a level: "siekdama strategijos tikslų, valdyba nutarė:"."""
_ADMINISTERS = re.compile(r"strategij\w+ (?:\w+ ){0,3}?(?:administr|igyvendinim|stebesen)|administruoti reikaling")
_NUMBERED = re.compile(
    r"(?:(?<=^)|(?<=[\s:;,(]))\(?(?P<code>[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-z])\)\s+|(?:(?<=^)"
    r"|(?<=[\s:;]))(?P<dotted>[0-9]{1,2}(?:\.[0-9]{1,2})*)\.\s+(?=[^\d\s])"
)
_ORDINALS = re.compile(
    r"(?:^|(?<=[;,.:] )|(?<= ir )|(?<= o ))(?:pirm|antr|trec|ketvirt|penkt)\w+(?: (?:tiksl|uzdavin|priemon"
    r"|veiksm)\w+)?(?: yra| ?[-:]|,)\s+"
)
_VERB_AHEAD = re.compile(r"(?:, ?(?:ir |bei )?| ir | bei )(?=\w{3,}ti(?:s)? )")


@dataclass(frozen=True, slots=True)
class Intro:
    """What is announced: the words of its levels from the outside in, how many, and where the list may begin."""

    words: tuple[str, ...]
    count: int | None
    end: int
    is_of_administration: bool = False
    above: str | None = None
    """Title or code of the item that the list belongs to: "uždaviniui „…“ įgyvendinti numatomi veiksmai"."""
    above_word: str | None = None
    """The word of that item, where its title stands in quotes."""


def intro(text: str, context: str, is_heading: bool) -> Intro | None:
    """What a sentence or heading announces, or None; `context` is what stands above and around it.

    >>> announced = intro("Strategijoje iškelti du tikslai: mažinti; didinti.", "", False)
    >>> announced.words, announced.count, announced.end
    (('tiksl',), 2, 32)
    >>> intro("Strategija numato tris uždavinius tikslui pasiekti:", "", False).words
    ('uzdav',)
    >>> intro("Projekto veiklos:", "", False), intro("Konferencijos tikslas: pristatyti", "", False)
    (None, None)
    """
    plain = even(text)
    colon = _colon(plain)
    if colon < 0 and (dash := _DASHED.search(plain)):
        colon = dash.end() - 2
    if colon < 0 and not is_heading:
        return None
    before = plain[:colon] if colon >= 0 else plain
    named = list(_NAMED.finditer(before)) or list((_OF if is_heading else _OF_NUMBER).finditer(before))
    if not named or len(before.split()) > 40 or (is_heading and colon < 0 and len(before.split()) > 10):
        return None
    if _GOES_ON.search(before[named[-1].end() :]):
        return None
    around = even(context)
    is_ours = bool(_OF_STRATEGY.search(before) or _UNDER.search(before))
    is_activity = all(match["word"].startswith("veikl") for match in named)
    if is_activity and _ADMINISTERS.search(around) and not _OF_STRATEGY.search(before.split("veikl")[0][-20:]):
        return Intro(("veikl",), None, colon + 1, True)
    if _FOREIGN.search(before) or (re.search(r"\bprojekt", before) and not is_ours):
        return None
    if is_activity and not re.search("remiam|strategij", before):
        return None
    if not is_ours and not _OF_STRATEGY.search(around) and not _ANNOUNCES.search(before):
        return None
    plural = [
        match["word"]
        for match in named
        if not re.fullmatch("tiksla?s?|uzdavin(?:ys|i)|priemone|veiksma?s?|prioritetas", match["word"])
    ]
    words = tuple(dict.fromkeys(word[:5] for word in plural or [named[-1]["word"]]))
    if len(words) > 1 and not re.search(r"\bir\b|\bbei\b|,|/", before):
        words = words[-1:]
    stated = [number for number in numbers(before) if 0 < number < 30]
    end = colon + 1 if colon >= 0 else len(text)
    above, above_word = _above(text, before)
    count = int(stated[-1]) if len(stated) == 1 else None
    return Intro(words, count, end, above=above, above_word=above_word)


def listed(text: str, start: int, stop: int, count: int | None) -> list[tuple[str | None, int, int]]:
    """Code, start and end of each item that a text lists in one line; empty where it is not clear.

    >>> text = "du tikslai: mažinti atskirtį ir didinti užimtumą."
    >>> [text[a:b] for _, a, b in listed(text, 12, len(text), 2)]
    ['mažinti atskirtį', 'didinti užimtumą.']
    >>> text = "tikslai: 1) mažinti; 2) didinti."
    >>> [(code, text[a:b].strip()) for code, a, b in listed(text, 8, len(text), None)]
    [('1', 'mažinti;'), ('2', 'didinti.')]
    """
    plain = even(text)
    marks = list(_NUMBERED.finditer(plain, start, stop))
    if len(marks) >= 2:
        ends = [match.start() for match in marks[1:]] + [stop]
        return [(match["code"] or match["dotted"], match.end(), end) for match, end in zip(marks, ends, strict=True)]
    ordinals = list(_ORDINALS.finditer(plain, start, stop))
    if len(ordinals) >= 2:
        ends = [match.start() for match in ordinals[1:]] + [stop]
        return [(None, match.end(), _without_joint(plain, end)) for match, end in zip(ordinals, ends, strict=True)]
    if ";" in text[start:stop]:
        return _split(
            text, start, stop, [match.span() for match in re.finditer(r";\s*(?:ir |bei )?", text[start:stop])]
        )
    quotes = [(a + start, b + start) for a, b in quoted(text[start:stop])]
    if quotes and (count is None or len(quotes) == count):
        between = re.sub(r"\([^()]*\)|[„“”\"»«,.;\s]|\bir\b|\bbei\b", "", "".join(_outside(text, start, stop, quotes)))
        return [(None, a, b) for a, b in quotes] if not between else []
    if count == 1:
        return [(None, start, stop)]
    parts = _split(text, start, stop, [match.span() for match in _VERB_AHEAD.finditer(plain[start:stop])])
    return parts if count is not None and len(parts) == count else []


def _above(text: str, before: str) -> tuple[str | None, str | None]:
    """The item in the dative, genitive or accusative, to which the list that a sentence announces belongs.

    >>> _above("Uždaviniui „Mažinti vienatvę“ įgyvendinti numatomi veiksmai:", 'uzdaviniui "mazinti vienatve" numatomi')
    ('Mažinti vienatvę', 'uzdav')
    >>> _above("Pagal 1.2 uždavinį remiami veiksmai:", "pagal 1.2 uzdavini remiami veiksmai")
    ('1.2', None)
    """
    match = _UNDER.search(before)
    if not match:
        return None, None
    title = next(((a, b) for a, b in quoted(text) if 0 <= a - match.end() <= 3), None)
    if title:
        return text[title[0] : title[1]], match["word"][:5].replace("krypc", "krypt")
    order = _ORDER.index(match["ordinal"][:4]) + 1 if match["ordinal"] else None
    return f"#{order}" if order else match["code"] or match["after"], None


def _colon(plain: str) -> int:
    depth = 0
    for place, letter in enumerate(plain):
        depth += (letter == "(") - (letter == ")")
        if letter == ":" and depth <= 0 and not plain[place + 1 : place + 2].isdigit():
            return place
    return -1


def _split(text: str, start: int, stop: int, joints: list[tuple[int, int]]) -> list[tuple[str | None, int, int]]:
    edges = [start, *(start + edge for joint in joints for edge in joint), stop]
    parts = zip(edges[::2], edges[1::2], strict=True)
    return [(None, a, b) for a, b in parts if text[a:b].strip(" .;")]


def _outside(text: str, start: int, stop: int, spans: list[tuple[int, int]]) -> list[str]:
    edges = [start, *(edge for span in spans for edge in span), stop]
    return [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _without_joint(plain: str, end: int) -> int:
    match = re.search(r"[;,]?\s*(?:\bo|\bir)?\s*$", plain[:end])
    return match.start() if match else end
