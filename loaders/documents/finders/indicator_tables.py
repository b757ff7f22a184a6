"""Indicators in tables: a row an indicator, or a row an item with a column of target values."""

import re
from collections.abc import Sequence

from loaders.documents.document import Block
from loaders.documents.finders.counted import nominative, noun
from loaders.documents.finders.counts import Count, counts
from loaders.documents.finders.indicator_cells import bound_of, cleaned, unit_of, value_of, year_of
from loaders.documents.finders.indicator_names import concept_of, kind_of
from loaders.documents.finders.owners import Owners
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finding import Finding
from loaders.normalise.numbers import bound_before

_BOUNDS = {">=": "at_least", "<=": "at_most"}
_NAME = re.compile(r"rodikl\w*(?! reiksm)|pavadinim|kriterij")
_UNIT = re.compile(r"(?:mat\w*\.? ?)?(?:vnt\b|vienet)|matavimo")
_STATES = (
    ("baseline", re.compile(r"pradin|bazin")),
    ("achieved", re.compile(r"pasiekt|fakt(?:in|as|ai)|ivykdyt|ivykdym(?!o proc)|igyvendinta")),
    (
        "planned",
        re.compile(
            r"siektin|planuo|numat|siekiam|tikslin\w+ reiksm|galutin|plan(?:as|e)?\b|^tikslas(?: 20\d\d.*)?$|siekis"
        ),
    ),
)
_NO_VALUE = re.compile(
    r"proc|%|eur\b|les[ou]|suma|biudzet|finansav|data\b|termin|kodas|\bnr\b|pavadinim|saltin|igyvendinim\w* laik"
)


def find(blocks: Sequence[Block], position: int, owners: Owners) -> list[Finding]:
    """The indicators of one row of a table."""
    block = blocks[position]
    if len(block.cells) == 2 and (said := _of_label(block, owners)):
        return said
    header = block.header or _first_row(blocks, position)
    if not block.cells or block.cells == header or len(header) != len(block.cells):
        return []
    columns = {at: code for at, cell in enumerate(header) if (code := _state(even(cell)))}
    if counted := _of_counts(block, header, owners):
        return counted
    if not columns:
        return []
    name_at = next(
        (
            at
            for at, cell in enumerate(header)
            if at not in columns and _NAME.search(even(cell)) and not re.match("kodas|nr", even(cell))
        ),
        None,
    )
    if name_at is None:
        return _of_item_row(block, header, columns, owners)
    spelled = block.cells[name_at].strip()
    if len(spelled) < 4 or not re.search(r"[^\W\d]{3}", spelled):
        return []
    unit_at = next((at for at, cell in enumerate(header) if _UNIT.search(even(cell)) and at not in columns), None)
    name = cleaned(spelled)
    unit = unit_of(block.cells[unit_at] if unit_at is not None else "", name)
    around = f"{block.place.heading or ''} {header[name_at]}"
    found: list[Finding] = []
    for at, code in columns.items():
        value = value_of(block.cells[at])
        if value is None:
            continue
        values = {
            "name": name,
            "value": value,
            "unit": unit if unit else "vienetai",
            "kind": kind_of(spelled, around),
            "state": code,
        }
        parent = owners.owner(block) if _has_item(header) else None
        values |= {"scope": None if parent is not None else "strategy", "concept": concept_of(name)}
        values |= {
            "bound": bound_of(block.cells[at]),
            "approximate": False,
            "year": year_of(block.cells[at]),
        }
        found.append(_finding(block, at, values, parent))
    return found


def _of_item_row(block: Block, header: Sequence[str], columns: dict[int, str], owners: Owners) -> list[Finding]:
    """A row of an item whose column of target values counts by itself: "5 projektai", "ne mažiau kaip 120 dalyvių"."""
    found: list[Finding] = []
    parent = owners.owner(block)
    if not _has_item(header):
        return []
    for at, code in columns.items():
        for count in counts(block.cells[at]):
            if isinstance(count, Count) and count.noun.kind not in ("goal", "objective", "action"):
                values = {
                    "name": count.name,
                    "value": count.value,
                    "unit": count.noun.unit,
                    "kind": kind_of(count.name),
                    "state": code,
                }
                values |= {"scope": None if parent is not None else "strategy", "concept": concept_of(count.name)}
                bound = bound_before(block.cells[at][: count.start])
                values |= {"bound": _BOUNDS.get(bound, "exact"), "approximate": False, "year": year_of(block.cells[at])}
                found.append(_finding(block, at, values, parent))
    return found


