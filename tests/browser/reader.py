"""What a reader does before a page, in one word each."""

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import wait_until_drawn
from ui.texts import catalog


def lt(english: str) -> str:
    """The Lithuanian words for a text of the code: readers look for them on the page."""
    return str(catalog().get(english).string)


def take(page: Page, button: str) -> tuple[str, bytes]:
    """Presses the first button of that name; the name and the content of the file that comes."""
    wait_until_drawn(page)
    with page.expect_download() as arriving:
        page.get_by_role("button", name=button, exact=True).first.click()
    file = arriving.value
    return file.suggested_filename, Path(file.path()).read_bytes()


def table_of(content: bytes) -> list[dict[str, str]]:
    """The rows of a downloaded CSV."""
    return list(csv.DictReader(io.StringIO(content.decode())))


def choose(page: Page, question: str, words: str) -> None:
    """Types into a list that can be searched, takes what is found, and closes the list."""
    field = page.get_by_role("combobox", name=question)
    field.click()
    field.press_sequentially(words)
    # Before the list has found it, Enter would take something else.
    expect(page.locator("[role=option][data-focused=true]", has_text=words)).to_be_visible()
    field.press("Enter")
    page.keyboard.press("Escape")


def speak(page: Page, language: str) -> None:
    """Presses the switch of the language: Lietuvių or English."""
    page.locator(".st-key-language").get_by_text(language, exact=True).click()


def arrives(page: Page, address: re.Pattern[str] | str) -> None:
    """The page has come to the address, and what it shows there is drawn: nothing of the page before is left."""
    expect(page).to_have_url(address)
    wait_until_drawn(page)


def tab_to(page: Page, wanted: Locator, most: int = 90) -> None:
    """Presses Tab until the focus is on the element, or in it, as one who uses the keyboard alone does."""
    expect(wanted).to_be_attached()
    for _ in range(most):
        if wanted.evaluate("element => element.contains(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.outerHTML.slice(0, 300)")
    raise AssertionError(f"{most} times Tab did not reach {wanted}; the focus is on {focused}")


def all_words(page: Page) -> list[str]:
    """What the page says in headings, tables and the folded lists, to compare two pages."""
    wait_until_drawn(page)
    return page.locator("h1, h3, .stMarkdown table, summary").all_inner_texts()


def lithuanian(value: float, decimals: int) -> str:
    """A number as the page writes it: 1 055 675,87 (with no-break spaces)."""
    return f"{value:,.{decimals}f}".replace(",", "\u00a0").replace(".", ",")


def address_of(**parameters: str) -> re.Pattern[str]:
    """A pattern for addresses that hold each parameter, in any order."""
    held = "".join(rf"(?=.*[?&]{key}={re.escape(value)}(&|$))" for key, value in parameters.items())
    return re.compile(f"^{held}.*$")
