"""The desk for queries in a real browser: from an example to a table, a file and a link; and a query that is ended."""

import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from database.definitions import examples
from tests.browser.conftest import wait_until_drawn
from tests.browser.reader import lt, table_of, take
from tests.browser.test_accessibility import serious_violations
from ui.sql import TITLES

EXAMPLE = "people_with_disabilities"
HEAVY = "select count(*) from range(1000000) as a, range(1000000) as b"


def field(page: Page):
    return page.get_by_role("textbox", name=lt("Query"))


def heading(page: Page):
    """How many rows the answer has."""
    return page.locator(".st-key-sql_answer h3").first


def test_an_example_becomes_a_table_a_file_and_a_link_that_waits(page: Page, visit, browser: Browser, database):
    visited = visit(page, "/sql")
    page.get_by_role("button", name=lt(TITLES[EXAMPLE])).click()
    known = database.cursor().execute(examples()[EXAMPLE]).fetchall()
    expect(heading(page)).to_contain_text(str(len(known)))
    expect(page.locator(".st-key-sql_answer").get_by_test_id("stDataFrame")).to_be_visible()
    wait_until_drawn(page)
    assert field(page).input_value() == examples()[EXAMPLE].strip()

    name, content = take(page, "CSV")
    assert name == "vvg-atlasas-sql.csv"
    assert [row["city"] for row in table_of(content)] == [row[0] for row in known]

    # Whoever gets the link sees the query, and runs it when ready.
    assert parse_qs(urlsplit(page.url).query)["sql"] == [examples()[EXAMPLE].strip()]
    other = browser.new_context(locale="lt-LT").new_page()
    other.goto(page.url)
    wait_until_drawn(other)
    assert field(other).input_value() == examples()[EXAMPLE].strip()
    expect(other.locator(".st-key-sql_answer").get_by_test_id("stDataFrame")).to_have_count(0)
    other.get_by_role("button", name=lt("Run")).click()
    expect(heading(other)).to_have_text(heading(page).inner_text())
    other.context.close()
    assert not visited.foreign_hosts
    assert not visited.errors


def test_the_keyboard_alone_runs_a_query(page: Page, visit):
    visit(page, "/sql?lang=en")
    box = page.get_by_role("textbox", name="Query")
    box.fill("select 21 * 2 as answer")
    box.press("Control+Enter")
    expect(heading(page)).to_have_text("1 row")
    expect(page).to_have_url(re.compile(r"sql=select\+21"))


@pytest.mark.parametrize("width", [1366, 375])
def test_a_heavy_query_is_cancelled_and_the_next_one_answers(page: Page, visit, width: int):
    page.set_viewport_size({"width": width, "height": 700})
    visited = visit(page, "/sql")
    field(page).fill(HEAVY)
    page.get_by_role("button", name=lt("Run")).click()
    page.get_by_role("button", name=lt("Cancel")).click()
    began = time.monotonic()
    expect(page.get_by_text(lt("The query was cancelled."))).to_be_visible()
    assert time.monotonic() - began < 4
    field(page).fill("select 7 as seven")
    field(page).press("Control+Enter")
    expect(heading(page)).to_have_text("1 eilutė")
    assert not visited.errors


def test_a_heavy_query_that_is_left_alone_is_stopped_and_says_why(page: Page, visit):
    visit(page, "/sql?lang=en")
    page.get_by_role("textbox", name="Query").fill(HEAVY)
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("The query runs:")).to_be_visible()
    expect(page.get_by_text("The query was stopped after 5 s.")).to_be_visible()


def test_what_is_being_written_stays_while_the_tables_are_searched(page: Page, visit):
    visit(page, "/sql")
    field(page).fill("select not yet sent")
    tables = page.get_by_role("textbox", name=lt("Tables and columns"))
    tables.fill("gyventoju skaicius")
    tables.press("Enter")
    expect(page.locator(".st-key-sql_schema summary").first).to_contain_text("strategy_overview")
    expect(field(page)).to_have_value("select not yet sent")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_neither_an_answer_nor_a_mistake_has_a_serious_barrier(page: Page, visit, scheme: str):
    page.emulate_media(color_scheme=scheme)
    visit(page, "/sql?lang=en")
    page.get_by_role("button", name=TITLES[EXAMPLE]).click()
    expect(page.locator(".st-key-sql_answer").get_by_test_id("stDataFrame")).to_be_visible()
    page.locator(".st-key-sql_schema summary").first.click()
    expect(page.locator(".st-key-sql_schema li").first).to_be_visible()
    assert serious_violations(page) == []
    page.get_by_role("textbox", name="Query").fill("select * from fundin")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_test_id("stCode")).to_contain_text("Did you mean")
    assert serious_violations(page) == []
