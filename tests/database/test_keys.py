"""Keys and references: read from schema.sql as DuckDB reads them, and proven of all rows at once."""

import duckdb
import pytest

from database import definitions, keys
from database.connection import current_path
from loaders.build import build_tables, gather
from loaders.problems import BuildRefused
from loaders.vocabularies import read_vocabularies


@pytest.fixture
def whole():
    """Empty tables with all that schema.sql declares."""
    with duckdb.connect() as database:
        database.execute(definitions.schema())
        yield database


@pytest.fixture
def alone():
    """Empty tables without keys and references."""
    with duckdb.connect() as database:
        database.execute(keys.tables_alone())
        yield database


def rows(database: duckdb.DuckDBPyConnection, sql: str) -> list[tuple]:
    return database.execute(sql).fetchall()


def test_the_keys_and_references_are_those_that_duckdb_reads(whole):
    said = rows(
        whole,
        "select constraint_type, table_name, constraint_column_names, referenced_table, referenced_column_names"
        " from duckdb_constraints() where constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')",
    )
    kind = {True: "PRIMARY KEY", False: "UNIQUE"}
    read = [(kind[key.is_primary], key.table, list(key.columns), None, []) for key in keys.declared_keys()]
    read += [
        ("FOREIGN KEY", rule.table, [rule.column], rule.other, [rule.other_column])
        for rule in keys.declared_references()
    ]
    assert sorted(map(repr, read)) == sorted(map(repr, said))
    assert len(keys.declared_references()) > 50


def test_the_tables_without_them_are_otherwise_the_same(whole, alone):
    for sql in (
        "select table_name, column_name, data_type, is_nullable, comment from duckdb_columns() order by all",
        "select table_name, comment from duckdb_tables() order by all",
        "select table_name, constraint_text from duckdb_constraints() where constraint_type = 'CHECK' order by all",
    ):
        assert rows(whole, sql) == rows(alone, sql)
    left = "select count(*) from duckdb_constraints() where constraint_type not in ('CHECK', 'NOT NULL')"
    assert rows(alone, left) == [(0,)]
    assert rows(alone, "select count(*) from duckdb_indexes()") == [(0,)]


def test_each_column_of_a_primary_key_is_there_in_every_row(alone):
    may_miss = {
        tuple(row) for row in rows(alone, "select table_name, column_name from duckdb_columns() where is_nullable")
    }
    own = {(key.table, column) for key in keys.declared_keys() if key.is_primary for column in key.columns}
    assert own & may_miss == set()


@pytest.mark.parametrize("key", keys.declared_keys(), ids=lambda key: f"{key.table}-{'-'.join(key.columns)}")
def test_a_key_that_stands_twice_is_told_once_for_each_row_more(key):
    with duckdb.connect() as database:
        database.execute("create table sources (source varchar, file varchar)")
        listed = ", ".join(f'"{column}" varchar' for column in key.columns)
        database.execute(f"create or replace table {key.table} ({listed}, line integer, file varchar)")
        same, other = ["a"] * len(key.columns), ["a"] * (len(key.columns) - 1) + ["b"]
        missing = [None] * len(key.columns)
        marks = ", ".join("?" * (len(key.columns) + 2))
        for line, row in enumerate((same, other, missing, missing, same, same), 1):
            database.execute(f"insert into {key.table} values ({marks})", [*row, line, "f.yaml"])
        found = list(keys.twice(database, key))
        assert [(broken.table, broken.file, broken.line) for broken in found] == [
            (key.table, "f.yaml", 5),
            (key.table, "f.yaml", 6),
        ]
        assert "a' stands twice" in found[0].what


def test_of_the_rows_that_break_a_rule_no_more_are_told_than_anybody_reads(alone):
    alone.execute("insert into target_group_terms select 'no phrase ' || n, 'youth' from range(1000) as r (n)")
    assert len(list(keys.broken(alone))) == keys.TOLD


def test_all_broken_keys_and_references_are_told_with_their_lines_and_the_old_database_stays(light_world, tmp_path):
    tables = gather(light_world, read_vocabularies(light_world))
    into = tmp_path / "into"
    path = build_tables(tables, into)
    tables = {table: [dict(row) for row in kept] for table, kept in tables.items()}
    tables["funding"][1]["funding"] = tables["funding"][0]["funding"]
    tables["projects"][0]["strategy"] = "nobody/2014-2020"
    tables["item_themes"][0]["item"] = "no item"
    tables["approvals"][0]["source"] = "no source"
    with pytest.raises(BuildRefused) as caught:
        build_tables(tables, into)
    told = {(problem.what, problem.file, problem.line) for problem in caught.value.problems}
    lines = {table: tables[table][0]["line"] for table in ("projects", "approvals")}
    record = "data/vvg/aukstupys.yaml"
    assert {
        (f"funding: funding '{tables['funding'][0]['funding']}' stands twice", record, tables["funding"][1]["line"]),
        ("projects: strategy 'nobody/2014-2020' is not in strategies", record, lines["projects"]),
        ("item_themes: item 'no item' is not in strategy_items", "item_themes", 1),
        ("approvals: source 'no source' is not in sources", "no source", lines["approvals"]),
    } <= told
    assert current_path(into) == path
    assert not list(into.glob("draft-*"))


def test_a_built_file_holds_no_index_and_says_what_it_holds(database):
    assert rows(database.cursor(), "select count(*) from duckdb_indexes()") == [(0,)]
    assert list(keys.broken(database.cursor())) == []
