"""The port opens before what pages need is loaded, and whoever needs it waits for all of it."""

import asyncio
import gc
import subprocess
import sys
from collections.abc import Iterator
from json import loads
from threading import Event, Thread

import pytest
from starlette.applications import Starlette

from ui import opening, warming


@pytest.fixture(autouse=True)
def nothing_begun() -> Iterator[None]:
    yield
    warming._begun.clear()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A loading that goes on until the event is set."""
    free = Event()
    monkeypatch.setattr(warming, "_load", free.wait)
    yield free
    free.set()


def test_the_door_loads_nothing_heavy(root):
    """In a process of its own, for the tests themselves have loaded everything."""
    script = "import sys, app; print(*{'pandas', 'numpy', 'duckdb', 'pyarrow', 'ui.session'} & {*sys.modules})"
    ran = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_while_it_serves_what_was_loaded_is_left_out_of_collection(atlas_build):
    async def served() -> int:
        async with opening.lifespan(None):
            await asyncio.to_thread(warming.wait)
            return gc.get_freeze_count()

    assert asyncio.run(served()) > 100_000
    assert gc.get_freeze_count() == 0


def test_without_a_server_nobody_waits():
    waiting = Thread(target=warming.wait, daemon=True)
    waiting.start()
    waiting.join(10)
    assert not waiting.is_alive()


def test_who_needs_the_data_waits_for_all_of_it(held):
    warming.begin()
    waiting = Thread(target=warming.wait, daemon=True)
    waiting.start()
    waiting.join(0.2)
    assert waiting.is_alive()
    held.set()
    waiting.join(10)
    assert not waiting.is_alive()


def test_a_route_answers_once_all_is_loaded(held, ask, atlas_build):
    app = Starlette(routes=opening.routes())
    warming.begin()
    told = []
    asking = Thread(target=lambda: told.append(ask(app, "/health")), daemon=True)
    asking.start()
    asking.join(0.3)
    assert told == []
    held.set()
    asking.join(60)
    assert loads(told[0].content)["status"] == "ok"


def test_a_loading_that_failed_is_told_to_everybody_who_waits(monkeypatch):
    def fails() -> None:
        raise ImportError("no pandas")

    monkeypatch.setattr(warming, "_load", fails)
    warming.begin()
    for _ in range(2):
        with pytest.raises(ImportError, match="no pandas"):
            warming.wait()


@pytest.mark.parametrize(("name", "wrong"), [("ATLAS_REPORT_TO", "nowhere"), ("ATLAS_DATABASE", "postgres://a/b")])
def test_a_wrong_setting_ends_the_start(monkeypatch, name, wrong):
    monkeypatch.setenv(name, wrong)

    async def served() -> None:
        async with opening.lifespan(None):
            pass

    with pytest.raises(ValueError, match=name):
        asyncio.run(served())
