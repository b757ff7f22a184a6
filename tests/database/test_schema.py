"""The tables: every column explained, money exact, and constraints as the last wall behind the forms."""

from decimal import Decimal

import duckdb
import pytest

from database import definitions
from loaders.vocabularies import read_vocabularies


@pytest.fixture
def empty():
    """A database with the tables, one VVG with one strategy, and nothing else."""
    with duckdb.connect() as opened:
        opened.execute(definitions.schema())
        opened.execute(
            "insert into municipalities"
            " values ('Savivaldybė', 'Sav.', '11', 'Apskritis', 'LT011', 'Regionas', 10, 55, 24, 's')"
        )
        opened.execute(
            "insert into sources (source, title, kind, rank, file, line) values ('a/S1', 't', 'press', 5, 'f', 1)"
        )
        opened.execute(
            "insert into vvgs (vvg, name, city, municipality, file, line)"
            " values ('a', 'A', 'Miestas', 'Savivaldybė', 'f', 1)"
        )
        opened.execute(
            "insert into strategies (strategy, vvg, eu_period, detail)"
            " values ('a/2014-2020', 'a', '2014-2020', 'recorded')"
        )
        yield opened


FUNDING = (
    "insert into funding (funding, strategy, scope, stage, role, amount_eur, is_approximate, bound, source, line)"
    " values ('{key}', '{strategy}', 'strategy', 'allocated', 'whole', {amount}, false, '{bound}', '{source}', 1)"
)
RIGHT = {"key": "f1", "strategy": "a/2014-2020", "amount": "0.10", "bound": "exact", "source": "a/S1"}


def test_money_is_exact(empty):
    for number in range(30):
        empty.execute(FUNDING.format(**RIGHT | {"key": f"f{number}"}))
    assert empty.execute("select sum(amount_eur) from funding").fetchone() == (Decimal("3.00"),)


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": "0"},
        {"amount": "-5"},
        {"amount": "1e13"},
        {"amount": "null"},
        {"strategy": "b/2014-2020"},
        {"source": "a/S9"},
        {"bound": "about"},
    ],
)
def test_a_sum_that_cannot_be_is_refused(empty, wrong):
    with pytest.raises(duckdb.Error):
        empty.execute(FUNDING.format(**RIGHT | wrong))
    empty.execute(FUNDING.format(**RIGHT))


@pytest.mark.parametrize(
    "statement",
    [
        "insert into strategies (strategy, vvg, eu_period, detail) values ('a/x', 'a', '2014-2020', 'recorded')",
        "insert into strategies (strategy, vvg, eu_period, detail) values ('b/x', 'b', '2021-2027', 'recorded')",
        "insert into strategies (strategy, vvg, eu_period, detail) values ('a/y', 'a', '2021-2027', 'guessed')",
        "insert into strategies (strategy, vvg, eu_period, first_year, last_year, detail)"
        " values ('a/y', 'a', '2021-2027', 2029, 2023, 'recorded')",
        "insert into vvgs (vvg, name, city, municipality, file, line) values ('b', 'B', 'M', 'Kita', 'f', 1)",
        "insert into vvgs (vvg, name, city, municipality, file, line) values ('a', 'B', 'M', 'Savivaldybė', 'f', 1)",
        "insert into territories (territory, strategy, description, residents, source, line)"
        " values ('t', 'a/2014-2020', 'x', 0, 'a/S1', 1)",
        "insert into strategy_items (item, strategy, level, position, depth, source, line)"
        " values ('i', 'a/2014-2020', 'wish', 1, 0, 'a/S1', 1)",
        "insert into events (event, vvg, date, first_day, last_day, what, is_inferred, source, line)"
        " values ('e', 'a', '2016', '2016-12-31', '2016-01-01', 'x', false, 'a/S1', 1)",
        "insert into target_group_terms values ('no such phrase', 'youth')",
        "insert into funding_funds values ('no such sum', 'esf')",
        "insert into municipalities values ('B', 'B', '12', 'A', 'LT011', 'R', 10, 70, 24, 's')",
    ],
)
def test_a_row_that_cannot_be_is_refused(empty, statement):
    with pytest.raises((duckdb.ConstraintException, duckdb.ConversionException)):
        empty.execute(statement)


def test_every_table_and_column_has_its_meaning(empty):
    tables = empty.execute("select table_name, comment from duckdb_tables()").fetchall()
    columns = empty.execute(
        "select table_name, column_name, comment from duckdb_columns() where not internal"
    ).fetchall()
    assert len(tables) > 25
    assert [table for table, comment in tables if not comment] == []
    assert [(table, column) for table, column, comment in columns if not comment] == []


def test_every_meaning_is_a_sentence(empty):
    comments = empty.execute(
        "select comment from duckdb_tables() union all select comment from duckdb_columns()"
    ).fetchall()
    assert [comment for (comment,) in comments if comment and not comment.rstrip().endswith((".", "…"))] == []


WITHOUT_SOURCE = {
    "build", "vocabulary", "vvgs", "questions", "missing_fields", "answers", "rounds",
    "item_themes", "funding_funds", "target_group_terms",
}  # fmt: skip
"""Tables about the atlas and the records themselves, or beside a fact that has the source."""


def test_every_fact_names_its_source(empty):
    tables = {table for (table,) in empty.execute("select table_name from duckdb_tables()").fetchall()}
    sql = "select distinct table_name from duckdb_columns() where column_name = 'source'"
    assert tables - {table for (table,) in empty.execute(sql).fetchall()} == WITHOUT_SOURCE


CODES = {
    "funding": {"scope": "scopes", "stage": "stages", "role": "roles", "bound": "bounds"},
    "funding_funds": {"fund": "funds"},
    "indicators": {
        "scope": "scopes", "concept": "concepts", "kind": "indicator_kinds", "state": "indicator_states",
        "bound": "bounds",
    },
    "strategy_items": {"level": "levels"},
    "item_themes": {"theme": "themes"},
    "target_group_terms": {"term": "target_groups"},
    "projects": {"status": "project_statuses"},
    "territories": {"kind": "territory_kinds"},
    "strategies": {"eu_period": "periods"},
    "strategy_statuses": {"status": "statuses"},
    "missing_fields": {"reason": "missing_reasons"},
    "sources": {"kind": "source_kinds"},
    "statistics": {"measure": "statistics", "reference": "statistics_references"},
}  # fmt: skip


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in CODES for column in CODES[table]])
@pytest.mark.parametrize("of", ["database", "real_database"])
def test_every_code_has_its_name_in_the_vocabulary(request, root, of, table, column):
    opened = request.getfixturevalue(of)
    values = opened.cursor().execute(f"select distinct {column} from {table} where {column} is not null").fetchall()
    known = read_vocabularies(root / "data").schemes[CODES[table][column]]
    assert {value for (value,) in values} <= set(known) | ({"not_stated"} if column == "status" else set())
