"""An OpenDocument text to a document: paragraphs, items with the numbers that the office draws, and tables."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import odfdo

from loaders.documents.document import Document, Unreadable
from loaders.documents.reading import messages
from loaders.documents.reading.archives import check_archive
from loaders.documents.reading.blocks import DEEPEST_HEADING, Blocks, is_uppercase, looks_like_heading, one_line
from loaders.documents.reading.letters import clean
from loaders.documents.reading.lines import broken_lines
from loaders.documents.reading.markers import marked, shown_bullet
from loaders.documents.reading.numbering import counted
from loaders.documents.reading.saying import is_organisation, published_of, publisher_of, title_of
from loaders.documents.reading.tables import Cell, table_rows

_SKIPPED = frozenset(
    ("text:table-of-content", "text:tracked-changes", "office:annotation", "text:sequence-decls", "office:forms",
     "text:alphabetical-index", "text:illustration-index", "text:table-index")
)  # fmt: skip
_MOST_REPEATED = 60
_DEEPEST = 40
_LONG_CELL = 700


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is marked."""

    format: str
    prefix: str
    suffix: str
    shown: int
    start: int
    bullet: str


def read(content: bytes, name: str = "", url: str | None = None) -> Document:
    """The document that the bytes of an ODT are."""
    check_archive(content)
    try:
        source = odfdo.Document(io.BytesIO(content))
        if b"encryption-data" in source.manifest.serialize():
            raise Unreadable(messages.ENCRYPTED)
        blocks = Blocks()
        walk = _Walk(blocks, _list_styles(source), _bold_styles(source))
        walk.inside(source.body)
        walk.add_notes()
        title, author = clean(source.meta.title or ""), clean(source.meta.creator or "")
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(messages.BROKEN) from error
    found = tuple(blocks.all)
    publisher = publisher_of(found) or (author if is_organisation(author) else None) or publisher_of((), url)
    return Document("odt", title_of(found) or title, found, publisher, published_of(found, url), url)


def _list_styles(source: odfdo.Document) -> dict[str, dict[int, _Level]]:
    styles: dict[str, dict[int, _Level]] = {}
    for part in (source.styles, source.content):
        for style in part.get_elements("//text:list-style"):
            levels = {}
            for level in style.children:
                written = level.get_attribute_string
                levels[_int(written("text:level"), 1)] = _Level(
                    written("style:num-format") or "",
                    written("style:num-prefix") or "",
                    written("style:num-suffix") or "",
                    _int(written("text:display-levels"), 1),
                    _int(written("text:start-value"), 1),
                    written("text:bullet-char") or "" if level.tag.endswith("bullet") else "",
                )
            styles[style.get_attribute_string("style:name") or ""] = levels
    return styles


def _bold_styles(source: odfdo.Document) -> set[str]:
    """The names of styles whose letters are bold."""
    return {
        style.get_attribute_string("style:name") or ""
        for part in (source.styles, source.content)
        for style in part.get_elements("//style:style")
        if any(child.get_attribute_string("fo:font-weight") == "bold" for child in style.children)
    }


