"""What the real records must say: the founding documents, the mapped shares, both sides of every disagreement."""

from decimal import Decimal

import pytest
from duckdb import DuckDBPyConnection


def rows(database: DuckDBPyConnection, sql: str, *parameters: object) -> list[tuple]:
    """The rows of a question to the real database."""
    return database.cursor().execute(sql, list(parameters)).fetchall()


def column(database: DuckDBPyConnection, sql: str, *parameters: object) -> list[object]:
    """The first column of the answer."""
    return [row[0] for row in rows(database, sql, *parameters)]


def amounts(database: DuckDBPyConnection, strategy: str) -> set[tuple]:
    """Scope, stage and amount of every sum of a strategy."""
    return set(rows(database, "select scope, stage, amount_eur from funding where strategy = ?", strategy))


def test_kedainiai_has_its_measures_editions_documents_and_territory(real_database):
    strategy = "kedainiai/2014-2020"
    measures = rows(
        real_database,
        "select code, depth from strategy_items where strategy = ? and level = 'measure' order by position",
        strategy,
    )
    assert [code for code, depth in measures if depth == 0] == ["1", "2", "3", "4", "5"]
    assert [code for code, depth in measures if depth == 1] == ["1.1", "1.2", "2.1", "2.2"]
    years = column(real_database, "select year from editions where strategy = ? order by year", strategy)
    assert years == [2016, 2017, 2018, 2019, 2020, 2021]
    documents = column(real_database, "select title from documents where strategy = ?", strategy)
    assert any("poreikių tyrimo" in str(title) for title in documents)
    assert "Galimybės įkvepia veikti" in documents
    [(description, kind)] = rows(
        real_database, "select description, kind from territories where strategy = ?", strategy
    )
    assert "Kėdainių miesto seniūnijos" in description
    assert kind == "eldership"
    assert {
        ("strategy", "allocated", Decimal("1055675.87")),
        ("project", "paid", Decimal("1076602.96")),
    } <= amounts(real_database, strategy)
    assert rows(real_database, "select 1 from strategies where strategy = 'kedainiai/2021-2027' and first_year = 2023")


def test_pakruojis_has_its_sum_as_written_its_order_activities_and_results(real_database):
    strategy = "pakruojis/2014-2020"
    [(written, funds)] = rows(
        real_database,
        "select as_written, funds from funding_details where strategy = ? and amount_eur = 327863",
        strategy,
    )
    assert "327.863 eurai" in written
    assert funds == "esf state_budget"
    orders = rows(real_database, "select order_number, date from approvals where strategy = ?", strategy)
    assert ("1V-505", "2016-07-20") in orders
    goals = column(real_database, "select title from strategy_items where strategy = ? and level = 'goal'", strategy)
    assert len(goals) == 2
    [administration] = column(
        real_database,
        "select item from strategy_items where strategy = ? and title = 'Strategijos administravimas'",
        strategy,
    )
    assert len(rows(real_database, "select 1 from strategy_items where parent = ?", administration)) == 6
    assert "2018-12-12" in column(real_database, "select date from editions where strategy = ?", strategy)
    pairs = set(rows(real_database, "select planned, achieved from indicator_pairs where strategy = ?", strategy))
    assert {(350, 1095), (18, 22)} <= pairs
    assert rows(real_database, "select 1 from approvals where strategy = 'pakruojis/2021-2027'")


def test_vilkaviskis_has_three_actions_with_groups_and_bounds(real_database):
    strategy = "vilkaviskis/2021-2027"
    planned = rows(
        real_database,
        """
        select i.title, n.value, count(distinct g.target_group)
        from strategy_items as i
        inner join indicators as n on n.item = i.item and n.state = 'planned'
        inner join target_groups as g on g.item = i.item
        where i.strategy = ?
        group by i.item, i.title, i.position, n.value order by i.position
        """,
        strategy,
    )
    assert [value for _, value, _ in planned] == [6, 1, 2]
    assert planned[0][2] >= 10
    bounds = rows(
        real_database,
        "select value, bound from indicators where strategy = ? and item is null and state = 'planned'",
        strategy,
    )
    assert {(9, "at_least"), (362, "at_least")} <= set(bounds)
    assert "2023-11-14" in column(real_database, "select date from events where strategy = ?", strategy)
    assert ("strategy", "allocated", Decimal("999999.53")) in amounts(real_database, strategy)
    assert Decimal("797649.56") in {amount for scope, _, amount in amounts(real_database, strategy) if scope == "goal"}
    assert Decimal("949437.85") in column(
        real_database, "select amount_eur from funding where strategy = 'vilkaviskis/2014-2020'"
    )


