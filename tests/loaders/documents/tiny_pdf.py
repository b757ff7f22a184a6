"""Writes small PDFs by hand: lines of text at their places, ruled tables, and whatever else the catalog is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

_NAMES = {
    "ą": "aogonek", "č": "ccaron", "ę": "eogonek", "ė": "edotaccent", "į": "iogonek", "š": "scaron", "ų": "uogonek",
    "ū": "umacron",
    "ž": "zcaron", "Ą": "Aogonek", "Č": "Ccaron", "Ę": "Eogonek", "Ė": "Edotaccent", "Į": "Iogonek", "Š": "Scaron",
    "Ų": "Uogonek",
    "Ū": "Umacron", "Ž": "Zcaron", "„": "quotedblbase", "“": "quotedblleft", "–": "endash", "•": "bullet",
    "€": "Euro", "ﬁ": "fi",
}  # fmt: skip
_CODES = {letter: 128 + place for place, letter in enumerate(_NAMES)}


@dataclass
class Page:
    """A page of 595 by 842 points; what is drawn is measured from its lower left corner."""

    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, size: float = 11, bold: bool = False) -> "Page":
        """Draws one line of words."""
        code = "".join(f"{_CODES.get(letter, ord(letter)):02X}" for letter in words)
        self.drawn.append(f"BT /F{2 if bold else 1} {size} Tf {x} {y} Td <{code}> Tj ET")
        return self

    def lines(self, x: float, y: float, lines: Sequence[str], size: float = 11, gap: float = 14) -> "Page":
        """Draws lines one under another."""
        for place, words in enumerate(lines):
            self.text(x, y - place * gap, words, size)
        return self

    def table(
        self, x: float, y: float, rows: Sequence[Sequence[str]], width: float = 150, height: float = 24
    ) -> "Page":
        """Draws a ruled table whose upper left corner is at x, y."""
        across, down = len(rows[0]) * width, len(rows) * height
        for place in range(len(rows) + 1):
            self.drawn.append(f"{x} {y - place * height} m {x + across} {y - place * height} l S")
        for place in range(len(rows[0]) + 1):
            self.drawn.append(f"{x + place * width} {y} m {x + place * width} {y - down} l S")
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                self.text(x + column * width + 4, y - row * height - 16, words, 9)
        return self


def pdf(pages: Sequence[Page], catalog: str = "", title: str = "") -> bytes:
    """The bytes of a PDF of the pages; `catalog`: more entries of its catalog."""
    differences = " ".join(f"{_CODES[letter]} /{name}" for letter, name in _NAMES.items())
    encoding = f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [{differences}] >>"
    kids = " ".join(f"{6 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding {encoding} >>",
        f"<< /Title ({title}) >>",
    ]
    for place, page in enumerate(pages):
        drawn = "\n".join(page.drawn)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * place} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    written = b"%PDF-1.5\n"
    places = []
    for number, entry in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{entry}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size "
        f"{len(objects) + 1} /Root 1 0 R /Info 5 0 R >>"
    )
    return written + f"{end}\nstartxref\n{len(written)}\n%%EOF\n".encode("latin-1")
