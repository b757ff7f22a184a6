"""A question in DuckDB's SQL as ClickHouse reads it: each construct that is mended, by what it answers."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from database.clickhouse.dialect import kind, translated
from database.clickhouse.form import stored_type
from database.door import answer

PLACES = (
    "(select 1 as n, 'Žagarė' as name union all select 2, 'Ąžuolas' union all select 3, 'Yla' union all select 4, null)"
)

MENDED = {
    "the Lithuanian alphabet": f"select name from {PLACES} as p order by name collate lt desc",
    "text joined in an order": f"select string_agg(name, ' · ' order by n) as x from {PLACES} as p",
    "distinct text joined": f"select string_agg(distinct name, ' ' order by name) as x from {PLACES} as p",
    "nothing joined is missing": f"select string_agg(name, ' ' order by n) as x from {PLACES} as p where n = 4",
    "an exact quartile": (
        f"select percentile_cont(0.25) within group (order by cast(n as double)) as x from {PLACES} as p"
    ),
    "an exact median": f"select median(cast(n as double)) as x from {PLACES} as p",
    "a median of nothing is missing": f"select median(cast(n as double)) as x from {PLACES} as p where n > 9",
    "a sum of nothing is missing": f"select sum(n) as x, count(n) as y from {PLACES} as p where n > 9",
    "what an outer join does not find is missing": (
        f"select p.n, v.vvg from {PLACES} as p left join vvgs as v on v.city = p.name order by p.n"
    ),
    "a name means the column, not what is called so": (
        f"select n + 1 as n, n + 2 as m, case when n > 2 then n end as n2 from {PLACES} as p order by m"
    ),
    "joined with what is missing": f"select concat(name, '~') as x, n from {PLACES} as p order by n",
    "letters and not bytes": (
        "select length(x) as a, strpos(x, 'ž') as b, lower(x) as c, upper(x) as d, left(x, 3) as e, right(x, 2) as f,"
        " substring(x, 2, 2) as g, strpos(x, 'q') as h from (select 'ĄČĖžuolas' as x) as p"
    ),
    "a column of one of three tables keeps its name": (
        "with named as (select g.target_group, g.strategy, s.vvg, t.term from target_groups as g"
        " inner join target_group_terms as t on t.target_group = g.target_group"
        " inner join strategies as s on s.strategy = g.strategy)"
        " select target_group, strategy, vvg, term from named order by target_group, term"
    ),
    "the greatest": f"select greatest(n, 2) as x, greatest(n) as y, least(n, 3) as z from {PLACES} as p order by n",
    "the first few": f"select n from {PLACES} as p order by n limit 2",
    "counted where": f"select count(*) filter (where name is null) as x from {PLACES} as p",
    "distinct from what is missing": f"select n from {PLACES} as p where name is distinct from 'Yla' order by n",
    "missing last, upwards and downwards": f"select name from {PLACES} as p order by name desc nulls last",
    "missing last where nothing is said": f"select name from {PLACES} as p order by name desc",
    "whole numbers divided": f"select 7 / 2 as x, n / 2 as y from {PLACES} as p order by n",
    "money to the cent": "select sum(amount_eur) as x, max(amount_eur) as y from funding",
    "dates": "select first_day, last_day from events order by first_day, last_day, vvg",
    "a truth": "select is_approximate, count(*) as n from funding group by is_approximate order by is_approximate",
    "a question mark in a text": "select '?' as x, '??' as y",
    "what DuckDB says of its tables": ("select table_name, comment from duckdb_tables() order by table_name limit 5"),
}


@pytest.mark.parametrize("sql", MENDED.values(), ids=MENDED)
def test_it_means_the_same(duckdb_file, clickhouse, sql):
    expected, found = answer(duckdb_file, sql), answer(clickhouse, sql)
    assert found.equals(expected), f"{expected}\n{found}\n{translated(sql)}"
    assert list(found.dtypes) == list(expected.dtypes)


HOSTILE = [
    "'",
    "\\",
    "\\'; drop table funding --",
    "a\tb\nc\0d",
    "{p0: String}",
    "$p0",
    "?",
    "%_",
    "Ąžuolas",
    "x" * 100_000,
]


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_value_comes_back_as_it_was_and_is_never_a_part_of_the_question(duckdb_file, clickhouse, value):
    sql = "select vvg from vvgs where vvg = ? or ? = ? order by vvg"
    for other in (value, "another"):
        given = ["aukstupys", value, other]
        assert answer(clickhouse, sql, given).equals(answer(duckdb_file, sql, given))
    assert answer(clickhouse, "select count(*) as n from funding")["n"].iloc[0] > 0


@pytest.mark.parametrize(
    "value", [True, 7, -1.5, Decimal("327863.50"), date(2016, 7, 20), datetime(2026, 7, 1, 10), None, "x"]
)
def test_a_value_of_each_type_is_bound(duckdb_file, clickhouse, value):
    sql = "select count(*) as n from vvgs where ? is null or ? = ?"
    given = [value] * 3
    assert answer(clickhouse, sql, given)["n"].iloc[0] == answer(duckdb_file, sql, given)["n"].iloc[0] > 0


def test_values_and_question_marks_are_counted():
    with pytest.raises(ValueError, match="2 question marks, 1 values"):
        translated("select ? from t where x = ? and y = '?'", ("String",))


@pytest.mark.parametrize(
    "sql",
    [
        "select string_agg(x, ' ') from t",
        "select string_agg(x, ' ' order by x desc) from t",
        "select string_agg(distinct x, ' ' order by y) from t",
    ],
)
def test_a_text_without_an_order_of_its_own_is_refused(sql):
    with pytest.raises(ValueError, match="string_agg"):
        translated(sql)


def test_what_no_question_binds_and_no_table_holds_is_refused():
    with pytest.raises(TypeError, match="no value of a question: list"):
        kind([1])
    with pytest.raises(ValueError, match=r"no type of ClickHouse is known for VARCHAR\[\]"):
        stored_type("VARCHAR[]")
