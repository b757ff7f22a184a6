"""The wait for the changed page in Chromium: the atlas's page of money beside pages of Datasette and of Dash."""

from __future__ import annotations

import os
import statistics
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError

from benchmarks.clicks import CALM, SECONDS, chromium
from benchmarks.floor import BARE
from benchmarks.peers.in_sqlite import FILE
from benchmarks.peers.measure import PYTHON
from benchmarks.server import Server, free_port, serving, stop, wait_until_healthy
from database.connection import ROOT

PERIOD, ALL = "2014-2020", "all"
"""What is chosen on every page, in turns."""

NOTE = """
window.captions = () => [...document.querySelectorAll("[data-testid=stCaptionContainer]")].map((each) => each.innerText)
  .join();
const note = () => { window.changed = performance.timeOrigin + performance.now(); };
const every = { childList: true, subtree: true, characterData: true, attributes: true };
new MutationObserver(note).observe(document, every);
const choose = () => {
  sessionStorage.clicked = performance.timeOrigin + performance.now();
  sessionStorage.said = captions();
};
addEventListener("click", choose, true);
addEventListener("keydown", (event) => { if (["Enter", "Backspace"].includes(event.key)) choose(); }, true);
note();
"""
"""In every document: when it last changed, when something in it, or in the one before it, was clicked, and what the
captions of Streamlit's page said then."""

CALMED = "([calm, ready]) => eval(ready) && performance.timeOrigin + performance.now() - window.changed > calm"


@dataclass(frozen=True)
class Peer:
    """A page of another system: where its chart or table stands, what to choose on it, and what is there afterwards.

    `choose(page, option)` clicks; `ready(option)` is the condition, in the page's own language, that the answer stands.
    """

    name: str
    address: str
    choose: Callable[[Page, str], None]
    ready: Callable[[str], str]


@dataclass
class Waits:
    """Milliseconds from a click to the last change: of the first click on each choice, and of all later ones."""

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    megabytes: float = 0

    def median(self) -> float:
        """The median of the later ones."""
        return statistics.median(self.later)


def _list(page: Page, option: str) -> None:
    field = page.locator("[data-testid=stMultiSelect]").first
    if option == ALL:
        field.get_by_role("combobox").press("Backspace")
    else:
        field.get_by_role("combobox").fill(option[:4])
        page.get_by_role("option").first.wait_for()
        field.get_by_role("combobox").press("Enter")


def _apply(page: Page, option: str) -> None:
    page.select_option("#eu_period", "" if option == ALL else option)
    page.locator("input[type=submit]").click()


def _facet(page: Page, option: str) -> None:
    page.locator(
        ".facet-results li a.cross" if option == ALL else f".facet-results a:text-is('{option}')"
    ).first.click()


def _radio(page: Page, option: str) -> None:
    page.get_by_text(option, exact=True).first.click()


def _of_two(page: Page, option: str) -> None:
    page.get_by_text("one" if option == ALL else "two", exact=True).first.click()


def _is_addressed(name: str, option: str) -> str:
    return f"location.search.includes('{name}={PERIOD}') === {str(option != ALL).lower()}"


RUN = (
    "document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
    " && captions() !== sessionStorage.said"
    " && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')"
)
"""That Streamlit's script has ended and says of how many strategies it speaks since the click: the state of a short
script need not be seen to change."""

