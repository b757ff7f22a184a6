"""The fourth step: the draft among its peers, on every page, in a database that this visit alone shows."""

from pathlib import Path
from typing import Any

import streamlit as st

from ui import own_data
from ui.add.draft import Check, Draft
from ui.add.refusals import concern, refusal
from ui.navigation import link
from ui.session import OpenDatabase, OwnData
from ui.session import own_data as shown_data
from ui.texts import _, plain

MARK = "added_shown"
"""Where the visit notes which state of the draft it shows."""


def show(atlas: OpenDatabase, draft: Draft, check: Check, refused: type[Exception]) -> None:
    """The button that shows the draft among the served data, and the pages on which to look at it."""
    if not draft.accepted():
        st.info(_("Nothing is accepted yet, so there is nothing to compare. Accept findings first."))
        return
    own = shown_data()
    is_new = own is None or st.session_state.get(MARK) != draft.mark()
    if own is None:
        st.markdown(
            plain(
                _(
                    "The draft is put among the strategies of the atlas, and every page then shows it: profile,"
                    " comparison, map, money, groups, indicators. Only in this visit; nobody else sees it."
                )
            )
        )
    elif is_new:
        st.info(_("The draft has changed since it was put among the others."))
    if is_new:
        label = _("Show the draft with its peers") if own is None else _("Show the draft as it is now")
        if st.button(label, type="primary", key="added_compare"):
            _begin(atlas, draft, check, refused)
    if own is not None:
        _ways(own)


def _begin(atlas: OpenDatabase, draft: Draft, check: Check, refused: type[Exception]) -> None:
    answers: list[dict[str, Any]] = []

    def make(served: Path, into: Path) -> dict[str, Any] | None:
        answers.append(check(draft.request(served, into)))
        visit: dict[str, Any] | None = answers[0]["visit"]
        return visit

    if not own_data.has_room():
        st.error(_("Others are being served just now: try again in a minute."))
        return
    try:
        with st.spinner(_("Putting the draft among the others; this takes a few seconds…"), show_time=True):
            is_shown = own_data.begin(make)
    except refused as why:
        st.error(plain(refusal(str(why))))
        return
    draft.answer, draft.answered = answers[0], draft.mark()
    if is_shown:
        st.session_state[MARK] = draft.mark()
        st.rerun()
    st.error(_("The draft cannot be shown before this is known; the step “Check” asks for it:"))
    st.markdown("\n".join(f"- {plain(concern(atlas, told))}" for told in draft.concerns(None)))


def _ways(own: OwnData) -> None:
    """What is shown, what it stands for, and where to look."""
    atlas, shown = own.atlas, own.shown
    st.success(plain(_("Shown among the others: {what}", what=own_data.named(atlas, shown))))
    replaced = [atlas.label("periods", key.partition("/")[2]) for key in shown["replaced"]]
    if replaced:
        said = _(
            "The atlas has this strategy already ({period}). In this visit your draft stands in its place, so what"
            " the atlas knows of it from other sources is not shown.",
            period=", ".join(replaced),
        )
        st.markdown(plain(said))
    if shown["is_new"]:
        st.markdown(plain(_("The atlas did not know this VVG.")))
    vvg, period = shown["vvg"], shown["strategies"][0].partition("/")[2]
    with st.container(key="added_ways"):
        link("compare", _("Compare with similar cities"), {"vvg": [vvg], "period": period})
        link("vvg", _("Profile of the VVG"), {"vvg": vvg, "period": period})
        link("funding", _("Money among all strategies"), {"period": period})
        link("target_groups", _("Target groups among all strategies"), {"period": period})
        link("indicators", _("Indicators among all strategies"), {"period": period})
        link("map", _("On the map"), {"period": period})
    st.caption(_("Use these links and the menu: what is opened in another tab or reloaded is another visit."))
