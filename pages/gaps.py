"""What is not known: field by field, with the reason, and a letter that asks for it."""

import streamlit as st

from ui import answer, filters, gaps, kept
from ui.session import frame, open_atlas
from ui.texts import _, plain

atlas = open_atlas()
st.title(_("What is not known"), anchor=False)
st.caption(plain(_("A missing figure is never zero: it has a reason, and somebody who could be asked.")))
choice = filters.strategies(atlas, "period", "county", "vvg")

fields = frame("gaps", choice)
answer.stop_if_empty(fields, "gaps")

kept.part(gaps.finding, atlas, fields)
with st.container(key="only_wide_views"):
    names = {"matrix": _("Every strategy"), "list": _("By field")}
    view = filters.one(_("View"), list(names), "view", names.get)
kept.part(gaps.matrix if view == "matrix" else gaps.by_field, atlas, fields)
kept.part(gaps.reading, atlas, fields)
kept.part(gaps.reasons, atlas, fields)
gaps.table(atlas, fields)
gaps.ready_letter(atlas, fields)
gaps.coverage_of_funded(atlas)
