"""Small pictures that are only looked at: a map and a few bars, drawn by the browser itself.

The library that draws the large charts has some megabytes; a first page that needs none of it is there at once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from ui.charts.base import ACCENT, PEER
from ui.maps.figure import Scene

STYLE = f"""
.atlas-sketch {{ font: 12px "Source Sans", sans-serif; }}
.atlas-map {{ position: relative; margin: 0 auto; }}
.atlas-map > svg {{ position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }}
.atlas-land path {{ stroke-width: 0.7px; vector-effect: non-scaling-stroke; }}
.atlas-marks text {{ paint-order: stroke; stroke-width: 3px; stroke-linejoin: round; pointer-events: none; }}
.atlas-sizes {{ position: absolute; left: 0; bottom: 0; display: flex; gap: 10px; align-items: center; }}
@media (max-width: 640px) {{
  .atlas-map:has(.atlas-sizes:not(:empty)) {{ margin-bottom: 44px; }}
  .atlas-sizes {{ bottom: auto; top: 100%; }}
}}
.atlas-legend {{ display: flex; flex-wrap: wrap; gap: 2px 16px; padding: 8px 0 4px; }}
.atlas-entry {{ display: inline-flex; align-items: center; gap: 6px; }}
.atlas-sketch-foot {{ margin: 0; font-size: 10px; color: light-dark(#5E6E7A, #9FB0BB); }}
.atlas-bars {{ display: grid; grid-template-columns: auto 1fr; gap: 8px 12px; align-items: center; font-size: 14px; }}
.atlas-row {{ display: flex; height: 30px; }}
.atlas-row > span {{ display: grid; place-items: center; flex-basis: 0; min-width: 0; overflow: hidden; }}
.atlas-form {{ width: 14px; height: 14px; }}
.atlas-solid {{ background: {ACCENT}; color: #FFFFFF; }}
.atlas-pale {{ background: #8FC4C1; color: #1B2A33; }}
.atlas-hollow {{ box-shadow: inset 0 0 0 1.5px {ACCENT}; }}
.atlas-hatched {{
  background: repeating-linear-gradient(135deg, transparent 0 5px, {PEER} 5px 6px); box-shadow: inset 0 0 0 1px {PEER};
}}
.atlas-row b {{ font-weight: 400; padding: 0 6px; }}
.atlas-row > .atlas-hatched b {{ background: light-dark(#FFFFFF, #10181D); }}
"""

FORM = ("symbol", "size", "fill", "line", "width", "opacity")
"""What a mark has in common with its entry of the legend."""

GRANTED = {"symbol": "circle", "line": "none", "width": 0, "opacity": 1, "title": "", "label": ""}
"""What holds for a mark of which nothing else is said; the same as in sketch.js."""

_drawn = st.components.v2.component(
    "atlas_sketch",
    css=STYLE,
    js=Path(__file__).with_name("sketch.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Part:
    """A part of a bar: how much, in words, what it is, and its form: solid, pale, hollow or hatched."""

    count: int
    words: str
    label: str
    form: str


def draw(name: str, picture: dict[str, object]) -> None:
    """Draws what `map_of` or `bars` made."""
    with st.container(key=f"chart_{name}"):
        _drawn(data=picture, key=f"sketch_{name}")


def bars(rows: Sequence[tuple[str, Sequence[Part]]], foot: Sequence[str], alt: str) -> dict[str, object]:
    """Bars of a few rows, each of a name and its parts; a part of nothing is left out."""
    legend = {part.label: part.form for _name, parts in rows for part in parts if part.count}
    shown = [
        {
            "name": name,
            "parts": [asdict(part) | {"title": f"{part.label}: {part.words}"} for part in parts if part.count],
        }
        for name, parts in rows
    ]
    entries = [{"form": form, "name": label} for label, form in legend.items()]
    return {"kind": "bars", "rows": shown, "legend": entries, "foot": list(foot), "alt": alt}


def map_of(figure: go.Figure, scene: Scene, foot: Sequence[str], alt: str) -> dict[str, object]:
    """The bubbles, marks and legend of a large map (`ui.maps.picture`), to be drawn small."""
    groups: list[dict[str, object]] = []
    legend: list[dict[str, object]] = []
    for trace in figure.data:
        if not isinstance(trace, go.Scattergeo):
            continue
        marks = list(_marks(trace))
        groups += _group([mark for mark in marks if mark["lon"] is not None])
        if marks and (trace.showlegend or marks[0]["lon"] is None):
            entry = {part: value for part, value in marks[0].items() if part in FORM}
            legend.append(entry | {"name": words_of(trace.name)})
    look = scene.look
    sizes = [
        {
            "size": shape.x1 - shape.x0, "words": words_of(note.text), "symbol": "circle", "opacity": shape.opacity,
            "fill": shape.fillcolor, "line": shape.line.color, "width": shape.line.width,
        }
        for shape, note in zip(figure.layout.shapes, figure.layout.annotations, strict=True)
    ]  # fmt: skip
    return {
        "kind": "map", "borders": scene.address, "extent": scene.borders.extent(scene.county), "height": scene.height,
        "land": look.land, "border": look.border, "ink": look.ink, "paper": look.paper,
        "groups": groups, "legend": legend, "sizes": sizes, "foot": list(foot), "alt": alt,
    }  # fmt: skip


def words_of(text: str) -> str:
    """The words of a text that is written for plotly, a line a line.

    >>> words_of("<b>Kėdainiai</b><br>14 &lt; 15")
    'Kėdainiai\\n14 < 15'
    """
    return unescape(re.sub(r"<[^>]*>", "", text.replace("<br>", "\n")))


def _marks(trace: go.Scattergeo) -> Iterator[dict[str, object]]:
    """The marks of a trace; what sketch.js takes for granted is left out, for there may be thousands."""
    marker = trace.marker
    for at, longitude in enumerate(trace.lon):
        symbol = str(_each(marker.symbol, at) or "circle")
        colour, line = _each(marker.color, at), _each(marker.line.color, at)
        opacity = _each(marker.opacity, at)
        mark = {
            "lon": longitude, "lat": trace.lat[at], "symbol": symbol, "size": _each(marker.size, at), "fill": colour,
            # What is open has the colour of the mark itself.
            "line": colour if symbol.endswith("-open") and not line else line or GRANTED["line"],
            "width": _each(marker.line.width, at) or 0, "opacity": 1 if opacity is None else opacity,
            "title": words_of(trace.hovertext[at]) if trace.hovertext is not None else "",
            "label": words_of(trace.text[at]) if trace.text is not None else "",
        }  # fmt: skip
        if mark["label"]:
            mark["side"] = _each(trace.textposition, at) or "top center"
        yield {part: value for part, value in mark.items() if GRANTED.get(part, mark) != value}


def _group(marks: list[dict[str, object]]) -> list[dict[str, object]]:
    """Marks with what all of them have in common said once."""
    if not marks:
        return []
    common = {part: value for part, value in marks[0].items() if all(mark.get(part) == value for mark in marks)}
    own = [{part: value for part, value in mark.items() if part not in common} for mark in marks]
    return [{"common": common, "points": own}]


def _each(value: object, at: int) -> object:
    """What holds for one mark, of a value for each or of one for all."""
    return value[at] if isinstance(value, list | tuple) or hasattr(value, "tolist") else value
