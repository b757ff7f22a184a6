"""A choice draws its charts once, in the colours of the reader's paper, and leaves the rest of the page in place."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_until_drawn
from tests.browser.reader import lt
from ui.look import DARK, LIGHT

COUNT = """() => {
  window.drawings = 0;
  const inChart = ({ target }) => (target.closest ? target : target.parentElement)?.closest(".js-plotly-plot");
  new MutationObserver((changes) => {
    if (changes.filter(inChart).length > 100) window.drawings += 1;
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
}"""
"""Counts how often the parts of charts are made or changed by the hundred: that is a drawing."""

CHOICES = {
    "/finansavimas": ("radio", "Gyventojui", 1),
    "/zemelapis": ("radio", "2014–2020 m.", 2),
    "/ko-nezinome?view=list": ("radio", "Kiekviena strategija", 1),
}
"""A control of the page, the option that is taken, and the charts that are made of a hundred parts and more."""


@pytest.mark.parametrize("path", list(CHOICES))
def test_a_choice_draws_each_chart_once_and_leaves_the_rest(page: Page, visit: Callable, path: str):
    role, option, charts = CHOICES[path]
    visit(page, path)
    page.wait_for_timeout(500)
    for part in ("h1", ".st-key-foot", ".st-key-language"):
        page.locator(part).first.evaluate("part => { part.dataset.stays = 'here' }")
    page.evaluate(COUNT)
    page.get_by_role(role, name=option, exact=True).first.click()
    expect(page.get_by_role(role, name=option, exact=True).first).to_be_checked()
    wait_until_drawn(page)
    page.wait_for_timeout(1500)
    assert 1 <= page.evaluate("window.drawings") <= charts
    for part in ("h1", ".st-key-foot", ".st-key-language"):
        assert page.locator(part).first.get_attribute("data-stays") == "here"


@pytest.mark.parametrize("path", ["/finansavimas", "/zemelapis", "/rodikliai", "/vvg?vvg=pakruojis&section=indicators"])
def test_charts_take_the_colours_of_the_paper_when_it_changes(page: Page, visit: Callable, path: str):
    paper = "() => [...document.querySelectorAll('.js-plotly-plot')].map(chart => chart._fullLayout.paper_bgcolor)"
    visit(page, path)
    assert set(page.evaluate(paper)) == {LIGHT.paper}
    page.get_by_test_id("stMainMenu").get_by_role("button").click()
    page.get_by_role("radio", name="Dark").or_(page.get_by_text("Dark", exact=True)).first.click()
    page.wait_for_function(f"({paper})().every(colour => colour === '{DARK.paper}')")


def test_charts_stand_in_their_columns_also_when_they_are_shown_again(page: Page, visit: Callable):
    for _ in range(3):
        visit(page, "/finansavimas")
        left, right = (page.locator(f".st-key-chart_{name}") for name in ("funding", "spread"))
        expect(right).to_be_visible()
        first, second = left.bounding_box(), right.bounding_box()
        assert first["x"] + first["width"] <= second["x"]
        page.reload()
        wait_until_drawn(page)
    assert page.get_by_text(lt("Funding")).first.is_visible()
