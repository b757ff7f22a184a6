"""Tables of the pages of a PDF: the cells that its ruled lines enclose."""

import io
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from loaders.documents.reading.letters import clean
from loaders.documents.reading.lines import joined
from loaders.documents.reading.pdf_lines import CUTS
from loaders.documents.reading.tables import Cell

SECONDS = 20
"""How long tables are looked for; after that the rest is read as lines."""
_CUT = re.compile(rf"[{CUTS}]\s*")
_FEWEST_PATHS = 4
_MOST_PATHS = 4000
_MOST_LETTERS = 30_000
_NEAR = 2.0
_ROWS_WITH_LETTERS = 2


@dataclass(frozen=True, slots=True)
class PdfTable:
    """Rows of cells, the page of each row, and the box of the table on its first page: left, bottom, right, top."""

    rows: list[list[Cell]]
    pages: list[int]
    columns: int
    box: tuple[float, float, float, float]

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point of the page lies within the table."""
        left, bottom, right, top = self.box
        return left <= point[0] <= right and bottom <= point[1] <= top


class TableFinder:
    """Finds the tables of the pages of one PDF, as long as its time lasts."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._plumber: pdfplumber.PDF | None = None
        self._until = time.monotonic() + SECONDS
        self.skipped: list[int] = []

    def tables(self, page: pypdfium2.PdfPage, number: int) -> list[PdfTable]:
        """The tables of a page that has ruled lines, from the top."""
        paths = sum(
            1 for _ in zip(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]), range(_MOST_PATHS + 1), strict=False)
        )
        if paths < _FEWEST_PATHS:
            return []
        if time.monotonic() > self._until or paths > _MOST_PATHS:
            self.skipped.append(number)
            return []
        try:
            if self._plumber is None:
                self._plumber = pdfplumber.open(io.BytesIO(self._content))
            ruled = self._plumber.pages[number - 1]
            if ruled.rotation or len(ruled.chars) > _MOST_LETTERS:
                self.skipped.append(number)
                return []
            found = [_table(table, ruled, page, number) for table in ruled.find_tables()]
            ruled.close()
        except Exception:
            self.skipped.append(number)
            return []
        return sorted((table for table in found if table is not None), key=lambda table: -table.box[3])


def _table(
    table: pdfplumber.table.Table, ruled: pdfplumber.page.Page, page: pypdfium2.PdfPage, number: int
) -> PdfTable | None:
    cells = table.cells
    lefts, tops = _edges([cell[0] for cell in cells]), _edges([cell[1] for cell in cells])
    if len(lefts) < 2:
        return None
    height = page.get_height()
    textpage = page.get_textpage()
    bold = [
        ((char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2, "bold" in char["fontname"].lower())
        for char in ruled.chars
    ]
    rows: list[list[Cell]] = []
    for place, top in enumerate(tops):
        row = []
        for left, upper, right, lower in sorted(cell for cell in cells if abs(cell[1] - top) <= _NEAR):
            text = _text(textpage.get_text_bounded(left + 1, height - lower + 1, right - 1, height - upper - 1))
            spans = _span(lefts, left, right), _span(tops, upper, lower)
            letters = (
                [is_bold for x, y, is_bold in bold if left < x < right and upper < y < lower]
                if place < _ROWS_WITH_LETTERS
                else []
            )
            row.append((left, Cell(text, *spans, is_bold=bool(letters) and all(letters))))
        rows.append([cell for _, cell in row])
    textpage.close()
    left, upper, right, lower = table.bbox
    if not any(cell.text for row in rows for cell in row):
        return None
    return PdfTable(rows, [number] * len(rows), len(lefts), (left, height - lower, right, height - upper))


def _edges(places: Sequence[float]) -> list[float]:
    """Places that differ by more than the width of a line."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _span(edges: Sequence[float], start: float, end: float) -> int:
    return max(sum(start - _NEAR <= edge < end - _NEAR for edge in edges), 1)


def _text(written: str) -> str:
    """The lines of a cell as one."""
    lines = map(clean, _CUT.sub("-\n", written).splitlines())
    return joined(*filter(None, lines))


def continued(tables: Sequence[PdfTable]) -> PdfTable:
    """Tables on pages that follow each other as one; a heading row said again is said once, a cut row is whole."""
    first = tables[0]
    rows, pages = list(first.rows), list(first.pages)
    for table in tables[1:]:
        further = list(table.rows)
        if further and [cell.text for cell in further[0]] == [cell.text for cell in first.rows[0]]:
            further = further[1:]
        if further and rows and _is_cut(rows[-1], further[0]):
            pairs = zip(rows[-1], further[0], strict=True)
            rows[-1] = [Cell(_text(f"{one.text}\n{other.text}"), one.columns) for one, other in pairs]
            further = further[1:]
        rows += further
        pages += [table.pages[0]] * len(further)
    return PdfTable(rows, pages, first.columns, first.box)


def _is_cut(row: Sequence[Cell], after: Sequence[Cell]) -> bool:
    """Whether the page cut a row: it goes on without the first cell, in small letters."""
    filled = [cell.text for cell in after if cell.text]
    return len(row) == len(after) and not after[0].text and bool(filled) and all(text[0].islower() for text in filled)
