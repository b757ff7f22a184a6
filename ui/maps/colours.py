"""Municipalities coloured by class or hatched, and the VVGs that share one."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from ui.charts.base import FONT, safe
from ui.look import HATCH_SIGNS, HATCHES
from ui.maps.bubbles import apart, points_of
from ui.maps.classes import spread
from ui.maps.figure import Scene, area, legend_mark


def fill(
    figure: go.Figure,
    rows: pd.DataFrame,
    classes: Sequence[int],
    scene: Scene,
    texts: Sequence[str],
    legend: Sequence[str],
) -> None:
    """Fills the municipality of each row by its class; the legend names every class in words."""
    colours = class_colours(len(legend), scene)
    if len(rows):
        figure.add_trace(_touchable(rows, list(classes), colours, scene, texts))
    for label, colour in zip(legend, colours, strict=True):
        figure.add_trace(legend_mark(safe(label), symbol="square", size=13, color=colour))


def hatched(figure: go.Figure, rows: pd.DataFrame, scene: Scene, texts: Sequence[str], words: dict[str, str]) -> None:
    """Hatches the municipality of each row without a value; each reason has lines at an angle of its own."""
    if rows.empty:
        return
    untouched(figure, rows, scene, texts)
    for reason, some in rows.groupby("reason"):
        longitudes: list[float | None] = []
        latitudes: list[float | None] = []
        for municipality in some["municipality"]:
            for angle in HATCHES[str(reason)]:
                more = scene.borders.hatch(municipality, angle)
                longitudes += more[0]
                latitudes += more[1]
        line = {"color": scene.look.quiet, "width": 0.7}
        figure.add_trace(
            go.Scattergeo(lon=longitudes, lat=latitudes, mode="lines", line=line, hoverinfo="skip", showlegend=False)
        )
        figure.add_trace(legend_mark(safe(words[str(reason)]), HATCH_SIGNS[str(reason)], 11, scene.look.quiet))


def untouched(figure: go.Figure, rows: pd.DataFrame, scene: Scene, texts: Sequence[str]) -> None:
    """Leaves the municipality of each row in the colour of the land; it still says `texts` and can be clicked."""
    if len(rows):
        figure.add_trace(_touchable(rows, [0] * len(rows), [scene.look.land], scene, texts))


def class_points(
    figure: go.Figure, rows: pd.DataFrame, classes: Sequence[int], of: int, scene: Scene, texts: Sequence[str]
) -> None:
    """Points in the colour of their class for VVGs that share a municipality, each at its own place."""
    if rows.empty:
        return
    colours = class_colours(of, scene)
    marker = {
        "size": 15, "color": [colours[number] for number in classes], "line": {"color": scene.look.ink, "width": 1.2},
    }  # fmt: skip
    figure.add_trace(points_of(rows, apart(rows), texts, mode="markers", marker=marker))


def shared(figure: go.Figure, rows: pd.DataFrame, words: dict[str, str], scene: Scene) -> None:
    """Says beside the first VVG of a municipality how many work there."""
    first = rows[rows["municipality"].isin(words)].drop_duplicates("municipality")
    if first.empty:
        return
    figure.add_trace(
        go.Scattergeo(
            lon=list(first["longitude"] + 0.16), lat=list(first["latitude"] + 0.08), mode="text", hoverinfo="skip",
            text=[words[name] for name in first["municipality"]], textposition="middle right", showlegend=False,
            textfont={"family": FONT, "size": 12, "color": scene.look.ink, "shadow": "auto"},
        )
    )  # fmt: skip


def outlined(figure: go.Figure, municipality: str, scene: Scene) -> None:
    """Draws a strong border round the municipality of the chosen VVG."""
    outline = area(scene, [municipality], [0], ["rgba(0,0,0,0)"], name="chosen")
    outline.marker.line.color, outline.marker.line.width = scene.look.ink, 2.5
    figure.add_trace(outline)


def class_colours(of: int, scene: Scene) -> list[str]:
    """The colours of so many classes, from the palest to the deepest."""
    return [spread(number, of, scene.look.classes) for number in range(of)]


def _touchable(
    rows: pd.DataFrame, classes: list[int], colours: Sequence[str], scene: Scene, texts: Sequence[str]
) -> go.Choropleth:
    drawn = area(scene, list(rows["municipality"]), classes, colours, name="classes")
    drawn.customdata, drawn.hoverinfo = list(rows["vvg"]), None
    drawn.text, drawn.hovertemplate = list(texts), "%{text}<extra></extra>"
    return drawn
