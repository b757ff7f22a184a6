"""The draft of one visit: the document, what was found in it, and what the reader decided. It is kept nowhere else."""

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from ui import leaving

Json = dict[str, Any]
Read = Callable[[bytes, str], Json]
Check = Callable[[Json], Json]

KEY = "added_draft"
STEP = "added_step"
SURE, LIKELY = 0.95, 0.9
"""Confidence from which a finding is called sure, and likely."""
ACCEPTED, REJECTED = "accepted", "rejected"
CHOICE = "choice"
"""Among what the reader says of the VVG: what was chosen in the list, no key of a record."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, item or row of the document."""

    kind: str
    level: int
    marker: str
    text: str
    line: int
    page: int | None
    heading: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: its field and values in the words of the form, and what proves it."""

    at: int
    field: str
    values: dict[str, object]
    words: str
    line: int
    confidence: float
    parent: int | None
    raw: Json


@dataclass
class Draft:
    """Everything of one document; `packed` is the document as it goes back to be checked."""

    title: str
    kind: str
    notes: list[str]
    blocks: list[Block]
    found: list[Found]
    unread: list[tuple[int, str]]
    packed: bytes
    decisions: dict[int, str] = field(default_factory=dict)
    corrected: dict[int, tuple[dict[str, object], str]] = field(default_factory=dict)
    """New values and words of findings that the reader mended."""
    about: dict[str, str] = field(default_factory=dict)
    source: dict[str, str] = field(default_factory=dict)
    eu_period: str | None = None
    answer: Json | None = None
    answered: str = ""

    def values(self, found: Found) -> dict[str, object]:
        """The values as they now stand."""
        return self.corrected[found.at][0] if found.at in self.corrected else found.values

    def words(self, found: Found) -> str:
        """The words that prove it, as they now stand."""
        return self.corrected[found.at][1] if found.at in self.corrected else found.words

    def accept(self, at: int) -> None:
        """Accepts a finding, and what it belongs to where that is not decided yet."""
        self.decisions[at] = ACCEPTED
        parent = self.found[at].parent
        if parent is not None and 0 <= parent < len(self.found) and parent not in self.decisions:
            self.accept(parent)

    def reject(self, at: int) -> None:
        """Rejects a finding."""
        self.decisions[at] = REJECTED

    def accept_sure(self) -> None:
        """Accepts every sure finding that is not decided yet."""
        for one in self.sure():
            self.accept(one.at)

    def sure(self) -> list[Found]:
        """Findings that are sure and not decided yet."""
        return [one for one in self.found if one.confidence >= SURE and one.at not in self.decisions]

    def accepted(self) -> list[Found]:
        """Findings that go into the draft."""
        return [one for one in self.found if self.decisions.get(one.at) == ACCEPTED]

    def request(self, served: Path, into: Path | None = None) -> Json:
        """What the loaders need to make and check the record.

        In: the served database, and the file of the visit's own where one is to be made.
        """
        return {
            "document": json.loads(zlib.decompress(self.packed)),
            "findings": [{"at": one.at, "finding": self._raw(one)} for one in self.accepted()],
            "unread": [[_place(self.blocks[line - 1]), words] for line, words in self.unread],
            "about": {key: value for key, value in self.about.items() if key != CHOICE},
            "source": self.source,
            "eu_period": self.eu_period,
            "read": date.today().isoformat(),
            "served": str(served),
            "into": str(into) if into else None,
        }

    def mark(self) -> str:
        """What changes whenever the record would."""
        said = [(one.at, self.values(one), self.words(one)) for one in self.accepted()]
        return repr((said, self.about, self.source, self.eu_period))

    def concerns(self, at: int | None) -> list[Json]:
        """What the last check found about a finding, or about the record as a whole."""
        told = self.answer["concerns"] if self.answer else []
        return [one for one in told if one["finding"] == at]

    def _raw(self, found: Found) -> Json:
        if found.at not in self.corrected:
            return found.raw
        values, words = self.corrected[found.at]
        written = {key: _written(value) for key, value in values.items() if value not in (None, "", [], False)}
        return found.raw | {"values": written, "as_written": words}


def current() -> Draft | None:
    """The draft of this visit; None where no document was read yet."""
    draft = st.session_state.get(KEY)
    return draft if isinstance(draft, Draft) else None


def keep(told: Json) -> None:
    """Begins a draft with what was read and found."""
    document = told["document"]
    places = [block["place"] for block in document["blocks"]]
    st.session_state[KEY] = Draft(
        title=document["title"],
        kind=document["kind"],
        notes=list(document["notes"]),
        blocks=[
            Block(one["kind"], one["level"], one["marker"], one["text"], at["line"], at["page"], at["heading"])
            for one, at in zip(document["blocks"], places, strict=True)
        ],
        found=list(_found(told["findings"])),
        unread=[(place["line"], words) for place, words in told["unread"]],
        packed=zlib.compress(json.dumps(document).encode(), 1),
    )
    leaving.at_the_end(KEY, partial(vars(st.session_state[KEY]).clear))


def forget() -> None:
    """Drops the draft and all that was said of it."""
    leaving.at_the_end(KEY, None)
    for key in [key for key in st.session_state if str(key).startswith("added_")]:
        del st.session_state[key]


def _found(findings: list[Json]) -> Iterator[Found]:
    for at, one in enumerate(findings):
        values = {key: _read(value) for key, value in one["values"].items()}
        line = one["place"]["line"]
        yield Found(at, one["field"], values, one["as_written"], line, one["confidence"], one["parent"], one)


def _read(value: object) -> object:
    match value:
        case {"decimal": str(figure)}:
            return Decimal(figure)
        case {"date": str(day)}:
            return day
        case {"tuple": list(parts)} | list(parts):
            return [_read(part) for part in parts]
    return value


def _written(value: object) -> object:
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    return value


def _place(block: Block) -> Json:
    return {"line": block.line, "page": block.page, "heading": block.heading}