ATLAS = Peer(
    "atlas", "/finansavimas", _list,
    lambda option: _is_addressed("period", option) + f" && {RUN} && document.querySelector('.js-plotly-plot .bars')",
)  # fmt: skip
DASHBOARD = Peer(
    "Datasette, a chart by datasette-dashboards", "/-/dashboards/money?eu_period=", _apply,
    lambda option: _is_addressed("eu_period", option)
    + " && document.querySelector('#chart-money canvas, #chart-money svg')",
)  # fmt: skip
TABLE = Peer(
    "Datasette, its table with a facet", "/atlas/funding_of_strategies?_facet=eu_period&_sort_desc=amount_eur", _facet,
    lambda option: _is_addressed("eu_period", option) + " && document.querySelector('table.rows-and-columns')",
)  # fmt: skip
DASH = Peer(
    "Dash", "/", _radio,
    lambda option: f"document.querySelector('#shown')?.textContent === '{option}'"
    " && document.querySelector('#money .bars')",
)  # fmt: skip
EMPTY = Peer(
    "(an empty page of Streamlit)", "/", _of_two,
    lambda option: "[...document.querySelectorAll('[data-testid=stMarkdown]')].at(-1)?.innerText.trim()"
    f" === '{'one' if option == ALL else 'two'}'",
)  # fmt: skip
"""What the atlas cannot be quicker than: one control, and nothing behind it."""

PEERS = (ATLAS, DASHBOARD, TABLE, DASH, EMPTY)


@contextmanager
def _running(command: list[object], log: Path, port: int, path: str) -> Iterator[Server]:
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(PYTHON), "-m", *map(str, command)], cwd=ROOT, env=os.environ, stdout=output, stderr=subprocess.STDOUT
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    try:
        wait_until_healthy(server, path)
        yield server
    finally:
        stop(process)


@contextmanager
def servers(world: Path, folder: Path) -> Iterator[dict[str, Server]]:
    """The atlas, Datasette and Dash at once. In: a world's file in a folder of its own, with its `current`."""
    with ExitStack() as stack:
        database, configuration = folder / FILE, Path(__file__).with_name("datasette.yaml")
        port = free_port()
        served = ["datasette", "serve", "--immutable", database, "--metadata", configuration, "--port", port]
        served += ["--setting", "sql_time_limit_ms", 60000, "--setting", "facet_time_limit_ms", 60000]
        datasette = stack.enter_context(_running(served, folder / "datasette.log", port, "/-/versions.json"))
        port = free_port()
        dashed = ["benchmarks.peers.dash_page", folder, port]
        dash = stack.enter_context(_running(dashed, folder / "dash.log", port, "/"))
        atlas = stack.enter_context(serving(folder / "atlas.log", ATLAS_BUILD=str(world.parent)))
        plain = {"STREAMLIT_SERVER_HEADLESS": "true"}
        empty = stack.enter_context(serving(folder / "empty.log", str(BARE / "control.py"), folder, **plain))
        yield {EMPTY.name: empty, ATLAS.name: atlas, DASHBOARD.name: datasette, TABLE.name: datasette, DASH.name: dash}


def waits(world: Path, folder: Path, rounds: int) -> dict[str, Waits]:
    """Page -> its waits; all pages in turns, `rounds` choices on each beside the first of each kind."""
    found = {peer.name: Waits() for peer in PEERS}
    with servers(world, folder) as running, chromium() as browser:
        pages = [(peer, _opened(browser, running[peer.name].url, peer)) for peer in PEERS]
        for turn in range(rounds + 2):
            for peer, page in pages:
                wait = _wait(page, peer, (PERIOD, ALL)[turn % 2])
                (found[peer.name].first if turn < 2 else found[peer.name].later).append(wait)
        for name, server in running.items():
            found[name].megabytes = server.memory()
    return found


def _opened(browser: Browser, url: str, peer: Peer) -> Page:
    page = browser.new_context(viewport={"width": 1366, "height": 768}, locale="lt-LT").new_page()
    page.add_init_script(NOTE)
    page.goto(url + peer.address)
    page.wait_for_function(CALMED, arg=[CALM, peer.ready(ALL)], timeout=SECONDS * 1000)
    return page


def _wait(page: Page, peer: Peer, option: str) -> float:
    """Milliseconds from the choice of an option to the last change that it makes, be it in a new document."""
    peer.choose(page, option)
    try:
        page.wait_for_function(CALMED, arg=[CALM, peer.ready(option)], timeout=SECONDS * 1000)
    except TimeoutError as late:
        raise RuntimeError(f"{peer.name}: no answer to the choice of {option} at {page.url}") from late
    return float(page.evaluate("window.changed - Number(sessionStorage.clicked)"))
