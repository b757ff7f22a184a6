"""Compare: 1 to 5 VVGs side by side, the first of them among its peers."""

import streamlit as st

from ui import answer, comparison, kept
from ui import comparison_sections as sections
from ui import comparison_texts as texts
from ui.navigation import link
from ui.parts import part
from ui.session import open_atlas
from ui.texts import _, plain

st.title(_("Compare"), anchor=False)


@part
def answered() -> None:
    """The choices, and all that they change."""
    atlas = open_atlas()
    compared = sections.chosen(atlas)
    rows, where = sections.figures(atlas, compared), sections.standings(atlas, compared)
    if compared.is_example:
        st.caption(_("An example: of this VVG most is known. Choose your own above."))
    if texts.comes_first():
        texts.who_else(atlas, compared)

    own_years = sections.own_years(atlas, compared)
    if not rows.empty and compared.focal in own_years:
        title = comparison.title(atlas, compared.focal, where["per_resident_eur"])
        answer.finding(title, " · ".join(own_years.values()))
        answer.reading(comparison.reading(list(where.values())))
        st.caption(comparison.basis())
    else:
        st.info(_("No strategy of the chosen VVG is known in this EU period. Choose the other period."))
        link("vvg", plain(_("What is known of this VVG")), {"vvg": compared.focal})
    sections.peers(atlas, compared)

    if not rows.empty:
        kept.part(sections.section, atlas, compared, "place")
        kept.part(sections.section, atlas, compared, "money")
        texts.goals(atlas, compared)
        kept.part(texts.groups, atlas, compared)
        kept.part(sections.section, atlas, compared, "indicators")
        kept.part(sections.section, atlas, compared, "context")
    if not texts.comes_first():
        texts.who_else(atlas, compared)
    if not rows.empty:
        sections.proved(atlas, compared, rows)
        answer.download_and_sources(atlas, rows, "compare")


answered()
