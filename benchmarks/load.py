"""Many readers at once, each with a session of its own: `python -m benchmarks.load --users 50 --minutes 10`.

Every reader changes a filter or opens another page every few seconds, as long as the load lasts; every answer is
compared with the one that a lone reader got before. Then the same number of readers click on an empty Streamlit page.
The figures go into benchmarks/README.md.
"""

import asyncio
import statistics
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import click

from benchmarks.load_report import section, write_section
from benchmarks.server import Server, serving
from benchmarks.visit import Answer, NoAnswer, Query, Visit, open_visit
from database.connection import ROOT

BARE = Path(__file__).with_name("bare")
FILTERED = ("finansavimas", "tikslines-grupes", "rodikliai", "zemelapis")
"""Pages that ask for a county."""
COUNTIES = ("Kauno apskritis", "Klaipėdos apskritis", "Šiaulių apskritis")
OTHERS: tuple[tuple[str, Query], ...] = (("", {}), ("vvg", {}), ("paieska", {"q": "jaunimas"}), ("metodas", {}))
STAYS = 0.8
"""Of the clicks, those that change the filter of the page that is open; the others open a page."""
BETWEEN_SAMPLES = 5.0


@dataclass(frozen=True)
class Question:
    """What can be asked: a page, its choices, and the digest of the right answer (none where none is known)."""

    page: str
    county: str | None = None
    query: tuple[tuple[str, str], ...] = ()
    right: str | None = None

    @property
    def asked(self) -> Query:
        """The choices as the address has them."""
        return dict(self.query) | ({"county": self.county} if self.county else {})


@dataclass
class Load:
    """What happened at one dashboard: waits in seconds, faults in words, memory in megabytes by second."""

    users: int
    think: float
    seconds: float
    alone: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    busy: float = 0.0
    after: float = 0.0

    def wait(self, percent: int) -> float:
        """The wait that so many percent of the clicks did not exceed."""
        return statistics.quantiles(self.waits, n=100, method="inclusive")[percent - 1]


async def plan(url: str, questions: list[Question]) -> tuple[list[Question], list[float]]:
    """The questions with their right answers, as a lone reader gets them by the address, and how long each took.

    Each is asked twice, for the first time is also that of filling the caches. Raises NoAnswer where an answer shows
    an error.
    """
    known, waits = [], []
    async with open_visit(url) as visit:
        for question in questions:
            await visit.go(question.page, question.asked)
            answer = await visit.go(question.page, question.asked)
            if answer.errors:
                raise NoAnswer(f"{question.page}: {answer.errors[0]}")
            known.append(Question(question.page, question.county, question.query, answer.content))
            waits.append(answer.seconds)
    return known, waits


def questions() -> list[Question]:
    """What the readers of the atlas ask."""
    filtered = [Question(page, county) for page in FILTERED for county in (None, *COUNTIES)]
    return filtered + [Question(page, None, tuple(query.items())) for page, query in OTHERS]


async def ask(visit: Visit, question: Question) -> Answer:
    """Asks as a reader does: on the page that is open by its list of counties, else by an address."""
    if visit.page == question.page and visit.has("county"):
        return await visit.choose("county", [question.county] if question.county else [])
    return await visit.go(question.page, question.asked)


async def _reader(url: str, known: list[Question], load: Load, number: int, until: float) -> None:
    random = Random(number)
    # Readers do not come all in the same moment.
    await asyncio.sleep(random.random() * load.think)
    try:
        async with open_visit(url) as visit:
            while (began := time.monotonic()) < until:
                same = [question for question in known if question.page == visit.page and visit.has("county")]
                question = random.choice(same if same and random.random() < STAYS else known)
                answer = await ask(visit, question)
                load.waits.append(answer.seconds)
                load.faults += [f"{question.page} {question.county}: {error}" for error in answer.errors]
                if question.right and answer.content != question.right:
                    load.faults.append(f"{question.page} {question.county}: another answer than a lone reader's")
                await asyncio.sleep(max(0.0, load.think - (time.monotonic() - began)))
    except (NoAnswer, OSError) as error:
        load.faults.append(f"reader {number}: {error!r}")


async def _watch(server: Server, load: Load) -> None:
    began = time.monotonic()
    while True:
        load.memory.append((time.monotonic() - began, server.memory()))
        await asyncio.sleep(BETWEEN_SAMPLES)


async def put_under_load(server: Server, asked: list[Question], users: int, seconds: float, think: float) -> Load:
    """So many readers for so many seconds, each of whom clicks every `think` seconds."""
    known, alone = await plan(server.url, asked)
    load = Load(users, think, seconds, alone)
    watching = asyncio.create_task(_watch(server, load))
    worked, began = server.worked(), time.monotonic()
    until = began + seconds
    async with asyncio.TaskGroup() as group:
        for number in range(users):
            group.create_task(_reader(server.url, known, load, number, until))
    load.busy = (server.worked() - worked) / (time.monotonic() - began)
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    return load


async def _after_all_left(server: Server, load: Load, seconds: float) -> None:
    await asyncio.sleep(seconds)
    async with open_visit(server.url) as visit:
        await visit.go("")
    load.after = server.memory()


@click.command()
@click.option("--users", type=click.IntRange(min=1), default=50, show_default=True)
@click.option("--minutes", type=click.FloatRange(min=0.1), default=10, show_default=True)
@click.option(
    "--empty-minutes", type=click.FloatRange(min=0.1), default=None, help="Minutes for the empty page [as many]."
)
@click.option("--think", type=click.FloatRange(min=0.1), default=5, show_default=True, help="Seconds between clicks.")
@click.option("--note", default="", help="What else the machine was doing, for the report.")
@click.option("--write/--no-write", default=True, help="Rewrite the section of benchmarks/README.md.")
def command(users: int, minutes: float, empty_minutes: float | None, think: float, note: str, write: bool) -> None:
    """Puts the atlas, and then an empty page, under the same load, and tells how both bore it."""
    loads: dict[str, Load] = {}
    dashboards = {
        "atlas": ("app.py", ROOT, questions(), minutes),
        "empty page": ("empty.py", BARE, [Question("")], empty_minutes or minutes),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, (script, home, asked, lasting) in dashboards.items():
            plain = {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_BROWSER_SERVER_ADDRESS": "localhost"}
            with serving(Path(folder) / "log", script, home, **plain) as server:
                click.echo(f"{name}: {users} readers for {lasting:g} minutes …", err=True)
                load = asyncio.run(put_under_load(server, asked, users, lasting * 60, think))
                # Streamlit keeps a session for two minutes, the atlas for half of one.
                asyncio.run(_after_all_left(server, load, min(lasting * 60, 130)))
                loads[name] = load
    report = section(loads["atlas"], loads["empty page"], note)
    click.echo(report)
    if write:
        write_section(report)
    if any(load.faults for load in loads.values()):
        raise click.ClickException("there were faults")


if __name__ == "__main__":
    command(prog_name="python -m benchmarks.load")
