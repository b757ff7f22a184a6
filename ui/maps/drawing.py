"""A map on the page, and the VVG that was chosen: by a click, or from a list by those who use the keyboard."""

from functools import partial

import plotly.graph_objects as go
import streamlit as st

from ui import address
from ui.charts.base import config
from ui.maps.borders import base_map
from ui.session import OpenDatabase
from ui.texts import _

CHOSEN = "vvg"
"""The name of the chosen VVG in the address."""

BUTTONS = ["select2d", "lasso2d", "hoverClosestGeo", "pan2d"]


def draw(figure: go.Figure, name: str, alt: str, vvgs: tuple[str, ...] = ()) -> None:
    """Draws a map without any request to another server; a click on a mark or area chooses its VVG.

    In: `vvgs` that the reader may choose; without them the map is only looked at.
    """
    settings = config(name) | {"topojsonURL": base_map(), "modeBarButtonsToRemove": BUTTONS}
    if vvgs:
        choose_from(figure, name, alt, vvgs, settings)
    else:
        st.plotly_chart(figure, theme=None, config=settings, key=f"chart_{name}", alt=alt)


def choose_from(
    figure: go.Figure, name: str, alt: str, vvgs: tuple[str, ...], settings: dict[str, object] | None = None
) -> None:
    """Draws a chart whose points carry VVGs; a click makes one of them the chosen VVG."""
    key = f"chart_{name}"
    taken = partial(_take, key, vvgs)
    st.plotly_chart(
        figure, theme=None, config=settings or config(name), key=key, alt=alt, on_select=taken, selection_mode="points"
    )


def choose(atlas: OpenDatabase, vvgs: tuple[str, ...]) -> str | None:
    """Asks for one of the VVGs, or none; the same as a click on the map."""
    return st.selectbox(
        _("Chosen VVG"), vvgs, index=None, format_func=atlas.city, placeholder=_("Click the map or choose here"),
        **address.one_of(CHOSEN, vvgs, None),
    )  # fmt: skip


def _take(key: str, vvgs: tuple[str, ...]) -> None:
    """Makes the clicked VVG the chosen one."""
    points = st.session_state[key]["selection"]["points"]
    clicked = [taken for point in points if (taken := clicked_vvg(point)) in vvgs]
    if clicked:
        address.change(CHOSEN, clicked[0])


def clicked_vvg(point: dict[str, object]) -> str | None:
    """The VVG of a point or area that was clicked.

    >>> clicked_vvg({"customdata": "birzai"}), clicked_vvg({"customdata": ["birzai"]}), clicked_vvg({})
    ('birzai', 'birzai', None)
    """
    carried = point.get("customdata")
    if isinstance(carried, list):
        carried = carried[0] if carried else None
    return carried if isinstance(carried, str) else None
