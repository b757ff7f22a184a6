"""Every column of every table and view is explained in data/vocabularies/columns.yaml, in both languages."""

import pytest
from duckdb import DuckDBPyConnection

from loaders.vocabularies import Vocabularies, read_vocabularies


@pytest.fixture(scope="module")
def vocabularies(root) -> Vocabularies:
    return read_vocabularies(root / "data")


@pytest.fixture(scope="module")
def columns(database: DuckDBPyConnection) -> set[tuple[str, str]]:
    """Every column of every table and view, with where it stands."""
    sql = "select table_name, column_name from duckdb_columns() where not internal"
    return set(database.cursor().execute(sql).fetchall())


def test_every_column_is_explained(columns, vocabularies):
    explained = set(vocabularies.schemes["columns"])
    assert [
        f"{table}.{column}" for table, column in sorted(columns) if not {column, f"{table}.{column}"} & explained
    ] == []


def test_no_explanation_is_left_over(columns, vocabularies):
    used = {column for _, column in columns} | {f"{table}.{column}" for table, column in columns}
    assert sorted(set(vocabularies.schemes["columns"]) - used) == []


INNER = {"boundaries", "build", "search_entries", "search_postings", "search_terms"}
"""Tables that are no table of facts for a reader: they are not offered by name."""

MADE = {"columns"}
"""Names of tables that are made for the open data and stand in no database."""


def test_every_table_and_view_has_its_name(columns, vocabularies):
    assert sorted(({table for table, _ in columns} - INNER) ^ (set(vocabularies.schemes["tables"]) - MADE)) == []


def test_every_check_has_its_name(vocabularies, root):
    written = {file.stem for file in (root / "database" / "checks").glob("*.sql")}
    assert sorted(written ^ set(vocabularies.schemes["checks"])) == []


def test_every_field_that_may_be_missing_has_its_name(database, vocabularies):
    asked = {field for (field,) in database.cursor().execute("select distinct field from gaps").fetchall()}
    assert sorted(asked ^ set(vocabularies.schemes["fields"])) == []
