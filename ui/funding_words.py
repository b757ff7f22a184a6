"""Money in words: names, marks, the finding, and how a chart of money is read aloud, made from its numbers."""

from collections.abc import Callable

import pandas as pd

from database.choice import Choice
from ui import answer
from ui.kept import worked_out
from ui.session import OpenDatabase, frame
from ui.texts import NBSP, Number, _, euros, exact, ngettext, number, percent

COLUMNS = {
    "total": "amount_eur",
    "resident": "per_resident_eur",
    "participant": "per_participant_eur",
    "project": "per_project_eur",
}
"""What money is counted per, and the column of the answer that says it."""

SIGNS = {"exact": "", "at_least": "≥", "at_most": "≤"}
AS_MANY_CITIES = 3
"""So many cities are named where they share a place; more are counted."""


def per_names() -> dict[str, str]:
    """The words of the switch: what money is counted per."""
    return {
        "total": _("Whole sum"),
        "resident": _("Per resident"),
        "participant": _("Per planned participant"),
        "project": _("Per planned project"),
    }


def units() -> dict[str, str]:
    """The unit of each of them."""
    return {
        "total": _("EUR"),
        "resident": _("EUR per resident"),
        "participant": _("EUR per planned participant"),
        "project": _("EUR per planned project"),
    }


def scope_name(atlas: OpenDatabase, scope: str) -> str:
    """What a sum is for; a sum that stands inside an item is named by the level of that item."""
    return atlas.label("scopes" if scope in atlas.terms["scopes"] else "levels", scope)


@worked_out
def known_kinds(_atlas: OpenDatabase, choice: Choice) -> dict[str, int]:
    """The kinds of money that are known of a choice."""
    return kinds(frame("funding_choices", choice))


def kinds(choices: pd.DataFrame) -> dict[str, int]:
    """The kinds of money that are known, with the number of strategies; what strategies were given stands first."""
    known = {f"{row['scope']}.{row['stage']}": int(row["strategies"]) for row in choices.to_dict("records")}
    return {"strategy.allocated": known.pop("strategy.allocated", 0)} | known


def kind_choice(atlas: OpenDatabase, kind: str, strategies: int) -> str:
    """A kind of money as an option: «Visa strategija – skirta (19)»."""
    return f"{kind_name(atlas, kind)} ({number(strategies)})"


def axis_names(atlas: OpenDatabase, rows: pd.DataFrame) -> list[str]:
    """The short name of each VVG, for the axis of a chart; the colour says the period."""
    return [atlas.city(vvg) for vvg in rows["vvg"]]


def middle(per: str) -> Callable[[float], str]:
    """How a median is written: whole euros, or as an amount per head."""
    return (lambda value: euros(round(value))) if per == "total" else per_head


def kind_name(atlas: OpenDatabase, kind: str) -> str:
    """A scope and stage together: «Visa strategija – skirta»."""
    scope, stage = kind.split(".")
    return f"{scope_name(atlas, scope)} – {atlas.label('stages', stage).lower()}"


def per_head(value: Number) -> str:
    """An amount per head: with cents below a thousand, whole euros above."""
    return f"{number(value, 2 if value < 1000 else 0)}{NBSP}€"


def marked(value: Number, row: dict[str, object], per: str = "total") -> str:
    """A figure with the marks of what is not sure about it: ≈ rounded, ≥ or ≤ a bound, ≠ sources differ."""
    sign = SIGNS[str(row["bound"])] or ("≈" if row["is_approximate"] else "")
    written = euros(value) if per == "total" else per_head(value)
    disputed = f"{NBSP}≠" if row.get("is_disputed") else ""
    return f"{sign}{NBSP if sign else ''}{written}{disputed}"


def others(row: dict[str, object]) -> str:
    """The marks of a sum in words for a table: rounded, a bound, the other values that sources give."""
    said = []
    if row["is_approximate"]:
        said.append(_("≈ rounded in the source"))
    if row["bound"] == "at_least":
        said.append(_("≥ at least"))
    if row["bound"] == "at_most":
        said.append(_("≤ at most"))
    if row["is_disputed"]:
        lowest, highest = euros(row["lowest_eur"]), euros(row["highest_eur"])
        said.append(_("≠ sources differ: {lowest} and {highest}", lowest=lowest, highest=highest))
    return "; ".join(said)


def marks(rows: pd.DataFrame) -> list[str]:
    """The marks of each of these sums; most have none."""
    is_unsure = rows["is_approximate"] | (rows["bound"] != "exact") | rows["is_disputed"]
    said = iter([others(row) for row in rows[is_unsure].to_dict("records")])
    return [next(said) if each else "" for each in is_unsure]


def title(atlas: OpenDatabase, known: pd.DataFrame, per: str, stage: str, is_enough: bool) -> str:
    """The finding: who has most. Where too little is known it speaks of the known sums alone."""
    column = COLUMNS[per]
    top = known[known[column] == known[column].max()]
    cities = list(dict.fromkeys(atlas.city(vvg) for vvg in top["vvg"]))
    who = ", ".join(cities[:AS_MANY_CITIES])
    if len(cities) > AS_MANY_CITIES:
        who = ngettext("{n} city", "{n} cities", len(cities))
    amount = marked(top[column].iloc[0], top.iloc[0].to_dict(), per)
    ends = {
        "total": "",
        "resident": _(" per resident"),
        "participant": _(" per planned participant"),
        "project": _(" per planned project"),
    }
    if stage == "allocated" and is_enough:
        return _("{who} was given most: {amount}{per}", who=who, amount=amount, per=ends[per])
    return _("Largest known sum: {who}, {amount}{per}", who=who, amount=amount, per=ends[per])


