"""Six key figures of a strategy, each with its source one click away; a missing one is a word, with the reason."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from ui import answer, kept
from ui import proofs as proved
from ui.answer import is_missing
from ui.profile import amounts
from ui.profile.head import Row, chosen, divisor
from ui.session import OpenDatabase, frame
from ui.texts import _, euros, exact, ngettext, percent, plain, short_euros


@dataclass(frozen=True)
class Figure:
    """A figure in words, what has to be said with it, and pairs of quotation and source. Value None = missing.

    `proved`: the figures of proofs.of_strategies behind it, whose cards say what other sources say and by which rule
    one of them is shown; without them the pairs are its cards.
    """

    key: str
    label: str
    value: str | None
    note: str
    proofs: tuple[tuple[object, object], ...] = ()
    proved: tuple[str, ...] = ()


def key_figures(atlas: OpenDatabase, strategy: Row) -> None:
    """The six figures in a row that wraps on a phone."""
    with st.container(horizontal=True, key="key_figures", gap="small"):
        for figure in figures(atlas, strategy):
            _card(atlas, strategy, figure)


@kept.worked_out
def figures(atlas: OpenDatabase, strategy: Row) -> list[Figure]:
    """What is known of money, participants, projects and groups of one strategy."""
    reasons = dict(frame("gaps", chosen(strategy))[["field", "state"]].itertuples(index=False))

    def why(field: str) -> str:
        return answer.missing_word(atlas, reasons[field])

    return [
        _allocated(atlas, strategy, why("allocated")),
        _paid(atlas, strategy, why("paid")),
        _per_resident(atlas, strategy, why("allocated")),
        _pair(atlas, strategy, "participants", _("Participants"), why),
        _pair(atlas, strategy, "projects", _("Local projects"), why),
        _groups(atlas, strategy, why("target_groups")),
    ]


def _card(atlas: OpenDatabase, strategy: Row, figure: Figure) -> None:
    with st.container(width=172, key=f"figure_{figure.key}", gap="xxsmall"):
        if figure.value is None:
            st.markdown(f":small[{plain(figure.label)}]  \n*{plain(figure.note)}*")
            return
        st.metric(figure.label, figure.value)
        st.caption(plain(figure.note))
        _proofs(atlas, strategy, figure)


@st.fragment
def _proofs(atlas: OpenDatabase, strategy: Row, figure: Figure) -> None:
    """The source cards of a figure, made when they are asked for."""
    folded = st.popover(_("Source"), type="tertiary", key=f"proof_{figure.key}", on_change="rerun")
    if folded.open:
        proofs = proved.of_strategies(atlas, chosen(strategy), figure.proved) or [
            answer.Proof(figure.label, words, keys) for words, keys in figure.proofs
        ]
        folded.markdown(answer.cards(atlas, proofs))


def _allocated(atlas: OpenDatabase, strategy: Row, why: str) -> Figure:
    if is_missing(strategy["allocated_eur"]):
        return Figure("allocated", _("Allocated"), None, why)
    [row] = frame("funding", chosen(strategy)).to_dict("records")
    short = amounts.sign(atlas, row["bound"], row["is_approximate"]) + short_euros(row["amount_eur"])
    note = amounts.disputed(atlas, row)
    if row["is_disputed"]:
        note = _("{sums}: sources differ", sums=note)
    told = _details(strategy, "strategy", "allocated")
    return Figure("allocated", _("Allocated"), short, note, told, ("allocated",))


def _paid(atlas: OpenDatabase, strategy: Row, why: str) -> Figure:
    if is_missing(strategy["paid_eur"]):
        return Figure("paid", _("Paid"), None, why)
    about = amounts.sign(atlas, None, strategy["paid_is_approximate"])
    what = atlas.label("scopes", strategy["paid_scope"]).lower()
    note = f"{about}{euros(strategy['paid_eur'])} ({what})"
    proofs = _details(strategy, str(strategy["paid_scope"]), "paid")
    return Figure("paid", _("Paid"), about + short_euros(strategy["paid_eur"]), note, proofs, ("paid",))


def _details(strategy: Row, scope: str, stage: str) -> tuple[tuple[object, object], ...]:
    """Quotation and source of every whole sum of a strategy in one scope and stage."""
    sums = frame("funding_details", chosen(strategy))
    asked = sums[
        (sums["scope"] == scope) & (sums["stage"] == stage) & (sums["role"] == "whole") & sums["subject_key"].isna()
    ]
    return tuple(asked[["as_written", "source"]].itertuples(index=False, name=None))


def _per_resident(atlas: OpenDatabase, strategy: Row, why: str) -> Figure:
    label = _("For each resident")
    if is_missing(strategy["per_resident_eur"]):
        without = _("residents of its territory not known")
        return Figure("per_resident", label, None, why if is_missing(strategy["allocated_eur"]) else without)
    residents = ngettext("{n} resident", "{n} residents", int(str(strategy["residents"])))
    note = f"{residents}: {divisor(atlas, strategy)}"
    proofs = (*_details(strategy, "strategy", "allocated"), (None, strategy["residents_source"]))
    return Figure(
        "per_resident", label, short_euros(strategy["per_resident_eur"]), note, proofs, ("allocated", "residents")
    )


def _pair(atlas: OpenDatabase, strategy: Row, what: str, label: str, why: Callable[[str], str]) -> Figure:
    planned, achieved = strategy[f"{what}_planned"], strategy[f"{what}_achieved"]
    told = _quoted(strategy, what)
    if is_missing(planned) and is_missing(achieved):
        return Figure(what, label, None, why(f"{what}_planned"))
    if is_missing(achieved):
        about = amounts.sign(atlas, strategy[f"{what}_planned_bound"])
        note = _("planned; achieved: {reason}", reason=why(f"{what}_achieved"))
        return Figure(what, label, about + exact(planned), note, told, (f"{what}_planned",))
    about = amounts.sign(atlas, strategy[f"{what}_achieved_bound"])
    if is_missing(planned):
        note = _("achieved; planned: {reason}", reason=why(f"{what}_planned"))
    else:
        limit = amounts.sign(atlas, strategy[f"{what}_planned_bound"])
        note = _("achieved; planned {planned}", planned=limit + exact(planned))
        if not is_missing(strategy[f"{what}_percent"]):
            note += f" ({percent(strategy[f'{what}_percent'])})"
    return Figure(what, label, about + exact(achieved), note, told, (f"{what}_achieved", f"{what}_planned"))


CONCEPTS = {"participants": "participants", "projects": "local_projects"}


def _quoted(strategy: Row, what: str) -> tuple[tuple[object, object], ...]:
    """The words and the source of the shown achieved and planned value; once where both stand in the same words."""
    proofs: dict[tuple[object, object], None] = {}
    for row in frame("indicators", chosen(strategy), CONCEPTS[what], "strategy").to_dict("records"):
        for state in ("achieved", "planned"):
            if row[state] == strategy[f"{what}_{state}"]:
                words = row[f"{state}_as_written"]
                proofs[(None if is_missing(words) else words, row[f"{state}_source"])] = None
    return tuple(proofs)


def _groups(atlas: OpenDatabase, strategy: Row, why: str) -> Figure:
    phrases = frame("group_phrases", chosen(strategy))
    if phrases.empty:
        return Figure("groups", _("Target groups"), None, why)
    terms = list(dict.fromkeys(phrases["term"].dropna()))
    named = ngettext("in {n} phrase", "in {n} phrases", phrases["target_group"].nunique())
    note = named if len(terms) else _("no phrase fits the vocabulary yet")
    proofs = tuple((None, source) for source in phrases["source"].drop_duplicates())
    return Figure("groups", _("Target groups"), str(len(terms)), note, proofs)
