"""Items of lists: those that a sentence above announced, and those that continue the numbers of others."""

import re

from loaders.documents.document import Block, Document
from loaders.documents.finders.intros import Intro, intro, listed
from loaders.documents.finders.item_codes import follows, is_beside, is_deed
from loaders.documents.finders.item_walk import (
    ANNOUNCED,
    NUMBERED,
    OpenList,
    Walk,
    end_of_part,
    end_of_sentence,
    marked,
)
from loaders.documents.finders.passages import Sentence, even
from loaders.documents.finders.phrases import whole_sentences

_GREATEST_GAP = 6
"""Blocks that may stand between two numbered items of one list: target groups, sums, indicators."""
_NEAR = 60
"""Items above whose numbers a block may continue."""
_FIELD = re.compile(
    r"tiksline\w* grup|tikslines grupes|rodikl|siektin|planuojam\w+ rezultat|finansavim|biudzet|lesos|suma"
)
_ADMINISTERS = re.compile(r"strategij\w+ (?:\w+ ){0,3}?(?:administr|igyvendinim|stebesen)|administruoti reikaling")


def announce(walk: Walk, block: Block, position: int) -> None:
    """An announcement opens a list; what it lists in the same line is taken at once."""
    text = block.text
    for sentence in whole_sentences(text):
        is_last = sentence.start + len(sentence.text) >= len(text.rstrip())
        is_heading = block.kind == "heading" and is_last
        if (":" not in sentence.text and " – " not in sentence.text and not is_heading) or _is_in_a_title(
            walk, block, sentence
        ):
            continue
        context = f"{_around(walk.document, position)} {text[max(0, sentence.start - 400) : sentence.start]}"
        announced = intro(sentence.text, context, is_heading)
        if not announced:
            continue
        _add_above(walk, block, announced, sentence)
        start, stop = sentence.start + announced.end, sentence.start + len(sentence.text)
        if text[start:stop].strip(" .:"):
            _take_at_once(walk, block, announced, start, stop)
        elif is_last:
            walk.group += 1
            walk.open = OpenList(announced, walk.group, position)


def continued(walk: Walk, block: Block, position: int) -> bool:
    """Whether the block belongs to the list that was announced above; an item is added to the walk.

    What stands deeper than the levels that were announced only says more of an item.
    """
    opened = walk.open
    if not opened:
        return False
    if _is_next_chapter(walk.document, opened, block):
        walk.open = None
        return False
    told = marked(block)
    if told is None:
        return _only_one(walk, opened, block, position)
    code, start = told
    if opened.is_numbered is None:
        opened.is_numbered, opened.level = code is not None, block.level
        opened.depth = code.count(".") if code else 0
    is_other_list = (code is not None) != opened.is_numbered
    if is_other_list or (code is None and opened.rests):
        return False
    if code:
        depth = code.count(".") - (opened.depth or 0)
    else:
        depth = max(0, block.level - (opened.level or 0))
        if depth >= len(opened.intro.words) and not is_deed(block.text):
            return depth > 0
    if code and depth == 0 and opened.last and not follows(opened.last, code):
        walk.open = None
        return False
    word = _word_at(walk, opened.intro, depth, code is not None)
    if word is None or (opened.intro.is_of_administration and not _is_of_administration(walk.document, position)):
        return False
    above = opened.intro.above if depth == 0 else None
    if walk.add(block, word, code, start, _end(block.text, start, code is not None), ANNOUNCED, above):
        opened.last, opened.rests = (code if depth == 0 else opened.last) or "", 0
        return True
    return False


def numbered(walk: Walk, block: Block) -> bool:
    """Whether a code continues that of an item above: "1.1. …" below "1 tikslas. …"; it is added to the walk."""
    told = marked(block)
    if not told or not told[0] or "." not in told[0]:
        return False
    code, start = told
    before = code.rpartition(".")[0]
    near = [item for item in walk.found[-_NEAR:] if item.code]
    beside = next((item for item in reversed(near) if is_beside(item, code)), None)
    above = next((item for item in reversed(near) if item.code == before), None)
    word = beside.word if beside else walk.below(above.word) if above else None
    if word is None:
        return False
    return walk.add(block, word, code, start, end_of_sentence(block.text, start), NUMBERED)


