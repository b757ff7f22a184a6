"""The form of the tables as DuckDB has it: of an empty copy in memory the types of an answer are known.

So an answer of ClickHouse becomes the same DataFrame as one of DuckDB, and no rule of ours says which type a sum or a
count has: DuckDB itself says it.
"""

import duckdb
import pandas as pd
import pyarrow

from database.door import frame

STORED = {
    "VARCHAR": "String",
    "BOOLEAN": "Bool",
    "TINYINT": "Int8",
    "SMALLINT": "Int16",
    "INTEGER": "Int32",
    "BIGINT": "Int64",
    "HUGEINT": "Decimal(38, 0)",
    "UBIGINT": "UInt64",
    "FLOAT": "Float32",
    "DOUBLE": "Float64",
    "DATE": "Date32",
    "TIMESTAMP": "DateTime64(6, 'UTC')",
}
"""The type in which ClickHouse keeps a column of DuckDB; a DECIMAL is the same in both."""


def stored_type(duckdb_type: str) -> str:
    """The type in which ClickHouse keeps a column. It may always be missing: NULL then means what it means in SQL.

    Raises ValueError for a type that has none.

    >>> stored_type("DECIMAL(14,2)")
    'Nullable(Decimal(14,2))'
    """
    found = duckdb_type.capitalize() if duckdb_type.startswith("DECIMAL(") else STORED.get(duckdb_type)
    if found is None:
        raise ValueError(f"no type of ClickHouse is known for {duckdb_type}; add it to database/clickhouse/form.py")
    return f"Nullable({found})"


class Form:
    """An empty copy of every table and view of a database."""

    def __init__(self, columns: pd.DataFrame):
        """In: table_name, column_name and data_type of every column, in order."""
        self._empty = duckdb.connect(":memory:", config={"threads": "1", "memory_limit": "1GB"})
        self._empty.execute("set timezone = 'UTC'")
        for table, held in columns.groupby("table_name", sort=False):
            listed = ", ".join(f'"{row.column_name}" {row.data_type}' for row in held.itertuples())
            self._empty.execute(f'create table "{table}" ({listed})')

    def types(self, sql: str, parameters: list[object]) -> list[tuple[str, str]]:
        """Name and type of each column of the answer to a question. Raises duckdb.Error where DuckDB refuses it."""
        asked = self._empty.cursor().execute(sql, parameters)
        return [(name, str(kind)) for name, kind, *_rest in asked.description or []]

    def frame(self, answer: pyarrow.Table, types: list[tuple[str, str]]) -> pd.DataFrame:
        """An answer in these types, as DuckDB hands it over."""
        names = [f"c{number}" for number in range(len(types))]
        cast = ", ".join(f'cast({at} as {kind}) as "{name}"' for at, (name, kind) in zip(names, types, strict=True))
        cursor = self._empty.cursor()
        cursor.register("answer", answer.rename_columns(names))
        try:
            return frame(cursor.sql(f"select {cast} from answer"))
        finally:
            cursor.unregister("answer")

    def close(self) -> None:
        """Forgets the copy."""
        self._empty.close()
