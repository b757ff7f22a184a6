"""Charts of target groups: who names whom as a matrix, and how often each group is named."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from ui.charts.base import ACCENT, EMPTY, LEGEND, folded, name_rows, rows_height, safe, themed
from ui.texts import _, number

NOT_NAMED, BELOW, NAMED = 0, 1, 2
"""What a cell says: the group is not named, named only on a measure or project, named on the strategy."""

PALE = "rgba(11, 110, 110, 0.22)"
RING = "#2F8F8F"
HATCH = "rgba(122, 139, 153, 0.75)"
ROW = 22
"""Height of a row, pixels."""


@dataclass(frozen=True)
class Row:
    """A row of the matrix: its name, and for a group what each column says; a heading has no cells."""

    name: str
    cells: Sequence[int | None] = ()
    hovers: Sequence[str] = ()


def matrix(rows: Sequence[Row], columns: Sequence[str], counties: Sequence[str], known: Sequence[bool]) -> go.Figure:
    """Groups against VVGs. Form says what colour says: a filled cell, a ring, an empty cell, a hatched column.

    In: rows from the top; the name and the county of each column, in groups of counties; whether the groups of that
    VVG are known at all: a column that is not is hatched.
    """
    figure = go.Figure()
    none = [None] * len(columns)
    steps = [[0, EMPTY], [0.33, EMPTY], [0.33, PALE], [0.67, PALE], [0.67, ACCENT], [1, ACCENT]]
    places = list(range(len(columns)))
    figure.add_heatmap(
        x=places, y=list(range(len(rows))), z=[list(row.cells) or none for row in rows], zmin=NOT_NAMED, zmax=NAMED,
        text=[list(row.hovers) or [""] * len(columns) for row in rows], hoverinfo="text", hoverongaps=False,
        colorscale=steps, showscale=False, xgap=1, ygap=2,
    )  # fmt: skip
    rings = [(x, y) for y, row in enumerate(rows) for x, cell in enumerate(row.cells) if cell == BELOW]
    figure.add_scatter(
        x=[x for x, _y in rings], y=[y for _x, y in rings], mode="markers", hoverinfo="skip", showlegend=False,
        marker={"symbol": "circle-open", "size": 7, "color": RING, "line": {"width": 2}},
    )  # fmt: skip
    for name, look in (
        (_("the strategy names it"), {"symbol": "square", "color": ACCENT}),
        (_("only a measure or project names it"),
         {"symbol": "circle-open", "color": RING, "line": {"width": 2}}),
        (_("not named"), {"symbol": "square", "color": EMPTY}),
    ):  # fmt: skip
        figure.add_scatter(x=[None], y=[None], mode="markers", name=name, marker=look | {"size": 11}, showlegend=True)
    unknown = [place for place in places if not known[place]]
    if unknown:
        figure.add_bar(
            x=unknown, y=[len(rows)] * len(unknown), base=-0.5, width=0.92, name=_("target groups not known"),
            marker={
                "color": "rgba(0,0,0,0)", "line": {"width": 0},
                "pattern": {"shape": "/", "fgcolor": HATCH, "bgcolor": "rgba(0,0,0,0)", "size": 5, "solidity": 0.2},
            },
            hoverinfo="text", showlegend=True,
            hovertext=[f"<b>{safe(columns[x])}</b><br>{_('target groups not known')}" for x in unknown],
        )  # fmt: skip
    themed(figure, len(rows) * ROW + 210)
    _counties(figure, counties, len(rows))
    figure.update_layout(showlegend=True, legend={"y": 0, "yanchor": "top", "yref": "paper"}, bargap=0)
    above = [safe(name) for name in columns]
    beside = [safe(row.name) if row.cells else f"<b>{safe(row.name)}</b>" for row in rows]
    figure.update_xaxes(
        side="top", tickmode="array", tickvals=places, ticktext=above, tickangle=-90,
        showgrid=False, range=[-0.6, len(columns) - 0.4], tickfont={"size": 12},
    )  # fmt: skip
    name_rows(figure, beside, above, first=-1.7, size=13)
    figure.update_layout(margin={"b": 32 + LEGEND})
    return figure


def _counties(figure: go.Figure, counties: Sequence[str], rows: int) -> None:
    """The name of each county over its columns, and a line where the next one begins."""
    starts = [at for at, county in enumerate(counties) if at == 0 or county != counties[at - 1]]
    for start, end in zip(starts, [*starts[1:], len(counties)], strict=True):
        if len(starts) > 1:
            figure.add_annotation(
                x=(start + end - 1) / 2, y=-1.1, text=safe(counties[start].removesuffix(" apskritis")),
                showarrow=False, font={"size": 11}, opacity=0.85,
            )  # fmt: skip
        if start:
            figure.add_shape(
                type="line", x0=start - 0.5, x1=start - 0.5, y0=-1.6, y1=rows - 0.5,
                line={"color": "rgba(122, 139, 153, 0.6)", "width": 1},
            )  # fmt: skip


def counts(names: Sequence[str], strategies: Sequence[int]) -> go.Figure:
    """A bar a group: how many strategies name it, most on top."""
    figure = go.Figure()
    figure.add_bar(
        x=list(strategies), y=list(range(len(names))), orientation="h", marker={"color": ACCENT}, hoverinfo="skip",
        text=[number(each) for each in strategies], textposition="outside", cliponaxis=False,
    )  # fmt: skip
    themed(figure, rows_height(len(names), each=30))
    figure.update_xaxes(range=[0, max(strategies, default=1) * 1.12], showgrid=False, showticklabels=False)
    name_rows(figure, [folded(name) for name in names])
    return figure
