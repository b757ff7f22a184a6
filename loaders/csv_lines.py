"""A CSV file as lines of checked cells: what is missing, doubled or not what it must be is a Problem."""

import csv
import io
import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from pathlib import Path

from loaders.normalise.wordings import nearest
from loaders.problems import Problem

MOST_TOLD = 200
"""Characters of a message: a reader looks at the line itself for more."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]+)?")


class Line:
    """One line of a table. A cell that is not right is noted, once, and `is_whole` is then False."""

    def __init__(self, file: str, line: int, cells: dict[str, str], problems: list[Problem]):
        self.file, self.line, self._cells, self._problems = file, line, cells, problems
        self.is_whole = True

    def refuse(self, what: str, mend: str) -> None:
        """Notes what is wrong with this line; of a cell of any length only the beginning is told."""
        told = what if len(what) <= MOST_TOLD else f"{what[:MOST_TOLD]}…"
        self._problems.append(Problem(self.file, self.line, told, mend))
        self.is_whole = False

    def optional(self, column: str) -> str | None:
        """The text of a cell, None where it is empty."""
        return self._cells[column] or None

    def text(self, column: str) -> str:
        """The text of a cell that must not be empty."""
        if not self._cells[column]:
            self.refuse(f"'{column}' is empty", "fill it in")
        return self._cells[column]

    def known(self, column: str, names: Collection[str], where: str) -> str:
        """The text of a cell that must be one of `names`, which stand in the file `where`.

        No names at all means that this file could not be read: that is told once, not for every line.
        """
        value = self.text(column)
        if value and names and value not in names:
            meant = nearest(value, list(names), limit=1)
            advice = f"did you mean '{meant[0]}'?" if meant else f"use a name of {where}, or add it there"
            self.refuse(f"{column}: '{value}' is not known", advice)
        return value

    def number(self, column: str, lowest: str, highest: str, decimals: int) -> Decimal:
        """The number in a cell, with a decimal point; zero where it is not one, which was then noted."""
        value = self.text(column)
        if not value:
            return Decimal(0)
        if not _NUMBER.fullmatch(value):
            self.refuse(f"{column}: '{value}' is not a number", "write digits with a decimal point, as 1234.5")
            return Decimal(0)
        if len(value.partition(".")[2]) > decimals:
            self.refuse(f"{column}: '{value}' has more than {decimals} decimals", "round it")
        number = Decimal(value)
        if not Decimal(lowest) <= number <= Decimal(highest):
            self.refuse(f"{column}: {value} is not between {lowest} and {highest}", "correct it")
        return number


def read_lines(file: Path, name: str, columns: tuple[str, ...], problems: list[Problem]) -> Iterator[Line]:
    """The lines of a CSV file whose columns are exactly `columns`, in any order.

    In: the file, the name by which messages call it, and the list to which problems are added: the file is
    missing, not UTF-8, empty or with control characters; a column is missing, unexpected or doubled; a line has not
    as many cells.
    """
    if not file.exists():
        problems.append(Problem(name, 1, "the file is missing", "put it back"))
        return
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(Problem(name, line, "the file is not UTF-8", "save it as UTF-8"))
        return
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        problems.append(Problem(name, line, f"a control character, {control[0]!r}", "remove it"))
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        wrong = list(_wrong_columns(header, columns, name))
        problems += wrong
        if wrong:
            return
        count = 0
        for cells in reader:
            if not cells:
                continue
            count += 1
            if len(cells) != len(header):
                what = f"{len(cells)} cells, {len(header)} columns"
                problems.append(Problem(name, reader.line_num, what, "quote cells that hold commas"))
                continue
            named = dict(zip(header, (cell.strip() for cell in cells), strict=True))
            yield Line(name, reader.line_num, named, problems)
        if not count:
            problems.append(Problem(name, 1, "the file has no lines", "put its rows back"))
    except csv.Error as error:
        problems.append(Problem(name, reader.line_num, f"not valid CSV: {error}", "check the quotes on this line"))


def _wrong_columns(header: list[str], columns: tuple[str, ...], name: str) -> Iterator[Problem]:
    if not header:
        yield Problem(name, 1, "the file is empty", f"its columns are {', '.join(columns)}")
        return
    for column in columns:
        if column not in header:
            yield Problem(name, 1, f"the column '{column}' is missing", f"columns: {', '.join(columns)}")
    for column in sorted(set(header)):
        if column not in columns:
            yield Problem(name, 1, f"unexpected column '{column}'", f"columns: {', '.join(columns)}")
        elif header.count(column) > 1:
            yield Problem(name, 1, f"the column '{column}' stands twice", "remove one of them")
