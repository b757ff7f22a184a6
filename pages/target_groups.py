"""Target groups: which strategies name whom, whom nobody names, and what is known behind a group."""

import streamlit as st

from ui import answer, filters, group_sections, group_words
from ui.navigation import link
from ui.parts import part
from ui.session import frame, open_atlas
from ui.texts import _, ngettext

st.title(_("Target groups"), anchor=False)


@part
def answered() -> None:
    """The choices, and all that they change."""
    atlas = open_atlas()
    choice = filters.strategies(atlas, "period", "county", "theme")
    vvgs = frame("group_coverage", choice)
    answer.stop_if_empty(vvgs, "target_groups")
    known, of = group_words.known(atlas, vvgs)
    counts = frame("group_counts", choice)

    if known:
        group_sections.nobody(atlas, counts)
        answer.finding(group_words.title(atlas, counts, known), group_words.coverage(known, of))
        reading = group_words.reading(atlas, counts)
        group_sections.viewed(choice, counts, reading)
        answer.reading(reading)
    else:
        st.info(_("The target groups of no strategy of this choice are known."))
    if known < of:
        unknown = ngettext(
            "The target groups of {n} strategy are not known: see why",
            "The target groups of {n} strategies are not known: see why",
            of - known,
        )
        link("gaps", unknown)
    group_sections.unmapped(atlas, choice)

    st.header(_("One group"), anchor=False)
    group_sections.of_one(choice, counts, known)


answered()
