"""What a page keeps folded: it is made and sent when a reader opens it."""

from collections.abc import Callable
from typing import Literal

import streamlit as st


@st.fragment
def fold(
    label: str,
    key: str,
    fill: Callable[[], object],
    expanded: bool = False,
    form: Literal["default", "compact"] = "default",
) -> None:
    """A part of the page under its name, drawn by `fill` as long as it is open.

    Streamlit draws what is in a closed one, too, out of sight. In: the label as Markdown; `expanded`, how it first is.
    """
    folded = st.expander(label, expanded=expanded, key=key, type=form, on_change="rerun")
    if folded.open:
        with folded:
            fill()
