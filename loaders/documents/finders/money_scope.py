"""What a sum is for: as its own words say, else those around it, the item above it, or the whole document."""

import re
from dataclasses import dataclass

from loaders.documents.document import Block, Document
from loaders.documents.finders import money_marks as marks
from loaders.documents.finders import money_meaning as meaning
from loaders.documents.finders import money_words as words
from loaders.documents.finders.money_context import Homes, Piece
from loaders.documents.finders.money_meaning import Reading
from loaders.documents.finders.owners import Owners
from loaders.documents.finders.passages import Sentence, even
from loaders.documents.finders.phrases import quoted

_ONLY_SIGNS = re.compile(r"[\W_]{0,8}(?:(?:apie|iki|iš viso|viso)\W+)?")
_HEADED = ("project", "call", "preparation", "administration")
_WHOLE = ("strategy", "administration", "preparation")
_NOTHING = (None, None, 0.0)

Home = tuple[str | None, int | None, float]
"""Scope, the item, project or call of that scope, and how sure both are."""


@dataclass(slots=True)
class Around:
    """What was said before a sum: in its sentence and block, and of what the blocks above spoke."""

    before: Reading | None = None
    """The sum that the next ones may be parts of."""
    whole: Reading | None = None
    """The sum of the whole strategy, named before in the same block."""
    said: tuple[str, ...] = ()
    """The sentences before, in the same block."""
    said_above: tuple[str, ...] = ()
    """The sentences of the paragraph above."""

    @property
    def subject(self) -> str | None:
        """What the sentences before spoke of, in the same block."""
        return _subject(self.said)

    @property
    def projects(self) -> bool:
        """Whether the sentence before speaks of several projects."""
        return bool(self.said) and "projects" in {one.code for one in words.said(words.SCOPES, self.said[-1])}

    @property
    def above(self) -> str | None:
        """What the paragraph above spoke of."""
        return _subject(self.said_above)


def _subject(sentences: tuple[str, ...]) -> str | None:
    return next((named for one in reversed(sentences) if (named := meaning.last_subject(one))), None)


_OF_ALL = re.compile(r"\bis viso (?:visiems |visoms )?(?:veiksmams|priemonems)\b")
"""The sum of all actions together is not that of the one above."""


