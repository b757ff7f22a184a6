"""Items that say what they are: "1 tikslas. …", "Veiksmas „…“", "Strategijos tikslas – …"."""

import re

from loaders.documents.document import Block, Document
from loaders.documents.finders.heads import Label, label
from loaders.documents.finders.item_mentions import named_in_passing
from loaders.documents.finders.item_walk import LABELLED, Walk, end_of_part, end_of_sentence
from loaders.documents.finders.passages import even
from loaders.documents.finders.phrases import whole_sentences

_CLOSE = 8
"""Blocks that may stand between two items of one tree: their sums, target groups, indicators."""


def labelled(walk: Walk, block: Block) -> bool:
    """Whether a block names items by their words; they are added to the walk."""
    text = block.text
    if walk.waiting:
        waiting, walk.waiting = walk.waiting, None
        if block.kind in ("paragraph", "heading") and len(text.split()) <= 60 and not label(text):
            return walk.add(block, waiting.word, waiting.code, 0, end_of_sentence(text), LABELLED)
    places = [
        (found, start)
        for start in _starts(text)
        if (found := label(text, start)) and _is_meant(walk, found, block, start)
    ]
    taken = False
    for order, (found, start) in enumerate(places):
        after = places[order + 1][1] if order + 1 < len(places) else len(text)
        stop = min(after, end_of_sentence(text, found.end), end_of_part(text, found.end, after))
        code = found.code or _code_of_marker(block, start, text)
        walk.group += 0 if order or _continues(walk, block) else 1
        if not text[found.end :].strip(" .:–-") and (code or found.is_owned):
            walk.waiting = Label(found.word, code, found.is_owned, True, found.end)
            return True
        taken |= walk.add(block, found.word, code, found.end, stop, LABELLED)
    if taken:
        walk.open = None if walk.open and not block.marker and block.kind != "list_item" else walk.open
    if not taken:
        for word, code, start in named_in_passing(text):
            walk.group += 1
            taken |= walk.add(block, word, code, start, len(text), LABELLED)
    return taken


def _starts(text: str) -> list[int]:
    starts = [0]
    for sentence in whole_sentences(text):
        starts.append(sentence.start)
        starts += [sentence.start + match.end() for match in re.finditer(r"[:;] |[:;,] (?:ir |o )| ir ", sentence.text)]
    return sorted(set(starts))


def _is_meant(walk: Walk, found: Label, block: Block, start: int) -> bool:
    text = block.text
    following = text[found.end : found.end + 1]
    is_quote = (following in '„“"' and bool(following)) or text[found.end : found.end + 2] == ",,"
    if found.code and start and walk.document and not (is_quote or found.is_marked):
        return False
    if not following:
        return (
            bool(found.code)
            and start == 0
            and block.kind in ("heading", "paragraph", "list_item")
            and len(text.split()) <= 4
        )
    if found.code:
        return (found.is_marked or following.isupper() or is_quote) and (following.isalpha() or is_quote)
    if found.is_owned:
        return found.is_marked and (following.isalpha() or is_quote)
    if found.word in ("veiks", "priem", "uzdav") and is_quote:
        return start == 0 or bool(re.search(r"[.:;]\s*$", text[:start]))
    if start or not found.is_marked or not following.isalpha() or found.word == "veikl":
        return False
    if block.marker[:1].isdigit():
        return True
    return (_goes_on(walk, block) or _is_about_the_strategy(walk.document, block)) and text[: found.end].rstrip()[
        -1:
    ] in ":–-"


def _goes_on(walk: Walk, block: Block) -> bool:
    """Whether items that named themselves stand close above, below the same heading."""
    last = walk.found[-1] if walk.found else None
    if last is None or last.confidence != LABELLED:
        return False
    return last.block.place.heading == block.place.heading and block.place.line - last.block.place.line <= _CLOSE


def _is_about_the_strategy(document: Document, block: Block) -> bool:
    """Whether the heading, the title or what stands right above speaks of the strategy, and not of a project."""
    heading = even(block.place.heading or document.title)
    if "projekt" in heading:
        return False
    above = document.blocks[max(0, block.place.line - 6) : block.place.line - 1]
    around = [heading, even(document.title), *(even(one.text[:300]) for one in above)]
    return any(re.search(r"strategij|\bvps\b", text) for text in around)


def _code_of_marker(block: Block, start: int, text: str) -> str | None:
    marker = block.marker.strip().rstrip(".)").lstrip("(")
    if start or not marker[:1].isdigit():
        return None
    is_only_the_place_in_the_list = text[:1].isupper() and "." not in marker and re.match(r"\w+\s*[„\"“,]", text)
    return None if is_only_the_place_in_the_list else marker


def _continues(walk: Walk, block: Block) -> bool:
    return bool(walk.found) and block.place.line - walk.found[-1].block.place.line <= 1
