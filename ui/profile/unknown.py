"""What is not known of a strategy, and what its sources leave unclear."""

import re

import streamlit as st

from ui.navigation import link
from ui.profile.citations import bullets
from ui.profile.head import Row, chosen
from ui.session import OpenDatabase, frame
from ui.texts import _, ngettext, plain


def section(atlas: OpenDatabase, strategy: Row) -> None:
    """The open questions of the VVG, then every missing field under its reason."""
    questions = frame("questions", str(strategy["vvg"]))
    st.subheader(ngettext("{n} open question", "{n} open questions", len(questions)), anchor=False)
    if questions.empty:
        st.markdown(plain(_("Nothing in the sources contradicts itself, as far as we have seen.")))
    else:
        bullets([plain(text) for text in questions["text"]])
        if meant := named_sources(str(strategy["vvg"]), " ".join(questions["text"])):
            st.caption(plain(meant))
    gaps = frame("gaps", chosen(strategy))
    missing = gaps[gaps["state"] != "known"]
    st.subheader(ngettext("{n} thing is not known", "{n} things are not known", len(missing)), anchor=False)
    for reason in atlas.codes("missing_reasons"):
        fields = missing.loc[missing["state"] == reason, "field"]
        if len(fields):
            names = ", ".join(atlas.label("fields", field).lower() for field in fields)
            st.markdown(f"**{plain(atlas.label('missing_reasons', reason))}:** {plain(names)}")
    link("gaps", _("A ready letter that asks for what is missing"), {"vvg": str(strategy["vvg"])})


def named_sources(vvg: str, questions: str) -> str:
    """Which sources the questions mean by S1, S2 …; nothing where they mean none."""
    ids = dict.fromkeys(re.findall(r"\bS\d{1,3}\b", questions))
    known = frame("sources", tuple(f"{vvg}/{identity}" for identity in ids)).set_index("source")["title"]
    named = [f"{identity} – {known[key]}" for identity in ids if (key := f"{vvg}/{identity}") in known.index]
    return _("Sources meant: {sources}.", sources="; ".join(named)) if named else ""


def sources(atlas: OpenDatabase, strategy: Row) -> None:
    """Every source of the VVG's own record, and how many facts rest on it."""
    known = frame("sources")
    own = known[known["source"].str.startswith(f"{strategy['vvg']}/")]
    st.subheader(ngettext("{n} source of this VVG", "{n} sources of this VVG", len(own)), anchor=False)
    st.caption(_("Both strategies of the VVG; the most used first."))
    lines = []
    for source in own.to_dict("records"):
        facts = ngettext("{n} fact", "{n} facts", int(source["facts"]))
        lines.append((source, facts))
    _listing(atlas, lines)


def _listing(atlas: OpenDatabase, lines: list[tuple[Row, str]]) -> None:
    from ui.answer import source_line

    for source, facts in lines:
        with st.container(gap="xxsmall"):
            source_line(atlas, source)
            st.caption(plain(facts))
