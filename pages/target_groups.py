"""Target groups: which strategies name whom, whom nobody names, and what is known behind a group."""

import streamlit as st

from ui import answer, filters, group_sections, group_words, kept
from ui.navigation import link
from ui.session import frame, open_atlas
from ui.texts import _, ngettext

st.title(_("Target groups"), anchor=False)
atlas = open_atlas()
choice = filters.strategies(atlas, "period", "county", "theme")
vvgs = frame("group_coverage", choice)
answer.stop_if_empty(vvgs, "target_groups")
known, of = int(vvgs["with_groups"].sum()), int(vvgs["strategies"].sum())
counts = frame("group_counts", choice)

if known:
    group_sections.nobody(atlas, counts)
    answer.finding(group_words.title(atlas, counts, known), group_words.coverage(known, of))
    reading = group_words.reading(counts)
    views = group_sections.views()
    with st.container(key="only_wide_views"):
        view = filters.one(_("View"), list(views), "view", views.get, label_visibility="collapsed")
    kept.part(group_sections.picture, atlas, choice, counts, view, reading)
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
order = list(group_words.single(counts)["term"])
term = filters.pick(_("Target group"), order, "group", lambda code: atlas.label("target_groups", code), width=420)
group_sections.one(atlas, choice, term, counts, known)
