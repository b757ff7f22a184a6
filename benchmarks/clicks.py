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

WATCH = """(event) => {
  const UNSEEN = ".modebar, [data-testid=stToolbar], canvas";
  // Neither the tools that come with the pointer nor what a canvas holds for those who cannot see it: a table writes
  // its first cells there a third of a second after it is drawn.
  const isSeen = ({ target }) => !(target.closest ? target : target.parentElement)?.closest(UNSEEN);
  const begin = () => {
    window.observer?.disconnect();
    window.began = window.last = performance.now();
    window.observer = new MutationObserver((changes) => { if (changes.some(isSeen)) window.last = performance.now(); });
    const main = document.querySelector("[data-testid=stMain]");
    window.observer.observe(main, { childList: true, subtree: true, characterData: true, attributes: true });
  };
  if (event) addEventListener(event, begin, { capture: true, once: true });
  else begin();
}"""
"""Notes each change of the page that can be seen, from an event on, or from now on.

It begins within the click itself: a quick page has answered before the command to click returns.
"""

LAST = """([calm, mustChange]) => new Promise((done, failed) => {
  const app = document.querySelector("[data-testid=stApp]");
  let ran = !mustChange;
  const check = () => {
    const now = performance.now();
    const isRunning = app.dataset.testScriptState !== "notRunning";
    ran = ran || isRunning || window.last > window.began;
    // Looked for once the page is calm: a search of the whole page every 10 ms would be a part of what is measured.
    const isStale = () => document.querySelector("[data-stale=true], [data-testid=stSkeleton]");
    if (ran && !isRunning && now - window.last > calm && !isStale()) {
      window.observer.disconnect();
      done(window.last - window.began);
    }
    else if (now - window.began > 60000) { window.observer.disconnect(); failed(new Error("no answer")); }
    else setTimeout(check, 10);
  };
  check();
})"""
"""From the click to the last change that was noted, in milliseconds, once the page is calm."""


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
    page.evaluate(WATCH)
    page.evaluate(LAST, [CALM, False])
    return page


def wait_of(page: Page, click: Click, option: str) -> float:
    """Milliseconds from the choice of an option to the last change that it makes."""
    if click.list_name:
        field = page.get_by_role("combobox", name=click.list_name)
        field.click()
        field.press_sequentially(option)
        # In focus once the list has found it.
        found = page.locator("[role=option][data-focused=true]", has_text=option)
        found.wait_for()
        page.evaluate(WATCH, "click")
        found.click()
    else:
        name = re.compile(rf"^{re.escape(option)}( \([\d\s]+\))?$")
        button = page.get_by_role("radio", name=name).or_(page.get_by_role("button", name=name)).first
        button.scroll_into_view_if_needed()
        page.evaluate(WATCH, "click")
        button.click()
    return float(page.evaluate(LAST, [CALM, True]))
