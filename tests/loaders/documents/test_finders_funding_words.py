"""Ordinary wordings of sums, as many authors have them, and sums that documents leave to their context."""

import pytest

from loaders.documents.document import Place
from loaders.documents.finders import call, funding, items, projects
from loaders.documents.finding import Finding
from loaders.documents.known import read_known
from tests.loaders.documents.pages import page
from tests.loaders.documents.test_finders_funding import line

WORDINGS = [
    ("Strategijai įgyvendinti numatyta 612 500 Eur.", ["612500 strategy planned whole"]),
    ("Strategijos įgyvendinimui patvirtinta 455 120,33 Eur.", ["455120.33 strategy allocated whole"]),
    ("Strategijai įgyvendinti gauta 512 000 eurų.", ["512000 strategy paid whole"]),
    ("Bendra strategijos vertė – 734 221,10 Eur.", ["734221.10 strategy not_stated value"]),
    (
        "Bendra strategijos vertė siekia 1,02 mln. eurų, iš jų ES lėšos – 867 tūkst. eurų, savivaldybės – 82"
        " tūkst. eurų.",
        [
            "1020000 strategy not_stated value",
            "867000 strategy not_stated part eu",
            "82000 strategy not_stated own municipal_budget",
        ],
    ),
    (
        "Strategijos biudžetas: ESF+ – 412 300 Eur, ERPF – 120 040,50 Eur, valstybės biudžetas – 93 941,91 Eur.",
        [
            "412300 strategy not_stated part esf_plus",
            "120040.50 strategy not_stated part erdf",
            "93941.91 strategy not_stated part state_budget",
        ],
    ),
    ("ES fondų lėšų suma strategijai įgyvendinti sudaro 498 000 Eur.", ["498000 strategy not_stated whole eu"]),
    ("Visam 2016–2022 m. strategijos laikotarpiui skirti 388 245 eurai.", ["388245 strategy allocated whole"]),
    ("Strategijos įgyvendinimui numatoma skirti iki 999 000 eurų.", ["999000 strategy planned whole"]),
    (
        "Vietos plėtros strategijos įgyvendinimo biudžetas – 645 000 Eur, iš jo administravimui tenka 96 750 Eur.",
        ["645000 strategy not_stated whole", "96750 administration not_stated whole"],
    ),
    ("VVG administravimo išlaidoms skirta 84 000 Eur.", ["84000 administration allocated whole"]),
    ("Strategijos administravimo išlaidos – 71 250,00 Eur (15 proc.).", ["71250 administration not_stated whole"]),
    (
        "Administravimo sutartis su ESFA pasirašyta 2017 m. gegužės 4 d., jos vertė – 93 210,44 Eur.",
        ["93210.44 administration contracted value"],
    ),
    ("Strategijos rengimui iš ES lėšų gauta 9 998,00 Eur.", ["9998 preparation paid whole eu"]),
    (
        "Projekto tinkamų finansuoti išlaidų suma – 27 640,55 Eur, iš jos ES fondų lėšos – 23 494,47 Eur,"
        " valstybės biudžeto lėšos – 2 073,04 Eur, pareiškėjo įnašas – 2 073,04 Eur.",
        [
            "27640.55 project not_stated value",
            "23494.47 project not_stated part eu",
            "2073.04 project not_stated part state_budget",
            "2073.04 project not_stated own own",
        ],
    ),
    ("Projektui „Augame kartu“ skirtas finansavimas – 18 999,00 Eur.", ["18999 project allocated whole"]),
    (
        "Projekto biudžetas 31 250 Eur, savas indėlis – 2 500 Eur.",
        ["31250 project not_stated whole", "2500 project not_stated own own"],
    ),
    (
        "Projekto vertė – 25 tūkst. eurų (ES lėšos – 23 tūkst. eurų, nuosavas indėlis – 2 tūkst. eurų).",
        ["25000 project not_stated value", "23000 project not_stated part eu", "2000 project not_stated own own"],
    ),
    ("Kvietimui skirta lėšų suma – 180 000 Eur.", ["180000 call allocated whole"]),
    ("Kvietimo biudžetas – 96 400 Eur.", ["96400 call not_stated whole"]),
    ("Pagal šį kvietimą numatoma paskirstyti iki 120 000 Eur.", ["120000 call planned whole"]),
    ("Didžiausia vienam projektui galima skirti suma – 30 000 Eur.", ["30000 project not_stated limit"]),
    ("Vienam projektui gali būti skirta ne daugiau kaip 25 000 Eur.", ["25000 project not_stated limit"]),
    ("Strategijos finansavimas padidintas 45 000 Eur.", ["45000 strategy allocated change"]),
    ("Strategijai papildomai skirta dar 60 350 Eur.", ["60350 strategy allocated change"]),
    ("Strategijos lėšų likutis – 4 812,10 Eur.", ["4812.10 strategy not_stated unused"]),
    ("Iki 2022 m. pabaigos pagal strategiją išmokėta 402 115,18 Eur.", ["402115.18 strategy paid whole"]),
    (
        "Strategijai įgyvendinti savivaldybės taryba skyrė 34 000 Eur.",
        ["34000 strategy allocated own municipal_budget"],
    ),
    (
        "Savivaldybė strategijos įgyvendinimą parems 20 000 Eur iš savo biudžeto.",
        ["20000 strategy not_stated own municipal_budget"],
    ),
    (
        "Strategijai įgyvendinti prašoma 845 000 Eur ES ir valstybės biudžeto lėšų.",
        ["845000 strategy requested whole eu state_budget"],
    ),
    ("Su ESFA pasirašyta 14 projektų sutarčių už 312 450,10 Eur.", ["312450.10 project contracted whole"]),
    ("Iš viso projektams įgyvendinti pagal sutartis skirta 298 115,00 Eur.", ["298115 project contracted whole"]),
    (
        "Strategijai skirta: 500 000 Eur ESF+ lėšų, 88 000 Eur valstybės biudžeto lėšų.",
        ["500000 strategy allocated part esf_plus", "88000 strategy allocated part state_budget"],
    ),
    ("Mūsų strategijai – 1 055 000 Eur!", ["1055000 strategy not_stated whole"]),
    (
        "Strategijai įgyvendinti Vidaus reikalų ministerija skyrė 1 mln. 26 tūkst. 340 eurų.",
        ["1026340 strategy allocated whole"],
    ),
    (
        "2016–2022 m. strategijos įgyvendinimui buvo panaudota 371 002,15 Eur, arba 98,2 proc. skirtų lėšų.",
        ["371002.15 strategy paid whole"],
    ),
    (
        "Strategijai buvo skirta 378 000 Eur, panaudota – 371 002,15 Eur, nepanaudota – 6 997,85 Eur.",
        ["378000 strategy allocated whole", "371002.15 strategy paid whole", "6997.85 strategy not_stated unused"],
    ),
    (
        "Strategijos lėšos paskirstytos taip: vietos projektams – 340 000 Eur, administravimui – 60 000 Eur.",
        ["340000 project allocated whole", "60000 administration allocated whole"],
    ),
    ("Rengiant strategiją panaudota 9 870,12 Eur.", ["9870.12 preparation paid whole"]),
    ("Strategijos parengimo projekto vertė – 10 869,56 Eur.", ["10869.56 preparation not_stated value"]),
    ("Strategija siekia pritraukti 1,2 mln. eurų investicijų.", ["1200000 strategy planned whole"]),
]
NOT_OURS = [
    "Bendra pateiktų paraiškų vertė – 213 400 Eur.",
    "Metinė asociacijos nario įmoka – 50 Eur.",
    "Miesto biudžetas – 43 mln. eurų.",
    "Vieno darbo vietos sukūrimo kaina – 9 500 Eur.",
    "Projektams skirta vidutiniškai po 17 000 Eur.",
    "Kaimyninės VVG strategijai skirta 800 000 Eur.",
    "Visoms 49 strategijoms skirta 41 mln. eurų.",
]
WITH_CONTEXT = [
    (
        "Strategiją parengė VVG. Ji patvirtinta. Upyniškiams atitenka 640 300 €: ESF+ lėšos sudaro 540 300 €,"
        " valstybės biudžeto – 100 000 €.",
        "Upynos miesto VVG strategija",
        [
            "640300 strategy allocated whole",
            "540300 strategy allocated part esf_plus",
            "100000 strategy allocated part state_budget",
        ],
    ),
    (
        "Prašyti savivaldybės skirti 48 000 (keturiasdešimt aštuonis tūkstančius) eurų nuosavam indėliui.",
        "Dėl strategijos finansavimo",
        ["48000 strategy requested own own"],
    ),
    (
        "Visa strategijos suma kartu su administravimu (33.500 eurų) – 223.500 eurų.",
        "",
        ["33500 administration not_stated whole", "223500 strategy not_stated whole"],
    ),
    (
        "Strategijai skirta suma mažinama nuo 88 015,20 Eur iki 62 354,70 Eur (25 660,50 Eur).",
        "",
        [
            "88015.20 strategy allocated whole",
            "62354.70 strategy planned whole",
            "25660.50 strategy planned change",
        ],
    ),
    (
        "Strategijai skirta 800 000 Eur. Prie jų 40 000 Eur pridėjo savivaldybė. Liko nepanaudota 3 412,90 Eur.",
        "Baigta įgyvendinti strategija",
        [
            "800000 strategy allocated whole",
            "40000 strategy not_stated own municipal_budget",
            "3412.90 strategy not_stated unused",
        ],
    ),
    (
        "Bendras strategijos biudžetas – 900 000 Eur.\nIš jų:\n- ESF+ – 700 000 Eur,\n- ERPF – 120 000 Eur,"
        "\n- bendrasis finansavimas – 80 000 Eur.",
        "",
        [
            "900000 strategy not_stated whole",
            "700000 strategy not_stated part esf_plus",
            "120000 strategy not_stated part erdf",
            "80000 strategy not_stated part state_budget",
        ],
    ),
    (
        "Finansavimo šaltinis | Suma, Eur | Dalis, proc.\nESF+ | 640 110,00 | 83\nValstybės biudžetas"
        " | 132 890,00 | 17\nIš viso | 773 000,00 | 100",
        "Upynos miesto strategija",
        [
            "640110 strategy not_stated part esf_plus",
            "132890 strategy not_stated part state_budget",
            "773000 strategy not_stated whole",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_ordinary_wordings_are_understood(text, expected):
    assert [line(one) for one in funding.find(page(text))] == expected


@pytest.mark.parametrize("text", NOT_OURS)
def test_fees_prices_averages_and_sums_of_others_are_left_out(text):
    assert funding.find(page(text)) == []


@pytest.mark.parametrize(("text", "title", "expected"), WITH_CONTEXT)
def test_what_stands_around_a_sum_tells_what_its_sentence_does_not(text, title, expected):
    assert [line(one) for one in funding.find(page(text, title=title))] == expected


def test_a_line_that_only_names_its_sum_belongs_to_the_heading_above():
    document = page("# 1.1.2 veiksmas. Jaunimo įgalinimas\nLėšos: 95 000,00 Eur.")
    structure = items.find(document, read_known())
    [found] = funding.find(document, structure)
    assert (line(found), found.parent) == ("95000 measure not_stated whole", 0)


def test_a_sum_right_after_a_title_is_that_of_the_item():
    document = page("- Veiksmas „Pagalba namuose“ – 250 000 Eur\n- Veiksmas „Dienos užimtumas“ (170 000 Eur)")
    structure = items.find(document, read_known())
    assert [(line(one), one.parent) for one in funding.find(document, structure)] == [
        ("250000 measure not_stated whole", 0),
        ("170000 measure not_stated whole", 1),
    ]


def test_the_project_of_the_title_has_the_sums_of_every_section():
    text = "# Baigėsi projektas „Tiltai tarp kiemų“\nVeikė klubas.\n# Lėšos\nProjekto vertė – 18 000 Eur."
    document = page(text, title="Baigėsi projektas „Tiltai tarp kiemų“")
    structure = projects.find(document, read_known())
    [found] = funding.find(document, structure)
    assert (line(found), found.parent) == ("18000 project not_stated value", 0)


def test_rows_of_a_form_belong_to_its_call():
    document = page(
        "Kvietimo numeris | 11-006-T-1\nKvietimas galioja | 2025-02-03 – 2025-03-31\n"
        "Kvietimui numatyta lėšų | 74 500,00 Eur (ESF+ ir valstybės biudžetas)",
        title="Kvietimas teikti projektus",
    )
    structure = call.find(document)
    [found] = funding.find(document, structure)
    assert (line(found), found.parent) == ("74500 call planned whole esf_plus state_budget", 0)


def test_a_line_with_a_project_of_its_own_is_no_part_of_the_sum_above():
    text = (
        "Projektas „Pirmas kiemas“ – VšĮ „Takas“, prašoma 29 870 Eur;\n"
        "Projektas „Antras kiemas“ – paramos fondas „Ranka“, prašoma 12 000 Eur."
    )
    titles = ("Pirmas kiemas", "Antras kiemas")
    structure = [
        Finding("project", {"title": title}, f"Projektas „{title}“", Place(number), 0.9)
        for number, title in enumerate(titles, 1)
    ]
    assert [one.parent for one in funding.find(page(text), structure)] == [0, 1]
