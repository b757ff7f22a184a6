"""The proofs behind figures: what a source says in its own words, what others say, and why one of them is shown."""

from collections.abc import Callable, Iterable

import pandas as pd

from database.choice import Choice
from ui import funding_words
from ui import indicator_words as words
from ui.answer import Proof, is_missing
from ui.session import OpenDatabase, frame
from ui.texts import _, day, euros, exact, ngettext

Row = dict[str, object]

MONEY = ("allocated", "paid")
PEOPLE = {
    "participants_planned": ("participants", "planned"),
    "participants_achieved": ("participants", "achieved"),
    "projects_planned": ("local_projects", "planned"),
    "projects_achieved": ("local_projects", "achieved"),
}
"""Columns of strategy_overview that hold an indicator: its concept and state."""


def why_shown(atlas: OpenDatabase, shown: Row, other: Row) -> str:
    """The rule, in words, by which one of two statements of the same thing is shown."""
    if shown["source_rank"] != other["source_rank"]:
        return _(
            "Shown is the source of higher rank: „{shown}“, not „{other}“.",
            shown=atlas.label("source_kinds", shown["kind"]),
            other=atlas.label("source_kinds", other["kind"]),
        )
    if shown["stated"] != other["stated"] and not (is_missing(shown["stated"]) and is_missing(other["stated"])):
        return _("The sources are of the same rank; the newer statement is shown.")
    return _("The sources are of the same rank and date; the one that stands later in the record is shown.")


def whose_residents(atlas: OpenDatabase, row: Row) -> str:
    """The rule, in words, by which a strategy is divided by these residents. In: a row of the question strategies."""
    kind = atlas.label("territory_kinds", row["residents_kind"]).lower()
    year = "" if is_missing(row["residents_year"]) else f", {day(str(int(float(str(row['residents_year'])))))}"
    return _(
        "Divided by: {kind}{year}. The strategy's own territory comes first, then its city, eldership and municipality;"
        " of several years the one nearest to its first.",
        kind=kind, year=year,
    )  # fmt: skip


def sums(atlas: OpenDatabase, choice: Choice, shown: pd.DataFrame) -> list[Proof]:
    """The proof of each shown sum with what other sources say. In: rows of the question funding, of this choice."""
    keys = ["strategy", "scope", "stage"]
    said = _grouped(frame("funding_statements", choice), keys)
    proofs = []
    for row in shown.to_dict("records"):
        kind = funding_words.kind_name(atlas, f"{row['scope']}.{row['stage']}")
        what = f"{atlas.strategy(row)} – {kind}"
        proofs.append(_proof(atlas, what, said[tuple(row[key] for key in keys)], _sum))
    return proofs


def every_sum(atlas: OpenDatabase, choice: Choice) -> list[Proof]:
    """The proofs of the shown sums of every scope and stage."""
    kinds = frame("funding_choices", choice).to_dict("records")
    found = [sums(atlas, choice, frame("funding", choice, kind["scope"], kind["stage"])) for kind in kinds]
    return [proof for of_kind in found for proof in of_kind]


def indicators(atlas: OpenDatabase, choice: Choice, pairs: pd.DataFrame) -> list[Proof]:
    """The proof of each planned and achieved value. In: rows of the question indicators, of this choice."""
    keys = ["strategy", "scope", "subject", "name"]
    said = _grouped(frame("indicator_statements", choice), [*keys, "state"])
    states = {"planned": _("target"), "achieved": _("actual")}
    proofs = []
    for row in pairs.to_dict("records"):
        for state, label in states.items():
            if statements := said.get((*(row[key] for key in keys), state)):
                what = f"{atlas.strategy(row)} · {row['name']} – {label}"
                proofs.append(_proof(atlas, what, statements, _value))
    return proofs


def of_strategies(atlas: OpenDatabase, choice: Choice, figures: Iterable[str]) -> list[Proof]:
    """The proofs of figures of whole strategies.

    In: of MONEY, of PEOPLE, or residents. Out: figure after figure, in each the strategies in their order.
    """
    strategies = frame("strategies", choice).to_dict("records")
    sums = _grouped(frame("funding_statements", choice), ["strategy", "scope", "stage"])
    values = _grouped(frame("indicator_statements", choice), ["strategy", "scope", "concept", "state"])
    proofs: list[Proof] = []
    for figure in figures:
        column = f"{figure}_eur" if figure in MONEY else figure
        for row in strategies:
            if is_missing(row[column]):
                continue
            whose = atlas.strategy(row)
            if figure == "residents":
                residents = ngettext("{n} resident", "{n} residents", int(str(row["residents"])))
                proofs.append(
                    Proof(f"{whose} – {residents}", None, row["residents_source"], (), whose_residents(atlas, row))
                )
            elif figure in MONEY:
                scope = "strategy" if figure == "allocated" else str(row["paid_scope"])
                kind = funding_words.kind_name(atlas, f"{scope}.{figure}")
                proofs.append(_proof(atlas, f"{whose} – {kind}", sums[row["strategy"], scope, figure], _sum))
            else:
                concept, state = PEOPLE[figure]
                said = _of_shown(values[row["strategy"], "strategy", concept, state], row, figure)
                label = _("target") if state == "planned" else _("actual")
                proofs.append(_proof(atlas, f"{whose} · {said[0]['name']} – {label}", said, _value))
    return proofs


def _of_shown(statements: list[Row], row: Row, figure: str) -> list[Row]:
    """Of the statements of one concept those of the very indicator whose value is the strategy's figure."""
    shown = next(
        said for said in statements
        if said["place"] == 1 and said["value"] == row[figure] and said["source"] == row[f"{figure}_source"]
    )  # fmt: skip
    return [said for said in statements if said["name"] == shown["name"]]


def _grouped(statements: pd.DataFrame, keys: list[str]) -> dict[tuple[object, ...], list[Row]]:
    """The statements of each thing, the one that is shown first."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in statements.to_dict("records"):
        found.setdefault(tuple(row[key] for key in keys), []).append(row)
    return found


def _proof(atlas: OpenDatabase, what: str, statements: list[Row], written: Callable[[Row], str]) -> Proof:
    """The card of one figure: the first statement is shown, those with another figure stand beside it."""
    shown, *rest = statements
    figure = "amount_eur" if "amount_eur" in shown else "value"
    otherwise = [other for other in rest if other[figure] != shown[figure]]
    others = tuple(Proof(written(other), other["as_written"], other["source"]) for other in otherwise)
    why = why_shown(atlas, shown, otherwise[0]) if otherwise else ""
    return Proof(f"{what}: {written(shown)}", shown["as_written"], shown["source"], others, why)


def _sum(row: Row) -> str:
    """A stated sum with its marks and its date."""
    dated = "" if is_missing(row["stated"]) else f" ({day(str(row['stated']))})"
    return f"{_sign(row)}{euros(row['amount_eur'])}{dated}"


def _value(row: Row) -> str:
    """A stated value with its marks, unit and year."""
    dated = "" if is_missing(row["year"]) else f" ({day(str(int(float(str(row['year'])))))})"
    return f"{_sign(row)}{exact(float(str(row['value'])))} {row['unit']}{dated}"


def _sign(row: Row) -> str:
    return words.SIGNS[str(row["bound"])] or ("≈\u00a0" if row["is_approximate"] else "")
