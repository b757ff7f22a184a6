"""Tables of any source to rows of cells: spans are laid out, and the heading row is told from the others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST_HEAD = 90
_MOST_HEAD_ROWS = 3
_MOST_COLUMNS = 60
_FIGURE = re.compile(r"[\d\s.,%€–-]*\d[\d\s.,]*\s*(?:€|%|eur\w*|proc\.?|vnt\.?|mln\.?|tūkst\.?)?", re.IGNORECASE)
_COUNTED = re.compile(r"(?:eil\. ?)?nr\.?|\d{1,2}\.?", re.IGNORECASE)
_HEAD_WORDS = re.compile(
    r"\b(?:nr|pavadinim|sum(?:a|os)\b|vert[ėe]|reikšm|rodikl|data\b|datos|terminas|lėš|dydis|kiekis|skaičius|planuo|pasiek|siekt"
    r"|tiksl(?:as|ai)\b|uždavin|priemon|veiksm|veikl(?:a|os)\b|projekt(?:as|ai|o vykd)"
    r"|vykdytoj|pareiškėj|tikslinė|grup|eurai|eur\b"
    r"|met(?:ai|ų)\b"
    r"|aprašym|matavimo|vienet|šaltin|finansav|intensyvum|kod(?:as|ai)\b|statusas|etap)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the source has it."""

    text: str
    columns: int = 1
    rows: int = 1
    is_head: bool = False
    """Whether the source marks it as one of a heading row or column."""
    is_bold: bool = False


Row = tuple[tuple[str, ...], tuple[str, ...]]
"""Cells of a row, and the cells of the heading row above it (none for the heading row itself)."""


def table_rows(table: Sequence[Sequence[Cell]], header: tuple[str, ...] = ()) -> Iterator[Row]:
    """Rows with their header. A row that is one cell across the table has that cell alone, and no header.

    What a cell spans further is empty, as in the source; in a header it is said again, for each column needs it.
    `header`: of the table that this one goes on, on the page before.
    """
    grid = _laid_out(table)
    width = max((len(row) for row in grid), default=0)
    heads = _head_rows(grid, width)
    if header and len(header) == width:
        if heads and _header(grid[:heads], width) != header:
            header = ()
        elif heads:
            grid, heads = grid[heads:], 0
    else:
        header = ()
    if heads:
        header = _header(grid[:heads], width)
    for place, row in enumerate(grid):
        cells = tuple(cell.text if is_own else "" for cell, is_own in row) + ("",) * (width - len(row))
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        if len(filled) == 1 and width > 1 and row[0][0].columns >= width:
            yield (filled[0],), ()
        else:
            yield cells, () if place < heads else header


def _laid_out(table: Sequence[Sequence[Cell]]) -> list[list[tuple[Cell, bool]]]:
    """Every place of the table with the cell that covers it, and whether it is the first place of that cell."""
    covered: dict[tuple[int, int], Cell] = {}
    grid: list[list[tuple[Cell, bool]]] = []
    for place, row in enumerate(table):
        line: list[tuple[Cell, bool]] = []

        def fill(line: list[tuple[Cell, bool]] = line, place: int = place) -> None:
            while (place, len(line)) in covered:
                line.append((covered.pop((place, len(line))), False))

        for cell in row:
            fill()
            if len(line) >= _MOST_COLUMNS:
                break
            start = len(line)
            columns = range(start, min(start + max(cell.columns, 1), _MOST_COLUMNS))
            line += [(cell, column == start) for column in columns]
            below = range(place + 1, min(place + max(cell.rows, 1), len(table)))
            covered.update({(under, column): cell for under in below for column in columns})
        fill()
        grid.append(line)
    return grid


def _header(rows: Sequence[Sequence[tuple[Cell, bool]]], width: int) -> tuple[str, ...]:
    """One text a column: of several heading rows the words from above to below."""
    texts = []
    for column in range(width):
        words = [row[column][0].text for row in rows if column < len(row) and row[column][0].columns < width]
        texts.append(" ".join(dict.fromkeys(word for word in words if word)))
    return tuple(texts)


def _head_rows(grid: Sequence[Sequence[tuple[Cell, bool]]], width: int) -> int:
    """How many rows on top are headings."""
    if width < 2 or len(grid) < 2:
        return 0
    start = 0
    # A title across the whole table may stand above its heading row.
    if grid[0] and grid[0][0][0].columns >= width and not grid[0][0][0].is_head:
        start = 1
    marked = start
    for row in grid[start : start + _MOST_HEAD_ROWS]:
        if not row or not all(cell.is_head for cell, _ in row):
            break
        marked += 1
    if marked > start:
        return min(marked, len(grid) - 1) if marked < len(grid) else 0
    if len(grid) - start < 2 or not _is_head(grid[start], grid[start + 1 :], width):
        return 0
    spans = any(cell.rows > 1 or cell.columns > 1 for cell, _ in grid[start])
    deep = max((cell.rows for cell, _ in grid[start]), default=1) if spans else 1
    return min(start + max(1, min(deep, _MOST_HEAD_ROWS)), len(grid) - 1)


def _is_head(row: Sequence[tuple[Cell, bool]], below: Sequence[Sequence[tuple[Cell, bool]]], width: int) -> bool:
    """Whether a row that is not marked as one is a heading row: short words above longer ones or figures."""
    cells = [cell for cell, is_own in row if is_own]
    texts = [cell.text for cell in cells]
    filled = [text for text in texts if text]
    if len(filled) < max(2, len(texts) - 1) or any(
        len(text) > _LONGEST_HEAD or _FIGURE.fullmatch(text) for text in filled
    ):
        return False
    if all(cell.is_bold or not cell.text for cell in cells) and not all(
        cell.is_bold for line in below for cell, _ in line if cell.text
    ):
        return True
    known = sum(bool(_HEAD_WORDS.search(text)) for text in filled)
    if width == 2:
        # In a table of names and values the first row is one of them, however much it looks like a heading.
        if not known or not (_COUNTED.fullmatch(texts[0]) or _HEAD_WORDS.search(texts[-1])):
            return False
        values = [line[1][0].text for line in below if len(line) > 1]
        labels = [line[0][0].text for line in below if line]
        return not any(_HEAD_WORDS.search(label) and len(label) < 40 for label in labels[:4]) or (
            sum(bool(_FIGURE.fullmatch(value)) for value in values) * 2 > len(values)
        )
    return known * 2 >= len(filled)
