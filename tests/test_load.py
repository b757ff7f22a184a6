"""A small load: every reader gets every answer, and the right one."""

import asyncio
from pathlib import Path

import pytest

from benchmarks.load import BARE, Load, Question, put_under_load, questions
from benchmarks.load_report import section, with_section
from benchmarks.server import serving

USERS = 12
SECONDS = 20
THINK = 1.5


def test_twelve_readers_at_once_get_the_answers_that_a_lone_reader_gets(atlas_build, tmp_path):
    with serving(tmp_path / "log", ATLAS_BUILD=str(atlas_build)) as server:
        load = asyncio.run(put_under_load(server, questions(), USERS, SECONDS, THINK))
        assert load.faults == []
        assert len(load.waits) >= 2 * USERS
        assert "fault" not in server.printed()
        assert "Traceback" not in server.printed()
    assert load.busy > 0
    assert load.memory[0][1] > 50


def test_a_wrong_answer_is_noticed(tmp_path):
    """The page that is compared with says something else at every click."""
    (tmp_path / "changing.py").write_text("import time\nimport streamlit as st\n\nst.title(str(time.time_ns()))\n")
    plain = {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_BROWSER_SERVER_ADDRESS": "localhost"}
    with serving(tmp_path / "log", "changing.py", tmp_path, **plain) as server:
        load = asyncio.run(put_under_load(server, [Question("")], 2, 1, 0.3))
    assert len(load.faults) == len(load.waits) > 0


@pytest.fixture
def borne() -> Load:
    """What a load may have been."""
    waits = [0.1 * number for number in range(1, 101)]
    return Load(5, 5.0, 60.0, [0.2], waits, [], [(0.0, 200.0), (30.0, 250.0), (60.0, 260.0)], 0.5, 230.0)


def test_the_report_gives_multiples_and_names_machine_and_faults(borne):
    empty = Load(5, 5.0, 60.0, [0.1], [0.1, 0.2, 0.3], ["x: lost"], [(0.0, 90.0)], 0.1, 90.0)
    told = section(borne, empty, "The machine was busy.")
    assert told.startswith("## Load, 5 readers\n")
    assert "| wait of a lone reader, median | 2.0 | 1.0 |" in told
    assert "| longest wait | 100.0 | 3.0 |" in told
    assert "| errors, and answers unlike a lone reader's | 0 | 1 |" in told
    assert "Fault at the empty page, 1 times: x: lost" in told
    assert "The machine was busy." in told
    assert " cores" in told


def test_only_the_section_of_the_load_is_written_anew():
    text = "# Speed\n\n## Floor\nfloor\n\n## Load\nold\nolder\n\n## Size\nsize\n"
    once = with_section(text, "## Load\nnew\n")
    assert once == "# Speed\n\n## Floor\nfloor\n\n## Load\nnew\n\n## Size\nsize\n"
    assert with_section(once, "## Load\nnew\n") == once
    assert with_section("# Speed\n", "## Load\nnew\n") == "# Speed\n\n## Load\nnew\n"
    assert Path(BARE / "empty.py").is_file()