def subtitle(atlas: OpenDatabase, kind: str, per: str, known: int, of: int) -> str:
    """Measure, unit and coverage; per resident also whose residents."""
    said = [f"{kind_name(atlas, kind)}, {units()[per]}", answer.coverage(known, of)]
    if per == "resident":
        said.insert(
            1,
            _("residents of the strategy's territory, town or eldership; which and of which year: in the table"),
        )
    return " · ".join(said)


def reading(atlas: OpenDatabase, known: pd.DataFrame, per: str) -> str:
    """The bars in one sentence: the largest, the smallest, and how many times they differ."""
    column = COLUMNS[per]
    ordered = known.sort_values(column, ascending=False, kind="stable")
    first, last = ordered.iloc[[0, -1]].to_dict("records")
    if len(ordered) == 1:
        return _("Only one is known: {who}, {amount}.", who=atlas.strategy(first),
                 amount=marked(first[column], first, per))  # fmt: skip
    said = _(
        "From {most} ({who_most}) to {least} ({who_least}): the largest is {times} times the smallest.",
        most=marked(first[column], first, per),
        who_most=atlas.strategy(first),
        least=marked(last[column], last, per),
        who_least=atlas.strategy(last),
        times=exact(round(float(first[column]) / float(last[column]), 1)),
    )
    disputed = int(known["is_disputed"].sum())
    if disputed:
        said += " " + ngettext(
            "Sources differ on {n} sum (≠): both values are in the table.",
            "Sources differ on {n} sums (≠): both values are in the table.",
            disputed,
        )
    return said


def spread(atlas: OpenDatabase, spread: pd.DataFrame, per: str) -> list[str]:
    """The median of each period in words, or why none is told."""
    said = []
    for row in spread.to_dict("records"):
        period = atlas.label("periods", row["eu_period"])
        if row["is_enough"]:
            half, low, high = (middle(per)(row[name]) for name in ("median", "lower_quartile", "upper_quartile"))
            said.append(
                _(
                    "{period}: half got {half} or less; the middle half from {low} to {high}.",
                    period=period,
                    half=half,
                    low=low,
                    high=high,
                )
            )
        else:
            said.append(
                _(
                    "{period}: no median, for {counted} of {all} exact sums are known; it takes 5 and 60 per cent.",
                    period=period,
                    counted=row["counted"],
                    all=row["strategies"],
                )
            )
    return said


def shares(atlas: OpenDatabase, shares: pd.DataFrame, spread: pd.DataFrame) -> list[str]:
    """The Lorenz curve in words: what share of the known money the lower half of strategies has."""
    said = []
    for period, rows in shares.groupby("eu_period"):
        half = rows[rows["strategies_percent"] <= 50]
        if half.empty:
            continue
        last = half.iloc[-1]
        of = int(spread.set_index("eu_period")["strategies"][period])
        said.append(
            _(
                "{period}: the {part} of strategies with the smallest sums have {money} of the money"
                " ({counted} known of {of}).",
                period=atlas.label("periods", period),
                part=percent(last["strategies_percent"]),
                money=percent(last["money_percent"]),
                counted=last["counted"],
                of=of,
            )
        )
    return said


def widest_step(atlas: OpenDatabase, rows: pd.DataFrame) -> str:
    """The stages in one sentence: the strategy whose sums lie furthest apart, largest against smallest."""
    apart = rows.groupby("strategy")["amount_eur"].agg(lambda sums: float(sums.max()) / float(sums.min()))
    widest = rows[rows["strategy"] == apart.idxmax()].sort_values("amount_eur", kind="stable").to_dict("records")
    told = ", ".join(
        f"{atlas.label('stages', row['stage']).lower()} {marked(row['amount_eur'], row)}" for row in widest
    )
    return _("Furthest apart: {who} – {sums}.", who=atlas.strategy(widest[0]), sums=told)


def main_fund(atlas: OpenDatabase, parts: pd.DataFrame) -> str:
    """The funds in one sentence: the range of the fund that most of the drawn strategies have."""
    fund = parts["fund"].value_counts().index[0]
    ordered = parts[parts["fund"] == fund].sort_values("percent", kind="stable").to_dict("records")
    least, most = ordered[0], ordered[-1]
    return _(
        "{fund}: from {least} ({who_least}) to {most} ({who_most}).",
        fund=atlas.label("funds", fund),
        least=percent(least["percent"]),
        who_least=atlas.strategy(least),
        most=percent(most["percent"]),
        who_most=atlas.strategy(most),
    )


@worked_out
def without_divisor(atlas: OpenDatabase, choice: Choice, kind: str, per: str) -> list[tuple[str, str]]:
    """The strategies with a sum of this kind but no divisor, each with the reason."""
    funding = frame("funding", choice, *kind.split("."))
    lost = funding[funding[COLUMNS[per]].isna()]
    field = {"participant": "participants_planned", "project": "projects_planned"}.get(per)
    gaps = frame("gaps", choice) if field and len(lost) else None
    states = {} if gaps is None else gaps[gaps["field"] == field].set_index("strategy")["state"]
    part = _("the VVG works in a part of the city, and no source says how many live there")
    return [
        (
            atlas.strategy(row),
            part if field is None else answer.missing_word(atlas, states[row["strategy"]]),
        )
        for row in lost.to_dict("records")
    ]
