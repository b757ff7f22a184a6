"""A PDF: paragraphs from lines, tables from ruled lines, and nothing of what runs along its pages."""

import io

import pypdf
import pytest

from loaders.documents.document import Unreadable
from loaders.documents.reading import messages, read
from tests.loaders.documents.tiny_pdf import Page, pdf

BODY = [
    "Pakruojo miesto vietos veiklos grupė parengė strategiją, kurios tikslas yra gerinti gyven-",
    "tojų gyvenimo kokybę. Strategija 2016-",
    "2022 m. buvo įtraukta į patvirtintą siūlomų finansuoti vietos plėtros strategijų sąrašą ir jai",
    "įgyvendinti skirti 327 863 eurai.",
]


def blocks(content, *kinds):
    return [block for block in read(content).blocks if not kinds or block.kind in kinds]


def test_lines_of_a_page_become_paragraphs_and_cut_words_are_whole():
    [paragraph] = blocks(pdf([Page().lines(60, 780, BODY)]))
    assert paragraph.text == (
        "Pakruojo miesto vietos veiklos grupė parengė strategiją, kurios tikslas yra gerinti "
        "gyventojų gyvenimo kokybę. "
        "Strategija 2016-2022 m. buvo įtraukta į patvirtintą siūlomų finansuoti vietos plėtros "
        "strategijų sąrašą ir jai "
        "įgyvendinti skirti 327 863 eurai."
    )
    assert (paragraph.kind, paragraph.place.page, paragraph.place.line) == ("paragraph", 1, 1)


def test_a_gap_parts_paragraphs_and_a_page_does_not():
    first = (
        Page()
        .lines(60, 780, BODY)
        .lines(60, 690, ["Kita pastraipa apie strategijos tikslus, uždavinius ir numatomas priemones, kurias"])
    )
    second = Page().lines(60, 780, ["įgyvendins vietos projektai."])
    texts = [block.text for block in blocks(pdf([first, second]))]
    assert len(texts) == 2
    assert texts[1].endswith("priemones, kurias įgyvendins vietos projektai.")


def test_items_keep_their_markers_and_depth():
    lines = [
        "1. Didinti užimtumą.",
        "1.1. Teikti paslaugas",
        "a) jaunimui;",
        "b) senjorams.",
        "2. Mažinti atskirtį.",
        "• neįgalieji;",
    ]
    found = [
        (block.marker, block.level, block.text) for block in blocks(pdf([Page().lines(60, 780, lines)]), "list_item")
    ]
    assert found == [
        ("1.", 1, "Didinti užimtumą."),
        ("1.1.", 2, "Teikti paslaugas"),
        ("a)", 3, "jaunimui;"),
        ("b)", 3, "senjorams."),
        ("2.", 1, "Mažinti atskirtį."),
        ("•", 2, "neįgalieji;"),
    ]


def test_headings_are_told_by_size_weight_and_capitals():
    page = (
        Page()
        .text(60, 790, "Miesto strategija", 18)
        .text(60, 760, "Tikslinės grupės", 11, bold=True)
        .lines(60, 740, BODY)
    )
    page.text(60, 640, "II. FINANSINIS PLANAS").lines(60, 620, BODY)
    found = [(block.text, block.level, block.marker) for block in blocks(pdf([page]), "heading")]
    assert found == [("Miesto strategija", 1, ""), ("Tikslinės grupės", 2, ""), ("FINANSINIS PLANAS", 2, "II.")]
    assert read(pdf([page])).title == "Miesto strategija"
    assert blocks(pdf([page]))[-1].place.heading == "FINANSINIS PLANAS"


def test_running_heads_and_page_numbers_are_left_out_and_sums_are_not():
    pages = [
        Page().text(60, 815, "Pakruojo miesto VVG strategija", 9).lines(60, 780, [f"Skyrius {number} "
    f"prasideda čia.", f"Skirta {number} 000 Eur."])
        .text(290, 30, f"{number}", 9)
        for number in range(1, 5)
    ]  # fmt: skip
    text = read(pdf(pages)).text
    assert "Pakruojo miesto VVG strategija" not in text
    assert [f"Skirta {number} 000 Eur." in text for number in range(1, 5)] == [True] * 4
    assert not any(line.isdigit() for line in text.splitlines())


def test_a_table_has_its_heading_row_also_where_it_goes_on_over_the_page():
    head = ["Rodiklis", "Planuota", "Pasiekta"]
    first = Page().lines(60, 780, ["Rodikliai:"]).table(60, 700, [head, ["Dalyviai", "350", "1 095"]])
    second = Page().table(60, 780, [["Projektai", "6", "7"]]).lines(60, 600, ["Toliau tekstas."])
    rows = blocks(pdf([first, second]), "table_row")
    assert [row.cells for row in rows] == [tuple(head), ("Dalyviai", "350", "1 095"), ("Projektai", "6", "7")]
    assert [row.header for row in rows] == [(), tuple(head), tuple(head)]
    assert [row.place.page for row in rows] == [1, 1, 2]
    repeated = Page().table(60, 780, [head, ["Projektai", "6", "7"]])
    assert [row.cells[0] for row in blocks(pdf([first, repeated]), "table_row")] == [
        "Rodiklis",
        "Dalyviai",
        "Projektai",
    ]


def test_a_raised_figure_is_no_digit_of_the_sum_before_it():
    page = Page().text(60, 780, "Dalyvavo 350", 11).text(124, 784, "1", 5).text(60, 40, "1 Pagal ataskaitą.", 6)
    page.lines(60, 760, BODY)
    text = read(pdf([page])).text
    assert "3501" not in text
    assert "Dalyvavo 350" in text


def test_pages_without_text_are_named_and_a_scan_is_refused():
    document = read(pdf([Page().lines(60, 780, BODY), Page(), Page()]))
    assert document.notes == ("Pages without text, which may be scanned: 2, 3.",)
    with pytest.raises(Unreadable, match=messages.NO_TEXT[:20]):
        read(pdf([Page()]))


def test_a_locked_a_cut_and_an_endless_pdf_are_refused():
    locked = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([Page().lines(60, 780, BODY)])))
    locked.encrypt("slaptas")
    written = io.BytesIO()
    locked.write(written)
    with pytest.raises(Unreadable, match=messages.ENCRYPTED):
        read(written.getvalue())
    with pytest.raises(Unreadable, match=messages.BROKEN):
        read(b"%PDF-1.7\n" + bytes(200))
    with pytest.raises(Unreadable, match=messages.TOO_MANY_PAGES):
        read(pdf([Page()] * 10_000))


def test_scripts_and_files_within_a_pdf_are_not_touched():
    script = (
        "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://localhost'\\)) >> /Names << "
        "/EmbeddedFiles << /Names [] >> >>"
    )
    document = read(pdf([Page().lines(60, 780, BODY)], catalog=script))
    assert "launchURL" not in document.text
    assert len(document.blocks) == 1


def test_the_title_a_program_wrote_counts_only_where_the_document_says_it():
    page = Page().text(60, 790, "Miesto strategija 2016-2022 m.", 18).lines(60, 740, BODY)
    assert read(pdf([page], title="Microsoft Word - sablonas.doc")).title == "Miesto strategija 2016-2022 m."
    assert read(pdf([page], title="Ataskaita apie kita")).title == "Miesto strategija 2016-2022 m."
