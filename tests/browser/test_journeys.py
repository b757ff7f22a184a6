"""The ways of the three readers, each from the first page to the file or the link with which they leave."""

import io
import re
import zipfile
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from database import peers, queries
from database.choice import Choice
from tests.browser.conftest import wait_until_drawn
from tests.browser.reader import address_of, all_words, arrives, choose, lithuanian, lt, speak, tab_to, table_of, take

PERIOD = "2014-2020"
COUNTY = "Kauno apskritis"
TOWN, TOWN_NAME = "kedainiai", "Kėdainių miesto vietos veiklos grupė"
BOARD, BOARD_NAME = "pakruojis", "Pakruojo miesto vietos veiklos grupė"


# The policymaker: from a question to a table and to a link that others can open.


def test_who_got_most_per_resident_becomes_a_table_with_the_figures_of_the_page(page: Page, visit, database):
    visit(page, "/")
    page.get_by_role("link", name=lt("Who got most per resident?")).click()
    expect(page.locator("h1")).to_have_text(lt("Funding"))
    arrives(page, address_of(per="resident", period=PERIOD))

    choose(page, lt("County"), COUNTY)
    arrives(page, address_of(per="resident", period=PERIOD, county="Kauno+apskritis"))
    choice = Choice(periods=(PERIOD,), counties=(COUNTY,))
    known = queries.funding(database, choice)
    per_head = known[known["per_resident_eur"].notna()].sort_values("per_resident_eur", ascending=False)
    strategies = len(queries.strategies(database, choice))
    # The finding, the coverage and each bar say the same as the database …
    expect(page.locator("h3").first).to_contain_text(per_head["city"].iloc[0])
    expect(page.locator("h3").first).to_contain_text(lithuanian(per_head["per_resident_eur"].iloc[0], 2))
    expect(page.get_by_test_id("stMain")).to_contain_text(f"{len(per_head)} iš {strategies} strategijų")
    for amount in per_head["per_resident_eur"]:
        expect(page.locator(".st-key-chart_funding")).to_contain_text(lithuanian(amount, 2))
    # … and so does the file.
    name, content = take(page, "CSV")
    assert name == "vvg-atlasas-finansavimas.csv"
    told = {row["strategy"]: row for row in table_of(content)}
    assert set(told) == set(known["strategy"])
    for row in known.to_dict("records"):
        assert float(told[row["strategy"]]["amount_eur"]) == float(row["amount_eur"])
        assert told[row["strategy"]]["sources"]


def test_a_comparison_is_the_same_for_whoever_opens_its_link(page: Page, visit, new_context):
    visit(page, f"/palyginimas?vvg={TOWN}&vvg={BOARD}&period={PERIOD}&peers=same_region")
    choose(page, lt("VVGs, 1 to {most}; the first is compared with its peers").format(most=5), "Utena")
    arrives(page, address_of(vvg="utena", period=PERIOD, peers="same_region"))
    expect(page.locator(".stMarkdown table").first).to_contain_text("Utena")
    mine = all_words(page)
    assert any("Utena" in words for words in mine)

    guest = new_context().new_page()
    guest.goto(page.url)
    assert all_words(guest) == mine


# The journalist: from a word to a figure, its source and the very words that prove it.


