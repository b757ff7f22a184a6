"""Money beside what was planned and done: paid of allocated, and per participant. Each figure has two sources."""

import pandas as pd
import streamlit as st

from database.choice import Choice
from ui import answer, kept
from ui import indicator_words as words
from ui.answer import Column
from ui.session import OpenDatabase, frame
from ui.texts import NBSP, _, euros, ngettext, number, percent

MOST_SENTENCES = 20
"""Strategies whose payments are told in a sentence each."""


def money(atlas: OpenDatabase, choice: Choice) -> None:
    """Financial progress and the cost of a participant, with the sources of every sum."""
    kept.part(progress, atlas, choice)
    kept.part(per_participant, atlas, choice)
    if len(_paid(atlas, choice)) or len(_heads(atlas, choice)):
        answer.source_cards(atlas, lambda: _proofs(atlas, choice), "indicator_money")


@kept.worked_out
def _paid(_atlas: OpenDatabase, choice: Choice) -> pd.DataFrame:
    """Strategies of which both sums are known, with the percent that was paid, the largest first."""
    known = frame("strategies", choice)
    paid = known[known["paid_eur"].notna() & known["allocated_eur"].notna()].copy()
    paid["percent"] = 100 * paid["paid_eur"].astype(float) / paid["allocated_eur"].astype(float)
    return paid.sort_values("percent", ascending=False)


@kept.worked_out
def _heads(_atlas: OpenDatabase, choice: Choice) -> pd.DataFrame:
    """Strategies of which the allocated sum and a number of participants are known."""
    known = frame("strategies", choice)
    heads = known[known["participants_planned"].notna() | known["participants_achieved"].notna()]
    return heads[heads["allocated_eur"].notna()]


def _quoted(choice: Choice) -> pd.Series:
    """The source's own words of each sum, by its key."""
    return frame("funding_statements", choice).set_index("funding")["as_written"]


def _proofs(atlas: OpenDatabase, choice: Choice) -> list[tuple[str, object, object]]:
    quoted = _quoted(choice)
    shown = pd.concat([_paid(atlas, choice), _heads(atlas, choice)]).drop_duplicates("strategy")
    figures = []
    for row in shown.to_dict("records"):
        for kind, label in (("allocated", _("allocated")), ("paid", _("paid"))):
            if not answer.is_missing(row[f"{kind}_eur"]):
                said = f"{atlas.strategy(row)} – {label}: {amount(row, kind)}"
                figures.append((said, quoted.get(row[f"{kind}_funding"]), row[f"{kind}_source"]))
        for state, label in (("planned", _("planned participants")), ("achieved", _("actual participants"))):
            people = row[f"participants_{state}"]
            if not answer.is_missing(people):
                said = f"{atlas.strategy(row)} – {label}: {number(people)}"
                figures.append((said, None, row[f"participants_{state}_source"]))
    return figures


def progress(atlas: OpenDatabase, choice: Choice) -> None:
    """How much of the allocated money was paid, strategy by strategy, with the scope of the paid sum."""
    paid, quoted, of = _paid(atlas, choice), _quoted(choice), len(frame("strategies", choice))
    answer.finding(
        _("Financial progress: money paid of money allocated"),
        _("100 × paid ÷ allocated, EUR · {basis}", basis=answer.coverage(len(paid), of)),
    )
    if paid.empty:
        answer.reading(_("No strategy of this choice has both sums in the sources."))
        return
    for row in answer.topmost(paid, most=MOST_SENTENCES).to_dict("records"):
        said = _(
            "{place}: {percent} – paid {paid} (scope: {scope}) of {allocated} allocated to the whole strategy.",
            place=atlas.strategy(row),
            percent=percent(row["percent"], 1),
            paid=amount(row, "paid"),
            scope=atlas.label("scopes", row["paid_scope"]).lower(),
            allocated=amount(row, "allocated"),
        )
        own_words = quoted.get(row["paid_funding"])
        if isinstance(own_words, str):
            said = f"{said} {_('In the words of the source: „{words}“', words=own_words)}"
        answer.reading(said)
    st.caption(
        _(
            "Payments to projects may leave out administration and own money, so 100 % need not be reached. "
            "More than 100 % means that the sums count different things or that the plan was amended."
        )
    )


def per_participant(atlas: OpenDatabase, choice: Choice) -> None:
    """Money of the whole strategy per planned and per actual participant, with the sources of both figures."""
    heads, of = _heads(atlas, choice), len(frame("strategies", choice))
    answer.finding(
        _("Cost per participant"),
        _(
            "Money allocated to the whole strategy ÷ participants of the whole strategy, EUR · {basis}",
            basis=answer.coverage(len(heads), of),
        ),
    )
    if heads.empty:
        answer.reading(_("No strategy of this choice has both figures in the sources."))
        return
    rows = heads.to_dict("records")
    titles = dict(frame("sources", answer.source_keys(heads))[["source", "title"]].itertuples(index=False))
    keys = ("allocated_source", "participants_planned_source", "participants_achieved_source")
    shown = heads.assign(
        where=[atlas.strategy(row) for row in rows],
        allocated_written=[amount(row, "allocated") for row in rows],
        planned_written=[each(row, "planned") for row in rows],
        achieved_written=[each(row, "achieved") for row in rows],
        sources_written=[
            " · ".join(dict.fromkeys(str(titles[row[key]]) for key in keys if not answer.is_missing(row[key])))
            for row in rows
        ],
    )
    columns = [
        Column("where", _("VVG")),
        Column("allocated_written", _("Allocated")),
        Column("planned_written", _("EUR per planned participant")),
        Column("achieved_written", _("EUR per actual participant")),
        Column("sources_written", _("Sources")),
    ]
    about = _("Cost per participant, with the sources of both figures")
    answer.table(atlas, shown, columns, "per_participant", about)


def amount(row: dict[str, object], kind: str) -> str:
    """A sum (allocated or paid) with its marks: ≈ rounded, ≥ ≤ a bound, ≠ sources differ."""
    sign = words.SIGNS.get(str(row.get(f"{kind}_bound")), "")
    sign = sign or (f"≈{NBSP}" if row[f"{kind}_is_approximate"] else "")
    disputed = f"{NBSP}≠" if row.get(f"{kind}_is_disputed") else ""
    return f"{sign}{euros(row[f'{kind}_eur'])}{disputed}"


def each(row: dict[str, object], state: str) -> str:
    """Allocated euros per participant; of «at least» so many participants it is at most so much."""
    people = row[f"participants_{state}"]
    if answer.is_missing(people) or not people:
        return _("unknown")
    sign = {"at_least": f"≤{NBSP}", "at_most": f"≥{NBSP}"}.get(str(row[f"participants_{state}_bound"]), "")
    heads = ngettext("{n} participant", "{n} participants", int(people))
    return f"{sign}{number(float(row['allocated_eur']) / float(people))}{NBSP}€ ({heads})"
