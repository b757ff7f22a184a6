"""What a map says in words: hovers, legends, the finding, the sentence that reads it aloud."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from ui.answer import coverage, few_names, is_missing
from ui.charts.base import safe
from ui.kept import worked_out
from ui.maps.measures import Measure, said, written
from ui.session import OpenDatabase
from ui.texts import N_, _, exact, ngettext, number

RANKED_FROM = 5
RANKED_SHARE = 60
"""Ranks are said where at least so many values are known, and so many per cent of the strategies."""

MOST_READ = 12
"""Pairs that are read aloud one by one."""


def value_words(rows: pd.DataFrame, measure: Measure, per: str) -> list[str]:
    """Each known value as it is shown, with its sign before it; a pair as planned → achieved."""
    if measure.is_pair:
        return [pair_words(row) for row in rows.to_dict("records")]
    return [
        f"{sign}\u00a0{written(value, measure, per)}" if sign else written(value, measure, per)
        for value, sign in zip(rows["value"], rows["mark"], strict=True)
    ]


def remark(atlas: OpenDatabase, row: dict, measure: Measure) -> str:
    """What a table says beside a figure: why it is missing, or its signs."""
    if measure.is_pair:
        names = {"planned": _("planned"), "achieved": _("achieved")}
        return ", ".join(f"{names[side]} {row[f'{side}_mark']}" for side in names if row[f"{side}_mark"])
    return atlas.label("missing_reasons", row["reason"]).lower() if isinstance(row["reason"], str) else row["mark"]


def pair_words(row: dict) -> str:
    """What was planned and achieved: «350 → 609»; where one is missing, the other with its name."""
    sides = {
        side: f"{sign}\u00a0{exact(row[side])}" if (sign := row[f"{side}_mark"]) else exact(row[side])
        for side in ("planned", "achieved")
        if not is_missing(row[side])
    }
    if len(sides) == 2:
        return f"{sides['planned']} → {sides['achieved']}"
    if "planned" in sides:
        return _("planned {value}", value=sides["planned"])
    return _("achieved {value}", value=sides["achieved"])


def hovers(atlas: OpenDatabase, rows: pd.DataFrame, measure: Measure, per: str) -> list[str]:
    """For each row what its mark says when it is touched."""
    return [_hover(atlas, row, measure, per) for row in rows.to_dict("records")]


def _hover(atlas: OpenDatabase, row: dict, measure: Measure, per: str) -> str:
    lines = [f"<b>{safe(row['name'])}</b>", safe(said(measure, per))]
    if isinstance(row["reason"], str):
        lines.append(atlas.label("missing_reasons", row["reason"]).lower())
    elif not measure.is_pair:
        sign = f"{row['mark']}\u00a0" if row["mark"] else ""
        lines.append(f"<b>{sign}{safe(written(row['value'], measure, per))}</b>")
    if planned := _side(atlas, row, "planned"):
        lines.append(_("planned: {value}", value=planned))
    if achieved := _side(atlas, row, "achieved"):
        lines.append(_("achieved: {value}", value=achieved))
    if not is_missing(row["divisor"]) and not isinstance(row["reason"], str):
        lines.append(safe(divisor_words(atlas, row, per)))
    return "<br>".join(lines)


def _side(atlas: OpenDatabase, row: dict, side: str) -> str:
    """One side of a pair with its sign, or of a row that has the other the word for why it is missing."""
    if not is_missing(row[side]):
        return f"{row[f'{side}_mark']}\u00a0{exact(row[side])}" if row[f"{side}_mark"] else exact(row[side])
    if isinstance(row["reason"], str) or is_missing(row[f"{side}_reason"]):
        return ""
    return atlas.label("missing_reasons", row[f"{side}_reason"]).lower()


def divisor_words(atlas: OpenDatabase, row: dict, per: str) -> str:
    """By what a value was divided: how many residents, of which territory, of which year."""
    if per == "participant":
        return ngettext("{n} planned participant", "{n} planned participants", int(row["divisor"]))
    kind = atlas.label("territory_kinds", row["divisor_kind"]).lower()
    if per == "km2":
        return f"{number(row['divisor'], 2)} km² ({kind})"
    residents = ngettext("{n} resident", "{n} residents", int(row["divisor"]))
    year = "" if is_missing(row["divisor_year"]) else f", {int(row['divisor_year'])}"
    return f"{residents} ({kind}{year})"


def class_labels(edges: Sequence[float], measure: Measure, per: str) -> list[str]:
    """The classes in words: below the first edge, between, from the last edge on; none where there is no edge."""
    texts = [written(edge, measure, per) for edge in edges]
    between = [f"{low} – {high}" for low, high in pairwise(texts)]
    return [f"< {texts[0]}", *between, f"≥ {texts[-1]}"] if texts else []


def reason_words(atlas: OpenDatabase) -> dict[str, str]:
    """The name of each kind of nothing."""
    return {code: atlas.label("missing_reasons", code) for code in atlas.codes("missing_reasons")}


def may_rank(known: int, of: int) -> bool:
    """Whether so much is known that places may be counted.

    >>> may_rank(5, 8), may_rank(5, 9), may_rank(4, 4)
    (True, False, False)
    """
    return known >= RANKED_FROM and known * 100 >= of * RANKED_SHARE


@worked_out
def finding(_atlas: OpenDatabase, rows: pd.DataFrame, measure: Measure, per: str) -> str:
    """The map in one line: who has most of what is known."""
    known = rows[rows["reason"].isna()]
    if known.empty:
        return _("{measure}: not known for any strategy of this choice", measure=said(measure, per))
    if measure.is_pair:
        return pair_finding(known, measure)
    first = known.iloc[0]
    value = value_words(known.head(1), measure, per)[0]
    if may_rank(len(known), len(rows)):
        return _("{measure}: most in {city}, {value}", measure=said(measure, per), city=first["name"], value=value)
    return _(
        "{measure}: of those known, most in {city}, {value}",
        measure=said(measure, per), city=first["name"], value=value,
    )  # fmt: skip


def pair_finding(known: pd.DataFrame, measure: Measure) -> str:
    """The map of a pair in one line: of how many strategies both are known, and how many reached the plan."""
    both = known.dropna(subset=["planned", "achieved"])
    if both.empty:
        return _(
            "{measure}: planned is known of {planned}, achieved of {achieved}, both of no strategy",
            measure=said(measure, "total"), planned=number(int(known["planned"].notna().sum())),
            achieved=number(int(known["achieved"].notna().sum())),
        )  # fmt: skip
    reached = int((both["achieved"] >= both["planned"]).sum())
    return _(
        "{measure}: {reached} {of} of which both are known reached the plan",
        measure=said(measure, "total"), reached=number(reached),
        of=ngettext("of {n} strategy", "of {n} strategies", len(both)),
    )  # fmt: skip


@worked_out
def subtitle(atlas: OpenDatabase, rows: pd.DataFrame, period: str) -> str:
    """The EU period and how much is known, with the years of the divisor."""
    known = rows[rows["reason"].isna()]
    parts = [atlas.label("periods", period), coverage(len(known), len(rows))]
    years = sorted({int(year) for year in known["divisor_year"].dropna()})
    if years:
        span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        parts.append(_("residents of {years}, kind and year beside each figure", years=span))
    return " · ".join(parts)


@worked_out
def reading(atlas: OpenDatabase, rows: pd.DataFrame, measure: Measure, per: str) -> str:
    """The map read aloud, made from its numbers: how many, from, to, and why the others are empty."""
    known = rows[rows["reason"].isna()]
    words = value_words(known, measure, per)
    if known.empty:
        text = _("No value is known.")
    elif measure.is_pair:
        text = _pair_reading(known)
    elif len(known) == 1:
        text = _("One value is known: {city}, {value}.", city=known["name"].iloc[0], value=words[0])
    else:
        text = _(
            "{known} known: from {low} ({low_city}) to {high} ({high_city}).",
            known=ngettext("{n} value is", "{n} values are", len(known)),
            low=words[-1], low_city=known["name"].iloc[-1], high=words[0], high_city=known["name"].iloc[0],
        )  # fmt: skip
    counts = rows["reason"].dropna().value_counts()
    if len(counts):
        listed = ", ".join(
            f"{atlas.label('missing_reasons', reason).lower()} – {number(int(count))}"
            for reason, count in counts.items()
        )
        text += " " + _("The others: {listed}.", listed=listed)
    if not measure.is_pair and not may_rank(len(known), len(rows)):
        text += " " + _("Places are not counted: that takes at least 5 values and 60 % of the strategies.")
    return text


def _pair_reading(known: pd.DataFrame) -> str:
    """Of whom both are known, with the numbers; of whom only one of the two is."""
    sides = known[["planned", "achieved"]].notna()
    groups = (
        (sides.all(axis=1), N_("Both are known ({n}): {list}.")),
        (sides["planned"] & ~sides["achieved"], N_("Only planned is known ({n}): {list}.")),
        (sides["achieved"] & ~sides["planned"], N_("Only achieved is known ({n}): {list}.")),
    )
    said = []
    for which, text in groups:
        rows = known[which].to_dict("records")
        if rows:
            listed = few_names([f"{row['name']} – {pair_words(row)}" for row in rows], MOST_READ)
            said.append(_(text).format(n=number(len(rows)), list=listed))
    return " ".join(said)


def missing_names(rows: pd.DataFrame, reason: str) -> str:
    """The names of the VVGs whose value is missing for one reason, in their order."""
    names = list(rows.loc[rows["reason"] == reason, "name"])
    return few_names(names)
