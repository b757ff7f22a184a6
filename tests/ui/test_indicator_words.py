"""Indicators and comparisons in words: marks, bounds, and no median on too little."""

import pandas as pd
import pytest

from ui import comparison
from ui import indicator_words as words
from ui.charts.compare import strip
from ui.charts.indicators import dumbbells, spread
from ui.texts import NBSP


def row(**more: object) -> dict[str, object]:
    """An indicator with a target of 350 and an actual of 609."""
    known: dict[str, object] = {"achieved_percent": 174.0}
    for state, value in (("planned", 350.0), ("achieved", 609.0)):
        known |= {state: value, f"{state}_bound": "exact", f"{state}_year": 2022.0}
        known |= {f"{state}_is_approximate": False, f"{state}_is_disputed": False}
    return known | more


def test_a_share_above_100_is_not_cut() -> None:
    assert words.achieved(row()) == f"174{NBSP}%"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "350"),
        ({"planned_bound": "at_least"}, f"≥{NBSP}350"),
        ({"planned_is_approximate": True}, f"≈{NBSP}350"),
        ({"planned_is_disputed": True}, f"350{NBSP}≠"),
        ({"planned": 1095.5}, f"1{NBSP}095,5"),
    ],
)
def test_a_value_carries_its_marks(more: dict[str, object], said: str) -> None:
    assert words.value(row(**more), "planned") == said


def test_what_is_missing_is_a_word_and_not_zero() -> None:
    missing = row(achieved=float("nan"), achieved_percent=float("nan"), achieved_year=float("nan"))
    assert words.value(missing, "achieved") == "nežinoma"
    assert words.achieved(missing) == "nežinoma"
    assert words.year(missing, "achieved") == "nežinoma"


def test_an_actual_of_at_least_makes_a_share_of_at_least() -> None:
    assert words.achieved(row(achieved_bound="at_least")) == f"≥{NBSP}174{NBSP}%"
    assert words.achieved(row(planned_bound="at_least")) == f"174{NBSP}%"


def test_a_median_is_told_of_five_values_that_cover_60_per_cent() -> None:
    assert "mediana 3 " in words.spread(pd.Series([1, 2, 3, 4, 5]), 8, lambda value: f"{value:.0f}")
    for values, of in (([1, 2, 3, 4], 4), ([1, 2, 3, 4, 5], 9)):
        said = words.spread(pd.Series(values), of, str)
        assert said.startswith("mediana neskaičiuojama")
        assert f"{len(values)} iš {of}" in said


def figures(values: dict[str, float | None], bound: str = "exact", figure: str = "residents") -> pd.DataFrame:
    """Rows of one figure of the view comparison_figures."""
    return pd.DataFrame(
        [{"vvg": vvg, "value": value, "bound": bound, "figure": figure} for vvg, value in values.items()]
    )


PEERS = ("a", "b", "c", "d", "e")


def test_a_standing_counts_the_peers_below_and_above() -> None:
    where = comparison.standing(figures({"own": 35, "a": 10, "b": 20, "c": 30, "d": 40, "e": 50}), "own", PEERS)
    assert (where.below, where.above, where.median, where.side) == (3, 2, 30, "more")


def test_without_enough_peers_there_is_no_side_and_no_median() -> None:
    where = comparison.standing(figures({"own": 35, "a": 10, "b": 20, "c": None}), "own", PEERS)
    assert (where.known, where.of, where.median, where.side) == ((10, 20), 5, None, "unknown")


def test_a_bound_has_no_place_in_an_order_but_a_target_has() -> None:
    values = {"own": 35.0, "a": 10.0, "b": 20.0, "c": 30.0, "d": 40.0, "e": 50.0}
    assert comparison.standing(figures(values, "at_most"), "own", PEERS).own is None
    assert comparison.standing(figures(values, "at_least", "participants:planned"), "own", PEERS).own == 35


def test_all_standings_are_read_in_one_sentence() -> None:
    more = comparison.Standing(9, (1, 2, 3, 4, 5), 5)
    less = comparison.Standing(0, (1, 2, 3, 4, 5), 5)
    equal = comparison.Standing(3, (1, 2, 3, 4, 5), 5)
    none = comparison.Standing(None, (1,), 5)
    said = comparison.reading([more, more, less, equal, none])
    assert "Iš 5" in said
    assert "medianos – 2, žemiau – 1, ties ja – 1; apie 1 " in said


def test_a_median_between_two_people_is_rounded_and_says_so_and_a_sum_keeps_its_cents() -> None:
    assert words.middle([10, 20, 31, 41], 25.5) == "≈\u00a026"
    assert words.middle([10, 20, 30], 20.0) == "20"
    assert words.middle([10.5, 20.5], 15.5) == "15,5"
    said = words.spread(pd.Series([1, 2, 4, 5, 6, 7]), 6, lambda median: words.middle([1, 2, 4, 5, 6, 7], median))
    assert "≈\u00a05 " in said


def test_a_strip_needs_a_range() -> None:
    assert strip([], 5, None) is None
    assert strip([5], None, None) is None
    assert str(strip([1, 2, 3], 2, 2)).startswith("data:image/svg+xml;base64,")


def pairs() -> pd.DataFrame:
    """Two indicators: one with both values, one without an actual."""
    return pd.DataFrame([row(), row(achieved=None, achieved_percent=None)])


def test_a_dumbbell_is_hollow_for_the_target_and_solid_for_the_actual() -> None:
    said = [
        {"planned": "350", "achieved": "609", "percent": "174 %"},
        {"planned": "350", "achieved": "nežinoma", "percent": "nežinoma"},
    ]
    figure = dumbbells(pairs(), ["<b>A", "B"], said, ["", ""], [False, False], "asmenys")
    [drawn] = [trace for trace in figure.data if trace.mode != "lines"]
    marks = list(zip(drawn.x, drawn.y, drawn.marker.symbol, drawn.text, strict=True))
    assert marks == [(350, 0, "circle-open", "350"), (609, 0, "circle", "609"), (350, 1, "circle-open", "350")]
    notes = [note.text for note in figure.layout.annotations]
    assert notes == ["&lt;b&gt;A", "<b>174 %</b>", "B", "nežinoma"]


def test_the_spread_draws_a_median_only_where_one_is_told() -> None:
    values = [(1.0, "a", False), (2.0, "b", True)]
    without = spread({"Siektinos": values}, {"Siektinos": None}, "asmenys")
    assert not without.layout.shapes
    told = spread({"Siektinos": values}, {"Siektinos": 1.5}, "asmenys")
    assert [shape.x0 for shape in told.layout.shapes] == [1.5]
