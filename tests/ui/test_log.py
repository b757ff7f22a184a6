"""The log: one line a fault, with where it happened and nothing that a reader typed."""

import asyncio
import io
import logging
import re
import shutil

import pytest

from benchmarks.server import serving
from benchmarks.visit import open_visit
from ui import log

TYPED = "kazkieno-paslaptis-123"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the log holds."""
    stream = io.StringIO()
    monkeypatch.setattr(logging.getLogger("atlas"), "handlers", [])
    log.settle()
    monkeypatch.setattr(log.LOG.handlers[0], "stream", stream)
    return stream


def broken(words: str) -> int:
    """Fails as a page would, with what a reader typed in the message."""
    return {"known": 1}[words]


def test_a_fault_is_one_line_with_its_class_and_place_and_without_its_message(written, atlas_build):
    try:
        broken(TYPED)
    except KeyError as error:
        log.fault(error)
    [line] = written.getvalue().splitlines()
    where = r"tests/ui/test_log\.py:\d+ > tests/ui/test_log\.py:\d+"
    assert re.fullmatch(rf"[\d-]{{10}}T[\d:]{{8}}Z ERROR fault on /\S*: KeyError at {where}, data \w{{12}}", line)
    assert TYPED not in line


def test_a_message_of_several_lines_stays_one(written):
    log.state_without_data("atlas-1.duckdb: IO Error\nsecond line\nthird")
    assert written.getvalue().splitlines()[0].endswith("no usable data: atlas-1.duckdb: IO Error")
    assert len(written.getvalue().splitlines()) == 1


def test_a_server_with_a_broken_page_logs_one_line_and_shows_a_plain_sentence(root, atlas_build, tmp_path):
    """A copy of the atlas whose page repeats in its error what stands in the address."""
    copy = tmp_path / "atlas"
    copy.mkdir()
    for name in ("app.py", ".streamlit", "pyproject.toml", "data"):
        (copy / name).symlink_to(root / name)
    for room in ("ui", "database"):
        shutil.copytree(root / room, copy / room)
    (copy / "pages").mkdir()
    for page in (root / "pages").glob("*.py"):
        (copy / "pages" / page.name).write_text("import streamlit as st\nraise KeyError(dict(st.query_params))\n")

    async def shown(url: str) -> str:
        async with open_visit(url) as visit:
            [error] = (await visit.go("metodas", {"q": TYPED})).errors
            return error

    with serving(tmp_path / "log", folder=copy, ATLAS_BUILD=str(atlas_build)) as server:
        error = asyncio.run(shown(server.url))
        printed = server.printed()
    assert TYPED not in error
    assert "KeyError" not in error
    assert TYPED not in printed
    assert "127.0.0.1" not in printed.partition("fault")[2]
    assert len([line for line in printed.splitlines() if "fault" in line]) == 1
    assert "Traceback" not in printed
    assert "ERROR fault on /metodas: KeyError at ui/main.py:" in printed
