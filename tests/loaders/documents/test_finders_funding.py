"""Sums of money by the words around them: what for, how far they have come, what part, from which fund."""

from decimal import Decimal

import pytest

from loaders.documents.document import Place
from loaders.documents.finders import call, funding
from loaders.documents.finding import Finding
from tests.loaders.documents.pages import page

SENTENCES = [
    (
        "Strategijai įgyvendinti skirti 327.863 eurai ESF ir valstybės biudžeto lėšų.",
        ["327863 strategy allocated whole esf state_budget"],
    ),
    ("Upynos miesto strategijos įgyvendinimui VRM skyrė 612 480,15 Eur.", ["612480.15 strategy allocated whole"]),
    (
        "Strategijai numatoma skirti 845 tūkst. eurų, iš jų 720 tūkst. eurų – ES lėšos.",
        ["845000 strategy planned whole", "720000 strategy planned part eu"],
    ),
    (
        "Bendras strategijos biudžetas – 1 200 000 Eur, iš jų 85 proc. (1 020 000 Eur) – Europos Sąjungos lėšos.",
        ["1200000 strategy not_stated whole", "1020000 strategy not_stated part eu"],
    ),
    (
        "Iš 500 000 Eur, skirtų strategijai, jau išmokėta 320 450,77 Eur.",
        ["500000 strategy allocated whole", "320450.77 strategy paid whole"],
    ),
    ("Administravimo išlaidoms tenka 15 proc. – 75 000 Eur.", ["75000 administration not_stated whole"]),
    ("ESFA strategijai administruoti skyrė 112 000 Eur.", ["112000 administration allocated whole"]),
    (
        "Strategijos administravimo projektui pagal sutartį skirta 98 765 Eur.",
        ["98765 administration contracted whole"],
    ),
    (
        "Strategijos parengimui ministerija skyrė 9 900 eurų, dar 500 eurų pridėjo savivaldybė.",
        ["9900 preparation allocated whole", "500 preparation allocated own municipal_budget"],
    ),
    (
        "Projekto „Kartu galime“ vertė – 24 980 eurų, parama sudaro 22 732 eurus.",
        ["24980 project not_stated value", "22732 project not_stated part"],
    ),
    (
        "Bendra projekto vertė 19 999,99 €, iš jų: 16 999,99 € ES fondų lėšos; 1 500 € valstybės biudžeto lėšos;"
        " 1 499 € – savivaldybės lėšos.",
        [
            "19999.99 project not_stated value",
            "16999.99 project not_stated part eu",
            "1500 project not_stated part state_budget",
            "1499 project not_stated own municipal_budget",
        ],
    ),
    (
        "Projekto biudžetas: ESF lėšos – 20 000 Eur, valstybės biudžeto lėšos – 1 764,71 Eur, pareiškėjo"
        " lėšos – 1 900 Eur.",
        [
            "20000 project not_stated part esf",
            "1764.71 project not_stated part state_budget",
            "1900 project not_stated own own",
        ],
    ),
    ("Projektui finansuoti prašoma 28 400,50 Eur.", ["28400.50 project requested whole"]),
    (
        "Pagal kvietimą Nr. 2 paskirstyta 150 000 Eur, nepanaudota liko 12 345 Eur.",
        ["150000 call allocated whole", "12345 call not_stated unused"],
    ),
    ("Vienam projektui galima skirti ne daugiau kaip 30 000 Eur.", ["30000 project not_stated limit"]),
    ("Maksimali vieno projekto paramos suma – 45 000 Eur, minimali – 5 000 Eur.", ["45000 project not_stated limit"]),
    ("Strategijos įgyvendinimui papildomai skirta 60 000 Eur.", ["60000 strategy allocated change"]),
    (
        "Strategijos finansavimas padidintas nuo 400 000 Eur iki 455 500 Eur.",
        ["400000 strategy allocated whole", "455500 strategy allocated whole"],
    ),
    (
        "Iš strategijos lėšų socialinei atskirčiai mažinti skirta 60 proc. (180 000 Eur), verslumui – 40"
        " proc. (120 000 Eur).",
        ["180000 measure allocated part", "120000 measure allocated part"],
    ),
    ("1.1.1 veiksmui numatyta 120 000,00 Eur.", ["120000 measure planned whole"]),
    (
        "Prie strategijos įgyvendinimo savivaldybė prisidės 41 250 Eur.",
        ["41250 strategy not_stated own municipal_budget"],
    ),
    ("Lėšų poreikis strategijai įgyvendinti – 1,1 mln. Eur.", ["1100000 strategy planned whole"]),
    ("Projekto vertė | 25 000 Eur", ["25000 project not_stated value"]),
]
NOT_OURS = [
    "2016 m. 23 miestų VVG strategijoms skirta 14,5 mln. eurų.",
    "Vidaus reikalų ministro įsakymu šių strategijų įgyvendinimui patvirtintas 14,5 mln. eurų finansavimas.",
    "Iš viso šalyje miestų strategijoms skirta 21,3 mln. eurų.",
    "Visos miestų VVG įgyvendino 600 projektų, joms išmokėta apie 30 mln. eurų.",
    "Nario mokestis – 20 Eur.",
    "Projekto metu įsigyta įranga už 5 200 Eur.",
    "Projekto strategijai skirta 45 000 Lt.",
    "Trims projektams paskirta po 10 000 Eur.",
    "Vidutinė vieno projekto vertė – apie 21 tūkst. eurų.",
    "Vidutinis mėnesinis darbo užmokestis mieste – 850 Eur.",
    "Savivaldybės biudžetas 2016 m. siekė 18,3 mln. eurų.",
    "Miesto gatvių remontui skirta 350 tūkst. Eur.",
    "Strategijos tikslui „Mažinti atskirtį“ skirta 300 000 Eur.",
    "Strategijos biudžetas 2016 500 Eur.",
]


