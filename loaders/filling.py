"""Rows into the tables of a new database, each held against what schema.sql says of it."""

from collections import defaultdict
from collections.abc import Callable

import duckdb

from database import keys
from database.creation import create_views
from loaders.problems import BuildRefused, Problem

Tables = dict[str, list[dict[str, object]]]
More = Callable[[duckdb.DuckDBPyConnection], None]
"""Inserts further rows inside the database, where there are too many of them for Python."""

FEW = 20_000
"""Rows of a table up to which lists are quicker than an Arrow table with its library."""


def fill(database: duckdb.DuckDBPyConnection, tables: Tables, more: More | None = None) -> None:
    """Makes the tables, inserts the rows and makes the views.

    Raises BuildRefused where a row breaks a constraint of its own, or where rows break keys or references: all of them.
    """
    # In one step, so that the file is written once.
    database.execute("begin")
    database.execute(keys.tables_alone())
    database.execute("commit")
    insert(database, tables)
    if more:
        more(database)
    problems = [
        Problem(broken.file, broken.line, f"{broken.table}: {broken.what}", broken.mend)
        for broken in keys.broken(database)
    ]
    if problems:
        raise BuildRefused(problems)
    create_views(database)


def insert(database: duckdb.DuckDBPyConnection, tables: Tables) -> None:
    """Inserts all rows or none. KeyError for a table that is not there, BuildRefused where one refuses a row."""
    order = [
        name for (name,) in database.execute("select table_name from duckdb_tables() order by table_oid").fetchall()
    ]
    unknown = set(tables) - set(order)
    if unknown:
        raise KeyError(f"no such tables in schema.sql: {', '.join(sorted(unknown))}")
    try:
        _in_one_step(database, order, tables, _insert_at_once)
    except duckdb.Error:
        _in_one_step(database, order, tables, _insert_in_lots)


Way = Callable[[duckdb.DuckDBPyConnection, str, tuple[str, ...], list[list[object]]], None]


def _in_one_step(database: duckdb.DuckDBPyConnection, order: list[str], tables: Tables, way: Way) -> None:
    """Inserts all rows or none; rows with the same columns together."""
    database.execute("begin")
    try:
        for table in order:
            by_columns: dict[tuple[str, ...], list[list[object]]] = defaultdict(list)
            for row in tables.get(table, []):
                by_columns[tuple(row)].append(list(row.values()))
            for columns, values in by_columns.items():
                way(database, table, columns, values)
    except Exception:
        database.execute("rollback")
        raise
    database.execute("commit")


def _insert_at_once(
    database: duckdb.DuckDBPyConnection, table: str, columns: tuple[str, ...], values: list[list[object]]
) -> None:
    """The rows a column at a time: far faster than a row at a time, but no error names the row."""
    names = ", ".join(f'"{column}"' for column in columns)
    lists = [list(column) for column in zip(*values, strict=True)]
    if len(values) <= FEW:
        database.execute(f'insert into "{table}" ({names}) select {", ".join(["unnest(?)"] * len(columns))}', lists)
        return
    # Imported here: it takes longer than all rows of today, and loads pandas, which takes longer still.
    import pyarrow

    try:
        lot = pyarrow.Table.from_arrays([pyarrow.array(column) for column in lists], columns)
    except pyarrow.ArrowException as error:
        raise duckdb.ConversionException(str(error)) from error
    database.register("lot", lot)
    database.execute(f'insert into "{table}" ({names}) select {names} from lot')
    database.unregister("lot")


def _insert_in_lots(
    database: duckdb.DuckDBPyConnection, table: str, columns: tuple[str, ...], values: list[list[object]]
) -> None:
    """The rows as parameters, in lots small enough to find the one that is refused."""
    names = ", ".join(f'"{column}"' for column in columns)
    marks = f"({', '.join('?' * len(columns))})"
    for start in range(0, len(values), 200):
        part = values[start : start + 200]
        statement = f'insert into "{table}" ({names}) values {", ".join([marks] * len(part))}'
        try:
            database.execute(statement, [value for row in part for value in row])
        except (duckdb.IntegrityError, duckdb.DataError, duckdb.ProgrammingError) as error:
            raise BuildRefused([_refused_row(table, columns, part, error)]) from error


def _refused_row(table: str, columns: tuple[str, ...], rows: list[list[object]], error: Exception) -> Problem:
    """The first row of a refused lot whose key stands in the database's message, else the first of all."""
    message = str(error).splitlines()[0]
    named = [row for row in rows if any(isinstance(value, str) and value and value in message for value in row)]
    row = dict(zip(columns, (named or rows)[0], strict=True))
    line = row.get("line")
    file = row.get("file") or row.get("source") or table
    return Problem(str(file), int(str(line)) if line else 1, f"{table}: {message}", "correct the row")