class _Walk:
    def __init__(self, blocks: Blocks, lists: dict[str, dict[int, _Level]], bold: set[str]) -> None:
        self._blocks = blocks
        self._styles = lists
        self._bold = bold
        self._notes: list[tuple[str, str]] = []
        self._last_heading = 1
        self._counts: dict[str, dict[int, int]] = {}

    def inside(self, element: odfdo.Element) -> None:
        """Adds the paragraphs, lists and tables of an element."""
        for child in element.children:
            match child.tag:
                case "text:h":
                    self._heading(child)
                case "text:p":
                    self._paragraph(child)
                case "text:list":
                    self._list(child, "", 1)
                case "table:table":
                    self._table(child)
                case tag if tag not in _SKIPPED:
                    self.inside(child)

    def add_notes(self) -> None:
        """Adds the footnotes that the paragraphs have, after all of them."""
        for marker, text in self._notes:
            self._blocks.add("note", text, marker=marker)

    def _heading(self, element: odfdo.Element) -> None:
        text = clean("".join(self._texts(element)))
        level = min(_int(element.get_attribute_string("text:outline-level"), 1), DEEPEST_HEADING)
        self._last_heading = min(level, DEEPEST_HEADING - 1)
        item = marked(text)
        numbered = item is not None and item.style in ("number", "roman")
        self._blocks.add(
            "heading",
            item.text if item and numbered else text,
            level=level,
            marker=item.marker if item and numbered else "",
        )

    def _paragraph(self, element: odfdo.Element, item: tuple[str, int] | None = None) -> None:
        for line in broken_lines([clean(line) for line in "".join(self._texts(element)).split("\n")]):
            own = marked(line)
            if item:
                use = own if own and not any(map(str.isalnum, item[0])) else None
                self._blocks.add(
                    "list_item", use.text if use else line, level=item[1], marker=use.marker if use else item[0]
                )
                item = None
                continue
            words = own.text if own else line
            is_bold = not own and (
                element.get_attribute_string("text:style-name") in self._bold or self._all_bold(element)
            )
            shown = looks_like_heading(words) and (is_uppercase(words) or is_bold)
            self._blocks.add_line(line, heading=self._last_heading + 1 if shown else 0)
        for frame in element.get_elements("descendant::draw:text-box"):
            self.inside(frame)

    def _all_bold(self, element: odfdo.Element) -> bool:
        children = element.children
        return bool(children) and not (element.text or "").strip() and all(
            child.get_attribute_string("text:style-name") in self._bold and not (child.tail or "").strip()
            for child in children
        )  # fmt: skip

    def _list(self, element: odfdo.Element, outer: str, level: int) -> None:
        style = element.get_attribute_string("text:style-name") or outer
        goes_on = element.get_attribute_string("text:continue-numbering") == "true" or element.get_attribute_string(
            "text:continue-list"
        )
        counts = self._counts.setdefault(style, {})
        if level == 1 and not goes_on:
            counts.clear()
        for deeper in [known for known in counts if known > level or (known == level and level > 1)]:
            del counts[deeper]
        for entry in element.children:
            item = self._marker(style, level, entry) if entry.tag == "text:list-item" else ""
            for child in entry.children:
                if child.tag == "text:list":
                    if level < _DEEPEST:
                        self._list(child, style, level + 1)
                elif child.tag == "text:h":
                    self._heading(child)
                elif child.tag == "text:p":
                    self._paragraph(child, (item, level) if item else None)
                    item = ""

    def _marker(self, style: str, level: int, entry: odfdo.Element) -> str:
        if not any(child.tag in ("text:p", "text:h") for child in entry.children):
            return ""
        form = self._styles.get(style, {}).get(level)
        if form is None or not form.format:
            return shown_bullet(form.bullet) if form and form.bullet else "•"
        counts = self._counts.setdefault(style, {})
        counts[level] = _int(entry.get_attribute_string("text:start-value"), counts.get(level, form.start - 1) + 1)
        first = max(level - form.shown + 1, 1)
        numbers = []
        for depth in range(first, level + 1):
            known = self._styles[style].get(depth)
            numbers.append(counted(counts.get(depth, 1), known.format if known and known.format else "1"))
        return clean(f"{form.prefix}{'.'.join(numbers)}{form.suffix}")

    def _table(self, table: odfdo.Element) -> None:
        rows: list[list[Cell]] = []
        for row, is_head in _rows(table, False):
            line = []
            for cell in row.children:
                if cell.tag != "table:table-cell":
                    continue
                repeated = min(_int(cell.get_attribute_string("table:number-columns-repeated"), 1), _MOST_REPEATED)
                spans = (
                    _int(cell.get_attribute_string(f"table:number-{name}-spanned"), 1) for name in ("columns", "rows")
                )
                text = self._cell_text(cell)
                paragraphs = [child for child in cell.children if child.tag == "text:p"]
                bold = bool(text) and all(
                    child.get_attribute_string("text:style-name") in self._bold or self._all_bold(child)
                    for child in paragraphs
                )
                line += [Cell(text, *spans, is_head=is_head, is_bold=bold)] * repeated
            rows.append(line)
        if max(map(len, rows), default=0) < 2 or (
            len(rows) <= 2 and any(len(cell.text) > _LONG_CELL for row in rows for cell in row)
        ):
            for row, _ in _rows(table, False):
                for cell in row.children:
                    self.inside(cell)
            return
        for cells, header in table_rows(rows):
            self._blocks.add_row(cells, header)

    def _cell_text(self, cell: odfdo.Element) -> str:
        inner = Blocks()
        walk = _Walk(inner, self._styles, self._bold)
        walk.inside(cell)
        self._notes += walk._notes
        return one_line(inner.all)

    def _texts(self, element: odfdo.Element) -> Iterator[str]:
        """The texts of a paragraph in order; its footnotes are put aside."""
        yield element.text or ""
        for child in element.children:
            match child.tag:
                case "text:line-break":
                    yield "\n"
                case "text:tab" | "text:s":
                    yield " "
                case "text:note":
                    self._put_aside(child)
                case (
                    "draw:frame" | "draw:custom-shape" | "text:bookmark" | "text:soft-page-break" | "office:annotation"
                ):
                    pass
                case _:
                    yield from self._texts(child)
            yield child.tail or ""

    def _put_aside(self, note: odfdo.Element) -> None:
        marker = text = ""
        for child in note.children:
            if child.tag == "text:note-citation":
                marker = clean("".join(self._texts(child)))
            elif child.tag == "text:note-body":
                text = " ".join("".join(self._texts(part)) for part in child.children)
        self._notes.append((marker, text))


def _rows(table: odfdo.Element, is_head: bool) -> Iterator[tuple[odfdo.Element, bool]]:
    for child in table.children:
        if child.tag == "table:table-row":
            yield child, is_head
        elif child.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(child, is_head or child.tag == "table:table-header-rows")


def _int(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdigit() and len(written) < 7 else otherwise
