"""The profile for a meeting, drawn without a browser."""

import re

import pytest
from streamlit.testing.v1 import AppTest

NBSP = "\u00a0"


def tables(app: AppTest) -> str:
    """All cells and headings of the tables."""
    cells = [str(cell) for each in app.table for cell in [*each.value.columns, *each.value.to_numpy().ravel()]]
    return "\n".join(cells).replace("\\", "").replace(NBSP, " ")


@pytest.mark.parametrize("lang", ["lt", "en"])
@pytest.mark.parametrize("vvg", ["aukstupys", "miesto-dalis", "zemupys"])
def test_it_opens_in_both_languages_and_has_no_chart(page, lang, vvg):
    app = page("vvg", lang=lang, vvg=vvg, print="1")
    assert not app.exception
    assert len(app.get("plotly_chart")) == 0
    assert len(app.dataframe) == 0
    assert len(app.title) == 1


def test_the_figures_stand_with_the_numbers_of_their_notes(page):
    app = page("vvg", lang="en", vvg="aukstupys", period="2014-2020", print="1")
    shown = tables(app)
    assert re.search(r"\*\*500,000 € ≠ 510,000 €\*\* :small\[\[\d", shown)
    assert re.search(r"\*\*609\*\* :small\[\[\d", shown)
    notes = app.markdown[-1].value.replace("\\", "")
    assert "„skirta 500 000 Eur“ – " in notes
    assert "Ministro įsakymas Nr. 1V-1" in notes


def test_every_number_of_a_note_is_explained(page):
    app = page("vvg", lang="en", vvg="aukstupys", period="2014-2020", print="1")
    body = tables(app) + "\n".join(each.value for each in app.markdown[:-1]).replace("\\", "")
    named = {int(n) for group in re.findall(r":small\[\[([\d,\u2009]+)\]\]", body) for n in re.findall(r"\d+", group)}
    explained = [int(n) for n in re.findall(r"^(\d+)\\?\.", app.markdown[-1].value, re.MULTILINE)]
    assert explained == list(range(1, len(explained) + 1))
    assert named == set(explained)


def test_what_is_missing_is_a_word_and_the_questions_are_there(page):
    app = page("vvg", lang="en", vvg="aukstupys", period="2021-2027", print="1")
    said = "\n".join(each.value for each in app.markdown).replace("\\", "")
    assert "Ar 510 000 Eur apima administravimą?" in said
    assert "Sources meant: S1 – Aukštupio strategija." in said
    assert "does not apply" in tables(app) + said.lower()
