"""The strategy that a document is about: its title as quoted, its own years, and the EU period that they prove."""

import re
from collections import Counter
from collections.abc import Iterator

from loaders.documents.document import Document, Place
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finders.strategy_titles import Naming, cased, namings
from loaders.documents.finding import Finding
from loaders.documents.known import Known, read_known

_PROGRAMMES = (
    (
        re.compile(r"2014 ?- ?2020 ?(?:m\.|metu)[^.;]{0,60}(?:fondu|investiciju|veiksmu program)|(?<![\d.])0?8\.6\.1"),
        "2014-2020",
    ),
    (
        re.compile(
            r"2021 ?- ?2027 ?(?:m\.|metu)[^.;]{0,60}(?:fondu|investiciju|program)|01-004-08-04-01|(?<!\d)11-0\d\d-[tk]"
        ),
        "2021-2027",
    ),
)


def find(document: Document, known: Known | None = None) -> list[Finding]:
    """The strategies that the document names by title, the one that it is about first; one for each EU period."""
    vocabulary = (known or read_known()).vocabularies.schemes["periods"]
    bounds = {code: range(term.earliest_year or 0, (term.latest_year or 0) + 1) for code, term in vocabulary.items()}
    named = [one for at, text in _texts(document) for one in namings(text, at)]
    text = even(document.text[:400_000])
    of_programme = {period for pattern, period in _PROGRAMMES if pattern.search(text)}
    by_period: dict[str | None, list[Naming]] = {}
    for one in named:
        by_period.setdefault(_eu_period(one.years, bounds), []).append(one)
    nameless = by_period.pop(None, [])
    told = Counter({period: sum(_weight(one) for one in ones) for period, ones in by_period.items()})
    found = [
        _finding(document, period, by_period[period], is_main=at == 0) for at, period in enumerate(_by_weight(told))
    ]
    if not found:
        period = of_programme.pop() if len(of_programme) == 1 else None
        found = [_yearless(document, period, nameless)]
    return [one for one in found if one is not None]


def _eu_period(own_years: tuple[int, int] | None, bounds: dict[str, range]) -> str | None:
    if own_years is None:
        return None
    fitting = [code for code, allowed in bounds.items() if own_years[0] in allowed and own_years[1] in allowed]
    return fitting[0] if len(fitting) == 1 else None


def _texts(document: Document) -> Iterator[tuple[int, str]]:
    yield -1, document.title
    for at, block in enumerate(document.blocks):
        yield at, block.text


def _weight(one: Naming) -> int:
    return (6 if one.block == -1 else 1) + (2 if one.has_place else 0) + (1 if one.is_quoted else 0)


def _by_weight(told: Counter[str]) -> list[str]:
    """Periods by weight; one that is named in passing only, while another is clearly meant, is none."""
    ordered = told.most_common()
    return [
        period for period, weight in ordered if (weight >= 3 and weight * 6 >= ordered[0][1]) or period == ordered[0][0]
    ]


def _finding(document: Document, period: str, named: list[Naming], *, is_main: bool) -> Finding:
    spelled = Counter(even(one.title) for one in named)
    full = [one for one in named if one.has_place]
    own = Counter(one.years for one in named).most_common(1)[0][0]
    candidates = [one for one in full or named if one.years == own] or named
    best = max(candidates, key=lambda one: (*_worth(one), spelled[even(one.title)]))
    values: dict[str, object] = {"eu_period": period}
    if own:
        values["period"] = f"{own[0]}-{own[1]}"
    if best.has_place or len(best.title.split()) > 4:
        values["title"] = cased(best.title)
    confidence = 0.97 if best.has_place else 0.9
    return _at(document, best, values, confidence if is_main else confidence - 0.1)


def _yearless(document: Document, period: str | None, nameless: list[Naming]) -> Finding | None:
    """A strategy whose years are not said; its EU period where the document names the programme that finances it."""
    full = [one for one in nameless if one.has_place]
    if not full:
        return None
    best = max(full, key=_worth)
    values: dict[str, object] = {"eu_period": period} if period else {}
    return _at(document, best, values | {"title": cased(best.title)}, 0.85 if period else 0.75)


def _worth(one: Naming) -> tuple[bool, int, bool, bool]:
    return one.has_place, len(one.title.split()), not one.title.isupper(), one.block >= 0


def _at(document: Document, one: Naming, values: dict[str, object], confidence: float) -> Finding:
    if one.block < 0:
        return Finding("strategy", values, quotation(document.title, one.start, one.end), Place(1), confidence - 0.05)
    block = document.blocks[one.block]
    return Finding("strategy", values, quotation(block.text, one.start, one.end), block.place, confidence)
