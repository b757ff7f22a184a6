"""Money in words and marks."""

import pandas as pd
import pytest

from database.choice import Choice
from database.queries import funding_shares, funding_spread
from ui import funding_words
from ui.charts import funding as charts

NBSP = "\u00a0"
SURE = {"bound": "exact", "is_approximate": False, "is_disputed": False, "lowest_eur": 5, "highest_eur": 5}


@pytest.mark.parametrize(
    ("changed", "written"),
    [
        ({}, f"1{NBSP}200{NBSP}€"),
        ({"is_approximate": True}, f"≈{NBSP}1{NBSP}200{NBSP}€"),
        ({"bound": "at_least"}, f"≥{NBSP}1{NBSP}200{NBSP}€"),
        ({"bound": "at_most", "is_approximate": True}, f"≤{NBSP}1{NBSP}200{NBSP}€"),
        ({"is_disputed": True}, f"1{NBSP}200{NBSP}€{NBSP}≠"),
    ],
)
def test_a_figure_carries_the_mark_of_what_is_not_sure(changed, written):
    assert funding_words.marked(1200, SURE | changed) == written


def test_both_values_of_a_dispute_are_said():
    said = funding_words.others(SURE | {"is_disputed": True, "lowest_eur": 500, "highest_eur": 510})
    assert said == f"≠ šaltiniai nesutaria: 500{NBSP}€ ir 510{NBSP}€"


def test_the_marks_of_many_sums_are_those_of_each():
    changes = [{}, {"is_approximate": True}, {"bound": "at_most"}, {"is_disputed": True, "lowest_eur": 4}, {}]
    rows = pd.DataFrame([SURE | changed for changed in changes], index=[7, 7, 3, 2, 1])
    assert funding_words.marks(rows) == [funding_words.others(row) for row in rows.to_dict("records")]
    assert funding_words.marks(rows)[0] == ""


def test_amounts_per_head_keep_their_cents_below_a_thousand():
    assert [funding_words.per_head(value) for value in (46.684, 2045.45)] == [
        f"46,68{NBSP}€",
        f"2{NBSP}045{NBSP}€",
    ]


def test_what_strategies_were_given_is_offered_first_even_where_nothing_of_it_is_known():
    known = pd.DataFrame({"scope": ["call"], "stage": ["allocated"], "strategies": [3]})
    assert list(funding_words.kinds(known).items()) == [("strategy.allocated", 0), ("call.allocated", 3)]


def test_a_bar_fades_where_it_is_rounded_and_opens_where_sources_differ():
    rows = pd.DataFrame(
        [
            SURE | {"amount_eur": 100, "lowest_eur": 100, "highest_eur": 100, "is_approximate": True},
            SURE | {"amount_eur": 50, "lowest_eur": 40, "highest_eur": 60, "is_disputed": True},
        ]
    ).assign(eu_period="2014-2020", stage="allocated")
    figure = charts.bars(
        rows, "amount_eur", ["a", "b"], {"2014-2020": "#000000"}, {"2014-2020": "x"}, ["100", "50"], ["", ""]
    )
    solid, faded, opened = [trace for trace in figure.data if trace.type == "bar"]
    assert list(solid.x) == [94, 40]
    assert (list(faded.base), list(faded.x)) == ([94], [6])
    assert (list(opened.base), list(opened.x)) == ([40], [20])


def test_planned_money_is_hollow():
    rows = pd.DataFrame([SURE | {"amount_eur": 10}]).assign(eu_period="2014-2020", stage="planned")
    figure = charts.bars(rows, "amount_eur", ["a"], {"2014-2020": "#000000"}, {"2014-2020": "x"}, ["10"], [""])
    assert list(figure.data[0].marker.color) == ["rgba(0,0,0,0)"]


def test_the_median_needs_five_values_and_six_in_ten(database):
    rows = funding_spread(database, Choice(), "strategy", "allocated").set_index("eu_period")
    assert rows.loc["2014-2020", ["strategies", "known", "counted", "median"]].tolist() == [7, 7, 7, 650000.0]
    assert not rows.loc["2021-2027", "is_enough"]
    assert pd.isna(rows.loc["2021-2027", "median"])


def test_the_shares_of_a_period_end_at_the_whole(database):
    rows = funding_shares(database, Choice(periods=("2014-2020",)), "strategy", "allocated")
    assert rows["money_percent"].is_monotonic_increasing
    assert rows.iloc[2]["money_percent"] == pytest.approx(100 * 1_250_000 / 4_900_000)
    assert rows.iloc[-1][["strategies_percent", "money_percent"]].tolist() == [100, 100]
