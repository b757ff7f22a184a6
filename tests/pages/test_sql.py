"""The page for queries, drawn without a browser, on the invented world."""

import re
import time
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from database import queries
from database.connection import current_path
from database.definitions import examples
from database.sandbox import LIMITS, Outcome
from database.sandbox.outcome import KINDS
from ui import sql, sql_answer
from ui.files import comma_csv, excel_csv
from ui.texts import catalog

HEAVY = "select count(*) from range(1000000) as a, range(1000000) as b"


def said(app: AppTest) -> str:
    kinds = ("title", "subheader", "markdown", "caption", "info", "error", "warning", "code")
    return "\n".join(element.value for kind in kinds for element in getattr(app, kind)).replace("\\", "")


def ask(app: AppTest, words: str) -> AppTest:
    """Writes a query and presses Run."""
    app.text_area[0].set_value(words)
    return app.button(key="sql_go").click().run()


def told(app: AppTest) -> AppTest:
    """The page once the query that runs has its outcome; nothing looks after it here as a browser does."""
    assert app.session_state[sql.RUN].wait(30)
    return app.run()


@pytest.mark.parametrize(("lang", "title", "first"), [("lt", "SQL užklausa", "Kas gavo daugiausia vienam gyventojui?"),
                                                      ("en", "SQL", "Who got most per resident?")])  # fmt: skip
def test_the_page_begins_with_a_field_examples_and_the_tables(page, lang, title, first):
    app = page("sql", lang=lang)
    assert not app.exception
    assert app.title[0].value == title
    assert app.text_area[0].value == ""
    labels = [button.label for button in app.button]
    assert first in labels
    assert len([key for key in sql.TITLES if app.button(key=f"example_{key}")]) == len(examples())
    tables = [expander.label for expander in app.expander]
    assert any(label.startswith("`strategy_overview`") for label in tables[:1])
    assert any(label.startswith("`funding`") for label in tables)


def test_every_example_has_a_title_and_every_title_its_lithuanian():
    assert set(sql.TITLES) == set(examples())
    assert len(sql.TITLES) >= 8
    assert all(catalog().get(title).string for title in sql.TITLES.values())


def test_a_query_answers_with_a_table_its_size_and_the_version_of_the_data(page, atlas_build):
    app = told(ask(page("sql", lang="lt"), "select city, count(*) as n from strategy_overview group by city"))
    assert not app.exception
    version = current_path(atlas_build).stem.removeprefix("atlas-")
    assert re.search(r"^\d+ eilu", said(app), re.MULTILINE)
    assert f"duomenų versija {version}" in said(app)
    rows = app.dataframe[0].value
    assert list(rows.columns) == ["city", "n"]
    assert rows["n"].sum() == 9


def test_an_example_runs_at_once_and_stands_in_the_address(page):
    app = page("sql", lang="en")
    app.button(key="example_least_known").click().run()
    app = told(app)
    assert app.text_area[0].value == examples()["least_known"].strip()
    assert app.query_params["sql"] == examples()["least_known"].strip()
    assert len(app.dataframe[0].value) == 9


def test_a_link_shows_its_query_and_waits_for_the_reader(page):
    app = page("sql", lang="en", sql="select 1 as one")
    assert app.text_area[0].value == "select 1 as one"
    assert "has not run yet" in said(app)
    assert not app.dataframe
    app = told(app.button(key="sql_go").click().run())
    assert app.dataframe[0].value["one"].tolist() == [1]


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "x" * 20_000, "\0", "ą" * 9000, "'; drop table funding", "[a](javascript:b)"]
)
def test_whatever_stands_in_the_address_is_only_shown(page, words):
    app = page("sql", lang="en", sql=words)
    assert not app.exception
    assert app.text_area[0].value == words[: LIMITS.length]
    assert sql.RUN not in app.session_state


def test_a_link_of_another_query_takes_the_place_of_the_answer_before(page):
    app = told(ask(page("sql", lang="en"), "select 1 as one"))
    app.query_params["sql"] = "select 2 as two"
    app.run()
    assert app.text_area[0].value == "select 2 as two"
    assert not app.dataframe


def test_a_query_too_long_for_an_address_runs_and_says_so(page):
    app = told(ask(page("sql", lang="en"), f"select 1 as one -- {'ą' * 3000}"))
    assert app.dataframe[0].value["one"].tolist() == [1]
    assert "sql" not in app.query_params
    assert "too long for an address" in said(app)


@pytest.mark.parametrize("lang", ["lt", "en"])
@pytest.mark.parametrize(("words", "lt", "en"), [
    ("drop table funding", "tik skaitančios užklausos", "Only queries that read"),
    ("select 1; select 2", "čia jų yra 2", "here are 2"),
    ("", "Užklausos dar nėra", "There is no query yet"),
    ("select * from nothing", "negalėjo įvykdyti", "could not run this query"),
    ("select * from read_text('/etc/passwd')", "negalėjo įvykdyti", "could not run this query"),
])  # fmt: skip
def test_a_mistake_is_one_plain_message(page, atlas_build, lang, words, lt, en):
    app = told(ask(page("sql", lang=lang), words))
    assert not app.exception
    assert len(app.error) == 1
    assert {"lt": lt, "en": en}[lang] in said(app)
    for secret in ("Traceback", str(atlas_build), str(Path(__file__).parents[2]), "root:x"):
        assert secret not in said(app)


