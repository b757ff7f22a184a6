"""The one door through which every question goes to the database."""

from typing import Protocol

import pandas as pd
from duckdb import DuckDBPyConnection

from database.choice import Parameters


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
        return database.cursor().execute(sql, parameters or []).df()
    return database.answer(sql, parameters or [])
