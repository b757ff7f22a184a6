"""Charts of what a strategy's money is made of: stages, funds, single measures, two EU periods."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from ui.charts.base import ACCENT, GRID, OTHER, PEER, add_lines, name_rows, rows_height, safe, themed
from ui.charts.funding import FEWEST
from ui.texts import percent

STAGES = {
    "requested": ("diamond-open", PEER),
    "planned": ("circle-open", PEER),
    "allocated": ("circle", PEER),
    "contracted": ("square", "#E69F00"),
    "paid": ("diamond", ACCENT),
}
"""Mark and colour of each stage: what is only asked for or planned is hollow, what was given is solid."""

FUNDS = {
    "esf": "#0B6E6E",
    "esf_plus": "#0B6E6E",
    "erdf": "#5FA9A7",
    "eu": "#288686",
    "state_budget": "#7A8B99",
    "municipal_budget": "#C3CCD3",
}
"""EU money in greens, national money in greys."""


def stages(rows: pd.DataFrame, names: Sequence[str], labels: dict[str, str], hovers: Sequence[str]) -> go.Figure:
    """A line a strategy with a mark for each stage of its money.

    In: rows of queries.funding_stages; the name of the strategy and the hover text of each row.
    """
    figure = go.Figure()
    order = list(dict.fromkeys(names))
    place = {name: at for at, name in enumerate(order)}
    data = rows.assign(name=list(names), hover=list(hovers))
    _add_ranges(figure, data, place)
    for stage, (symbol, colour) in STAGES.items():
        mine = data[data["stage"] == stage]
        if mine.empty:
            continue
        figure.add_scatter(
            x=mine["amount_eur"].astype(float), y=[place[name] for name in mine["name"]], mode="markers",
            name=labels[stage], showlegend=True, hoverinfo="text", hovertext=mine["hover"],
            marker={"symbol": symbol, "size": 13, "color": colour, "line": {"width": 2, "color": colour}},
        )  # fmt: skip
    themed(figure, rows_height(len(order), each=34, least=220))
    figure.update_layout(showlegend=True)
    figure.update_xaxes(rangemode="tozero", tickformat=",.0f", ticksuffix=" €", nticks=5)
    name_rows(figure, list(map(safe, order)), fewest=FEWEST)
    return figure


def funds(rows: pd.DataFrame, names: Sequence[str], labels: dict[str, str], hovers: Sequence[str]) -> go.Figure:
    """Shares of the funds in each strategy's sum; only strategies whose parts add up to the whole.

    In: rows of queries.funding_by_fund that add up; the name of the strategy and the hover text of each row.
    """
    figure = go.Figure()
    order = list(dict.fromkeys(names))
    place = {name: at for at, name in enumerate(order)}
    data = rows.assign(name=list(names), hover=list(hovers))
    for fund, colour in FUNDS.items():
        mine = data[data["fund"] == fund]
        if mine.empty:
            continue
        figure.add_bar(
            x=mine["percent"], y=[place[name] for name in mine["name"]], orientation="h", name=labels[fund],
            marker={"color": colour, "line": {"width": 1, "color": "rgba(255,255,255,0.7)"}},
            text=[percent(value) for value in mine["percent"]], textposition="inside", insidetextanchor="middle",
            textangle=0, hoverinfo="text", hovertext=mine["hover"], showlegend=True, width=0.65,
            textfont={"color": "#1B2A33" if fund in ("erdf", "municipal_budget", "state_budget") else "#FFFFFF"},
        )  # fmt: skip
    themed(figure, rows_height(len(order), each=36, least=220))
    figure.update_layout(barmode="stack", showlegend=True)
    figure.update_xaxes(range=[0, 100], showticklabels=False, showgrid=False)
    name_rows(figure, list(map(safe, order)), fewest=FEWEST)
    return figure


def items(
    rows: pd.DataFrame, names: Sequence[str], labels: dict[str, str], colours: dict[str, str],
    amounts: Sequence[str], hovers: Sequence[str],
) -> go.Figure:  # fmt: skip
    """A bar a measure or administration, in the colour of its theme; bars are not added to each other.

    In: rows of queries.funding_by_theme from the largest; `theme` is a key of `labels` and `colours`.
    """
    figure = go.Figure()
    data = rows.assign(place=range(len(rows)), hover=list(hovers))
    for theme, label in labels.items():
        mine = data[data["theme"] == theme]
        if mine.empty:
            continue
        hollow = mine["stage"].isin({"planned", "requested"})
        figure.add_bar(
            x=mine["amount_eur"].astype(float), y=mine["place"], orientation="h", showlegend=False,
            marker={
                "color": ["rgba(0,0,0,0)" if each else colours[theme] for each in hollow],
                "line": {"color": colours[theme], "width": 1.5},
            },
            hoverinfo="text", hovertext=mine["hover"], width=0.65,
        )  # fmt: skip
        # The legend shows the colour of the theme; a hollow bar alone would not.
        figure.add_bar(x=[None], y=[None], name=label, marker={"color": colours[theme]}, showlegend=True)
    longest = float(data["amount_eur"].max())
    figure.add_scatter(
        x=data["amount_eur"].astype(float), y=data["place"], mode="text", text=[f" {each}" for each in amounts],
        textposition="middle right", hoverinfo="skip", showlegend=False, cliponaxis=False,
    )  # fmt: skip
    themed(figure, rows_height(len(rows)))
    figure.update_layout(barmode="overlay", showlegend=True)
    figure.update_xaxes(range=[0, longest * 1.6], showgrid=False, showticklabels=False)
    name_rows(figure, list(map(safe, names)), fewest=FEWEST)
    return figure


def periods(
    rows: pd.DataFrame,
    names: Sequence[str],
    labels: dict[str, str],
    colours: dict[str, str],
    hovers: Sequence[str],
) -> go.Figure:
    """The two EU periods of one VVG on one line, joined.

    In: rows of queries.funding of the VVGs known in both; the name of the VVG and the hover text of each.
    """
    figure = go.Figure()
    order = list(dict.fromkeys(names))
    place = {name: at for at, name in enumerate(order)}
    data = rows.assign(name=list(names), hover=list(hovers))
    _add_ranges(figure, data, place)
    for period, label in labels.items():
        mine = data[data["eu_period"] == period]
        hollow = mine["stage"].isin({"planned", "requested"})
        figure.add_scatter(
            x=mine["amount_eur"].astype(float), y=[place[name] for name in mine["name"]], mode="markers", name=label,
            marker={"size": 14, "color": colours[period], "symbol": ["circle-open" if h else "circle" for h in hollow]},
            hoverinfo="text", hovertext=mine["hover"], showlegend=True,
        )  # fmt: skip
    themed(figure, rows_height(len(order), each=36, least=220))
    figure.update_layout(showlegend=True)
    figure.update_xaxes(rangemode="tozero", tickformat=",.0f", ticksuffix=" €", nticks=5, gridcolor=GRID)
    name_rows(figure, list(map(safe, order)), fewest=FEWEST)
    return figure


def _add_ranges(figure: go.Figure, data: pd.DataFrame, place: dict[str, int]) -> None:
    """A line for each name, from its smallest sum to its largest. In: columns name and amount_eur."""
    ends = data.groupby("name", sort=False)["amount_eur"].agg(["min", "max"]).astype(float)
    add_lines(figure, [(place[str(each.Index)], each.min, each.max) for each in ends.itertuples()], OTHER, 3)
