"""The digest of all that a database holds: the same rows give the same digest, in whatever order they were put in."""

import hashlib

from duckdb import DuckDBPyConnection

from database import definitions
from database.creation import SCHEMA

NOT_CONTENT = "build"
"""The table that says when and from which data the others were made."""


def content_digest(database: DuckDBPyConnection) -> str:
    """Digest of the rows of all tables but `build`, and of what the views make of them.

    It is counted inside the database, row by row, so that it needs no memory for the rows themselves. The rows of
    stored views follow from the others.
    """
    digest = hashlib.sha256()
    for text in (definitions.schema(), *definitions.views().values(), repr(definitions.STORED)):
        digest.update(text.encode())
    for table, names in _columns(database, "main").items():
        if table != NOT_CONTENT:
            row = ", ".join(f"""strlen(cast("{name}" as varchar)), ':', cast("{name}" as varchar)""" for name in names)
            counted = database.execute(
                f"""
                select count(*), sum(cast(md5_number_lower(row_text) as hugeint))
                from (select concat({row}) as row_text from "{table}") as texts
                """
            ).fetchone()
            digest.update(repr((table, counted)).encode())
    return digest.hexdigest()


def read_stored(database: DuckDBPyConnection) -> None:
    """Reads every value of the stored views. Raises duckdb.Error where one is missing or its block is damaged."""
    columns = _columns(database, SCHEMA)
    for view in definitions.STORED:
        listed = ", ".join(f'"{name}"' for name in columns.get(view, ["*"]))
        database.execute(f"select bit_xor(hash({listed})) from {SCHEMA}.{view}").fetchone()


def _columns(database: DuckDBPyConnection, schema: str) -> dict[str, list[str]]:
    """The columns of each table of a schema, without views."""
    columns: dict[str, list[str]] = {}
    for table, column in database.execute(
        "select table_name, column_name from duckdb_columns()"
        " where table_oid in (select table_oid from duckdb_tables()) and schema_name = ?"
        " order by table_name, column_index",
        [schema],
    ).fetchall():
        columns.setdefault(table, []).append(column)
    return columns
