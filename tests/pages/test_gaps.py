"""What is not known, drawn without a browser."""

import pandas as pd
import pytest

from database import queries
from database.choice import Choice
from tests.pages.conftest import written
from ui.charts.gaps import CELLS, MARKS, SIGNS, matrix
from ui.gaps import known_by_field
from ui.letter import genitive, named


def said(app) -> str:
    kinds = ("title", "subheader", "markdown", "caption", "code")
    return "\n".join(element.value for kind in kinds for element in getattr(app, kind)).replace("\\", "")


@pytest.mark.parametrize("lang", ["lt", "en"])
@pytest.mark.parametrize("view", ["matrix", "list"])
def test_the_page_opens_in_both_languages(page, lang, view):
    app = page("gaps", lang=lang, view=view)
    assert not app.exception


def test_the_count_on_the_page_is_the_count_of_reason_codes(page, database):
    gaps = queries.gaps(database)
    missing = int((gaps["state"] != "known").sum())
    app = page("gaps", lang="en")
    assert f"Without a figure: {missing}" in said(app)
    [reasons] = [table for table in written(app) if "Missing" in table]
    assert reasons["Missing"].astype(int).sum() == missing


def test_what_cannot_be_known_yet_is_not_counted():
    gaps = pd.DataFrame(
        {"field": ["paid"] * 3 + ["title"] * 3, "state": ["does_not_apply", "known", "unreadable"] + ["known"] * 3}
    )
    counted = known_by_field(gaps)
    assert list(counted["field"]) == ["title", "paid"]
    assert list(counted["known"]) == [3, 1]
    assert list(counted["possible"]) == [3, 2]


def test_every_field_is_named_and_can_be_asked_for(database):
    words = queries.vocabulary(database)
    fields = words[words["scheme"] == "fields"].set_index("code")
    assert set(fields.index) == set(queries.gaps(database)["field"])
    assert fields["description_lt"].notna().all()
    assert fields["description_en"].notna().all()


def test_the_letter_asks_for_exactly_what_is_missing(page, database):
    letter = page("gaps", lang="lt", vvg="aukstupys").code[0].value
    gaps = queries.gaps(database, Choice(vvgs=("aukstupys",)))
    asked = gaps[~gaps["state"].isin(["known", "does_not_apply"])]
    words = queries.vocabulary(database)
    requests = words[words["scheme"] == "fields"].set_index("code")["description_lt"]
    assert sum(line[:1].isdigit() for line in letter.splitlines()) == len(asked)
    assert all(requests[field] in letter for field in asked["field"])
    assert "„Aukštupio miesto vietos plėtros strategija 2016-2022 m.“ (2016–2022 m." in letter
    assert "Išgalvoto Aukštupio miesto vietos veiklos grupės" in letter


def test_the_letter_can_go_to_the_ministry_and_is_lithuanian_for_every_reader(page):
    letter = page("gaps", lang="en", vvg="aukstupys", ask="ministry").code[0].value
    assert "vidaus reikalų ministerijai" in letter
    assert "Prašytume" in letter


def test_names_bend_in_a_letter():
    assert genitive("Pakruojo miesto vietos veiklos grupė") == "Pakruojo miesto vietos veiklos grupės"
    assert genitive("Miesto vietos veiklos grupė „Jurbarkas“") == "Miesto vietos veiklos grupės „Jurbarkas“"
    strategy = {"title": None, "first_year": 2016, "last_year": 2022, "eu_period": "2014-2020"}
    assert named(strategy) == "2016–2022 m., ES 2014–2020 m. laikotarpio vietos plėtros strategijos"


def test_every_reason_has_a_form_and_a_sign_of_its_own(database):
    words = queries.vocabulary(database)
    reasons = set(words.loc[words["scheme"] == "missing_reasons", "code"])
    assert reasons | {"known"} == {*CELLS, *MARKS} == set(SIGNS)
    drawn = [symbol for symbol, _colour in MARKS.values()]
    assert len(set(drawn)) == len(drawn)


def test_every_field_is_drawn_once_full_empty_or_as_the_mark_of_its_reason():
    states = ["known", "not_in_source", "does_not_apply", "source_not_found"]
    fields = {"amount": "Suma", "residents": "Gyventojai"}
    gaps = pd.DataFrame(
        {"row": ["A", "A", "B", "B"], "field": ["amount", "residents"] * 2, "state": states}
    )  # fmt: skip
    cells, *marks = matrix(gaps, ["A", "B"], fields, {state: state for state in states}).data
    assert [list(row) for row in cells.z] == [[1, 0], [None, None]]
    assert {trace.marker.symbol: (list(trace.x), list(trace.y)) for trace in marks} == {
        "line-ew-open": (["Suma"], ["B"]), "x-thin-open": (["Gyventojai"], ["B"]),
    }  # fmt: skip


def test_the_funded_strategies_are_counted(page):
    app = page("gaps", lang="en")
    assert "Of the funded strategies" in said(app)
    assert any("Not known which" in table for table in written(app))
