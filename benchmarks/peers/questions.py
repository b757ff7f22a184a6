"""The twelve questions that every system is asked, and what counts as the same answer."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from numbers import Number

VVG = "isgalvota-00001"
"""The local action group whose projects are asked for: one of those that benchmarks/strategies.py invents."""

CENT = 0.01
NOTHING = "nothing"
Row = tuple[object, ...]


class Differs(Exception):
    """Two systems gave different answers to one question."""


@dataclass(frozen=True)
class Question:
    """One question of the atlas.

    `columns` are those that all systems answer and that are compared; the atlas gives more. `order` are those whose
    order the question fixes; `sets` are lists of keys in one text, in no order.
    """

    name: str
    says: str
    columns: tuple[str, ...]
    order: tuple[str, ...]
    sets: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        "funding",
        "money of each strategy, in all and per resident",
        ("strategy", "amount_eur", "lowest_eur", "highest_eur", "statements", "residents", "per_resident_eur"),
        ("strategy",),
    ),
    Question(
        "totals",
        "strategies, money and participants of each period",
        ("eu_period", "strategies", "recorded", "with_allocated", "allocated_eur", "with_participants_planned",
         "participants_planned", "with_participants_achieved", "participants_achieved"),
        ("eu_period",),
    ),
    Question(
        "funding_spread",
        "median and quartiles of money per resident",
        ("eu_period", "strategies", "known", "counted", "lower_quartile", "median", "upper_quartile"),
        ("eu_period",),
    ),
    Question("money_by_fund", "strategies by fund and period", ("fund", "lt", "eu_period", "strategies"),
             ("eu_period", "strategies")),
    Question("funding_by_theme", "sums of measures by theme", ("strategy", "theme", "scope", "amount_eur"),
             ("strategy", "amount_eur")),
    Question(
        "projects_of_vvg",
        "projects of one VVG with their sums",
        ("project", "title", "status", "amount_eur", "amount_stage", "amount_role"),
        ("project",),
    ),
    # Two projects of one sum have no order among them: of the twenty the sums are compared.
    Question("largest_projects", "the twenty largest projects", ("stage", "role", "amount_eur"), ("amount_eur",)),
    Question("funding_choices", "strategies by scope and stage of money", ("scope", "stage", "strategies"),
             ("strategies", "scope", "stage")),
    Question(
        "indicator_choices",
        "indicators planned and achieved, by concept and scope",
        ("concept", "scope", "strategies", "indicators", "pairs"),
        ("strategies", "concept", "scope"),
    ),
    Question("group_counts", "strategies, VVGs and phrases by target group",
             ("term", "parent_term", "strategies", "vvgs", "phrases"), ("term",)),
    Question("calls_by_year", "calls by year", ("year", "calls", "strategies", "sources"), ("year",), ("sources",)),
    Question("applicants", "applicants with more than one project", ("applicant", "projects", "strategies", "sources"),
             ("projects", "applicant"), ("strategies", "sources")),
)  # fmt: skip


def plain(question: Question, rows: Iterable[Sequence[object]]) -> list[Row]:
    """The rows of an answer in its compared columns, free of the types of the system that gave it."""
    sets = [question.columns.index(column) for column in question.sets]
    return [
        tuple(
            " ".join(sorted(set(str(value).replace(",", " ").split()))) if at in sets else _plain(value)
            for at, value in enumerate(row)
        )
        for row in rows
    ]


def compare(question: Question, expected: list[Row], found: list[Row]) -> None:
    """Raises Differs unless both answers are the same to the cent, and in order where the question fixes one."""
    if len(expected) != len(found):
        raise Differs(f"{question.name}: {len(expected)} rows and {len(found)} rows")
    fixed = [question.columns.index(column) for column in question.order]
    for number, (one, other) in enumerate(zip(expected, found, strict=True)):
        if not all(_is_same(one[at], other[at]) for at in fixed):
            raise Differs(f"{question.name}: row {number} in order is {one} and {other}")
    for one, other in zip(sorted(expected, key=_sorting), sorted(found, key=_sorting), strict=True):
        if not all(map(_is_same, one, other)):
            raise Differs(f"{question.name}: {one} and {other}")


def _plain(value: object) -> object:
    if value is None or str(value) in ("<NA>", "nan"):
        return None
    if isinstance(value, str):
        return str(value)
    # numpy's and polars' own numbers, decimals and truth values: all of them count as numbers.
    number = float(value)  # type: ignore[arg-type]
    return int(number) if number.is_integer() else number


def _is_same(one: object, other: object) -> bool:
    if isinstance(one, Number) and isinstance(other, Number):
        return math.isclose(one, other, rel_tol=0, abs_tol=CENT / 2)
    return one == other


def _sorting(row: Row) -> list[tuple[str, object]]:
    """Texts first, then numbers: a number that differs by less than a cent moves no row past another text."""
    texts = [("text", NOTHING if value is None else value) for value in row if not isinstance(value, Number)]
    return [*texts, *(("value", value) for value in row if isinstance(value, Number))]
