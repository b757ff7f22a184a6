"""The second step: the document with its findings marked, each with its field beside it, to be accepted or not."""

from collections import defaultdict

import streamlit as st

from ui.add import correcting, marked, steps
from ui.add.draft import ACCEPTED, REJECTED, Draft, Found
from ui.add.fields import GROUPS, NAMES, confidence, details, headline
from ui.add.refusals import concern
from ui.session import OpenDatabase
from ui.texts import N_, _, ngettext, number, plain

ON_A_PAGE = 12
"""Places of the document that are shown at once."""
BLOCKS_ON_A_PAGE = 80
WHOLE, UNREAD = "whole", "unread"
DECISIONS = {ACCEPTED: N_("Accept"), REJECTED: N_("Reject")}


def show(atlas: OpenDatabase, draft: Draft) -> None:
    """The groups of findings, one of them open, and the way on."""
    sure = draft.sure()
    with st.container(horizontal=True, vertical_alignment="center", key="added_all"):
        if sure:
            label = ngettext("Accept {n} sure finding", "Accept all {n} sure findings", len(sure))
            st.button(label, on_click=draft.accept_sure, key="added_accept_sure")
        steps.onward("findings")
    shown = _group(draft)
    if shown == WHOLE:
        _whole(draft)
    elif shown == UNREAD:
        _unread(draft)
    else:
        _places(atlas, draft, [one for one in draft.found if one.field in GROUPS[shown][1]], shown)


def _group(draft: Draft) -> str:
    """Which findings are open: those of one group, the whole document, or what was not understood."""
    counts = {code: [one for one in draft.found if one.field in fields] for code, (_label, fields) in GROUPS.items()}
    options = [code for code, found in counts.items() if found] + [WHOLE] + ([UNREAD] if draft.unread else [])

    def name(code: str) -> str:
        if code == WHOLE:
            return _("Whole document")
        if code == UNREAD:
            return _("Not understood ({n})", n=number(len(draft.unread)))
        decided = sum(one.at in draft.decisions for one in counts[code])
        return f"{_(GROUPS[code][0])} {decided}/{len(counts[code])}"

    kept = st.session_state.get("added_group")
    st.session_state["added_group_choice"] = kept if kept in options else options[0]
    st.pills(
        _("What was found"), options, format_func=name, required=True, key="added_group_choice",
        label_visibility="collapsed", on_change=_open_group,
    )  # fmt: skip
    return str(st.session_state["added_group_choice"])


def _open_group() -> None:
    st.session_state["added_group"] = st.session_state["added_group_choice"]


def _places(atlas: OpenDatabase, draft: Draft, found: list[Found], shown: str) -> None:
    """The places of the document in which these findings stand: the words at the left, the findings at the right."""
    at_line: dict[int, list[Found]] = defaultdict(list)
    for one in found:
        at_line[one.line].append(one)
    lines = list(at_line)
    pages = -(-len(lines) // ON_A_PAGE)
    page = st.pagination(pages, key=f"added_page_{shown}") if pages > 1 else 1
    for line in lines[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]:
        with st.container(key=f"added_place_{line}"):
            left, right = st.columns([5, 6], gap="medium")
            with left:
                _words(draft, line, at_line[line])
            with right:
                for one in at_line[line]:
                    card(atlas, draft, one)


def _words(draft: Draft, line: int, found: list[Found]) -> None:
    block = marked.block_of(draft, line)
    quotations = [draft.words(one) for one in found]
    if block is None or not marked.spans(block.text, quotations):
        st.markdown(" … ".join(marked.marked(words, [words]) for words in dict.fromkeys(quotations)))
    else:
        st.markdown(marked.marked(block.text, quotations))
    if block is not None:
        st.caption(marked.bare(marked.place(block)))


def card(atlas: OpenDatabase, draft: Draft, found: Found, key: str = "") -> None:
    """One finding: what it says, how sure it is, what is wrong with it, and the reader's decision."""
    decision = draft.decisions.get(found.at)
    with st.container(
        border=True,
        horizontal=True,
        vertical_alignment="center",
        key=f"added_card_{key}{decision or 'open'}_{found.at}",
    ):
        with st.container(width="stretch", gap="xsmall"):
            st.markdown(_said(atlas, draft, found))
            for told in draft.concerns(found.at) if decision == ACCEPTED else []:
                st.markdown(f":orange-badge[{plain(_('Look here'))}] {plain(concern(atlas, told))}")
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            choice = f"added_decision_{key}{found.at}"
            st.session_state[choice] = decision
            st.segmented_control(
                _("Decision on: {what}", what=marked.bare(headline(atlas, draft, found))), list(DECISIONS),
                format_func=_decision, key=choice, label_visibility="collapsed", on_change=_decide,
                args=(draft, found.at, choice),
            )  # fmt: skip
            correcting.form(atlas, draft, found, key)


def _said(atlas: OpenDatabase, draft: Draft, found: Found) -> str:
    """What a finding says, in two or three lines of Markdown."""
    lines = [f"**{marked.bare(headline(atlas, draft, found))}**"]
    if more := details(atlas, draft, found):
        lines.append(f":small[{marked.bare(more)}]")
    sure = _("mended by you") if found.at in draft.corrected else confidence(found)
    lines.append(f":gray[:small[{plain(_(NAMES[found.field]))} · {plain(sure)}]]")
    return "  \n".join(lines)


def _decision(code: str) -> str:
    label = DECISIONS[code]
    return _(label)


def _decide(draft: Draft, at: int, choice: str) -> None:
    match st.session_state[choice]:
        case "accepted":
            draft.accept(at)
        case "rejected":
            draft.reject(at)
        case _:
            draft.decisions.pop(at, None)


def _whole(draft: Draft) -> None:
    """The whole document, a page at a time, every finding marked and its field named behind the paragraph."""
    at_line: dict[int, list[Found]] = defaultdict(list)
    for one in draft.found:
        at_line[one.line].append(one)
    pages = -(-len(draft.blocks) // BLOCKS_ON_A_PAGE)
    page = st.pagination(pages, key="added_page_whole") if pages > 1 else 1
    said = []
    for block in draft.blocks[(page - 1) * BLOCKS_ON_A_PAGE : page * BLOCKS_ON_A_PAGE]:
        here = at_line[block.line]
        text = marked.marked(
            block.text, [draft.words(one) for one in here if draft.decisions.get(one.at) != REJECTED], None
        )
        before = f"{marked.bare(block.marker)} " if block.marker else ""
        names = dict.fromkeys(_(NAMES[one.field]) for one in here)
        badges = " ".join(f":gray-badge[{plain(name)}]" for name in names)
        said.append(f"**{before}{text}** {badges}" if block.kind == "heading" else f"{before}{text} {badges}")
    with st.container(key="added_document"):
        st.markdown("\n\n".join(said))


def _unread(draft: Draft) -> None:
    """Sentences with a number, a date or a key word that no finding covers."""
    st.caption(
        _("These sentences have a number, a date or a key word, but no fact was found in them: the draft has none.")
    )
    pages = -(-len(draft.unread) // BLOCKS_ON_A_PAGE)
    page = st.pagination(pages, key="added_page_unread") if pages > 1 else 1
    listed = []
    for line, words in draft.unread[(page - 1) * BLOCKS_ON_A_PAGE : page * BLOCKS_ON_A_PAGE]:
        block = marked.block_of(draft, line)
        where = f" :small[{marked.bare(marked.place(block))}]" if block else ""
        listed.append(f"- {marked.bare(words)}{where}")
    st.markdown("\n".join(listed))