def _of_label(block: Block, owners: Owners) -> list[Finding]:
    """A row of two cells: "Planuojami rezultatai | 30 dalyvių, 8 savanoriai"."""
    label = even(block.cells[0])
    state = next((code for code, pattern in _STATES if pattern.search(label)), None)
    parent = owners.owner(block)
    if parent is not None and (counted := _of_columns(block, ("", block.cells[0]), parent)):
        return counted
    if not re.search("rodikl|rezultat", label) or (state is None and parent is None):
        return []
    state = state or "planned"
    found: list[Finding] = []
    for count in counts(block.cells[1]):
        if isinstance(count, Count) and count.noun.kind not in ("goal", "objective", "action"):
            values = {"name": count.name, "value": count.value, "unit": count.noun.unit, "kind": kind_of(count.name)}
            values |= {"state": state, "scope": None if parent is not None else "strategy", "year": None}
            bound = _BOUNDS.get(bound_before(block.cells[1][: count.start]), "exact")
            values |= {"concept": concept_of(count.name), "bound": bound, "approximate": False}
            found.append(_finding(block, 1, values, parent))
    return found


def _of_counts(block: Block, header: Sequence[str], owners: Owners) -> list[Finding]:
    """Columns that say what they count, in a table of items: "Veiksmas | Projektų skaičius | Dalyvių skaičius"."""
    if not _has_item(header) or (parent := owners.owner(block)) is None:
        return []
    return _of_columns(block, header, parent)


def _of_columns(block: Block, header: Sequence[str], parent: int) -> list[Finding]:
    """The counts of the cells whose heads, or labels beside them, end with "skaičius"."""
    found: list[Finding] = []
    for at, cell in enumerate(header):
        heading = re.fullmatch(
            r"(?P<said>.*?)\b(?P<phrase>[\w ]+?) (?:skaičius|sk\.?)(?:,? ?\(?(?:vnt|asm)\.?\)?)?", cell.strip()
        )
        head = noun(heading["phrase"].split()[-1]) if heading else None
        value = value_of(block.cells[at]) if head and head.case == "gen" else None
        if head is None or value is None:
            continue
        words = [
            word
            for word in heading["phrase"].split()
            if not re.match("planuojam|siektin|numatom|pasiekt|igyvendint", even(word))
        ]
        name = nominative([word.lower() for word in words] or [head.plural], head)
        state = _state(even(cell)) or ("achieved" if "igyvendint" in even(cell) else "planned")
        values = {"name": name, "value": value, "unit": head.unit, "kind": kind_of(name), "state": state, "scope": None}
        bound = bound_of(block.cells[at])
        values |= {"concept": concept_of(name), "bound": bound, "approximate": False, "year": None}
        found.append(_finding(block, at, values, parent))
    return found


def _state(plain: str) -> str | None:
    if _NO_VALUE.search(plain) or not plain:
        return None
    return next((code for code, pattern in _STATES if pattern.search(plain)), None)


def _first_row(blocks: Sequence[Block], position: int) -> tuple[str, ...]:
    """The nearest row above with the same number of cells of which one heads a column of values, else the first."""
    first = position
    while first > 0 and blocks[first - 1].kind == "table_row" and position - first < 60:
        first -= 1
        cells = blocks[first].cells
        if len(cells) == len(blocks[position].cells) and any(_state(even(cell)) and len(cell) < 60 for cell in cells):
            return cells
    return blocks[first].cells


def _has_item(header: Sequence[str]) -> bool:
    return bool(re.search(r"tiksl(?:as|ai|o)|uzdavin|priemon|veiksm", even(" ".join(header))))


def _finding(block: Block, at: int, values: dict[str, object], parent: int | None) -> Finding:
    start = 0
    for cell in block.cells[:at]:
        start = max(block.text.find(cell, start), start) + len(cell)
    start = max(block.text.find(block.cells[at], start), start)
    name_start = max(0, block.text.find(str(values["name"])[:12]))
    end = start + len(block.cells[at])
    first = name_start if name_start <= start and len(block.text[name_start:end].split()) <= 25 else start
    return Finding("indicator", values, quotation(block.text, first, end), block.place, 0.96, parent)
