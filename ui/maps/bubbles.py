"""Bubbles at the places of the VVGs, and the marks of those without a figure."""

import math
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from ui.charts.base import FONT, safe
from ui.look import HOLLOW, Look
from ui.maps.figure import Scene, diameter

AS_MANY = 24
"""From so many bubbles on, they are drawn smaller, so that neighbours stay apart."""

CROWD = 200
"""From so many bubbles on, their edge alone says that sources differ."""

FINEST = 12
"""Pixels across the largest bubble, however many there are."""

WIDEST_ROW = 0.48
"""Degrees over which VVGs of one place are spread."""

LABELS = 7
LABELS_SMALL = 5


def bubbles(
    figure: go.Figure,
    rows: pd.DataFrame,
    scene: Scene,
    texts: Sequence[str],
    chosen: str | None,
    is_plan: bool = False,
) -> None:
    """Adds a bubble for each known value: solid for what is a fact, hollow for what was planned.

    In: `rows` of measures.mapped with a value; `texts` for hovers; `chosen`, a VVG.
    """
    look = scene.look
    longitudes = apart(rows)
    shown, top, across = rows["value"], largest(rows), widest(rows, scene)
    if rows["planned"].notna().any():
        shown = rows["achieved"]
    figure.add_trace(
        points_of(
            rows, longitudes, texts, name="known", mode="markers+text",
            marker=_marker(rows, [diameter(value, top, across) for value in shown], chosen, look, is_plan),
            textfont={"family": FONT, "size": 12, "color": look.ink, "shadow": "auto"},
            **names_of(rows, longitudes, scene, chosen),
        )
    )  # fmt: skip
    if rows["planned"].notna().any():
        figure.add_trace(_ring(rows, longitudes, [diameter(value, top, across) for value in rows["planned"]], look))


def _marker(rows: pd.DataFrame, sizes: list[float], chosen: str | None, look: Look, is_plan: bool) -> dict[str, object]:
    marks = list(zip(rows["vvg"], rows["mark"], strict=True))
    return {
        "size": sizes,
        "color": "rgba(0,0,0,0)" if is_plan else look.bubble,
        # Soft where the figure is approximate: no edge, and the land shines through.
        "opacity": [0.5 if sign == "≈" and not is_plan else 0.88 for _vvg, sign in marks],
        "line": {
            "color": [_edge(vvg == chosen, sign, look, is_plan) for vvg, sign in marks],
            "width": [_width(vvg == chosen, sign, is_plan) for vvg, sign in marks],
        },
    }


def _edge(is_chosen: bool, sign: str, look: Look, is_plan: bool) -> str:
    if is_chosen or sign == "≠":
        return look.ink
    return look.bubble if is_plan else ("rgba(0,0,0,0)" if sign == "≈" else look.paper)


def _width(is_chosen: bool, sign: str, is_plan: bool) -> float:
    return 3.0 if is_chosen else 2.0 if is_plan else 1.4 if sign == "≠" else 1.0


def names_of(rows: pd.DataFrame, longitudes: Sequence[float], scene: Scene, chosen: str | None) -> dict[str, list[str]]:
    """The names of the largest, each on the side where there is room; a disputed figure has its sign."""
    texts = ["≠" if sign == "≠" and len(rows) <= CROWD else "" for sign in rows["mark"]]
    sides = ["middle center"] * len(rows)
    for row in labels(rows, scene, chosen):
        texts[row] = f"{texts[row]} {safe(rows['name'].iloc[row])}".strip()
        sides[row] = _side(scene, longitudes[row], rows["latitude"].iloc[row])
    return {"text": texts, "textposition": sides}


def widest(rows: pd.DataFrame, scene: Scene) -> float:
    """Pixels across the largest bubble: smaller where there are many."""
    return max(FINEST, scene.across * min(1.0, math.sqrt(AS_MANY / max(1, len(rows)))))


def largest(rows: pd.DataFrame) -> float:
    """What the largest bubble means: the largest value, or the largest of planned and achieved."""
    if rows["planned"].notna().any():
        # A missing side is no number, and Python would call it the largest.
        return float(rows[["planned", "achieved"]].max().max())
    return float(rows["value"].max()) if len(rows) else 0.0


