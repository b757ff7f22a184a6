"""Each page as the first thing that anybody asks of a dashboard that has just started.

Only then does it show whether Streamlit knows the pages before their addresses are asked for, so each page has a start
of its own. The languages take turns: together they see every way in.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_until_drawn
from tests.browser.reader import lt
from tests.browser.test_pages import ADDRESSES, name_in, tab_in
from ui.stops import STOPS

FIRST_VISITS = [(file, "en" if at % 2 else "lt") for at, file in enumerate(ADDRESSES)]


@pytest.mark.parametrize(("file", "language"), FIRST_VISITS)
def test_the_first_visitor_gets_the_page_that_was_asked_for(page: Page, visit, fresh_server, file: str, language: str):
    visit(page, ADDRESSES[file] + ("?lang=en" if language == "en" else ""), fresh_server)

    expect(page).to_have_title(tab_in(language, file))
    expect(page.get_by_role("dialog")).to_have_count(0)
    menu = page.locator("header").get_by_role("link")
    assert menu.all_inner_texts() == [name_in(language, each) for each in ADDRESSES if not STOPS[each].is_rare]
    if STOPS[file].is_rare:
        page.locator("header").get_by_text("More" if language == "en" else lt("More"), exact=True).click()
        rare = page.get_by_role("menuitem")
        expect(rare).to_have_text([name_in(language, each) for each in ADDRESSES if STOPS[each].is_rare])
    expect(page.locator("[aria-current=page]").filter(visible=True)).to_have_text([name_in(language, file)])


def test_an_unknown_address_says_so_and_leads_to_the_pages(page: Page, fresh_server):
    answer = page.goto(f"{fresh_server.url}/nera-tokio-puslapio")
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("Tokio puslapio nėra")
    page.get_by_role("link", name="Finansavimas").click()
    wait_until_drawn(page)
    expect(page.locator("h1")).to_have_text("Finansavimas")
