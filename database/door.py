"""The one door through which every question goes to the database."""

from typing import Protocol

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection, DuckDBPyRelation

from database.choice import Parameters

TEXT = pd.StringDtype(na_value=float("nan"))

WITH_GAPS = {
    pa.bool_(): pd.BooleanDtype(),
    pa.int8(): pd.Int8Dtype(),
    pa.int16(): pd.Int16Dtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.uint8(): pd.UInt8Dtype(),
    pa.uint16(): pd.UInt16Dtype(),
    pa.uint32(): pd.UInt32Dtype(),
    pa.uint64(): pd.UInt64Dtype(),
}
"""The types of columns of which some values are missing."""


class Elsewhere(Protocol):
    """A database that is no file of DuckDB but answers the same questions with the same frames."""

    def answer(self, sql: str, parameters: Parameters) -> pd.DataFrame:
        """The rows of a question in DuckDB's SQL."""

    def close(self) -> None:
        """Ends the connection."""


Database = DuckDBPyConnection | Elsewhere


def answer(database: Database, sql: str, parameters: Parameters | None = None) -> pd.DataFrame:
    """The rows of a question. Each takes a cursor of its own, for the connection is not thread-safe."""
    if isinstance(database, DuckDBPyConnection):
        return frame(database.cursor().sql(sql, params=parameters or None))
    return database.answer(sql, parameters or [])


def frame(asked: DuckDBPyRelation) -> pd.DataFrame:
    """The rows of what DuckDB was asked, in the types of its own `df()`, which writes texts one by one.

    Of long answers this takes a half to a third of the time.
    """
    table = asked.to_arrow_table()
    told = pa.Table.from_arrays([_plain(column) for column in table.columns], table.column_names)
    rows = told.to_pandas(types_mapper={pa.string(): TEXT}.get)
    for name, column in zip(told.column_names, told.columns, strict=True):
        if column.null_count and column.type in WITH_GAPS:
            rows[name] = column.to_pandas(types_mapper=WITH_GAPS.get)
        elif column.type == pa.string() and column.null_count == len(column):
            rows[name] = rows[name].astype(object).where(pd.notna, None)
    return rows


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Decimals and sums of whole numbers as floating numbers, days as moments."""
    if pa.types.is_decimal(column.type):
        return _floating(column)
    return column.cast(pa.timestamp("us")) if pa.types.is_date(column.type) else column


def _floating(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Each decimal as the floating number that is written like it: its digits, divided by the power of ten.

    Arrow's own cast multiplies by the inverse of that power, which makes 1.7 a 1.7000000000000002.
    """
    digits = pa.decimal128(column.type.precision, 0)
    whole = pa.chunked_array([chunk.view(digits) for chunk in column.chunks], digits)
    return pc.divide(whole.cast(pa.float64()), 10.0**column.type.scale)
