"""Target groups in the source's own phrases, and to which item they belong."""

import pytest

from loaders.documents.document import Place
from loaders.documents.finders import items, target_groups
from loaders.documents.finding import Finding
from loaders.documents.known import read_known
from tests.loaders.documents.pages import page


def found(text: str) -> list[tuple[str | None, str]]:
    """The title of the item that each group belongs to, and the group."""
    document = page(text, "Upynos miesto vietos plėtros strategija")
    structure = items.find(document, read_known())
    return [
        (structure[one.parent].values["title"] if one.parent is not None else None, one.values["name"])
        for one in target_groups.find(document, read_known(), structure)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tikslinės grupės: bedarbiai ir ilgalaikiai bedarbiai; neaktyvūs asmenys; jaunimas.",
            ["bedarbiai ir ilgalaikiai bedarbiai", "neaktyvūs asmenys", "jaunimas"],
        ),
        (
            "Strategijos tikslinės grupės – neįgalieji, ekonomiškai neaktyvūs gyventojai, jaunimas ir vaikai iš "
            "socialinės rizikos šeimų.",
            ["neįgalieji", "ekonomiškai neaktyvūs gyventojai", "jaunimas", "vaikai iš socialinės rizikos šeimų"],
        ),
        (
            "Tikslinė grupė: buvę vaikų globos namų, šeimynų auklėtiniai, kitataučiai, iš įkalinimo įstaigų "
            "grįžę asmenys.",
            ["buvę vaikų globos namų, šeimynų auklėtiniai", "kitataučiai", "iš įkalinimo įstaigų grįžę asmenys"],
        ),
        (
            "Tikslinė grupė: vaikai, augantys nepasiturinčiose šeimose, ir jų tėvai.",
            ["vaikai, augantys nepasiturinčiose šeimose", "jų tėvai"],
        ),
        (
            "Tikslinės grupės, kurioms skirta ši Strategija yra:\n- neįgalieji;\n- nedirbantis, nestudijuojantis ir "
            "nesimokantis jaunimas.\nLaukiamas rezultatas – geresnis gyvenimas.",
            ["neįgalieji", "nedirbantis, nestudijuojantis ir nesimokantis jaunimas"],
        ),
        ("Veiksmo tikslinė grupė – jaunimas nuo 14 iki 29 m., senjorai.", ["jaunimas nuo 14 iki 29 m.", "senjorai"]),
        ("Tikslinę grupę sudaro: bedarbiai, vieniši tėvai.", ["bedarbiai", "vieniši tėvai"]),
        ("Strategija skirta neįgaliesiems ir jaunoms šeimoms.", ["neįgalieji", "jaunos šeimos"]),
        ("Kam skirta strategija?\n- neįgalieji\n- senjorai", ["neįgalieji", "senjorai"]),
        ("Tikslinės grupės: šeimos, globėjai, įtėviai.", ["šeimos", "globėjai", "įtėviai"]),
    ],
)
def test_a_list_of_groups_is_split_into_the_sources_phrases(text, names):
    assert [name for _, name in found(text)] == names


def test_groups_belong_to_the_action_that_names_them():
    text = """
    1. Veiksmas „Kaimynų tinklas“ (veiksmo tikslinė grupė – vieniši asmenys: senjorai, neįgalieji. Bus 2 projektai).
    2. Veiksmas „Verslo pradžia“.
    Tikslinė grupė: jauno verslo subjektai, bedarbiai ir neaktyvūs asmenys.
    """
    assert found(text) == [
        ("Kaimynų tinklas", "vieniši asmenys"),
        ("Kaimynų tinklas", "senjorai"),
        ("Kaimynų tinklas", "neįgalieji"),
        ("Verslo pradžia", "jauno verslo subjektai"),
        ("Verslo pradžia", "bedarbiai"),
        ("Verslo pradžia", "neaktyvūs asmenys"),
    ]


