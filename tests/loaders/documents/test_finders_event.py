"""What happened or is to happen on a day."""

import pytest

from loaders.documents.finders import event
from tests.loaders.documents.pages import page

EVENTS = [
    ("Strategija įgyvendinama nuo 2018 m. rugsėjo.", [("2018-09", "pradėta įgyvendinti strategija")]),
    (
        "Pastabas ir pasiūlymus dėl strategijos projekto prašome teikti iki 2023 m. lapkričio 24 d. el. paštu.",
        [("2023-11-24", "pastabų ir pasiūlymų dėl strategijos projekto teikimo terminas")],
    ),
    ("2016 m. vasario–kovo mėn. atlikta gyventojų apklausa.", [("2016-02", "atlikta gyventojų apklausa")]),
    (
        "2015 m. rugpjūčio 5 d. įsteigta Upynos miesto vietos veiklos grupė.",
        [("2015-08-05", "įsteigta Upynos miesto vietos veiklos grupė")],
    ),
    ("Strategija baigta įgyvendinti 2022-12-31.", [("2022-12-31", "Strategija baigta įgyvendinti")]),
    (
        "Strategiją numatoma pradėti įgyvendinti nuo 2017 m. I ketvirčio.",
        [("2017-Q1", "Strategiją numatoma pradėti įgyvendinti")],
    ),
    ("2022 m. lapkritį buvo pradėta rengti nauja strategija.", [("2022-11", "buvo pradėta rengti nauja strategija")]),
    ("- 2019 m. pradėta įgyvendinti strategija.", [("2019", "pradėta įgyvendinti strategija")]),
    (
        "Visuotinis narių susirinkimas įvyks 2023 m. gruodžio 7 d. 17.00 val. Upynos seniūnijoje.",
        [("2023-12-07", "Visuotinis narių susirinkimas įvyks Upynos seniūnijoje")],
    ),
    (
        "2015 m. liepos 10 d. vyko steigiamasis susirinkimas, 2015 m. rugpjūčio 18 d. įregistruota asociacija.",
        [("2015-07-10", "vyko steigiamasis susirinkimas"), ("2015-08-18", "įregistruota asociacija")],
    ),
    (
        "Susitikimai vyks: 2023-05-10 bibliotekoje, 2023-05-12 gimnazijoje.",
        [("2023-05-10", "Susitikimai vyks: bibliotekoje"), ("2023-05-12", "Susitikimai vyks gimnazijoje")],
    ),
    ("2018-05-17 | VVG valdyba patvirtino kvietimo aprašą", [("2018-05-17", "VVG valdyba patvirtino kvietimo aprašą")]),
    (
        "VVG pirmininkė Vardė Pavardenytė 2020 m. kovo 4 d. pristatė strategiją.",
        [("2020-03-04", "VVG pirmininkė pristatė strategiją")],
    ),
]
NO_EVENTS = [
    "2016-03-03",
    "Paskelbta: 2016-03-03",
    "Paskutinį kartą redaguota 2021-03-04.",
    "Vadovaujantis ministro 2015 m. sausio 22 d. įsakymu Nr. 1V-36 patvirtintomis taisyklėmis skelbiamas kvietimas.",
    "2023 m. sausio 1 d. mieste gyveno 5 728 gyventojai.",
    "Lietuvos Respublikos vietos savivaldos įstatymas priimtas 1994 m. liepos 7 d.",
    "Per 2019 metus projektuose dalyvavo 300 gyventojų.",
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_an_event_has_its_day_and_what_happened(text, expected):
    assert [(one.values["date"], one.values["what"]) for one in event.find(page(text))] == expected


@pytest.mark.parametrize("text", NO_EVENTS)
def test_bylines_rules_and_counts_are_no_events(text):
    assert event.find(page(text)) == []
