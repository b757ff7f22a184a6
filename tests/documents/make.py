"""Makes documents from the readable texts in `sources/`: `python -m tests.documents.make [FOLDER…]`.

`name.pdf.html` is printed by Chromium to `name.pdf`. `name.windows-1257.html` and `name.utf-16.txt` are written in that
encoding to `name.html` and `name.txt`. `name.docx.txt` and `name.odt.txt` become a DOCX and an ODT; a line of theirs is
a heading (`#`, `##`), an item of a list (`-`), an item that the program itself numbers (`+`), a row of a table
(`| cell | cell`), or a paragraph.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import docx
import odfdo

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
STYLES = {"-": "List Bullet", "+": "List Number"}

Line = tuple[str, str]
"""The mark of a line ("#", "##", "-", "+", "|" or "") and its text."""


def make(source: Path) -> Path:
    """Makes one document beside the folder of its source; returns its path."""
    name, way, suffix = source.name.split(".")
    target = source.parents[1] / (f"{name}.{suffix}" if way not in ("pdf", "docx", "odt") else f"{name}.{way}")
    if way == "pdf":
        _print(source, target)
    elif way == "docx":
        _docx(_lines(source), target)
    elif way == "odt":
        _odt(_lines(source), target)
    else:
        target.write_bytes(source.read_text(encoding="utf-8").encode(way))
    return target


def _print(source: Path, target: Path) -> None:
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    with tempfile.TemporaryDirectory() as profile:
        command = [
            CHROMIUM,
            *flags,
            f"--user-data-dir={profile}",
            f"--print-to-pdf={target}",
            source.resolve().as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def _lines(source: Path) -> Iterator[Line]:
    for line in source.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if line.strip():
            yield (mark, rest) if mark in ("#", "##", "-", "+", "|") else ("", line)


def _rows(lines: Iterator[Line]) -> list[list[str]]:
    return [[cell.strip() for cell in text.split("|")] for _, text in lines]


def _docx(lines: Iterator[Line], target: Path) -> None:
    document = docx.Document()
    for is_table, group in groupby(lines, key=lambda line: line[0] == "|"):
        if is_table:
            rows = _rows(group)
            table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
            continue
        for mark, text in group:
            if mark.startswith("#"):
                document.add_heading(text, len(mark))
            else:
                document.add_paragraph(text, style=STYLES.get(mark))
    document.save(str(target))


def _odt(lines: Iterator[Line], target: Path) -> None:
    document = odfdo.Document("text")
    body = document.body
    body.clear()
    for kind, group in groupby(lines, key=lambda line: line[0]):
        if kind == "|":
            rows = _rows(group)
            table = odfdo.Table("Lentelė", width=len(rows[0]), height=len(rows))
            table.set_values(rows)
            body.append(table)
        elif kind in STYLES:
            body.append(odfdo.List([text for _, text in group]))
        else:
            for _, text in group:
                body.append(odfdo.Header(len(kind), text) if kind else odfdo.Paragraph(text))
    document.save(str(target), pretty=False)


def main(folders: list[Path]) -> None:
    """Makes every document of the folders."""
    for folder in folders:
        for source in sorted((folder / "sources").glob("*.*.*")):
            print(make(source))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [HERE / "open", HERE / "held"])
