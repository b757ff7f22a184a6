"""The data page, drawn without a browser."""

import pytest

from database import queries
from database.definitions import checks
from tests.pages.conftest import written
from ui.data_sections import health


def said(app) -> str:
    kinds = ("title", "subheader", "markdown", "caption")
    return "\n".join(element.value for kind in kinds for element in getattr(app, kind)).replace("\\", "")


@pytest.mark.parametrize("section", ["tables", "vocabularies", "sources", "questions", "checks", "changes"])
@pytest.mark.parametrize("lang", ["lt", "en"])
def test_every_section_opens_in_both_languages(page, lang, section):
    app = page("data", lang=lang, section=section)
    assert not app.exception
    assert app.title[0].value == {"lt": "Duomenys", "en": "Data"}[lang]


def test_the_files_to_take_away_come_first(page):
    app = page("data", lang="en")
    addresses = [button.proto.url for button in app.get("link_button")]
    assert "/data/atlas.duckdb" in addresses
    assert "/status" in addresses


def test_every_column_of_a_table_is_explained(page, database):
    known = queries.columns(database)
    explained = written(page("data", lang="lt", table="funding"))[0]
    assert list(explained.iloc[:, 0].str.replace("\\", "")) == list(
        known.loc[known["table_name"] == "funding", "column_name"]
    )
    assert "Suma, EUR." in [text.replace("\\", "") for text in explained.iloc[:, 1]]


def test_every_column_has_a_line_in_both_languages_and_none_is_left_over(database):
    words = queries.vocabulary(database)
    explained = set(words.loc[words["scheme"] == "columns", "code"])
    known = queries.columns(database)
    used = {
        f"{row.table_name}.{row.column_name}" if f"{row.table_name}.{row.column_name}" in explained else row.column_name
        for row in known.itertuples()
    }
    assert used == explained


def test_every_check_has_words_and_none_is_left_over(database):
    words = queries.vocabulary(database)
    assert set(words.loc[words["scheme"] == "checks", "code"]) == set(checks())


def test_sources_say_what_is_missing(page):
    assert health(None, "2020") != health("https://x.example", None)
    assert health("https://x.example", "2020") == "netrūksta nieko"
    assert "have no known address" in said(page("data", lang="en", section="sources"))


def test_national_questions_stand_as_they_are(page):
    assert "Kurios strategijos pridėtos 2018 metais?" in said(page("data", lang="lt", section="questions"))
