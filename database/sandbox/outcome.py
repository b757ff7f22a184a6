"""What became of a query: a table, or the one reason why there is none."""

import json
import re
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

KINDS = (
    "rows", "empty", "long", "not_one", "not_reading", "engine", "wide", "large", "memory", "time", "cancelled", "busy",
    "crash", "unavailable",
)  # fmt: skip
"""rows: a table. engine: the engine found a mistake and says which. wide, large: too many columns, a row too long.
crash: the process ended without a word. unavailable: it could not be started."""

CUTS = ("", "rows", "size")
"""Why a table ends before the answer does: it does not; too many rows; too much in them."""

WHOLE = {f"{sign}{size}" for sign in ("", "U") for size in ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")}
FRACTIONS = {"FLOAT", "DOUBLE"}
DECIMAL = re.compile(r"-?\d{1,40}(\.\d{1,40})?")
CELL = (str, int, float, bool, type(None))


@dataclass(frozen=True, eq=False)
class Outcome:
    """What became of a query. `rows` where kind is "rows"; `said` are the engine's own words, or a detail."""

    kind: str
    rows: pd.DataFrame | None = None
    cut: str = ""
    said: str = ""
    seconds: float = 0.0


def read(content: bytes) -> Outcome:
    """The outcome that a child wrote. What is not of the form agreed upon is a crash, whatever it is."""
    try:
        said = json.loads(content)
        kind, detail, seconds = said["kind"], said.get("said", ""), float(said["seconds"])
        if kind not in KINDS or not isinstance(detail, str):
            raise ValueError(kind)
        if kind != "rows":
            return Outcome(kind, said=detail, seconds=seconds)
        if said["cut"] not in CUTS:
            raise ValueError(said["cut"])
        return Outcome("rows", table(said["columns"], said["rows"]), said["cut"], seconds=seconds)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Outcome("crash")


def table(columns: list, rows: list) -> pd.DataFrame:
    """The rows under their names, each column of the type that the engine names: numbers as numbers, else text.

    Raises ValueError or TypeError where names, rows and cells do not fit together.
    """
    names = distinct([str(name) for name, _kind in columns])
    if any(type(row) is not list or len(row) != len(names) for row in rows):
        raise ValueError("a row of another length")
    if not all(isinstance(cell, CELL) for row in rows for cell in row):
        raise TypeError("a cell that is no value")
    values = {
        name: column([row[at] for row in rows], str(kind))
        for at, (name, (_name, kind)) in enumerate(zip(names, columns, strict=True))
    }
    return pd.DataFrame(values, columns=names)


def distinct(names: list[str]) -> list[str]:
    """Names of columns, none of them twice and none of them empty.

    >>> distinct(["n", "n", "", "n_2"])
    ['n', 'n_2', 'column', 'n_2_2']
    """
    taken: list[str] = []
    for name in names:
        wanted, number = name or "column", 1
        while wanted in taken:
            number += 1
            wanted = f"{name or 'column'}_{number}"
        taken.append(wanted)
    return taken


def column(values: list, kind: str) -> pd.Series:
    """One column. A number too large for its kind (or none at all: nan) makes the column one of text.

    >>> column([1, None], "INTEGER").dtype, column(["0.50"], "DECIMAL(4,2)")[0]
    (Int64Dtype(), Decimal('0.50'))
    """
    known = [value for value in values if value is not None]
    if kind == "BOOLEAN" and all(isinstance(value, bool) for value in known):
        return pd.Series(values, dtype="boolean")
    if kind in WHOLE and all(type(value) is int for value in known):
        return pd.Series(values, dtype="Int64" if all(value < 1 << 63 for value in known) else "object")
    if kind in FRACTIONS and all(type(value) in (int, float) for value in known):
        return pd.Series(values, dtype="Float64")
    if kind.startswith("DECIMAL") and all(isinstance(value, str) and DECIMAL.fullmatch(value) for value in known):
        return pd.Series([None if value is None else Decimal(value) for value in values], dtype="object")
    return pd.Series([None if value is None else str(value) for value in values], dtype="str")
