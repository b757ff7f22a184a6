"""The wait for a page is measured from the click on, however quickly the page answers."""

import pytest
from playwright.sync_api import Page

from benchmarks.clicks import Click, wait_of

ANSWER = """<div data-testid="stApp" data-test-script-state="notRunning"><div data-testid="stMain">
<button onclick="setTimeout(() => said.textContent = 'answered', {milliseconds})">one</button><p id="said">asked</p>
</div></div>"""


@pytest.mark.parametrize("milliseconds", [0, 200])
def test_an_answer_is_seen_even_where_it_is_there_before_the_click_is_over(page: Page, milliseconds: int):
    page.set_content(ANSWER.replace("{milliseconds}", str(milliseconds)))
    wait = wait_of(page, Click("", "", ("one", "one")), "one")
    assert page.locator("#said").inner_text() == "answered"
    assert wait >= milliseconds
