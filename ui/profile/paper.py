"""A profile for a meeting: two A4 pages of what is known of one strategy, then the notes with its sources."""

import pandas as pd
import streamlit as st

from ui import citing
from ui.navigation import link
from ui.profile import figures, paper_tables
from ui.profile.head import Row, chosen, state_of, view
from ui.profile.notes import EndNotes
from ui.profile.unknown import named_sources
from ui.session import OpenDatabase, frame
from ui.texts import _, ngettext, plain

MOST_QUESTIONS = 5


def draw(atlas: OpenDatabase, vvg: Row, strategy: Row) -> None:
    """The paper as it will be printed; what is for the screen alone stands above it and is not printed."""
    with st.container(key="paper_screen", horizontal=True, vertical_alignment="center"):
        link("vvg", _("Back to the profile"), {"vvg": str(vvg["vvg"]), "period": str(strategy["eu_period"])})
        st.caption(_("Print it with your browser (Ctrl + P): paper A4, upright."))
    notes = EndNotes(atlas)
    with st.container(key="paper", gap="small"):
        _head(atlas, vvg, strategy, notes)
        _figures(atlas, strategy, notes)
        paper_tables.goals(atlas, strategy, notes)
        paper_tables.money(atlas, strategy, notes)
        _groups(atlas, strategy, notes)
        paper_tables.indicators(atlas, strategy, notes)
        paper_tables.peers(atlas, strategy, notes)
        paper_tables.calls(atlas, strategy, notes)
        _unknown(atlas, strategy)
    with st.container(key="paper_notes", gap="small"):
        notes.listing()
        st.caption(plain(citing.cited(atlas, view(atlas, strategy))))


def _head(atlas: OpenDatabase, vvg: Row, strategy: Row, notes: EndNotes) -> None:
    st.title(plain(vvg["name"]), anchor=False)
    place = dict.fromkeys(str(vvg[key]) for key in ("city", "municipality", "county"))
    website = [vvg["website"].split("//")[-1].rstrip("/")] if isinstance(vvg["website"], str) else []
    title = strategy["title"]
    named = f"„{title}“" if isinstance(title, str) else _("The title of the strategy is not known.")
    st.markdown(
        f"{plain(' · '.join([*place, *website]))}  \n**{plain(named)}**  \n{plain(state_of(atlas, strategy))}"
        f"{notes.mark(strategy['residents_source'])}"
    )


def _figures(atlas: OpenDatabase, strategy: Row, notes: EndNotes) -> None:
    """The six key figures in a row: the figure with its note, below it what has to be said with it."""
    known = figures.figures(atlas, strategy)
    table = {
        plain(figure.label): [f"**{plain(figure.value)}**{notes.proved(figure.proofs)}", plain(figure.note)]
        if figure.value is not None
        else [f"*{plain(figure.note)}*", ""]
        for figure in known
    }
    with st.container(key="paper_figures"):
        st.table(pd.DataFrame(table), hide_index=True, border="horizontal", alt=_("Key figures"))


def _groups(atlas: OpenDatabase, strategy: Row, notes: EndNotes) -> None:
    phrases = frame("group_phrases", chosen(strategy))
    terms = [term for term in atlas.codes("target_groups") if term in set(phrases["term"].dropna())]
    with st.container(gap="xxsmall"):
        st.subheader(_("For whom"), anchor=False)
        if not terms:
            gaps = frame("gaps", chosen(strategy)).set_index("field")["state"]
            st.markdown(plain(atlas.label("missing_reasons", gaps["target_groups"])))
            return
        said = []
        for term in terms:
            first = phrases[phrases["term"] == term].iloc[0]
            said.append(f"{plain(atlas.label('target_groups', term))}{notes.mark(first['source'], first['phrase'])}")
        st.markdown("; ".join(said))


def _unknown(atlas: OpenDatabase, strategy: Row) -> None:
    """The open questions of the VVG, and the missing fields under their reasons."""
    questions = frame("questions", str(strategy["vvg"]))
    gaps = frame("gaps", chosen(strategy))
    with st.container(gap="xxsmall"):
        st.subheader(_("Open questions"), anchor=False)
        shown = list(questions["text"].head(MOST_QUESTIONS))
        lines = [f"- {plain(text)}" for text in shown]
        more = len(questions) - len(lines)
        if more > 0:
            lines.append(f"- *{plain(ngettext('{n} more is in the atlas.', '{n} more are in the atlas.', more))}*")
        if meant := named_sources(str(strategy["vvg"]), " ".join(shown)):
            lines.append(f"- {plain(meant)}")
        for reason in atlas.codes("missing_reasons"):
            fields = gaps.loc[gaps["state"] == reason, "field"]
            if len(fields):
                names = ", ".join(atlas.label("fields", field).lower() for field in fields)
                lines.append(f"- **{plain(atlas.label('missing_reasons', reason))}:** {plain(names)}")
        st.markdown("\n".join(lines))
