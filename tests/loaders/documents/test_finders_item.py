"""Goals, objectives, measures and actions: level, code, title and place in the tree, from invented pages."""

import pytest

from loaders.documents.document import Block, Document, Place
from loaders.documents.finders import items
from loaders.documents.known import read_known
from tests.loaders.documents.pages import page

STRATEGY = "Upynos miesto vietos plėtros strategija 2016–2022 m."


def found(text: str, title: str = STRATEGY) -> list[tuple[int | None, str, str | None, str]]:
    """Parent, level, code and title of each item."""
    findings = items.find(page(text, title), read_known())
    return [(one.parent, *(one.values[key] for key in ("level", "code", "title"))) for one in findings]


NUMBERED_BY_WORD = """
1 tikslas. Mažinti socialinę atskirtį.
1.1. uždavinys. Plėsti socialinių paslaugų prieinamumą.
1.1.1. veiksmas „Pagalbos į namus teikimas“.
1.1.2. veiksmas – Sociokultūrinių veiklų organizavimas
2 tikslas. Didinti užimtumą.
2.1. uždavinys: skatinti verslumą;
"""
TREE = [
    (None, "goal", "1", "Mažinti socialinę atskirtį"),
    (0, "objective", "1.1", "Plėsti socialinių paslaugų prieinamumą"),
    (1, "action", "1.1.1", "Pagalbos į namus teikimas"),
    (1, "action", "1.1.2", "Sociokultūrinių veiklų organizavimas"),
    (None, "goal", "2", "Didinti užimtumą"),
    (4, "objective", "2.1", "skatinti verslumą"),
]
ANNOUNCED = """
Strategijos įgyvendinimo metu remiamos priemonės:
1. Veiklos, skirtos mažinti gyventojų (toliau – gyventojai) atskirtį:
1.1. paslaugų (pvz., maitinimo; transporto) teikimas;
1.2. informacijos sklaida;
2. Verslumui didinti skirtų iniciatyvų įgyvendinimas.
Daugiau informacijos – VVG būstinėje.
3. Skambinkite iš anksto ir ateikite.
"""
ROMAN = """
I tikslas – Mažinti atskirtį mieste
1 uždavinys – Gerinti paslaugas
2 uždavinys – Skatinti savanorystę
II tikslas – Stiprinti vietos ekonomiką
1 uždavinys – Skatinti smulkųjį verslą
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NUMBERED_BY_WORD, TREE),
        (
            ANNOUNCED,
            [
                (None, "measure", "1", "Veiklos, skirtos mažinti gyventojų atskirtį"),
                (0, "measure", "1.1", "paslaugų (pvz., maitinimo; transporto) teikimas"),
                (0, "measure", "1.2", "informacijos sklaida"),
                (None, "measure", "2", "Verslumui didinti skirtų iniciatyvų įgyvendinimas"),
            ],
        ),
        (
            ROMAN,
            [
                (None, "goal", "I", "Mažinti atskirtį mieste"),
                (0, "objective", "1", "Gerinti paslaugas"),
                (0, "objective", "2", "Skatinti savanorystę"),
                (None, "goal", "II", "Stiprinti vietos ekonomiką"),
                (3, "objective", "1", "Skatinti smulkųjį verslą"),
            ],
        ),
        (
            "Strategijoje iškelti du tikslai: mažinti socialinę atskirtį ir didinti gyventojų užimtumą.",
            [
                (None, "goal", None, "mažinti socialinę atskirtį"),
                (None, "goal", None, "didinti gyventojų užimtumą"),
            ],
        ),
        (
            "Numatyti trys strategijos uždaviniai: 1) gerinti paslaugas; 2) telkti savanorius; 3) ugdyti verslumą.",
            [
                (None, "objective", "1", "gerinti paslaugas"),
                (None, "objective", "2", "telkti savanorius"),
                (None, "objective", "3", "ugdyti verslumą"),
            ],
        ),
        (
            "Strategijoje keliamas vienas tikslas – sutelkti bendruomenę bendram darbui. Jam pasiekti numatyti du "
            "uždaviniai: pirma, gerinti žmonių kasdienybę; antra, padėti rasti darbą.",
            [
                (None, "goal", None, "sutelkti bendruomenę bendram darbui"),
                (0, "objective", None, "gerinti žmonių kasdienybę"),
                (0, "objective", None, "padėti rasti darbą"),
            ],
        ),
        (
            "Strategijoje numatyti veiksmai:\n- Veiksmas „Kaimynų tinklas“ (veiksmo tikslinė grupė – senjorai).\n"
            "- Veiksmas „Dirbtuvės“. Planuojama įgyvendinti 2 projektus.",
            [(None, "action", None, "Kaimynų tinklas"), (None, "action", None, "Dirbtuvės")],
        ),
        (
            "Strategijos tikslai ir uždaviniai:\n1. Gerinti žmonių gyvenimą\n1.1. Plėsti pagalbą namuose",
            [(None, "goal", "1", "Gerinti žmonių gyvenimą"), (0, "objective", "1.1", "Plėsti pagalbą namuose")],
        ),
        (
            "Strategijos veiksmas | 2.1.1. Amatų mokymas jaunimui",
            [(None, "action", "2.1.1", "Amatų mokymas jaunimui")],
        ),
        (
            "Kvietimas skelbiamas pagal strategijos 1.2.1 veiksmą „Kaimynų pagalba vienišiems žmonėms“.",
            [(None, "action", "1.2.1", "Kaimynų pagalba vienišiems žmonėms")],
        ),
        (
            "1 PRIORITETAS. SOCIALINĖ ĮTRAUKTIS\n1.1. Priemonė „Paslaugos namuose“",
            [(None, "goal", "1", "SOCIALINĖ ĮTRAUKTIS"), (0, "measure", "1.1", "Paslaugos namuose")],
        ),
        (
            "Tikslas | Uždavinys | Veiksmas | Lėšos, Eur\n1. Didinti įtrauktį | 1.1. Gerinti paslaugas | "
            "1.1.1. Dienos centrų plėtra | 10 000\n1. Didinti įtrauktį | 1.1. Gerinti "
            "paslaugas | 1.1.2. Savanorystė kasdien | 5 000",
            [
                (None, "goal", "1", "Didinti įtrauktį"),
                (0, "objective", "1.1", "Gerinti paslaugas"),
                (1, "action", "1.1.1", "Dienos centrų plėtra"),
                (1, "action", "1.1.2", "Savanorystė kasdien"),
            ],
        ),
    ],
)
def test_items_stand_in_a_tree_with_the_sources_level_code_and_title(text, expected):
    assert found(text) == expected


def test_a_list_by_bullets_after_a_sentence_on_administration_is_of_actions():
    text = """
    Projekto tikslas – sudaryti sąlygas Upynos vietos plėtros strategijos įgyvendinimui.
    Numatomos veiklos:
    - strategijai administruoti reikalingų procedūrų rengimas;
    - vietos plėtros projektų vertinimas ir stebėsena.
    """
    assert [(level, title) for _, level, _, title in found(text)] == [
        ("action", "strategijai administruoti reikalingų procedūrų rengimas"),
        ("action", "vietos plėtros projektų vertinimas ir stebėsena"),
    ]


def test_numbers_that_the_source_prints_by_itself_are_codes():
    words = ("Strategijos tikslai", "Mažinti atskirtį mieste", "Didinti verslumą mieste")
    markers = ("", "1.", "2.")
    blocks = [
        Block("heading" if not marker else "list_item", text, Place(line), 1, marker)
        for line, (text, marker) in enumerate(zip(words, markers, strict=True), 1)
    ]
    findings = items.find(Document("docx", STRATEGY, tuple(blocks)), read_known())
    assert [(one.values["level"], one.values["code"]) for one in findings] == [("goal", "1"), ("goal", "2")]


@pytest.mark.parametrize(
    "text",
    [
        "Konferencijos tikslas – aptarti vietos plėtros strategijų įgyvendinimą.",
        "Projekto tikslas – parengti strategiją. Projekto uždaviniai: 1) surinkti duomenis; 2) parengti tekstą.",
        "Asociacijos tikslai: 1) vienyti narius; 2) atstovauti jiems.",
        "Projektas atitinka 8.6.1 uždavinį „Pagerinti vietines įsidarbinimo galimybes“.",
        "Vietos plėtros strategijose numatytos įvairios veiklos: mokymų organizavimas; verslo rėmimas.",
        "Siekdama strategijos tikslų, valdyba nutarė:\n1. Skirti laiko mokymams.\n2. Informuoti narius.",
        "Darbotvarkė:\n1. Dėl ataskaitos tvirtinimo.\n2. Dėl nario mokesčio.",
        "1.1.1 veiksmas: planuota – 6 projektai, pasirašytos 4 sutartys.",
        "1 tikslui skirta 300 000 Eur, 2 tikslui – 200 000 Eur.",
        "Veiksmas | Lėšos, Eur\nStrategijos administravimas | 54 000,00",
    ],
)
def test_goals_of_others_and_lists_of_other_things_are_no_items(text):
    assert found(text) == []


def test_objectives_listed_apart_from_several_goals_have_no_goal():
    text = (
        "Strategijos tikslai:\n- Mažinti atskirtį mieste\n- Didinti užimtumą "
        "mieste\nStrategijos uždaviniai:\n- Gerinti paslaugas"
    )
    assert found(text)[-1] == (None, "objective", None, "Gerinti paslaugas")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Strategijos tikslas – kurti saugų miestą.\nTikslui pasiekti keliami šie uždaviniai:\n- Mažinti vienatvę;\n"
            "- Skatinti taupų vartojimą.\nUždaviniui „Mažinti vienatvę“ įgyvendinti numatomi veiksmai:\n"
            "- Bendri pietūs kaimynams;\n- Pokalbių grupės.\n"
            "Uždaviniui „Skatinti taupų vartojimą“ įgyvendinti numatomas veiksmas:\n- Dalijimosi stotelė.",
            [
                (None, "goal", None, "kurti saugų miestą"),
                (0, "objective", None, "Mažinti vienatvę"),
                (0, "objective", None, "Skatinti taupų vartojimą"),
                (1, "action", None, "Bendri pietūs kaimynams"),
                (1, "action", None, "Pokalbių grupės"),
                (2, "action", None, "Dalijimosi stotelė"),
            ],
        ),
        (
            "1 tikslas. Didinti užimtumą\n1.1 uždavinys. Ugdyti verslumą\n1.2 uždavinys. Padėti ieškantiems darbo\n"
            "Pagal 1.1 uždavinį remiami veiksmai:\n- Verslo mokykla jauniems žmonėms",
            [
                (None, "goal", "1", "Didinti užimtumą"),
                (0, "objective", "1.1", "Ugdyti verslumą"),
                (0, "objective", "1.2", "Padėti ieškantiems darbo"),
                (1, "action", None, "Verslo mokykla jauniems žmonėms"),
            ],
        ),
        (
            "Strategija siekiama dviejų tikslų: mažinti gyventojų atskirtį ir didinti užimtumą.\n"
            "Antrasis tikslas apima du uždavinius: ugdyti verslumą; mokyti amatų.",
            [
                (None, "goal", None, "mažinti gyventojų atskirtį"),
                (None, "goal", None, "didinti užimtumą"),
                (1, "objective", None, "ugdyti verslumą"),
                (1, "objective", None, "mokyti amatų"),
            ],
        ),
        (
            "Strategijos tikslas yra pagerinti gyvenimą Upynoje, o jam pasiekti iškelti du uždaviniai: "
            "(1) mažinti skurdą, (2) kurti darbo vietas.",
            [
                (None, "goal", None, "pagerinti gyvenimą Upynoje"),
                (0, "objective", "1", "mažinti skurdą"),
                (0, "objective", "2", "kurti darbo vietas"),
            ],
        ),
        (
            "Strategijos lėšos pasiskirstė taip: 1 prioritetui „Senatvė be vienatvės“ teko 500 eurų, 2 prioritetui "
            "„Rankos prie darbo“ – 700 eurų.",
            [(None, "goal", "1", "Senatvė be vienatvės"), (None, "goal", "2", "Rankos prie darbo")],
        ),
    ],
)
def test_an_announcement_says_to_which_item_its_list_belongs(text, expected):
    assert found(text) == expected


def test_a_priority_of_a_programme_is_no_item():
    assert found("Pagal veiksmų programos 5 prioritetą „Socialinės įtraukties didinimas“ skelbiamas kvietimas.") == []


def test_labels_of_a_table_of_one_action_are_no_actions():
    assert found(
        "Veiksmo numeris ir pavadinimas | 1.1.1. Savipagalbos grupių kūrimas\n"
        "Veiksmo aprašymas | Grupių susitikimai ir konsultacijos\n"
        "Įgyvendinimo laikotarpis | 2024–2027 m."
    ) == [(None, "action", "1.1.1", "Savipagalbos grupių kūrimas")]
