"""The health and data routes, and the memory that is settled at start."""

import logging
import shutil
import tomllib
from datetime import UTC, datetime, timedelta
from json import loads
from pathlib import Path

import pytest
from starlette.applications import Starlette

from database.connection import current_path
from ui import log, opening
from ui.session import usable_atlas

ROUTES = ("/health", "/status", "/data/atlas.duckdb", "/data/atlas.zip", "/data/borders.json")


@pytest.fixture
def app() -> Starlette:
    return Starlette(routes=opening.routes("vvg"))


@pytest.fixture
def database(atlas_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented world's database that is the one in use and may be damaged."""
    whole = current_path(atlas_build)
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path))
    (tmp_path / "current").write_text(f"{whole.name}\n", encoding="utf-8")
    return Path(shutil.copy(whole, tmp_path / whole.name))


@pytest.mark.parametrize("base", ["", "/vvg"])
def test_health_names_the_database_in_use(ask, app, database, base):
    answer = ask(app, f"{base}/health")
    assert answer.status == 200
    assert loads(answer.content)["status"] == "ok"
    assert loads(answer.content)["digest"] == database.stem.removeprefix("atlas-")
    assert loads(answer.content)["built"].endswith("+00:00")
    assert answer.headers["cache-control"] == "no-store"


def test_the_status_tells_versions_and_ages_and_nothing_of_the_machine(ask, app, database, root):
    before = datetime.now(UTC).date()
    answer = ask(app, "/status")
    after = datetime.now(UTC).date()
    told = loads(answer.content)
    assert answer.status == 200
    assert told["version"] == tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    assert told["facts"] > 500
    # Midnight may lie between the build and the question, and between the question and this line.
    built = datetime.fromisoformat(told["built"]).date()
    assert (before - built).days <= told["built_days_ago"] <= (after - built).days
    newest = datetime.fromisoformat(told["newest_source"]).replace(tzinfo=UTC)
    assert timedelta(0) <= datetime.now(UTC) - newest - timedelta(days=told["newest_source_days_ago"]) < timedelta(2)
    ages = {"built_days_ago", "newest_source_days_ago"}
    assert set(told) == ages | {"status", "version", "digest", "built", "newest_source", "facts"}
    assert str(database.parent) not in answer.content.decode()


@pytest.mark.parametrize("newest", ["2025", "2025-03", None])
def test_the_age_of_a_source_of_which_only_the_month_is_known_is_not_made_up(ask, app, database, monkeypatch, newest):
    atlas = usable_atlas()
    monkeypatch.setitem(atlas.build, "newest_source", newest)
    told = loads(ask(app, "/status").content)
    assert told["newest_source"] == newest
    assert told["newest_source_days_ago"] is None


@pytest.mark.parametrize("content", [b"", b"DUCK", b"not a database at all", bytes(8) + b"DUCK" + bytes(100), None])
def test_without_a_usable_database_every_route_says_so(ask, app, database, content):
    if content is None:
        database.unlink()
    else:
        database.write_bytes(content)
    for path in ROUTES:
        assert ask(app, path).status == 503, path
    assert loads(ask(app, "/health").content) == {"status": "no database", "digest": None, "built": None}


def test_before_the_first_build_there_is_no_database(ask, app, monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path / "nothing"))
    assert ask(app, "/health").status == 503


def test_a_database_that_came_back_whole_is_used_again(ask, app, database):
    content = database.read_bytes()
    database.write_bytes(content[: len(content) // 2])
    assert ask(app, "/health").status == 503
    database.write_bytes(content)
    assert ask(app, "/health").status == 200


def test_the_database_is_downloaded_under_the_name_of_its_content(ask, app, database):
    answer = ask(app, "/data/atlas.duckdb")
    assert answer.content == database.read_bytes()
    assert answer.headers["content-disposition"] == f'attachment; filename="{database.name}"'


def test_each_change_of_the_data_is_one_line_of_the_log(ask, app, database, monkeypatch, caplog):
    monkeypatch.setattr(logging.getLogger("atlas"), "propagate", True)
    monkeypatch.setitem(log._told, "state", "")
    content = database.read_bytes()
    with caplog.at_level(logging.INFO, logger="atlas"):
        for _ in range(3):
            ask(app, "/health")
        database.write_bytes(b"")
        for _ in range(3):
            ask(app, "/health")
        database.write_bytes(content)
        ask(app, "/status")
    # Where other tests have listened too, a record comes twice; each is one line all the same.
    first, second, third = [
        record.getMessage() for record in {id(record): record for record in caplog.records}.values()
    ]
    assert first == third
    assert first.startswith(f"data {database.stem.removeprefix('atlas-')} in use, built ")
    assert second.startswith(f"no usable data: {database.name}: ")
