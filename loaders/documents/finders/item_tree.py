"""Items in order become a tree: each finds the one that it belongs to, by its code or by where it stands."""

import re
from dataclasses import dataclass

from loaders.documents.document import Block
from loaders.documents.finders.heads import LEVEL_OF, RANK_OF
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finding import Finding
from loaders.quotations import MOST_WORDS

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item as it was read: its word, code and title, and where the title stands in its block."""

    word: str
    code: str | None
    title: str
    block: Block
    start: int
    end: int
    group: int
    """Items of one list carry the same number."""
    confidence: float
    above: str | None = None
    """Title, code or place ("#2") of the item that the list it stands in was announced for."""


def tree(candidates: list[Candidate]) -> list[Finding]:
    """Findings in order, each item once, with the position of the item that it belongs to."""
    kept: list[Candidate] = []
    known: dict[tuple[str, str], int] = {}
    parents: list[int | None] = []
    for item in candidates:
        key = (LEVEL_OF[item.word], _key(item.title))
        if key in known:
            at = known[key]
            if item.code and not kept[at].code:
                kept[at] = item
            continue
        known[key] = len(kept)
        parents.append(_parent(kept, item))
        kept.append(item)
    return [_finding(item, parent) for item, parent in zip(kept, parents, strict=True)]


def _key(title: str) -> str:
    return re.sub(r"\W+", " ", even(title)).strip()


def _parent(kept: list[Candidate], item: Candidate) -> int | None:
    if LEVEL_OF[item.word] == "goal":
        return None
    if item.above and (told := _told(kept, item)) is not None:
        return told
    code = _plain(item.code)
    if code and "." in code:
        above = code.rpartition(".")[0]
        for at in range(len(kept) - 1, -1, -1):
            if _plain(kept[at].code) == above and RANK_OF[kept[at].word] <= RANK_OF[item.word]:
                return at
    for at in range(len(kept) - 1, -1, -1):
        if RANK_OF[kept[at].word] < RANK_OF[item.word]:
            return at if _is_the_only_one(kept, at, item) else None
        if kept[at].group != item.group and kept[at].word == item.word and _restarts(kept[at], item):
            continue
    return None


def _told(kept: list[Candidate], item: Candidate) -> int | None:
    """The item above that an announcement names by its title or code."""
    wanted = item.above or ""
    if wanted.startswith("#"):
        rank = max((RANK_OF[one.word] for one in kept if RANK_OF[one.word] < RANK_OF[item.word]), default=-1)
        beside = [at for at, one in enumerate(kept) if RANK_OF[one.word] == rank]
        return beside[int(wanted[1:]) - 1] if len(beside) >= int(wanted[1:]) else None
    for at in range(len(kept) - 1, -1, -1):
        is_it = _key(kept[at].title) == _key(wanted) or (
            wanted[:1].isalnum() and _plain(kept[at].code) == _plain(wanted)
        )
        if is_it and RANK_OF[kept[at].word] < RANK_OF[item.word]:
            return at
    return None


def _restarts(one: Candidate, other: Candidate) -> bool:
    return _plain(other.code) == "1" and _plain(one.code) != "1"


def _is_the_only_one(kept: list[Candidate], at: int, item: Candidate) -> bool:
    """Whether an item above is meant: not where several stand in one list, and none has its own below it."""
    above = kept[at]
    if item.group == above.group and item.block is not above.block:
        return True
    before = kept[at - 1] if at else None
    is_one_of_many = before is not None and before.word == above.word and before.group == above.group
    return not (is_one_of_many and abs(above.block.place.line - before.block.place.line) <= 1)


def _plain(code: str | None) -> str | None:
    if code is None:
        return None
    plain = code.lower().strip(". )")
    return _ROMAN.get(plain, plain)


def _finding(item: Candidate, parent: int | None) -> Finding:
    text = item.block.text
    words = text[item.start : item.end].split(" ")
    written = text[item.start : item.end] if len(words) <= MOST_WORDS else " ".join(words[:MOST_WORDS])
    if len(words) < 2:
        written = quotation(text, item.start, item.end)
    values = {"level": LEVEL_OF[item.word], "code": item.code, "title": item.title}
    return Finding("item", values, written.strip(), item.block.place, item.confidence, parent)
