"""Indicators: value, state, bound, name and owner, from sentences, lists and tables."""

from decimal import Decimal

import pytest

from loaders.documents.find import find
from loaders.documents.finders import indicators, items, projects
from loaders.documents.finding import Finding
from loaders.documents.known import read_known
from tests.loaders.documents.pages import page


def found(text: str, title: str = "Upynos miesto vietos plėtros strategija") -> list[Finding]:
    """The indicators of a page."""
    document = page(text, title)
    structure = items.find(document, read_known()) or projects.find(document, read_known())
    return indicators.find(document, read_known(), structure)


def told(text: str) -> list[tuple[str, int, str, str]]:
    """Name, value, state and bound of each."""
    keys = ("name", "state", "bound")
    return [
        (name, int(one.values["value"]), state, bound)
        for one in found(text)
        for name, state, bound in [tuple(one.values[key] for key in keys)]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Projektų veiklose dalyvavo 1 095 dalyviai (planuota 350).",
            [("dalyviai", 1095, "achieved", "exact"), ("dalyviai", 350, "planned", "exact")],
        ),
        ("Sudalyvaus ne mažiau kaip 362 dalyviai.", [("dalyviai", 362, "planned", "at_least")]),
        ("Planuojama įgyvendinti 6 projektus.", [("planuojami projektai", 6, "planned", "exact")]),
        ("Bus įgyvendinti ne mažiau kaip 9 vietos projektai.", [("vietos projektai", 9, "planned", "at_least")]),
        ("Įgyvendinti 24 vietos projektai.", [("įgyvendinti vietos projektai", 24, "achieved", "exact")]),
        ("Strategijoje iškelti du tikslai.", [("strategijos tikslai", 2, "planned", "exact")]),
        (
            "Sustiprintas 31 jaunas verslas (planuota 12).",
            [
                ("sustiprinti jauni verslai", 31, "achieved", "exact"),
                ("sustiprinti jauni verslai", 12, "planned", "exact"),
            ],
        ),
        ("Planuojamų paremti projektų skaičius – 3.", [("planuojami paremti projektai", 3, "planned", "exact")]),
        (
            "Planuoti 300 dalyvių, faktiškai dalyvavo 412 dalyvių.",
            [("dalyviai", 300, "planned", "exact"), ("dalyviai", 412, "achieved", "exact")],
        ),
        (
            "Iš planuotų 12 projektų įgyvendinta 11 projektų.",
            [("įgyvendinti projektai", 12, "planned", "exact"), ("įgyvendinti projektai", 11, "achieved", "exact")],
        ),
        (
            "Dalyvavo 742 asmenys (siektina reikšmė – 600), iš jų 118 savanorių (siektina – 90).",
            [
                ("dalyvaujantys asmenys", 742, "achieved", "exact"),
                ("dalyvaujantys asmenys", 600, "planned", "exact"),
                ("savanoriai", 118, "achieved", "exact"),
                ("savanoriai", 90, "planned", "exact"),
            ],
        ),
        (
            "Planuojama įgyvendinti 9 projektus, į jų veiklas įtraukti ne mažiau kaip 310 dalyvių.",
            [("planuojami projektai", 9, "planned", "exact"), ("dalyviai", 310, "planned", "at_least")],
        ),
        ("Vietoj 10 projektų numatoma įgyvendinti 8 projektus.", [("planuojami projektai", 8, "planned", "exact")]),
        (
            "2019 m. paskelbti du kvietimai teikti pasiūlymus.",
            [("kvietimai teikti pasiūlymus", 2, "achieved", "exact")],
        ),
        (
            "Įgyvendinome 9 projektus iš 10 planuotų.",
            [("įgyvendinti projektai", 9, "achieved", "exact"), ("įgyvendinti projektai", 10, "planned", "exact")],
        ),
        ("Projektų skaičių siūloma didinti nuo 3 iki 5.", [("planuojami projektai", 5, "planned", "exact")]),
        ("Dalyvių buvo 120.", [("dalyviai", 120, "achieved", "exact")]),
        (
            "Per metus baigti 2 projektai, dar 3 projektai tęsiami.",
            [("baigti projektai", 2, "achieved", "exact"), ("įgyvendinami projektai", 3, "achieved", "exact")],
        ),
        ("Produkto rodikliai: projektų skaičius – 3.", [("planuojami projektai", 3, "planned", "exact")]),
        ("Pasiūlyta 16 naujų socialinių paslaugų.", [("naujos socialinės paslaugos", 16, "achieved", "exact")]),
    ],
)
def test_a_sentence_states_what_was_planned_or_achieved(text, expected):
    assert told(text) == expected


def test_what_an_indicator_counts_and_when():
    [jobs] = found("Iki 2022 m. pabaigos sukurtos 8,5 darbo vietos.")
    assert jobs.values["value"] == Decimal("8.5")
    assert (jobs.values["concept"], jobs.values["kind"], jobs.values["year"]) == ("jobs_created", "result", 2022)
    [people] = found("Projektų veiklose dalyvaus apie 1800 dalyvių.")
    assert (people.values["concept"], people.values["approximate"]) == ("participants", True)


def test_indicators_belong_to_the_action_project_or_strategy_they_speak_of():
    document = page(
        """
        1.1.1 veiksmas „Kaimynų tinklas“
        Planuojama įgyvendinti 4 projektus.
        1.1.2 veiksmas „Dirbtuvės“
        Planuojama įgyvendinti 2 projektus.
        Strategijos įgyvendinimui planuojama atrinkti 6 projektus.
        VšĮ „Žalia upė“ įgyvendino projektą „Sodo terapija“. Projekte dalyvavo 45 senjorai.
        """
    )
    findings = find(document)
    owners = {
        int(one.values["value"]): findings[one.parent].values["title"] if one.parent is not None else None
        for one in findings
        if one.field == "indicator"
    }
    assert owners == {4: "Kaimynų tinklas", 2: "Dirbtuvės", 6: None, 45: "Sodo terapija"}


