"""A ClickHouse server as the pages ask it: read-only, within limits, one whole version of the data at a time.

`<database>.versions` has a line for each time that a version was put into use; the last line counts. The version
itself is a database of its own, `<database>_<digest>`, in which nothing changes any more.
"""

import re

import clickhouse_connect
import pandas as pd
import pyarrow
import urllib3
from clickhouse_connect.driver.client import Client
from clickhouse_connect.driver.exceptions import ClickHouseError

from database.clickhouse.address import Address
from database.clickhouse.dialect import kind, translated
from database.clickhouse.form import Form
from database.connection import DIGITS, NoDatabase

MEANT_AS_IN_DUCKDB = {
    # What an outer join does not find is missing, not 0 or ''.
    "join_use_nulls": 1,
    # A name means the column before it means what the same question calls so.
    "prefer_column_name_to_alias": 1,
    # A sum of nothing is missing, not 0.
    "aggregate_functions_null_for_empty": 1,
    "union_default_mode": "DISTINCT",
    "session_timezone": "UTC",
    "output_format_arrow_string_as_string": 1,
}
LIMITS = {
    "max_execution_time": 30,
    "max_memory_usage": 4_000_000_000,
    "max_result_bytes": 1_000_000_000,
    "result_overflow_mode": "throw",
    # Nothing is written or made, and this cannot be undone.
    "readonly": 2,
}
WAIT, LONGEST = 5, 300
"""Seconds until a server that cannot be reached, or that does not end its answer, counts as away."""

Failure = (ClickHouseError, urllib3.exceptions.HTTPError, OSError)
"""What goes wrong between here and the server."""


class Clickhouse:
    """One version of the data, open for questions from any number of threads."""

    def __init__(self, address: Address, version: str):
        """Raises NoDatabase where the server is away or has no such version."""
        self.version = version
        try:
            self._client = connected(address, MEANT_AS_IN_DUCKDB | LIMITS, f"{address.database}_{version}")
            columns = self._client.query_arrow(
                "select table_name, column_name, data_type from duckdb_columns where schema_name = 'main'"
                " order by table_oid, column_index"
            )
        except Failure as error:
            raise NoDatabase(f"{address.database}_{version}: {told(error)}") from error
        self._form = Form(columns.to_pandas())

    def answer(self, sql: str, parameters: list[object]) -> pd.DataFrame:
        """The rows of a question in DuckDB's SQL: the frame that DuckDB would give."""
        asked = translated(sql, tuple(kind(value) for value in parameters))
        values = {f"p{number}": value for number, value in enumerate(parameters)}
        rows: pyarrow.Table = self._client.query_arrow(asked, values)
        return self._form.frame(rows, self._form.types(sql, parameters))

    def close(self) -> None:
        """Ends the connection."""
        self._client.close()
        self._form.close()


def connected(address: Address, settings: dict[str, object], database: str | None = None) -> Client:
    """A client of the server. Many threads may use it: no session holds them in one row."""
    return clickhouse_connect.get_client(
        host=address.host,
        port=address.port,
        secure=address.is_secure,
        username=address.user,
        password=address.password,
        database=database or "default",
        settings=settings,
        connect_timeout=WAIT,
        send_receive_timeout=LONGEST,
        autogenerate_session_id=False,
        # Values go in the body of the request: an address has an end.
        form_encode_query_params=True,
    )


def versions(client: Client, database: str) -> list[str]:
    """The versions that are kept, the one in use first."""
    used = client.query_arrow(
        f"select version, max(number) as last from {database}.versions group by version order by last desc"
    )
    there = set(client.query_arrow("select name from system.databases").column("name").to_pylist())
    return [version for version in used.column("version").to_pylist() if f"{database}_{version}" in there]


def version_in_use(address: Address) -> str | None:
    """The version that was put into use last; None where none was. Raises NoDatabase where the server is away."""
    return next(iter(kept_versions(address)), None)


def kept_versions(address: Address) -> list[str]:
    """The versions of which a reader may still speak. Raises NoDatabase where the server is away."""
    try:
        return versions(_pointer(address), address.database)
    except Failure as error:
        _pointers.pop(address, None)
        raise NoDatabase(f"{address.host}: {told(error)}") from error


_pointers: dict[Address, Client] = {}


def _pointer(address: Address) -> Client:
    """The one client by which the versions are asked for, on each page that is drawn."""
    if address not in _pointers:
        _pointers[address] = connected(address, LIMITS)
    return _pointers[address]


def is_version(text: str) -> bool:
    """Whether a text may be a version: 12 digits of the digest of the content."""
    return re.fullmatch(rf"[0-9a-f]{{{DIGITS}}}", text) is not None


def told(error: BaseException) -> str:
    """The first line of an error, which names neither the user nor the password."""
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
