"""The data as such: files to take away, every table and column in words, vocabularies, sources, checks."""

from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from database import queries
from database.definitions import checks
from ui import answer, files, filters, kept, open_data
from ui.answer import Column
from ui.folds import fold
from ui.session import OpenDatabase, frame
from ui.stops import base
from ui.texts import _, day, language, ngettext, number, plain

CHANGES = Path(__file__).parents[1] / "CHANGELOG.md"
PREVIEW = 200
"""Rows of a table that are shown; the files hold all."""


def take_away(atlas: OpenDatabase) -> None:
    """The whole atlas: as one database, or as a folder of open formats."""
    with st.container(horizontal=True, key="take_all"):
        if atlas.file:
            size = number(atlas.file.stat().st_size / 1_000_000)
            open_data.button()
            st.link_button(_("Whole database, DuckDB ({size} MB)", size=size), f"{base()}/data/atlas.duckdb")
        st.link_button(_("Status (JSON)"), f"{base()}/status", help=_("Versions, and when the data were built"))
    st.caption(
        plain(
            _(
                "Newest source: {newest} · data version {version} · CC BY 4.0: use the data for anything, name "
                "the source",
                version=atlas.version,
                newest=day(str(atlas.build["newest_source"])),
            )
        )
    )


def tables(atlas: OpenDatabase) -> None:
    """One table of the reader's choice: what it holds, its files, its columns, its first rows."""
    columns = frame("columns")
    names = sorted(columns["table_name"].unique(), key=lambda name: (name not in FIRST, label(atlas, name)))
    name = filters.pick(_("Table"), names, "table", lambda code: f"{label(atlas, code)} ({code})", width=420)
    rows, count = frame("table", name, PREVIEW), frame("long_answers.rows_of_table", name)
    whole = partial(queries.table, atlas.connection, name)

    def sources() -> pd.DataFrame:
        return queries.sources(atlas.connection, answer.source_keys(whole()))

    st.subheader(plain(label(atlas, name)), anchor=False)
    st.markdown(plain(meaning(atlas, name, columns)))
    st.caption(ngettext("{n} row", "{n} rows", int(count)))
    with st.container(horizontal=True, key="take_table"):
        files.buttons(atlas, rows, sources, name, whole=whole)
    shown = _explained(atlas, name)
    listed = [Column("column", _("Column")), Column("meaning", _("Meaning")), Column("type", _("Type"))]
    answer.small_table(atlas, shown, listed, _("Columns of the table {name}", name=name))
    fold(_("First rows"), "first_rows", partial(_first_rows, name, rows))


def _first_rows(name: str, rows: pd.DataFrame) -> None:
    preview = rows.map(lambda value: "" if answer.is_missing(value) else str(value))
    alt = _("First rows of the table {name}", name=name)
    st.dataframe(preview, hide_index=True, height=360, key="preview", alt=alt)


@kept.worked_out
def _explained(atlas: OpenDatabase, table: str) -> pd.DataFrame:
    """The columns of a table with their meanings and types."""
    columns = frame("columns")
    explained = columns[columns["table_name"] == table]
    return pd.DataFrame(
        {
            "column": explained["column_name"],
            "meaning": [column_meaning(atlas, table, column) for column in explained["column_name"]],
            "type": explained["data_type"].str.lower(),
        }
    )


FIRST = ("strategy_overview",)
"""The table with which most readers begin stands first."""


def label(atlas: OpenDatabase, table: str) -> str:
    """The name of a table in the reader's language."""
    return atlas.label("tables", table)


def meaning(atlas: OpenDatabase, table: str, columns: pd.DataFrame) -> str:
    """What a table or view holds, in the reader's language; else the comment of the table itself."""
    said = atlas.meaning("tables", table)
    if said:
        return said
    comments = columns.loc[columns["table_name"] == table, "table_meaning"].dropna()
    return str(comments.iloc[0]) if len(comments) else label(atlas, table)


def column_meaning(atlas: OpenDatabase, table: str, column: str) -> str:
    """What a column means: what the vocabulary says of this table's column, else of all columns of that name."""
    own = f"{table}.{column}"
    return atlas.label("columns", own if own in atlas.terms["columns"] else column)


