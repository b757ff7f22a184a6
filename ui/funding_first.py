"""The first answer of the page of money: the finding, bars by strategy, beside them the spread, and what is missing."""

from functools import partial

import pandas as pd
import streamlit as st

from database.choice import Choice
from ui import answer, funding_words, proofs
from ui.charts import funding as drawn
from ui.charts.base import safe
from ui.funding_rows import hovers, looks
from ui.navigation import link
from ui.session import OpenDatabase, frame
from ui.texts import _, ngettext, plain


def bars(atlas: OpenDatabase, choice: Choice, kind: str, per: str, of: int) -> None:
    """Who has how much. In: `kind`, scope and stage of the money; `of`, how many strategies were asked for."""
    scope, stage = kind.split(".")
    funding = frame("funding", choice, scope, stage)
    column = funding_words.COLUMNS[per]
    known = funding[funding[column].notna()].sort_values(column, ascending=False, kind="stable")
    if known.empty:
        st.info(_("No strategy of this choice has both a sum and this divisor."))
        return
    spread = frame("funding_spread", choice, scope, stage, per)
    is_enough = bool(spread[spread["known"] > 0]["is_enough"].all())
    answer.finding(
        funding_words.title(atlas, known, per, stage, is_enough),
        funding_words.subtitle(atlas, kind, per, len(known), of),
    )
    colours, labels = looks(atlas)
    said = funding_words.reading(atlas, known, per)
    left, right = st.columns([5, 2], gap="medium")
    with left:
        top = answer.topmost(known)
        names = funding_words.axis_names(atlas, top)
        shown = [funding_words.marked(row[column], row, per) for row in top.to_dict("records")]
        cards = hovers(atlas, top, shown)
        answer.chart(partial(drawn.bars, top, column, names, colours, labels, shown, cards), "funding", said)
        answer.reading(said)
    with right:
        middles = funding_words.spread(atlas, spread, per)
        # Beyond the bars a dot says its town alone: thousands of cards would be heavier than all the rest.
        towns = [safe(name) for name in funding_words.axis_names(atlas, known.iloc[len(top) :])]
        dots = partial(
            drawn.spread, known, column, spread, colours, labels, [*cards, *towns], funding_words.middle(per)
        )
        answer.chart(dots, "spread", " ".join(middles))
        for sentence in middles:
            st.caption(plain(sentence))


def proved(atlas: OpenDatabase, choice: Choice, per: str, funding: pd.DataFrame) -> None:
    """The source card of every bar, with the sums of other sources, and of what it is divided by."""
    divisors = {"resident": "residents", "participant": "participants_planned", "project": "projects_planned"}

    def cards() -> list[answer.Proof]:
        divided = proofs.of_strategies(atlas, choice, (divisors[per],)) if per in divisors else []
        return proofs.sums(atlas, choice, funding) + divided

    answer.source_cards(atlas, cards, "bars")


def missing(atlas: OpenDatabase, choice: Choice, kind: str, per: str, known: int, of: int) -> None:
    """The strategies that are not among the bars: without a divisor, each with the reason, or without a sum."""
    lost = funding_words.without_divisor(atlas, choice, kind, per)
    if lost:
        label = ngettext("{n} strategy without this divisor", "{n} strategies without this divisor", len(lost))
        with st.expander(label):
            st.markdown("\n\n".join(plain(f"{name}: {reason}") for name, reason in lost[: answer.MOST_DRAWN]))
            if len(lost) > answer.MOST_DRAWN:
                st.caption(answer.few_of_many(answer.MOST_DRAWN, len(lost)))
    unknown = of - known
    if unknown:
        label = ngettext(
            "The sum of {n} strategy is not known: see why",
            "The sums of {n} strategies are not known: see why",
            unknown,
        )
        link("gaps", label)
