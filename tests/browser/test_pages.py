"""Every page, opened by its address, in both languages and on both kinds of screen."""

import pytest
from playwright.sync_api import Page, expect

from ui.stops import STOPS
from ui.texts import catalog

ADDRESSES = {
    "overview": "/",
    "map": "/zemelapis",
    "funding": "/finansavimas",
    "target_groups": "/tikslines-grupes",
    "indicators": "/rodikliai",
    "compare": "/palyginimas",
    "vvg": "/vvg",
    "search": "/paieska",
    "add": "/prideti",
    "gaps": "/ko-nezinome",
    "data": "/duomenys",
    "sql": "/sql",
    "method": "/metodas",
}
SIDEWAYS = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
}"""
"""By how many pixels the page is wider than its window."""


def test_the_addresses_are_those_of_the_menu():
    assert {file: f"/{stop.path}" for file, stop in STOPS.items()} == ADDRESSES


def name_in(language: str, file: str) -> str:
    """What the page is called in the menu and in the tab of the browser."""
    name = STOPS[file].title
    return name if language == "en" else str(catalog().get(name).string)


def tab_in(language: str, file: str) -> str:
    """The title of the document."""
    atlas = {"lt": "VVG atlasas", "en": "VVG atlas"}[language]
    return atlas if file == "overview" else f"{name_in(language, file)} · {atlas}"


@pytest.mark.parametrize("language", ["lt", "en"])
@pytest.mark.parametrize("file", ADDRESSES)
def test_a_page_is_drawn_whole_in_its_language_and_fits_its_screen(page: Page, visit, file: str, language: str):
    visited = visit(page, ADDRESSES[file] + ("?lang=en" if language == "en" else ""))

    expect(page).to_have_title(tab_in(language, file))
    assert page.evaluate("document.documentElement.lang") == language
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).not_to_be_empty()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert page.evaluate(SIDEWAYS) <= 1

    page.set_viewport_size({"width": 375, "height": 700})
    # Charts follow the width with a delay of their own; a page that stays too wide never gets there.
    page.wait_for_function(f"({SIDEWAYS})() <= 1", timeout=15_000)

    assert not visited.foreign_hosts
    assert not visited.errors
