"""Planned and achieved on one map: planned hollow or striped, achieved solid, in bubbles and in colours.

A side that is missing has the mark of its reason, as everything that is not known.
"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from ui.answer import is_missing
from ui.charts.base import FONT
from ui.look import Look
from ui.maps import bubbles, colours
from ui.maps.classes import class_of
from ui.maps.figure import Scene, diameter, form_mark, legend_mark
from ui.texts import _

STRIPES, STRIPE_STEP = 90.0, 0.085
"""The angle of the stripes of what was planned, unlike that of any kind of nothing, and the degrees between them."""

PIXELS = 120
"""Pixels of a degree of longitude on the map of the country, at least: to set a mark beside a bubble."""


def draw_bubbles(
    figure: go.Figure, rows: pd.DataFrame, scene: Scene, words: dict[str, str], chosen: str | None
) -> None:
    """A solid bubble for what was achieved in a ring for what was planned; areas are in proportion to values.

    In: rows of a pair with at least one value, and `text` for hovers; `words` of the kinds of nothing.
    """
    top, across = bubbles.largest(rows), bubbles.widest(rows, scene)
    achieved, planned = rows[rows["achieved"] > 0], rows[rows["planned"].notna()]
    named = bubbles.names_of(rows, bubbles.apart(rows), scene, chosen)
    longitudes = pd.Series(bubbles.apart(rows), index=rows.index)
    look = scene.look
    for some, side in ((achieved, "achieved"), (planned, "planned")):
        sizes = [diameter(value, top, across) for value in some[side]]
        figure.add_trace(
            bubbles.points_of(
                some, list(longitudes[some.index]), list(some["text"]), name=side, mode="markers",
                marker=_solid(some, sizes, chosen, look) if side == "achieved" else _hollow(some, sizes, chosen, look),
            )
        )  # fmt: skip
    figure.add_trace(
        go.Scattergeo(
            lon=list(longitudes), lat=list(rows["latitude"]), mode="text", hoverinfo="skip", showlegend=False,
            textfont={"family": FONT, "size": 12, "color": look.ink, "shadow": "auto"}, **named,
        )
    )  # fmt: skip
    zero = rows[rows["achieved"] == 0]
    bubbles.zeros(figure, zero, scene, list(zero["text"]), words["reported_zero"])
    figure.add_trace(form_mark("ring", _("planned"), look))
    figure.add_trace(form_mark("solid", _("achieved"), look))


def half_known(rows: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    """The rows of which one side is missing, as rows of the reason: inside the ring, or beside the solid bubble."""
    top, across = bubbles.largest(rows), bubbles.widest(rows, scene)
    longitudes = pd.Series(bubbles.apart(rows), index=rows.index)
    planned = rows[rows["achieved"].isna()]
    achieved = rows[rows["planned"].isna()]
    beside = [diameter(value, top, across) / 2 / PIXELS + 0.06 for value in achieved["achieved"]]
    return pd.concat(
        [
            planned.assign(reason=planned["achieved_reason"], longitude=longitudes[planned.index]),
            achieved.assign(reason=achieved["planned_reason"], longitude=longitudes[achieved.index] + beside),
        ]
    )


def draw_colours(
    figure: go.Figure,
    rows: pd.DataFrame,
    shares: pd.Series,
    limits: Sequence[float],
    legend: Sequence[str],
    scene: Scene,
) -> None:
    """Municipalities filled by the class of what was achieved and striped by that of what was planned.

    In: rows of a pair with at least one value, and `text` for hovers; `shares`, whether a row shares its municipality
    and has points in place of an area; the edges of the classes of both, and their words.
    """
    look = scene.look
    rows = rows.assign(
        solid=[-1 if is_missing(value) else class_of(value, limits) for value in rows["achieved"]],
        striped=[-1 if is_missing(value) else class_of(value, limits) for value in rows["planned"]],
    )
    whole, pointed = rows[~shares[rows.index]], rows[shares[rows.index]]
    filled, plain = whole[whole["solid"] >= 0], whole[whole["solid"] < 0]
    colours.fill(figure, filled, list(filled["solid"]), scene, list(filled["text"]), legend)
    colours.untouched(figure, plain, scene, list(plain["text"]))
    shades = colours.class_colours(len(legend), scene)
    for number, colour in enumerate(shades):
        _stripes(figure, list(whole.loc[whole["striped"] == number, "municipality"]), colour, scene)
    achieved = pointed[pointed["solid"] >= 0]
    colours.class_points(figure, achieved, list(achieved["solid"]), len(legend), scene, list(achieved["text"]))
    planned = pointed[pointed["striped"] >= 0]
    if len(planned):
        ring = {"symbol": "circle-open", "size": 22, "color": [shades[n] for n in planned["striped"]]}
        marker = ring | {"line": {"width": 4, "color": ring["color"]}}
        longitudes = bubbles.apart(planned)
        figure.add_trace(bubbles.points_of(planned, longitudes, list(planned["text"]), mode="markers", marker=marker))
    figure.add_trace(legend_mark(_("striped: planned"), "line-ns-open", 13, look.bubble))
    figure.add_trace(legend_mark(_("filled: achieved"), "square", 13, look.bubble))


def _stripes(figure: go.Figure, municipalities: list[str], colour: str, scene: Scene) -> None:
    """Upright stripes in the colour of a class, edged with the paper so that they stand out on any class."""
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    for municipality in municipalities:
        more = scene.borders.hatch(municipality, STRIPES, STRIPE_STEP)
        longitudes += more[0]
        latitudes += more[1]
    for shade, width in ((scene.look.paper, 5.5), (colour, 3.0)):
        if longitudes:
            figure.add_trace(
                go.Scattergeo(
                    lon=longitudes, lat=latitudes, mode="lines", line={"color": shade, "width": width},
                    hoverinfo="skip", showlegend=False, name="planned",
                )
            )  # fmt: skip


def _solid(rows: pd.DataFrame, sizes: list[float], chosen: str | None, look: Look) -> dict[str, object]:
    edges = [look.ink if vvg == chosen else look.paper for vvg in rows["vvg"]]
    widths = [3.0 if vvg == chosen else 1.0 for vvg in rows["vvg"]]
    return {"size": sizes, "color": look.bubble, "opacity": 0.88, "line": {"color": edges, "width": widths}}


def _hollow(rows: pd.DataFrame, sizes: list[float], chosen: str | None, look: Look) -> dict[str, object]:
    widths = [3.0 if vvg == chosen else 1.6 for vvg in rows["vvg"]]
    return {"size": sizes, "color": "rgba(0,0,0,0)", "line": {"color": look.ink, "width": widths}}
