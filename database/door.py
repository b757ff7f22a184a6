"""The one door through which every question goes to the database."""

import pandas as pd
from duckdb import DuckDBPyConnection

from database.choice import Parameters


def answer(database: DuckDBPyConnection, sql: str, parameters: Parameters | None = None) -> pd.DataFrame:
    """The rows of a question. Each takes a cursor of its own, for the connection is not thread-safe."""
    return database.cursor().execute(sql, parameters or []).df()
