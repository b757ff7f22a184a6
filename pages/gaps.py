"""What is not known: field by field, with the reason, and a letter that asks for it."""

import streamlit as st

from ui import answer, filters, gaps, kept
from ui.parts import part
from ui.session import frame, open_atlas
from ui.texts import _, plain

st.title(_("What is not known"), anchor=False)
st.caption(plain(_("A missing figure is never zero: it has a reason, and somebody who could be asked.")))


@part
def answered() -> None:
    """The choices, and all that they change."""
    atlas = open_atlas()
    choice = filters.strategies(atlas, "period", "county", "vvg")

    fields = frame("gaps", choice)
    answer.stop_if_empty(fields, "gaps")

    kept.part(gaps.finding, atlas, fields)
    gaps.viewed(fields)
    kept.part(gaps.reading, atlas, fields)
    kept.part(gaps.reasons, atlas, fields)
    gaps.table(atlas, fields)
    gaps.ready_letter(atlas, fields)
    gaps.coverage_of_funded(atlas)


answered()
