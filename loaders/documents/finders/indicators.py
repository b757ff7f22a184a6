"""Indicators in sentences, lists and tables: what was planned and what was achieved."""

import re

from loaders.documents.document import Block, Document
from loaders.documents.finders import indicator_tables
from loaders.documents.finders.counted import has_noun
from loaders.documents.finders.counts import Alone, Count, has_number, with_relative
from loaders.documents.finders.indicator_cells import unit_of
from loaders.documents.finders.indicator_lists import heads_a_list, list_state, sentences_of_list
from loaders.documents.finders.indicator_names import concept_of, kind_of, named
from loaders.documents.finders.indicator_quotes import Quoted, quoted_indicators
from loaders.documents.finders.owners import Owners
from loaders.documents.finders.passages import Sentence, even, quotation
from loaders.documents.finders.readings import of_pair, opposite, partners, readings
from loaders.documents.finders.states import State
from loaders.documents.finding import Finding
from loaders.documents.known import Known
from loaders.normalise.dates import dates
from loaders.normalise.numbers import bound_before
from loaders.normalise.periods import periods

BOUNDS = {">=": "at_least", "<=": "at_most"}
_ROUGHLY = re.compile(r"(?:\b(?:apie|beveik|arti|mazdaug|apytiksliai|per)|~) ?$")
_NOT_MEANT = re.compile(
    r"kriterij|\bbal(?:u|ai|us|as)\b|vertintoj|kvorum|balsav|pagal \w+ duomenis|ne veliau|vienam projektui"
    r"|vieno projekto|vienas pareiskej|\bkiekvien|turi dalyvauti|turi buti|privalo"
    r"|(?:pirm\w+|ankstesn\w+|praejus\w+|buvus\w+),? (?:[\w.-]+ ){0,4}?(?:strategij|laikotarp|period)|visoje lietuvoje"
    r"|\bsalyje\b|palyginim|kaimyn|kit(?:u|os) miest|visos \w+ (?:\w+ ){0,3}?vvg"
)
_ABOUT_PLACE = re.compile(
    r"(?:mieste|teritorijoje|seniunijoje|savivaldybeje|rajone) (?:\w+ ){0,3}(?:gyven|registr|veik)|gyveno|registruot"
    r"|\bdeklarav|nedarbo|statistik|demografi|emigrav|gime\b|mire\b"
)
_OWN_LABEL = re.compile(
    r"\W*(?:(?:produkto|rezultato|siektin\w+|planuojam\w+|numatom\w+|veiksmo|priemones|stebesenos) )*(?:rodikl\w+"
    r"|rezultat\w+)"
    r"(?: reiksm\w+)? ?[:-]"
)
_OF_MEETING = re.compile(
    r"konferencij|\bposed|susirinkim|\bvaldyb|\btaryb|komitet|darbo grup|\bforum|seminar\w+ dalyv|komisij"
)
_CONTRACTS_OF = re.compile(r"[a-z]+(?:ju|iu) (?:[a-z]+ ){0,4}?projektu (?:[a-z]+ ){0,2}?sutart")
"""Not the projects are counted but their contracts: "trijų vietos projektų finansavimo sutartys"."""
_OF_PROJECT = re.compile(r"\b[Pp]rojekt(?:o|e|as|ui|ą)\b")
_OF_CALL = re.compile(r"\bkvietim(?:o|ui|u|e)\b")


def find(document: Document, known: Known, structure: list[Finding]) -> list[Finding]:
    """Every indicator; `structure` holds the items, projects and calls, `parent` is a position in it."""
    owners = Owners(document, structure)
    titles = _titles(document, structure)
    is_report = bool(re.search(r"ataskait|apzvalg|pasiek|rezultat", even(document.title)))
    found: list[Finding] = []
    announced: State | None = None
    for position, block in enumerate(document.blocks):
        if block.kind == "table_row":
            found += indicator_tables.find(document.blocks, position, owners)
            continue
        if block.kind == "heading":
            announced = list_state(block, is_report)
            if not re.search(r"\d", block.text):
                continue
        if heads_a_list(block):
            announced = list_state(block, is_report) or announced
        for sentence in sentences_of_list(block.text):
            if sentence.text.rstrip().endswith(":") and re.search("rodikl|rezultat", sentence.even):
                announced = list_state(block, is_report) or announced
            own = _OWN_LABEL.match(sentence.even)
            if own and not is_report and not re.search("pasiek|faktin", own[0]):
                given: State | None = State("planned", 0, 0, "")
            else:
                given = announced if block.kind == "list_item" or len(sentence.text.split()) < 12 else None
            found += _in_sentence(block, sentence, owners, given, titles.get(block.place.line, []))
        if block.kind == "paragraph" and not block.text.rstrip().endswith(":") and len(block.text.split()) > 15:
            announced = None
    return found


