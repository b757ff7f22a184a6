"""Whether those who see little, hear the page or use the keyboard can read it: the rules of axe-core, on every page."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import wait_until_drawn
from tests.browser.test_pages import ADDRESSES

AXE = Path(__file__).with_name("vendor") / "axe-core" / "axe.min.js"
FULL = ADDRESSES | {
    "vvg": "/vvg?vvg=pakruojis&section=money",
    "search": "/paieska?q=neigalieji",
    "compare": "/palyginimas?vvg=pakruojis&vvg=kedainiai&vvg=utena&period=2014-2020",
    "target_groups": "/tikslines-grupes?group=people_with_disabilities",
    "sql": "/sql?sql=select+1",
}
"""Pages with something on them, where the bare address shows less."""


def serious_violations(page: Page) -> list[str]:
    """What axe-core calls serious or critical: the rule, the element, and what is wrong with it."""
    wait_until_drawn(page)
    # While a colour fades in it is too pale.
    page.wait_for_function("document.getAnimations().every(animation => animation.playState !== 'running')")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{violation['id']}: {element['html'][:200]}\n{element['failureSummary']}"
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
        for element in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("file", FULL)
def test_a_page_has_no_serious_barrier(page: Page, visit, file: str, scheme: str):
    page.emulate_media(color_scheme=scheme)
    visit(page, FULL[file])
    assert serious_violations(page) == []


@pytest.mark.parametrize("file", ["overview", "target_groups", "vvg"])
def test_a_page_has_no_serious_barrier_on_a_phone(page: Page, visit, file: str):
    page.set_viewport_size({"width": 375, "height": 700})
    visit(page, FULL[file])
    assert serious_violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_source_card_has_no_serious_barrier(page: Page, visit, scheme: str):
    page.emulate_media(color_scheme=scheme)
    visit(page, "/vvg?vvg=kedainiai&period=2014-2020")
    page.locator(".st-key-figure_allocated").get_by_role("button").click()
    page.get_by_test_id("stPopoverBody").get_by_role("link").first.wait_for()
    assert serious_violations(page) == []
