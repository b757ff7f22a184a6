"""What a map can show: the measure, what it is divided by, and for each VVG its value or why there is none."""

from dataclasses import dataclass

import pandas as pd

from database.choice import Choice
from ui import kept
from ui.answer import is_missing
from ui.session import OpenDatabase, frame
from ui.texts import N_, _, euros, exact, number, percent, short_euros

COLUMNS = [
    "vvg", "name", "strategy", "eu_period", "municipality", "county", "latitude", "longitude", "value",
    "planned", "achieved", "mark", "planned_mark", "achieved_mark", "reason", "planned_reason", "achieved_reason",
    "divisor", "divisor_kind", "divisor_year", "sources",
]  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """A figure of `strategy_overview` (English label; kind: euros, number, percent, pair) and where its gaps are said.

    `field` is its name in the view gaps; `per` what it may be divided by; `stem` the beginning of the columns that
    hold its bound, source and the like. `pair`: the columns of what was planned and achieved, where both are shown;
    of the kind pair, which has no single value, each is shown even where the other is missing.
    """

    code: str
    label: str
    column: str
    field: str
    stem: str
    kind: str = "number"
    per: tuple[str, ...] = ("total",)
    pair: tuple[str, ...] = ()

    @property
    def is_pair(self) -> bool:
        """Whether what was planned and what was achieved stand side by side in place of one value."""
        return self.kind == "pair"


MEASURES = {
    measure.code: measure
    for measure in (
        Measure(
            "allocated", N_("Money allocated"), "allocated_eur", "allocated", "allocated", "euros",
            ("total", "resident", "participant", "km2"),
        ),
        Measure("paid", N_("Money paid"), "paid_eur", "paid", "paid", "euros", ("total", "resident", "km2")),
        Measure(
            "participants_planned", N_("Participants planned"), "participants_planned", "participants_planned",
            "participants_planned", per=("total", "thousand"),
        ),
        Measure(
            "participants_achieved", N_("Participants achieved"), "participants_achieved", "participants_achieved",
            "participants_achieved", per=("total", "thousand"),
        ),
        Measure(
            "participants", N_("Participants: achieved against planned"), "participants_percent",
            "participants_achieved", "participants_achieved", "percent",
            pair=("participants_planned", "participants_achieved"),
        ),
        Measure(
            "participants_both", N_("Participants: planned and achieved"), "", "", "", "pair",
            pair=("participants_planned", "participants_achieved"),
        ),
        Measure(
            "projects_planned", N_("Local projects planned"), "projects_planned", "projects_planned",
            "projects_planned", per=("total", "thousand"),
        ),
        Measure(
            "projects_achieved", N_("Local projects carried out"), "projects_achieved", "projects_achieved",
            "projects_achieved", per=("total", "thousand"),
        ),
        Measure(
            "projects_both", N_("Local projects: planned and achieved"), "", "", "", "pair",
            pair=("projects_planned", "projects_achieved"),
        ),
        Measure("groups", N_("Target groups named"), "groups", "target_groups", "groups"),
        Measure("unknown", N_("Facts not known"), "unknown", "", "unknown"),
    )
}  # fmt: skip

PER = {
    "total": N_("In total"),
    "resident": N_("For each resident"),
    "thousand": N_("Per 1,000 residents"),
    "participant": N_("For each planned participant"),
    "km2": N_("Per km²"),
}

DIVISOR_FIELDS = ("participants_planned", "residents")
"""Fields of the figures by which another is divided."""

UNKNOWN = ("not_in_source", "source_not_found", "unreadable")
"""The states of a field that count as not known; what does not apply is no gap."""

BOUND_SIGNS = {"at_least": "≥", "at_most": "≤"}


def written(value: float, measure: Measure, per: str) -> str:
    """A value of a measure as the reader writes it, with its unit."""
    if measure.kind == "euros":
        return euros(round(value, 2)) if per != "total" else short_euros(value)
    if measure.kind == "percent":
        return percent(value)
    return number(value, 1) if per != "total" else exact(value)


def whole(value: float, measure: Measure, per: str) -> str:
    """The same with every digit, for the card of one VVG."""
    return euros(value) if measure.kind == "euros" and per == "total" else written(value, measure, per)


def said(measure: Measure, per: str) -> str:
    """The measure and its divisor in words."""
    return _(measure.label) if per == "total" else f"{_(measure.label)} · {_(PER[per]).lower()}"


@kept.worked_out
def mapped(atlas: OpenDatabase, choice: Choice, measure: Measure, per: str) -> pd.DataFrame:
    """For each strategy of one EU period: the value of a measure, its mark (≈ ≠ ≥) or the reason why there is none.

    Out: COLUMNS, the known ones first, largest on top; `reason` is a code of missing_reasons or None; `planned`
    and `achieved` are there where both are shown together, with marks and reasons of their own. The `value` of a pair
    is the larger of the two, for order and size alone; only where neither is known it has a reason.
    Nobody may change it.
    """
    asked = {measure.field, measure.field.replace("achieved", "planned"), *measure.pair, *DIVISOR_FIELDS}
    known = frame("long_answers.states_of_fields", choice, tuple(sorted(asked)))
    states = {(strategy, field): state for strategy, field, state in known.itertuples(index=False)}
    counted = _counted(choice, measure)
    areas = frame("areas", choice).set_index("strategy").to_dict("index") if per == "km2" else {}
    strategies = frame("strategies", choice).to_dict("records")
    if measure.is_pair:
        rows = [_both(row, measure, states) for row in strategies]
    else:
        rows = [
            _row(row | counted.get(row["strategy"], {}), measure, per, states, areas.get(row["strategy"], {}))
            for row in strategies
        ]
    found = pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(("value", "planned", "achieved"), "float"))
    found["name"] = [atlas.city(vvg) for vvg in found["vvg"]]
    return found.sort_values("value", ascending=False, kind="stable", na_position="last", ignore_index=True)