class Scopes:
    """Says of every sum of a document what it is for."""

    def __init__(self, document: Document, homes: Homes, owners: Owners):
        self._homes, self._owners = homes, owners
        self._title = document.title
        self._about = meaning.last_subject(even(document.title))

    def scope(
        self, block: Block, sentence: Sentence, piece: Piece, around: Around, role: str, stages: list[words.Said]
    ) -> Home:
        """What the sum is for; nothing where no words say it.

        Money that is spent or left, where no word says of what, is that of the strategy whose sum goes before.
        """
        plain, before = piece.plain, around.before
        scopes = words.said(words.SCOPES, plain)
        named = meaning.nearest(scopes, piece.amount.start - piece.start)
        here, is_named = self._here(block, sentence, piece)
        if named in _WHOLE or named == "area":
            return named, None, 0.97 if named != "area" else 0.85
        if named is None and before and (role in ("part", "own", "unused") or not scopes):
            return before.scope, before.parent, 0.9
        is_spent = any(one.code in ("paid", "contracted") for one in stages)
        if named is None and around.whole and (role == "unused" or is_spent):
            return around.whole.scope, around.whole.parent, 0.9
        if named is None and here is not None:
            special = self._titled_special(here)
            return (special, None, 0.85) if special else (self._homes.scope(here), here, 0.85)
        if named is None:
            named = self._understood(block, sentence, piece, around, role, stages)
            if named is None:
                return self._owned(block, sentence, piece)
            if named in _WHOLE:
                return named, None, 0.85
        return self._of_home(block, sentence, piece, named, here, is_named, role)

    def _of_home(
        self, block: Block, sentence: Sentence, piece: Piece, named: str, here: int | None, is_named: bool, role: str
    ) -> Home:
        """The item, project or call that a word of the sentence means."""
        if role == "limit" and (of_call := self._homes.announced_call(block)) is not None:
            return "call", of_call, 0.95
        is_here = here is not None and (is_named or self._homes.scope(here) == named)
        is_of_all = named == "measure" and _OF_ALL.search(piece.plain)
        home = here if is_here else None if is_of_all else self._homes.above(block, named)
        special = self._special_project(block, sentence) if named == "project" and home is None else None
        if special:
            return special, None, 0.9
        if home is None:
            home = self._homes.sole("call" if role == "limit" else named)
        if home is not None and (special := self._titled_special(home)):
            return special, None, 0.9
        if home is not None and named != "projects":
            return self._homes.scope(home), home, 0.93
        if named == "measure":
            is_referred, at = self._owners.referred(sentence.even, piece.amount.start)
            if is_referred and at is not None:
                return self._homes.scope(at), at, 0.9
            if marks.GOAL.search(piece.plain):
                return _NOTHING
        return named.replace("projects", "project"), None, 0.9

    def is_named_right_before(self, block: Block, sentence: Sentence, piece: Piece) -> bool:
        """Whether nothing but a dash or bracket stands between the title of an item or project and the sum."""
        here, _ = self._here(block, sentence, piece)
        title = self._homes.title(here) if here is not None else ""
        end = block.text.find(title) + len(title)
        between = block.text[end : sentence.start + piece.amount.start]
        return bool(title) and title in block.text and bool(_ONLY_SIGNS.fullmatch(between))

    def _here(self, block: Block, sentence: Sentence, piece: Piece) -> tuple[int | None, bool]:
        """What is named by code or in quotes beside the sum, else before it in the block; whether it is beside."""
        here = self._homes.coded(piece.plain)
        if here is None:
            text = sentence.text[piece.start : piece.end]
            homes = {self._homes.titled(text[start:end]) for start, end in quoted(text)} - {None}
            here = homes.pop() if len(homes) == 1 else None
        if here is not None:
            return here, True
        return self._homes.at(block, sentence.start + piece.amount.start), False

    def _understood(
        self, block: Block, sentence: Sentence, piece: Piece, around: Around, role: str, stages: list[words.Said]
    ) -> str | None:
        """What a sentence that does not say it speaks of: the one before it, its heading, or the whole document."""
        if around.subject and marks.REFERS.search(sentence.even):
            return around.subject
        if around.projects and marks.REFERS_TO_MANY.search(sentence.even):
            return "projects"
        if around.above and marks.REFERS_BACK.search(sentence.even):
            return around.above
        is_about_strategy = "strategy" in (around.subject, self._about, around.above)
        if is_about_strategy and stages and marks.RECIPIENT.search(piece.plain[: piece.amount.start - piece.start]):
            return "strategy"
        if role == "unused" and self._about == "strategy":
            return "strategy"
        if role == "own" and self._about == "strategy" and marks.OWN_SHARE.search(piece.plain):
            return "strategy"
        heading = even(block.place.heading or "")
        if marks.ONLY_MONEY.fullmatch(heading) and "strategij" in even(self._title):
            return "strategy"
        named = meaning.last_subject(heading)
        return named if named in _HEADED or (named and marks.MONEY.search(heading)) else None

    def _owned(self, block: Block, sentence: Sentence, piece: Piece) -> Home:
        """The item, project or call under which a line stands that only names its sum: "Lėšos: 5 000 Eur"."""
        if not marks.LABEL.fullmatch(sentence.even[: piece.amount.start]):
            return _NOTHING
        owner = self._owners.owner(block, sentence.start + piece.amount.start)
        return (self._homes.scope(owner), owner, 0.9) if owner is not None else _NOTHING

    def _titled_special(self, home: int) -> str | None:
        """Whether the title of a project says that it prepares or administers the strategy."""
        if self._homes.scope(home) != "project":
            return None
        codes = {one.code for one in words.said(words.SCOPES, even(self._homes.title(home)))}
        return next(iter(codes & {"preparation", "administration"}), None)

    def _special_project(self, block: Block, sentence: Sentence) -> str | None:
        """Whether the project is the one that prepares or administers the strategy."""
        texts = (block.text[: sentence.start + len(sentence.text)], block.place.heading or "", self._title)
        for text in texts:
            codes = {one.code for one in words.said(words.SCOPES, even(text))} & {"preparation", "administration"}
            if len(codes) == 1:
                return codes.pop()
        return None
