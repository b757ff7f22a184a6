"""A reader's own query: the field, the examples, and the run that can be watched and cancelled.

A query that stands in an opened address is shown, and runs when the reader says so: nobody's machine works, and
nobody's question is asked, because a link was followed. An example is the atlas's own and runs at once.
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from database.definitions import examples as queries
from database.sandbox import LIMITS, Run, start
from ui import address
from ui.session import OpenDatabase
from ui.texts import N_, _, number

TITLES = {
    "most_per_resident": N_("Who got most per resident?"),
    "achieved_against_planned": N_("What was achieved against what was planned?"),
    "people_with_disabilities": N_("Who plans for people with disabilities, and in which words?"),
    "groups_most_named": N_("Which target groups do most strategies name?"),
    "largest_projects": N_("Which projects have the largest sums?"),
    "one_applicant_many_projects": N_("Which applicants have several projects?"),
    "money_by_fund": N_("From which funds are the strategies paid?"),
    "calls_by_year": N_("How many calls were opened each year?"),
    "sources_that_differ": N_("Where do sources give different sums?"),
    "least_known": N_("Of which strategies is least known?"),
    "most_cited_sources": N_("On which sources do most facts rest?"),
}
"""The question that each example answers, in the order of the list."""

KEY = "sql"
"""The name of the query in the address."""

RUN = "sql_run"
AT_ONCE = 0.8
"""Seconds in which most queries answer; only one that takes longer shows that it runs."""

LOOK = 0.3
"""Seconds between two looks at a query that runs. It ends by itself when nobody looks (Limits.unseen)."""


def part(name: str) -> DeltaGenerator:
    """A part of the desk: the query, the answer, what can be asked. Their places are in ui/document.py."""
    return st.container(key=f"sql_{name}")


def rules() -> str:
    """What may be asked, and how much."""
    return _(
        "Ask the database itself: everything can be read, nothing can be changed. One SELECT of DuckDB, up to "
        "{seconds} s and {rows} rows.",
        seconds=number(LIMITS.seconds),
        rows=number(LIMITS.rows),
    )


def query(atlas: OpenDatabase) -> Run | None:
    """The field of the query. Out: the run of exactly this query on these data; None where it was not asked yet."""
    with st.form("sql_form", border=False):
        st.text_area(
            _("Query"),
            height=290,
            max_chars=LIMITS.length,
            placeholder=queries()["groups_most_named"],
            **address.draft(KEY, LIMITS.length),
        )
        with st.container(horizontal=True, vertical_alignment="center", key="take_sql_run"):
            st.form_submit_button(_("Run"), type="primary", key="sql_go", on_click=_ask, args=(atlas,))
            st.caption(_("or Ctrl+Enter in the field"))
    run = st.session_state.get(RUN)
    written = address.drafted(KEY)
    if run is not None and (run.sql, run.path) == (written, atlas.file):
        return run
    if written.strip():
        st.info(_("This query has not run yet. Read it, then press “Run”."))
    return None


def _ask(atlas: OpenDatabase) -> None:
    """Starts what is written in the field, and writes it to the address."""
    address.send(KEY)
    _start(atlas, address.drafted(KEY))


def _ask_example(atlas: OpenDatabase, name: str) -> None:
    address.change(KEY, queries()[name].strip())
    _start(atlas, queries()[name].strip())


def _start(atlas: OpenDatabase, words: str) -> None:
    """A reader has one query at a time: the one before ends."""
    before = st.session_state.get(RUN)
    if before is not None:
        before.cancel()
    if atlas.file:
        st.session_state[RUN] = start(atlas.file, words)


def examples(atlas: OpenDatabase, titled: bool = True) -> None:
    """Questions to begin with; each puts its query in the field and runs it."""
    if titled:
        st.subheader(_("Questions to begin with"), anchor=False)
    with st.container(gap=None, key="sql_examples"):
        for name, title in TITLES.items():
            st.button(_(title), type="tertiary", key=f"example_{name}", on_click=_ask_example, args=(atlas, name))


def is_running(run: Run) -> bool:
    """Whether a query still runs; then it is shown how long, with a button that ends it."""
    if run.wait(AT_ONCE):
        return False
    _watch(run)
    return True


@st.fragment(run_every=LOOK)
def _watch(run: Run) -> None:
    if run.is_done():
        st.rerun()
    share = min(1.0, run.elapsed / LIMITS.seconds)
    st.progress(share, _("The query runs: {n} of {most} s", n=number(run.elapsed), most=number(LIMITS.seconds)))
    st.button(_("Cancel"), key="sql_cancel", on_click=cancel, args=(run,))


def cancel(run: Run) -> None:
    """Ends a query and waits the moment that it takes."""
    run.cancel()
    run.wait(AT_ONCE)
