"""All that a document says: every finder in order, each fact once, each proven by the words that it quotes."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from loaders.documents.document import Document
from loaders.documents.finders import (
    approval,
    call,
    editions,
    event,
    funding,
    indicators,
    items,
    papers,
    programme,
    projects,
    strategy,
    target_groups,
    territory,
    vvg,
)
from loaders.documents.finding import Finding
from loaders.documents.known import Known, read_known
from loaders.normalise.dates import partial_date
from loaders.proofs import amount_is_proven, date_is_proven, number_is_proven
from loaders.quotations import MOST_WORDS

_FLAT = (vvg, strategy, programme, approval, territory, event, editions, papers)
_ONCE_A_DOCUMENT = ("vvg", "strategy", "project", "edition", "document", "programme", "territory")
"""Fields of which the same values at two places are one fact, whatever they belong to."""


def find(document: Document, known: Known | None = None) -> list[Finding]:
    """Every finding of a document in its order; `parent` is a position in the returned list.

    A finding whose words do not stand in the document, are more than 25, or do not hold its figure or date is left
    out; of two with the same values the surer stays, of two equally sure ones the first.
    """
    known = known or read_known()
    structure: list[Finding] = []
    for finder in (items, projects, call):
        structure += _moved(finder.find(document, known), len(structure))
    found = [*structure]
    found += target_groups.find(document, known, structure)
    found += indicators.find(document, known, structure)
    found += funding.find(document, structure, known)
    for finder in _FLAT:
        found += finder.find(document, known)
    return _in_order(found, [_is_proven(document, finding) for finding in found])


def _moved(found: Sequence[Finding], by: int) -> list[Finding]:
    """The findings of one finder among all: its own positions become those of the whole list."""
    return [replace(one, parent=one.parent + by) if one.parent is not None else one for one in found]


def _in_order(found: list[Finding], is_kept: list[bool]) -> list[Finding]:
    """Without what is not proven and what was said before; parents follow to their new places."""
    same: dict[object, int] = {}
    stays: dict[int, int] = {}
    for at, finding in enumerate(found):
        if not is_kept[at]:
            continue
        key = _key(found, finding)
        first = same.setdefault(key, at)
        if first != at and finding.confidence > found[first].confidence:
            same[key] = at
    for at, finding in enumerate(found):
        if is_kept[at]:
            stays[at] = same[_key(found, finding)]
    order = sorted(set(stays.values()), key=lambda at: (found[at].place.line, at))
    new = {at: place for place, at in enumerate(order)}
    return [replace(found[at], parent=_new_parent(found, found[at].parent, stays, new)) for at in order]


def _key(found: list[Finding], finding: Finding) -> object:
    values = tuple(sorted((key, str(value)) for key, value in finding.values.items() if value is not None))
    if finding.field in _ONCE_A_DOCUMENT or finding.parent is None:
        return finding.field, values, None
    parent = found[finding.parent]
    return finding.field, values, (parent.field, str(parent.values.get("title")), str(parent.values.get("number")))


def _new_parent(found: list[Finding], parent: int | None, stays: dict[int, int], new: dict[int, int]) -> int | None:
    """The new place of a parent; of one that was left out, that of its own parent."""
    while parent is not None and parent not in stays:
        parent = found[parent].parent
    return new[stays[parent]] if parent is not None else None


def _is_proven(document: Document, finding: Finding) -> bool:
    """Whether the words stand in the document and hold the figures and dates of the finding."""
    words = finding.as_written
    at = finding.place.line - 1
    if not words or len(words.split()) > MOST_WORDS:
        return False
    if finding.field not in ("vvg", "strategy"):
        near = document.blocks[at].text if 0 <= at < len(document.blocks) else ""
        if words not in near and words not in document.title:
            return False
    return _holds(finding.field, finding.values, words)


def _holds(field: str, values: dict[str, object], words: str) -> bool:
    if field == "funding":
        return amount_is_proven(Decimal(str(values["amount_eur"])), [words])
    if field == "indicator":
        year = values.get("year")
        return number_is_proven(Decimal(str(values["value"])), [words]) and (year is None or str(year) in words)
    if field == "edition":
        date = values.get("date")
        return str(values["year"]) in words and (date is None or date_is_proven(partial_date(str(date)), [words]))
    if field in ("approval", "event") and values.get("date"):
        return date_is_proven(partial_date(str(values["date"])), [words]) or bool(values.get("inferred"))
    return True
