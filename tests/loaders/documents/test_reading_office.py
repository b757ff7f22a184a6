"""DOCX and ODT: the numbers that the office draws, tables, notes, and archives that are no documents."""

import io
import zipfile

import docx
import odfdo
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from loaders.documents.document import Unreadable
from loaders.documents.reading import messages, read
from loaders.documents.reading.archives import check_archive

LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for depth, (kind, text) in enumerate([("decimal", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)")])
)


def written(document):
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def numbered(document, text, depth):
    """A paragraph whose number Word draws."""
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'))


@pytest.fixture
def word():
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{LEVELS}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return document


def test_word_counts_its_items(word):
    word.add_heading("Strategija", 1)
    for text, depth in [
        ("Didinti užimtumą", 0),
        ("Teikti paslaugas", 1),
        ("Mokyti", 1),
        ("jaunimas", 2),
        ("Mažinti atskirtį", 0),
        ("Padėti", 1),
    ]:
        numbered(word, text, depth)
    word.add_paragraph("senjorai", style="List Bullet")
    word.add_paragraph("3.1. Ranka rašytas")
    found = [(block.marker, block.level) for block in read(written(word)).blocks if block.kind == "list_item"]
    assert found == [("1.", 1), ("1.1.", 2), ("1.2.", 2), ("a)", 3), ("2.", 1), ("2.1.", 2), ("•", 1), ("3.1.", 2)]
    assert read(written(word)).title == "Strategija"


def test_word_tables_stand_in_their_place_with_their_spans(word):
    word.add_paragraph("Prieš lentelę.")
    table = word.add_table(4, 3)
    for row, cells in zip(
        table.rows,
        [["Rodiklis", "Planuota", "Pasiekta"], ["1 tikslas", "", ""], ["Dalyviai", "350", "1 095"], ["", "5", "6"]],
        strict=True,
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(1, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    word.add_paragraph("Po lentelės.")
    head = ("Rodiklis", "Planuota", "Pasiekta")
    assert [(block.cells or block.text, block.header) for block in read(written(word)).blocks] == [
        ("Prieš lentelę.", ()), (head, ()), (("1 tikslas",), ()),
        (("Dalyviai", "350", "1 095"), head), (("", "5", "6"), head),
        ("Po lentelės.", ()),
    ]  # fmt: skip


def test_word_keeps_what_was_added_and_leaves_what_was_deleted_and_raised(word):
    paragraph = word.add_paragraph("Skirta 5 000")
    raised = paragraph.add_run("1")
    raised.font.superscript = True
    deleted = OxmlElement("w:del")
    deleted.append(parse_xml(f"<w:r {nsdecls('w')}><w:delText>7 000</w:delText></w:r>"))
    paragraph._p.append(deleted)
    paragraph.add_run(" Eur, 3 km")
    paragraph.add_run("2").font.superscript = True
    bold = word.add_paragraph()
    bold.add_run("Tikslinės grupės").bold = True
    assert [(block.kind, block.text) for block in read(written(word)).blocks] == [
        ("paragraph", "Skirta 5 000 Eur, 3 km²"),
        ("heading", "Tikslinės grupės"),
    ]


def test_word_notes_come_after_the_text(word):
    word.add_paragraph("Skirta 5 000 Eur.")
    name = "/word/footnotes.xml"
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1"><w:p><w:r><w:t>Be '
        f"PVM.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI(name),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        notes.encode(),
        word.part.package,
    )
    word.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    assert [(block.kind, block.marker, block.text) for block in read(written(word)).blocks][-1] == (
        "note",
        "1",
        "Be PVM.",
    )
    assert qn("w:footnotes") in notes.replace("<w:footnotes", f"<{qn('w:footnotes')}")


def open_text(*parts):
    document = odfdo.Document("text")
    document.body.clear()
    for part in parts:
        document.body.append(odfdo.Element.from_tag(part) if isinstance(part, str) else part)
    return document


STYLE = """<text:list-style style:name="L9">
<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-suffix=")" style:num-format="a"/></text:list-style>"""


def test_an_open_document_counts_its_items_and_keeps_its_notes():
    nested = """<text:list text:style-name="L9"><text:list-item><text:p>Didinti</text:p>
    <text:list><text:list-item><text:p>Teikti</text:p>
    <text:list><text:list-item><text:p>jaunimui</text:p></text:list-item></text:list></text:list-item></text:list></text:list-item>
    <text:list-item><text:p>Mažinti<text:line-break/>Paaiškinimas.</text:p></text:list-item></text:list>"""
    noted = """<text:p>Skirta 5<text:s/>000 Eur<text:note text:note-class="footnote">
    <text:note-citation>1</text:note-citation>
    <text:note-body><text:p>Be PVM.</text:p></text:note-body></text:note> miestui.</text:p>"""
    document = open_text(odfdo.Header(1, "Strategija"), nested, noted)
    document.content.get_element("//office:automatic-styles").append(odfdo.Element.from_tag(STYLE))
    assert [(block.kind, block.level, block.marker, block.text) for block in read(written(document)).blocks] == [
        ("heading", 1, "", "Strategija"), ("list_item", 1, "1.", "Didinti"), ("list_item", 2, "1.1.", "Teikti"),
        ("list_item", 3, "a)", "jaunimui"),
        ("list_item", 1, "2.", "Mažinti"), ("paragraph", 0, "", "Paaiškinimas."),
        ("paragraph", 0, "", "Skirta 5 000 Eur miestui."),
        ("note", 0, "1", "Be PVM."),
    ]  # fmt: skip


def test_an_open_document_table_has_its_heading_row():
    table = odfdo.Table("T", width=3, height=2)
    table.set_values([["Rodiklis", "Planuota", "Pasiekta"], ["Dalyviai", "350", "1 095"]])
    found = read(written(open_text(odfdo.Paragraph("Rodikliai."), table))).blocks
    assert [block.cells for block in found] == [(), ("Rodiklis", "Planuota", "Pasiekta"), ("Dalyviai", "350", "1 095")]
    assert found[2].header == found[1].cells


def repacked(content, name, change):
    """The archive with one of its files changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.namelist():
            archive.writestr(entry, change(source.read(entry)) if entry == name else source.read(entry))
    return target.getvalue()


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [LAUGHS, OUTSIDE])
def test_entities_of_a_document_are_refused(word, declared):
    word.add_paragraph("a")
    for content, name in [
        (written(word), "word/document.xml"),
        (written(open_text(odfdo.Paragraph("a"))), "content.xml"),
    ]:
        with pytest.raises(Unreadable, match=messages.UNSAFE[:30]):
            read(repacked(content, name, lambda xml: xml.replace(b"?>", b"?>" + declared, 1)))


def test_a_bomb_is_refused_before_it_is_opened(word):
    bomb = repacked(written(word), "word/document.xml", lambda xml: xml + b" " * (65 * 1024**2))
    assert len(bomb) < 200_000
    with pytest.raises(Unreadable, match=messages.TOO_LARGE_UNPACKED[:30]):
        read(bomb)


def test_a_damaged_a_locked_and_a_foreign_archive_are_refused(word):
    with pytest.raises(Unreadable, match=messages.BROKEN[:20]):
        read(repacked(written(word), "word/document.xml", lambda xml: xml[: len(xml) // 2]))
    with pytest.raises(Unreadable, match=messages.BROKEN[:20]):
        check_archive(written(word)[:-200])
    locked = repacked(
        written(open_text(odfdo.Paragraph("a"))), "META-INF/manifest.xml",
        lambda xml: xml.replace(b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"),
    )  # fmt: skip
    with pytest.raises(Unreadable, match=messages.ENCRYPTED[:20]):
        read(locked)
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(Unreadable, match=messages.UNKNOWN_KIND[:20]):
        read(other.getvalue())
