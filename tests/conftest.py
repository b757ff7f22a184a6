"""What every room's tests share: where the project lies, an invented world, and Hypothesis without a clock."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from duckdb import DuckDBPyConnection
from hypothesis import settings

from database.connection import open_database
from loaders.build import build

if TYPE_CHECKING:
    from tests.clickhouse.running import Server

ROOT = Path(__file__).parents[1]

# A slow machine is no failure, and a run can be repeated.
settings.register_profile("steady", deadline=None, derandomize=True)
# For a quiet hour: twenty times as much, and something else each time.
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: they are slow, and Playwright keeps an event loop that others cannot share."""
    items.sort(key=lambda item: item.path.is_relative_to(ROOT / "tests" / "browser"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of received material beside the project; skips where a clone stands alone."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside this clone")
    return folder


RECEIVED = ("vocabularies", "statistics", "boundaries")
"""Parts of data/ that also hold in the invented world: its cities are real, its groups are not."""


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with invented groups among real towns. Nobody changes it: tests take copies."""
    folder = tmp_path_factory.mktemp("world") / "data"
    shutil.copytree(ROOT / "tests" / "world", folder)
    for part in RECEIVED:
        shutil.copytree(ROOT / "data" / part, folder / part)
    return folder


@pytest.fixture(scope="session")
def light_world(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented world with few of the received figures, so that it is built in a moment. Nobody changes it."""
    folder = tmp_path_factory.mktemp("light") / "data"
    shutil.copytree(world, folder)
    for name in ("municipality_figures.csv", "county_figures.csv"):
        file = folder / "statistics" / name
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(lines[:4]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def few_figures(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The received statistics with three lines of each large table."""
    folder = tmp_path_factory.mktemp("figures") / "data"
    for part in ("vocabularies", "statistics"):
        shutil.copytree(root / "data" / part, folder / part)
    for name in ("municipality_figures", "county_figures", "residents"):
        file = folder / "statistics" / f"{name}.csv"
        file.write_text("".join(file.read_text(encoding="utf-8").splitlines(keepends=True)[:3]), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def atlas_build(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the invented world's database, which is the database in use from then on."""
    folder = tmp_path_factory.mktemp("build")
    build(world, folder)
    before = os.environ.get("ATLAS_BUILD")
    os.environ["ATLAS_BUILD"] = str(folder)
    yield folder
    if before is None:
        del os.environ["ATLAS_BUILD"]
    else:
        os.environ["ATLAS_BUILD"] = before


@pytest.fixture(scope="session")
def clickhouse_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Server"]:
    """A ClickHouse server with nothing in it yet; each test that fills it takes a database of its own."""
    # Imported here: most tests need nothing of requirements-cluster.txt.
    from tests.clickhouse.running import running

    with running(tmp_path_factory.mktemp("clickhouse")) as server:
        yield server


@pytest.fixture(scope="session")
def database(atlas_build: Path) -> Iterator[DuckDBPyConnection]:
    """The invented world, open as a page opens it."""
    with open_database(atlas_build / (atlas_build / "current").read_text().strip()) as connection:
        yield connection


@pytest.fixture(scope="session")
def real_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    """The database of data/ itself, open as a page opens it."""
    path = build(ROOT / "data", tmp_path_factory.mktemp("real"))
    assert path is not None
    with open_database(path) as connection:
        yield connection
