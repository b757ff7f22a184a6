"""Indicators in words: values with their marks, the finding, why a list is not ranked, medians and their basis."""

from collections.abc import Callable, Iterable

import pandas as pd

from database.queries import ENOUGH_PERCENT, ENOUGH_VALUES
from ui import answer
from ui.kept import worked_out
from ui.session import OpenDatabase
from ui.texts import NBSP, _, exact, language, ngettext, number, percent

SIGNS = {"exact": "", "at_least": f"≥{NBSP}", "at_most": f"≤{NBSP}"}


def value(row: dict[str, object], state: str) -> str:
    """A value with its marks: ≥ ≤ a bound, ≈ rounded, ≠ sources differ; unknown is a word."""
    number = row[state]
    if answer.is_missing(number):
        return _("unknown")
    sign = SIGNS[str(row[f"{state}_bound"])] or (f"≈{NBSP}" if _is(row, f"{state}_is_approximate") else "")
    disputed = f"{NBSP}≠" if _is(row, f"{state}_is_disputed") else ""
    return f"{sign}{exact(float(str(number)))}{disputed}"


def achieved(row: dict[str, object]) -> str:
    """The per cent achieved, never cut at 100. A target of «at least 362» is 362; such an actual is marked."""
    if answer.is_missing(row["achieved_percent"]):
        return _("unknown")
    return f"{SIGNS[str(row['achieved_bound'])]}{percent(float(str(row['achieved_percent'])))}"


def year(row: dict[str, object], state: str) -> str:
    """The year of a value, or the word that it is unknown."""
    of = row[f"{state}_year"]
    return _("unknown") if answer.is_missing(of) else str(int(float(str(of))))


def _is(row: dict[str, object], column: str) -> bool:
    return not answer.is_missing(row.get(column)) and bool(row[column])


def is_comparable(atlas: OpenDatabase, concept: str, scope: str) -> bool:
    """Only a comparable concept at the scope of a whole strategy is ranked between strategies."""
    return scope == "strategy" and bool(atlas.terms["concepts"].get(concept, {}).get("comparable"))


def why_not_compared(atlas: OpenDatabase, concept: str, scope: str) -> str:
    """Why a list is shown in the order of names and not of achievement."""
    if scope != "strategy":
        return _(
            "The list is not ranked: what is counted belongs to different projects, calls or measures, "
            "not to whole strategies."
        )
    whole = atlas.terms["concepts"].get(concept, {}).get("part_of")
    if whole:
        return _(
            "The list is not ranked: each strategy counts another part of «{whole}».",
            whole=atlas.label("concepts", whole),
        )
    return _("The list is not ranked: under one name the sources count different things.")


def scope_name(atlas: OpenDatabase, scope: str) -> str:
    """What an indicator measures, in the reader's words."""
    return atlas.label("scopes" if scope in atlas.terms["scopes"] else "levels", scope)


@worked_out
def title(atlas: OpenDatabase, pairs: pd.DataFrame, known: dict[str, int], concept: str, ranked: bool) -> str:
    """The finding: who achieved most of what was planned, or what is known at all.

    In: the indicators, all of them where they are ranked; how many are known (the question indicator_counts).
    """
    name = atlas.label("concepts", concept)
    if not known["both_values"]:
        planned, actual = known["planned"], known["achieved"]
        return _(
            "{name}: the target and the actual are nowhere known together ({planned}, {actual})",
            name=name,
            planned=ngettext("{n} target", "{n} targets", planned),
            actual=ngettext("{n} actual", "{n} actuals", actual),
        )
    if not ranked:
        return _(
            "{name}: {known} with target and actual",
            name=name,
            known=ngettext("{n} indicator", "{n} indicators", known["both_values"]),
        )
    both = pairs[pairs["achieved_percent"].notna()]
    first = both.sort_values("achieved_percent", ascending=False, kind="stable").iloc[0].to_dict()
    if len(both) == 1:
        return _(
            "{name}: {place} achieved {percent} of the target; elsewhere the comparison is unknown",
            name=name, place=atlas.city(str(first["vvg"])), percent=achieved(first),
        )  # fmt: skip
    return _(
        "{name}: {reached} of {both} reached the target; the largest share: {place}, {percent}",
        name=name, reached=number(int((both["achieved_percent"] >= 100).sum())), both=number(len(both)),
        place=atlas.city(str(first["vvg"])), percent=achieved(first),
    )  # fmt: skip


def formula() -> str:
    """How the share achieved is computed, with the terms of the field."""
    return _("physical achievement = 100 × actual ÷ target; what is unknown is not 0 %")


@worked_out
def reading(atlas: OpenDatabase, pairs: pd.DataFrame) -> str:
    """The chart in one sentence: the largest and the smallest share, with the numbers behind them."""
    both = pairs[pairs["achieved_percent"].notna()].sort_values("achieved_percent", kind="stable")
    if both.empty:
        return _("No row has both a target and an actual, so nothing can be said of the achievement.")
    last, first = both.iloc[0].to_dict(), both.iloc[-1].to_dict()
    if len(both) == 1:
        return _(
            "{place} planned {planned} and achieved {actual}: 100 × {actual} ÷ {planned} = {percent}.",
            place=atlas.strategy(first), planned=value(first, "planned"), actual=value(first, "achieved"),
            percent=achieved(first),
        )  # fmt: skip
    return _(
        "From {high} ({first}: planned {planned}, achieved {actual}) to {low} ({last}).",
        high=achieved(first), first=atlas.strategy(first), planned=value(first, "planned"),
        actual=value(first, "achieved"), low=achieved(last), last=atlas.strategy(last),
    )  # fmt: skip


def spread(values: pd.Series, of: int, written: Callable[[float], str]) -> str:
    """The median of known values in words, or why none is told.

    In: values, missing ones left out or not; of how many strategies they could be known.
    """
    known = values.dropna()
    if is_enough(len(known), of):
        return _("median {median} ({known} of {of} known)",
                 median=written(float(known.astype(float).median())), known=len(known), of=of)  # fmt: skip
    return _(
        "no median: {known} of {of} known, at least {least} and {share} are needed",
        known=len(known), of=of, least=ENOUGH_VALUES, share=percent(ENOUGH_PERCENT),
    )  # fmt: skip


def middle(known: Iterable[float], median: float) -> str:
    """The median of counts, of people or projects, in words; one between two counts is rounded and marked for that.

    >>> middle([1200, 1301], 1250.5), middle([3, 5], 4.0), middle([2.5, 3.5, 4], 3.5)
    ('≈\\xa01\\xa0251', '4', '3,5')
    """
    is_between = median % 1 != 0 and all(float(value) % 1 == 0 for value in known)
    return f"≈{NBSP}{number(median)}" if is_between else exact(median)


def is_enough(known: int, of: int) -> bool:
    """Whether a median, rank or quartile may be told.

    >>> is_enough(5, 8), is_enough(4, 4), is_enough(5, 9)
    (True, False, False)
    """
    return known >= ENOUGH_VALUES and 100 * known >= ENOUGH_PERCENT * of


def unit(atlas: OpenDatabase, concept: str) -> str:
    """The unit of a concept: people, projects."""
    return str(atlas.terms["concepts"][concept][f"unit_{language()}"])