def test_a_word_leads_to_a_figure_with_its_source_and_a_citation(page: Page, visit, database):
    visit(page, "/")
    field = page.get_by_role("searchbox")
    field.fill("neigalieji")
    field.press("Enter")
    expect(page.locator("h1")).to_have_text(lt("Search"))
    arrives(page, address_of(q="neigalieji"))
    expect(page.get_by_test_id("stMain").locator("strong", has_text="neįgal").first).to_be_visible()

    page.get_by_role("link", name="Kėdainiai, 2014–2020 m.").first.click()
    expect(page.locator("h1")).to_have_text(TOWN_NAME)
    arrives(page, address_of(vvg=TOWN, period=PERIOD))

    [figure] = queries.funding(database, Choice(vvgs=(TOWN,), periods=(PERIOD,))).to_dict("records")
    card = page.locator(".st-key-figure_allocated")
    expect(card).to_contain_text(lithuanian(float(figure["amount_eur"]), 2))
    card.get_by_role("button").click()
    proof = page.get_by_test_id("stPopoverBody")
    expect(proof).to_contain_text(figure["as_written"])
    words = [unquote(link.get_attribute("href").partition(":~:text=")[2]) for link in proof.get_by_role("link").all()]
    assert figure["as_written"] in words
    page.keyboard.press("Escape")

    page.get_by_role("radiogroup", name=lt("Section")).get_by_text(lt("Money"), exact=True).click()
    arrives(page, address_of(vvg=TOWN, section="money"))
    expect(page.get_by_role("heading", name=lt("The sums that the atlas shows"))).to_be_visible()
    sums = queries.funding_details(database, Choice(vvgs=(TOWN,), periods=(PERIOD,)))
    name, content = take(page, "CSV")
    assert name == f"vvg-atlasas-{TOWN}-{PERIOD}-money.csv"
    amounts = sorted(float(row["amount_eur"]) for row in table_of(content))
    assert amounts == sorted(float(amount) for amount in sums["amount_eur"])
    name, content = take(page, "XLSX")
    assert name.endswith(".xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert f"<v>{float(figure['amount_eur'])}</v>" in book.read("xl/worksheets/sheet1.xml").decode()
        assert len([sheet for sheet in book.namelist() if sheet.startswith("xl/worksheets/sheet")]) == 3

    page.get_by_role("button", name=lt("Cite")).first.click()
    expect(page.get_by_test_id("stPopoverBody")).to_contain_text(f"vvg={TOWN}")


def test_a_total_is_followed_down_to_the_rows_of_which_it_is_one(page: Page, visit, database):
    strategy = f"{TOWN}/{PERIOD}"
    visit(page, f"/finansavimas?period={PERIOD}&view=table")
    page.get_by_role("radiogroup", name=lt("Look closer")).get_by_text(lt("Sums of one strategy"), exact=True).click()
    arrives(page, address_of(view="sums"))
    choose(page, lt("Strategy"), "Kėdainiai")
    arrives(page, re.compile("strategy=kedainiai"))
    rows = queries.funding_details(database, Choice(vvgs=(TOWN,), periods=(PERIOD,)))
    # The heading of the rows comes after that of the chart.
    expect(page.get_by_role("heading", name="Kėdainiai, 2014–2020 m.", exact=True)).to_be_visible()
    taken = table_of(take(page, "CSV")[1])
    assert {row["strategy"] for row in taken} == {strategy}
    assert sorted(float(row["amount_eur"]) for row in taken) == sorted(float(a) for a in rows["amount_eur"])
    [total] = queries.funding(database, Choice(vvgs=(TOWN,), periods=(PERIOD,)))["amount_eur"]
    whole = [row for row in taken if (row["scope"], row["stage"], row["role"]) == ("strategy", "allocated", "whole")]
    assert float(total) in [float(row["amount_eur"]) for row in whole]


# The board: from its own VVG to peers of its choice and to a letter that asks for what is missing.


def test_a_board_chooses_its_peers_and_keeps_them_in_another_language(page: Page, visit, database):
    visit(page, f"/palyginimas?vvg={BOARD}&period={PERIOD}&peers=same_county")
    by_rule = peers.members(database, BOARD, PERIOD, "same_county")
    listed = page.locator(".st-key-peers_list")
    expect(listed.locator("summary")).to_contain_text(", ".join(by_rule["city"]))
    listed.locator("summary").click()
    listed.get_by_role("button", name=lt("Change this list")).click()
    arrives(page, address_of(peers="own_list", peer=by_rule["vvg"].iloc[0]))

    left_out = by_rule.iloc[0]
    page.get_by_role("button", name=f"Remove {left_out['city']}", exact=True).click()
    expect(listed.locator("summary")).not_to_contain_text(left_out["city"])
    choose(page, lt("Own list of peers"), "Utena")
    arrives(page, address_of(vvg=BOARD, period=PERIOD, peers="own_list", peer="utena"))
    expect(listed.locator("summary")).to_contain_text("Utena")
    assert f"peer={left_out['vvg']}" not in page.url

    chosen = page.url
    speak(page, "English")
    expect(page.locator("h1")).to_have_text("Compare")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.url == f"{chosen}&lang=en"
    expect(listed.locator("summary")).to_contain_text("Utena")


def test_what_is_not_known_becomes_a_letter(page: Page, visit):
    visit(page, f"/vvg?vvg={BOARD}")
    page.get_by_role("link", name=lt("What is missing, and a letter that asks for it")).click()
    expect(page.locator("h1")).to_have_text(lt("What is not known"))
    arrives(page, address_of(vvg=BOARD))
    name, content = take(page, lt("Take the letter away"))
    letter = content.decode()
    assert name == f"laiskas-{BOARD}.txt"
    assert "Pakruojo miesto vietos veiklos grupės" in letter
    assert "1. " in letter
    expect(page.locator("code").first).to_contain_text(letter.splitlines()[0])


# What belongs to every way.


@pytest.mark.parametrize("form", ["bubbles", "colours"])
def test_a_click_on_the_map_chooses_the_vvg_and_leads_to_its_profile(page: Page, visit, form: str):
    visit(page, f"/zemelapis?form={form}&period={PERIOD}")
    page.mouse.move(*place_on_the_map(page, TOWN))
    page.mouse.click(*place_on_the_map(page, TOWN))
    arrives(page, address_of(vvg=TOWN, period=PERIOD) if form == "colours" else address_of(vvg=TOWN))
    card = page.locator(".st-key-card")
    expect(card).to_contain_text(TOWN_NAME)
    card.get_by_role("link", name=lt("Open the profile")).click()
    expect(page.locator("h1")).to_have_text(TOWN_NAME)


def place_on_the_map(page: Page, vvg: str) -> tuple[float, float]:
    """Where the mark or the area of a VVG stands on the screen, as soon as it stands still."""
    found = page.wait_for_function(
        """vvg => {
          const shapes = [...document.querySelectorAll(".st-key-chart_map path")];
          const box = shapes.find(shape => shape.__data__?.data === vvg)?.getBoundingClientRect();
          const place = box && JSON.stringify([box.x + box.width / 2, box.y + box.height / 2]);
          const stands = place && place === window.placeBefore;
          window.placeBefore = place;
          return stands && place;
        }""",
        arg=vvg,
        polling=300,
    )
    x, y = map(float, found.json_value().strip("[]").split(","))
    return x, y


def test_the_keyboard_alone_filters_opens_sources_and_takes_a_file(page: Page, visit):
    visit(page, f"/finansavimas?period={PERIOD}")
    tab_to(page, page.get_by_role("combobox", name=lt("County")))
    page.keyboard.type(COUNTY)
    expect(page.get_by_role("option", name=COUNTY)).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    arrives(page, address_of(county="Kauno+apskritis"))

    tab_to(page, page.get_by_role("radiogroup", name=lt("Count the money")))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    arrives(page, address_of(county="Kauno+apskritis", per="resident"))
    wait_until_drawn(page)

    button = page.locator("[class*=st-key-sources_]").get_by_role("button").first
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stPopoverBody").get_by_role("link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)

    page.locator("h1").evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    tab_to(page, page.get_by_role("button", name="CSV", exact=True).first)
    with page.expect_download() as arriving:
        page.keyboard.press("Enter")
    assert arriving.value.suggested_filename.endswith(".csv")


