"""The list beside the map: known values as bars, largest on top."""

import pandas as pd
import plotly.graph_objects as go

from ui.charts.base import PEER, folded, make_room, safe, sorted_bars, themed
from ui.look import Look

ROW = 27
"""Pixels of a bar with its name."""

TALL = 36
"""The same where a name takes two lines."""


def ranking(
    rows: pd.DataFrame,
    values: list[str],
    texts: list[str],
    chosen: str | None,
    is_plan: bool,
    look: Look,
    is_pair: bool = False,
) -> go.Figure:
    """Bars of the known values in their order, each with its figure at the end; the chosen VVG stands out.

    In: the known rows of measures.mapped, their values in words, and what each says when it is touched; of a pair
    what was planned is a hollow bar, and what was achieved a solid one inside it.
    """
    names = [folded(name, 22) for name in rows["name"]]
    colours = [look.bubble if chosen in (None, vvg) else PEER for vvg in rows["vvg"]]
    bars = go.Bar(
        x=list(rows["value"]), y=names, orientation="h", customdata=list(rows["vvg"]), hovertext=texts,
        hovertemplate="%{hovertext}<extra></extra>", text=[f" {safe(value)}" for value in values],
        textposition="outside",
        cliponaxis=False, constraintext="none",
        marker={
            "color": ["rgba(0,0,0,0)"] * len(rows) if is_plan or is_pair else colours,
            "opacity": [0.5 if sign == "≈" else 1 for sign in rows["mark"]],
            "line": {"color": colours, "width": 1.6 if is_plan else 0},
        },
        textfont={"color": look.ink},
        # plotly would fade what is not clicked; here the colour says which VVG is chosen.
        selected={"textfont": {"color": look.ink}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": look.ink}},
    )  # fmt: skip
    drawn = [bars, *_sides(rows, names, colours)] if is_pair else [bars]
    figure = themed(go.Figure(drawn), len(rows) * (TALL if any("<br>" in name for name in names) else ROW) + 24)
    top = float(rows["value"].max()) if len(rows) else 0.0
    figure.update_layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 8}, clickmode="event+select", dragmode="pan", bargap=0.4, barmode="overlay"
    )
    # Room to the right for the figures at the ends of the bars.
    figure.update_xaxes(visible=False, range=[0, top * 1.75 if top > 0 else 1])
    figure.update_yaxes(**sorted_bars(names), ticksuffix=" ")
    make_room(figure, [f"{name} " for name in names])
    return figure


def _sides(rows: pd.DataFrame, names: list[str], colours: list[str]) -> list[go.Bar]:
    """A hollow bar for what was planned, a narrower solid one for what was achieved."""
    looks = {
        "planned": {"color": "rgba(0,0,0,0)", "line": {"color": colours, "width": 1.6}},
        "achieved": {"color": colours, "line": {"width": 0}},
    }
    return [
        go.Bar(
            name=side, x=list(rows[side]), y=names, orientation="h",
            width=0.3 if side == "achieved" else 0.6, marker=marker, hoverinfo="skip",
            unselected={"marker": {"opacity": 1}},
        )
        for side, marker in looks.items()
    ]  # fmt: skip
