"""A map on the page, and the VVG that was chosen: by a click, or from a list by those who use the keyboard."""

from functools import partial

import plotly.graph_objects as go
import streamlit as st

from ui import address
from ui.charts import element
from ui.charts.base import config
from ui.maps.borders import base_map
from ui.session import OpenDatabase
from ui.texts import _

CHOSEN = "vvg"
"""The name of the chosen VVG in the address."""

BUTTONS = ["select2d", "lasso2d", "hoverClosestGeo", "pan2d"]


def draw(figure: go.Figure, name: str, alt: str, vvgs: tuple[str, ...] = (), chosen: str | None = None) -> None:
    """Draws a map without any request to another server; a click on a mark or area chooses its VVG.

    In: `vvgs` that the reader may choose, and which of them is; without them the map is only looked at.
    """
    settings = config(name) | {"topojsonURL": base_map(), "modeBarButtonsToRemove": BUTTONS}
    if vvgs:
        choose_from(figure, name, alt, vvgs, chosen, settings)
    else:
        element.draw(figure, name, alt, settings)


def choose_from(
    figure: go.Figure, name: str, alt: str, vvgs: tuple[str, ...], chosen: str | None,
    settings: dict[str, object] | None = None,
) -> None:  # fmt: skip
    """Draws a chart whose points carry VVGs; a click makes one of them the chosen VVG."""
    # Another chart where another is chosen, so that no point of it is marked as clicked.
    of_chosen = f"{name}_{chosen}" if chosen else name
    element.draw(figure, of_chosen, alt, settings or config(name), partial(_take, vvgs))


def choose(atlas: OpenDatabase, vvgs: tuple[str, ...]) -> str | None:
    """Asks for one of the VVGs, or none; the same as a click on the map."""
    return st.selectbox(
        _("Chosen VVG"), vvgs, index=None, format_func=atlas.city, placeholder=_("Click the map or choose here"),
        **address.one_of(CHOSEN, vvgs, None),
    )  # fmt: skip


def _take(vvgs: tuple[str, ...], key: str) -> None:
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
