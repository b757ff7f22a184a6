"""Calls as rows of tables."""

import re
from collections.abc import Iterator

from loaders.documents.document import Block, Document
from loaders.documents.finders.call_words import number_of_call
from loaders.documents.finders.days import days
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finding import Finding

_NUMBER = re.compile(r"kvietimo (?:nr|numeris)|^kvietim(?:as|o)(?: nr\.?)?$|^nr\.?$|^kvietimo eil")
_OPENED = re.compile(r"paskelb|pradzi|nuo(?!\w)|atidar|skelbimo data")
_CLOSED = re.compile(r"pabaig|iki(?!\w)|termin|uzdar|baigia")
_SPAN = re.compile(r"laikotarp|galioj|datos|trukm|kvietimo data")
_PLANNED = re.compile(r"planuojam|numatom|preliminar")
_LIST = re.compile(r"saras")
_MEASURE = re.compile(r"veiksm|priemon")
_TITLE = re.compile(r"pavadinim|tema")
_CODE = re.compile(r"[0-9](?:\.[0-9]{1,2}){1,3}")


def find(document: Document) -> Iterator[Finding]:
    """The calls of tables whose head speaks of calls."""
    for block in document.blocks:
        if block.kind == "table_row" and len(block.header) == len(block.cells) > 1:
            head = " ".join(map(even, block.header))
            about = f"{head} {even(block.place.heading or '')}"
            if "kvietim" in about and "projekto pavadinimas" not in head:
                yield from _of_row(block)


def _of_row(block: Block) -> Iterator[Finding]:
    values: dict[str, object] = {}
    for head, cell in zip(map(even, block.header), block.cells, strict=True):
        for key, value in _read(head, cell):
            values.setdefault(key, value)
    if not ({"opened", "closed", "planned_for"} & values.keys()) or ("number" not in values and len(values) < 2):
        return
    yield Finding("call", values, quotation(block.text, 0, len(block.text)), block.place, 0.95)


def _read(head: str, cell: str) -> Iterator[tuple[str, object]]:
    named = days(cell)
    if not named:
        numbered = number_of_call(cell)
        if numbered:
            yield "number", numbered[0].number
        elif _NUMBER.search(head) and (
            found := re.fullmatch(r"(?:Nr\.? ?)?([0-9]{1,2}|[0-9]{1,2}-[0-9]{3}-K)\.?", cell.strip())
        ):
            yield "number", found[1]
        elif _MEASURE.search(head) and (codes := _CODE.findall(cell)):
            yield "measure", ", ".join(codes)
        elif _TITLE.search(head) and len(cell.split()) > 2:
            yield "title", cell.strip(' „“"')
        return
    if len(named) == 2 and (_SPAN.search(head) or (_OPENED.search(head) and _CLOSED.search(head))):
        yield "opened", named[0].date.text
        yield "closed", named[1].date.text
    elif len(named) == 1:
        if _LIST.search(head):
            yield "list_approved", named[0].date.text
        elif _PLANNED.search(head):
            yield "planned_for", named[0].date.text
        elif _CLOSED.search(head):
            yield "closed", named[0].date.text
        elif _OPENED.search(head):
            yield "opened", named[0].date.text
