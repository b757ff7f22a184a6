"""Versions of the strategy: "aktuali redakcija: 2016 m.; 2017 m.", "su pakeitimais 2018-12-12"."""

import re

from loaders.documents.document import Block, Document
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finders.phrases import whole_sentences
from loaders.documents.finding import Finding
from loaders.documents.known import Known
from loaders.normalise.dates import PartialDate, dates

_NAMED = re.compile(
    r"redakcij\w*|\bsu (?:\w+ )?pakeitim\w+|\bpakeist(?:a|os|i)\b|\bpakeitim(?:as|ai)\b|isdestyt\w* nauja"
    r"|atnaujint\w* (?:versij|strategij)\w*|aktuali versija"
)
_OF_STRATEGY = re.compile(r"strategij|\bvps\b")
_OTHER = re.compile(
    r"istatym|aprasas|apraso|taisykl|isakym\w* (?:pakeist|redakcij)|kvietim|gaires|tvark|sutart|pasiulym|siulom"
    r"|svarstym|inicijuoj|susirinkim|susitikim|pastab|projekto vykd|iki \d{4}|ketin"
)
_LIST_ENTRY = re.compile(r"(?P<year>20[0-9]{2}) ?m(?:\.|(?!\w))")


def find(document: Document, known: Known) -> list[Finding]:
    """Every version of the strategy that says of which year or day it is."""
    found: list[Finding] = []
    is_open = False
    for position, block in enumerate(document.blocks):
        plain = even(block.text)
        if is_open and (block.kind == "list_item" or len(block.text.split()) < 8):
            entry = _whole(block) if not re.search(r"ataskait|protokol|sarasas", plain) else None
            if entry:
                found.append(entry)
                continue
        is_open = bool(re.search(r"(?:redakcijos|redakcija|versijos|pakeitimai)\W*$", plain)) and bool(
            _OF_STRATEGY.search(plain + _context(document, position))
        )
        for sentence in whole_sentences(block.text):
            found += _in_sentence(block, sentence.start, sentence.text, _context(document, position))
    return found


def _context(document: Document, position: int) -> str:
    block = document.blocks[position]
    above = document.blocks[max(0, position - 3) : position]
    return even(" ".join([block.place.heading or document.title, *(one.text[:300] for one in above)]))


def _in_sentence(block: Block, start: int, text: str, context: str) -> list[Finding]:
    plain = even(text)
    match = _NAMED.search(plain)
    if not match or _OTHER.search(plain) or not _OF_STRATEGY.search(plain + context):
        return []
    if "redakcij" in match[0] or "versij" in match[0]:
        return _of_list(block, start, text, plain, match.end())
    if not _OF_STRATEGY.search(plain):
        return []
    after = [date for date in dates(text[match.start() :]) if len(date.text) == 10]
    if not after or re.search(r"patvirtint|protokol", plain[match.end() :].split(after[0].text[:4])[0][:40]):
        return []
    return [_finding(block, start + match.start(), start + len(text), date) for date in after[:3] if after]


def _of_list(block: Block, start: int, text: str, plain: str, after: int) -> list[Finding]:
    found: list[Finding] = []
    pieces = [match.span() for match in re.finditer(r"[^;]+", text)]
    for first, last in pieces:
        piece = text[first:last]
        written = [date for date in dates(piece) if len(date.text) in (4, 7, 10)]
        written = written or dates(piece.replace("m.(", "m. ("))
        is_of_edition = last > after - 20 or first <= after
        if len(written) == 1 and is_of_edition and len(piece.split()) <= 25:
            a = start + first + (len(piece) - len(piece.lstrip()))
            found.append(_finding(block, a, start + last, written[0]))
        elif len(written) > 1 and re.search(r"redakcij|versij", even(piece)):
            for entry in re.finditer(r"(?:20[0-9]{2})(?: ?m\.|-[0-9]{2}-[0-9]{2})", piece):
                one = dates(piece[entry.start() : entry.start() + 40].split(",")[0])
                if one:
                    found.append(_finding(block, start + first + entry.start(), start + first + entry.end(), one[0]))
    return found


def _whole(block: Block) -> Finding | None:
    written = dates(block.text) or dates(f"{block.text} m.")
    return _finding(block, 0, len(block.text), written[0]) if len(written) == 1 else None


def _finding(block: Block, start: int, end: int, date: PartialDate) -> Finding:
    words = block.text[start:end].strip(" ;,")
    if len(words.split()) > 25 or len(words.split()) < 2:
        words = quotation(block.text, start, end)
    values: dict[str, object] = {"year": date.first.year, "date": date.text if len(date.text) > 4 else None}
    return Finding("edition", values, words, block.place, 0.95)
