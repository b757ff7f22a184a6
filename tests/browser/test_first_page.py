"""The first page is there at once: small pictures, and no more than changes is drawn anew."""

from playwright.sync_api import Page, expect

from database import queries
from database.choice import Choice
from tests.browser.conftest import wait_until_drawn
from tests.browser.reader import address_of, lt


def test_the_first_page_needs_none_of_what_draws_the_large_charts(page: Page, visit):
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    visit(page, "/")
    expect(page.locator(".atlas-land path").nth(50)).to_be_attached()
    assert not [url for url in loaded if "PlotlyChart" in url]
    assert len([url for url in loaded if "/data/borders.json" in url]) == 1


def test_the_small_map_has_a_mark_for_every_vvg_and_the_sums_in_words(page: Page, visit, database):
    visit(page, "/?period=2014-2020")
    marks = page.locator(".st-key-chart_overview .atlas-marks title")
    expect(marks.first).to_be_attached()
    said = " ".join(marks.all_text_contents())
    assert marks.count() == len(queries.vvgs(database))
    known = queries.funding(database, Choice(periods=("2014-2020",)))
    largest = known.iloc[0]
    assert largest["city"] in said
    assert said.count("€") == len(known)
    # Areas are as the sums: the widest circle is that of the largest.
    widest = page.locator(".st-key-chart_overview .atlas-marks circle").evaluate_all(
        "all => all.sort((a, b) => b.getAttribute('r') - a.getAttribute('r'))[0].querySelector('title').textContent"
    )
    assert largest["city"] in widest


def test_another_period_changes_map_and_figures_and_leaves_the_rest_in_place(page: Page, visit):
    loaded: list[str] = []
    visit(page, "/?period=2014-2020")
    page.locator("h1").evaluate("title => { title.dataset.stays = 'here' }")
    page.locator(".atlas-land").evaluate("land => { land.dataset.stays = 'here' }")
    before = page.locator(".st-key-chart_overview .atlas-marks").inner_html()
    page.on("request", lambda request: loaded.append(request.url))
    page.get_by_role("radio", name="2021–2027 m.").click()
    expect(page).to_have_url(address_of(period="2021-2027"))
    expect(page.get_by_text(lt("Money allocated, {period}").format(period="2021–2027 m."))).to_be_visible()
    wait_until_drawn(page)
    assert page.locator(".st-key-chart_overview .atlas-marks").inner_html() != before
    assert page.locator("h1").get_attribute("data-stays") == "here"
    assert page.locator(".atlas-land").get_attribute("data-stays") == "here"
    assert not [url for url in loaded if "borders" in url]
    # What stands outside that part knows the new choice when it is asked.
    page.get_by_role("button", name=lt("Cite")).first.click()
    expect(page.get_by_test_id("stPopoverBody")).to_contain_text("period=2021-2027")
