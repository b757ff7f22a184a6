"""What a map is drawn on: the land, its shading, the legend and its marks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from ui.charts.base import LEGEND, safe, themed
from ui.look import Look
from ui.maps.borders import Borders
from ui.maps.classes import spread

LARGEST = 42
"""Diameter of the largest bubble, pixels. Areas are in proportion to values."""


@dataclass(frozen=True)
class Scene:
    """What is drawn on: the borders and where the browser finds them, the colours, the county or (None) country."""

    borders: Borders
    address: str
    look: Look
    county: str | None = None
    height: int = 470

    @property
    def across(self) -> float:
        """Pixels across the largest bubble: smaller on a smaller map."""
        return LARGEST * min(1.0, self.height / 470)

    @property
    def is_small(self) -> bool:
        """Whether there is room for a few names only."""
        return self.height < 400


@dataclass(frozen=True)
class Background:
    """A figure of every municipality to shade the land with: its class, the text of its hover, and the legend.

    `missing` names those without a figure, which stay plain.
    """

    title: str
    classes: dict[str, int]
    texts: dict[str, str]
    labels: Sequence[str]
    missing: str


def land(scene: Scene, background: Background | None = None) -> go.Figure:
    """The municipalities, plain or shaded by a background figure; those of other counties are paler."""
    borders, look = scene.borders, scene.look
    names = list(borders.codes)
    figure = go.Figure()
    inside = [name for name in names if scene.county in (None, borders.counties[name])]
    figure.add_trace(area(scene, names, [0] * len(names), [look.land], name="land", opacity=0.45))
    if background:
        known = [name for name in inside if name in background.classes]
        colours = [spread(n, len(background.labels), look.context) for n in range(len(background.labels))]
        shaded = area(scene, known, [background.classes[name] for name in known], colours, name="background")
        shaded.text = [background.texts[name] for name in known]
        shaded.hoverinfo, shaded.hovertemplate = None, "%{text}<extra></extra>"
        figure.add_trace(shaded)
        for label, colour in zip(background.labels, colours, strict=True):
            figure.add_trace(legend_mark(label, symbol="square", size=13, color=colour, legend="legend2"))
        if len(known) < len(inside):
            figure.add_trace(legend_mark(background.missing, "square", 13, look.land, legend="legend2"))
        figure.update_layout(legend2=legend_place(y=1.0, yanchor="bottom", title=safe(background.title), look=look))
    else:
        figure.add_trace(area(scene, inside, [0] * len(inside), [look.land], name="land"))
    west, south, east, north = borders.extent(scene.county)
    themed(figure, scene.height)
    figure.update_layout(
        margin={"l": 0, "r": 0, "t": 46 if background else 0, "b": LEGEND},
        showlegend=True,
        legend=legend_place(y=-0.01, yanchor="top", look=look),
        clickmode="event+select",
        dragmode="pan",
        geo={
            "projection": {"type": "mercator"},
            "lonaxis": {"range": [west, east]},
            "lataxis": {"range": [south, north]},
            "visible": False,
            "bgcolor": "rgba(0,0,0,0)",
            "uirevision": scene.county or "country",
        },
    )
    return figure


def area(
    scene: Scene,
    names: list[str],
    classes: list[int],
    colours: Sequence[str],
    name: str,
    opacity: float = 1.0,
) -> go.Choropleth:
    """Municipalities filled by class, each class in one flat colour."""
    steps = len(colours)
    scale = [(edge / steps, colour) for number, colour in enumerate(colours) for edge in (number, number + 1)]
    return go.Choropleth(
        name=name, geojson=scene.address, featureidkey="id", locations=[scene.borders.codes[n] for n in names],
        z=classes, zmin=-0.5, zmax=steps - 0.5, colorscale=scale, showscale=False, showlegend=False,
        customdata=names, hoverinfo="skip",
        marker={"line": {"color": scene.look.border, "width": 0.7}, "opacity": opacity},
        selected={"marker": {"opacity": opacity}}, unselected={"marker": {"opacity": opacity}},
    )  # fmt: skip


def size_legend(figure: go.Figure, sizes: Sequence[tuple[float, str]], look: Look, is_plan: bool) -> None:
    """Adds circles at the foot of the map that say which area means how much.

    In: for each its pixels across and its words.
    """
    left = 4.0
    for across, words in sizes:
        figure.add_shape(
            type="circle", xref="paper", yref="paper", xsizemode="pixel", ysizemode="pixel", xanchor=0, yanchor=0,
            x0=left, x1=left + across, y0=4, y1=4 + across, line={"color": look.bubble, "width": 1.5}, opacity=0.7,
            fillcolor="rgba(0,0,0,0)" if is_plan else look.bubble,
        )  # fmt: skip
        figure.add_annotation(
            x=0, y=0, xref="paper", yref="paper", xanchor="left", yanchor="bottom", xshift=left + across + 2,
            yshift=across / 2 - 6, text=safe(words), showarrow=False, font={"size": 12, "color": look.quiet},
        )  # fmt: skip
        left += across + 18 + 6.5 * len(words)


def legend_mark(name: str, symbol: str, size: int, color: str, legend: str = "legend") -> go.Scattergeo:
    """An entry of the legend without a point on the map."""
    marker = {"symbol": symbol, "size": size, "color": color, "line": {"color": color, "width": 1.6}}
    if not symbol.endswith("open"):
        marker["line"] = {"color": "rgba(122,139,153,0.6)", "width": 0.5}
    return go.Scattergeo(
        lon=[None], lat=[None], mode="markers", marker=marker, name=name, legend=legend, hoverinfo="skip"
    )


def legend_place(y: float, yanchor: str, look: Look, title: str = "") -> dict[str, object]:
    """A quiet horizontal legend."""
    return {
        "orientation": "h", "x": 0, "xanchor": "left", "y": y, "yanchor": yanchor, "itemsizing": "trace",
        "itemclick": False, "itemdoubleclick": False, "font": {"size": 12, "color": look.ink},
        "bgcolor": "rgba(0,0,0,0)",
        "title": {"text": title, "font": {"size": 12, "color": look.ink}, "side": "top"},
    }  # fmt: skip


def diameter(value: float, top: float, across: float = LARGEST) -> float:
    """Pixels across, so that areas are in proportion; `across`, those of the largest.

    >>> diameter(100, 100), diameter(25, 100), diameter(0, 100)
    (42.0, 21.0, 0.0)
    """
    return round(across * math.sqrt(value / top), 2) if top > 0 else 0.0


def form_mark(form: str, words: str, look: Look) -> go.Scattergeo:
    """An entry of the legend for a form of bubble: solid, hollow, ring, soft or edged."""
    entry = legend_mark(words, "circle", 12, look.bubble)
    lines = {"hollow": (look.bubble, 1.6), "ring": (look.ink, 1.6), "edged": (look.ink, 1.6)}
    colour, width = lines.get(form, ("rgba(0,0,0,0)", 0))
    entry.marker.line.color, entry.marker.line.width = colour, width
    entry.marker.opacity = 0.5 if form == "soft" else 0.88
    if form in ("hollow", "ring"):
        entry.marker.symbol, entry.marker.opacity = "circle-open", 1
        entry.marker.color = colour
    return entry
