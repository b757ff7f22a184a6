"""A board member adds the strategy of their town: with the keyboard alone, from a pasted text to the file."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from loaders import records
from loaders.forms import validated
from loaders.yaml_lines import read
from tests.browser.conftest import ROOT, wait_until_drawn
from tests.browser.reader import lt, tab_to, take
from tests.browser.test_accessibility import serious_violations
from tests.browser.test_pages import SIDEWAYS

TEXT = ROOT / "tests/documents/open/hard-lines.txt"
"""An invented strategy of Anykščiai; the atlas has one of the same period."""
BUILDING = 90_000


def _press(page: Page, name: str, within: str = "body") -> None:
    """Reaches a button with Tab and presses it with Enter; an empty name is any button of that part."""
    wait_until_drawn(page)
    part = page.locator(within)
    tab_to(page, part.get_by_role("button", name=name, exact=True).first if name else part.get_by_role("button"))
    page.keyboard.press("Enter")


def _pasted(page: Page) -> None:
    """The text stands in its field, and its findings are on the page."""
    tab_to(page, page.get_by_role("tab", name=lt("A file")))
    page.keyboard.press("ArrowRight")
    field = page.get_by_label(lt("Paste the text of the strategy or of its page here"))
    expect(field).to_be_visible()
    tab_to(page, field)
    page.keyboard.insert_text(TEXT.read_text(encoding="utf-8"))
    _press(page, lt("Read the text"))
    expect(page.locator(".st-key-added_group_choice")).to_be_visible(timeout=BUILDING)


def test_a_strategy_goes_from_a_pasted_text_to_its_peers_and_into_a_file(
    page: Page, visit, browser: Browser, server, tmp_path: Path
):
    visited = visit(page, "/prideti")
    _pasted(page)
    _press(page, "", ".st-key-added_accept_sure")
    expect(page.locator("[class*=st-key-added_card_accepted_]").first).to_be_visible()
    _press(page, "", ".st-key-added_next_findings")
    publisher = page.get_by_label(lt("Who published it"))
    expect(publisher).to_be_visible(timeout=BUILDING)
    tab_to(page, publisher)
    page.keyboard.insert_text("Anykščių miesto VVG")
    page.keyboard.press("Enter")
    wait_until_drawn(page)
    _press(page, "", ".st-key-added_next_check")
    _press(page, lt("Show the draft with its peers"))
    ways = page.locator(".st-key-added_ways")
    expect(ways).to_be_visible(timeout=BUILDING)
    tab_to(page, ways.get_by_role("link").first)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(lt("Compare"))
    wait_until_drawn(page)
    expect(page.locator(".st-key-own_data")).to_contain_text("Anykščiai")

    stranger = browser.new_page()
    stranger.goto(f"{server.url}/palyginimas")
    wait_until_drawn(stranger)
    expect(stranger.locator(".st-key-own_data")).to_have_count(0)
    stranger.close()

    page.locator(".st-key-own_data").get_by_role("link").click()
    page.get_by_role("radio", name=f"5. {lt('File')}").click()
    expect(page.locator(".st-key-added_take")).to_be_visible(timeout=BUILDING)
    name, content = take(page, lt("Take the file {file}").format(file="anyksciai.yaml"))
    assert name == "anyksciai.yaml"
    file = tmp_path / name
    file.write_bytes(content)
    tree, lines = read(file, name)
    record = validated(records.VvgRecord, tree, lines, name)
    assert record.vvg == "anyksciai"
    assert record.sources["S1"].publisher
    assert record.strategies[0].funding

    _press(page, lt("Show without it"))
    expect(page.locator(".st-key-own_data")).to_have_count(0)
    assert not visited.errors
    assert not visited.foreign_hosts


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_findings_have_no_serious_barrier_and_fit_a_phone(page: Page, visit, scheme: str):
    page.emulate_media(color_scheme=scheme)
    visit(page, "/prideti")
    _pasted(page)
    _press(page, "", ".st-key-added_accept_sure")
    expect(page.locator("[class*=st-key-added_card_accepted_]").first).to_be_visible()
    assert serious_violations(page) == []
    page.set_viewport_size({"width": 375, "height": 700})
    page.wait_for_function(f"({SIDEWAYS})() <= 1", timeout=15_000)
    assert serious_violations(page) == []


HOSTILE = (
    "Anykščių miesto vietos veiklos grupė <img src=x onerror=alert(1)> skirta 5 000 Eur ![a](http://far.example/a.png) "
    "[b](javascript:alert(1)) :red[c] $x$"
)


def test_nothing_in_a_document_runs_or_is_fetched(page: Page, visit):
    visited = visit(page, "/prideti")
    page.get_by_role("tab", name=lt("Text")).click()
    page.get_by_label(lt("Paste the text of the strategy or of its page here")).fill(f"{HOSTILE}\n\n{HOSTILE}")
    page.get_by_role("button", name=lt("Read the text")).click()
    expect(page.locator(".st-key-added_group_choice")).to_be_visible(timeout=BUILDING)
    page.get_by_role("radio", name=lt("Whole document")).click()
    document = page.locator(".st-key-added_document")
    expect(document).to_contain_text("<img src=x onerror=alert(1)>")
    expect(document).to_contain_text("[b](javascript:alert(1))")
    expect(document.locator("img, a, script, .katex")).to_have_count(0)
    assert not visited.foreign_hosts
    assert not visited.errors
