"""The wait between a click and the changed page, beside an empty page, a chart alone and what anybody would write."""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

import click
from playwright.sync_api import Error
from streamlit.testing.v1 import AppTest

from benchmarks.clicks import Click, chromium, opened, wait_of
from benchmarks.load_report import machine, write_section
from benchmarks.server import Server, serving
from database.connection import ROOT, current_path

BARE = Path(__file__).with_name("bare")
SCRIPTS = {"empty": BARE / "control.py", "chart": BARE / "chart.py", "naive": BARE / "naive.py"}
EMPTY = Click("empty", "/", ("one", "two"))
CHART = Click("chart", "/", ("2021-2027", "2014-2020"))
NAIVE = Click("naive", "/", ("2021-2027", "2014-2020"), "EU period")
BESIDE = (EMPTY, CHART, NAIVE)
"""Pages that ours are measured beside; each is a script in bare/."""
PERIODS = ("2021–2027 m.", "2014–2020 m.")
CLICKS = (
    Click("overview", "/", PERIODS),
    Click("map", "/zemelapis", PERIODS),
    Click("funding", "/finansavimas", ("Gyventojui", "Visa suma")),
    Click("target_groups", "/tikslines-grupes", ("Sąrašas pagal grupę", "Matrica")),
    Click("indicators", "/rodikliai", ("Vietos projektai", "Dalyviai"), "Kas skaičiuojama"),
    Click("compare", "/palyginimas?vvg=kedainiai&vvg=pakruojis", PERIODS),
    Click("vvg", "/vvg?vvg=pakruojis", ("Planas ir rezultatas", "Pinigai")),
    Click("search", "/paieska?q=jaunimas", ("Projektai", "Projektai")),
    Click("gaps", "/ko-nezinome", ("Pagal dalyką", "Pagal strategiją")),
    Click("data", "/duomenys", ("Šaltiniai", "Žodynai")),
    Click("method", "/metodas", ("English", "Lietuvių")),
)
"""On each page the choice that changes most of it; the page on method has none but that of the language."""


@contextmanager
def servers() -> Iterator[dict[str, Server]]:
    """Dashboards at once: ours, and the pages it is measured beside, those as Streamlit comes."""
    database = current_path()
    if database is None:
        raise RuntimeError("nothing is built yet: run `make build`")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        # Away from this project's .streamlit/config.toml: default settings, but no question about an e-mail address.
        plain = {"ATLAS_FILE": str(database), "STREAMLIT_SERVER_HEADLESS": "true"}
        yield {
            "ours": stack.enter_context(serving(folder / "ours.log")),
            **{
                name: stack.enter_context(serving(folder / f"{name}.log", str(script), folder, **plain))
                for name, script in SCRIPTS.items()
            },
        }


def waits(rounds: int) -> dict[str, list[float]]:
    """Milliseconds by page, `rounds` of each, all pages in turns so that a busy moment falls on all of them.

    The first two clicks of each page, which fill caches that stay filled for all visitors, are not counted.
    """
    found: dict[str, list[float]] = {}
    with servers() as running, chromium() as browser:
        pages = []
        for place in (*BESIDE, *CLICKS):
            server = running[place.page if place in BESIDE else "ours"]
            pages.append((place, opened(browser, server.url + place.address)))
        for turn in range(rounds + 2):
            for place, page in pages:
                try:
                    wait = wait_of(page, place, place.options[turn % 2])
                except Error as error:
                    error.add_note(f"the page: {place.page}")
                    raise
                if turn > 1:
                    found.setdefault(place.page, []).append(wait)
    return found


def reruns(rounds: int) -> dict[str, list[float]]:
    """Seconds that a page's script takes without server and browser (AppTest), in turns."""
    from ui.stops import STOPS

    # A copy: within one process DuckDB opens a file in one way only.
    copied = Path(tempfile.mkdtemp()) / "atlas.duckdb"
    shutil.copy(current_path(), copied)
    os.environ["ATLAS_FILE"] = str(copied)
    apps = {name: AppTest.from_file(path, default_timeout=60) for name, path in SCRIPTS.items()}
    for name, stop in STOPS.items():
        apps[name] = AppTest.from_file(ROOT / "ui" / "main.py", default_timeout=60)
        apps[name]._page_hash = _mark(stop.path)
    found: dict[str, list[float]] = {}
    for turn in range(rounds + 2):
        for name, app in apps.items():
            began = time.perf_counter()
            app.run()
            if turn > 1:
                found.setdefault(name, []).append(time.perf_counter() - began)
    return found


def _mark(path: str) -> str:
    from streamlit.util import calc_hash

    return calc_hash(path)


def there_and_back(waits: Sequence[float]) -> float:
    """The median of the clicks on the one option and that of those on the other, in the middle.

    >>> there_and_back([100, 300, 110, 500, 90, 400])
    250.0
    """
    return (statistics.median(waits[::2]) + statistics.median(waits[1::2])) / 2


def section(rounds: int, note: str = "") -> str:
    """The part of benchmarks/README.md about clicks: medians as ratios to the empty and the naive page."""
    browser, scripts = waits(rounds), reruns(rounds)
    middle = {
        "browser": {page: there_and_back(each) for page, each in browser.items()},
        "script": {page: statistics.median(each) for page, each in scripts.items()},
    }
    lines = [
        "## One click",
        "",
        f"`python -m benchmarks.floor --rounds {rounds}` on {date.today()}, {machine()}.",
        "From a click to the last change in Chromium that can be seen, and the script alone without server and browser"
        " (AppTest). Medians, of there and back in the middle, as multiples of a page with one control and nothing"
        " behind it, and of the page that anybody would write (one query, one chart by plotly express, one table,"
        ' default settings), all in turns. The page "chart" has one choice and one chart of plotly that lies ready and'
        " is drawn once, and nothing else. A click on the page that anybody would write took"
        f" {middle['browser']['naive']:.0f} ms here. {note}".rstrip(),
        "",
        "| page | Chromium: × empty | × naive | script: × empty | × naive |",
        "|---|---:|---:|---:|---:|",
    ]
    for page in browser:
        ratios = [
            f"{middle[kind][page] / middle[kind][base]:.2f}"
            for kind in ("browser", "script")
            for base in ("empty", "naive")
        ]
        lines.append(f"| {page} | {' | '.join(ratios)} |")
    return "\n".join(lines) + "\n"


@click.command()
@click.option("--rounds", type=click.IntRange(min=3), default=16, show_default=True, help="Clicks on each page.")
@click.option("--note", default="", help="What else the machine was doing, for the report.")
def command(rounds: int, note: str) -> None:
    """Measures a click on every page beside an empty and a naive one, and rewrites that section of the report."""
    report = section(rounds, note)
    click.echo(report)
    write_section(report)


if __name__ == "__main__":
    command(prog_name="python -m benchmarks.floor")
