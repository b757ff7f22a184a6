"""The tests of questions run on both engines: DuckDB, and ClickHouse with the same data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from database.clickhouse.server import Clickhouse
from database.connection import open_database
from database.door import Database
from tests.clickhouse.running import Server, put

ON_BOTH = {"test_bad_wordings", "test_peers", "test_queries", "test_search", "test_views"}
"""Modules whose tests of `database` ask through the door alone."""

OF_DUCKDB = {"rows"}
"""Fixtures that read rows as DuckDB has them; `test_engines.py` holds that ClickHouse has the very same."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test of a question once for each engine."""
    module = metafunc.module.__name__.rpartition(".")[2]
    # Texts invented by the hundred are tried on DuckDB alone; the listed ones on both.
    is_invented = getattr(metafunc.function, "is_hypothesis_test", False)
    of_both = "database" in metafunc.fixturenames and not OF_DUCKDB & set(metafunc.fixturenames)
    if module in ON_BOTH and of_both and not is_invented:
        metafunc.parametrize("database", ["duckdb", "clickhouse"], indirect=True)


@pytest.fixture(scope="session")
def database(request: pytest.FixtureRequest) -> Database:
    """The invented world, open as a page opens it, in DuckDB's file or on the server."""
    on_clickhouse = getattr(request, "param", "duckdb") == "clickhouse"
    return request.getfixturevalue("clickhouse" if on_clickhouse else "duckdb_file")


@pytest.fixture(scope="session")
def duckdb_file(atlas_build: Path) -> Iterator[DuckDBPyConnection]:
    """The invented world in its file."""
    with open_database(atlas_build / (atlas_build / "current").read_text().strip()) as connection:
        yield connection


@pytest.fixture(scope="session")
def clickhouse(clickhouse_server: Server, atlas_build: Path) -> Iterator[Clickhouse]:
    """The invented world on the server."""
    opened = put(clickhouse_server, atlas_build / (atlas_build / "current").read_text().strip(), "atlas")
    yield opened
    opened.close()
