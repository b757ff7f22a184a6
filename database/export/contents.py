"""What the open data hold: the tables and views of one built database, with their keys and what they mean."""

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa
from duckdb import DuckDBPyConnection

from database import definitions
from database.export.keys import ABOUT_COLUMNS, KEYED, KEYED_BY, LEFT_OUT, SEVERAL, VIEW_KEYS
from database.keys import primary_key


@dataclass(frozen=True)
class Column:
    """One column: its type in DuckDB and what it means; where no Lithuanian is written yet, both are English."""

    name: str
    type: str
    lt: str | None
    en: str | None


@dataclass(frozen=True)
class Table:
    """One table or view; `typed` are its rows with the types of the database."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[tuple[str, str, str], ...]
    typed: pa.Table

    @cached_property
    def rows(self) -> tuple[tuple[object, ...], ...]:
        """The rows, in an order that depends on nothing but themselves."""
        return tuple(zip(*(column.to_pylist() for column in self.typed.columns), strict=True))

    def records(self) -> list[dict[str, object]]:
        """The rows by column name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


class Contents:
    """One built database, as the files of an export need it. In: an open, read-only connection."""

    def __init__(self, database: DuckDBPyConnection):
        self.database = database.cursor()
        [build] = self.database.execute("select content_digest, newest_source from build").fetchall()
        self.version: str = build[0]
        self.newest_source: str | None = build[1]

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Every table and view that is written, by name."""
        found = self.database.execute(
            "select table_name from information_schema.tables where table_schema = 'main' order by table_name"
        ).fetchall()
        tables = {name: self._table(name) for (name,) in found if name not in LEFT_OUT}
        return dict(sorted((tables | {"columns": self._columns_table(tables)}).items()))

    @cached_property
    def terms(self) -> dict[str, dict[str, dict[str, str | None]]]:
        """The vocabularies: scheme -> code -> lt, en, description_lt, description_en."""
        schemes: dict[str, dict[str, dict[str, str | None]]] = {}
        for scheme, code, *words in self.database.execute(
            "select scheme, code, lt, en, description_lt, description_en from vocabulary order by scheme, position"
        ).fetchall():
            names = ("lt", "en", "description_lt", "description_en")
            schemes.setdefault(scheme, {})[code] = dict(zip(names, words, strict=True))
        return schemes

    @cached_property
    def reasons(self) -> dict[tuple[str, str], str]:
        """(strategy, field) -> why the field is not known."""
        rows = self.database.execute("select strategy, field, state from gaps where state <> 'known'").fetchall()
        return {(strategy, field): state for strategy, field, state in rows}

    @cached_property
    def period(self) -> tuple[int, int]:
        """First and last year that the strategies speak of."""
        query = "select min(coalesce(first_year, cast(left(eu_period, 4) as integer))), max(last_year) from strategies"
        [(first, last)] = self.database.execute(query).fetchall()
        return first, last or first

    def _table(self, name: str) -> Table:
        answer = self.database.sql(f'select * from "{name}" order by all')
        types = zip(answer.columns, answer.types, strict=True)
        columns = tuple(Column(column, str(kind), *self._meaning(name, column)) for column, kind in types)
        typed = answer.to_arrow_table()
        key = primary_key(name) or VIEW_KEYS.get(name, ())
        references = tuple(
            (column.name, other, KEYED_BY[other])
            for column in columns
            if (other := _referred(column, key)) not in (None, name) and (name, column.name) not in SEVERAL
        )
        return Table(name, *self._words(name), columns, key, references, typed)

    def _columns_table(self, tables: dict[str, Table]) -> Table:
        names = tuple(ABOUT_COLUMNS)
        columns = tuple(Column(name, "VARCHAR", *about) for name, about in ABOUT_COLUMNS.items())
        rows = [
            dict(zip(names, (table.name, column.name, column.type, column.lt, column.en), strict=True))
            for table in tables.values()
            for column in table.columns
        ]
        typed = pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in names]))
        return Table("columns", *self._words("columns"), columns, ("table", "column"), (), typed)

    def _words(self, name: str) -> tuple[dict[str, str], dict[str, str]]:
        """Title and description of a table in both languages."""
        term = self.terms.get("tables", {}).get(name, {})
        english = term.get("description_en") or self._comments.get((name, ""))
        english = english or _leading_comment(definitions.views().get(name, "")) or name
        title = {language: term.get(language) or name for language in ("lt", "en")}
        return title, {"lt": term.get("description_lt") or english, "en": english}

    def _meaning(self, table: str, column: str) -> tuple[str | None, str | None]:
        """What a column means in Lithuanian and English: its own words, else those of all columns of its name."""
        said = self.terms.get("columns", {})
        term = said.get(f"{table}.{column}") or said.get(column) or {}
        comments = {text for (_, name), text in self._comments.items() if name == column}
        comment = self._comments.get((table, column)) or (comments.pop() if len(comments) == 1 else None)
        english = term.get("description_en") or term.get("en") or comment
        return term.get("description_lt") or term.get("lt") or english, english

    @cached_property
    def _comments(self) -> dict[tuple[str, str], str]:
        tables = self.database.execute("select table_name, '', comment from duckdb_tables() where comment is not null")
        found = tables.fetchall()
        columns = "select table_name, column_name, comment from duckdb_columns() where comment is not null"
        found += self.database.execute(columns).fetchall()
        return {(table, column): comment for table, column, comment in found}


def _referred(column: Column, key: tuple[str, ...]) -> str | None:
    """The table that a column points at, or None."""
    if column.type != "VARCHAR" or (key == (column.name,) and column.name not in KEYED):
        return None
    return KEYED["source"] if column.name.endswith("_source") else KEYED.get(column.name)


def _leading_comment(sql: str) -> str:
    """The first lines of a view, which say its rule."""
    lines = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    return " ".join(lines)
