"""Every row of a built database by table, to be put into another one."""

from contextlib import closing
from pathlib import Path

from database.connection import open_database


def stored(path: Path) -> dict[str, list[dict[str, object]]]:
    """The rows of all tables as they are kept; views, stored ones too, left out.

    Raises NoDatabase where the file cannot be read.
    """
    with closing(open_database(path)) as database:
        names = database.execute(
            "select table_name from duckdb_tables() where schema_name = 'main' order by table_oid"
        ).fetchall()
        tables = {}
        for (name,) in names:
            answer = database.execute(f'select * from "{name}"')
            columns = [column[0] for column in answer.description]
            tables[name] = [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]
    return tables