def passed(walk: Walk, block: Block) -> None:
    """A block that is no item: a list ends with it, unless it only says more of the item before."""
    if not walk.open:
        return
    walk.open.rests += 1
    gap = _GREATEST_GAP if walk.open.is_numbered else 0 if walk.open.last is not None else 1
    is_chapter = block.kind == "heading" and not _FIELD.search(even(block.text))
    if is_chapter or walk.open.rests > gap:
        walk.open = None


def _add_above(walk: Walk, block: Block, announced: Intro, sentence: Sentence) -> None:
    """The item that an announcement itself names by its title in quotes, where nothing named it before."""
    title = announced.above
    if not title or not announced.above_word or title[:1].isdigit():
        return
    if all(even(item.title) != even(title) for item in walk.found):
        start = sentence.start + sentence.text.find(title)
        walk.group += 1
        walk.add(block, announced.above_word, None, start, start + len(title), ANNOUNCED)


def _is_in_a_title(walk: Walk, block: Block, sentence: Sentence) -> bool:
    end = sentence.start + len(sentence.text)
    colon = sentence.start + max(0, sentence.text.find(":"))
    return any(item.block is block and item.start < end and colon < item.end for item in walk.found[-20:])


def _around(document: Document, position: int) -> str:
    block = document.blocks[position]
    near = document.blocks[max(0, position - 3) : position + 4]
    return " ".join(
        [(block.place.heading or document.title)[:300], *(one.text[:400] for one in near if one is not block)]
    )


def _take_at_once(walk: Walk, block: Block, announced: Intro, start: int, stop: int) -> None:
    if announced.is_of_administration or len(announced.words) > 1:
        return
    parts = listed(block.text, start, stop, announced.count)
    if len(parts) < (announced.count or 1):
        return
    walk.group += 1
    for code, first, last in parts:
        walk.add(block, announced.words[0], code, first, last, ANNOUNCED, announced.above)


def _is_next_chapter(document: Document, opened: OpenList, block: Block) -> bool:
    """Whether a heading of the same rank as that which announced the list ends it."""
    announced = document.blocks[opened.position]
    return block.kind == announced.kind == "heading" and block.level <= announced.level


def _only_one(walk: Walk, opened: OpenList, block: Block, position: int) -> bool:
    """A single item that was announced may stand as a paragraph of its own."""
    is_next = opened.last is None and opened.position == position - 1
    if not is_next or opened.intro.count != 1 or block.kind != "paragraph":
        return False
    walk.open = None
    end = end_of_sentence(block.text)
    return walk.add(block, opened.intro.words[0], None, 0, end, ANNOUNCED, opened.intro.above)


def _end(text: str, start: int, is_numbered: bool) -> int:
    """Where the title of an item of a list ends: semicolons within parentheses end none."""
    is_whole = len(whole_sentences(text)) == 1 and ";" not in re.sub(r"\(.*\)", "", text.rstrip("; ."))
    if is_whole:
        return len(text)
    return min(end_of_sentence(text, start), end_of_part(text, start, len(text)) if is_numbered else len(text))


def _word_at(walk: Walk, announced: Intro, depth: int, is_numbered: bool) -> str | None:
    words = announced.words
    if not 0 <= depth <= 2:
        return None
    if depth < len(words):
        return words[depth]
    word = words[-1]
    for _ in range(depth - len(words) + 1):
        if word in ("veiks", "veikl") or (word == "priem" and not is_numbered):
            return None
        word = walk.below(word)
    return word


def _is_of_administration(document: Document, position: int) -> bool:
    near = " ".join(block.text for block in document.blocks[max(0, position - 8) : position + 6])
    return bool(_ADMINISTERS.search(even(near)))
