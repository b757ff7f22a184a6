"""What is known and what is not: a cell or a mark for every strategy and field, told apart by form."""

import pandas as pd
import plotly.graph_objects as go

from ui.charts.base import ACCENT, EMPTY, PEER, make_room, rows_height, safe, themed

CELLS = {"not_in_source": EMPTY, "known": ACCENT}
"""States that nearly all fields are in: a cell that is empty or full. As cells they are one picture for the browser."""

MARKS = {
    "reported_zero": ("square", PEER),
    "source_not_found": ("x-thin-open", PEER),
    "unreadable": ("diamond-open", PEER),
    "does_not_apply": ("line-ew-open", PEER),
}
"""The other states, each a mark with a form of its own."""

SIGNS = {
    "known": "■",
    "reported_zero": "■",
    "not_in_source": "□",
    "source_not_found": "×",
    "unreadable": "◇",
    "does_not_apply": "—",
}
"""The forms in text, for the legend and for the page on method."""


def matrix(gaps: pd.DataFrame, rows: list[str], fields: dict[str, str], states: dict[str, str]) -> go.Figure:
    """A row a strategy, a column a field, in each cell the state.

    In: rows of the view gaps with a column `row` (the short name of the strategy); the rows in their order; names of
    the fields and of the states in their order.
    """
    figure = go.Figure()
    number = {state: at for at, state in enumerate(CELLS)}
    told = gaps.drop_duplicates(["row", "field"]).pivot(index="row", columns="field", values="state")
    cells = told.reindex(index=rows, columns=list(fields)).to_numpy()
    figure.add_heatmap(
        x=list(fields.values()), y=rows, z=[[number.get(state) for state in row] for row in cells],
        zmin=0, zmax=1, colorscale=list(enumerate(CELLS.values())), showscale=False, xgap=2, ygap=2,
        text=[[safe(states.get(state, "").lower()) for state in row] for row in cells],
        hovertemplate="%{y}<br>%{x}: %{text}<extra></extra>", hoverongaps=False,
    )  # fmt: skip
    for state, (symbol, colour) in MARKS.items():
        of_state = gaps[gaps["state"] == state]
        if of_state.empty:
            continue
        figure.add_scatter(
            x=[fields[field] for field in of_state["field"]], y=of_state["row"], mode="markers",
            marker={"symbol": symbol, "color": colour, "size": 8, "line": {"width": 1.6, "color": colour}},
            hovertemplate="%{y}<br>%{x}: " + safe(states[state].lower()) + "<extra></extra>",
        )  # fmt: skip
    figure = themed(figure, rows_height(len(rows), 20, 100) + 110)
    figure.update_layout(margin={"t": 8, "b": 16})
    figure.update_xaxes(
        side="top", tickangle=-90, categoryorder="array", categoryarray=list(fields.values()), showgrid=False,
        range=[-0.6, len(fields) - 0.4], tickfont={"size": 11}, dtick=1,
    )  # fmt: skip
    figure.update_yaxes(
        categoryorder="array", categoryarray=list(reversed(rows)), tickfont={"size": 12}, dtick=1,
        range=[-0.6, len(rows) - 0.4],
    )  # fmt: skip
    make_room(figure, rows, list(fields.values()))
    return figure
