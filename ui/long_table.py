"""A table of thousands of rows, of which the browser fetches what it shows; it also writes the figures."""

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st
from streamlit.dataframe import lazy_df_source

from ui import kept
from ui.session import OpenDatabase

if TYPE_CHECKING:
    from ui.answer import Column

AT_ONCE = 100
"""Rows that the browser fetches at once, some screens of them; Streamlit itself sends a thousand with each click."""

lazy_df_source.DEFAULT_PAGE_SIZE = AT_ONCE


UNITS = {"euros": "EUR", "percent": "%"}


def cells(answer: pd.DataFrame, columns: list["Column"]) -> pd.DataFrame:
    """The columns of a table under their labels; a copy, which may be changed."""
    shown = answer[[column.name for column in columns]].copy()
    shown.columns = [column.label for column in columns]
    return shown


@kept.worked_out
def _in_words(atlas: OpenDatabase, answer: pd.DataFrame, columns: list["Column"]) -> pd.DataFrame:
    """The same with the words of codes and dates, and figures that the browser can write."""
    shown = cells(answer, columns)
    for column in columns:
        values = shown[column.label]
        if column.kind in ("code", "codes", "date"):
            names = {value: column.written(atlas)(value) for value in values.unique()}
            shown[column.label] = [names[value] for value in values]
        elif column.kind not in ("text", "link", "proof"):
            shown[column.label] = values.astype(float)
    return shown


def draw(
    atlas: OpenDatabase, answer: pd.DataFrame, columns: list["Column"], name: str, alt: str,
    linked: dict[str, str], more: dict[str, object],
) -> None:  # fmt: skip
    """Draws it. In: the answer, the links by kind, further settings of the table."""
    config: dict[str, object] = {}
    for column in columns:
        label = column.label
        if column.kind in linked:
            config[label] = st.column_config.LinkColumn(help=column.help, display_text=linked[column.kind])
        elif column.kind not in ("text", "code", "codes", "date"):
            said = f"{label}, {UNITS[column.kind]}" if column.kind in UNITS else label
            written = "%d" if column.kind == "year" else "localized"
            config[label] = st.column_config.NumberColumn(said, help=column.help, format=written)
    st.dataframe(
        _in_words(atlas, answer, columns), hide_index=True, row_height=36, column_config=config, key=f"table_{name}",
        alt=alt, lazy=True, **more,
    )  # fmt: skip
