"""The dashboard while its database is replaced, lost and damaged: real sessions at a real server."""

import asyncio
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import urlopen

import duckdb
import pytest

from benchmarks.server import Server, serving
from benchmarks.visit import Answer, open_visit
from database.connection import current_path
from loaders.build import build

READERS = 20
REBUILDS = 10
THINKING = 1.5
"""Seconds between two clicks of a reader."""
SUM = 500_000
"""Euros in the light world; each version of it has a thousand more."""
OPEN = 4
"""Databases that a process keeps open at most, once nobody is left on an older page: MOST_OPEN in ui/session.py."""

MOST_KEPT = 200
"""Megabytes that ten databases and twenty readers may leave behind; measured: 50."""

PAGES = [("vvg", {"vvg": "aukstupys"}), ("finansavimas", {}), ("duomenys", {}), ("", {})]
NOT_READY = {"lt": "Duomenys dar neparengti", "en": "The data are not ready"}


@pytest.fixture
def data(light_world: Path, tmp_path: Path) -> Path:
    """A copy of the light world to be changed."""
    return Path(shutil.copytree(light_world, tmp_path / "light" / "data"))


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """The folder of the databases."""
    return tmp_path / "build"


@pytest.fixture
def dashboard(data: Path, into: Path, tmp_path: Path) -> Iterator[Server]:
    """A server on the first version of the light world, which forgets a reader who left after a second."""
    build(data, into)
    settings = {"ATLAS_BUILD": str(into), "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1"}
    with serving(tmp_path / "server.log", **settings) as running:
        yield running


def spaced(euros: int) -> str:
    """The sum as the sources and pages write it, with an ordinary space.

    >>> spaced(500000)
    '500 000'
    """
    return f"{euros:,}".replace(",", " ")


def raised(data: Path, euros: int) -> None:
    """Gives the one VVG that the tests change another sum."""
    file = data / "vvg" / "aukstupys.yaml"
    text, times = re.subn(r"50\d 000 Eur", f"{spaced(euros)} Eur", file.read_text(encoding="utf-8"))
    text, again = re.subn(r"amount_eur: 50\d000\b", f"amount_eur: {euros}", text)
    assert times and again
    file.write_text(text, encoding="utf-8")


def version_of(path: Path) -> str:
    return path.stem.removeprefix("atlas-")


def said(answer: Answer) -> str:
    """The words of a page with ordinary spaces."""
    return re.sub(r"[\u00a0\u202f]", " ", answer.words).replace("\\", "")


def version_shown(answer: Answer) -> str:
    [version] = re.findall(r"duomenų versija ([0-9a-f]{12}) · duomenys CC", said(answer))
    return version


def health(server: Server, path: str = "/health") -> tuple[int, dict]:
    try:
        with urlopen(server.url + path, timeout=30) as answer:
            return answer.status, json.load(answer)
    except HTTPError as refused:
        return refused.code, json.load(refused)


def databases_held(server: Server) -> set[str]:
    """The database files that the server has open."""
    folder = Path(f"/proc/{server.process.pid}/fd")
    held = set()
    for entry in folder.iterdir():
        try:
            target = os.readlink(entry)
        except OSError:
            continue
        if "atlas-" in target:
            held.add(target)
    return held


