"""Ways of reading the invented documents of tests/documents: `python -m benchmarks.extract_ways WAY` prints seconds.

Each way in a process of its own, which has loaded what it needs before the time counts; only the processes that
`extract` starts load theirs meanwhile, for its reader waits for them too.
"""

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.documents.scorer import documents

TIMES = 3
"""How often each document is read."""
TIMES_FRESH = 1


def files(times: int = TIMES) -> list[Path]:
    """The documents that everybody has, each so many times."""
    return [document for document, _ in documents("open", "held")] * times


def by_libraries() -> Callable[[], object]:
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
    return lambda: [kinds[file.suffix](file.read_bytes()) for file in files()]


def by_reading() -> Callable[[], object]:
    """To blocks with their places, in this process and without limits."""
    from loaders.documents.reading import read

    return lambda: [read(file.read_bytes(), file.name) for file in files()]


def by_finding() -> Callable[[], object]:
    """To everything that is found, in this process and without limits."""
    from loaders.documents.extraction import extract

    return lambda: [extract(file.read_bytes(), file.name) for file in files()]


def by_readers(jobs: int) -> Callable[[], object]:
    """As `python -m loaders extract --jobs N` does."""
    from loaders.documents.inputs import contents
    from loaders.documents.readers import in_order

    return lambda: list(in_order(contents([str(file) for file in files()], None, False), jobs))


def by_fresh_processes() -> Callable[[], object]:
    """A new interpreter for each document, as for a visitor of the page that adds a strategy."""
    from loaders.documents.extraction import extract_safely

    return lambda: [extract_safely(file.read_bytes(), file.name) for file in files(TIMES_FRESH)]


WAYS: dict[str, Callable[[], Callable[[], object]]] = {
    "the parsing libraries alone": by_libraries,
    "blocks with their places": by_reading,
    "all that is found, in one process without limits": by_finding,
    "`extract --jobs 1`": lambda: by_readers(1),
    "`extract --jobs 2`": lambda: by_readers(2),
    "a fresh interpreter for each document": by_fresh_processes,
}


def count(way: str) -> int:
    """How many documents that way reads."""
    return len(files(TIMES_FRESH if WAYS[way] is by_fresh_processes else TIMES))


if __name__ == "__main__":
    work = WAYS[sys.argv[1]]()
    if WAYS[sys.argv[1]] in (by_libraries, by_reading, by_finding):
        work()
    began = time.perf_counter()
    work()
    print(time.perf_counter() - began)
