"""The first step: a file or a pasted text is read, in a process of its own, and what was found in it is kept."""

import streamlit as st

from ui.add import draft as drafts
from ui.add import steps
from ui.add.draft import Draft, Json, Read
from ui.add.marked import bare
from ui.add.refusals import note, refusal
from ui.texts import _, ngettext, plain

LARGEST_MB = 20


def ask(read: Read, refused: type[Exception], draft: Draft | None) -> None:
    """The field for a file and the one for a text; where one is given, it is read, or one sentence says why not."""
    if draft is not None:
        _read_already(draft)
        return
    by_file, by_text = st.tabs([_("A file"), _("Text")])
    with by_file:
        given = st.file_uploader(
            _("Strategy, report, order or page of your VVG: PDF, DOCX, ODT, HTML or TXT, up to 20 MB"),
            key="added_file",
            max_upload_size=LARGEST_MB,
        )
    with by_text, st.form("added_text_form", border=False):
        text = st.text_area(_("Paste the text of the strategy or of its page here"), height=240, key="added_text")
        sent = st.form_submit_button(_("Read the text"), type="primary")
    if given is not None and given.file_id != st.session_state.get("added_refused"):
        if not _take(read, refused, given.getvalue(), given.name):
            st.session_state["added_refused"] = given.file_id
    elif sent:
        _take(read, refused, text.encode(), "")
    with st.container(key="added_promise"):
        promises = (
            _("The document is read and facts are found in it: money, goals, groups, indicators, projects."),
            _("You accept, mend or reject each; beside it stand the words that prove it."),
            _("The draft is checked and compared with similar cities on every page of the atlas."),
            _("You take the record home as a file and send it, if you wish, to those who keep the atlas."),
        )
        st.markdown("\n".join(f"{at}. {plain(words)}" for at, words in enumerate(promises, start=1)))
        st.caption(
            _(
                "Nothing is stored: the document and the draft are in the memory of this visit alone, nobody else sees"
                " them, and they go when you close or reload this tab."
            )
        )


def _take(read: Read, refused: type[Exception], content: bytes, name: str) -> bool:
    """Reads what was given and goes on to the findings; says why where it cannot."""
    try:
        with st.status(_("Reading the document; this takes a few seconds, a long one up to a minute…")) as status:
            told: Json = read(content, name)
            status.update(state="complete")
    except refused as why:
        st.error(plain(refusal(str(why))))
        return False
    drafts.forget()
    drafts.keep(told)
    steps.go("findings")
    st.rerun()


def _read_already(draft: Draft) -> None:
    st.subheader(bare(draft.title or _("Document without a title")), anchor=False)
    pages = {block.page for block in draft.blocks if block.page is not None}
    said = [draft.kind.upper() if draft.kind != "text" else _("Text")]
    said += [ngettext("{n} page", "{n} pages", len(pages))] if pages else []
    said += [ngettext("{n} paragraph", "{n} paragraphs", len(draft.blocks))]
    said += [ngettext("{n} finding", "{n} findings", len(draft.found))]
    said += [ngettext("{n} sentence was not understood", "{n} sentences were not understood", len(draft.unread))]
    st.caption(plain(" · ".join(said)))
    for said_so in draft.notes:
        st.caption(bare(note(said_so)))
    with st.container(horizontal=True):
        steps.onward("document")
        steps.restart()


def nothing(draft: Draft) -> bool:
    """Where nothing was found, says so; whether nothing was."""
    if not draft.found:
        st.info(_("No fact was found in this document. Is it a strategy, a report or a page of a VVG?"))
    return not draft.found