def nothings(
    figure: go.Figure,
    rows: pd.DataFrame,
    scene: Scene,
    texts: Sequence[str],
    words: dict[str, str],
    chosen: str | None,
) -> None:
    """Adds a small hollow mark, of a form of its own, for each kind of nothing; the legend names each."""
    for reason, symbol in HOLLOW.items():
        at = [number for number, value in enumerate(rows["reason"]) if value == reason]
        if not at:
            continue
        some = rows.iloc[at]
        figure.add_trace(
            points_of(
                some, apart(some), [texts[number] for number in at], name=safe(words[reason]),
                showlegend=True, mode="markers",
                marker={
                    "symbol": symbol, "size": [12 if vvg == chosen else 8 for vvg in some["vvg"]],
                    "color": scene.look.quiet, "line": {"color": scene.look.quiet, "width": 1.6},
                },
            )
        )  # fmt: skip


def zeros(figure: go.Figure, rows: pd.DataFrame, scene: Scene, texts: Sequence[str], word: str) -> None:
    """Adds a small full dot for each zero that a source reports."""
    if rows.empty:
        return
    marker = {"symbol": "circle-dot", "size": 8, "color": scene.look.bubble}
    points = points_of(rows, apart(rows), texts, name=safe(word), showlegend=True, mode="markers", marker=marker)
    figure.add_trace(points)


def others(figure: go.Figure, rows: pd.DataFrame, scene: Scene, texts: Sequence[str], word: str) -> None:
    """Adds a faint point for each VVG of which no strategy of the period is known."""
    if rows.empty:
        return
    marker = {"symbol": "circle", "size": 4, "color": scene.look.quiet, "opacity": 0.6}
    points = points_of(rows, apart(rows), texts, name=safe(word), showlegend=True, mode="markers", marker=marker)
    figure.add_trace(points)


def apart(rows: pd.DataFrame) -> list[float]:
    """Longitudes, where VVGs of one place (two in Vilnius) stand side by side instead of on top of each other."""
    together = rows.groupby(["latitude", "longitude"])["longitude"]
    number, count = together.cumcount(), together.transform("size")
    # However many share a place, none of them wanders off to the next one.
    step = (WIDEST_ROW / count).clip(upper=0.16)
    return list((rows["longitude"] + (number - (count - 1) / 2) * step).round(4))


def labels(rows: pd.DataFrame, scene: Scene, chosen: str | None) -> set[int]:
    """Which rows get a name on the map: the chosen one, then the largest that do not stand too close together."""
    west, south, east, north = scene.borders.extent(scene.county)
    room = (max(east - west, 1.6) * 0.17, max(north - south, 0.8) * 0.07)
    vvgs, at = list(rows["vvg"]), list(zip(rows["longitude"], rows["latitude"], strict=True))
    taken: list[int] = []
    for row in sorted(range(len(rows)), key=lambda row: (vvgs[row] != chosen, row)):
        if len(taken) == (LABELS_SMALL if scene.is_small else LABELS):
            break
        if all(any(abs(at[row][axis] - at[other][axis]) > room[axis] for axis in (0, 1)) for other in taken):
            taken.append(row)
    return set(taken)


def _side(scene: Scene, longitude: float, latitude: float) -> str:
    """Where a name stands: over its bubble, or towards the middle of the map where it would be cut off."""
    west, south, east, north = scene.borders.extent(scene.county)
    across, up = (longitude - west) / (east - west), (latitude - south) / (north - south)
    if across < 0.16 or across > 0.84:
        return "middle right" if across < 0.5 else "middle left"
    return "bottom center" if up > 0.9 else "top center"


def _ring(rows: pd.DataFrame, longitudes: Sequence[float], sizes: Sequence[float], look: Look) -> go.Scattergeo:
    marker = {"size": list(sizes), "color": "rgba(0,0,0,0)", "line": {"color": look.ink, "width": 1.6}}
    return go.Scattergeo(
        lon=longitudes, lat=list(rows["latitude"]), mode="markers", marker=marker, hoverinfo="skip", showlegend=False
    )  # fmt: skip


def points_of(rows: pd.DataFrame, longitudes: Sequence[float], texts: Sequence[str], **more: object) -> go.Scattergeo:
    """Points that say `texts` when touched and give the VVG when clicked; a choice never fades the others."""
    settings: dict[str, object] = {"showlegend": False} | more
    return go.Scattergeo(
        lon=list(longitudes), lat=list(rows["latitude"]), customdata=list(rows["vvg"]), hovertext=list(texts),
        hovertemplate="%{hovertext}<extra></extra>", unselected={"marker": {"opacity": 0.88}}, **settings,
    )  # fmt: skip
