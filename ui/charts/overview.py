"""How far the funded strategies are known: one bar a period, from «with an amount» to «not known»."""

import pandas as pd
import plotly.graph_objects as go

from ui.charts.base import ACCENT, PEER, safe, themed
from ui.texts import _, number

PALE = "#8FC4C1"
"""The accent's paler neighbour: a record, but not the figure that is asked for."""


def coverage(rows: pd.DataFrame, periods: list[str], ink: str) -> go.Figure:
    """Bars of the funded strategies of each period by how far they are known; `periods`, their names in order; `ink`,
    the colour of text on the reader's paper.
    """
    parts = (
        ("with_amount", _("with an amount"), {"color": ACCENT}),
        ("recorded", _("with a record, no amount"), {"color": PALE}),
        ("name_only", _("by name only"), {"color": "rgba(0,0,0,0)", "line": {"color": ACCENT, "width": 1.5}}),
        (
            "unknown",
            _("not known here"),
            {
                "color": "rgba(0,0,0,0)",
                "line": {"color": PEER, "width": 1},
                "pattern": {"shape": "/", "fgcolor": PEER, "size": 6, "solidity": 0.2},
            },
        ),
    )
    names = [safe(name) for name in periods]
    figure = go.Figure()
    for column, label, marker in parts:
        counts = [int(count) for count in rows[column]]
        if not any(counts):
            continue
        figure.add_bar(
            x=counts, y=names, orientation="h", name=label, marker=marker,
            text=[number(count) if count else "" for count in counts], textposition="inside", insidetextanchor="middle",
            textangle=0, textfont={"color": {"with_amount": "#FFFFFF", "recorded": "#1B2A33"}.get(column, ink)},
            hovertemplate=f"{label}: %{{x}}<extra></extra>",
        )  # fmt: skip
    themed(figure, len(names) * 46 + 56)
    figure.update_layout(barmode="stack", showlegend=True, margin={"t": 40, "b": 8, "r": 0}, bargap=0.3)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(autorange="reversed", ticksuffix=" ")
    figure.update_layout(legend={"traceorder": "normal", "itemclick": False, "itemdoubleclick": False})
    return figure