def vocabularies(atlas: OpenDatabase) -> None:
    """One vocabulary of the reader's choice: its codes, names, meanings and wordings."""
    schemes = [scheme for scheme in sorted(atlas.terms) if scheme not in ("columns", "tables")]
    scheme = filters.pick(_("Vocabulary"), schemes, "vocabulary", width=420)
    rows = _terms(atlas, scheme)
    columns = [
        Column("code", _("Code")),
        Column("lt", _("Lithuanian")),
        Column("en", _("English")),
        Column("meaning", _("Meaning")),
        Column("wordings", _("Wordings that mean it")),
    ]
    answer.table(
        atlas,
        rows,
        columns,
        "vocabulary",
        _("Codes of the vocabulary {name}", name=scheme),
        height=480,
    )
    with st.container(horizontal=True):
        files.buttons(atlas, rows, frame("sources", ()), f"vocabulary-{scheme}")


@kept.worked_out
def _terms(_atlas: OpenDatabase, scheme: str) -> pd.DataFrame:
    """The codes of a vocabulary with their wordings and meanings."""
    rows = frame("vocabulary")
    rows = rows[rows["scheme"] == scheme]
    return rows.assign(
        wordings=[text.replace("\n", ", ") if isinstance(text, str) else "" for text in rows["wordings"]],
        meaning=[text if isinstance(text, str) else "" for text in rows[f"description_{language()}"]],
    )


@kept.worked_out
def _with_health(_atlas: OpenDatabase) -> pd.DataFrame:
    """All sources, and what a reader misses in each."""
    rows = frame("sources")
    missed = [health(url, published) for url, published in rows[["url", "published"]].itertuples(index=False)]
    return rows.assign(health=missed)


def sources(atlas: OpenDatabase) -> None:
    """All sources, how many facts rest on each, and how many have no address or no date."""
    rows = _with_health(atlas)
    without_address, without_date = int(rows["url"].isna().sum()), int(rows["published"].isna().sum())
    title = ngettext("{n} source", "{n} sources", len(rows))
    answer.finding(
        title,
        _(
            "{address} of them have no known address, {date} no date of publication.",
            address=number(without_address),
            date=number(without_date),
        ),
    )
    columns = [
        Column("title", _("Title")),
        Column("publisher", _("Publisher")),
        Column("kind", _("Kind"), "code", scheme="source_kinds"),
        Column("published", _("Published"), "date"),
        Column("facts", _("Facts"), "number"),
        Column("health", _("What is missing")),
        Column("url", _("Address")),
        Column("source", _("Key")),
    ]
    answer.table(
        atlas, rows, columns, "sources", _("All sources and the number of facts that rest on each"), height=480
    )
    with st.container(horizontal=True):
        files.buttons(atlas, rows, rows, "sources")


def health(url: object, published: object) -> str:
    """What a reader misses in a source: its address, its date, both or nothing."""
    missing = []
    if answer.is_missing(url):
        missing.append(_("no address"))
    if answer.is_missing(published):
        missing.append(_("no publication date"))
    return ", ".join(missing) or _("nothing")


def questions(atlas: OpenDatabase) -> None:
    """What is unclear in the national picture; the questions of a VVG stand in its profile."""
    rows = frame("questions", None)
    st.subheader(ngettext("{n} open national question", "{n} open national questions", len(rows)), anchor=False)
    st.caption(_("As they stand in the data, in Lithuanian; the questions of a VVG are in its profile."))
    st.markdown("\n".join(f"- {plain(text)}" for text in rows["text"]))


def made_checks(atlas: OpenDatabase) -> None:
    """The checks without which no database is put in use."""
    names = list(checks())
    st.subheader(ngettext("{n} check at every build", "{n} checks at every build", len(names)), anchor=False)
    st.caption(_("What one of them finds is corrected, or the record says why it is right all the same."))
    rows = pd.DataFrame({"check": names, "what": [atlas.label("checks", name) for name in names]})
    listed = [Column("what", _("What is looked for")), Column("check", _("Name of the check"))]
    answer.small_table(atlas, rows, listed, _("Checks of the build"))
    answers = frame("table", "answers")
    if len(answers):
        st.caption(
            ngettext("{n} finding is explained in the data", "{n} findings are explained in the data", len(answers))
        )


def changes(atlas: OpenDatabase) -> None:
    """The newest part of the list of changes."""
    st.subheader(_("What changed"), anchor=False)
    if not CHANGES.is_file():
        st.markdown(_("No list of changes is here."))
        return
    parts = CHANGES.read_text(encoding="utf-8").split("\n## ")
    st.caption(_("The list of changes is kept in English."))
    for part in parts[1:4]:
        title, _newline, body = part.partition("\n")
        st.markdown(f"**{plain(title)}**\n{body}")
