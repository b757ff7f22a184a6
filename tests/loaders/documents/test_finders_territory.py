"""Where a strategy applies, and how many live there."""

from decimal import Decimal

import pytest

from loaders.documents.finders import territory
from tests.loaders.documents.pages import page

PLACES = [
    (
        "2022 m. sausio 1 d. Skuodo mieste gyveno 5 728 gyventojai.",
        {"description": "Skuodo miestas", "kind": "city", "residents": 5728, "as_of": "2022-01-01"},
    ),
    (
        "Strategijos teritorija – Tolupių miesto seniūnija, kurioje 2022 m. pradžioje gyveno 11 245 gyventojai.",
        {"description": "Tolupių miesto seniūnija", "kind": "eldership", "residents": 11245, "as_of": "2022"},
    ),
    (
        "Gyventojų skaičius Utenos mieste – 27 120.",
        {"description": "Utenos miestas", "kind": "city", "residents": 27120},
    ),
    (
        "Tikslinė teritorija sudaro 512 ha, o susieta teritorija – 60 ha.",
        {
            "description": "tikslinė teritorija",
            "kind": "part_of_city",
            "area_ha": Decimal(512),
            "linked_area_ha": Decimal(60),
        },
    ),
    (
        "VVG veiklos teritorija apima visą Girininkų miestą (9 870 gyventojų, 812 ha).",
        {"description": "Girininkų miestas", "kind": "city", "residents": 9870, "area_ha": Decimal(812)},
    ),
    (
        "Skuodo miesto seniūnijai, turinčiai 5 tūkst. 728 gyventojus, skirta strategija.",
        {"description": "Skuodo miesto seniūnija", "kind": "eldership", "residents": 5728},
    ),
    (
        "Strategija įgyvendinama Aleksoto VVG teritorijoje.",
        {"description": "Aleksoto VVG teritorija", "kind": "part_of_city"},
    ),
    (
        "2021 m. Plungėje gyveno 16 908 gyventojai.",
        {"description": "Plungė", "kind": "city", "residents": 16908, "as_of": "2021"},
    ),
]
OTHERS = [
    "Apklausta 1200 Utenos miesto gyventojų.",
    "Mieste gyvena 12 000 žmonių.",
    "Rajone gyvena 30 000 gyventojų, Utenos mieste – 27 000.",
    "Utenos mieste gyvena 3 500 vaikų iki 18 metų.",
    "Per dešimtmetį gyventojų skaičius Utenos mieste sumažėjo 4 100.",
    "Utenos miesto VVG pakvietė gyventojus į susirinkimą.",
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_territory_is_described_and_counted(text, expected):
    [found] = territory.find(page(text))
    assert found.values == expected


def test_the_town_of_the_group_is_known_by_every_form_of_its_name():
    text = "Strategija vykdoma Tolupyje – 4 216 gyventojų turinčiame mieste (2024 m. sausio 1 d.)."
    [found] = territory.find(page(text, title="Tolupio miesto vietos veiklos grupė"))
    assert found.values == {"description": "Tolupis", "kind": "city", "residents": 4216, "as_of": "2024-01-01"}


@pytest.mark.parametrize("text", OTHERS)
def test_other_counts_are_no_territory(text):
    assert territory.find(page(text)) == []
