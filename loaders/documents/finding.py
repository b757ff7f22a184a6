"""What was found: one fact of a document, with the words that prove it."""

from dataclasses import dataclass
from typing import Literal

from loaders.documents.document import Place

Field = Literal[
    "vvg",
    "strategy",
    "programme",
    "approval",
    "funding",
    "item",
    "target_group",
    "indicator",
    "project",
    "call",
    "edition",
    "document",
    "territory",
    "event",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact of a document, in the words of a record (`loaders/records.py`).

    `values` holds the keys of that field's form without src, as_written and note: a funding has amount_eur, scope,
    stage, role, funds …; an item level, code, title; a vvg vvg, name, city, municipality (part); a strategy
    eu_period, period, title. Dates are texts of ISO 8601, money is Decimal.
    """

    field: Field
    values: dict[str, object]
    as_written: str
    """At most 25 words, a piece of one block's text as it stands there."""
    place: Place
    confidence: float
    """From 0 to 1: how often such a reading is right."""
    parent: int | None = None
    """Position, in the list of all findings, of the item, project or call that it belongs to; None: the strategy."""
