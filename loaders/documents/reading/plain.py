"""Plain text to a document: paragraphs, items, rows and headings, told by the letters and the empty lines alone."""

import re
from collections.abc import Sequence

from loaders.documents.document import Document
from loaders.documents.reading.blocks import Blocks, is_uppercase, looks_like_heading
from loaders.documents.reading.encodings import decoded
from loaders.documents.reading.letters import clean
from loaders.documents.reading.lines import Line, is_wrapped, paragraphs
from loaders.documents.reading.markers import marked
from loaders.documents.reading.saying import published_of, publisher_of, title_of
from loaders.documents.reading.tables import Cell, table_rows

_TAB = 4
_CELLS = re.compile(r"\s*\t+\s*|\s+\|\s*|\s*\|\s+")


def read(content: bytes, name: str = "", url: str | None = None) -> Document:
    """The document that the bytes of a text are."""
    text, notes = decoded(content)
    blocks = Blocks()
    add_text(blocks, text.replace("\f", "\n\n"))
    found = tuple(blocks.all)
    return Document(
        "text",
        title_of(found),
        found,
        publisher=publisher_of(found, url),
        published=published_of(found, url),
        url=url,
        notes=notes,
    )


def add_text(blocks: Blocks, text: str) -> None:
    """Adds the blocks of a whole plain text."""
    raw = re.split(r"\r\n|\r|\n|\u2028|\u2029|\x85", text)
    lines = [_line(line, number) for number, line in enumerate(raw)]
    merged = paragraphs(lines) if is_wrapped([line.text for line in lines]) else [line for line in lines if line.text]
    place = 0
    while place < len(merged):
        rows = _rows(merged, raw, place)
        if len(rows) > 1:
            for cells, header in table_rows([[Cell(cell) for cell in row] for row in rows]):
                blocks.add_row(cells, header)
            place += len(rows)
            continue
        line = merged[place]
        blocks.add_line(line.text, indent=line.indent, heading=_heading(merged, place, raw))
        place += 1


def _line(raw: str, number: int) -> Line:
    wide = raw.expandtabs(_TAB)
    text = clean(wide)
    return Line(text, len(wide) - len(wide.lstrip()) if text else 0, number)


def _rows(lines: Sequence[Line], raw: Sequence[str], start: int) -> list[list[str]]:
    """The lines from `start` on that are rows of one table: cells between tabs or bars, as many in each."""
    rows: list[list[str]] = []
    for place in range(start, len(lines)):
        line = lines[place]
        source = raw[line.number].strip().strip("|").strip()
        cells = [clean(cell) for cell in _CELLS.split(source)] if "\t" in source or "|" in source else []
        if (
            len(cells) < 2
            or (rows and len(cells) != len(rows[0]))
            or (not rows and marked(line.text) and len(cells) == 2)
        ):
            break
        rows.append(cells)
    return [row for row in rows if any(set(cell) - set("-:= ") for cell in row)]


def _heading(lines: Sequence[Line], place: int, raw: Sequence[str]) -> int:
    """2 for a line in capitals, or a short one between empty lines, 1 where nothing is above it; 0 for no heading."""
    line = lines[place]
    item = marked(line.text)
    words = item.text if item else line.text
    if place + 1 == len(lines) or not looks_like_heading(words) or (item and not is_uppercase(words)):
        return 0
    is_first = place == 0
    if is_uppercase(words):
        return 1 if is_first else 2
    above = line.number == 0 or not raw[line.number - 1].strip()
    below = not raw[line.number + 1].strip() if line.number + 1 < len(raw) else False
    return (1 if is_first else 2) if above and below else 0