def of_period(atlas: OpenDatabase, period: str) -> pd.DataFrame:
    """The money given to each strategy of an EU period, as `mapped` gives it."""
    return mapped(atlas, Choice(periods=(period,)), MEASURES["allocated"], "total")


def _row(row: dict, measure: Measure, per: str, states: dict[tuple[str, str], str], area: dict) -> dict:
    strategy = row["strategy"]
    value, reason = row.get(measure.column), None
    if is_missing(value):
        # A pair is missing where only its planned half is: the achieved one may well be known.
        fields = (measure.field, measure.field.replace("achieved", "planned"))
        reason = _reason(states, strategy, *fields)
    divisor, kind, year, source = _divisor(row, per, area)
    sources = [row.get(f"{measure.stem}_sources"), row.get(f"{measure.stem}_source")]
    if measure.pair:
        sources.append(row[f"{measure.pair[0]}_source"])
    if per != "total" and reason is None:
        sources.append(source)
        if is_missing(divisor):
            value = None
            reason = _reason(states, strategy, "participants_planned" if per == "participant" else "residents")
    shown = None if reason else float(value) / float(divisor) * (1000 if per == "thousand" else 1)
    planned, achieved = [_number(row[name]) for name in measure.pair] or (None, None)
    return _place(row) | {
        "value": shown, "planned": planned, "achieved": achieved,
        "mark": "" if reason else mark(row, measure), "reason": reason,
        "divisor": None if is_missing(divisor) or per == "total" else float(divisor),
        "divisor_kind": kind, "divisor_year": None if is_missing(year) else int(year),
        "sources": _keys(sources),
    }  # fmt: skip


def _both(row: dict, measure: Measure, states: dict[tuple[str, str], str]) -> dict:
    """A row of a pair: what was planned and what was achieved, each with its mark, or the reason why it is missing."""
    found: dict[str, object] = {"mark": ""}
    for side, column in zip(("planned", "achieved"), measure.pair, strict=True):
        found[side] = _number(row[column])
        found[f"{side}_mark"] = BOUND_SIGNS.get(str(row[f"{column}_bound"]), "")
        found[f"{side}_reason"] = _reason(states, row["strategy"], column) if found[side] is None else None
    known = [found[side] for side in ("planned", "achieved") if found[side] is not None]
    found["value"] = max(known, default=None)
    found["reason"] = None if known else found["planned_reason"]
    return _place(row) | found | {"sources": _keys([row[f"{column}_source"] for column in measure.pair])}


def _place(row: dict) -> dict[str, object]:
    """Whose value it is, and where on the map it stands."""
    kept = ("vvg", "strategy", "eu_period", "municipality", "county", "latitude", "longitude")
    return {key: row[key] for key in kept} | {"name": row["city"]}


def _number(value: object) -> float | None:
    return None if is_missing(value) else float(str(value))


def _keys(sources: list[object]) -> str:
    """The keys of several sources, each once."""
    return " ".join(dict.fromkeys(word for text in sources if isinstance(text, str) for word in text.split()))


def _reason(states: dict[tuple[str, str], str], strategy: str, *fields: str) -> str:
    """Why a figure is missing: the state of the first field that is not known."""
    said = (states.get((strategy, field)) for field in fields)
    return next((state for state in said if state not in (None, "known")), "not_in_source")


def _divisor(row: dict, per: str, area: dict) -> tuple[object, object, object, object]:
    """What the value is divided by, of what kind and year, from which source."""
    if per in ("resident", "thousand"):
        return row["residents"], row["residents_kind"], row["residents_year"], row["residents_source"]
    if per == "participant":
        planned = row["participants_planned"]
        return (planned if planned and planned > 0 else None), None, None, row["participants_planned_source"]
    if per == "km2":
        return area.get("area_km2"), area.get("kind"), None, area.get("source")
    return 1, None, None, None


def mark(row: dict, measure: Measure) -> str:
    """The sign before a figure: sources differ ≠, approximate ≈, a bound ≥ or ≤."""
    disputed, approximate = row.get(f"{measure.stem}_is_disputed"), row.get(f"{measure.stem}_is_approximate")
    if not is_missing(disputed) and disputed:
        return "≠"
    if not is_missing(approximate) and approximate:
        return "≈"
    return BOUND_SIGNS.get(str(row.get(f"{measure.stem}_bound")), "")


def _counted(choice: Choice, measure: Measure) -> dict[str, dict[str, object]]:
    """Figures that are counts of other answers, by strategy: target groups named, facts not known."""
    if measure.code == "groups":
        named = frame("long_answers.groups_of_strategies", choice)
        return {
            str(strategy): {"groups": int(groups), "groups_sources": sources}
            for strategy, groups, sources in named.itertuples(index=False)
        }
    if measure.code == "unknown":
        missing = frame("long_answers.fields_in_states", choice, UNKNOWN)
        return {str(strategy): {"unknown": int(count)} for strategy, count in missing.itertuples(index=False)}
    return {}
