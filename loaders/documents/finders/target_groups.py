"""Target groups of the strategy and of each item, in the source's own phrases.

A list separated by semicolons is split at them alone. A list of commas is split at commas and at the last "ir", "bei"
where each part names people of its own; parts that share the people named last stay one phrase: "esami ir buvę vaikų
socialinės globos namų, šeimynų auklėtiniai".
"""

import re
from dataclasses import replace

from loaders.documents.document import Block, Document
from loaders.documents.finders.group_cases import in_nominative
from loaders.documents.finders.group_phrases import groups, names_people
from loaders.documents.finders.group_uses import ends, meant
from loaders.documents.finders.owners import Owners
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finders.phrases import whole_sentences
from loaders.documents.finding import Finding
from loaders.documents.known import Known

_CERTAIN, _CLEAR = 0.97, 0.92
_LABEL = re.compile(
    r"(?:\b(?:strategijos|vps|veiksmo|priemones|uzdavinio|tikslo|projekto|pagrindin\w+|vietos pletros) ){0,4}"
    r"(?:\btikslin(?:e|es|iu|ei|ems) (?:grup(?:e|es|iu|ei|ems)|auditorij(?:a|os))|\bi tikslin(?:e|es) grup(?:e|es)"
    r"|\bnaudos gavej(?:ai|u grupes))(?: (?:atstovai|asmenys|nariai"
    r"|dalyviai))?(?P<clause>,? kuri(?:oms"
    r"|ai) [^:.;]{0,90}?)?"
    r"(?P<is> ?: ?-? ?| - tai ?:? ?| ?- ?| (?:yra|sudaro|priklauso|priskiriami|priskiriamos|patenka|ieina) ?:? ?)"
)
_HEADING = re.compile(
    r"^[\W\d]*(?:\W*(?:strategijos|vps|veiksmo|priemones|pagrindin\w+|vietos pletros) ){0,4}\W*tikslin(?:es"
    r"|e) grup(?:es"
    r"|e)(?:,? kuri(?:oms|ai) [^:]{0,90})?\W*$"
)
_ASKS_FOR_WHOM = re.compile(
    r"^\W*kam (?:ji |strategija )?skirta\b.{0,60}$|\b(?:strategij|veikl|priemon|paslaug"
    r"|veiksm)\w* (?:[^:.]{0,60} )?(?:skirt(?:a|os|as|i)"
    r"|orientuot\w+)\b[^:.]{0,60}:$|\b(?:sulauks|pades)\b[^:.]{0,40}:$"
)
_COLUMN = re.compile(r"tikslin\w+ (?:grup|auditor)|^kam skirta|naudos gavej")
_NO_COLUMN = re.compile(r"skaici|dydis|asmenu\b|suma")


def find(document: Document, known: Known, structure: list[Finding]) -> list[Finding]:
    """Every target group; `structure` holds the items and projects, `parent` is a position in it."""
    owners = Owners(document, structure)
    found: list[Finding] = []
    open_list: tuple[int | None, int] | None = None
    for position, block in enumerate(document.blocks):
        if block.kind == "table_row":
            open_list = None
            found += _in_row(block, owners)
            continue
        if open_list:
            owner, level = open_list
            if block.kind == "list_item" and (block.level >= level or not level):
                found += _of_list_item(block, owner, structure)
                continue
            open_list = None
        found += _in_text(block, owners)
        if _opens(block) and position + 1 < len(document.blocks):
            after = document.blocks[position + 1]
            owner = owners.owner(block, max(0, len(block.text) - 1))
            if after.kind == "list_item":
                open_list = (owner, after.level)
            elif (
                after.kind == "paragraph"
                and not meant(after.text, even(after.text))
                and not re.search(r"[.:] ?[A-ZĄČĘĖĮŠŲŪŽ]", after.text)
                and len(after.text.split()) < 70
            ):
                found += _findings(after, 0, len(after.text), owner, _CLEAR)
    return [replace(one, parent=_of_action(one.parent, structure)) for one in found]


def _of_action(owner: int | None, structure: list[Finding]) -> int | None:
    """The action that a call is for, where its groups are those of the action; any other owner stays."""
    if owner is None or structure[owner].field != "call" or not (code := structure[owner].values.get("measure")):
        return owner
    named = [at for at, one in enumerate(structure) if one.field == "item" and one.values.get("code") == code]
    return named[0] if named else owner


def _opens(block: Block) -> bool:
    plain = even(block.text).strip()
    tail = whole_sentences(block.text)[-1].even if plain else ""
    return (
        bool(_HEADING.match(tail) or _ASKS_FOR_WHOM.search(tail))
        or (bool(_LABEL.search(tail)) and tail.rstrip().endswith(":"))
        or bool(re.search(r"\btikslin\w+ grup\w+[^:.]{0,120}:$", tail))
    )


def _in_text(block: Block, owners: Owners) -> list[Finding]:
    plain = even(block.text)
    found: list[Finding] = []
    for match in _LABEL.finditer(plain):
        if not match["is"].strip() or re.match(r"(?:ir|nariai|dydis|skaicius)\b", plain[match.end() :]):
            continue
        stop = ends(block.text, match.end())
        start = match.end()
        if re.match(r"(?:asmenys )?(?:kuri|nurodyt|pasirink|pagal|numatyt|ne )", plain[start:stop]):
            continue
        found += _findings(block, start, stop, owners.owner(block, match.start()), _CERTAIN)
    if not found:
        for start, parts in meant(block.text, plain):
            found += [_finding(block, one, owners.owner(block, start), _CLEAR, name) for one, name in parts]
    return found


def _of_list_item(block: Block, owner: int | None, structure: list[Finding]) -> list[Finding]:
    text = block.text.rstrip(" ;.,")
    text = text + "." if re.search(r"\b(?:m|kt|pan)$", text) and block.text.startswith(text + ".") else text
    if len(text.split()) > 40 or not names_people(text):
        return []
    parts = [(0, len(text))]
    if ";" in text:
        parts = groups(block.text, 0, len(text))
    return [_finding(block, part, owner, _CERTAIN) for part in parts]


def _in_row(block: Block, owners: Owners) -> list[Finding]:
    found: list[Finding] = []
    place = 0
    for at, cell in enumerate(block.cells):
        start = max(block.text.find(cell, place), place)
        place = start + len(cell)
        heading = even(block.header[at]) if at < len(block.header) else ""
        is_label = at and _HEADING.match(even(block.cells[at - 1]))
        if cell == (block.header[at] if at < len(block.header) else None) or not cell:
            continue
        if is_label or (_COLUMN.search(heading) and not _NO_COLUMN.search(heading)):
            found += _findings(block, start, place, owners.owner(block, start), _CERTAIN)
    return found


def _findings(block: Block, start: int, stop: int, owner: int | None, confidence: float) -> list[Finding]:
    parts = groups(block.text, start, stop)
    return [
        _finding(block, part, owner, confidence) for part in parts if not _HEADING.match(even(block.text[slice(*part)]))
    ]


def _finding(
    block: Block, part: tuple[int, int], owner: int | None, confidence: float, turned: str | None = None
) -> Finding:
    name = block.text[part[0] : part[1]]
    words = quotation(block.text, *part) if len(name.split()) < 3 or len(name.split()) > 25 else name
    return Finding(
        "target_group", {"name": turned or in_nominative(name, "dat") or name}, words, block.place, confidence, owner
    )
