"""A table of thousands of rows, of which the browser fetches what it shows; it also writes the figures."""

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st
from streamlit.dataframe import lazy_df_source

from ui.session import OpenDatabase

if TYPE_CHECKING:
    from ui.answer import Column

AT_ONCE = 100
"""Rows that the browser fetches at once, some screens of them; Streamlit itself sends a thousand with each click."""

lazy_df_source.DEFAULT_PAGE_SIZE = AT_ONCE


def draw(
    atlas: OpenDatabase, shown: pd.DataFrame, columns: list["Column"], name: str, alt: str,
    linked: dict[str, str], more: dict[str, object],
) -> None:  # fmt: skip
    """Draws it. In: the cells under the labels of the columns, the links by kind, further settings of the table."""
    units = {"euros": "EUR", "percent": "%"}
    config: dict[str, object] = {}
    for column in columns:
        label, values = column.label, shown[column.label]
        if column.kind in linked:
            config[label] = st.column_config.LinkColumn(help=column.help, display_text=linked[column.kind])
        elif column.kind in ("code", "codes", "date"):
            names = {value: column.written(atlas)(value) for value in values.unique()}
            shown[label] = [names[value] for value in values]
        elif column.kind != "text":
            shown[label] = values.astype(float)
            said = f"{label}, {units[column.kind]}" if column.kind in units else label
            written = "%d" if column.kind == "year" else "localized"
            config[label] = st.column_config.NumberColumn(said, help=column.help, format=written)
    st.dataframe(
        shown, hide_index=True, row_height=36, column_config=config, key=f"table_{name}", alt=alt,
        lazy=True, **more,
    )  # fmt: skip
