"""Dated events of the strategy and of its group: founded, signed, approved, presented, met, started, deadlines."""

import re
from collections.abc import Iterator

from loaders.documents.document import Block, Document
from loaders.documents.finders.days import Day, days, years
from loaders.documents.finders.event_words import HAPPENED, NOT_EVENT, RULES, SUBJECT
from loaders.documents.finders.passages import Sentence, even, quotation
from loaders.documents.finders.persons import without_persons
from loaders.documents.finders.phrases import whole_sentences
from loaders.documents.finding import Finding
from loaders.documents.known import Known

_CLAUSE = re.compile(r"[;:] | - |, (?:o|bet|tad|todel) ")
_TIME = re.compile(
    r"^\W*(?:nuo )?[0-9]{1,2}[.:][0-9]{2}(?: ?(?:-|iki) ?[0-9]{1,2}[.:][0-9]{2})? ?(?:val\.|valanda\w*|h)"
    r"|^\W*[0-9]{1,2} ?val\."
)
_OF_YEAR = re.compile(
    r"(?:m\.|metais),? (?:\w+ ){0,2}(?:isteigt|ikurt|iregistruot|pradet(?:a|as|i) (?:igyvend|reng)"
    r"|baigt(?:a|as))\w*|(?:isteigt|ikurt|bus atlikt|numatyt|pradet|baigt)\w* (?:\w+ ){0,2}[0-9]{4} (?:m\.|metais)"
)
_PAID_BY = re.compile(r"(?:ismok|panaud|isisavin)\w* .{0,30}(?:eur|€)")
_FOUNDED = re.compile(r"(?:isteigt|ikurt|iregistruot)(?:a|as)(?: data)?\W*")
_SINCE = re.compile(r"(?<!\w)igyvendin(?:a|ama) nuo <>|(?<!\w)nuo <>,? (?:\S+ )?igyvendin(?:a|ama)(?!\w)")
_REST_OF_SPAN = re.compile(r"^[–—-]? ?(?:[a-ząčęėįšųūž]{3,8}(?:io|o|ies|ės|č?io) )?mėn(?:\.|es\w*) ", re.IGNORECASE)
_VIEWS = re.compile(r"(?<!projektiniu )(?<!projektinius )(?<!\w)(pasiulym|pastab)(?:us|u|ai|as|os)(?!\w)")
_SUBJECT_OF_VIEWS = re.compile(r"strategij\w* (?P<what>projekt|keitim|pakeit)\w*")
_MATTERS = {"proje": "projekto", "keiti": "keitimo", "pakei": "pakeitimo"}
_MOST_WORDS = 24
_LABEL = re.compile(r"^(?:data|kada|laikas|terminas)\W")


def find(document: Document, known: Known | None = None) -> list[Finding]:
    """What happened or is to happen on a day, in a month or quarter; a whole year only in rows of a chronicle."""
    found: dict[tuple[object, str], Finding] = {}
    for block in document.blocks:
        for finding in _in_row(block) if block.kind == "table_row" else _in_text(document, block):
            what = str(finding.values["what"])
            found.setdefault((finding.values["date"], even(what)), finding)
    return list(found.values())


def _in_text(document: Document, block: Block) -> Iterator[Finding]:
    if _is_byline(block):
        return
    for sentence in whole_sentences(block.text):
        named = days(sentence.text)
        if not named:
            named = [day for day in years(sentence.text) if day.start < 4 or _OF_YEAR.search(sentence.even)]
            named = named if len(named) == 1 else []
        named = [day for at, day in enumerate(named) if at == 0 or day.start > named[at - 1].start]
        taken: set[str] = set()
        for at, day in enumerate(named):
            stop = named[at + 1].start if at + 1 < len(named) else len(sentence.text)
            clause = _clause(sentence, day, named[at - 1].end if at else 0, stop)
            what = _what(sentence.text, clause, named)
            plain = sentence.even[clause[0] : clause[1]]
            if at and not HAPPENED.search(plain) and HAPPENED.search(sentence.even[: named[0].start]):
                # A list of days: what is said before the first is said of all.
                head, rest = sentence.text[: named[0].start].rstrip(" :–-("), sentence.text[day.end : clause[1]]
                what = _short(f"{head} {rest.strip(' ,;–-)')}")
                plain = sentence.even[: named[0].start] + plain
            if not what or what in taken or not _is_event(sentence, day, plain):
                continue
            taken.add(what)
            what = _named(document, sentence, day, plain) or what
            words = quotation(block.text, sentence.start + day.start, sentence.start + day.end)
            values: dict[str, object] = {"date": day.date.text, "what": what}
            yield Finding("event", values, words, block.place, 0.9 if SUBJECT.search(plain) else 0.8)


