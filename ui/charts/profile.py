"""Charts of one VVG: its place, its figures in time, what it achieved of what it planned."""

import json
import math

import pandas as pd
import plotly.graph_objects as go

from ui.charts.base import (
    ACCENT,
    FONT,
    OTHER,
    PEER,
    add_lines,
    make_room,
    rows_height,
    safe,
    sorted_bars,
    themed,
    wrapped,
)
from ui.texts import _, day, percent

LINE = 14
"""Pixels of a line of a name."""

MIDDLE = math.cos(math.radians(55.2))
"""How much narrower than a degree of latitude one of longitude is in the middle of Lithuania."""


def place_map(boundaries: pd.DataFrame, municipality: str, longitude: float, latitude: float) -> go.Figure:
    """Lithuania in outline, the municipality filled, a dot at the place. For orientation, not for measuring."""
    figure = go.Figure()
    for own in (False, True):
        shapes = boundaries.loc[(boundaries["municipality"] == municipality) == own, "geometry"]
        x, y = outline(shapes)
        figure.add_scatter(
            x=x, y=y, mode="lines", fill="toself", hoverinfo="skip",
            line={"color": PEER if own else OTHER, "width": 0.6},
            fillcolor="rgba(11, 110, 110, 0.35)" if own else "rgba(122, 139, 153, 0.10)",
        )  # fmt: skip
    if longitude == longitude:
        figure.add_scatter(
            x=[longitude * MIDDLE], y=[latitude], mode="markers", hoverinfo="skip",
            marker={"color": ACCENT, "size": 10, "line": {"color": "#FFFFFF", "width": 1.5}},
        )  # fmt: skip
    figure = themed(figure, 190)
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, paper_bgcolor="rgba(0,0,0,0)")
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False, scaleanchor="x")
    return figure


def outline(geometries: pd.Series) -> tuple[list[float | None], list[float | None]]:
    """The rings of GeoJSON geometries as one line with gaps, longitude narrowed to the middle latitude."""
    x: list[float | None] = []
    y: list[float | None] = []
    for text in geometries:
        shape = json.loads(text)
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        for polygon in polygons:
            x += [round(point[0] * MIDDLE, 4) for point in polygon[0]] + [None]
            y += [round(point[1], 4) for point in polygon[0]] + [None]
    return x, y


def timeline(events: pd.DataFrame, names: dict[str, str], own_years: tuple[int, int] | None) -> go.Figure:
    """What happened, a row a kind of event, on an axis of time; the own years of the strategy are a band.

    In: rows of the view timeline; names of the kinds in the order of the rows.
    """
    kinds = [kind for kind in names if kind in set(events["kind"])]
    figure = go.Figure()
    for kind in kinds:
        rows = events[events["kind"] == kind]
        figure.add_scatter(
            x=rows["first_day"], y=[names[kind]] * len(rows), mode="markers",
            marker={"size": 12, "color": ACCENT, "opacity": 0.85, "symbol": _symbols(rows)},
            text=[f"{safe(day(row.date))}<br>{wrapped(row.what)}" for row in rows.itertuples()],
            hovertemplate="%{text}<extra></extra>",
        )  # fmt: skip
    if own_years:
        figure.add_vrect(
            x0=f"{own_years[0]}-01-01", x1=f"{own_years[1]}-12-31", fillcolor=PEER, opacity=0.12, line_width=0,
            layer="below",
        )  # fmt: skip
    figure = themed(figure, rows_height(len(kinds), 34, 150))
    figure.update_yaxes(**sorted_bars([names[kind] for kind in kinds]))
    make_room(figure, [names[kind] for kind in kinds])
    figure.update_xaxes(type="date", tickformat="%Y", dtick="M12", tickangle=0)
    return figure


def _symbols(rows: pd.DataFrame) -> list[str]:
    """Full for a date that the source writes, hollow for a year that is only understood from the context."""
    return ["circle-open" if inferred else "circle" for inferred in rows["is_inferred"]]


def planned_achieved(pairs: pd.DataFrame) -> go.Figure:
    """A row an indicator with both values: the plan hollow at 100 %, what was achieved solid; nothing is cut.

    In: rows of indicator_pairs, with a column `label`.
    """
    names = [wrapped(label, 34) for label in pairs["label"]]
    figure = go.Figure()
    achieved = pairs["achieved_percent"].astype(float)
    add_lines(figure, [(name, 100, end) for name, end in zip(names, achieved, strict=True)], OTHER, 3)
    figure.add_scatter(
        x=[100] * len(names), y=names, mode="markers", name=_("Planned"), hoverinfo="skip", showlegend=True,
        marker={"size": 13, "color": "rgba(0,0,0,0)", "line": {"color": PEER, "width": 2}},
    )  # fmt: skip
    figure.add_scatter(
        x=list(pairs["achieved_percent"]), y=names, mode="markers+text", name=_("Achieved"), showlegend=True,
        marker={"size": 13, "color": ACCENT}, text=[percent(value) for value in pairs["achieved_percent"]],
        textposition=["middle left" if value < 100 else "middle right" for value in pairs["achieved_percent"]],
        hovertemplate="%{y}: %{text}<extra></extra>", cliponaxis=False,
    )  # fmt: skip
    lines = max(name.count("<br>") + 1 for name in names)
    figure = themed(figure, rows_height(len(names), max(44, LINE * lines + 4), 170))
    widest = max(100.0, float(pairs["achieved_percent"].max()))
    figure.update_layout(showlegend=True, font={"family": FONT})
    figure.update_xaxes(range=[0, widest * 1.18], ticksuffix="\u00a0%")
    figure.update_yaxes(**sorted_bars(list(dict.fromkeys(names))))
    make_room(figure, names)
    return figure
