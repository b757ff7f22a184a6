"""A short table in plain Markdown: it needs none of the megabyte by which the browser reads the others."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from ui.answer import Column, in_words
from ui.session import OpenDatabase


def draw(atlas: OpenDatabase, answer: pd.DataFrame, columns: Iterable[Column]) -> None:
    """Draws the rows of an answer, with the words of `ui.answer.in_words`."""
    said = in_words(atlas, answer, list(columns))
    rows = [list(said), ["---"] * len(said), *zip(*said.values(), strict=True)]
    with st.container(key="light_table"):
        st.markdown("\n".join(f"| {' | '.join(row)} |" for row in rows))
