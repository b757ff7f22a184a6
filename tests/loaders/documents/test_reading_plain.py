"""Plain text: paragraphs, items and headings told by letters and empty lines."""

from pathlib import Path

import pytest

from loaders.documents.reading import read

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"

WRAPPED = """\
                 ANYKŠČIŲ MIESTO VIETOS VEIKLOS GRUPĖ

Anykščių miesto vietos plėtros strategijos 2016-
2022 m. vizija – miestas, kuriame niekas nelieka vienas. Strategijai įgyven-
dinti skirta 268 915,33 Eur: 247 402,10 Eur Europos socialinio
fondo ir 21 513,23 Eur valstybės biudžeto lėšų.

   1.1. Teikti sociokultūrines, saviraiškos ir savi-
        pagalbos paslaugas.
   1.2. Rengti savanorius darbui su slaugomais žmo-
        nėmis.
                                   - 2 -
"""


def shown(text):
    return [(block.kind, block.level, block.marker, block.text) for block in read(text.encode()).blocks]


def test_lines_cut_to_a_width_are_joined():
    assert shown(WRAPPED) == [
        ("heading", 1, "", "ANYKŠČIŲ MIESTO VIETOS VEIKLOS GRUPĖ"),
        (
            "paragraph", 0, "",
            "Anykščių miesto vietos plėtros strategijos 2016-2022 m. vizija – miestas, kuriame "
    "niekas nelieka vienas. Strategijai "
            "įgyvendinti skirta 268 915,33 Eur: 247 402,10 Eur Europos socialinio fondo ir 21 513,23 "
    "Eur valstybės biudžeto lėšų.",
        ),
        ("list_item", 2, "1.1.", "Teikti sociokultūrines, saviraiškos ir savipagalbos paslaugas."),
        ("list_item", 2, "1.2.", "Rengti savanorius darbui su slaugomais žmonėmis."),
    ]  # fmt: skip


def test_one_paragraph_a_line_stays_so():
    assert [text for *_, text in shown("Tikslai yra du.\nneįgalieji\nbedarbiai;\nSkirta 5 000 Eur.")] == [
        "Tikslai yra du.",
        "neįgalieji",
        "bedarbiai;",
        "Skirta 5 000 Eur.",
    ]


def test_markers_of_every_manner_and_their_depth():
    text = (
        "1. Tikslas\n1.1. Uždavinys\na) jaunimas\nb) senjorai\n2. Kitas\n\nGrupės:\n– pirma\n   • "
        "vidinė\n– antra\n1) vienas\n(2) du\nII. SKYRIUS"
    )
    assert [(marker, level) for kind, level, marker, _ in shown(text) if kind == "list_item"] == [
        ("1.", 1), ("1.1.", 2), ("a)", 3), ("b)", 3), ("2.", 1), ("–", 1), ("•", 2), ("–", 1), ("1)", 2), ("(2)", 2),
        ("II.", 3),
    ]  # fmt: skip


def test_a_date_a_sum_and_a_name_begin_no_item():
    lines = [
        "2016 m. liepos 20 d. patvirtinta.",
        "14.5 mln. eurų skirta.",
        "-5 laipsniai.",
        "V. Kudirkos g. 5.",
        "1 uždavinys. Mažinti.",
    ]
    assert {kind for kind, *_ in shown("\n".join(lines))} == {"paragraph"}


def test_rows_between_tabs_are_a_table():
    found = read(b"Rodiklis\tPlanuota\tPasiekta\nDalyviai\t350\t1 095\nProjektai\t6\t7").blocks
    assert [block.cells for block in found] == [
        ("Rodiklis", "Planuota", "Pasiekta"),
        ("Dalyviai", "350", "1 095"),
        ("Projektai", "6", "7"),
    ]
    assert found[2].header == ("Rodiklis", "Planuota", "Pasiekta")
    assert found[1].text == "Dalyviai | 350 | 1 095"


def test_who_and_when_are_told_only_where_a_line_says_so():
    said = read(
        "Naujiena apie strategiją\n\nPaskelbta: 2024-05-15\n\nSkirta 5 000 Eur.\n\nŠakių miesto "
        "vietos veiklos grupės informacija.".encode()
    )
    assert (said.title, said.publisher, said.published) == (
        "Naujiena apie strategiją",
        "Šakių miesto vietos veiklos grupė",
        "2024-05-15",
    )
    unsaid = read(b"Strategija patvirtinta 2016 m. liepos 20 d.\nJai skirta 5 000 Eur.")
    assert (unsaid.publisher, unsaid.published) == (None, None)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the founding texts are not beside the project")
def test_the_founding_texts_keep_their_structure():
    read_seeds = {file.name[:3]: read(file.read_bytes()) for file in SEEDS.glob("*.txt")}
    assert [block.marker for block in read_seeds["000"].blocks if block.kind == "list_item"] == [
        "1.", "1.1.", "1.2.", "2.", "2.1.", "2.2.", "3.", "4.", "5.",
    ]  # fmt: skip
    assert read_seeds["001"].title == "VVG plėtros strategija 2016-2022 m."
    assert [block.marker for block in read_seeds["001"].blocks if block.kind == "list_item"] == [
        "1.",
        "2.",
        *"–" * 6,
        *"•" * 5,
    ]
    assert read_seeds["002"].publisher == "Vilkaviškio miesto vietos veiklos grupė"
    assert not any("komentar" in block.text for block in read_seeds["002"].blocks)
