"""Decisions on the strategy: who approved it, by which order, on which day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.documents.document import Block, Document
from loaders.documents.finders import authorities
from loaders.documents.finders.days import Day, days
from loaders.documents.finders.money_marks import NOT_OURS
from loaders.documents.finders.orders import ACT, NUMBER, STRATEGY, balanced, of_order, of_stamp, spelled
from loaders.documents.finders.passages import Sentence, even, quotation
from loaders.documents.finders.phrases import whole_sentences
from loaders.documents.finding import Finding
from loaders.documents.known import Known

_NUMBER_REACH = 70
_DECIDED = re.compile(
    r"(?<!\w)(?:(?:pa)?tvirtint(?:a|as|os|i)|patvirtino|patvirtinti|patvirtinus|irasyt(?:a|os|as)|irase"
    r"|itraukt(?:a|os|as)|itrauke|pritart(?:a|i)|pritare|atrinkt(?:a|os)|atrinko"
    r"|skirt(?:a|i|as)|skyre|pateko|finansuotin\w+|pripazint\w+)(?!\w)|tvirtinim|del pritarimo"
)
_STILL_TO_COME = re.compile(
    r"(?<!\w)(?:bus (?:\S+ )?(?:teikiam|tvirtinam|svarstom|patvirtin)\w*|tvirtins|svarstys"
    r"|numatoma (?:pa)?tvirtinti|planuojama (?:pa)?tvirtinti)"
)
_OF_RULES = re.compile(r"(?<!\w)(?:vadovauja\w+|vadovaudam\w+|remiantis|laikantis|pagal|nustatyt\w+)(?: \S+){0,14}$")
_RULES_AFTER = re.compile(
    r"^[^.;]{0,60}?(?:patvirtint|nustatyt)\w+ (?:\S+ ){0,12}?(?:taisykl|apras|tvark|metodik|gair|reikalavim|program)"
    r"|^\W*(?:\S+ ){0,2}redakcij"
)
_OTHER_SUBJECT = re.compile(
    r"ataskait|projektu (?:\w+ )?saras|kvietim|pareiskej|projektini\w+ pasiulym|valdybos nari"
    r"|atrankos (?:pradzi|pabaig)|pirminink|istat"
)
_GRANT = re.compile(r"vidaus reikal\w+ ministr\w+ .{0,60}isakymu .{0,60}skirt")
_LABELLED = re.compile(r"\W*(?:patvirtinta|patvirtino|pritarta|tvirtinimas|patvirtinimas) ?[:|-]")
_BOUND_TO_STRATEGY = re.compile(
    r"strategij(?:a|ai|os|os projektui),?(?: \S+){0,6} (?:patvirtint|itraukt|pritart|pritare|patvirtino)"
    r"|(?:patvirtin|itrauk|pritar)\w*(?: \S+){0,8} strategij(?:a|ai)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Act:
    number: str | None
    start: int
    end: int
    number_end: int


def find(document: Document, known: Known | None = None) -> list[Finding]:
    """The decisions on the strategy, each once: by order and date, else by authority and date."""
    found: dict[tuple[object, ...], Finding] = {}
    if whole := of_order(document):
        found[whole.values["order"],] = whole
    about = bool(STRATEGY.search(even(document.title)))
    is_report = "ataskait" in even(document.title)
    if stamp := None if is_report else of_stamp(document, is_about_it=about):
        found[stamp.values.get("order"),] = stamp
    for block in document.blocks:
        for sentence in whole_sentences(block.text):
            for finding in _in_sentence(block, sentence, about):
                values = finding.values
                key = (values["order"],) if "order" in values else (values.get("date"), values["authority"])
                if key not in found or len(values) > len(found[key].values):
                    found[key] = finding
    dated = {finding.values.get("date") for key, finding in found.items() if "order" in finding.values}
    return [one for one in found.values() if "order" in one.values or one.values.get("date") not in dated]


def _in_sentence(block: Block, sentence: Sentence, is_about_it: bool) -> Iterator[Finding]:
    """`is_about_it`: the whole document is about a strategy, so an order that gives money gives it to that one."""
    plain = sentence.even
    is_grant = is_about_it and _GRANT.search(plain) and "projekt" not in plain
    is_grant = is_grant or (_LABELLED.match(plain) and (is_about_it or block.kind == "table_row"))
    if not (STRATEGY.search(plain) or is_grant) or not _DECIDED.search(plain) or _STILL_TO_COME.search(plain):
        return
    if (
        "rezervin" in plain
        or (_OTHER_SUBJECT.search(plain) and not _BOUND_TO_STRATEGY.search(plain))
        or NOT_OURS.search(_without_lists(plain))
    ):
        return
    on = days(sentence.text)
    acts = [act for act in _acts(sentence) if _is_decision(plain, act)]
    if not acts and not list(ACT.finditer(plain)):
        yield from _without_order(block, sentence, on)
    for act in acts:
        who = authorities.nearest(sentence.text, act.start)
        when = _day_of(act, on)
        if who is None or (when is None and act.number is None):
            continue
        values: dict[str, object] = {"authority": who.name}
        if act.number:
            values["order"] = spelled(act.number, who.name)
        if when:
            values["date"] = when.date.text
        ends = [act.start, act.number_end, *([when.start, when.end] if when else [])]
        words = quotation(block.text, sentence.start + min(ends), sentence.start + max(ends))
        yield Finding("approval", values, words, block.place, 0.99 if when and act.number else 0.93)


def _without_lists(plain: str) -> str:
    """The list of strategies that one is put on is no sum of many strategies."""
    return re.sub(
        r"(?:finansuo\w+|atrinkt\w+|siulom\w+|vietos pletros|pletros|ir|atrinkti)? ?strategiju (?=saras)", "", plain
    )


def _acts(sentence: Sentence) -> Iterator[_Act]:
    for match in ACT.finditer(sentence.even):
        reach = sentence.text[match.end() : match.end() + _NUMBER_REACH]
        stop = ACT.search(sentence.even, match.end(), match.end() + _NUMBER_REACH)
        number = NUMBER.search(reach[: stop.start() - match.end()] if stop else reach)
        if number and any(letter.isdigit() for letter in number["number"]):
            clean = balanced(number["number"])
            end = match.end() + number.start("number") + len(clean)
            yield _Act(clean, match.start(), match.end(), end)
        else:
            yield _Act(None, match.start(), match.end(), match.end())


def _is_decision(plain: str, act: _Act) -> bool:
    return not _OF_RULES.search(plain[max(0, act.start - 130) : act.start]) and not _RULES_AFTER.search(
        plain[act.number_end :]
    )


def _day_of(act: _Act, on: list[Day]) -> Day | None:
    """The date right before the act or in the brackets after it; else the only one of the sentence."""
    exact = [day for day in on if day.date.first == day.date.last]
    near = [day for day in exact if -45 <= day.start - act.start <= 70 or act.start - day.end in range(0, 25)]
    if near:
        return min(near, key=lambda day: min(abs(act.start - day.end), abs(day.start - act.number_end)))
    return exact[0] if len(exact) == 1 else None


def _without_order(block: Block, sentence: Sentence, on: list[Day]) -> Iterator[Finding]:
    """A decision of a meeting or council on a day, with no number."""
    exact = [day for day in on if day.date.first == day.date.last]
    who = authorities.only(sentence.text)
    if len(exact) != 1 or who is None or not _BOUND_TO_STRATEGY.search(sentence.even):
        return
    values: dict[str, object] = {"authority": who.name, "date": exact[0].date.text}
    ends = (exact[0].start, exact[0].end, who.start, who.end)
    words = quotation(block.text, sentence.start + min(ends), sentence.start + max(ends))
    yield Finding("approval", values, words, block.place, 0.9)