def test_readers_who_click_while_the_database_is_replaced_see_one_version_at_a_time(data, into, dashboard):
    sums = {version_of(current_path(into)): SUM}
    wrong: list[str] = []
    told: list[str] = []
    over = asyncio.Event()

    def judged(answer: Answer, page: str) -> None:
        version = version_shown(answer)
        told.append(version)
        wrong.extend(f"{page}: {error}" for error in answer.errors)
        if page == "vvg":
            shown = {int(found) for found in re.findall(r"\b50(\d) 000\b", said(answer))}
            if shown != {(sums[version] - SUM) // 1000}:
                wrong.append(f"{page}: {shown} of {version}")

    async def clicking_alone() -> None:
        async with open_visit(dashboard.url) as visit:
            for page, query in PAGES:
                judged(await visit.go(page, query), page)

    async def clicking(number: int) -> None:
        async with open_visit(dashboard.url) as visit:
            step = number
            while not over.is_set():
                page, query = PAGES[step % len(PAGES)]
                judged(await visit.go(page, query), page)
                step += 1
                await asyncio.sleep(THINKING)
            judged(await visit.again(), visit.page)

    async def rebuilding() -> None:
        try:
            for number in range(1, REBUILDS + 1):
                raised(data, SUM + number * 1000 % 10_000)
                path = await asyncio.to_thread(build, data, into)
                sums[version_of(path)] = SUM + number * 1000 % 10_000
        finally:
            over.set()

    async def all_at_once() -> None:
        async with asyncio.TaskGroup() as group:
            for number in range(READERS):
                group.create_task(clicking(number))
            group.create_task(rebuilding())

    async def newcomer() -> str:
        async with open_visit(dashboard.url) as visit:
            return version_shown(await visit.go("metodas"))

    async def all_left() -> None:
        async with asyncio.timeout(60):
            while len(databases_held(dashboard)) > OPEN:
                await asyncio.sleep(1)
                await newcomer()

    asyncio.run(clicking_alone())
    at_first = dashboard.memory()
    asyncio.run(all_at_once())
    assert wrong == []
    assert len(told) > 3 * READERS
    assert len(set(told)) >= 5, "the readers saw hardly any of the versions"
    assert told[-1] == asyncio.run(newcomer()) == version_of(current_path(into))
    asyncio.run(all_left())
    assert dashboard.memory() < at_first + MOST_KEPT
    log = dashboard.printed()
    assert "fault" not in log
    assert "Traceback" not in log


def newer_version(content: bytes) -> bytes:
    """The file as a DuckDB of the future might write it: another number of its form."""
    return content[:12] + (10_000).to_bytes(8, "little") + content[20:]


def other_make(_content: bytes) -> bytes:
    """A sound DuckDB file that holds something else."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "other.duckdb"
        with duckdb.connect(str(path)) as other:
            other.execute("create table build as select 'x' as content_digest")
        return path.read_bytes()


DAMAGES = {
    "deleted": None,
    "empty": lambda content: b"",
    "half": lambda content: content[: len(content) // 2],
    "cut short": lambda content: content[:-1],
    "junk": lambda content: b"not a database at all" * 1000,
    "only a head": lambda content: content[:12] + b"\xff" * 100_000,
    "newer": newer_version,
    "of another make": other_make,
}


async def drawn(server: Server, lang: str = "lt") -> Answer:
    async with open_visit(server.url) as visit:
        return await visit.go("metodas", {"lang": lang} if lang != "lt" else {})


def test_a_lost_or_damaged_database_is_said_plainly_and_the_next_build_heals_it_without_a_restart(
    data, into, dashboard
):
    """Each damage is done to the file in use under a server that has it open."""
    for number, (name, damage) in enumerate(DAMAGES.items(), start=1):
        path = current_path(into)
        assert health(dashboard)[0] == 200, name
        assert version_shown(asyncio.run(drawn(dashboard))) == version_of(path), name
        content = path.read_bytes()
        if damage is None:
            path.unlink()
        else:
            path.write_bytes(damage(content))
        status, told = health(dashboard)
        assert (status, told) == (503, {"status": "no database", "digest": None, "built": None}), name
        assert health(dashboard, "/status")[0] == 503
        for lang, words in NOT_READY.items():
            [error] = asyncio.run(drawn(dashboard, lang)).errors
            assert error.startswith(words), name
        # Every other time the data are as they were, so that the same name comes back.
        raised(data, SUM + number // 2 * 1000)
        healed = build(data, into)
        assert (healed == path) == (number % 2 == 1), name
        assert health(dashboard)[1]["digest"] == version_of(healed), name
        answer = asyncio.run(drawn(dashboard))
        assert not answer.errors
        assert version_shown(answer) == version_of(healed), name
    log = dashboard.printed()
    assert log.count("no usable data") == len(DAMAGES)
    assert log.count(" in use, built ") == 1 + len(DAMAGES)
    assert "fault" not in log
    assert "Traceback" not in log


def test_a_server_that_starts_without_a_database_waits_for_the_first_build(data, into, tmp_path):
    with serving(tmp_path / "server.log", ATLAS_BUILD=str(into)) as server:
        assert health(server)[0] == 503
        [error] = asyncio.run(drawn(server)).errors
        assert error.startswith(NOT_READY["lt"])
        path = build(data, into)
        assert version_shown(asyncio.run(drawn(server))) == version_of(path)
        status, told = health(server, "/status")
        assert status == 200
        assert told["digest"] == version_of(path)


def test_the_version_before_is_put_back_by_its_name(data, into, dashboard):
    """As deploy/README.md says it: `current` is what decides."""
    first = current_path(into)
    raised(data, SUM + 1000)
    second = build(data, into)
    assert version_shown(asyncio.run(drawn(dashboard))) == version_of(second)
    (into / "next").write_text(f"{first.name}\n", encoding="utf-8")
    (into / "next").replace(into / "current")
    assert version_shown(asyncio.run(drawn(dashboard))) == version_of(first)
    assert health(dashboard)[1]["digest"] == version_of(first)
