"""How the atlas grows: invented worlds of three sizes, built and asked, beside today's data in the same run.

`python -m benchmarks.growth` writes the section "Growth" of benchmarks/README.md. Every world is built, and its pages
drawn, in a process of its own, one after another.
"""

import json
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import click
from playwright.sync_api import Error

from benchmarks.clicks import Click, chromium, opened, wait_of
from benchmarks.floor import CLICKS
from benchmarks.growth_report import section
from benchmarks.load_report import write_section
from benchmarks.page_costs import VVG
from benchmarks.server import MB, serving
from database.connection import ROOT, current_path

SIZES = {"small": (86, 100_000), "europe": (3_300, 2_000_000), "ten times europe": (33_000, 20_000_000)}
"""Strategies and projects of each world."""

TODAY = "today"
OTHER_VVG = "isgalvota-00011"
OTHER_CONCEPT = "volunteers"


GROUPS = "Tikslinės grupės"
"""Hits of a search that today's data and the worlds have alike."""

PLACES = tuple(replace(place, options=(GROUPS, GROUPS)) if place.page == "search" else place for place in CLICKS)


@dataclass(frozen=True)
class Built:
    """A database as it came to be: seconds, the most memory held and its size, both in MB."""

    folder: Path
    seconds: float
    memory: float
    size: float


def built(name: str, folder: Path) -> Built:
    """Builds the world of that name, or measures the build of today's data, in a process of its own."""
    if name == TODAY:
        task = "from pathlib import Path; from loaders.build import build; build(Path('data'), Path({0!r}))"
    else:
        task = (
            "from pathlib import Path; from benchmarks.world import build_world;"
            " build_world({1}, Path({0!r}), projects={2})"
        )
    strategies, projects = SIZES.get(name, (0, 0))
    began = time.perf_counter()
    # DuckDB tells its progress on the output.
    process = subprocess.Popen(
        [sys.executable, "-c", task.format(str(folder), strategies, projects)], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    _pid, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if status:
        raise RuntimeError(f"the world '{name}' was not built: {os.waitstatus_to_exitcode(status)}")
    return Built(folder, seconds, used.ru_maxrss * 1024 / MB, current_path(folder).stat().st_size / MB)


def drawn(folder: Path, vvg: str) -> dict[str, dict[str, float]]:
    """What each page costs, by its label, in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "benchmarks.page_costs", "--vvg", vvg],
        cwd=ROOT, env=os.environ | {"ATLAS_BUILD": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = [json.loads(line) for line in told.stdout.splitlines() if line.startswith("{")]
    if told.returncode or not lines:
        raise RuntimeError(f"the pages of {folder} were not drawn:\n{told.stderr[-2000:]}")
    return {line["page"]: line for line in lines}


def waits(folders: dict[str, Path], rounds: int) -> dict[str, dict[str, list[float]]]:
    """Milliseconds from a click to the changed page in Chromium, by page and by database, all in turns.

    The first two clicks on each page are not counted: they fill what stays filled for all readers.
    """
    found: dict[str, dict[str, list[float]]] = {}
    with ExitStack() as stack:
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running = {
            name: stack.enter_context(serving(logs / f"{at}.log", ATLAS_BUILD=str(folder)))
            for at, (name, folder) in enumerate(folders.items())
        }
        browser = stack.enter_context(chromium())
        for place in PLACES:
            pages = {}
            for name, server in running.items():
                here = place if name == TODAY else replace(place, address=_invented(place))
                pages[name] = opened(browser, server.url + here.address)
            for turn in range(rounds + 2):
                for name, page in pages.items():
                    try:
                        wait = wait_of(page, place, place.options[turn % 2])
                    except Error:
                        # A minute without an answer is a finding too.
                        wait = math.inf
                    if turn > 1:
                        found.setdefault(place.page, {}).setdefault(name, []).append(wait)
            for page in pages.values():
                page.context.close()
    return found


def _invented(place: Click) -> str:
    """The address of a page with VVGs that the invented worlds have, and a concept that none of the clicks chooses.

    Which concept is chosen first depends on the world; what is chosen already would change nothing.
    """
    names: Iterator[str] = iter((VVG, OTHER_VVG))
    chosen = f"?concept={OTHER_CONCEPT}" if place.list_name else ""
    return re.sub(r"vvg=[\w-]+", lambda _found: f"vvg={next(names)}", place.address) + chosen


@click.command()
@click.option("--size", "sizes", multiple=True, type=click.Choice(list(SIZES)), help="Several may be given.")
@click.option("--rounds", type=click.IntRange(min=1), default=6, show_default=True, help="Clicks on each page.")
@click.option("--keep", type=click.Path(path_type=Path), help="A folder where the worlds stay, and are found again.")
@click.option("--note", default="", help="What else the machine was doing, for the report.")
def command(sizes: tuple[str, ...], rounds: int, keep: Path | None, note: str) -> None:
    """Builds the worlds, draws their pages, clicks on them, and rewrites that section of the report."""
    chosen = sizes or tuple(SIZES)[:2]
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        builds, costs = {}, {}
        for name in (TODAY, *chosen):
            told = folder / f"{name}.json"
            if told.is_file():
                kept = json.loads(told.read_text())
                builds[name] = Built(Path(kept["folder"]), kept["seconds"], kept["memory"], kept["size"])
            else:
                builds[name] = built(name, folder / name)
                told.write_text(json.dumps(vars(builds[name]) | {"folder": str(builds[name].folder)}))
            costs[name] = drawn(builds[name].folder, "pakruojis" if name == TODAY else VVG)
            click.echo(f"{name}: {builds[name]}")
        found = waits({name: each.folder for name, each in builds.items()}, rounds)
    middle = {page: {name: statistics.median(each) for name, each in by.items()} for page, by in found.items()}
    report = section({name: SIZES[name] for name in chosen}, builds, costs, middle, rounds, note)
    click.echo(report)
    write_section(report)


if __name__ == "__main__":
    command(prog_name="python -m benchmarks.growth")
