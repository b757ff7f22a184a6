"""The page of money, of the invented world."""

import json

import pytest
from streamlit.testing.v1 import AppTest

NBSP = "\u00a0"
DISPUTED = f"500 000{NBSP}€{NBSP}≠".replace(" ", NBSP)


def words(at: AppTest) -> str:
    """All that the page says in sentences, without the marks of Markdown."""
    said = [each.value for kind in (at.subheader, at.caption, at.markdown) for each in kind]
    return "\n".join(said).replace("\\", "").replace(NBSP, " ")


def figures(at: AppTest) -> list[dict]:
    """The charts of the page, as they are drawn."""
    return [json.loads(each.proto.spec) for each in at.get("plotly_chart")]


def links(at: AppTest) -> list[str]:
    """The labels of the links to other pages."""
    return [each.proto.label for each in at.get("page_link")]


@pytest.mark.parametrize("lang", ["lt", "en"])
@pytest.mark.parametrize("view", ["table", "shares", "stages", "funds", "items", "periods", "sums", "country"])
def test_every_way_of_looking_opens(page, lang, view):
    at = page("funding", lang=lang, view=view)
    assert not at.exception
    assert at.title[0].value == {"lt": "Finansavimas", "en": "Funding"}[lang]


def test_the_title_says_who_was_given_most_where_enough_is_known(page):
    at = page("funding", lang="en", period="2014-2020")
    assert "Utena was given most: 1,200,000 €" in words(at)
    assert "Based on 7 of 7 strategies" in words(at)


def test_the_title_speaks_of_known_sums_where_a_period_is_hardly_known(page):
    at = page("funding", lang="en")
    assert "Largest known sum: Utena, 1,200,000 €" in words(at)
    assert "Based on 8 of 9 strategies" in words(at)
    assert "The sum of 1 strategy is not known: see why" in links(at)


def test_the_median_is_told_of_enough_values_and_refused_of_few(page):
    said = words(page("funding", lang="en"))
    assert "2014–2020: half got 650,000 € or less; the middle half from 475,000 € to 900,000 €." in said
    assert "2021–2027: no median, for 1 of 2 exact sums are known" in said


def test_a_disputed_sum_is_marked_and_counted(page):
    at = page("funding")
    texts = [text for trace in figures(at)[0]["data"] for text in trace.get("text") or []]
    assert any(DISPUTED in text for text in texts)
    assert "Dėl 1 sumos šaltiniai nesutaria (≠): abi reikšmės – lentelėje." in words(at)
    hovers = [text for trace in figures(at)[0]["data"] for text in trace.get("hovertext") or []]
    both = f"500{NBSP}000{NBSP}€ ir 510{NBSP}000{NBSP}€"
    assert any(both in text for text in hovers)


def test_a_strategy_without_a_divisor_is_listed_with_the_reason(page):
    at = page("funding", lang="en", per="resident")
    assert at.expander[0].label == "1 strategy without this divisor"
    assert "Kaunas (Aleksotas), 2014–2020: the VVG works in a part of the city" in words(at)


def test_the_money_per_participant_divides_by_what_was_planned(page):
    said = words(page("funding", lang="en", per="participant", period="2014-2020"))
    assert "2,045.45" not in said
    assert "2,045 €" in said


def test_stages_stand_side_by_side_and_are_not_added(page):
    said = words(page("funding", lang="en", view="stages"))
    assert "1 strategy with sums in more than one stage; stages are never added" in said
    assert "Pakruojis, 2014–2020 – paid 480,000 €, allocated 500,000 € ≠" in said
    assert "980,000" not in said


def test_parts_by_fund_are_drawn_where_they_add_up(page):
    at = page("funding", lang="en", view="funds")
    assert "1 strategy whose parts add up to the whole is drawn" in words(at)
    shares = {trace["name"]: list(trace["text"]) for trace in figures(at)[-1]["data"]}
    assert shares == {"European Social Fund (ESF)": ["90%"], "State budget": ["10%"]}


def test_both_periods_of_one_vvg_are_compared(page):
    said = words(page("funding", lang="en", view="periods"))
    assert "Pakruojis: 500,000 € ≠ in 2014–2020, ≈ 900,000 € in 2021–2027 (1.8 times)." in said


def test_a_total_is_drilled_down_to_its_single_sums(page):
    at = page("funding", lang="en", view="sums", strategy="aukstupys/2014-2020")
    shown = at.dataframe[-1].value
    assert {450000, 50000, 510000, 25000} <= {int(amount) for amount in shown["Amount"]}
    assert "skirta 510 000 Eur" in set(shown["In the words of the source"])


def test_only_known_kinds_of_money_are_offered(page):
    at = page("funding", lang="en")
    [money] = [box for box in at.selectbox if box.label == "Which money"]
    assert money.options == [
        "Whole strategy – allocated (8)",
        "Administration – allocated (1)",
        "Project or projects – paid (1)",
    ]


def test_a_choice_that_nothing_fits_says_so(page):
    at = page("funding", lang="en", theme="preparation")
    assert "No strategy fits this choice" in at.info[0].value