def told(text: str, **title: str) -> list[str]:
    """Each sum of a page in one line: amount, scope, stage, role, funds."""
    return [line(one) for one in funding.find(page(text, **title))]


def line(found: Finding) -> str:
    keys = ("amount_eur", "scope", "stage", "role")
    funds = [fund for fund in found.values["funds"] if fund != "not_stated"]
    return " ".join([*(str(found.values[key]) for key in keys), *funds])


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_words_around_a_sum_decide_what_it_is(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", NOT_OURS)
def test_a_sum_of_others_or_of_nothing_clear_is_left_out(text):
    assert told(text) == []


def test_every_quotation_holds_its_sum_and_is_short():
    for text, _ in SENTENCES:
        for found in funding.find(page(text)):
            assert found.as_written in text
            assert len(found.as_written.split()) <= 25


def test_only_the_town_of_the_page_counts():
    text = "Zarasų miesto VVG strategijai skirta 477 425 Eur, Utenos miesto – 1 268 700 Eur."
    assert told(text) == ["477425 strategy allocated whole"]


def test_rounded_and_bounded_sums_say_so():
    [found] = funding.find(page("Strategijai įgyvendinti reikės daugiau kaip 1,1 mln. eurų."))
    assert (found.values["approximate"], found.values["bound"]) == (True, "at_least")
    [exact] = funding.find(page("Strategijai įgyvendinti skirta 1 100 000 Eur."))
    assert not {"approximate", "bound"} & exact.values.keys()


def test_parts_in_a_list_below_belong_to_the_sum_above():
    text = (
        "Strategijai skirta 555 330 Eur, iš kurių:\n- ESF+ lėšos – 407 456 Eur;\n"
        "- bendrojo finansavimo lėšos – 83 299,50 Eur."
    )
    assert told(text) == [
        "555330 strategy allocated whole",
        "407456 strategy allocated part esf_plus",
        "83299.50 strategy allocated part state_budget",
    ]


def test_a_sum_belongs_to_the_project_named_before_it():
    text = "Projektas „Gyvas kiemas“. Projekto vertė – 18 200 Eur.\n# Kita\nStrategijai skirta 90 000 Eur."
    structure = [Finding("project", {"title": "Gyvas kiemas"}, "Projektas „Gyvas kiemas“", Place(1), 0.9)]
    of_project, of_strategy = funding.find(page(text), structure)
    assert (of_project.parent, of_project.values["role"]) == (0, "value")
    assert of_strategy.parent is None


def test_conditions_under_an_announced_call_belong_to_it():
    text = (
        "# Kvietimas Nr. 3\nKvietimo pradžia: 2020-02-10\nKvietimo pabaiga: 2020-04-14\n"
        "Kvietimui skirta suma – 96 400,50 Eur. Didžiausia galima suma projektui – 32 000 Eur."
    )
    document = page(text)
    found = funding.find(document, call.find(document))
    assert [line(one) for one in found] == ["96400.50 call allocated whole", "32000 call not_stated limit"]
    assert [one.parent for one in found] == [0, 0]


def test_columns_of_a_financial_plan_are_read_by_their_heads():
    text = (
        "Veiksmas | Iš viso, Eur | ES ir VB lėšos, Eur | Savivaldybės lėšos, Eur | Proc.\n"
        "1.1.1. Paslaugos senjorams namuose | 190 500,00 | 176 212,50 | 14 287,50 | 60\n"
        "Strategijos administravimas | 54 000,00 | 54 000,00 | 0,00 | 15\n"
        "Iš viso | 244 500,00 | 230 212,50 | 14 287,50 | 100"
    )
    structure = [
        Finding(
            "item", {"level": "action", "code": "1.1.1", "title": "Paslaugos senjorams namuose"}, "1.1.1", Place(2), 1.0
        )
    ]
    found = funding.find(page(text), structure)
    assert [line(one) for one in found] == [
        "190500 measure not_stated value",
        "176212.50 measure not_stated part eu state_budget",
        "14287.50 measure not_stated own municipal_budget",
        "54000 administration not_stated whole",
        "54000 administration not_stated whole eu state_budget",
        "244500 strategy not_stated value",
        "230212.50 strategy not_stated part eu state_budget",
        "14287.50 strategy not_stated own municipal_budget",
    ]
    assert [one.parent for one in found] == [0, 0, 0, None, None, None, None, None]


def test_of_a_list_of_strategies_only_the_row_of_the_group_counts():
    text = (
        "Zarasų miesto VVG džiaugiasi finansavimu. Zarasų miesto VVG dėkoja.\n"
        "Nr. | Vietos veiklos grupė | Strategijos pavadinimas | Skirta suma, Eur\n"
        "1 | Utenos miesto vietos veiklos grupė | Utenos miesto strategija | 500 000,00\n"
        "2 | Zarasų miesto vietos veiklos grupė | Zarasų miesto strategija | 400 000,00"
    )
    [found] = funding.find(page(text, title="Zarasų miesto VVG strategija finansuojama"))
    assert (found.values["amount_eur"], found.values["scope"]) == (Decimal(400000), "strategy")


def _of_action(text: str) -> list[tuple[object, object, int | None]]:
    action = Finding("item", {"level": "action", "code": "1.1.1", "title": "Amatų mokymas"}, "1.1.1", Place(2), 0.9)
    found = funding.find(page(text, "Upynos miesto vietos plėtros strategija"), [action])
    return [(one.values["amount_eur"], one.values["role"], one.parent) for one in found]


def test_a_bare_sum_beside_its_label_in_the_table_of_an_action():
    text = "Upyna\nVeiksmas | 1.1.1. Amatų mokymas\nPlanuojama lėšų suma, Eur | 254 300,00"
    assert _of_action(text) == [(Decimal(254300), "whole", 0)]


def test_the_last_column_of_a_plan_is_the_whole():
    text = "Veiksmas | ES fondų lėšos | Valstybės biudžeto lėšos | Iš viso\n"
    text += "1.1.1. Amatų mokymas | 900,00 | 100,00 | 1 000,00"
    assert _of_action(text) == [(Decimal(900), "part", 0), (Decimal(100), "part", 0), (Decimal(1000), "whole", 0)]


def test_the_sum_of_all_actions_is_not_that_of_the_one_above():
    text = "Upyna\n1.1.1 veiksmas. Amatų mokymas\nIš viso veiksmams planuojama skirti 1 000 Eur."
    assert [(amount, parent) for amount, _, parent in _of_action(text)] == [(Decimal(1000), None)]
