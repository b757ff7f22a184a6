"""The rules of the views, shown on the invented world."""

from collections import Counter
from decimal import Decimal

import pytest
from duckdb import DuckDBPyConnection

from database import definitions, queries
from database.choice import Choice
from database.door import answer

AUKSTUPYS = "aukstupys/2014-2020"


@pytest.fixture
def rows(database: DuckDBPyConnection):
    """`rows("funding_shown", strategy="…")`: rows of a view or table as dicts, of these values of columns."""

    def of(view: str, **wanted: object) -> list[dict[str, object]]:
        condition = " and ".join(f"{column} = ?" for column in wanted) or "true"
        cursor = database.cursor().execute(f'select * from "{view}" where {condition}', list(wanted.values()))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    return of


def test_the_order_outranks_the_press_and_the_difference_shows(database):
    [row] = queries.funding(database, Choice(vvgs=("aukstupys",), periods=("2014-2020",))).to_dict("records")
    assert row["amount_eur"] == 500000
    assert row["is_disputed"]
    assert (row["lowest_eur"], row["highest_eur"], row["statements"]) == (500000, 510000, 2)
    assert row["source"] == "aukstupys/S2"
    assert row["sources"] == "aukstupys/S2 aukstupys/S4"


def test_sources_that_agree_are_not_disputed(rows):
    assert [row["strategy"] for row in rows("funding_shown", is_disputed=True)] == [AUKSTUPYS]


def test_parts_are_never_added_to_their_whole(rows):
    shown = {(row["scope"], row["stage"]): row["amount_eur"] for row in rows("funding_shown", strategy=AUKSTUPYS)}
    assert shown == {
        ("strategy", "allocated"): Decimal(500000),
        ("administration", "allocated"): Decimal(60000),
        ("project", "paid"): Decimal(480000),
    }


def test_the_sum_of_an_item_is_its_own_and_not_that_of_what_stands_below(rows):
    amounts = {row["code"]: row["amount_eur"] for row in rows("item_tree", strategy=AUKSTUPYS)}
    assert amounts == {"1": None, "1.1": None, "1.1.1": 300000, "2": None, "2.1": None, "2.1.1": 140000}


def test_totals_add_one_sum_a_strategy_and_say_of_how_many(database):
    totals = queries.totals(database).set_index("eu_period")
    assert totals.loc["2014-2020", "allocated_eur"] == 500000 + 450000 + 1000000 + 650000 + 300000 + 1200000 + 800000
    assert totals.loc["2014-2020", ["strategies", "with_allocated", "disputed"]].to_list() == [7, 7, 1]
    assert totals.loc["2021-2027", ["strategies", "recorded", "with_allocated"]].to_list() == [2, 1, 1]


def test_a_figure_per_resident_names_its_divisor_its_kind_and_year(rows):
    [row] = rows("strategy_overview", strategy=AUKSTUPYS)
    assert (row["residents"], row["residents_kind"], row["residents_year"]) == (5000, "territory", 2016)
    assert row["per_resident_eur"] == 100
    assert row["residents_source"] == "aukstupys/S1"
    [row] = rows("strategy_overview", strategy="zemupys/2014-2020")
    assert (row["residents_kind"], row["residents_year"]) == ("city", 2016)
    assert row["per_resident_eur"] == pytest.approx(800000 / row["residents"])


def test_every_figure_per_resident_has_a_kind_a_year_and_a_source(rows):
    divided = [row for row in rows("strategy_overview") if row["per_resident_eur"] is not None]
    assert len(divided) == 7
    assert all(row["residents_kind"] and row["residents_year"] and row["residents_source"] for row in divided)


def test_a_part_of_a_city_is_not_divided_by_its_city(rows):
    [row] = rows("strategy_overview", vvg="miesto-dalis")
    assert row["allocated_eur"] == 1000000
    assert (row["residents"], row["residents_kind"], row["per_resident_eur"]) == (None, None, None)


def test_planned_and_achieved_of_the_same_name_make_one_pair(rows):
    pairs = Counter((row["strategy"], row["scope"], row["subject"], row["name"]) for row in rows("indicator_pairs"))
    assert set(pairs.values()) == {1}
    [row] = rows("indicator_pairs", strategy="zemupys/2014-2020")
    assert (row["planned"], row["achieved"]) == (700, 1020)


def test_what_was_more_than_achieved_is_not_cut(rows):
    [row] = rows("indicator_pairs", strategy=AUKSTUPYS, scope="strategy", concept="participants")
    assert (row["planned"], row["achieved"], row["achieved_percent"]) == (350, 609, 174)


def test_a_missing_actual_is_missing_and_not_zero(rows):
    [row] = rows("indicator_pairs", strategy="vidupys/2014-2020")
    assert (row["planned"], row["achieved"], row["achieved_percent"]) == (1500, None, None)
    [row] = rows("strategy_overview", strategy="vidupys/2014-2020")
    assert (row["participants_achieved"], row["participants_percent"]) == (None, None)


def test_participants_of_a_project_are_not_those_of_the_strategy(rows):
    [row] = rows("strategy_overview", strategy=AUKSTUPYS)
    assert row["participants_achieved"] == 609
    assert [row["achieved"] for row in rows("indicator_pairs", scope="project")] == [40]


def test_a_bound_stays_with_its_figure(rows):
    [row] = rows("strategy_overview", strategy="aukstupys/2021-2027")
    assert (row["participants_planned"], row["participants_planned_bound"]) == (362, "at_least")


