"""The digest of all that a database holds: the same rows give the same digest, in whatever order they were put in."""

import hashlib

from duckdb import DuckDBPyConnection

from database import definitions

NOT_CONTENT = "build"
"""The table that says when and from which data the others were made."""


def content_digest(database: DuckDBPyConnection) -> str:
    """Digest of the rows of all tables but `build`, of stored views too, and of what the views make of them.

    It is counted inside the database, row by row, so that it needs no memory for the rows themselves.
    """
    digest = hashlib.sha256()
    for text in (definitions.schema(), *definitions.views().values(), repr(definitions.STORED)):
        digest.update(text.encode())
    columns: dict[tuple[str, str], list[str]] = {}
    for schema, table, column in database.execute(
        "select schema_name, table_name, column_name from duckdb_columns() as c"
        " where table_oid in (select table_oid from duckdb_tables()) order by schema_name, table_name, column_index"
    ).fetchall():
        if table != NOT_CONTENT:
            columns.setdefault((schema, table), []).append(column)
    for (schema, table), names in columns.items():
        row = ", ".join(f"""strlen(cast("{name}" as varchar)), ':', cast("{name}" as varchar)""" for name in names)
        counted = database.execute(
            f"""
            select count(*), sum(cast(md5_number_upper(row_text) as hugeint)),
                sum(cast(md5_number_lower(row_text) as hugeint))
            from (select concat({row}) as row_text from "{schema}"."{table}") as texts
            """
        ).fetchone()
        digest.update(repr((schema, table, counted)).encode())
    return digest.hexdigest()
