"""The group that a page is about, in every case and spelling; none where a page is about several."""

import pytest

from loaders.documents.finders import vvg
from tests.loaders.documents.pages import page

NAMED = [
    ("Kėdainių m. VVG 2016-2022 m. vietos plėtros strategija", "kedainiai"),
    ("Parama skirta Kėdainių miesto vietos veiklos grupei", "kedainiai"),
    ("KEDAINIU MIESTO VIETOS VEIKLOS GRUPES ATASKAITA", "kedainiai"),
    ("asociacija „Kėdainių miesto vietos veiklos grupė“", "kedainiai"),
    ("Asociacijos Naujosios Akmenės miesto vietos veiklos grupės nariai", "naujoji-akmene"),
    ("NAUJOSIOS AKMENĖS MIESTO VVG", "naujoji-akmene"),
    ("Susirinkimas Kazlų Rūdos miesto vietos veiklos grupėje", "kazlu-ruda"),
    ("Kauno miesto Aleksoto tikslinės teritorijos vietos veiklos grupė", "kaunas-aleksotas"),
    ("Žaliakalnio VVG nariai", "kaunas-zaliakalnis"),
    ("Vilniaus miesto pietinės tikslinės teritorijos vietos veiklos grupei", "vilnius-pietine"),
    ("Miesto vietos veiklos grupė „Jurbarkas“ skelbia", "jurbarkas"),
    ("MVVG „Jurbarkas“", "jurbarkas"),
    ("Klaipėdos m. IIT VVG", "klaipeda"),
    ("Kretingos miesto vietos veiklos grupė", "kretinga"),
    ("Kauno miesto Šilainių vietos veiklos grupė", "kaunas-silainiai"),
    ("Pagėgių miesto vietos plėtros 2014–2020 m. strategija", "pagegiai"),
    ("Apie Girininkų miesto vietos veiklos grupę", "girininkai"),
]
NAMELESS = [
    "Kretingos rajono vietos veiklos grupė",
    "Kretingos VVG",
    "Kauno miesto VVG",
    "Utenos miesto VVG ir Zarasų miesto VVG",
    "Prie projekto prisidėjo Pakruojo rajono savivaldybė",
    "vietos veiklos grupė parengė strategiją",
    "Lietuvos miestų vietos veiklos grupės",
]


@pytest.mark.parametrize(("text", "slug"), NAMED)
def test_a_group_is_known_by_any_form_of_its_name(text, slug):
    [found] = vvg.find(page(text))
    assert found.values["vvg"] == slug
    assert found.as_written in text


@pytest.mark.parametrize("text", NAMELESS)
def test_other_groups_and_several_groups_are_none(text):
    assert vvg.find(page(text)) == []


def test_a_known_group_brings_its_city_and_municipality():
    [found] = vvg.find(page("Pakruojo miesto VVG kviečia"))
    assert found.values == {
        "vvg": "pakruojis",
        "name": "Pakruojo miesto vietos veiklos grupė",
        "city": "Pakruojis",
        "municipality": "Pakruojo rajono savivaldybė",
    }


def test_a_part_of_a_large_city_that_no_record_has_is_made_from_the_words():
    [found] = vvg.find(page("Kauno miesto Paupių vietos veiklos grupė dirba Paupiuose"))
    assert (found.values["name"], found.values["city"]) == ("Kauno miesto Paupių vietos veiklos grupė", "Kaunas")
    assert found.values["part"] == "Paupiai"


def test_the_title_outranks_a_neighbour_that_is_thanked():
    text = "Dėkojame Utenos miesto VVG. Utenos miesto VVG patarė rengiant strategiją."
    [found] = vvg.find(page(text, title="Zarasų miesto vietos plėtros strategija 2016–2022 m."))
    assert found.values["vvg"] == "zarasai"


def test_a_name_of_its_own_that_the_page_does_not_use_is_not_added():
    [found] = vvg.find(page("Molėtų miesto vietos veiklos grupė parengė strategiją"))
    assert found.values["name"] == "Molėtų miesto vietos veiklos grupė"
