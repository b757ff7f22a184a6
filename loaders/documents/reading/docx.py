"""A Word document to a document: paragraphs, items with the numbers that Word draws, and tables, in their order."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from loaders.documents.document import Document, Unreadable
from loaders.documents.reading import messages
from loaders.documents.reading.archives import check_archive
from loaders.documents.reading.blocks import DEEPEST_HEADING, Blocks, is_uppercase, looks_like_heading, one_line
from loaders.documents.reading.docx_numbers import Numbers, Styles
from loaders.documents.reading.letters import clean
from loaders.documents.reading.lines import broken_lines
from loaders.documents.reading.markers import marked, shown_bullet
from loaders.documents.reading.saying import is_organisation, published_of, publisher_of, title_of
from loaders.documents.reading.tables import Cell, table_rows

_BREAKS = (qn("w:br"), qn("w:cr"))
_TEXT, _TAB, _HYPHEN = qn("w:t"), qn("w:tab"), qn("w:noBreakHyphen")
_SKIPPED = frozenset(
    (qn("w:pPr"), qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:footnoteReference"),
     qn("w:endnoteReference"),
     "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)  # fmt: skip
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_LONG_CELL = 700
_NOTES = ("footnotes", "endnotes")


def read(content: bytes, name: str = "", url: str | None = None) -> Document:
    """The document that the bytes of a DOCX are."""
    check_archive(content)
    try:
        source = docx.Document(io.BytesIO(content))
        part = source.part
        related = {
            relation.reltype.rsplit("/", 1)[-1]: relation.target_part
            for relation in part.rels.values()
            if not relation.is_external
        }
        blocks = Blocks()
        walk = _Walk(blocks, Numbers.of(_root(related.get("numbering"))), Styles.of(_root(related.get("styles"))))
        walk.inside(source.element.body)
        for kind in _NOTES:
            if kind in related:
                _add_notes(blocks, _root(related[kind]))
        title, author = clean(source.core_properties.title or ""), clean(source.core_properties.author or "")
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(messages.BROKEN) from error
    found = tuple(blocks.all)
    publisher = publisher_of(found) or (author if is_organisation(author) else None) or publisher_of((), url)
    return Document("docx", title_of(found) or title, found, publisher, published_of(found, url), url)


def _root(part: Any) -> Any:
    return parse_xml(part.blob) if part is not None else None


class _Walk:
    def __init__(self, blocks: Blocks, numbers: Numbers, styles: Styles) -> None:
        self._blocks = blocks
        self._numbers = numbers
        self._styles = styles
        self._last_heading = 1

    def inside(self, element: Any) -> None:
        """Adds the paragraphs and tables of an element, but for a table of contents."""
        for child in element:
            if child.tag == _PARAGRAPH:
                self._paragraph(child)
            elif child.tag == _TABLE:
                self._table(child)
            elif child.tag == qn("w:sdt"):
                gallery = next(child.iter(qn("w:docPartGallery")), None)
                if gallery is None or "Contents" not in gallery.get(qn("w:val"), ""):
                    self.inside(child)
            elif child.tag in (qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
                self.inside(child)

    def _paragraph(self, paragraph: Any) -> None:
        lines = broken_lines([clean(line) for line in "".join(_texts(paragraph)).split("\n")])
        level = self._styles.heading(paragraph)
        place = self._styles.list_of(paragraph)
        marker = self._numbers.marker(*place) if place and lines else None
        for order, line in enumerate(lines):
            if level and len(line) < 300:
                self._add_heading(" ".join(lines), level, marker)
                break
            if marker and order == 0 and place:
                own = marked(line) if not any(map(str.isalnum, marker)) else None
                text, shown = (own.text, own.marker) if own else (line, shown_bullet(marker))
                self._blocks.add("list_item", text, level=place[1] + 1, marker=shown)
            else:
                self._add_line(line, paragraph)
        for box in paragraph.iter(qn("w:txbxContent")):
            if not any(above.tag.endswith("}Fallback") for above in box.iterancestors()):
                self.inside(box)

    def _add_heading(self, text: str, level: int, marker: str | None) -> None:
        self._last_heading = min(level, DEEPEST_HEADING - 1)
        own = marked(text) if marker is None else None
        if own is not None and own.style in ("number", "roman"):
            text, marker = own.text, own.marker
        self._blocks.add("heading", text, level=min(level, DEEPEST_HEADING), marker=marker or "")

    def _add_line(self, line: str, paragraph: Any) -> None:
        item = marked(line)
        words = item.text if item else line
        shown = looks_like_heading(words) and (is_uppercase(words) or (not item and _is_bold(paragraph)))
        self._blocks.add_line(line, indent=_indent(paragraph), heading=self._last_heading + 1 if shown else 0)

    def _table(self, table: Any) -> None:
        rows = [
            [cell for cell in row.iter(_CELL) if next(cell.iterancestors(_TABLE)) is table]
            for row in table.iterchildren(_ROW)
        ]
        widest = max(map(len, rows), default=0)
        if widest < 2 or (
            len(rows) <= 2 and any(len("".join(_texts(cell))) > _LONG_CELL for row in rows for cell in row)
        ):
            for row in rows:
                for cell in row:
                    self.inside(cell)
            return
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.iterchildren(_ROW)]
        for cells, header in table_rows(_laid_out(rows, heads, self._cell_text)):
            self._blocks.add_row(cells, header)

    def _cell_text(self, cell: Any) -> str:
        inner = Blocks()
        _Walk(inner, self._numbers, self._styles).inside(cell)
        return one_line(inner.all)


def _laid_out(rows: list[list[Any]], heads: list[bool], text_of: Any) -> list[list[Cell]]:
    """The cells with their spans: a cell that Word merges with the one above is a part of that one."""
    grid: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}
    for place, (row, is_head) in enumerate(zip(rows, heads, strict=True)):
        line: list[Cell] = []
        column = 0
        for cell in row:
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            width = min(max(int(span.get(qn("w:val"), "1")), 1), 60) if span is not None else 1
            if merge is not None and merge.get(qn("w:val"), "continue") == "continue" and column in above:
                first, order = above[column]
                known = grid[first][order]
                grid[first][order] = Cell(known.text, known.columns, place - first + 1, known.is_head, known.is_bold)
            else:
                above[column] = (place, len(line))
                line.append(Cell(text_of(cell), width, 1, is_head, _is_bold(cell)))
            column += width
        grid.append(line)
    return grid


def _texts(element: Any) -> Iterator[str]:
    """The texts of an element in order; breaks of lines as line ends. What was deleted, and boxes, are left out."""
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag in _SKIPPED and node is not element:
            continue
        if node.tag == _TEXT:
            yield _raised(node)
        elif node.tag in _BREAKS:
            yield "\n"
        elif node.tag == _TAB and node.getparent().tag == qn("w:r"):
            yield "\t"
        elif node.tag == _HYPHEN:
            yield "-"
        elif node.tag == _PARAGRAPH and node is not element:
            yield "\n"
        waiting += list(node)[::-1]


def _raised(text: Any) -> str:
    """A figure that stands raised points to a note, or is a power."""
    run = text.getparent()
    raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}") if run is not None else None
    if raised is not None and raised.get(qn("w:val")) == "superscript" and (text.text or "").strip().isdigit():
        return {"2": "²", "3": "³"}.get((text.text or "").strip(), "")
    return text.text or ""


def _is_bold(element: Any) -> bool:
    """Whether every run that has text is bold by itself."""
    runs = [run for run in element.iter(qn("w:r")) if any((text.text or "").strip() for text in run.iter(_TEXT))]
    marks = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return bool(runs) and all(mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false") for mark in marks)


def _indent(paragraph: Any) -> int:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    written = (found.get(qn("w:left")) or found.get(qn("w:start")) or "0") if found is not None else "0"
    return int(float(written)) // 20 if written.replace(".", "", 1).lstrip("-").isdigit() else 0


def _add_notes(blocks: Blocks, root: Any) -> None:
    for note in root:
        if note.get(qn("w:type")) is None:
            blocks.add("note", " ".join("".join(_texts(note)).split("\n")), marker=note.get(qn("w:id"), ""))
