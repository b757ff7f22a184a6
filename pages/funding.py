"""Funding: how much money each strategy was given, per whom, at what stage and from which fund."""

import streamlit as st

from database.choice import Choice
from ui import answer, filters, funding_first, funding_sections, funding_words, kept
from ui.parts import part
from ui.session import frame, open_atlas
from ui.texts import _


@part
def answered() -> None:
    """The choices, and all that they change."""
    atlas = open_atlas()
    choice = filters.strategies(atlas, "period", "county", "theme", "fund")
    counted(choice)


@part
def counted(choice: Choice) -> None:
    """What the chosen strategies were given, by the money that is meant and whom it is counted for."""
    atlas = open_atlas()
    with st.container(horizontal=True, key="switches"):
        per = filters.one(
            _("Count the money"), list(funding_words.COLUMNS), "per", funding_words.per_names().get, wrap=True
        )
        kinds = funding_words.known_kinds(atlas, choice)
        options = {kind: funding_words.kind_choice(atlas, kind, known) for kind, known in kinds.items()}
        kind = filters.pick(_("Which money"), list(options), "money", options.get, width=340)

    strategies = frame("strategies", choice)
    answer.stop_if_empty(strategies, "funding")
    funding = frame("funding", choice, *kind.split("."))
    answer.stop_if_empty(funding, "funding")

    kept.part(funding_first.bars, atlas, choice, kind, per, len(strategies))
    # A place of its own, empty or not: what stands below keeps its number, by which the browser knows it again.
    with st.container():
        funding_first.missing(atlas, choice, kind, per, len(funding), len(strategies))
    funding_first.proved(atlas, choice, per, funding)
    funding_sections.closer(choice, kind)


st.title(_("Funding"), anchor=False)
answered()