def test_another_language_keeps_the_page_and_its_filters_and_the_menu_keeps_the_language(page: Page, visit):
    visit(page, f"/zemelapis?period=2021-2027&measure=allocated&county=Kauno+apskritis&vvg={TOWN}")
    speak(page, "English")
    expect(page.locator("h1")).to_have_text("Map")
    arrives(page, address_of(period="2021-2027", county="Kauno+apskritis", vvg=TOWN, lang="en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("header").get_by_role("link", name="Funding").click()
    expect(page.locator("h1")).to_have_text("Funding")
    arrives(page, address_of(lang="en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    speak(page, "Lietuvių")
    expect(page.locator("h1")).to_have_text(lt("Funding"))
    expect(page.locator("html")).to_have_attribute("lang", "lt")
    assert "lang=" not in page.url


def test_a_filter_is_still_there_after_the_page_is_loaded_anew(page: Page, visit):
    visit(page, "/finansavimas")
    choose(page, lt("County"), COUNTY)
    arrives(page, address_of(county="Kauno+apskritis"))
    wait_until_drawn(page)
    before = all_words(page)
    page.reload()
    expect(page.get_by_role("button", name=f"Remove {COUNTY}")).to_be_visible()
    assert all_words(page) == before


HOSTILE = "%3Cscript%3Ealert(1)%3C%2Fscript%3E"
"""<script>alert(1)</script>"""


@pytest.mark.parametrize(
    ("path", "choices"),
    [
        ("/vvg", ["vvg", "period", "section"]),
        ("/zemelapis", ["vvg", "period", "measure", "per", "form", "county", "background"]),
        ("/finansavimas", ["period", "county", "theme", "fund", "per", "money", "view"]),
        ("/tikslines-grupes", ["period", "county", "theme", "view", "group"]),
        ("/rodikliai", ["concept", "scope", "period", "vvg"]),
        ("/palyginimas", ["vvg", "period", "peers"]),
        ("/ko-nezinome", ["period", "county", "vvg", "view", "about", "ask"]),
        ("/duomenys", ["section", "table"]),
    ],
)
def test_a_choice_that_does_not_exist_is_cleaned_from_the_address(page: Page, visit, path: str, choices: list[str]):
    asked = "&".join(f"{choice}={HOSTILE}" for choice in choices) + "&lang=x"
    visited = visit(page, f"{path}?{asked}")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
    arrives(page, re.compile(rf"{path}$"))
    assert not visited.errors


def test_hostile_words_are_searched_for_and_never_run(page: Page, visit):
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    visited = visit(page, "/paieska?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20**b**%20%5Bx%5D(javascript:alert(2))")
    expect(page.get_by_role("textbox", name=lt("What are you looking for?"))).to_have_value(
        "<img src=x onerror=alert(1)> **b** [x](javascript:alert(2))"
    )
    assert page.locator("[href^='javascript:'], img[onerror]").count() == 0
    assert not ran
    assert not visited.errors


def test_the_names_of_the_compared_stay_in_sight_over_a_long_section(page: Page, visit):
    visit(page, f"/palyginimas?vvg={TOWN}&vvg={BOARD}&period={PERIOD}")
    table = page.locator(".st-key-section_money table")
    name = table.locator("th", has_text="Pakruojis")
    table.locator("tr").last.scroll_into_view_if_needed()
    page.get_by_test_id("stMain").evaluate("(main, at) => main.scrollBy(0, at)", table.bounding_box()["y"] - 30)
    expect(name).to_be_in_viewport()
    bar = page.locator("header").bounding_box()
    assert name.bounding_box()["y"] >= bar["y"] + bar["height"] - 1
