"""From the tree of a page to blocks: a walk in reading order."""

import re
from dataclasses import dataclass

from loaders.documents.reading.blocks import DEEPEST_HEADING, Blocks, is_uppercase, looks_like_heading, one_line
from loaders.documents.reading.html_tables import is_data_table, rows_of
from loaders.documents.reading.html_tree import BLOCKS, Node
from loaders.documents.reading.letters import clean
from loaders.documents.reading.lines import broken_lines
from loaders.documents.reading.markers import marked
from loaders.documents.reading.numbering import number_marker
from loaders.documents.reading.tables import Cell, table_rows

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LONGEST_HEADING = 300
_BOLD = frozenset(("b", "strong", "th"))
_NOTE = re.compile(
    r"(?:foot|end)notes?(?:[-_]\w+)?|_?(?:ftn|fn|edn)[-:_]?\d+|mso(?:foot|end)notetext|isnaš\w*|isnas\w*|wp-block-footnotes"
)
_UNFOLDING = re.compile(r"\S*(?:accordion|toggle|tab|faq|spoiler|collapse)\S*[-_](?:title|header|heading|head)")
_NOTE_MARKER = re.compile(r"(\[\d{1,3}\]|\d{1,3}\.?|\*{1,3})\s+(?=\S)")
_REFERENCE = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|\*{1,3})\s*[\])]?\s*")
_UNIT = re.compile(r"(?:\b|\d)(?:k|c|d|m)?m$")
_POWERS = {"2": "²", "3": "³"}
_LIST_STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")


@dataclass(slots=True)
class _List:
    """An open list: its style ("1", "a", …; "" for bullets), the number of the item that comes next, and its depth."""

    style: str
    next: int
    step: int
    level: int


