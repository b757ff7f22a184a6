"""Lines of the pages of a PDF with where and how large they stand; what repeats on every page is left out."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.documents.reading.letters import clean

_DIGITS = re.compile(r"(?<=\S)\d+")
CUTS = "\ufffe\x02"
"""What pdfium puts in place of a hyphen and the end of the line after it."""
_LINE = re.compile(rf"(?P<line>[^\r\n{CUTS}]*)(?P<end>\r\n|[\r\n{CUTS}]|$)")
_LONGEST_NAME = 128
_RAISED = 0.8
_BOLD = 600
_EDGE = 3
"""How many lines at the top and the bottom of a page may be running ones."""
_FEWEST_PAGES = 3
_PAGE_NUMBER = re.compile(
    r"[-–—\[( ]*\d{1,4}[-–—\]). ]*|(?:puslapis|psl\.?|page|p\.)\s*\d{1,4}(?:\s*(?:iš|of|/)\s*\d{1,4})?"
    r"|\d{1,4}\s*(?:/|iš|of|psl\.?)\s*\d{0,4}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line with its edges in points from the lower left corner of its page, and the height of its letters."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle of the line."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def lines_of(page: pypdfium2.PdfPage, number: int) -> list[PdfLine]:
    """The lines of a page that have text, in the order of the file."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        return [line for start, piece, cut in _pieces(text) if (line := _line(textpage, start, piece, cut, number))]
    finally:
        textpage.close()


def _pieces(text: str) -> Iterator[tuple[int, str, str]]:
    """Where each line begins, the line, and the hyphen that cuts its last word (pdfium has a sign for it)."""
    start = 0
    for match in _LINE.finditer(text):
        piece = match["line"]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), piece.strip(), "-" if match["end"] in tuple(CUTS) else ""
        start = match.end()


def _line(textpage: pypdfium2.PdfTextPage, start: int, piece: str, cut: str, number: int) -> PdfLine | None:
    end = start + len(piece) - 1
    first = _box(textpage, start)
    last = _box(textpage, end) or first
    if first is None or last is None:
        return None
    height = max(first[3] - first[1], 0.1)
    size = max(height, last[3] - last[1]) if piece[:1].isdigit() or piece[0] in "*[" else height
    text = clean(_without_raised(textpage, start, piece, size)) + cut
    if not text:
        return None
    is_bold = _is_bold(textpage, start) and _is_bold(textpage, end)
    return PdfLine(
        text, number, first[0], max(last[2], first[2]), max(first[3], last[3]), min(first[1], last[1]), size, is_bold
    )


def _is_bold(textpage: pypdfium2.PdfTextPage, place: int) -> bool:
    """Whether a letter is of a bold font, by its weight or its name."""
    letter = _char(textpage, place)
    if pdfium.FPDFText_GetFontWeight(textpage, letter) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFText_GetFontInfo(textpage, letter, name, _LONGEST_NAME, None)
    return b"bold" in name.value.lower()


def _char(textpage: pypdfium2.PdfTextPage, place: int) -> int:
    """The number of a letter of the text among the letters of the page, some of which have no text."""
    found = pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, place)
    return place if found < 0 else found


def _box(textpage: pypdfium2.PdfTextPage, place: int) -> tuple[float, float, float, float] | None:
    """Left, bottom, right and top of a letter with the height of its font."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, _char(textpage, place), ctypes.byref(box)):
        return None
    return box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)


def _without_raised(textpage: pypdfium2.PdfTextPage, start: int, piece: str, size: float) -> str:
    """The line without the small figures that point to notes: beside a number they would be read as its digits."""
    dropped: set[int] = set()
    for run in _DIGITS.finditer(piece):
        box = _box(textpage, start + run.end() - 1)
        if box is None or box[3] - box[1] >= _RAISED * size:
            continue
        for place in range(run.end() - 1, run.start() - 1, -1):
            box = _box(textpage, start + place)
            if box is None or box[3] - box[1] >= _RAISED * size:
                break
            # Square metres and kilometres keep theirs.
            if not re.search(r"\b(?:k|c)?m$", piece[:place]):
                dropped.add(place)
    return "".join(letter for place, letter in enumerate(piece) if place not in dropped) if dropped else piece


def without_running(pages: Sequence[Sequence[PdfLine]]) -> list[list[PdfLine]]:
    """The pages without page numbers and without the lines at their edges that most pages have."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(line) for line in _edges(page)})
    filled = sum(bool(page) for page in pages)
    running = {
        key for key, times in seen.items() if (times >= _FEWEST_PAGES and times * 2 >= filled) or times == filled == 2
    }
    kept = []
    for page in pages:
        edges = {id(line) for line in _edges(page) if _key(line) in running}
        outer = {id(line) for line in _outermost(page, edges) if _PAGE_NUMBER.fullmatch(line.text)}
        kept.append([line for line in page if id(line) not in edges | outer])
    return kept


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    ordered = sorted(page, key=lambda line: -line.top)
    return ordered[:_EDGE] + ordered[max(_EDGE, len(ordered) - _EDGE) :]


def _outermost(page: Sequence[PdfLine], running: set[int]) -> list[PdfLine]:
    ordered = [line for line in sorted(page, key=lambda line: -line.top) if id(line) not in running]
    return [*ordered[:1], *ordered[-1:]] if len(ordered) > 1 else []


def _key(line: PdfLine) -> str:
    """The text of a line without the number of its own page at either end, so that it is the same on each page."""
    return re.sub(rf"^{line.page}(?!\d)|(?<![\d.,]){line.page}(?=(?: ?(?:iš|of|/) ?\d+| ?psl\.?)?$)", "#", line.text)


def merged(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Pieces that stand on one line, beside each other, as one: a marker and its text, say."""
    found: list[PdfLine] = []
    for line in lines:
        last = found[-1] if found else None
        same = last is not None and abs(last.bottom - line.bottom) < 0.4 * line.size and line.left >= last.right - 1
        if last is not None and same and line.page == last.page:
            found[-1] = replace(
                last, text=f"{last.text} {line.text}", right=line.right, is_bold=last.is_bold and line.is_bold
            )
        else:
            found.append(line)
    return found