def test_aleksotas_is_a_part_of_kaunas_with_one_goal_and_three_objectives(real_database):
    strategy = "kaunas-aleksotas/2014-2020"
    codes = column(real_database, "select code from programmes where strategy = ?", strategy)
    assert codes == ["8", "8.6", "8.6.1"]
    [goal] = column(
        real_database,
        "select item from strategy_items where strategy = ? and level = 'goal' and title like 'Pagerinti vietines%'",
        strategy,
    )
    children = rows(real_database, "select 1 from strategy_items where parent = ? and level = 'objective'", goal)
    assert len(children) == 3
    assert "2015-09-01" in column(real_database, "select date from events where strategy = ?", strategy)
    assert column(real_database, "select kind from territories where strategy = ?", strategy) == ["part_of_city"]
    assert column(real_database, "select residents from strategy_overview where strategy = ?", strategy) == [None]
    assert ("strategy", "allocated", Decimal("1000000.00")) in amounts(real_database, strategy)


def test_the_national_picture_has_the_conference_of_2016(real_database):
    figures = set(rows(real_database, "select value, unit from national where as_of = '2016-11-25'"))
    assert (23, "strategies") in figures
    assert (14_500_000, "EUR") in figures
    starts = rows(real_database, "select 1 from events where strategy = 'pakruojis/2014-2020' and date = '2017-Q1'")
    assert starts


def test_at_most_three_of_a_hundred_phrases_have_no_group(real_database):
    [(phrases, unmapped)] = rows(
        real_database,
        "select count(distinct target_group), count(distinct target_group) filter (where term is null)"
        " from group_phrases",
    )
    assert phrases >= 120
    assert unmapped <= 0.03 * phrases


def test_at_most_five_of_a_hundred_items_have_no_theme(real_database):
    [(items, without)] = rows(real_database, "select count(*), count(*) filter (where theme is null) from item_tree")
    assert items >= 160
    assert without <= 0.05 * items


def test_every_indicator_has_a_known_concept_and_scope(real_database):
    for scheme, name in (("concepts", "concept"), ("scopes", "scope")):
        unknown = rows(
            real_database,
            f"select distinct {name} from indicators where {name} not in"
            " (select code from vocabulary where scheme = ?)",
            scheme,
        )
        assert unknown == []


@pytest.mark.parametrize(("scheme", "name"), [("scopes", "scope"), ("stages", "stage"), ("roles", "role")])
def test_every_amount_has_a_known_scope_stage_and_role(real_database, scheme, name):
    unknown = rows(
        real_database,
        f"select distinct {name} from funding where {name} not in (select code from vocabulary where scheme = ?)",
        scheme,
    )
    assert unknown == []


def test_every_amount_names_its_funds_or_that_the_source_does_not(real_database):
    without = rows(
        real_database, "select funding from funding where funding not in (select funding from funding_funds)"
    )
    assert without == []


def test_both_values_of_the_disagreement_of_skuodas_are_there_and_one_is_shown(real_database):
    [(shown, lowest, highest, disputed)] = rows(
        real_database,
        """
        select amount_eur, lowest_eur, highest_eur, is_disputed from funding_shown_by_role
        where strategy = 'skuodas/2014-2020' and scope = 'strategy' and stage = 'allocated' and role = 'value'
        """,
    )
    assert (shown, lowest, highest) == (920_800, 919_900, 920_800)
    assert disputed


def test_both_values_of_the_leader_budget_and_of_the_funded_count_are_there(real_database):
    values = set(column(real_database, "select value from national where topic = 'rural' and unit = 'EUR'"))
    assert {76_080_000, 74_900_000} <= values
    counts = column(
        real_database,
        "select value from national where eu_period = '2014-2020' and status = 'funded' and unit = 'strategies'",
    )
    assert {21, 16, 39, 23} <= set(counts)
    questions = " ".join(str(text) for text in column(real_database, "select text from questions where vvg is null"))
    assert "21 + 16" in questions


def test_39_and_39_strategies_are_funded_and_each_is_known_by_name_or_counted_as_unknown(real_database):
    coverage = rows(
        real_database,
        "select eu_period, funded, with_amount + recorded + name_only, unknown from funded_coverage order by eu_period",
    )
    assert [(period, funded) for period, funded, _, _ in coverage] == [("2014-2020", 39), ("2021-2027", 39)]
    assert all(known + unknown == funded for _, funded, known, unknown in coverage)


def test_no_sum_is_counted_both_at_its_measure_and_again_for_the_strategy(real_database):
    repeated = column(
        real_database,
        "select funding from funding_details where strategy = 'kaunas-aleksotas/2014-2020' and repeats is not null",
    )
    assert len(repeated) == 1


def test_context_of_2016_is_known_for_all_60_municipalities(real_database):
    counted = rows(
        real_database,
        """
        select measure, count(distinct municipality) from statistics
        where year = 2016 and territory_kind = 'municipality'
            and measure in ('unemployment_rate', 'pension_age_share', 'enterprises_per_100_working_age')
        group by measure
        """,
    )
    assert len(counted) == 3
    assert all(municipalities == 60 for _, municipalities in counted)
