"""One finding as a fact of a record: its keys in the order of the form, and refused where its words prove nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from loaders import records
from loaders.documents.document import Document
from loaders.documents.finding import Finding
from loaders.proofs import amount_is_proven, date_is_proven, number_is_proven

FORMS: dict[str, type[BaseModel]] = {
    "programme": records.Programme,
    "approval": records.Approval,
    "edition": records.Edition,
    "document": records.Document,
    "territory": records.Territory,
    "funding": records.Amount,
    "item": records.Item,
    "target_group": records.TargetGroup,
    "indicator": records.Indicator,
    "project": records.Project,
    "call": records.Call,
    "event": records.Event,
    "strategy": records.Strategy,
    "vvg": records.VvgRecord,
}
"""The form of each field of findings."""

LISTS = {
    "programme": "programmes",
    "approval": "approvals",
    "edition": "editions",
    "document": "documents",
    "territory": "territories",
    "funding": "funding",
    "goal": "goals",
    "objective": "objectives",
    "measure": "measures",
    "action": "actions",
    "target_group": "target_groups",
    "indicator": "indicators",
    "project": "projects",
    "call": "calls",
    "event": "events",
}
"""The list of a strategy, item, project or call in which a fact stands."""

INNER = {name: field if field in FORMS else "item" for field, name in LISTS.items()}
"""The field of findings whose facts stand in each list."""

ABOUT_VVG = ("vvg", "name", "city", "municipality", "part", "place", "website")
"""What a record says of the VVG itself."""

COMMON = tuple(records.Fact.model_fields)
"""Keys that every fact has, after its own."""

_NOT_ITS_OWN = {"eu_period": ("strategy",), "level": (), "scope": ("funding", "indicator")}
"""Values of findings that say where a fact belongs: keys of the form in these fields alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of one of the documents of a draft; `src` names that document."""

    finding: Finding
    src: str
    document: Document
    parent: int | None = None
    """Number of what it belongs to among all findings of the draft; one that is not there is lost."""


def values(finding: Finding) -> dict[str, object]:
    """The values that the form has, in its order; those that are not known are left out."""
    given = {key: value for key, value in finding.values.items() if value not in (None, "", [], ())}
    own = [key for key in FORMS[finding.field].model_fields if key in given and key not in COMMON]
    rest = [key for key in given if key not in own]
    return {
        key: list(value) if isinstance(value := given[key], tuple) else value
        for key in (*own, *rest)
        if finding.field in _NOT_ITS_OWN.get(key, (finding.field,))
    }


def refusal(found: Found) -> str | None:
    """Why a finding is no fact of a record; None where it is one.

    The form has to accept it, its words have to stand in the document, and figures and dates in its words.
    """
    finding = found.finding
    if not _stands(found):
        return "its words do not stand in the document"
    form, known = FORMS[finding.field], values(finding)
    may_lack = finding.field in ("vvg", "strategy")
    given = known if finding.field == "vvg" else known | {"src": found.src, "as_written": finding.as_written}
    try:
        fact = form.model_validate(given)
    except ValidationError as error:
        faults = [fault for fault in error.errors() if not (may_lack and fault["type"] == "missing")]
        return _told(faults[0]) if faults else None
    return None if _is_proven(fact, [finding.as_written]) else "its words do not hold the figure"


def _told(fault: ErrorDetails) -> str:
    place = ".".join(str(part) for part in fault["loc"])
    return f"{place}: {fault['msg'].removeprefix('Value error, ')}"


def _stands(found: Found) -> bool:
    """Whether the words are a piece of the text at their place or of the title; the VVG may be named anywhere."""
    finding, document = found.finding, found.document
    words, at = finding.as_written, finding.place.line - 1
    if not words.strip():
        return False
    near = document.blocks[at].text if 0 <= at < len(document.blocks) else ""
    is_about_all = finding.field in ("vvg", "strategy")
    return words in near or words in document.title or (is_about_all and words in document.text)


def _is_proven(fact: BaseModel, words: Sequence[str]) -> bool:
    """What the build insists on too: figures and dates stand in the words."""
    match fact:
        case records.Amount():
            return amount_is_proven(fact.amount_eur, words)
        case records.Indicator():
            return number_is_proven(fact.value, words)
        case records.Approval() if fact.date:
            return date_is_proven(fact.date, words)
        case records.Edition():
            of_day = bool(fact.date and date_is_proven(fact.date, words))
            return of_day or number_is_proven(fact.year, words)
        case records.Territory():
            figures = [figure for figure in (fact.residents, fact.area_ha) if figure is not None]
            return all(number_is_proven(figure, words) for figure in figures)
    return True
