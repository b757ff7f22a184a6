"""The five steps of adding a strategy: where the reader is, and the way on and back."""

import streamlit as st

from ui.add.draft import ACCEPTED, STEP, Draft, forget
from ui.add.marked import bare
from ui.texts import N_, _, ngettext, number, plain

STEPS = {
    "document": N_("Document"),
    "findings": N_("Findings"),
    "check": N_("Check"),
    "compare": N_("Compare with peers"),
    "file": N_("File"),
}
"""In their order; before a document is read there is only the first."""


def step(draft: Draft | None) -> str:
    """Shows the steps and says which one the reader is at."""
    if draft is None:
        return "document"
    here = st.session_state.get(STEP, "findings")
    st.session_state["added_step_choice"] = here
    st.segmented_control(
        _("Step"), list(STEPS), format_func=_named, required=True, key="added_step_choice",
        label_visibility="collapsed", on_change=_chosen,
    )  # fmt: skip
    accepted = sum(decision == ACCEPTED for decision in draft.decisions.values())
    decided = _("{n} of {all} decided", n=number(len(draft.decisions)), all=number(len(draft.found)))
    said = ngettext("{n} finding accepted", "{n} findings accepted", accepted)
    named = draft.title or _("Document without a title")
    st.caption(f"{bare(named)} · {plain(decided)}, {plain(said)}")
    return str(here)


def onward(here: str) -> None:
    """A button to the next step."""
    following = list(STEPS)[list(STEPS).index(here) + 1]
    label = _("Next: {step}", step=_(STEPS[following]).lower())
    st.button(label, type="primary", key=f"added_next_{here}", on_click=go, args=(following,))


def restart() -> None:
    """A button that drops the draft and begins with another document."""
    st.button(_("Another document"), on_click=forget, key="added_again")


def go(where: str) -> None:
    """The reader goes to a step."""
    st.session_state[STEP] = where


def _chosen() -> None:
    go(str(st.session_state["added_step_choice"]))


def _named(code: str) -> str:
    return f"{list(STEPS).index(code) + 1}. {_(STEPS[code])}"
