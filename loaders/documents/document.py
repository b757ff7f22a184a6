"""What was read: a document as blocks of text in reading order, each with its place."""

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: line counts from 1 in the text of the document, page where the source has pages."""

    line: int
    page: int | None = None
    heading: str | None = None
    """The nearest heading above."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, item of a list, row of a table or note, as one line of clean NFC text.

    Letters are composed, hyphenated line ends joined, spaces single (no-break spaces become plain ones).
    """

    kind: BlockKind
    text: str
    place: Place
    level: int = 0
    """Depth: of a heading from 1; of an item of a list from 1 (a nested list is deeper); else 0."""
    marker: str = ""
    """What stood before an item, as written or as numbered by the source: "1.", "1.1.", "a)", "–"; not in `text`."""
    cells: tuple[str, ...] = ()
    """Of a row of a table: its cells, an empty one where the source has none. `text` joins them by " | "."""
    header: tuple[str, ...] = ()
    """Of a row of a table: the cells of the heading row above, where there is one."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read: what it says of itself, and its blocks."""

    kind: Literal["html", "text", "pdf", "docx", "odt"]
    title: str
    blocks: tuple[Block, ...]
    publisher: str | None = None
    published: str | None = None
    """ISO 8601, as exact as the document says: 2016, 2016-07, 2016-07-20."""
    url: str | None = None
    notes: tuple[str, ...] = field(default=())
    """What a reader of the draft should know: pages without text, parts that were left out, letters repaired."""

    @property
    def text(self) -> str:
        """The whole text, one block a line; `Place.line` counts these lines."""
        return "\n".join(f"{block.marker} {block.text}".strip() for block in self.blocks)


class Unreadable(Exception):
    """The document cannot be read; its text is one clear sentence for the person who gave it."""
