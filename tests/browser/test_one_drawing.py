"""A choice draws its charts once, in the colours of the reader's paper, and leaves the rest of the page in place."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_until_drawn
from tests.browser.reader import lt
from ui.look import DARK, LIGHT

COUNT = """() => {
  window.drawings = {};
  const chart = ({ target }) => (target.closest ? target : target.parentElement)?.closest("[class*=st-key-chart_]");
  new MutationObserver((changes) => {
    const counts = new Map();
    for (const name of changes.map((change) => chart(change)?.className).filter(Boolean)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const [name, count] of counts) if (count > 50) (window.drawings[name] ??= []).push(count);
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
}"""
"""Counts, chart by chart, how often its parts are made or changed by the dozen: that is a drawing."""

FIGURES = """() => [...document.querySelectorAll(".js-plotly-plot")].map(
  (chart) => JSON.stringify(chart._fullData.map(({ x, y, lon, lat, z }) => [x, y, lon, lat, z])))"""
"""The figures that each chart shows."""

CHOICES = {
    "/finansavimas": "Gyventojui",
    "/zemelapis?period=2014-2020": "2021–2027 m.",
    # The list beside the map grows until it scrolls.
    "/zemelapis?period=2021-2027": "2014–2020 m.",
    "/ko-nezinome?view=list": lt("Every strategy"),
}
"""A switch of the page to what is not chosen."""

MAP_STEPS = 2
"""A map is drawn in two steps: its marks at once, its areas when the borders are there. Other charts have one."""


@pytest.mark.parametrize("path", list(CHOICES))
def test_a_choice_draws_each_chart_once_and_leaves_the_rest(page: Page, visit: Callable, path: str):
    option = CHOICES[path]
    visit(page, path)
    page.wait_for_timeout(500)
    for part in ("h1", ".st-key-foot", ".st-key-language"):
        page.locator(part).first.evaluate("part => { part.dataset.stays = 'here' }")
    before = page.evaluate(FIGURES)
    page.evaluate(COUNT)
    page.get_by_role("radio", name=option, exact=True).first.click()
    expect(page.get_by_role("radio", name=option, exact=True).first).to_be_checked()
    page.wait_for_function("Object.keys(window.drawings).length > 0")
    wait_until_drawn(page)
    # What would draw it once more does so soon after.
    page.wait_for_timeout(1500)
    drawings = page.evaluate("window.drawings")
    assert drawings
    # What stands on the page is what was chosen, and not a chart that was kept in its place.
    assert page.evaluate(FIGURES)[0] not in before
    most = {name: MAP_STEPS if "st-key-chart_map" in name else 1 for name in drawings}
    assert {name: counts for name, counts in drawings.items() if len(counts) > most[name]} == {}
    for part in ("h1", ".st-key-foot", ".st-key-language"):
        assert page.locator(part).first.get_attribute("data-stays") == "here"


@pytest.mark.parametrize("path", ["/finansavimas", "/zemelapis", "/rodikliai", "/vvg?vvg=pakruojis&section=indicators"])
def test_charts_take_the_colours_of_the_paper_when_it_changes(page: Page, visit: Callable, path: str):
    paper = "() => [...document.querySelectorAll('.js-plotly-plot')].map(chart => chart._fullLayout.paper_bgcolor)"
    visit(page, path)
    before = page.evaluate(paper)
    assert LIGHT.paper in before
    page.get_by_test_id("stMainMenu").click()
    page.get_by_test_id("stMainMenuItem-theme-Dark").click()
    page.wait_for_function(
        f"({paper})().filter(colour => colour === '{DARK.paper}').length === {before.count(LIGHT.paper)}"
    )


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


@pytest.mark.parametrize(
    ("width", "view", "is_listed"), [(1366, "matrix", False), (1366, "list", True), (375, "matrix", True)]
)
def test_the_list_of_groups_takes_the_place_of_the_matrix(
    page: Page, visit: Callable, width: int, view: str, is_listed: bool
):
    page.set_viewport_size({"width": width, "height": 800})
    visit(page, f"/tikslines-grupes?view={view}")
    expect(page.locator(".st-key-chart_groups")).to_be_visible(visible=not is_listed)
    expect(page.locator(".st-key-chart_group_counts")).to_be_visible(visible=is_listed)
