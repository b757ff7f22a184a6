"""Items in tables: columns of goals, objectives, measures and actions, or rows that say what they are."""

import re
from collections.abc import Sequence

from loaders.documents.document import Block
from loaders.documents.finders.heads import label, mark, title
from loaders.documents.finders.item_tree import Candidate
from loaders.documents.finders.passages import even

_COLUMN = re.compile(
    r"\b(?P<word>tiksl(?:as|ai|o|u)|uzdavin(?:ys|iai|io|iu)|priemon(?:e|es|iu)|veiksm(?:as|ai|o|u)|veikl(?:a|os)"
    r"|prioritet(?:as|o)"
    r"|krypt(?:is|ies))\b"
)
_OTHER = re.compile(
    r"skaici|suma|les|biudzet|finansav|rodikl|reiksm|tikslin\w+ grup|termin|laikotarp|data|vykdytoj|pareiskej|eur\b"
    r"|proc|projekt|dalis|atsaking|aprasym|rezultat"
)
_NUMBER = re.compile(r"(?:\bnr\b|\bkodas\b|\bnumeris\b)")
_CODE = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[IVX]{1,4})\.?")
_ADMINISTRATION = re.compile(r"^\W*(?:strategijos|vps) (?:igyvendinimo )?administravim")
_LABEL_CELL = re.compile(
    r"\W*(?:strategijos |vps )?(?P<word>veiksm|priemon|uzdavin)\w*(?:(?:,| ir| /)? (?:nr\.?|kodas|numeris"
    r"|pavadinim\w+))*\W*"
)
_TOTAL = re.compile(r"^(?:is viso|viso|suma|bendra)\b")


def items(blocks: Sequence[Block], position: int) -> list[Candidate]:
    """The items that a row names; a cell that repeats the row above names none."""
    block = blocks[position]
    if not block.cells or block.cells == block.header:
        return []
    if len(block.cells) == 2 and (told := _told_by_label(block)):
        return told
    columns = _columns(block.header) or _columns(_heading_above(blocks, position))
    found: list[Candidate] = []
    starts = _starts(block)
    for at, cell in enumerate(block.cells):
        word = columns.get(at)
        if not cell.strip() or _TOTAL.search(even(cell)) or _COLUMN.fullmatch(even(cell)):
            continue
        said = label(cell)
        stop = starts[at] + len(cell)
        if said and (said.code or said.is_marked):
            if cell[said.end :].strip(" .:–-"):
                found += _candidate(block, said.word, said.code, starts[at] + said.end, stop)
            elif at + 1 < len(block.cells):
                found += _candidate(
                    block, said.word, said.code, starts[at + 1], starts[at + 1] + len(block.cells[at + 1])
                )
                columns = {**columns, at + 1: ""}
        elif word and not (
            _ADMINISTRATION.search(even(cell)) or (len(_words_of(block.header, at)) > 1 and not mark(cell))
        ):
            marked = mark(cell)
            code, begin = marked if marked and marked[0][0].isdigit() else (_code_beside(block, at, columns), 0)
            found += _candidate(block, word, code, starts[at] + begin, stop)
    return found


def _told_by_label(block: Block) -> list[Candidate]:
    """The item of a row of two cells: "Strategijos veiksmas | 2.1.1. Amatų mokymas"."""
    label_of = _LABEL_CELL.fullmatch(even(block.cells[0]))
    told = mark(block.cells[1])
    if not label_of or not told or "." not in told[0]:
        return []
    start = block.text.rfind(block.cells[1])
    return _candidate(block, label_of["word"][:5], told[0], start + told[1], len(block.text))


def _words_of(header: Sequence[str], at: int) -> set[str]:
    """The words of levels that the heading of a column names."""
    return {match["word"][:5] for match in _COLUMN.finditer(even(header[at]))} if at < len(header) else set()


def _columns(header: Sequence[str]) -> dict[int, str]:
    """The word of each column that holds titles of items."""
    named: dict[int, str] = {}
    for at, cell in enumerate(header):
        plain = even(cell)
        match = _COLUMN.search(plain)
        if match and not _OTHER.search(plain) and not _is_number(plain):
            named[at] = match["word"][:5]
    return {} if set(named.values()) == {"veikl"} else named


def _heading_above(blocks: Sequence[Block], position: int) -> tuple[str, ...]:
    """The first row of the table, where the reader of the document saw no heading row."""
    if blocks[position].header:
        return ()
    first = position
    while first > 0 and blocks[first - 1].kind == "table_row" and position - first < 40:
        first -= 1
    cells = blocks[first].cells
    if len(cells) == 2 and _told_by_label(blocks[first]):
        return ()
    return cells if first != position and all(len(cell) < 60 for cell in cells) else ()


def _is_number(plain: str) -> bool:
    return bool(_NUMBER.search(plain)) and "pavadinim" not in plain


def _code_beside(block: Block, at: int, columns: dict[int, str]) -> str | None:
    beside = block.cells[at - 1].strip() if at and at - 1 not in columns else ""
    heading = even(block.header[at - 1]) if at and at - 1 < len(block.header) else ""
    return beside.rstrip(".") if _CODE.fullmatch(beside) and not heading.startswith("eil") else None


def _starts(block: Block) -> list[int]:
    """Where each cell begins in the text of the row."""
    starts, place = [], 0
    for cell in block.cells:
        place = max(block.text.find(cell, place), place)
        starts.append(place)
        place += len(cell)
    return starts


def _candidate(block: Block, word: str, code: str | None, start: int, stop: int) -> list[Candidate]:
    named = title(block.text, start, min(stop, len(block.text)))
    if not named or (len(named[0].split()) < 2 and len(named[0]) < 12):
        return []
    return [Candidate(word, code, named[0], block, named[1], named[2], -block.place.line, 0.95)]
