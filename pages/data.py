"""Data: everything to take away, and what every table, column, code and source means."""

import streamlit as st

from ui import citing, data_sections, filters
from ui.parts import part
from ui.session import open_atlas
from ui.texts import N_, _

SECTIONS = {
    "tables": (N_("Tables and columns"), data_sections.tables),
    "vocabularies": (N_("Vocabularies"), data_sections.vocabularies),
    "sources": (N_("Sources"), data_sections.sources),
    "questions": (N_("Open questions"), data_sections.questions),
    "checks": (N_("Checks"), data_sections.made_checks),
    "changes": (N_("What changed"), data_sections.changes),
}


@part
def answered() -> None:
    """The choice of the section, and its content."""
    atlas = open_atlas()
    section = filters.one(
        _("Section"), list(SECTIONS), "section", lambda code: _(SECTIONS[code][0]), label_visibility="collapsed"
    )
    SECTIONS[section][1](atlas)
    citing.buttons(atlas, "data", citing.View(f"{_('Data')}: {_(SECTIONS[section][0])}"))


st.title(_("Data"), anchor=False)
data_sections.take_away(open_atlas())
answered()
