"""The last step: the record as a file, and what to do with it."""

import os

import streamlit as st

from ui.add import checking
from ui.add.draft import Check, Draft
from ui.reports import report_address, report_link
from ui.session import newest_atlas
from ui.texts import _, ngettext, plain


def show(draft: Draft, check: Check, refused: type[Exception]) -> None:
    """The button that takes the file, how ready it is, and the ways from here."""
    if not draft.accepted():
        st.info(_("Nothing is accepted yet, so the file would be empty. Accept findings first."))
        return
    if not checking.run(draft, check, refused) or draft.answer is None:
        return
    answer = draft.answer
    file = f"{answer['name']}.yaml"
    facts = ngettext("{n} fact, each with the words that prove it", "{n} facts, each with the words that prove it",
                     len(answer["written"]))  # fmt: skip
    st.markdown(plain(facts))
    st.download_button(
        _("Take the file {file}", file=file), answer["yaml"].encode(), file, "application/yaml", type="primary",
        key="added_take", on_click="ignore",
    )  # fmt: skip
    if answer["concerns"]:
        st.caption(
            ngettext(
                "{n} thing is still to be looked at, see the step “Check”; the file says nothing of it.",
                "{n} things are still to be looked at, see the step “Check”; the file says nothing of them.",
                len(answer["concerns"]),
            )
        )
    st.subheader(_("What to do with it"), anchor=False)
    _next(answer["name"], file)
    with st.expander(_("What is in the file"), key="added_yaml", on_change="rerun") as folded:
        if folded.open:
            st.code(answer["yaml"], language="yaml", wrap_lines=True)


def _next(vvg: str, file: str) -> None:
    is_known = vvg in newest_atlas().profiles
    to = report_address(os.environ.get("ATLAS_REPORT_TO", ""))
    first = _("Send the file to those who keep the atlas, with the document itself or its address.")
    own = (
        _(
            "If you keep a copy of the atlas: data/vvg has {file} already; join your strategy and its source to it.",
            file=file,
        )
        if is_known
        else _("If you keep a copy of the atlas: put the file into its folder data/vvg as {file}.", file=file)
    )
    last = _("Then python -m loaders check says whether it is whole, and python -m loaders builds the atlas with it.")
    st.markdown("\n".join(f"{at}. {plain(words)}" for at, words in enumerate((first, own, last), start=1)))
    if to:
        subject = _("A strategy for the VVG atlas: {file}", file=file)
        message = _("The record of a strategy is attached. The document stands at:")
        st.link_button(_("Write to them"), report_link(to, subject, message))
