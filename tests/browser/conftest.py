"""A real Chromium before a real server: what only a browser shows."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from duckdb import DuckDBPyConnection
from playwright.sync_api import ConsoleMessage, Page, expect

from benchmarks.server import Server, serving
from database.connection import current_path, open_database

ROOT = Path(__file__).parents[2]
NO_CHROMIUM = "Browser tests need chromium on the PATH: install it (Debian, Ubuntu as root: apt-get install chromium)."
MILLISECONDS_TO_DRAW = 30_000
# A slow machine is no failure: what is expected is waited for.
expect.set_options(timeout=MILLISECONDS_TO_DRAW)
DRAWN = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  return app?.dataset.testScriptState === "notRunning"
    && document.querySelector("h1") !== null
    && document.querySelector(".st-key-foot") !== null
    && document.querySelector("[data-testid=stSkeleton], [data-stale=true]") === null
    && [...document.querySelectorAll("[data-testid=stPlotlyChart]")].every(c => c.querySelector("svg.main-svg"));
}"""
"""The script has ended, its last words, those of the foot, are there, nothing of the page before, and every chart."""
# Streamlit looks for these below the page's own address first, and finds them at the root.
STREAMLITS_OWN_404 = ("/_stcore/health", "/_stcore/host-config")
# Without these Chromium, too, talks to hosts of its own.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
]


@pytest.fixture(scope="session", autouse=True)
def chromium() -> str:
    """The path of the browser. Without one: a failure where CI is set, else a skip that says what to do."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    if os.environ.get("CI"):
        pytest.fail(NO_CHROMIUM)
    pytest.skip(NO_CHROMIUM)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict, chromium: str) -> dict:
    return {**browser_type_launch_args, "executable_path": chromium, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {**browser_context_args, "locale": "lt-LT", "viewport": {"width": 1366, "height": 768}}


@pytest.fixture(scope="session")
def build_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the database that `python -m loaders` makes from data/: its own, whoever else builds meanwhile."""
    folder = tmp_path_factory.mktemp("build")
    subprocess.run([sys.executable, "-m", "loaders", "--into", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def database(build_folder: Path) -> Iterator[DuckDBPyConnection]:
    """The same database that the pages show, to compare them with."""
    with open_database(current_path(build_folder)) as connection:
        yield connection


@pytest.fixture(scope="session")
def server(build_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One dashboard for all tests that leave no trace in it."""
    with serving(tmp_path_factory.mktemp("server") / "log", ATLAS_BUILD=str(build_folder)) as running:
        yield running


@pytest.fixture
def fresh_server(build_folder: Path, tmp_path: Path) -> Iterator[Server]:
    """A dashboard that nobody has visited yet."""
    with serving(tmp_path / "server.log", ATLAS_BUILD=str(build_folder)) as running:
        yield running


def wait_until_drawn(page: Page) -> None:
    """Returns when the page and all of its charts are drawn."""
    page.wait_for_function(DRAWN, timeout=MILLISECONDS_TO_DRAW)


@dataclass
class Visit:
    """What a page did besides being drawn, over all of its visits."""

    page: Page
    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    @property
    def foreign_hosts(self) -> set[str]:
        """Every host that was asked for something, apart from this machine."""
        return self.hosts - {"127.0.0.1", "localhost", None}

    def _note_error(self, message: ConsoleMessage) -> None:
        path = urlsplit(message.location.get("url", "")).path
        below_a_page = path.endswith(STREAMLITS_OWN_404) and not path.startswith("/_stcore/")
        if message.type == "error" and not (below_a_page and "404" in message.text):
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _watch(self) -> None:
        self.page.on("console", self._note_error)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).hostname))
        self.page.on("websocket", lambda socket: self.hosts.add(urlsplit(socket.url).hostname))


@pytest.fixture
def visit(request: pytest.FixtureRequest) -> Callable[..., Visit]:
    """`visit(page, "/finansavimas?lang=en")` opens the path and waits until it is drawn.

    Another dashboard than the shared one: `visit(page, "/", fresh_server)`. Answers with the page's Visit.
    """
    seen: dict[Page, Visit] = {}

    def visited(page: Page, path: str = "/", at: Server | None = None) -> Visit:
        if page not in seen:
            seen[page] = Visit(page)
            seen[page]._watch()
        where = at or request.getfixturevalue("server")
        page.goto(where.url + path)
        wait_until_drawn(page)
        return seen[page]

    return visited
