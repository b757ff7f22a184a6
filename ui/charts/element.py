"""A chart on the page, which changes in its place.

Streamlit calls a chart another one as soon as anything in it is another. The browser then throws it away with all its
parts and makes it anew, which takes longer than all else behind a click. A chart of the atlas is the same for as long
as its key is, like Streamlit's tables and controls: plotly changes what has changed.
"""

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st
from streamlit.elements import plotly_chart

_by_content = plotly_chart.compute_and_register_element_id


def _by_key(kind: str, *, user_key: str | None, key_as_main_identity: object, **content: object) -> str:
    """Who a chart is, by its key alone where it has one."""
    return _by_content(kind, user_key=user_key, key_as_main_identity=bool(user_key), **content)


plotly_chart.compute_and_register_element_id = _by_key


def draw(
    figure: go.Figure, name: str, alt: str, settings: dict[str, object], taken: Callable[[str], None] | None = None
) -> None:
    """Draws a figure under its name, with its words for those who do not see it.

    In: `settings` of plotly; `taken`, what happens when the reader chooses a point of it, given the key under which
    the session holds what was chosen.
    """
    key = f"chart_{name}"
    chosen: dict[str, object] = {}
    if taken:
        chosen = {"on_select": lambda: taken(key), "selection_mode": "points"}
    # Colours are the figure's own: Streamlit would put its theme on it when it is drawn, and draw it again.
    st.plotly_chart(figure, theme=None, config=settings, key=key, alt=alt, **chosen)
