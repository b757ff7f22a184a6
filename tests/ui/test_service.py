"""The health and data routes, and the memory that is settled at start."""

import asyncio
import gc
from json import loads

import pytest
from starlette.applications import Starlette

from ui import service

DUCKDB_FILE = bytes(8) + b"DUCK" + bytes(100)


@pytest.fixture
def app() -> Starlette:
    return Starlette(routes=service.routes("vvg"))


@pytest.fixture
def database(tmp_path, monkeypatch):
    """A file that begins as a database does, and is the one in use."""
    path = tmp_path / "atlas-0a1b2c.duckdb"
    path.write_bytes(DUCKDB_FILE)
    monkeypatch.setattr(service, "current_path", lambda: path)
    return path


@pytest.mark.parametrize("base", ["", "/vvg"])
def test_health_names_the_database_in_use(ask, app, database, base):
    answer = ask(app, f"{base}/health")
    assert answer.status == 200
    assert loads(answer.content)["status"] == "ok"
    assert loads(answer.content)["digest"] == "0a1b2c"
    assert loads(answer.content)["built"].endswith("+00:00")


@pytest.mark.parametrize("content", [b"", b"DUCK", b"not a database at all", None])
def test_without_a_usable_database_both_routes_say_so(ask, app, database, content):
    if content is None:
        database.unlink()
    else:
        database.write_bytes(content)
    assert ask(app, "/health").status == 503
    assert loads(ask(app, "/health").content) == {"status": "no database", "digest": None, "built": None}
    assert ask(app, "/data/atlas.duckdb").status == 503


def test_before_the_first_build_there_is_no_database(ask, app, monkeypatch):
    monkeypatch.setattr(service, "current_path", lambda: None)
    assert ask(app, "/health").status == 503


def test_the_database_is_downloaded_under_the_name_of_its_content(ask, app, database):
    answer = ask(app, "/data/atlas.duckdb")
    assert answer.content == DUCKDB_FILE
    assert answer.headers["content-disposition"] == 'attachment; filename="atlas-0a1b2c.duckdb"'


def test_while_it_serves_what_was_loaded_is_left_out_of_collection():
    async def served() -> int:
        async with service.lifespan(None):
            return gc.get_freeze_count()

    assert asyncio.run(served()) > 100_000
    assert gc.get_freeze_count() == 0
