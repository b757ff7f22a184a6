"""Sums in columns of tables: the head of a column says what sum it is, the row what it is for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.documents.document import Block, Document
from loaders.documents.finders import money_marks as marks
from loaders.documents.finders import money_words as words
from loaders.documents.finders.money_context import Homes
from loaders.documents.finders.owners import Owners
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finders.vvg import mentions
from loaders.documents.finding import Finding
from loaders.documents.known import KnownVvg
from loaders.normalise.figures import figure_readings
from loaders.normalise.money import sums

_CURRENCY = re.compile(r"(?<!\w)eur(?!op)\w*|€")
_THOUSANDS = re.compile(r"tukst\.? ?(?:eur|€)")
_NO_SUM = re.compile(
    r"saltin|pavadinim|objekt|%|proc|vnt|bal(?:as|ai|u)|numer|eil\.|nr\.|data|trukm|rodikl|skaici|gyventoj"
    r"|lt(?!\w)|lita|(?:19|20)[0-9]{2}"
)
_FIGURE = re.compile(r"[0-9][0-9 .,\u00a0\u202f]*")
_TOTAL = re.compile(r"^\W*(?:is ?viso|viso|bendra suma|suma is viso)(?!\w)|(?<!\w)is viso\W*$")
_BARE_TOTAL = re.compile(r"\W*(?:is ?)?viso\W*")
_TOTAL_OF = re.compile(r"is ?viso|bendra|visa suma|visos lesos")
_ROW_KINDS = (
    ("project", re.compile(r"projekt\w* (?:pavadinim|vykdytoj)|pareiskej|projektas|projekto")),
    ("call", re.compile(r"kvietim")),
    ("measure", re.compile(r"veiksm|priemon|uzdavin")),
)
_OWN = frozenset({"own", "private", "municipal_budget"})
_STRATEGIES = re.compile(r"strategijos pavadinim|vietos veiklos grupe(?!s)|(?<!\w)vvg pavadinim|(?<!\w)vvg(?!\w)")
_SOURCE = re.compile(r"saltin|fond(?:as|ai)|les(?:os|u rusis)")
_PLAN = re.compile(r"veiksm|priemon|uzdavin|tiksl|prioritet|krypt")


@dataclass(frozen=True, slots=True)
class _Column:
    """What the sums of a column are."""

    at: int
    role: str
    stage: str
    funds: tuple[str, ...]
    factor: int
    is_total: bool


def find(
    document: Document, homes: Homes, about: KnownVvg | None = None, owners: Owners | None = None
) -> Iterator[Finding]:
    """The sums of rows of tables whose heads name a sum of money; of a list of strategies, only its own row."""
    for block in document.blocks:
        if owners and is_key_and_value(block) and (one := _of_label(block, homes, owners)):
            yield one
        if block.kind == "table_row" and block.header and len(block.header) == len(block.cells):
            yield from _of_row(block, homes, about)


def is_key_and_value(block: Block) -> bool:
    """Whether a row is a label and its value, to be read as a sentence."""
    if block.kind != "table_row" or len(block.cells) != 2:
        return False
    return not (block.header and _columns(block.header))


def _of_label(block: Block, homes: Homes, owners: Owners) -> Finding | None:
    """The bare sum of a row of two cells, in a table of one item: "Planuojama lėšų suma, Eur | 254 300,00"."""
    label, cell = block.cells
    columns = _columns(("", label)) if _CURRENCY.search(even(label)) and not sums(cell) else []
    amount = _amount(cell, columns[0]) if columns else None
    parent = owners.owner(block) if amount is not None else None
    if parent is None or marks.NOT_OURS.search(even(label)):
        return None
    values = {"amount_eur": amount, "scope": homes.scope(parent), **_said(columns[0])}
    return Finding("funding", values, quotation(block.text, 0, len(block.text)), block.place, 0.93, parent)


def _of_row(block: Block, homes: Homes, about: KnownVvg | None) -> Iterator[Finding]:
    columns = _columns(block.header)
    if not columns:
        return
    labels = " ".join(cell for at, cell in enumerate(block.cells) if at not in {column.at for column in columns})
    scope, parent, confidence = _meant(block, labels, homes, about)
    of_row = tuple(dict.fromkeys(one.code for one in words.said(words.FUNDS, even(labels))))
    if scope is None and of_row and "strategij" in even(f"{block.place.heading or ''} {homes.about}"):
        scope, parent, confidence = "strategy", None, 0.9
    if scope is None:
        return
    if of_row and scope == "strategy":
        columns = [replace(one, funds=of_row, role="own" if set(of_row) <= _OWN else "part") for one in columns]
    read = [(column, amount) for column in columns if (amount := _amount(block.cells[column.at], column)) is not None]
    has_own = any(column.role == "own" for column, _ in read)
    whole = max(
        (amount for column, amount in read if column.is_total or column.role in ("whole", "value")), default=None
    )
    for column, amount in read:
        role = column.role
        if role == "whole" and has_own and column.is_total:
            role = "value"
        if role == "whole" and column.funds and whole is not None and amount < whole:
            role = "part"
        start = _position(block, column.at)
        values = {"amount_eur": amount, "scope": scope, **_said(column), "role": role}
        if column.factor > 1:
            values["approximate"] = True
        if role == "limit" and scope == "strategy":
            values |= {"role": "whole", "bound": "at_most", "stage": "allocated"}
        said = quotation(block.text, start, start + len(block.cells[column.at]))
        yield Finding("funding", values, said, block.place, confidence, parent)


def _columns(header: Sequence[str]) -> list[_Column]:
    found = []
    for at, cell in enumerate(header):
        plain = even(cell)
        is_bare_total = len(found) > 1 and _BARE_TOTAL.fullmatch(plain)
        if not (is_bare_total or _CURRENCY.search(plain) or marks.MONEY.search(plain) or marks.VALUE.search(plain)):
            continue
        if _NO_SUM.search(_CURRENCY.sub("", plain)):
            continue
        funds = tuple(dict.fromkeys(one.code for one in words.said(words.FUNDS, plain)))
        stages = [one.code for one in words.said(words.STAGES, plain)]
        factor = 1000 if _THOUSANDS.search(plain) else 1
        is_total = bool(_TOTAL_OF.search(plain))
        found.append(_Column(at, _role(plain, funds), stages[0] if stages else "not_stated", funds, factor, is_total))
    return found


def _said(column: _Column) -> dict[str, object]:
    return {"stage": column.stage, "role": column.role, "funds": list(column.funds) or ["not_stated"]}


def _role(plain: str, funds: tuple[str, ...]) -> str:
    if marks.UNUSED.search(plain):
        return "unused"
    if marks.LIMIT.search(plain):
        return "limit"
    if (funds and set(funds) <= _OWN) or (marks.OWN.search(plain) and not funds):
        return "own"
    return "value" if marks.VALUE.search(plain) else "whole"


def _meant(block: Block, labels: str, homes: Homes, about: KnownVvg | None) -> tuple[str | None, int | None, float]:
    """What the sums of a row are for."""
    plain, head = even(labels), even(" ".join(block.header))
    if _STRATEGIES.search(head):
        named = {vvg for _, _, vvg in mentions(labels)}
        return ("strategy", None, 0.95) if about is not None and named == {about} else (None, None, 0)
    if _TOTAL.search(plain):
        is_plan = (_PLAN.search(head) or _SOURCE.search(head)) and not _ROW_KINDS[0][1].search(head)
        return ("strategy", None, 0.9) if is_plan else (None, None, 0)
    if marks.NOT_OURS.search(plain):
        return None, None, 0
    own = {one.code for one in words.said(words.SCOPES, plain)} & {"administration", "preparation"}
    if len(own) == 1 and "projekt" not in plain:
        return own.pop(), None, 0.93
    home = homes.at(block, len(block.text))
    if home is None:
        home = next((at for cell in block.cells if (at := homes.titled(cell)) is not None), None)
    if home is not None:
        return homes.scope(home), home, 0.95
    for scope, pattern in _ROW_KINDS:
        if any(pattern.search(even(head)) for head in block.header):
            return scope, None, 0.85
    return None, None, 0


def _amount(cell: str, column: _Column) -> Decimal | None:
    """The one sum of a cell, with its currency or without."""
    found = sums(cell)
    if found:
        return found[0].amount_eur if len(found) == 1 and not found[0].is_litas else None
    bare = cell.strip().removesuffix("€").strip()
    if not _FIGURE.fullmatch(bare):
        return None
    if column.factor == 1 and len(found := sums(f"{bare} Eur")) == 1 and found[0].wording == f"{bare} Eur":
        return found[0].amount_eur if found[0].amount_eur > 0 else None
    readings = [
        one for one in figure_readings(bare.strip(" .,")) if one == one.quantize(Decimal("0.01")) or column.factor > 1
    ]
    if len(readings) != 1 or readings[0] <= 0:
        return None
    amount = readings[0] * column.factor
    return Decimal(int(amount)) if amount == int(amount) else amount.quantize(Decimal("0.01"))


def _position(block: Block, at: int) -> int:
    """Where a cell begins in the text of its row."""
    start = 0
    for cell in block.cells[:at]:
        start = block.text.find(cell, start) + len(cell) if cell else start
    found = block.text.find(block.cells[at], start)
    return max(found, 0)