def _titles(document: Document, structure: list[Finding]) -> dict[int, list[tuple[int, int]]]:
    """Where titles of items and projects stand, by line: a number inside a title is no indicator."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for finding in structure:
        line, title = finding.place.line, str(finding.values.get("title") or "")
        start = document.blocks[line - 1].text.find(title[:80]) if title and line <= len(document.blocks) else -1
        if start >= 0:
            spans.setdefault(line, []).append((start, start + len(title)))
    return spans


def _in_sentence(
    block: Block, sentence: Sentence, owners: Owners, announced: State | None, titles: list[tuple[int, int]]
) -> list[Finding]:
    text, plain = sentence.text, sentence.even
    if called := list(quoted_indicators(text)):
        return [_of_quotes(block, sentence, one, owners) for one in called]
    if not has_number(plain) or not has_noun(plain) or _is_not_meant(plain):
        return []
    told = [
        one
        for one in readings(text, plain, announced)
        if not any(start <= sentence.start + one.number.start < end for start, end in titles)
    ]
    found: list[Finding] = []
    for place, reading in enumerate(told):
        if not isinstance(reading.number, Count):
            continue
        pairs = partners(told, place)
        said = reading.state or (opposite(pairs[0]) if pairs else None)
        is_of_contracts = _CONTRACTS_OF.match(plain, reading.number.start)
        if said is None or is_of_contracts or _is_of_others(reading.number.noun.kind, plain):
            continue
        phrase = with_relative(text, plain, reading.number)
        name = named(reading.number, phrase, of_pair(told, reading.number) or said, plain)
        if name is None:
            continue
        is_of_items = reading.number.noun.kind in ("goal", "objective", "action")
        is_referred, parent = owners.referred(plain, reading.number.start)
        if is_referred and parent is None:
            continue
        if not is_referred and not is_of_items:
            parent = owners.owner(block, sentence.start + reading.number.start)
        for number, one in ((reading.number, said), *((pair.number, pair.state) for pair in pairs)):
            code = "planned" if is_of_items and name.concept != "strategy_actions_started" else one.code
            values = {
                "name": name.name,
                "value": number.value,
                "unit": reading.number.noun.unit,
                "kind": name.kind,
                "state": code,
            }
            values |= {"scope": _scope(sentence) if parent is None else None, "concept": name.concept}
            found.append(_finding(block, sentence, number, reading.number, values, parent))
    return found


def _is_not_meant(plain: str) -> bool:
    """Whether the numbers of a sentence are conditions, points, votes or those of others."""
    found = {match[0] for match in _NOT_MEANT.finditer(plain)}
    is_plan = re.search(r"\biki (?:\w+ ){0,2}20\d\d|strategij", plain) and "projekt" in plain
    return bool(found - {"turi buti"} if is_plan else found)


def _of_quotes(block: Block, sentence: Sentence, one: Quoted, owners: Owners) -> Finding:
    """An indicator whose name stands in quotes."""
    parent = owners.owner(block, sentence.start + one.start)
    values: dict[str, object] = {"name": one.name, "value": one.value, "unit": unit_of("", one.name)}
    values |= {"kind": kind_of(one.name), "state": one.state, "scope": None if parent is not None else "strategy"}
    values |= {"concept": concept_of(one.name), "bound": "exact", "approximate": False, "year": None}
    words = quotation(block.text, sentence.start + one.start, sentence.start + one.end)
    return Finding("indicator", values, words, block.place, 0.93, parent)


def _is_of_others(kind: str, plain: str) -> bool:
    """Whether people or bodies are counted who only live or work there, or who came to a meeting."""
    if kind in ("person", "participant", "organisation") and _OF_MEETING.search(plain):
        return True
    return kind in ("person", "organisation") and bool(_ABOUT_PLACE.search(plain)) and "dalyv" not in plain


def _scope(sentence: Sentence) -> str:
    if re.search(r"strategij|\bvps\b", sentence.even):
        return "strategy"
    if _OF_CALL.search(sentence.even):
        return "call"
    return "project" if _OF_PROJECT.search(sentence.text) else "strategy"


def _finding(
    block: Block, sentence: Sentence, number: Count | Alone, count: Count, values: dict[str, object], parent: int | None
) -> Finding:
    text = block.text
    start = sentence.start + min(number.start, count.start)
    end = sentence.start + max(number.end, count.last)
    if len(text[start:end].split()) > 25:
        start, end = sentence.start + number.start, sentence.start + number.end
    words = quotation(text, start, end)
    before = sentence.text[: number.start]
    bound = BOUNDS.get(bound_before(before), "exact")
    is_of_items = count.noun.kind in ("goal", "objective", "action")
    is_roughly = not is_of_items and bool(_ROUGHLY.search(even(before)[-20:])) and bound == "exact"
    year = None if is_of_items else _year(words) if number is count or values["state"] == "achieved" else None
    more = {"bound": bound, "approximate": is_roughly, "year": year}
    confidence = 0.95 if number.start > count.start or values["concept"] else 0.9
    return Finding("indicator", values | more, words, block.place, confidence, parent)


def _year(words: str) -> int | None:
    words = re.sub(r"[Ss]trategij\w+ iki 20\d\d m\.", "", words)
    years = {found.last.year for found in dates(words)} - {last for period in periods(words) for last in period}
    return years.pop() if len(years) == 1 and not periods(words) else None
