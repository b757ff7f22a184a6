"""Lines to paragraphs: which lines a page, a typewriter or a printer broke, and which were meant as lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.documents.reading.markers import marked

_WIDEST_WRAPPED = 130
_NARROWEST_WRAPPED = 25
_OF_BREAKS_WRAPPED = 0.35
_FEWEST_BREAKS = 2
_FULL = 0.8
_ENDS = tuple(".!?;:")
_HYPHENATED = re.compile(r"[^\W\d_][-\u00ad\u2010\ufffe\x02]$")
_LEADERS = re.compile(r"(?:\. ?){4,}|…{2,}|_{4,}")
"""Dots that lead from a name to its number: such a line stands alone."""
_YEARS_SPLIT = re.compile(r"\d\s?[-–—/]$")
_ABBREVIATED = re.compile(r"(?:\b(?:m|d|g|pr|r|sav|mln|tūkst|proc|val|pvz|t\.\s?y|Nr|vnt|Lt|str|p|mėn|kt|a|k)\.|\d\.)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a source with its indentation; empty where the source has an empty line."""

    text: str
    indent: int = 0
    number: int = 0
    """Which line of the source it is."""


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines are pieces of paragraphs cut to a width, as in a scan or an old letter.

    >>> is_wrapped(["Strategijai įgyvendinti skirta", "327 863 eurai Europos Sąjungos", "lėšų ir kitų", "lėšų."])
    True
    >>> is_wrapped(["Tikslai:", "1. Didinti užimtumą.", "2. Mažinti atskirtį."])
    False
    """
    filled = [line.strip() for line in lines if line.strip()]
    width = _width(filled)
    if len(filled) < 3 or not _NARROWEST_WRAPPED <= width <= _WIDEST_WRAPPED:
        return False
    pairs = [
        (one.strip(), after.strip())
        for one, after in pairwise(lines)
        if one.strip() and after.strip() and not marked(after.strip())
    ]
    running = sum(_goes_on(one, after) for one, after in pairs)
    cut = sum(bool(_HYPHENATED.search(one)) and after[0].islower() for one, after in pairs)
    if cut >= _FEWEST_BREAKS:
        return True
    return running >= _FEWEST_BREAKS and running >= _OF_BREAKS_WRAPPED * len(pairs)


def _width(filled: Sequence[str]) -> int:
    """The length that one line in twenty exceeds."""
    lengths = sorted(map(len, filled))
    return lengths[int(len(lengths) * 0.95) - (len(lengths) >= 20)] if lengths else 0


def _goes_on(line: str, after: str) -> bool:
    """Whether a sentence runs from one line into the next, judged by the letters around the break."""
    if not after or marked(after):
        return False
    if _HYPHENATED.search(line) and after[0].islower():
        return True
    return not line.endswith(_ENDS) and after[0].islower()


def joined(*pieces: str) -> str:
    """Pieces of a paragraph as one; a word cut at the end of a line is whole again.

    >>> joined("vietos gyven-", "tojai"), joined("strategija 2016-", "2022 m."), joined("vietos", "plėtra")
    ('vietos gyventojai', 'strategija 2016-2022 m.', 'vietos plėtra')
    """
    whole: list[str] = []
    last = ""
    for piece in pieces:
        if not last or not piece:
            whole.append(piece)
        elif _HYPHENATED.search(last) and piece[0].isalpha() and (piece[0].islower() or last[-2:-1].isupper()):
            whole[-1] = whole[-1][:-1]
            whole.append(piece)
        elif _YEARS_SPLIT.search(last) and piece[0].isdigit() and last[-2:-1].isdigit():
            whole.append(piece)
        else:
            whole += (" ", piece)
        last = piece or last
    return "".join(whole)


def broken_lines(pieces: Sequence[str]) -> list[str]:
    """Lines that a page broke by <br>: a sentence that runs on is joined, everything else stays a line of its own."""
    found: list[list[str]] = []
    ended = True
    for piece in (piece.strip() for piece in pieces):
        if piece and not ended and _goes_on(found[-1][-1], piece) and not found[-1][-1].endswith(","):
            found[-1].append(piece)
        elif piece:
            found.append([piece])
        ended = not piece
    return [joined(*run) for run in found]


def paragraphs(lines: Sequence[Line]) -> list[Line]:
    """Lines that were cut to a width, joined to paragraphs; an empty line, a marker or a short line ends one."""
    width = _width([line.text for line in lines if line.text])
    found: list[list[Line]] = []
    last: Line | None = None
    for line in lines:
        if line.text and last is not None and last.text and _continues(last, line, width):
            found[-1].append(line)
        elif line.text:
            found.append([line])
        last = line
    return [Line(joined(*(line.text for line in run)), run[0].indent, run[0].number) for run in found]


def _continues(last: Line, line: Line, width: int) -> bool:
    """Whether the line is a further piece of the paragraph that the last one belongs to."""
    full = len(last.text) + last.indent + 1 + len(line.text.split(maxsplit=1)[0]) > _FULL * width
    if _YEARS_SPLIT.search(last.text) and line.text[0].isdigit():
        return True
    if _LEADERS.search(last.text) or _LEADERS.search(line.text):
        return False
    item = marked(line.text)
    if item and not (full and item.style == "number" and item.depth > 1 and not last.text.endswith(_ENDS)):
        return False
    if line.text[0].islower() or _HYPHENATED.search(last.text):
        return not last.text.endswith(_ENDS) or full or bool(_ABBREVIATED.search(last.text))
    if _is_upper(line.text) != _is_upper(last.text) and len(line.text) > 3:
        return False
    return full and (not last.text.endswith(_ENDS) or line.indent <= last.indent or not line.text[0].isupper())


def _is_upper(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 3
