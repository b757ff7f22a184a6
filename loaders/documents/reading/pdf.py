"""A PDF to a document: paragraphs built anew from the lines of its pages, tables from its ruled lines."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import pypdfium2

from loaders.documents.document import Document, Unreadable
from loaders.documents.reading import messages
from loaders.documents.reading.blocks import DEEPEST_HEADING, Blocks, is_uppercase, looks_like_heading
from loaders.documents.reading.letters import NOTE_MOJIBAKE, clean, repaired
from loaders.documents.reading.lines import joined
from loaders.documents.reading.markers import marked
from loaders.documents.reading.pdf_lines import PdfLine, lines_of, merged, without_running
from loaders.documents.reading.pdf_tables import PdfTable, TableFinder, continued
from loaders.documents.reading.saying import is_organisation, published_of, publisher_of, title_of
from loaders.documents.reading.tables import table_rows

MOST_PAGES = 2000
_LARGER = 1.1
_SMALLER = 0.88
_FULL = 0.88
_PARTED = 1.6
"""A gap of so many usual gaps between lines parts paragraphs."""
_ENDS = tuple(".!?:;")
_NO_TITLE = re.compile(
    r"microsoft word.*|.*\.(?:docx?|pdf|odt|indd|qxd)|untitled.*|about:blank|dokumentas?\d*|document\d*|slide \d+|\W*",
    re.IGNORECASE,
)
_NOTE_MARKER = re.compile(r"(\d{1,3}|\*{1,3}|\[\d{1,3}\])[ .)]+(?=[^\W\d])")


def read(content: bytes, name: str = "", url: str | None = None) -> Document:
    """The document that the bytes of a PDF are."""
    pdf = _opened(content)
    try:
        pages, tables, notes = _pages(pdf, content)
        said = {key: clean(repaired(value)) for key, value in pdf.get_metadata_dict().items() if value}
    finally:
        pdf.close()
    blocks = Blocks()
    _Building(blocks, pages).add(pages, tables)
    found = tuple(blocks.all)
    title = said.get("Title", "")
    if _NO_TITLE.fullmatch(title) or not _is_said(title, [block.text for block in found[:40]]):
        title = title_of(found)
    author = said.get("Author", "")
    publisher = publisher_of(found) or (author if is_organisation(author) else None) or publisher_of((), url)
    return Document("pdf", title, found, publisher, published_of(found, url), url, notes)


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        pdf = pypdfium2.PdfDocument(io.BytesIO(content))
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise Unreadable(messages.ENCRYPTED if is_locked else messages.BROKEN) from error
    if len(pdf) > MOST_PAGES:
        pdf.close()
        raise Unreadable(messages.TOO_MANY_PAGES)
    return pdf


def _pages(
    pdf: pypdfium2.PdfDocument, content: bytes
) -> tuple[list[list[PdfLine]], dict[int, list[PdfTable]], tuple[str, ...]]:
    """Lines and tables of the pages, and notes on what could not be read."""
    finder = TableFinder(content)
    pages: list[list[PdfLine]] = []
    tables: dict[int, list[PdfTable]] = {}
    empty: list[int] = []
    for number in range(1, len(pdf) + 1):
        try:
            page = pdf[number - 1]
            lines = lines_of(page, number)
            tables[number] = finder.tables(page, number) if lines else []
            page.close()
        except pypdfium2.PdfiumError:
            lines = []
        if not lines:
            empty.append(number)
        pages.append(lines)
    if len(empty) == len(pages):
        raise Unreadable(messages.NO_TEXT)
    before = [line.text for page in pages for line in page]
    pages = [[_mended(line) for line in page] for page in pages]
    notes = []
    if before != [line.text for page in pages for line in page]:
        notes.append(NOTE_MOJIBAKE)
    if empty:
        notes.append(f"Pages without text, which may be scanned: {_numbers(empty)}.")
    if finder.skipped:
        notes.append(f"Pages whose tables were read as lines: {_numbers(finder.skipped)}.")
    return without_running(pages), tables, tuple(notes)


def _mended(line: PdfLine) -> PdfLine:
    text = repaired(line.text)
    return (
        line
        if text == line.text
        else PdfLine(text, line.page, line.left, line.right, line.top, line.bottom, line.size, line.is_bold)
    )


def _numbers(pages: Sequence[int]) -> str:
    shown = ", ".join(map(str, pages[:20]))
    return f"{shown} …" if len(pages) > 20 else shown


def _is_said(title: str, texts: Sequence[str]) -> bool:
    """Whether the document itself says most words of the title that a program wrote into it."""
    words = set(re.findall(r"\w{4,}", title.casefold()))
    said = set(re.findall(r"\w{4,}", " ".join(texts).casefold()))
    return len(words) > 1 and len(words & said) * 3 >= len(words) * 2


class _Building:
    """Paragraphs, items and headings from lines."""

    def __init__(self, blocks: Blocks, pages: Sequence[Sequence[PdfLine]]) -> None:
        self._blocks = blocks
        lines = [line for page in pages for line in page]
        sizes = Counter[float]()
        for line in lines:
            sizes[round(line.size, 0)] += len(line.text)
        self._body = sizes.most_common(1)[0][0] if sizes else 10.0
        rights = sorted(line.right for line in lines if abs(line.size - self._body) < 1)
        self._right = rights[int(len(rights) * 0.9)] if rights else 500.0
        self._left = min((line.left for line in lines), default=0.0)
        larger = {
            round(line.size) for line in lines if line.size > _LARGER * self._body and looks_like_heading(line.text)
        }
        self._levels = {size: level for level, size in enumerate(sorted(larger, reverse=True), 1)}
        gaps = sorted(
            round(one.bottom - after.bottom, 1)
            for page in pages
            for one, after in pairwise(page)
            if 0 < one.bottom - after.bottom < 3 * self._body
        )
        self._gap = gaps[len(gaps) // 3] if gaps else 1.2 * self._body

    def add(self, pages: Sequence[Sequence[PdfLine]], tables: dict[int, list[PdfTable]]) -> None:
        """Adds all pages: lines outside tables, and tables where their first line stands."""
        for is_table, group in groupby(self._parts(pages, tables), key=lambda part: isinstance(part, PdfTable)):
            parts = list(group)
            if is_table:
                self._add_tables([part for part in parts if isinstance(part, PdfTable)])
            else:
                self._add_lines([part for part in parts if isinstance(part, PdfLine)])

    def _parts(
        self, pages: Sequence[Sequence[PdfLine]], tables: dict[int, list[PdfTable]]
    ) -> Iterator[PdfLine | PdfTable]:
        for page in pages:
            waiting = list(tables.get(page[0].page, [])) if page else []
            for line in merged(page):
                around = next((table for table in tables.get(line.page, []) if table.holds(line.middle)), None)
                if around is None:
                    yield line
                elif around in waiting:
                    waiting.remove(around)
                    yield around

    def _add_tables(self, tables: Sequence[PdfTable]) -> None:
        runs: list[list[PdfTable]] = []
        for table in tables:
            last = runs[-1][-1] if runs else None
            if last is not None and last.columns == table.columns and table.pages[0] == last.pages[0] + 1:
                runs[-1].append(table)
            else:
                runs.append([table])
        for run in runs:
            table = continued(run)
            filled = [
                number for number, row in zip(table.pages, table.rows, strict=True) if any(cell.text for cell in row)
            ]
            for number, (cells, header) in zip(filled, table_rows(table.rows), strict=False):
                self._blocks.page = number
                self._blocks.add_row(cells, header)

    def _add_lines(self, lines: Sequence[PdfLine]) -> None:
        run: list[PdfLine] = []
        for line in lines:
            if run and not self._continues(run[-1], line, run[0]):
                self._add_run(run)
                run = []
            run.append(line)
        if run:
            self._add_run(run)

    def _continues(self, last: PdfLine, line: PdfLine, first: PdfLine) -> bool:
        """Whether a line is a further piece of the paragraph."""
        full = last.right + _first_word(line) >= self._left + _FULL * (self._right - self._left)
        item = marked(line.text)
        if item and not (full and item.style == "number" and item.depth > 1 and not last.text.endswith(_ENDS)):
            return False
        if abs(last.size - line.size) > 0.12 * max(last.size, line.size):
            return False
        if last.is_bold != line.is_bold and (
            (last.is_bold and looks_like_heading(last.text)) or (line.is_bold and looks_like_heading(line.text))
        ):
            return False
        small = line.text[0].islower() or last.text.endswith(("-", ","))
        if last.page != line.page:
            return small or (full and not last.text.endswith(_ENDS))
        gap = last.bottom - line.bottom
        if gap > _PARTED * self._gap or gap < -self._body:
            return small and gap < 2 * self._gap and not last.text.endswith(_ENDS) and gap > 0
        if is_uppercase(last.text) != is_uppercase(line.text) and not small:
            return False
        if (
            line.left > max(last.left, first.left) + 0.8 * self._body
            and not small
            and line is not first
            and last is not first
        ):
            return False
        if self._level(last) and self._level(line):
            return True
        return small or (full and (not last.text.endswith(_ENDS) or line.left <= last.left + 1))

    def _level(self, line: PdfLine) -> int:
        """The level of the heading that a line looks like; 0 where it is none."""
        item = marked(line.text)
        words = item.text if item else line.text
        if not looks_like_heading(words):
            return 0
        if line.size > _LARGER * self._body:
            return self._levels.get(round(line.size), 1)
        if is_uppercase(words) or (line.is_bold and not item):
            return min(len(self._levels) + 1, DEEPEST_HEADING)
        return 0

    def _add_run(self, run: Sequence[PdfLine]) -> None:
        text = joined(*(line.text for line in run))
        self._blocks.page = run[0].page
        level = self._level(run[0]) if all(self._level(line) or len(run) > 1 for line in run) else 0
        mark = _NOTE_MARKER.match(text)
        if mark and run[0].size < _SMALLER * self._body:
            self._blocks.add("note", text[mark.end() :], marker=mark[1])
        else:
            is_heading = level and looks_like_heading(marked(text).text if marked(text) else text)
            self._blocks.add_line(text, indent=round(run[0].left), heading=level if is_heading else 0)


def _first_word(line: PdfLine) -> float:
    """How wide the first word of a line is."""
    return (line.right - line.left) * (len(line.text.split()[0]) + 1) / max(len(line.text), 1)
