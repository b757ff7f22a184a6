"""How far the reading of items has come: what was found, and which list is open."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from loaders.documents.document import Block, Document
from loaders.documents.finders.heads import Label, mark, title
from loaders.documents.finders.intros import Intro
from loaders.documents.finders.item_tree import Candidate
from loaders.documents.finders.passages import even
from loaders.documents.finders.phrases import whole_sentences

LABELLED = 0.97
ANNOUNCED = 0.93
NUMBERED = 0.9
"""How sure an item is that names itself, that was announced, and that only continues the numbers of others."""
_CHILD = {"prior": "tiksl", "krypt": "tiksl", "tiksl": "uzdav"}
_NO_TITLE = re.compile(
    r"rasite cia|ziureti cia|parsisiusti|\.pdf|^(?:is viso|viso|pastab)|^nr\b|lentele|^(?:buvo|yra|nera)\b"
    r"|^(?:vykdant|igyvendinant|planuot|numatyt|pasiekt|siekt|skirta |skirti |gauta|pasirasyt|igyvendint|vykdom"
    r"|finansuot|patvirtinti|pritarti|nepritarti|pavesti"
    r"|ipareigoti|pakeisti|pripazinti|isdestyti|paskelbti|papildyti|isbraukti|atsizvelg)|\b\w{3,}kite\b"
)


@dataclass(slots=True)
class OpenList:
    """An open list of items: what was announced, and how far it has come."""

    intro: Intro
    group: int
    position: int
    depth: int | None = None
    level: int | None = None
    last: str | None = None
    is_numbered: bool | None = None
    rests: int = 0


@dataclass
class Walk:
    """The items found so far, and what the blocks above announced."""

    document: Document
    found: list[Candidate] = field(default_factory=list)
    open: OpenList | None = None
    group: int = 0
    waiting: Label | None = None
    """A label that stood alone: "1 tikslas"; the next block is its title."""

    def add(
        self,
        block: Block,
        word: str,
        code: str | None,
        start: int,
        stop: int,
        confidence: float,
        above: str | None = None,
    ) -> bool:
        """Whether a title stood there, and was taken."""
        named = title(block.text, start, stop, confidence == LABELLED)
        if not named or _NO_TITLE.search(even(named[0])):
            return False
        self.found.append(Candidate(word, code, named[0], block, named[1], named[2], self.group, confidence, above))
        return True

    @cached_property
    def usual_word(self) -> str:
        """The word by which the document calls what stands below an objective: priemonė or veiksmas."""
        plain = even(self.document.text[:400_000])
        return "priem" if plain.count("priemon") > plain.count("veiksm") else "veiks"

    def below(self, word: str) -> str:
        """The word of what stands below an item of that word."""
        return _CHILD.get(word) or (self.usual_word if word == "uzdav" else word)


def marked(block: Block) -> tuple[str | None, int] | None:
    """The code of a block that is an item of a list, and where its text begins; None where it is none."""
    marker = block.marker.strip()
    if marker and marker[0].isalnum():
        return marker.rstrip(".)").lstrip("("), 0
    if block.kind == "list_item" or marker:
        found = mark(block.text)
        return found if found else (None, 0)
    return mark(block.text)


def end_of_sentence(text: str, start: int = 0) -> int:
    """Where the sentence ends in which a title stands."""
    for sentence in whole_sentences(text):
        end = sentence.start + len(sentence.text)
        if end > start + 3:
            return end
    return len(text)


def end_of_part(text: str, start: int, stop: int) -> int:
    """Where a part of a list that is divided by semicolons ends."""
    depth = 0
    for place in range(start, stop):
        depth += (text[place] in "(„") - (text[place] in ")“")
        if text[place] == ";" and depth <= 0:
            return place
    return stop
