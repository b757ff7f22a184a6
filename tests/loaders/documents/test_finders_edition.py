"""Versions of the strategy and other documents that a page offers."""

import pytest

from loaders.documents.finders import editions, papers
from loaders.documents.known import read_known
from tests.loaders.documents.pages import page

TITLE = "Upynos miesto vietos plėtros strategija"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Aktuali redakcija: 2016 m. (rasite čia); 2017m. (rasite čia); 2018 m. (rasite čia:);",
            [(2016, None), (2017, None), (2018, None)],
        ),
        ("UPYNOS MIESTO PLĖTROS STRATEGIJA 2016-2022 M. su pakeitimais 2018-12-12", [(2018, "2018-12-12")]),
        ("Strategijos redakcijos: 2017-03-01, 2018-09-14", [(2017, "2017-03-01"), (2018, "2018-09-14")]),
        ("Strategija pakeista 2019-11-05.", [(2019, "2019-11-05")]),
        ("Vidaus tvarkos taisyklės (redakcija 2019-01-15)", []),
        ("Siūloma strategija pakeista bus 2019-11-05.", []),
        ("Kviečiame teikti pastabas dėl strategijos pakeitimo iki 2020-05-01.", []),
    ],
)
def test_a_version_has_a_year_and_perhaps_a_day(text, expected):
    found = editions.find(page(text, TITLE), read_known())
    assert [(one.values["year"], one.values["date"]) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poreikių tyrimo anketa (rasite čia);", [("Poreikių tyrimo anketa", None)]),
        ('E-Leidinys, 2021m. ,,Galimybės įkvepia veikti" (žiūrėti čia)', [("Galimybės įkvepia veikti", 2021)]),
        (
            "2019 m. strategijos įgyvendinimo ataskaita (žr. čia)",
            [("2019 m. strategijos įgyvendinimo ataskaita", 2019)],
        ),
        (
            "UPYNOS MIESTO PLĖTROS STRATEGIJA 2016 – 2022 M.",
            [("UPYNOS MIESTO PLĖTROS STRATEGIJA 2016 – 2022 M.", None)],
        ),
        ("Valdyba patvirtino 2019 m. ataskaitą.", []),
        ("Gyventojų apklausa buvo atlikta rudenį.", []),
    ],
)
def test_a_document_has_a_title_and_perhaps_a_year(text, expected):
    found = papers.find(page(f"Pradžia\n{text}", TITLE), read_known())
    assert [(one.values["title"], one.values["year"]) for one in found] == expected
