"""Ways of reading the invented documents of tests/documents: `python -m benchmarks.extract_ways WAY` prints seconds.

Each way in a process of its own, which has loaded what it needs before the time counts; only the processes that
`extract` starts load theirs meanwhile, for its reader waits for them too. A process that reads many documents itself
reads each once: it would remember the words of one that it has read before.
"""

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.documents.scorer import documents

TIMES = 3
"""How often `extract` reads each document."""

Work = Callable[[list[Path]], object]


def files() -> list[Path]:
    """The documents that everybody has."""
    return [document for document, _ in documents("open", "held")]


def by_libraries() -> Work:
    """What the libraries alone need: the whole text, and of a PDF its tables; none of it understood."""
    import docx
    import odfdo
    import pdfplumber
    import pypdfium2
    import trafilatura
    from selectolax.lexbor import LexborHTMLParser

    def html(content: bytes) -> None:
        LexborHTMLParser(content).text()
        trafilatura.extract(content)

    def pdf(content: bytes) -> None:
        for page in pypdfium2.PdfDocument(content):
            page.get_textpage().get_text_bounded()
        with pdfplumber.open(io.BytesIO(content)) as document:
            for page in document.pages:
                page.extract_tables()

    def word(content: bytes) -> None:
        document = docx.Document(io.BytesIO(content))
        _ = [paragraph.text for paragraph in document.paragraphs]
        _ = [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    def odt(content: bytes) -> None:
        odfdo.Document(io.BytesIO(content)).get_formatted_text()

    kinds = {
        ".html": html,
        ".pdf": pdf,
        ".docx": word,
        ".odt": odt,
        ".txt": lambda content: content.decode("utf-8", "replace"),
    }
    return lambda given: [kinds[file.suffix](file.read_bytes()) for file in given]


def by_reading() -> Work:
    """To blocks with their places, in this process and without limits."""
    from loaders.documents.reading import read

    return lambda given: [read(file.read_bytes(), file.name) for file in given]


def by_finding() -> Work:
    """To everything that is found, in this process and without limits."""
    from loaders.documents.extraction import extract

    return lambda given: [extract(file.read_bytes(), file.name) for file in given]


def by_readers(jobs: int) -> Work:
    """As `python -m loaders extract --jobs N` does."""
    from loaders.documents.inputs import contents
    from loaders.documents.readers import in_order

    return lambda given: list(in_order(contents([str(file) for file in given * TIMES], None, False), jobs))


def by_fresh_processes() -> Work:
    """A new interpreter for each document, as for a visitor of the page that adds a strategy."""
    from loaders.documents.extraction import extract_safely

    return lambda given: [extract_safely(file.read_bytes(), file.name) for file in given]


WAYS: dict[str, Callable[[], Work]] = {
    "the parsing libraries alone": by_libraries,
    "blocks with their places": by_reading,
    "all that is found, in one process without limits": by_finding,
    "`extract --jobs 1`": lambda: by_readers(1),
    "`extract --jobs 2`": lambda: by_readers(2),
    "a fresh interpreter for each document": by_fresh_processes,
}


def count(way: str) -> int:
    """How many documents that way reads."""
    return len(files()) * (TIMES if "--jobs" in way else 1)


if __name__ == "__main__":
    work = WAYS[sys.argv[1]]()
    if WAYS[sys.argv[1]] in (by_libraries, by_reading, by_finding):
        work(list({file.suffix: file for file in files()}.values()))
    began = time.perf_counter()
    work(files())
    print(time.perf_counter() - began)
