"""Whom a strategy helps: the phrases of its sources, under the groups that they mean."""

import pandas as pd
import streamlit as st

from ui import answer
from ui.answer import is_missing
from ui.navigation import link
from ui.profile.citations import Citations, bullets
from ui.profile.head import Row, chosen
from ui.session import OpenDatabase, frame
from ui.texts import _, ngettext, plain


def section(atlas: OpenDatabase, strategy: Row) -> None:
    """Group by group in the order of the vocabulary; phrases that fit no group stand at the end."""
    phrases = frame("group_phrases", chosen(strategy))
    if phrases.empty:
        gaps = frame("gaps", chosen(strategy)).set_index("field")["state"]
        why = answer.missing_word(atlas, gaps["target_groups"])
        st.markdown(plain(_("No target group of this strategy is known: {reason}.", reason=why)))
        return
    cites = Citations(atlas)
    named = phrases["term"].dropna().nunique()
    title = ngettext("The strategy names {n} target group", "The strategy names {n} target groups", named)
    answer.finding(title, _("In the words of the source; in brackets where they stand."))
    for term in atlas.codes("target_groups"):
        rows = phrases[phrases["term"] == term]
        if not rows.empty:
            st.markdown(f"**{plain(atlas.label('target_groups', term))}**")
            bullets(_lines(atlas, rows, cites))
    unmapped = phrases[phrases["term"].isna()]
    if not unmapped.empty:
        st.markdown(f"**{_('Phrases that fit no group of the vocabulary yet')}**")
        bullets(_lines(atlas, unmapped, cites))
    cites.listing()
    link("target_groups", _("Which other strategies name these groups"))


def _lines(atlas: OpenDatabase, rows: pd.DataFrame, cites: Citations) -> list[str]:
    lines = []
    for row in rows.to_dict("records"):
        place = atlas.label("levels", row["level"]).lower()
        place = {"strategy": _("the strategy"), "project": _("a project")}.get(str(row["level"]), place)
        if not is_missing(row["subject"]):
            place += f": {row['subject']}"
        lines.append(f"„{plain(row['phrase'])}“ ({plain(place)}){cites.mark(row['source'])}")
    return lines