@pytest.mark.parametrize(
    ("strategy", "field", "state"),
    [
        (AUKSTUPYS, "allocated", "known"),
        ("miesto-dalis/2014-2020", "goals", "unreadable"),
        ("miesto-dalis/2014-2020", "own_years", "not_in_source"),
        ("aukstupys/2021-2027", "paid", "does_not_apply"),
        ("aukstupys/2021-2027", "participants_achieved", "does_not_apply"),
        ("vidupys/2014-2020", "participants_achieved", "not_in_source"),
        ("tolupys/2021-2027", "allocated", "source_not_found"),
        ("tolupys/2021-2027", "status", "known"),
    ],
)
def test_what_is_not_known_has_its_reason(rows, strategy, field, state):
    assert [row["state"] for row in rows("gaps", strategy=strategy, field=field)] == [state]


def test_every_field_of_every_strategy_is_known_or_has_a_reason_of_the_vocabulary(rows):
    reasons = {row["code"] for row in rows("vocabulary", scheme="missing_reasons")}
    found = Counter(row["strategy"] for row in rows("gaps"))
    assert len(found) == 9
    assert len(set(found.values())) == 1
    assert {row["state"] for row in rows("gaps")} <= reasons | {"known"}


def test_the_ministrys_count_stands_beside_what_is_known_here(rows):
    [row] = rows("funded_coverage")
    assert (row["eu_period"], row["funded"], row["as_of"]) == ("2014-2020", 5, "2018-08-09")
    assert (row["known_funded"], row["with_amount"], row["name_only"], row["unknown"]) == (2, 2, 0, 3)


def test_a_strategy_is_known_by_amount_record_or_name(rows):
    known = Counter(row["knowledge"] for row in rows("known_strategies"))
    assert known == {"with_amount": 8, "name_only": 1}


def test_a_group_is_counted_once_a_strategy_however_many_phrases_name_it(database):
    counts = queries.group_counts(database).set_index("term")
    assert counts.loc["people_with_disabilities", ["strategies", "vvgs", "phrases"]].to_list() == [1, 1, 2]
    assert counts.loc["unemployed", "strategies"] == 6
    assert (counts["strategies"] == 0).any(), "groups that nobody names are there too"


def test_a_phrase_without_a_group_is_kept_unmapped(rows):
    [row] = rows("group_phrases", phrase="visai nežinoma frazė")
    assert row["term"] is None
    assert not rows("group_matrix", strategy="miesto-dalis/2014-2020")


@pytest.mark.parametrize(
    ("view", "key"),
    [
        ("strategy_overview", ("strategy",)),
        ("known_strategies", ("strategy",)),
        ("residents_of_strategy", ("strategy",)),
        ("funding_shown", ("strategy", "scope", "stage")),
        ("funding_ranked", ("funding",)),
        ("funding_details", ("funding",)),
        ("indicator_values", ("indicator",)),
        ("item_tree", ("item",)),
        ("gaps", ("strategy", "field")),
        ("group_matrix", ("term", "strategy")),
        ("source_use", ("source",)),
        ("funded_coverage", ("eu_period",)),
        ("strategy_funds", ("strategy", "fund")),
        ("search_terms", ("term",)),
        ("search_postings", ("entry", "place")),
    ],
)
@pytest.mark.parametrize("of", ["database", "real_database"])
def test_nothing_is_counted_twice(request, of, view, key):
    opened = request.getfixturevalue(of)
    columns = ", ".join(key)
    twice = f"select {columns} from {view} group by {columns} having count(*) > 1"
    assert opened.cursor().execute(twice).fetchall() == []
    assert opened.cursor().execute(f"select count(*) from {view}").fetchone()[0] > 0


@pytest.mark.parametrize("view", sorted(definitions.views()))
def test_every_view_says_its_rule_and_names_its_sources(database, view):
    text = definitions.views()[view]
    assert text.startswith("-- ")
    assert f"create view {view} as" in text
    sql = "select column_name from duckdb_columns() where table_name = ?"
    columns = list(answer(database, sql, [view])["column_name"])
    without = {
        "gaps", "comparison_figures", "selection_rounds", "peer_places", "area_of_strategy", "group_figures",
        "search_terms", "search_postings",
    }  # fmt: skip
    assert view in without or any("source" in column for column in columns)


def test_the_views_are_in_an_order_in_which_they_can_be_made():
    made: set[str] = set()
    for name in definitions.views_in_order():
        statement = definitions.views()[name]
        asked = {other for other in definitions.views() if f"from {other}" in statement or f"join {other}" in statement}
        assert asked - {name} <= made
        made.add(name)
    assert made == set(definitions.views())


@pytest.mark.parametrize("view", sorted(definitions.views()))
def test_every_view_is_plain_sql(view):
    text = definitions.views()[view].casefold()
    assert "qualify" not in text
    assert "group by all" not in text
    assert "* exclude" not in text


@pytest.mark.parametrize("view", sorted(definitions.views()))
def test_every_source_that_a_view_names_is_known(real_database, view):
    opened = real_database
    sql = "select column_name from duckdb_columns() where table_name = ?"
    columns = [name for (name,) in opened.cursor().execute(sql, [view]).fetchall()]
    known = {key for (key,) in opened.cursor().execute("select source from sources").fetchall()}
    named = [c for c in columns if c in ("source", "sources") or c.endswith(("_source", "_sources"))]
    if named:
        rows = opened.cursor().execute(f"select {', '.join(named)} from {view}").fetchall()
        assert {key for row in rows for value in row if value for key in value.split()} <= known