def test_a_number_told_by_order_belongs_to_that_objective():
    text = """
    1 uždavinys. Gerinti paslaugas
    2 uždavinys. Telkti žmones
    Pirmajam uždaviniui numatyti 4 projektai, antrajam – 3 projektai.
    """
    assert [(one.parent, int(one.values["value"])) for one in found(text)] == [(0, 4), (1, 3)]


def test_a_table_of_indicators():
    text = """
    Eil. Nr. | Rodiklio pavadinimas | Mat. vnt. | Pradinė reikšmė | Siektina reikšmė | Pasiekta reikšmė
    1. | Projektų dalyvių skaičius | asmenys | 0 | ne mažiau kaip 900 | 1 204
    2. | Įgyvendinti vietos projektai | vnt. | – | 16 | 18
    """
    values = [
        (one.values["name"], int(one.values["value"]), one.values["state"], one.values["unit"]) for one in found(text)
    ]
    assert values == [
        ("Projektų dalyviai", 0, "baseline", "asmenys"),
        ("Projektų dalyviai", 900, "planned", "asmenys"),
        ("Projektų dalyviai", 1204, "achieved", "asmenys"),
        ("Įgyvendinti vietos projektai", 16, "planned", "projektai"),
        ("Įgyvendinti vietos projektai", 18, "achieved", "projektai"),
    ]


def test_columns_of_numbers_in_a_table_of_actions():
    text = """
    1.1.1 veiksmas „Kaimynų tinklas“
    Veiksmas | Lėšos, Eur | Projektų skaičius | Dalyvių skaičius
    1.1.1 | 210 000,00 | 5 | 140
    """
    assert [(one.parent, one.values["name"], int(one.values["value"])) for one in found(text)] == [
        (0, "projektai", 5),
        (0, "dalyviai", 140),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mieste gyvena 12 450 gyventojų.",
        "Tarybą sudaro 9 nariai, susirinkime dalyvavo 8 nariai.",
        "Konferencijoje dalyvavo 120 dalyvių.",
        "Strategijai skirta 14,5 mln. Eur, 2016 m. lapkričio 25 d., Nr. 12.",
        "Projekto trukmė – 18 mėnesių.",
        "Pagal ankstesnę strategiją įgyvendinta 17 projektų.",
        "Projekte turi dalyvauti ne mažiau kaip 10 asmenų.",
        "Palyginimui: visoje Lietuvoje įgyvendinta 600 projektų.",
        "Vertinimo kriterijus – projekte dalyvaus 20 dalyvių, 10 balų.",
        "Jaunimas nuo 14 iki 29 metų dalyvavo mokymuose.",
        "1.1.1 veiksmui pasirašyti 4 projektai.",
    ],
)
def test_other_numbers_are_no_indicators(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rodiklio „Projektų dalyviai“ siektiną reikšmę mažinti nuo 350 iki 320.", [(320, "planned")]),
        ("Rodiklis „Baigti projektai“ – planuota 12, pasiekta 14.", [(12, "planned"), (14, "achieved")]),
        ("Rodiklis „Savanorių skaičius“ nepasiektas dėl 2020–2021 metų karantino.", []),
        ("Vietoj planuotų 8 projektų įgyvendinta 11.", [(8, "planned"), (11, "achieved")]),
        ("Vietoj 30 planuotų dalyvių projekte dalyvavo 44.", [(30, "planned"), (44, "achieved")]),
        ("Iš planuotų 160 dalyvių pritraukta net 245!", [(160, "planned"), (245, "achieved")]),
        ("Savanorių tikėtasi 20, prisijungė 19.", [(20, "planned"), (19, "achieved")]),
        ("Įgyvendinta 9 iš 10 planuotų projektų.", [(10, "planned"), (9, "achieved")]),
        ("Strategijoje planuota įtraukti 120 gyventojų, įtraukta 156.", [(120, "planned"), (156, "achieved")]),
        ("Numatyta surengti 10 renginių, surengti 12.", [(10, "planned"), (12, "achieved")]),
        ("# Rodikliai (planas)\nDalyvių skaičius .......... 10", [(10, "planned")]),
        ("Valdyba rugsėjo 10-ąją patvirtino siūlomų finansuoti projektų sąrašą.", []),
    ],
)
def test_a_plan_and_what_became_of_it(text, expected):
    assert [(int(one.values["value"]), one.values["state"]) for one in found(text)] == expected


def test_labels_that_count_in_the_table_of_an_action():
    text = (
        "Veiksmo numeris ir pavadinimas | 1.1.1. Savipagalbos grupių kūrimas\n"
        "Planuojamų projektų skaičius | 3\nPlanuojamas dalyvių skaičius | 110"
    )
    assert [(int(one.values["value"]), one.values["state"], one.parent) for one in found(text)] == [
        (3, "planned", 0),
        (110, "planned", 0),
    ]


def test_what_has_to_be_achieved_is_planned():
    text = "Įgyvendinus projektus turi būti pasiekti šie rodikliai:\n- projektų dalyviai – 24;"
    assert [(int(one.values["value"]), one.values["state"]) for one in found(text)] == [(24, "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "Su agentūra pasirašytos trijų vietos projektų finansavimo sutartys.",
        "Ankstesnė, 2016–2022 m. strategija baigta pernai – mieste įvykdyta 19 projektų.",
    ],
)
def test_contracts_and_an_earlier_strategy_count_no_projects(text):
    assert [one for one in told(text) if "projekt" in one[0] and "sutart" not in one[0]] == []
