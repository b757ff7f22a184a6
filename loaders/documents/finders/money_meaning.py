"""What the words around a sum make of it: its stage, its role, whether it is a part of the sum before it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from loaders.documents.finders import money_marks as marks
from loaders.documents.finders import money_words as words
from loaders.documents.finders.money_context import Piece
from loaders.normalise.money import Sum

_BOUNDS = {"=": "exact", ">=": "at_least", "<=": "at_most"}
_TITLE = re.compile(r"\"[^\"]{2,300}\"")
_GIVEN = re.compile(r"(?<!\w)(?:gavo|teko|atiteko|laimejo|skirta projektui|skyre|panaudo\w+)(?!\w)")
_MODAL = ("planned", "requested")


@dataclass(slots=True)
class Reading:
    """What was read of one sum."""

    amount_eur: Decimal
    scope: str
    stage: str
    role: str
    funds: list[str]
    parent: int | None
    confidence: float
    is_of_change: bool = False
    """One end of a change: "nuo" and "iki" before it are no bounds."""


def goes_on(plain: str) -> bool:
    """Whether a sentence tells the parts of the sum before it."""
    return bool(marks.GOES_ON.search(plain))


def nearest(scopes: list[words.Said], position: int) -> str | None:
    """The last one before the sum, else the first one after it."""
    before = [one for one in scopes if one.start < position]
    after = [one for one in scopes if one.start >= position]
    return before[-1].code if before else after[0].code if after else None


def is_lower_end(plain: str, amount: Sum) -> bool:
    """The least that a project may cost is no sum of its own."""
    return amount.bound == ">=" and bool(marks.ANY_PROJECT.search(plain)) and "nuo" in plain.split()


def without_quoted(plain: str) -> str:
    """The same letters with titles in quotes blotted out: their words say nothing of the sum."""
    return _TITLE.sub(lambda match: "_" * len(match[0]), plain)


def change(ahead: str, plain: str, role: str) -> tuple[str | None, str] | None:
    """Stage and role of a sum by which money was or is to be changed, from which or to which; None where it was not.

    In: the sentence before the sum, its own piece, and the role that other words give it.
    """
    is_change = marks.CHANGE.search(ahead)
    if is_change and marks.CHANGED_FROM.search(ahead):
        return "allocated", "whole"
    if is_change and marks.CHANGED_TO.search(ahead):
        is_done = marks.CHANGED_BY_NOW.search(ahead) and not marks.PLANNED_CHANGE.search(ahead)
        return "allocated" if is_done else "planned", "whole"
    if role != "change":
        return None
    is_planned = marks.PLANNED_CHANGE.search(plain)
    return "planned" if is_planned else "allocated" if marks.CHANGED_BY_NOW.search(plain) else None, role


def make_parts(read: list[Reading]) -> None:
    """Where every sum of a sentence is of another fund, the first is as much a part as the others."""
    funds = [tuple(one.funds) for one in read]
    is_shared = len(read) > 1 and len(set(funds)) == len(funds) and all(len(one) == 1 for one in funds)
    if is_shared and ("not_stated",) not in funds and read[0].role == "whole" and read[1].role in ("part", "own"):
        read[0].role = "part" if read[1].role == "part" else read[0].role


def is_difference(ahead: str, amount: Decimal, read: list[Reading]) -> bool:
    """Whether a sum in brackets is that by which the two before it differ: "nuo 500 iki 400 Eur (100 Eur)"."""
    if len(read) < 2 or not ahead.rstrip(" +-").endswith("("):
        return False
    return read[-1].role == "whole" and amount == abs(read[-1].amount_eur - read[-2].amount_eur)


def last_subject(plain: str) -> str | None:
    """What a sentence speaks of, where that is one thing only."""
    codes = {one.code for one in words.said(words.SCOPES, plain)} - {"area"}
    return codes.pop() if len(codes) == 1 else None


def stage_of(stages: list[words.Said], position: int, role: str, last: Reading | None, before: Reading | None) -> str:
    """The nearest word of a stage; "planuojama skirti" is a plan, not a decision. A part shares that of its whole."""
    if role in ("limit", "unused"):
        return "not_stated"
    modal = [one for one in stages if one.code in _MODAL]
    codes = {one.code for one in stages}
    if codes == {"contracted", "allocated"}:
        return "contracted"
    if stages:
        return min(modal or stages, key=lambda one: abs(one.start - position)).code
    if last:
        return "not_stated" if role == "value" and last.role != "value" else last.stage
    return before.stage if before and role == "part" else "not_stated"


def role_of(
    plain: str, position: int, amount: Decimal, funds: list[words.Said], before: Reading | None, piece: Piece
) -> tuple[str, float]:
    """Role of a sum by the words before it, then by those after; a part where a whole goes before."""
    ahead, after = plain[:position], plain[position:]
    codes = {one.code for one in funds}
    if marks.UNUSED.search(plain):
        return "unused", 0.95
    if marks.ANY_PROJECT.search(ahead) and piece.amount.bound == "<=":
        return "limit", 0.93
    is_given = _GIVEN.search(plain)
    if (marks.LIMIT.search(ahead) and not is_given) or (marks.LIMIT.search(after) and piece.amount.bound == "<="):
        return "limit", 0.95
    if marks.CHANGE_AFTER.search(after[len(piece.amount.wording) :]):
        return "change", 0.9
    if marks.CHANGE.search(ahead) and not marks.CHANGED_TO.search(ahead):
        return "change", 0.9
    if codes and codes <= {"own", "private", "municipal_budget"}:
        return "own", 0.95
    if before and before.role == "value" and amount < before.amount_eur and marks.SUPPORT.search(ahead):
        return "part", 0.9
    if marks.VALUE.search(ahead) or marks.VALUE_AFTER.search(after):
        return "value", 0.95
    if marks.OWN.search(ahead) and not codes:
        return "own", 0.9
    if marks.PART.search(ahead) or (
        before and codes and amount < before.amount_eur and before.role in ("whole", "value")
    ):
        return "part", 0.93
    if before and before.role in ("part", "own") and codes and amount != before.amount_eur:
        return "part", 0.9
    return "whole", 0.97


def values(read: Reading, piece: Piece) -> dict[str, object]:
    values: dict[str, object] = {
        "amount_eur": read.amount_eur,
        "scope": read.scope,
        "stage": read.stage,
        "role": read.role,
        "funds": read.funds,
    }
    if piece.amount.is_rounded:
        values["approximate"] = True
    bound = _BOUNDS[piece.amount.bound]
    if bound != "exact" and read.role != "limit" and not read.is_of_change:
        values["bound"] = bound
    return values