def test_a_column_of_a_table_holds_the_groups_of_the_action_of_its_row():
    text = "Veiksmas | Tikslinė grupė | Lėšos\n1.1.1. Dienos centro veikla | neįgalieji, senjorai | 5 000 Eur"
    assert found(text) == [("Dienos centro veikla", "neįgalieji"), ("Dienos centro veikla", "senjorai")]


@pytest.mark.parametrize(
    "text",
    [
        "Tikslinės grupės ir rodikliai pristatyti susitikime.",
        "Tikslinė grupė dalyvavo mokymuose ir išvykose.",
        "Tikslinės grupės: žr. strategijos 3 priedą.",
        "Strategijos tikslinės teritorijos gyventojai džiaugiasi.",
        "Kontaktai:\n- Pirmininkas, tel. +370 600 00000",
    ],
)
def test_other_sentences_name_no_groups(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Dalyvauti kviečiame: vyresnius nei 65 metų upyniečius; žmones, prižiūrinčius artimuosius; "
            "14–29 m. jaunimą.",
            ["vyresni nei 65 metų upyniečiai", "žmonės, prižiūrintys artimuosius", "14–29 m. jaunimas"],
        ),
        (
            "Strategijoje užsibrėžta padėti žmonėms su negalia, vienišiems senjorams ir darbo nerandantiems "
            "gyventojams.",
            ["žmonės su negalia", "vieniši senjorai", "darbo nerandantys gyventojai"],
        ),
        ("Strategija skirta neįgaliesiems ir bedarbiams.", ["neįgalieji", "bedarbiai"]),
        ("Strategija orientuota į neaktyvius gyventojus, bedarbius.", ["neaktyvūs gyventojai", "bedarbiai"]),
        ("Į tikslines grupes patenka bedarbiai, pabėgėliai.", ["bedarbiai", "pabėgėliai"]),
        ("Numatoma padėti gyventojams susirasti darbą.", []),
        ("Strategija skirta Upynos miesto gyventojams.", []),
    ],
)
def test_groups_in_other_cases_are_named_in_the_nominative(text, names):
    assert [name for _, name in found(text)] == names


def test_a_table_of_labels_holds_the_groups_of_its_action():
    assert found(
        "Veiksmo numeris ir pavadinimas | 1.1.1. Savipagalbos grupių kūrimas\n"
        "Veiksmo aprašymas | Susitikimai ir konsultacijos\n"
        "Tikslinė grupė | ilgalaikiai bedarbiai; vieniši senjorai"
    ) == [
        ("Savipagalbos grupių kūrimas", "ilgalaikiai bedarbiai"),
        ("Savipagalbos grupių kūrimas", "vieniši senjorai"),
    ]


def test_groups_below_the_first_action_of_an_objective_are_its_own():
    assert found(
        "# 1.1 uždavinys. Plėsti paslaugas miesto gyventojams\n"
        "- 1.1.1 veiksmas. Savipagalbos grupių kūrimas\n"
        "Tikslinės grupės: ilgalaikiai bedarbiai."
    ) == [("Savipagalbos grupių kūrimas", "ilgalaikiai bedarbiai")]


def test_groups_below_several_goals_are_those_of_the_strategy():
    assert found(
        "1 tikslas – mažinti gyventojų atskirtį;\n"
        "2 tikslas – skatinti gyventojų verslumą.\n"
        "Tikslinės grupės:\n"
        "- ilgalaikiai bedarbiai."
    ) == [(None, "ilgalaikiai bedarbiai")]


def test_groups_of_a_call_are_those_of_the_action_that_it_is_for():
    action = Finding("item", {"level": "action", "code": "1.2.1", "title": "Amatų mokymas"}, "1.2.1", Place(1), 0.9)
    call = Finding("call", {"number": 2, "opened": "2025-03-03", "measure": "1.2.1"}, "Kvietimas", Place(1), 0.9)
    document = page("Kvietimas pagal 1.2.1 veiksmą\nTikslinė grupė: bedarbiai.", "Kvietimas Nr. 2 teikti pasiūlymus")
    (group,) = target_groups.find(document, read_known(), [action, call])
    assert group.parent == 0
