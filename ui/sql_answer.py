"""What became of a reader's query: its table and files, or one plain sentence why there is none."""

import pandas as pd
import streamlit as st

from database.sandbox import LIMITS, Outcome, Run
from ui import address, answer, sql
from ui.session import OpenDatabase, frame
from ui.texts import _, day, exact, ngettext, number, plain

MOST_FORMATTED = 20_000
"""Cells that are written one by one as the reader writes numbers; the browser formats those of larger tables."""

LONGEST_CELL = 500
"""Characters of a cell on the page; the files have all."""

YEARS = range(1900, 2101)


def show(atlas: OpenDatabase, run: Run) -> None:
    """The table of an answer with its files, version and sources; or why there is none."""
    outcome = run.outcome
    if outcome.rows is None:
        explain(outcome)
    else:
        _rows(atlas, outcome)
    with st.expander(_("Questions to begin with"), key="sql_more_examples"):
        sql.examples(atlas, titled=False)


def explain(outcome: Outcome) -> None:
    """One message in the reader's language; what the engine says is quoted as it says it."""
    if outcome.kind == "cancelled":
        st.info(reason(outcome))
        return
    st.error(reason(outcome))
    if outcome.kind == "engine":
        st.code(outcome.said, language=None, wrap_lines=True)


def reason(outcome: Outcome) -> str:
    """Why there is no table, and what to do."""
    said = {
        "empty": _("There is no query yet: write one, or take an example."),
        "long": _("The query is too long: at most {n} characters.", n=number(LIMITS.length)),
        "not_one": _("Write exactly one query; here are {n}.", n=plain(outcome.said)),
        "not_reading": _(
            "Only queries that read are run here: SELECT, FROM, VALUES, DESCRIBE, SUMMARIZE, SHOW. This one is {kind}.",
            kind=plain(outcome.said),
        ),
        "engine": _("The database could not run this query. It says:"),
        "wide": _("The answer has too many columns: {n}. At most {most} are given.", n=plain(outcome.said),
                  most=number(LIMITS.columns)),
        "large": _("One row of the answer is larger than a whole answer may be. Ask for less text."),
        "memory": _("The query needed more memory than one query may take. Ask for fewer rows, or count in parts."),
        "time": _(
            "The query was stopped after {n} s. Ask for less: filter first, and see that every joined table has "
            "its condition.",
            n=number(LIMITS.seconds),
        ),
        "cancelled": _("The query was cancelled."),
        "busy": _("Other readers’ queries are running just now. Try again in a moment."),
        "crash": _("The query was ended: the database could not cope with it. Write it in another way."),
        "unavailable": _("Queries cannot be run just now. Try again in a moment; all data can be downloaded."),
    }  # fmt: skip
    return said[outcome.kind]


def _rows(atlas: OpenDatabase, outcome: Outcome) -> None:
    rows = outcome.rows
    st.subheader(ngettext("{n} row", "{n} rows", len(rows)) if len(rows) else _("No row fits the query"), anchor=False)
    st.caption(plain(about(atlas, outcome)))
    if outcome.cut:
        st.warning(cut(outcome))
    if rows.empty:
        return
    table(rows)
    known = frame("sources")
    sources = known[known["source"].isin(answer.source_keys(rows))]
    answer.download_and_sources(atlas, rows, "sql", sources=sources)
    if not address.is_kept(sql.KEY):
        st.caption(_("This query is too long for an address: keep its text yourself, a link will not have it."))


def about(atlas: OpenDatabase, outcome: Outcome) -> str:
    """How long it took, and of which data the answer is."""
    return _(
        "{seconds} s · data version {version} · newest source: {newest}",
        seconds=number(outcome.seconds, 2),
        version=atlas.version,
        newest=day(str(atlas.build["newest_source"])),
    )


def cut(outcome: Outcome) -> str:
    """That the answer goes on, and why the table does not."""
    shown = number(len(outcome.rows))
    if outcome.cut == "rows":
        return _("The answer goes on: only its first {n} rows are here and in the files. Filter or count.", n=shown)
    return _(
        "The answer is too large: only its first {n} rows are here and in the files. Ask for fewer columns or rows.",
        n=shown,
    )


def table(rows: pd.DataFrame) -> None:
    """The rows as the reader writes numbers. An empty value is NULL, as in the query: the atlas does not interpret."""
    shown = rows.copy()
    for name in shown.columns[[isinstance(kind, pd.StringDtype) for kind in shown.dtypes]]:
        shown[name] = shown[name].str.slice(0, LONGEST_CELL)
    numbers = [name for name in rows.columns if is_numeric(rows[name])]
    data: object = shown
    config = {}
    if rows.size <= MOST_FORMATTED:
        data = shown.style.format({name: written(rows[name]) for name in numbers}, na_rep="NULL")
    else:
        config = {name: st.column_config.NumberColumn(format="localized") for name in numbers}
        shown[numbers] = shown[numbers].astype(float)
    st.dataframe(
        data, hide_index=True, row_height=36, column_config=config, key="table_sql", placeholder="NULL",
        alt=_("Answer to the query: {rows}", rows=ngettext("{n} row", "{n} rows", len(rows))),
    )  # fmt: skip


def is_numeric(column: pd.Series) -> bool:
    """Whether a column holds numbers; decimals come as objects."""
    if pd.api.types.is_bool_dtype(column.dtype):
        return False
    return pd.api.types.is_numeric_dtype(column.dtype) or column.dtype == "object"


def written(column: pd.Series):
    """How the numbers of a column are written; whole numbers that all look like years, as years."""
    known = column.dropna()
    if pd.api.types.is_integer_dtype(column.dtype) and known.isin(YEARS).all():
        return str
    return exact
