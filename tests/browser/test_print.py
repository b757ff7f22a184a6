"""The profile on paper: two pages and notes, with its letters, and no row cut in two."""

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

LETTERS = "ąčęėįšųūž"


@pytest.fixture
def printed(page: Page, visit: Callable) -> Callable[[str], list[str]]:
    """`printed("/vvg?…")`: the words of each page of paper."""

    def on_paper(path: str) -> list[str]:
        visit(page, path)
        reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        assert all(round(float(sheet.mediabox.width)) == 595 for sheet in reader.pages), "A4"
        return [sheet.extract_text() for sheet in reader.pages]

    return on_paper


@pytest.mark.parametrize(
    ("vvg", "period"),
    [("kedainiai", "2014-2020"), ("pakruojis", "2014-2020"), ("vilkaviskis", "2021-2027"), ("varena", "2014-2020")],
)
def test_a_profile_is_two_pages_and_notes(printed, vvg, period):
    sheets = printed(f"/vvg?vvg={vvg}&period={period}&print=1")
    [notes] = [at for at, text in enumerate(sheets) if "Šaltiniai ir citatos" in text]
    assert notes <= 2
    text = "".join(sheets)
    assert all(letter in text.casefold() for letter in LETTERS)
    for heading in ("Ką strategija daro", "Pinigai", "Planuota ir pasiekta", "Atviri klausimai"):
        assert heading in "".join(sheets[:notes]), heading
    assert "CC BY 4.0" in text


def test_what_is_for_the_screen_alone_is_not_printed(printed):
    text = "".join(printed("/vvg?vvg=kedainiai&period=2014-2020&print=1"))
    for word in ("Grįžti į profilį", "Žemėlapis", "English", "ES laikotarpis\n", "Visi duomenys"):
        assert word not in text, word


def test_no_row_of_a_table_may_be_cut(page: Page, visit):
    visit(page, "/vvg?vvg=varena&period=2014-2020&print=1")
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".st-key-paper tr")]
              .filter(row => getComputedStyle(row).breakInside !== "avoid").length"""
    )
    assert cut == 0
    assert page.locator(".st-key-paper tr").count() > 10