def _in_row(block: Block) -> Iterator[Finding]:
    """A row of a chronicle: a cell that is a date and nothing else, and a cell that tells of an event."""
    dated = [
        (at, found)
        for at, cell in enumerate(block.cells)
        if (found := days(cell) or years(cell)) and _is_date(cell, found)
    ]
    told = [
        cell
        for cell in block.cells
        if (len(cell.split()) > 1 or _FOUNDED.fullmatch(even(cell))) and HAPPENED.search(even(cell)) and not days(cell)
    ]
    if len(dated) != 1 or len(told) != 1 or len(dated[0][1]) != 1:
        return
    [day] = dated[0][1]
    if re.search(r"kvietim|projekt", even(" ".join(block.header))):
        return
    start = block.text.find(block.cells[dated[0][0]])
    words = quotation(block.text, start, start + len(block.cells[dated[0][0]]))
    what = _short(told[0]) or f"{told[0]} vietos veiklos grupė"
    yield Finding("event", {"date": day.date.text, "what": what}, words, block.place, 0.92)


def _is_date(cell: str, found: list[Day]) -> bool:
    rest = cell[: found[0].start] + cell[found[-1].end :]
    return not re.search(r"\w{2,}", rest)


def _is_byline(block: Block) -> bool:
    """The day of publication of a page, not an event."""
    return (len(block.text.split()) <= 6 and not HAPPENED.search(even(block.text))) or bool(
        _LABEL.match(even(block.text))
    )


def _clause(sentence: Sentence, day: Day, after: int, before: int) -> tuple[int, int]:
    """The part of the sentence that tells of that day: up to the dates beside it, at a joint of the sentence."""
    low, high = 0, len(sentence.text)
    if after:
        joints = [match.end() for match in _CLAUSE.finditer(sentence.even, after, day.start) if match.end() < day.start]
        comma = sentence.even.rfind(", ", after, day.start)
        low = joints[-1] if joints else comma + 2 if comma >= 0 else after
    if before < len(sentence.text):
        joints = [match.start() for match in _CLAUSE.finditer(sentence.even, day.end, before)]
        comma = sentence.even.rfind(", ", day.end, before)
        high = comma if comma >= 0 else joints[-1] if joints else before
    return low, high


def _is_event(sentence: Sentence, day: Day, plain: str) -> bool:
    if not HAPPENED.search(plain) or RULES.search(sentence.even) or _PAID_BY.search(plain):
        return False
    ahead = sentence.even[max(0, day.start - 60) : day.start]
    return not NOT_EVENT.search(ahead) and bool(SUBJECT.search(sentence.even))


def _named(document: Document, sentence: Sentence, day: Day, plain: str) -> str:
    """A short name of what a sentence says in many words: since when a strategy runs, until when views are taken."""
    if _SINCE.search(f"{sentence.even[: day.start]}<>{sentence.even[day.end :]}") and "strategij" in sentence.even:
        return "pradėta įgyvendinti strategija"
    views = _VIEWS.findall(plain)
    if not views or not re.search(r"(?<!\w)iki\W*$", sentence.even[: day.start]):
        return ""
    nouns = [noun for stem, noun in (("pastab", "pastabų"), ("pasiulym", "pasiūlymų")) if stem in views]
    about = _SUBJECT_OF_VIEWS.search(plain) or _SUBJECT_OF_VIEWS.search(even(document.title))
    subject = ""
    if about:
        subject = f" dėl strategijos {_MATTERS[about['what'][:5]]}"
    return f"{' ir '.join(nouns)}{subject} teikimo terminas"


def _what(text: str, clause: tuple[int, int], named: list[Day]) -> str:
    """The clause without its dates and hours, cut to a short form."""
    low, high = clause
    pieces, at = [], low
    for day in named:
        if low <= day.start and day.end <= high:
            pieces.append(text[at : day.start])
            at = day.end
    pieces.append(text[at:high])
    kept = pieces[0]
    for piece in pieces[1:]:
        time = _TIME.match(even(piece))
        is_open = kept.count("(") > kept.count(")") and piece.startswith(")")
        if is_open and not kept.rstrip().endswith("("):
            kept = kept.rstrip(" ,") + ")"
        kept = re.sub(r"(?i)\b(?:nuo|iki|vykusi\w*|vyksian\w*)?\s*\(?\s*$", "", kept).rstrip(" ,(–-")
        rest = (piece[time.end() :] if time else piece).lstrip(" ,)–-:")
        kept = f"{kept} {rest}" if kept else rest
    return _short(_REST_OF_SPAN.sub("", kept))


def _short(text: str) -> str:
    clean = without_persons(" ".join(text.split())).strip(" ,;:–-.")
    clean = re.sub(r"(?: |^)(?:nuo|iki|ir|bei)$", "", clean)
    words = clean.split()
    if len(words) > _MOST_WORDS:
        clean = " ".join(words[:_MOST_WORDS]).rstrip(" ,;:–-(") + " …"
    return clean if len(re.findall(r"\w{3,}", clean)) >= 2 else ""