class Walk:
    """Adds the blocks of elements to `blocks`."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._pieces: list[tuple[str, bool]] = []
        self._lists: list[_List] = []
        self._item: tuple[str, int] | None = None
        self._in_note = False
        self._last_heading = 1
        self._last_ordered: tuple[int, int] | None = None
        """How many blocks there were when the last ordered list ended, and its depth."""

    def read(self, node: Node) -> None:
        """Adds all of an element."""
        self._inside(node, False)
        self._flush()

    def _inside(self, node: Node, bold: bool) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._pieces.append((child, bold))
            else:
                self._element(child, bold)

    def _element(self, node: Node, bold: bool) -> None:
        tag = node.tag
        bold = bold or tag in _BOLD
        if tag == "br":
            self._pieces.append(("\n", True))
        elif tag in ("sup", "sub") or (tag == "a" and node.attributes.get("href", "").startswith("#")):
            self._raised(node, bold)
        elif tag not in BLOCKS and not node.has_blocks:
            self._inside(node, bold)
        else:
            self._flush()
            self._block(node, bold)
            self._flush()

    def _block(self, node: Node, bold: bool) -> None:
        was_note = self._in_note
        self._in_note = was_note or any(_NOTE.fullmatch(name) for name in node.names)
        if node.tag in _HEADINGS and not self._in_note:
            self._heading(node)
        elif node.tag in ("ul", "ol", "menu"):
            self._list(node)
        elif node.tag == "li":
            self._list_item(node, bold)
        elif node.tag == "table":
            self._table(node, bold)
        elif node.tag == "dl":
            self._definitions(node)
        elif node.tag in ("summary", "caption") or any(_UNFOLDING.fullmatch(name) for name in node.names):
            self._titled(node)
        elif node.tag == "pre":
            for line in "".join(piece if isinstance(piece, str) else piece.text() for piece in node.children).split(
                "\n"
            ):
                self._line(line, False)
        else:
            self._inside(node, bold)
        self._flush()
        self._in_note = was_note

    def _raised(self, node: Node, bold: bool) -> None:
        """A power stays one, a mark of a footnote goes: beside a number it would be read as a digit of it."""
        text = node.text()
        before = self._pieces[-1][0] if self._pieces else ""
        if node.tag == "sup" and text in _POWERS and _UNIT.search(before):
            self._pieces.append((_POWERS[text], bold))
        elif self._in_note or node.tag == "sub" or not _REFERENCE.fullmatch(text):
            self._inside(node, bold)

    def _heading(self, node: Node) -> None:
        text = node.text()
        level = _HEADINGS[node.tag]
        if len(text) > _LONGEST_HEADING or any(below.tag in ("li", "table", "p") for below in node.all()):
            self._inside(node, False)
            return
        if not text:
            return
        lines: list[tuple[str, bool]] = self._gathered(node)
        self._last_heading = level
        item = marked(lines[0][0]) if lines else None
        words = " ".join(line for line, _ in lines)
        if item and item.style in ("number", "roman", "bracket"):
            self._blocks.add("heading", words[len(item.marker) :], level=level, marker=item.marker)
        else:
            self._blocks.add("heading", words, level=level)

    def _gathered(self, node: Node) -> list[tuple[str, bool]]:
        """The lines of an element."""
        before, self._pieces = self._pieces, []
        self._inside(node, False)
        lines, self._pieces = self._lines(), before
        return lines

    def _titled(self, node: Node) -> None:
        text = node.text()
        if looks_like_heading(text):
            self._blocks.add("heading", text, level=min(self._last_heading + 1, DEEPEST_HEADING))
        else:
            self._inside(node, False)

    def _list(self, node: Node) -> None:
        style = ""
        start, step = 1, 1
        if node.tag == "ol":
            named = _LIST_STYLE.search(node.attributes.get("style", ""))
            style = _LIST_STYLES.get(named[1] if named else "", node.attributes.get("type") or "1")
            start = _number(node.attributes.get("start"), 1)
            if "reversed" in node.attributes:
                items = sum(child.tag == "li" for child in node.elements())
                start, step = _number(node.attributes.get("start"), items), -1
        self._lists.append(_List(style, start, step, self._list_level(node)))
        self._inside(node, False)
        self._flush()
        ended = self._lists.pop()
        self._last_ordered = (len(self._blocks.all), ended.level) if ended.style else None

    def _list_level(self, node: Node) -> int:
        if self._lists:
            return self._lists[-1].level + 1
        if self._last_ordered and node.tag == "ul" and self._last_ordered[0] == len(self._blocks.all):
            # Editors end the numbered list where a list of bullets was meant to stand inside it.
            return self._last_ordered[1] + 1
        return len(self._blocks.nesting.open) + 1

    def _list_item(self, node: Node, bold: bool) -> None:
        if not self._lists:
            self._item = ("•", 1)
        else:
            here = self._lists[-1]
            here.next = _number(node.attributes.get("value"), here.next) if here.style else here.next
            self._item = (self._marker(here), here.level)
            here.next += here.step
        self._inside(node, bold)
        self._flush()
        self._item = None

    def _marker(self, here: _List) -> str:
        if not here.style:
            return "•"
        numbers = [here.next]
        for outer in reversed(self._lists[:-1]):
            if outer.style != "1":
                break
            numbers.insert(0, outer.next - outer.step)
        return number_marker(numbers, here.style)

    def _table(self, node: Node, bold: bool) -> None:
        if not is_data_table(node):
            self._inside(node, bold)
            return
        for child in node.elements():
            if child.tag == "caption":
                self._titled(child)
        self._flush()
        rows = [[self._cell(cell) for cell in row.elements() if cell.tag in ("td", "th")] for row in rows_of(node)]
        for cells, header in table_rows(rows):
            self._blocks.add_row(cells, header)

    def _cell(self, node: Node) -> Cell:
        bold = sum(below.chars for below in node.all() if below.tag in ("b", "strong"))
        spans = (_number(node.attributes.get(name), 1) for name in ("colspan", "rowspan"))
        is_head = node.tag == "th" or (
            node.parent is not None and node.parent.parent is not None and node.parent.parent.tag == "thead"
        )
        return Cell(cell_text(node), *spans, is_head=is_head, is_bold=node.tag == "th" or 0 < node.chars <= bold * 1.1)

    def _definitions(self, node: Node) -> None:
        term = ""
        for child in (below for below in node.all() if below.tag in ("dt", "dd")):
            if child.tag == "dt":
                term = child.text()
            elif any(below.tag in ("ul", "ol", "table", "dl") for below in child.all()):
                self._line(term, True)
                self._inside(child, False)
                self._flush()
                term = ""
            else:
                self._blocks.add_row((clean(term), clean(child.text())))

    def _flush(self) -> None:
        if not self._pieces:
            return
        lines = self._lines()
        self._pieces = []
        for text, bold in lines:
            self._line(text, bold)

    def _lines(self) -> list[tuple[str, bool]]:
        """The text that was gathered, as lines with whether all of it is bold; pieces of one sentence are joined."""
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, bold in self._pieces:
            if text == "\n":
                lines.append([])
            else:
                lines[-1].append((text, bold))
        if len(lines) == 1:
            return [("".join(text for text, _ in lines[0]), all(bold for text, bold in lines[0] if text.strip()))]
        texts = [clean("".join(text for text, _ in line)) for line in lines]
        bolds = {
            text: all(bold for piece, bold in line if piece.strip()) for text, line in zip(texts, lines, strict=True)
        }
        return [(text, bolds.get(text, False)) for text in broken_lines(texts)]

    def _line(self, text: str, bold: bool) -> None:
        text = clean(text)
        if not text:
            return
        if self._in_note:
            mark = _NOTE_MARKER.match(text)
            self._blocks.add("note", text[mark.end() :] if mark else text, marker=mark[1] if mark else "")
            self._item = None
        elif self._item:
            (marker, level), self._item = self._item, None
            own = marked(text)
            self._blocks.add("list_item", own.text if own else text, level=level, marker=own.marker if own else marker)
        else:
            item = marked(text)
            words = item.text if item else text
            shown = looks_like_heading(words) and (is_uppercase(words) or (bold and not item)) and not self._lists
            self._blocks.add_line(text, heading=min(self._last_heading + 1, DEEPEST_HEADING) if shown else 0)


def cell_text(node: Node) -> str:
    """The text of a cell in one line."""
    inner = Blocks()
    Walk(inner).read(node)
    return one_line(inner.all)


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"-?\d{1,4}", written.strip()) else otherwise
