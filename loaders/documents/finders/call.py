"""Calls for project proposals: number, dates, the action that is called for, the share of support."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from loaders.documents.document import Block, Document
from loaders.documents.finders import call_tables
from loaders.documents.finders.call_words import (
    ACTIVITY,
    BARE_PROPOSALS,
    CLOSES,
    CODE_OF_MEASURE,
    FOR_PROJECTS,
    LIST_APPROVED,
    NO_CALL,
    OF_PROJECTS,
    OF_STRATEGY,
    OPENS,
    PLANNED,
    SPAN,
    SUPPORT,
    number_of_call,
)
from loaders.documents.finders.days import Day, days
from loaders.documents.finders.passages import Sentence, even, quotation
from loaders.documents.finders.phrases import quoted, whole_sentences
from loaders.documents.finding import Finding
from loaders.documents.known import Known
from loaders.normalise.money import sums

_COUNTED = re.compile(
    r"(?:gaut|pateikt|sulauk|atrink|finansuo)\w* (?:\S+ ){0,3}?[0-9]+ (?:\S+ ){0,3}?(?:paraisk|pasiulym|projekt)"
)
_LONGEST_CONDITION = 16
_OF_OTHERS = re.compile(
    r"(?<!\w)strategij(?:a|ai|oje)(?!\w)|nuo strategijos|ismoket|panaudot|isisavint|susirinkim|ataskait"
)
_ONE_CALL = re.compile(r"kvietim(?!ai|us|u(?!\w)|ams|uose)|projekt")


@dataclass(slots=True)
class _Call:
    """A call as it is being read; its proof is the sentence that says most."""

    block: Block
    start: int
    end: int
    values: dict[str, object] = field(default_factory=dict)


def find(document: Document, known: Known | None = None) -> list[Finding]:
    """The calls of the document in order, those of tables included."""
    calls: dict[str, _Call] = {}
    current: _Call | None = None
    asks_for_views = bool(OF_STRATEGY.search(even(document.title)))
    for block in document.blocks:
        if block.kind == "heading":
            current = None
        if block.kind == "table_row" and len(block.cells) > 2:
            continue
        for sentence in whole_sentences(block.text):
            is_view = BARE_PROPOSALS.search(sentence.even) and not FOR_PROJECTS.search(sentence.even)
            if not (asks_for_views and is_view):
                current = _in_sentence(block, sentence, calls, current)
    is_about_calls = "kvietim" in even(document.title)
    found = [_finding(call) for call in calls.values() if call.values and (is_about_calls or _is_told(call))]
    rows = list(call_tables.find(document))
    in_rows = {row.values["number"]: row for row in rows if "number" in row.values}
    alone = []
    for one in found:
        if row := in_rows.get(one.values.get("number")):
            row.values.update({key: value for key, value in one.values.items() if key not in row.values})
        else:
            alone.append(one)
    return [*alone, *rows]


def _in_sentence(block: Block, sentence: Sentence, calls: dict[str, _Call], current: _Call | None) -> _Call | None:
    """Reads one sentence; what it says belongs to the call that it names, else to the one before it."""
    plain = sentence.even
    if NO_CALL.search(plain):
        return current
    told = dict(_dates(sentence))
    for named in number_of_call(sentence.text):
        call = calls.get(named.number)
        if call is None:
            start, end = sentence.start + named.start, sentence.start + named.end
            call = calls[named.number] = _Call(block, start, end, {"number": named.number})
        current = call
    is_about_calls = bool(OF_PROJECTS.search(plain))
    if current is None and is_about_calls and _ONE_CALL.search(plain) and {"opened", "closed"} & told.keys():
        key = f"{told.get('opened')} {told.get('closed')}"
        current = calls.setdefault(key, _Call(block, sentence.start, sentence.start + len(sentence.text)))
    if current is None:
        return None
    if is_about_calls or number_of_call(sentence.text) or (_is_line_of(block, current) and _is_condition(plain)):
        for key, value in {**told, **dict(_others(sentence, block))}.items():
            current.values.setdefault(key, value)
    return current


def _is_told(call: _Call) -> bool:
    """Whether something is said of the call, and it is not only named in passing."""
    if call.values.keys() - {"number", "measure"} or call.block.kind == "heading":
        return True
    sentence = next(one for one in whole_sentences(call.block.text) if call.start < one.start + len(one.text))
    return bool(sums(sentence.text) or _COUNTED.search(sentence.even))


def _is_condition(plain: str) -> bool:
    """Whether a sentence is as short as a condition of a call, and speaks of nothing else."""
    is_short = len(plain.split()) <= _LONGEST_CONDITION or SUPPORT.search(plain)
    return bool(is_short) and not _OF_OTHERS.search(plain)


def _is_line_of(block: Block, call: _Call) -> bool:
    """Whether a line still stands under the head of a call."""
    return 0 <= block.place.line - call.block.place.line <= 12


def _dates(sentence: Sentence) -> Iterator[tuple[str, str]]:
    plain, named = sentence.even, days(sentence.text)
    if not named:
        return
    if LIST_APPROVED.search(plain) and len(named) == 1:
        yield "list_approved", named[0].date.text
        return
    if PLANNED.search(plain) and len(named) == 1:
        yield "planned_for", named[0].date.text
        return
    if len(named) == 2 and SPAN.search(plain[: named[0].start] + "<1>" + plain[named[0].end : named[1].start] + "<2>"):
        yield "opened", named[0].date.text
        yield "closed", named[1].date.text
        return
    for day in named:
        if role := _role(plain, day):
            yield role, day.date.text


def _role(plain: str, day: Day) -> str | None:
    ahead = plain[max(0, day.start - 90) : day.start]
    closing, opening = CLOSES.search(ahead), OPENS.search(ahead)
    if closing and (not opening or closing.start() >= opening.start()):
        return "closed"
    return "opened" if opening or re.match(r"\W*(?:\S+ ){0,6}?(?:skelbiam|paskelb)\w+", plain[day.end :]) else None


def _others(sentence: Sentence, block: Block) -> Iterator[tuple[str, object]]:
    plain = sentence.even
    codes = [(match["code"] or match["code2"]).rstrip(".") for match in CODE_OF_MEASURE.finditer(plain)]
    if codes:
        yield "measure", ", ".join(dict.fromkeys(codes))
    if match := ACTIVITY.search(plain):
        yield "activity_code", match[0]
    if match := SUPPORT.search(plain):
        yield "support_percent", Decimal((match["percent"] or match["other"]).replace(",", "."))
    head = re.match(r"\W*(?:kvietimas|kvietimo pavadinimas)", plain)
    if head and (named := quoted(sentence.text)):
        title = sentence.text[named[0][0] : named[0][1]]
        if len(title.split()) > 2:
            yield "title", title


def _finding(call: _Call) -> Finding:
    words = quotation(call.block.text, call.start, call.end)
    is_dated = {"opened", "closed"} & call.values.keys()
    return Finding("call", call.values, words, call.block.place, 0.95 if is_dated else 0.85)
