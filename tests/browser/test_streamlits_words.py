"""Words of Streamlit's own controls, which has them in English alone: here they are in the reader's language."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import lt

WORDS = {"lt": lt, "en": str}


@pytest.mark.parametrize("lang", list(WORDS))
def test_a_list_of_several_choices_speaks_the_readers_language(page: Page, visit, lang):
    words = WORDS[lang]
    visit(page, f"/finansavimas?lang={lang}")
    field = page.get_by_role("combobox", name=words("EU period"))
    field.click()
    expect(page.get_by_role("option", name=words("Select all"), exact=True)).to_be_visible()
    field.press_sequentially("20")
    expect(page.get_by_role("option", name=f"{words('Select what is found')} (2)")).to_be_visible()
    field.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=words("Clear all")).first).to_be_visible()


@pytest.mark.parametrize("lang", list(WORDS))
def test_the_pages_of_the_hits_are_named_and_in_the_address(page: Page, visit, lang):
    words = WORDS[lang]
    visit(page, f"/paieska?q=miesto&lang={lang}")
    pages = page.get_by_role("navigation", name=words("Page of the results"))
    pages.get_by_role("button", name=words("Next page")).click()
    second = pages.get_by_role("button", name=f"{words('Page')} 2", exact=True)
    expect(second).to_have_attribute("aria-current", "page")
    page.wait_for_url("**page=2**")


def test_the_words_follow_the_reader_into_another_language(page: Page, visit):
    visit(page, "/paieska?q=miesto&period=2014-2020")
    for words in (lt, str, lt):
        page.get_by_role("radio", name="English" if words is str else "Lietuvių", exact=True).click()
        pages = page.get_by_role("navigation", name=words("Page of the results"))
        for name in (words("Previous page"), f"{words('Page')} 1", words("Next page")):
            expect(pages.get_by_role("button", name=name, exact=True)).to_be_visible()
        expect(page.get_by_role("button", name=words("Clear all")).first).to_be_visible()
