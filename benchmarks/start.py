"""From the command to the first page, and the bytes of it, beside a bare app: `python -m benchmarks.start`."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click
from playwright.sync_api import Browser, CDPSession

from benchmarks.clicks import SECONDS, chromium
from benchmarks.floor import BARE
from benchmarks.load_report import machine, write_section
from benchmarks.server import Server, free_port, stop, wait_until_healthy
from database.connection import ROOT

USABLE = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  return app?.dataset.testScriptState === "notRunning" && document.querySelector("h1")
    && !document.querySelector("[data-testid=stSkeleton], [data-stale=true]");
}"""


@dataclass
class Starts:
    """Seconds from the command to a page that can be used, and the bytes of that page by what they are."""

    seconds: list[float] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def middle(self) -> float:
        """The median of the seconds."""
        return statistics.median(self.seconds)


@contextmanager
def started(command: list[str], folder: Path, log: Path) -> Iterator[Server]:
    """A dashboard that a command begins to start; the block runs at once, before it answers."""
    port = int(next(part.partition("=")[2] for part in command if "PORT=" in part or "server.port=" in part))
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=subprocess.STDOUT,
            env=os.environ | {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"},
        )  # fmt: skip
    try:
        yield Server(f"http://127.0.0.1:{port}", process, log)
    finally:
        stop(process)


def one_start(browser: Browser, command: list[str], folder: Path, log: Path, kept: Starts, last: str) -> None:
    """Starts a dashboard, opens its first page as a new reader does, and notes how long that took and what came."""
    began = time.perf_counter()
    with started(command, folder, log) as server:
        wait_until_healthy(server)
        context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="lt-LT")
        page = context.new_page()
        sizes = _counted(context.new_cdp_session(page))
        page.goto(server.url)
        page.wait_for_function(USABLE, timeout=SECONDS * 1000)
        page.locator(last).first.wait_for(state="attached", timeout=SECONDS * 1000)
        kept.seconds.append(time.perf_counter() - began)
        page.wait_for_timeout(1000)
        kept.sizes = dict(sizes)
        context.close()


def _counted(session: CDPSession) -> dict[str, int]:
    """The bytes that come over the network from now on: programs and styles, data, and messages of the session."""
    sizes: dict[str, int] = defaultdict(int)
    kinds: dict[str, str] = {}

    def asked(event: dict) -> None:
        kinds[event["requestId"]] = "data" if urlsplit(event["request"]["url"]).path.startswith("/data/") else "program"

    def arrived(event: dict) -> None:
        sizes[kinds.get(event["requestId"], "program")] += int(event["encodedDataLength"])

    def told(event: dict) -> None:
        # Chromium gives what is binary as base64.
        sizes["messages"] += len(event["response"]["payloadData"]) * 3 // 4

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", arrived)
    session.on("Network.webSocketFrameReceived", told)
    session.send("Network.enable")
    return sizes


def starts(rounds: int) -> dict[str, Starts]:
    """So many starts of the atlas (`make run`, when all is installed and built) and of a bare app, in turns."""
    found = {"atlas": Starts(), "bare": Starts()}
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        # The very first start may build and compile; it is not counted.
        for turn in range(rounds + 1):
            kept = found if turn else {"atlas": Starts(), "bare": Starts()}
            run = ["make", "run", f"PORT={free_port()}"]
            one_start(browser, run, ROOT, folder / "atlas.log", kept["atlas"], ".atlas-land path")
            bare = [sys.executable, "-m", "streamlit", "run", str(BARE / "empty.py"), f"--server.port={free_port()}"]
            one_start(browser, bare, folder, folder / "bare.log", kept["bare"], "h1")
    return found


def section(found: dict[str, Starts], rounds: int, note: str = "") -> str:
    """The part of benchmarks/README.md about starting."""
    atlas, bare = found["atlas"], found["bare"]
    lines = [
        "## Start",
        "",
        f"`python -m benchmarks.start --rounds {rounds}` on {datetime.now(UTC):%Y-%m-%d}, {machine()}. From the command"
        " (`make run`, when all is installed and built; `streamlit run` of a page with a title alone, default"
        f" settings) to the first page, usable in Chromium by a new reader. {note}".rstrip(),
        "",
        "| | atlas | bare app | ratio |",
        "|---|---:|---:|---:|",
        f"| command to usable page, median, s | {atlas.middle:.2f} | {bare.middle:.2f} "
        f"| {atlas.middle / bare.middle:.2f} |",
    ]
    for kind, name in (
        ("program", "programs, styles, fonts, kB"),
        ("messages", "messages of the session, kB"),
        ("data", "borders, once, kB"),
    ):
        ours, theirs = atlas.sizes.get(kind, 0), bare.sizes.get(kind, 0)
        ratio = f"{ours / theirs:.2f}" if theirs else ""
        lines.append(f"| {name} | {ours / 1000:,.0f} | {theirs / 1000:,.0f} | {ratio} |")
    return "\n".join(lines) + "\n"


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True, help="Starts of each.")
@click.option("--note", default="", help="What else the machine was doing, for the report.")
def command(rounds: int, note: str) -> None:
    """Measures starts beside a bare app, and rewrites that section of the report."""
    report = section(starts(rounds), rounds, note)
    click.echo(report)
    write_section(report)


if __name__ == "__main__":
    command(prog_name="python -m benchmarks.start")
