"""Pieces of a block: letters made even for comparing, sentences, and quotations that are short enough."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.documents.document import Block
from loaders.quotations import MOST_WORDS

_REMEMBERED = 1 << 16
"""Texts of a large document: every finder reads them again."""
_QUOTES = "„“”‟«»″‶"
_DASHES = "‐‑‒–—―−"
_BREAK = re.compile(r"[.!?…]+[\"“”»)\]]*\s+(?=[\"„“«(\[–-]*\s?[A-ZĄČĘĖĮŠŲŪŽ0-9])|;\s+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"„“])(?:nr|pvz|t\. ?y|vyr|pav|šv|sav|mst|red|str|tel|el|gyd|dr|prof|doc|past|žr|plg|[a-ząčęėįšųūž]"
    r"|tūkst|mln|mlrd|soc|psl|inž|adv|dir|pirm|liet|angl|lot)\.$",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(r"^\W*(?:\w+ ){0,3}?\d{4}(?: ?m\.| metų)? ?(?:\w+ ?){0,2}\d{1,2}(?: ?[–-] ?\d{1,2})? ?d\.$")
_PLACE_AHEAD = re.compile(
    r"(?!Projekt|Strateg|Kvietim|Veikl|Tiksl|Paraišk|Pasiūlym|Gyventoj|Dalyv|Susirinkim|Rengin|Konferencij"
    r"|Šio|Jo[ s]|Vis[oų]|Pareiškėj|Priemon|Apie)"
    r"[A-ZĄČĘĖĮŠŲŪŽ][a-ząčęėįšųūž]+(?:o|os|ės|ų|je|uose|ose)(?!\w)[ ,.]|[A-ZĄČĘĖĮŠŲŪŽ]{2}"
)
_SPAN_AHEAD = re.compile(r"[–—-] ?(?:[0-9]|iki )")
_ENDING_OF_HOUR = re.compile(r"\bval\.$")
_ENDING_OF_YEAR = re.compile(r"\d ?m\.$")
_ENDING_OF_DAY = re.compile(r"\d ?d\.$")
_NAME_AHEAD = re.compile(r"[\"„“«]|[A-ZĄČĘĖĮŠŲŪŽ]{2}|Vietos|[0-9]|[–-]|[IV]{1,3} (?:ketv|pusm)")
_WORD = re.compile(r"\S+")


class _Even(dict[int, int | str]):
    def __missing__(self, code: int) -> int | str:
        letter = chr(code)
        if letter in _QUOTES:
            even = '"'
        elif letter in _DASHES:
            even = "-"
        elif letter.isspace():
            even = " "
        else:
            bare = unicodedata.normalize("NFD", letter.lower())[:1] or letter
            even = bare if len(bare) == 1 else letter
        self[code] = even
        return even


_EVEN = _Even()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, and where it begins in the text of that block."""

    text: str
    start: int
    even: str
    """The same letters made even, so that every position is that of `text`."""


@lru_cache(maxsize=_REMEMBERED)
def even(text: str) -> str:
    """The text in small letters without diacritics, one kind of quote, dash and space, every letter in its place.

    >>> even("Įgyvendinti „ŽALIA“ – 5\u00a0Eur")
    'igyvendinti "zalia" - 5 eur'
    """
    return text.translate(_EVEN)


@lru_cache(maxsize=_REMEMBERED)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; abbreviations, initials and dates end none.

    >>> [found.text for found in sentences("Skirta 14,5 mln. Eur. Tarp jų D. Riklienė (Nr. 5). 2016 m. liepa")]
    ['Skirta 14,5 mln. Eur.', 'Tarp jų D. Riklienė (Nr. 5).', '2016 m. liepa']
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for found in _BREAK.finditer(text):
        before = text[start : found.start() + 1]
        if found[0][0] == "." and not _ends(before, text[found.end() : found.end() + 40]):
            continue
        yield _sentence(text, start, found.end())
        start = found.end()
    if text[start:].strip():
        yield _sentence(text, start, len(text))


def sentences_of(block: Block) -> tuple[Sentence, ...]:
    """The sentences of a block's text."""
    return sentences(block.text)


def quotation(text: str, start: int, end: int, most: int = MOST_WORDS) -> str:
    """The words of `text` around start:end, at most `most` of them, all within their sentence where that is longer."""
    home = next((one for one in sentences(text) if one.start <= start < one.start + len(one.text)), None)
    low, high = (home.start, home.start + len(home.text)) if home else (0, len(text))
    words = [word.span() for word in _WORD.finditer(text, low, max(high, end))]
    inside = [at for at, (first, last) in enumerate(words) if last > start and first < end]
    if not inside:
        return text[start:end].strip()
    first, last = inside[0], inside[-1]
    last = min(last, first + most - 1)
    while last - first + 1 < most and (first > 0 or last < len(words) - 1):
        if first > 0:
            first -= 1
        if last - first + 1 < most and last < len(words) - 1:
            last += 1
    return text[words[first][0] : words[last][1]].strip()


def _sentence(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end].rstrip()
    return Sentence(piece, start, even(piece))


def _ends(before: str, after: str) -> bool:
    if _ENDING_OF_DAY.search(before) or _ENDING_OF_HOUR.search(before):
        goes_on = _PLACE_AHEAD.match(after) or _SPAN_AHEAD.match(after)
        return not _DAY_ALONE.match(before) and not goes_on and not after[:1].isdigit()
    if _ENDING_OF_YEAR.search(before):
        return len(before.split()) > 5 and not _NAME_AHEAD.match(after)
    if re.search(r"\b(?:eur|proc)\.$", before, re.IGNORECASE):
        return not re.match(r"[–\-(0-9„\"]", after)
    if re.search(r"(?:tūkst|mln|mlrd)\.$", before, re.IGNORECASE):
        return not re.match(r"Eur|EUR|€|Lt|[0-9]", after)
    return not _ABBREVIATION.search(before[-12:]) and not re.fullmatch(r"\W*\d+(?:\.\d+)*\.", before)
