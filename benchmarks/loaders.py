"""The loaders beside the least that they could cost: the build of today's data, and the reading of documents.

Every measurement is a process of its own, and all take turns, so that a busy moment falls on each of them.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import click
import pyarrow

from benchmarks.extract_ways import TIMES, WAYS, count, files
from benchmarks.load_report import machine, write_section
from database.connection import ROOT, current_path, open_database
from loaders.vocabularies import read_vocabularies
from loaders.vvg_files import read_vvg_file

FLOOR = Path(__file__).with_name("bare") / "build_floor.py"
COPIES = (1, 20)
"""How often the records of today are read, by one process and by two."""
GOAL = 3.0

ABOUT_FLOOR = (
    "The floor is what nobody can do without: an interpreter with yaml, duckdb and pyarrow, every YAML file of data/"
    " parsed by libyaml (`CSafeLoader`), the tables of schema.sql, and the rows, which lie ready in Arrow files,"
    " inserted and written to a file. The build moreover reads the CSV and GeoJSON, holds every record against its"
    " form, proves every figure by its quotation, finds groups, themes and concepts by their wordings, stems the"
    " texts of the search, makes the views, runs the checks, and digests the whole content."
)
ABOUT_WAYS = (
    "The libraries alone give the text of HTML, PDF, DOCX, ODT and plain text, and the tables of a PDF (selectolax and"
    " trafilatura, pypdfium2 and pdfplumber, python-docx, odfdo). Each of the last three ways reads every document in"
    " a process of its own within limits of memory, time, files and network; that of `extract` is forked with the"
    " libraries loaded, and the start of the process that forks is counted."
)


@dataclass
class Times:
    """Seconds of each turn: those that passed, and those that processors worked."""

    passed: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    def take(self, *command: str | Path) -> str:
        """Runs a command to its end and notes its times: what it printed."""
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        ran = subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, capture_output=True, text=True, check=True)
        self.passed.append(time.perf_counter() - began)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.worked.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return ran.stdout


def builds(rounds: int) -> dict[str, Times]:
    """The build into a new folder, the same once more into the same folder, and the floor, in turns."""
    found = {name: Times() for name in ("floor", "build", "again", "path")}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _write_rows(place / "rows")
        for turn in range(rounds + 1):
            into = place / f"build-{turn}"
            found["floor"].take(
                FLOOR, ROOT / "data", ROOT / "database" / "schema.sql", place / "rows", place / f"{turn}.duckdb"
            )
            for name in ("build", "again"):
                found[name].take("-m", "loaders", "build", "--into", into)
            found["path"].take("-m", "loaders", "path", "--into", into)
    return {name: Times(times.passed[1:], times.worked[1:]) for name, times in found.items()}


def _write_rows(folder: Path) -> None:
    """The rows of the database in use as Arrow files, named in the order in which they can be inserted."""
    folder.mkdir()
    with open_database(_current()) as database:
        # Stored views lie in a schema of their own; the floor makes none.
        names = database.execute(
            "select table_name from duckdb_tables() where schema_name = 'main' order by table_oid"
        ).fetchall()
        for number, (name,) in enumerate(names):
            rows = database.sql(f'select * from "{name}"').to_arrow_table()
            with pyarrow.ipc.new_file(folder / f"{number:03}-{name}.arrow", rows.schema) as file:
                file.write_table(rows)


def _current() -> Path:
    path = current_path()
    if path is None:
        raise click.ClickException("nothing is built yet: run `make build`")
    return path


def facts() -> int:
    """How many facts the build holds, as it counts them itself."""
    with open_database(_current()) as database:
        [(number,)] = database.execute("select facts from build").fetchall()
    return int(number)


def reading(copies: int, rounds: int) -> tuple[int, dict[int, float]]:
    """Rows of all records, read so many times over, and seconds that one process and two need for them (median)."""
    vocabularies = read_vocabularies(ROOT / "data")
    records = sorted((ROOT / "data" / "vvg").glob("*.yaml")) * copies
    given = (records, [file.name for file in records], [vocabularies] * len(records))
    ways: dict[int, Callable[[], int]] = {
        1: lambda: sum(len(rows) for rows, _ in map(read_vvg_file, *given)),
        2: lambda: _read_by_two(given, len(records)),
    }
    found: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(rounds + 1):
        for processes, way in ways.items():
            began = time.perf_counter()
            number = way()
            if turn:
                found[processes].append(time.perf_counter() - began)
    return number, {processes: statistics.median(times) for processes, times in found.items()}


def _read_by_two(given: tuple, number: int) -> int:
    """Two processes that have everything loaded; their rows come back, as the build would need them."""
    with ProcessPoolExecutor(2, get_context("fork")) as pool:
        return sum(len(rows) for rows, _ in pool.map(read_vvg_file, *given, chunksize=-(-number // 8)))


def documents(rounds: int) -> dict[str, float]:
    """Documents per second by each way, the median of its turns."""
    found: dict[str, list[float]] = {way: [] for way in WAYS}
    for _turn in range(rounds):
        for way, rates in found.items():
            told = subprocess.run(
                [sys.executable, "-m", "benchmarks.extract_ways", way],
                cwd=ROOT, capture_output=True, text=True, check=True,
            )  # fmt: skip
            rates.append(count(way) / float(told.stdout.splitlines()[-1]))
    return {way: statistics.median(rates) for way, rates in found.items()}


def section(rounds: int, note: str = "") -> str:
    """The part of benchmarks/README.md about the loaders."""
    times, number = builds(rounds), facts()
    passed = {name: statistics.median(each.passed) for name, each in times.items()}
    worked = {name: statistics.median(each.worked) for name, each in times.items()}
    ratio = passed["build"] / passed["floor"]
    lines = [
        "## Loaders",
        "",
        f"`python -m benchmarks.loaders --rounds {rounds}` on {date.today()}, {machine()}; medians, all in turns."
        f" {note}".rstrip(),
        "",
        f"{ABOUT_FLOOR} The floor took {passed['floor']:.2f} s here.",
        "",
        "| of today's data, whole command | × floor, time | × floor, processor | facts per second |",
        "|---|---:|---:|---:|",
        *(
            f"| {words} | {passed[name] / passed['floor']:.2f} | {worked[name] / worked['floor']:.2f} | {rate} |"
            for name, words, rate in (
                ("floor", "floor", ""),
                ("build", "`python -m loaders`", f"{number / passed['build']:,.0f}"),
                ("again", "the same once more, nothing changed", f"{number / passed['again']:,.0f}"),
                ("path", "`python -m loaders path`", ""),
            )
        ),
        "",
        f"Goal: within {GOAL:.0f} times the floor. {'Held' if ratio <= GOAL else 'Missed'}: {ratio:.2f} times.",
        "",
        "The records of data/vvg/ alone, read to rows, which two processes have to hand back. The build reads in one.",
        "",
        "| records | rows per second, one process | two processes | × |",
        "|---|---:|---:|---:|",
        *_records(rounds),
        "",
        f"Documents: the {len(files())} invented ones of tests/documents; `extract` reads each {TIMES} times."
        f" {ABOUT_WAYS}",
        "",
        "| way | documents per second | × time of the libraries |",
        "|---|---:|---:|",
        *_documents(max(3, rounds // 3)),
    ]
    return "\n".join(lines) + "\n"


def _records(rounds: int) -> list[str]:
    lines = []
    for copies in COPIES:
        number, seconds = reading(copies, rounds if copies == 1 else 3)
        rates = [number / seconds[processes] for processes in (1, 2)]
        words = "today's" if copies == 1 else f"today's {copies} times over"
        lines.append(f"| {words} | {rates[0]:,.0f} | {rates[1]:,.0f} | {rates[1] / rates[0]:.2f} |")
    return lines


def _documents(rounds: int) -> list[str]:
    rates = documents(rounds)
    libraries = rates[next(iter(WAYS))]
    return [f"| {way} | {rate:.1f} | {libraries / rate:.2f} |" for way, rate in rates.items()]


@click.command()
@click.option("--rounds", type=click.IntRange(min=3), default=15, show_default=True, help="Turns of each measurement.")
@click.option("--note", default="", help="What else the machine was doing, for the report.")
def command(rounds: int, note: str) -> None:
    """Measures the build and the reading of documents beside what they cannot do without; rewrites that section."""
    report = section(rounds, note)
    click.echo(report)
    write_section(report)


if __name__ == "__main__":
    command(prog_name="python -m benchmarks.loaders")
