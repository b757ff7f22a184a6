"""What can be asked: every table and view with its columns, types and meanings, beside the query."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from database.wordings import folded
from ui.data_sections import FIRST, column_meaning, label, meaning
from ui.session import OpenDatabase, frame
from ui.texts import _, ngettext, plain

HEIGHT = 310
FEW = 3
"""So few tables are opened by the filter itself."""


@st.fragment
def show(atlas: OpenDatabase) -> None:
    """The list of tables and views; a filter finds them by name, meaning or column."""
    columns = frame("columns")
    wanted = st.text_input(
        _("Tables and columns"), placeholder=_("Find: residents, funding, planned …"), max_chars=60, key="sql_filter"
    )
    found = list(matching(atlas, columns, wanted))
    if wanted:
        st.caption(ngettext("{n} table or view", "{n} tables and views", len(found)))
    with st.container(height=HEIGHT, border=False, gap="xxsmall"):
        for name, listed in found:
            _table(atlas, name, listed, columns, opened=bool(wanted) and len(found) <= FEW)


def matching(atlas: OpenDatabase, columns: pd.DataFrame, wanted: str) -> Iterator[tuple[str, list[str]]]:
    """Names of tables and their columns that fit; a table that fits itself has all of its columns.

    In: `wanted`, any words, with or without diacritics; all of them have to be there.
    """
    words = folded(wanted).split()

    def fits(scheme: str, name: str, *keys: str) -> bool:
        """Whether the name or what it is called, in either language, has every word."""
        term = next((atlas.terms[scheme][key] for key in keys if key in atlas.terms[scheme]), {})
        said = folded(f"{name} {term.get('lt', '')} {term.get('en', '')}")
        return all(word in said for word in words)

    named = columns.groupby("table_name")["column_name"].agg(list)
    for table in sorted(named.index, key=lambda each: (each not in FIRST, each)):
        if fits("tables", table, table):
            yield table, named[table]
        elif kept := [each for each in named[table] if fits("columns", each, f"{table}.{each}", each)]:
            yield table, kept


def _table(atlas: OpenDatabase, name: str, listed: list[str], columns: pd.DataFrame, opened: bool) -> None:
    """One table, folded; what is in it is sent when it is opened."""
    words = label(atlas, name)
    named = f"`{name}`" if words == name else f"`{name}` {plain(words)}"
    key = f"schema_{name}_{'found' if opened else 'listed'}"
    folded_in = st.expander(named, expanded=opened, key=key, on_change="rerun", type="compact")
    if not folded_in.open:
        return
    own = columns[columns["table_name"] == name].set_index("column_name")
    if (about := meaning(atlas, name, columns)) != words:
        folded_in.caption(plain(about))
    folded_in.markdown(
        "\n".join(
            f"- `{each}` :gray[{plain(str(own.loc[each, 'data_type']).lower())}]  \n"
            f"  {plain(column_meaning(atlas, name, each))}"
            for each in listed
        )
    )
