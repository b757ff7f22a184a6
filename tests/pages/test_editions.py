"""Three invented editions of one strategy give exactly the known list of changes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from database import queries
from database.choice import Choice
from database.connection import current_path, open_database
from loaders.build import build

RECORD = """\
vvg: redakcijos
name: Išgalvotų redakcijų miesto vietos veiklos grupė
city: Pakruojis
municipality: Pakruojo rajono savivaldybė
sources:
  S1: {title: "Strategija 2016", publisher: "Išgalvota VVG", kind: strategy, published: 2016-03}
  S2: {title: "Strategija 2018", publisher: "Išgalvota VVG", kind: strategy, published: 2018-12-12}
  S3: {title: "Strategija 2020", publisher: "Išgalvota VVG", kind: strategy, published: 2020}
  S4: {title: "Neperskaityta redakcija 2021", publisher: "Išgalvota VVG", kind: vvg_page}
strategies:
  - eu_period: 2014-2020
    title: Išgalvota strategija
    src: S1
    editions:
      - {year: 2016, text: S1, src: S1}
      - {year: 2018, date: 2018-12-12, text: S2, src: S2}
      - {year: 2020, text: S3, src: S3}
      - {year: 2021, src: S4}
    funding:
      - {amount_eur: 500000, stage: allocated, as_written: "skirta 500 000 Eur", src: S1}
      - {amount_eur: 550000, stage: allocated, as_written: "skirta 550 000 Eur", src: S2, also: [{src: S3}]}
    measures:
      - {code: "1", title: Pirmoji priemonė, src: S1, also: [{src: S2}, {src: S3}]}
      - {code: "2", title: Antroji priemonė, src: S1}
      - {code: "3", title: Trečioji priemonė, src: S3, also: [{src: S2}]}
    indicators:
      - name: dalyviai
        value: 350
        unit: asmenys
        state: planned
        as_written: 350 dalyvių
        src: S1
        also: [{src: S2}]
      - {name: dalyviai, value: 300, unit: asmenys, state: planned, as_written: "300 dalyvių", src: S3}
      - {name: savanoriai, value: 20, unit: asmenys, state: planned, as_written: "20 savanorių", src: S3}
      - {name: dalyviai, value: 100, unit: asmenys, state: achieved, as_written: "100 dalyvių", src: S3}
"""


@pytest.fixture(scope="module")
def editions_folder(light_world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the light world with a strategy of four editions, of three of which the texts were read."""
    data = Path(shutil.copytree(light_world, tmp_path_factory.mktemp("editions") / "data"))
    (data / "vvg" / "redakcijos.yaml").write_text(RECORD, encoding="utf-8")
    build(data, data.parent / "into")
    return data.parent / "into"


@pytest.fixture(scope="module")
def editions(editions_folder: Path) -> Iterator[DuckDBPyConnection]:
    """The same, open."""
    with open_database(current_path(editions_folder)) as connection:
        yield connection


def test_three_editions_give_exactly_the_known_changes(editions):
    rows = queries.edition_changes(editions, "redakcijos")
    found = rows.astype(object).where(rows.notna(), None).to_dict("records")
    told = ("stated_before", "stated", "kind", "name", "change", "value_before", "value_after")
    assert [tuple(row[column] for column in told) for row in found] == [
        ("2016", "2018-12-12", "funding", "", "changed", 500000, 550000),
        ("2016", "2018-12-12", "item", "2", "dropped", None, None),
        ("2016", "2018-12-12", "item", "3", "added", None, None),
        ("2018-12-12", "2020", "indicator", "dalyviai", "changed", 350, 300),
        ("2018-12-12", "2020", "indicator", "savanoriai", "added", None, 20),
    ]
    assert {(row["before_source"], row["after_source"]) for row in found} == {
        ("redakcijos/S1", "redakcijos/S2"),
        ("redakcijos/S2", "redakcijos/S3"),
    }


def test_editions_that_differ_are_a_change_and_no_dispute_and_the_newest_is_shown(editions):
    [row] = queries.funding(editions, Choice(vvgs=("redakcijos",))).to_dict("records")
    assert (row["amount_eur"], row["is_disputed"], row["source"]) == (550000, False, "redakcijos/S2")


@pytest.mark.parametrize("lang", ["lt", "en"])
def test_the_profile_and_the_page_of_money_say_what_changed(page, editions, editions_folder, monkeypatch, lang):
    monkeypatch.setenv("ATLAS_BUILD", str(editions_folder))
    course = page("vvg", lang=lang, vvg="redakcijos", period="2014-2020", section="course")
    assert not course.exception
    said = "\n".join(each.value for each in course.markdown).replace("\\", "").replace("\u00a0", " ")
    changed = {"lt": "Visa strategija – skirta: 500 000 € → 550 000 €", "en": "allocated: 500,000 € → 550,000 €"}[lang]
    assert changed in said
    assert {"lt": "išbraukta: priemonė 2: „Antroji priemonė“", "en": "dropped: measure 2: „Antroji"}[lang] in said
    money = page("funding", lang=lang, period="2014-2020", view="sums", strategy="redakcijos/2014-2020")
    assert not money.exception
    assert changed in "\n".join(each.value for each in money.markdown).replace("\\", "").replace("\u00a0", " ")


def test_without_a_text_that_was_read_nothing_is_said_to_have_changed(editions):
    assert queries.edition_changes(editions, "aukstupys").empty
