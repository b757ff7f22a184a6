"""Keys and references as schema.sql declares them, and the proof that the rows of a database keep them.

DuckDB holds every declared key as an index in memory, which at millions of rows asks for more than the rows themselves.
So a database is filled without them, and then a few questions prove them of all rows together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from duckdb import DuckDBPyConnection

from database import definitions

TOLD = 200
"""Rows that break one rule, of which each is told; of more the first."""

_TABLE = re.compile(r"^create table (\w+) \(\n(.*?)\n\);", re.MULTILINE | re.DOTALL)
_TOGETHER = re.compile(r"^\s+(?:primary key|unique) \((.+)\)$")
_NAME = re.compile(r'^\s+"?(\w+)"? ')
_REFERENCES = re.compile(r' references (\w+) \("?(\w+)"?\)')


@dataclass(frozen=True)
class Key:
    """Columns of a table whose values no two rows share; a row where one is missing is like no other."""

    table: str
    columns: tuple[str, ...]
    is_primary: bool


@dataclass(frozen=True)
class Reference:
    """A column of a table in which nothing stands but keys of another table."""

    table: str
    column: str
    other: str
    other_column: str


@dataclass(frozen=True)
class Broken:
    """A row that breaks a rule: its table, the place in data/ (the file of its source where it names no file of its
    own, line 1 where it names none), what is wrong and how to put it right."""

    table: str
    file: str
    line: int
    what: str
    mend: str


@cache
def tables_alone() -> str:
    """The statements that make the tables with all that schema.sql declares but keys and references."""
    return _TABLE.sub(lambda table: f"create table {table[1]} (\n{_plain(table[2])}\n);", definitions.schema())


@cache
def declared() -> tuple[Key | Reference, ...]:
    """Every key and reference of schema.sql, in its order."""
    return tuple(rule for table in _TABLE.finditer(definitions.schema()) for rule in _rules(table[1], table[2]))


def declared_keys() -> list[Key]:
    """The keys alone."""
    return [rule for rule in declared() if isinstance(rule, Key)]


def primary_key(table: str) -> tuple[str, ...]:
    """The columns by which a row of a table is named; none where it declares none."""
    return next((key.columns for key in declared_keys() if key.table == table and key.is_primary), ())


def declared_references() -> list[Reference]:
    """The references alone."""
    return [rule for rule in declared() if isinstance(rule, Reference)]


def broken(database: DuckDBPyConnection) -> Iterator[Broken]:
    """The rows that break a key or a reference, those of one rule together."""
    for key in declared_keys():
        # Hashes are small, and equal where the keys are.
        alike = database.execute(
            f"select 1 from (select {_hash(key)} as h from {key.table} where {_known(key)} group by h"
            " having count(*) > 1) as twice limit 1"
        )
        if alike.fetchone():
            yield from twice(database, key)
    # All that point at one table are asked together, for its keys are gathered once.
    for other, column in dict.fromkeys((rule.other, rule.other_column) for rule in declared_references()):
        asked = [rule for rule in declared_references() if (rule.other, rule.other_column) == (other, column)]
        pointing = " union all ".join(
            f'select {at} as rule, "{rule.column}" as named from {rule.table} where "{rule.column}" is not null'
            for at, rule in enumerate(asked)
        )
        wrong = database.execute(
            f'select distinct rule from ({pointing}) as p anti join {other} as o on o."{column}" = p.named'
            " order by rule"
        )
        for (at,) in wrong.fetchall():
            yield from _pointing_nowhere(database, asked[at])


def _plain(body: str) -> str:
    kept = [line for line in _lines(body) if not _TOGETHER.match(line)]
    return ",\n".join(
        _REFERENCES.sub("", line).replace(" primary key", " not null").replace(" unique", "") for line in kept
    )


def _rules(table: str, body: str) -> Iterator[Key | Reference]:
    for line in _lines(body):
        if together := _TOGETHER.match(line):
            yield Key(table, tuple(name.strip(' "') for name in together[1].split(",")), " primary key" in line)
        elif name := _NAME.match(line):
            if " primary key" in line or " unique" in line:
                yield Key(table, (name[1],), " primary key" in line)
            if other := _REFERENCES.search(line):
                yield Reference(table, name[1], other[1], other[2])


def _lines(body: str) -> list[str]:
    return [line.removesuffix(",") for line in body.splitlines()]


def _listed(key: Key) -> str:
    return ", ".join(f'"{column}"' for column in key.columns)


def _hash(key: Key) -> str:
    return f"hash({_listed(key)})"


def _known(key: Key) -> str:
    return " and ".join(f'"{column}" is not null' for column in key.columns)


def twice(database: DuckDBPyConnection, key: Key) -> Iterator[Broken]:
    """The rows whose key a row before them has."""
    alike = f"select {_hash(key)} as h from {key.table} where {_known(key)} group by h having count(*) > 1"
    rows = database.execute(
        f"""
        select number, words from (
            select rowid as number, concat_ws(', ', {_listed(key)}) as words,
                row_number() over (partition by {_listed(key)} order by rowid) as place
            from {key.table} where {_known(key)} and {_hash(key)} in ({alike})
        ) as numbered
        where place > 1 order by number limit {TOLD}
        """
    )
    named = ", ".join(key.columns)
    for number, words in rows.fetchall():
        place = _place(database, key.table, number)
        yield Broken(key.table, *place, f"{named} '{words}' stands twice", "remove or rename one of them")


def _pointing_nowhere(database: DuckDBPyConnection, rule: Reference) -> Iterator[Broken]:
    """The rows that name what the other table does not have."""
    rows = database.execute(
        f"""
        select p.rowid, p."{rule.column}" from {rule.table} as p
        anti join {rule.other} as o on o."{rule.other_column}" = p."{rule.column}"
        where p."{rule.column}" is not null order by p.rowid limit {TOLD}
        """
    )
    for number, words in rows.fetchall():
        what = f"{rule.column} '{words}' is not in {rule.other}"
        yield Broken(rule.table, *_place(database, rule.table, number), what, "add it there, or correct the row")


def _place(database: DuckDBPyConnection, table: str, number: int) -> tuple[str, int]:
    """File and line of a row."""
    answer = database.execute(f"select * from {table} where rowid = ?", [number])
    row = dict(zip([column[0] for column in answer.description], answer.fetchone(), strict=True))
    said = database.execute("select file from sources where source = ?", [row.get("source")]).fetchone()
    return str(row.get("file") or (said[0] if said else row.get("source")) or table), row.get("line") or 1
