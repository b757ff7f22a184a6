"""A click and the wait for what it changes, in a real Chromium."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS = 60
CALM = 400
"""Milliseconds without any change after which a page is finished."""

WATCH = """([calm, mustChange]) => new Promise((done, failed) => {
  const UNSEEN = ".modebar, [data-testid=stToolbar], canvas";
  const app = document.querySelector("[data-testid=stApp]");
  const main = document.querySelector("[data-testid=stMain]");
  const began = window.clicked;
  let last = began, ran = !mustChange;
  // Neither the tools that come with the pointer nor what a canvas holds for those who cannot see it: a table writes
  // its first cells there a third of a second after it is drawn.
  const isSeen = ({ target }) => !(target.closest ? target : target.parentElement)?.closest(UNSEEN);
  const note = (changes) => {
    if (changes.some(isSeen)) last = performance.now();
  };
  const observer = new MutationObserver(note);
  observer.observe(main, { childList: true, subtree: true, characterData: true, attributes: true });
  const check = () => {
    const now = performance.now();
    const isRunning = app.dataset.testScriptState !== "notRunning";
    ran = ran || isRunning || last > began;
    const isStale = document.querySelector("[data-stale=true], [data-testid=stSkeleton]");
    if (ran && !isRunning && !isStale && now - last > calm) { observer.disconnect(); done(last - began); }
    else if (now - began > 60000) { observer.disconnect(); failed(new Error("no answer")); }
    else setTimeout(check, 10);
  };
  check();
})"""
"""From the click to the last change of the page that can be seen, in milliseconds."""


@dataclass(frozen=True)
class Click:
    """What is chosen on a page, in turns: two options that stand side by side, or in a list of that name.

    A number in brackets may stand behind an option. The same option twice is taken, and taken back.
    """

    page: str
    address: str
    options: tuple[str, str]
    list_name: str = ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser of its own. RuntimeError where there is none."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        raise RuntimeError("the waits are measured in a browser: install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


def opened(browser: Browser, url: str) -> Page:
    """A page in a window of its own, drawn to its end."""
    page = browser.new_context(viewport={"width": 1366, "height": 768}, locale="lt-LT").new_page()
    page.goto(url)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning] h1", timeout=SECONDS * 1000)
    page.evaluate("window.clicked = performance.now()")
    page.evaluate(WATCH, [CALM, False])
    return page


def wait_of(page: Page, click: Click, option: str) -> float:
    """Milliseconds from the choice of an option to the last change that it makes."""
    if click.list_name:
        field = page.get_by_role("combobox", name=click.list_name)
        field.click()
        field.press_sequentially(option)
        # Before the list has found it, Enter would take what is chosen already.
        page.locator("[role=option][data-focused=true]", has_text=option).wait_for()
        _watch_for(page, "keydown")
        field.press("Enter")
    else:
        name = re.compile(rf"^{re.escape(option)}( \([\d\s]+\))?$")
        button = page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name)).first
        button.scroll_into_view_if_needed()
        _watch_for(page, "click")
        button.click()
    return float(page.evaluate(WATCH, [CALM, True]))


def _watch_for(page: Page, event: str) -> None:
    page.evaluate(
        "event => addEventListener(event, () => { window.clicked = performance.now() }, { capture: true, once: true })",
        event,
    )