def test_what_the_engine_says_is_quoted_and_never_marked_up(page):
    app = told(ask(page("sql", lang="en"), 'select * from "![x](http://evil.example/x.png)"'))
    assert "evil.example" in app.code[0].value
    assert "evil.example" not in app.error[0].value


def test_a_running_query_can_be_cancelled(page):
    app = ask(page("sql", lang="lt"), HEAVY)
    run = app.session_state[sql.RUN]
    assert not run.is_done()
    assert [button.label for button in app.button if button.key == "sql_cancel"] == ["Nutraukti"]
    began = time.monotonic()
    app.button(key="sql_cancel").click().run()
    assert run.wait(5)
    assert time.monotonic() - began < LIMITS.seconds
    assert run.outcome.kind == "cancelled"
    app.run()
    assert "Užklausa nutraukta." in said(app)
    assert not app.error


def test_a_second_query_ends_the_first(page):
    app = ask(page("sql", lang="en"), HEAVY)
    first = app.session_state[sql.RUN]
    app = told(ask(app, "select 7 as seven"))
    assert first.wait(5)
    assert first.outcome.kind == "cancelled"
    assert app.dataframe[0].value["seven"].tolist() == [7]


def test_a_cut_answer_says_so(page):
    app = told(ask(page("sql", lang="en"), "select range as n from range(20000)"))
    assert "only its first 10,000 rows" in app.warning[0].value
    assert len(app.dataframe[0].value) == LIMITS.rows


def test_an_empty_value_is_null(page):
    app = told(ask(page("sql", lang="lt"), "select 1 as n, null as nieko"))
    assert app.dataframe[0].value["nieko"].isna().all()
    assert app.dataframe[0].proto.placeholder == "NULL"


def test_numbers_are_written_as_the_reader_writes_them_and_years_as_years():
    years, counts = pd.Series([2016, 2023], dtype="Int64"), pd.Series([2016, 5000], dtype="Int64")
    assert sql_answer.written(years)(2016) == "2016"
    assert sql_answer.written(counts)(5000) == "5\u00a0000"
    sums = pd.Series([Decimal("1234567.50")], dtype="object")
    assert sql_answer.written(sums)(sums[0]) == "1\u00a0234\u00a0567,5"
    assert sql_answer.is_numeric(sums)
    assert not sql_answer.is_numeric(pd.Series([True], dtype="boolean"))
    assert not sql_answer.is_numeric(pd.Series(["a"], dtype="str"))


def test_the_files_hold_no_formula_not_even_as_a_heading(page):
    app = told(ask(page("sql", lang="en"), "select '=1+1' as \"=cmd|' /C calc'!A0\", '@x' as \"+a\", -5 as n"))
    rows = app.session_state[sql.RUN].outcome.rows
    assert comma_csv(rows).decode().splitlines() == ["'=cmd|' /C calc'!A0,'+a,n", "'=1+1,'@x,-5"]
    assert excel_csv(rows).decode("utf-8-sig").splitlines() == ["'=cmd|' /C calc'!A0;'+a;n", "'=1+1;'@x;-5"]


def test_sources_of_an_answer_are_those_that_are_known(page, database):
    sql_words = "select source from funding union select 'not/known'"
    app = told(ask(page("sql", lang="en"), sql_words))
    named = set(app.dataframe[0].value["source"])
    assert "not/known" in named
    known = len(set(queries.sources(database)["source"]) & named)
    labels = [popover.proto.popover.label for popover in app.get("popover")]
    assert f"{known} sources" in labels


def test_the_tables_are_found_by_words_of_either_language_without_diacritics(page):
    for wanted in ("gyventoju skaicius", "number of residents"):
        app = page("sql", lang="lt")
        app.text_input(key="sql_filter").set_value(wanted).run()
        listed = [expander.label for expander in app.expander if expander.label.startswith("`")]
        assert any("strategy_overview" in label for label in listed)
        assert not any("`approvals`" in label for label in listed)


def test_a_table_opened_shows_its_columns_with_types_and_meanings(page):
    app = page("sql", lang="lt", opened=["schema_funding_listed"])
    [listed] = [element.value for element in app.markdown if "`amount_eur`" in element.value]
    assert "decimal" in listed
    assert "Suma, EUR" in listed.replace("\\", "")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "rows"])
def test_every_outcome_has_its_sentence(kind):
    assert sql_answer.reason(Outcome(kind, said="7")).endswith((".", ":", "7."))
