"""The title of a document is told from its letterhead, its stamps and the word for its kind."""

import pytest

from loaders.documents.reading import read
from loaders.documents.reading.headline import headline
from tests.loaders.documents.pages import page

HEADS = [
    ("# UPYNOS MIESTO VIETOS VEIKLOS GRUPĖ\n# VALDYBOS SPRENDIMAS\n# DĖL STRATEGIJOS", "DĖL STRATEGIJOS"),
    ("# UPYNOS MIESTO VIETOS VEIKLOS GRUPĖ\nApie | Naujienos\n", "UPYNOS MIESTO VIETOS VEIKLOS GRUPĖ"),
    ("# Upynos miesto VVG\n# Metų apžvalga\nBuvo geri metai.", "Metų apžvalga"),
    (
        "# PATVIRTINTA\nUpynos VVG valdybos 2018 m. sausio 17 d. protokolu Nr. 1\n"
        "# UPYNOS MIESTO STRATEGIJOS 2016–2023 METAMS\n# ĮGYVENDINIMO ATASKAITA",
        "UPYNOS MIESTO STRATEGIJOS 2016–2023 METAMS ĮGYVENDINIMO ATASKAITA",
    ),
    ("Upyna – miestas, kuriame gera būti\nUpynos miesto vietos veiklos grupė", "Upyna – miestas, kuriame gera būti"),
    ("# Apie Upynos miesto vietos veiklos grupę\nEsame kartu.", "Apie Upynos miesto vietos veiklos grupę"),
    ("# UPYNOS MIESTO STRATEGIJA 2016–2022 M.\n# VIZIJA\nUpyna – žalia.", "UPYNOS MIESTO STRATEGIJA 2016–2022 M."),
]


@pytest.mark.parametrize(("text", "title"), HEADS)
def test_a_title_is_no_letterhead(text, title):
    assert headline(page(text).blocks) == title


def test_a_heading_at_the_end_is_no_title():
    text = "Upyna – miestas žmonėms\nStrategijai skirta 5 000 Eur.\n# Klauskite"
    assert headline(page(text).blocks) == "Upyna – miestas žmonėms"


def test_lines_of_a_scan_are_joined_and_dotted_rows_are_not():
    text = (
        "Strategija patvirtinta ministro 2016 m. gruo-\ndžio 29 d. įsakymu. Jai įgyvendinti skirta\n"
        "281.605,00 Eur, iš kurių jau panau-\ndota 5 Eur.\n\n"
        "Projektų skaičius ....................... 10\nDalyvių skaičius ........................ 215\n"
    )
    texts = [block.text for block in read(text.encode()).blocks]
    assert texts[0].startswith("Strategija patvirtinta ministro 2016 m. gruodžio 29 d.")
    assert texts[0].endswith("panaudota 5 Eur.")
    assert [text.split()[0] for text in texts[1:]] == ["Projektų", "Dalyvių"]
