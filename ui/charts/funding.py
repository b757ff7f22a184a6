"""Charts of money by strategy: bars, the spread beside them, and how evenly it is shared."""

from collections.abc import Callable, Sequence
from itertools import compress

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from ui.charts.base import (
    CROWD,
    GRID,
    OTHER,
    PEER,
    add_dust,
    folded,
    make_room,
    name_rows,
    rows_height,
    safe,
    themed,
    wrapped,
)
from ui.texts import _, percent

HOLLOW = {"planned", "requested"}
"""Stages of money that nobody has given yet."""

SOFT = 0.06
"""The share of an approximate bar that fades at its end."""

GRAIN = 0.012
"""Half the breadth of a grain of dust, of the breadth of a column."""

NAME, TALL = 22, 36
"""Characters of a name in a line, and pixels of a row where one takes two lines."""

THICK = 0.65
"""The thickness of a bar, of the row it stands in."""

FEWEST = 4
"""Rows for which there is room even where fewer are drawn: a single bar is no wall."""

ROOM = 1.45
"""How much longer than the longest bar the axis is, for the figure written at its end."""


def bars(
    known: pd.DataFrame, value: str, names: Sequence[str], colours: dict[str, str], periods: dict[str, str],
    written: Sequence[str], hovers: Sequence[str],
) -> go.Figure:  # fmt: skip
    """Bars of one figure a strategy, largest on top, coloured by EU period.

    In: `known`, rows of queries.funding sorted by the column `value`; the name, the figure in words and the hover
    text of each. A rounded sum fades at its end, a disputed one is open from the lowest to the highest value,
    money that nobody has given yet is hollow.
    """
    figure = go.Figure()
    rows = known.to_dict("records")
    for period, label in periods.items():
        mine = [(place, row) for place, row in enumerate(rows) if row["eu_period"] == period]
        if not mine:
            continue
        colour = colours[period]
        ends = [_ends(row, value) for _place, row in mine]
        hollow = [row["stage"] in HOLLOW for _place, row in mine]
        common = {"y": [place for place, _row in mine], "orientation": "h", "hoverinfo": "text", "width": THICK}
        common |= {"hovertext": [hovers[place] for place, _row in mine]}
        line = {"color": colour, "width": 1.5}
        figure.add_bar(
            x=[solid for solid, _faded, _open in ends], name=label, showlegend=len(periods) > 1,
            marker={"color": ["rgba(0,0,0,0)" if each else colour for each in hollow], "line": line}, **common,
        )  # fmt: skip
        faded = [(at, end) for at, end in enumerate(ends) if end[1] > end[0]]
        opened = [(at, end) for at, end in enumerate(ends) if end[2] > end[0]]
        for chosen, tail, look in (
            (faded, 1, {"color": colour, "opacity": 0.35, "line": {"width": 0}}),
            (
                opened,
                2,
                {
                    "color": "rgba(0,0,0,0)",
                    "line": line,
                    "pattern": {"shape": "/", "fgcolor": colour, "size": 5},
                },
            ),
        ):
            if chosen:
                figure.add_bar(
                    x=[end[tail] - end[0] for _at, end in chosen], base=[end[0] for _at, end in chosen],
                    y=[common["y"][at] for at, _end in chosen], orientation="h", marker=look, showlegend=False,
                    hoverinfo="text", hovertext=[common["hovertext"][at] for at, _end in chosen], width=THICK,
                )  # fmt: skip
    longest = max(max(_ends(row, value)) for row in rows)
    figure.add_scatter(
        x=[max(_ends(row, value)) for row in rows], y=list(range(len(rows))), mode="text", showlegend=False,
        text=[f" {each}" for each in written], textposition="middle right",
        hoverinfo="skip", cliponaxis=False,
    )  # fmt: skip
    lines = [folded(name, NAME) for name in names]
    themed(figure, rows_height(len(rows), each=TALL if any("<br>" in line for line in lines) else 26))
    figure.update_layout(barmode="overlay", showlegend=len({row["eu_period"] for row in rows}) > 1)
    figure.update_xaxes(range=[0, longest * ROOM], showgrid=False, showticklabels=False)
    name_rows(figure, lines, fewest=FEWEST)
    return figure


def _ends(row: dict[str, object], value: str) -> tuple[float, float, float]:
    """Where a bar's solid part ends, and where its faded and its open part end (the solid end where it has none)."""
    shown = float(row[value])
    if row["is_disputed"]:
        each = shown / float(row["amount_eur"])
        lowest = float(row["lowest_eur"]) * each
        return lowest, lowest, float(row["highest_eur"]) * each
    if row["is_approximate"]:
        return shown * (1 - SOFT), shown, shown * (1 - SOFT)
    return shown, shown, shown


def spread(
    known: pd.DataFrame, value: str, spread: pd.DataFrame, colours: dict[str, str], periods: dict[str, str],
    hovers: Sequence[str], written: Callable[[float], str],
) -> go.Figure:  # fmt: skip
    """A dot a strategy over its EU period, and the median where enough is known to tell it."""
    figure = go.Figure()
    columns = [period for period in periods if period in set(spread["eu_period"])]
    for at, period in enumerate(columns):
        mine = (known["eu_period"] == period).to_numpy()
        up, is_exact = known[value].astype(float).to_numpy()[mine], (known["bound"] == "exact").to_numpy()[mine]
        # Neighbours in value stand apart, the same way at every drawing.
        across = np.array([at + _aside(number, len(up)) for number in range(len(up))])
        is_crowd = len(up) > CROWD
        figure.add_scatter(
            x=across, y=up, hoverinfo="text", hovertext=list(compress(hovers, mine)),
            **({"mode": "none"} if is_crowd else {"mode": "markers", "marker": _dots(is_exact, colours[period])}),
        )  # fmt: skip
        if is_crowd:
            _add_dust(figure, across, up, is_exact, colours[period])
        told = spread.set_index("eu_period").loc[period]
        if told["is_enough"]:
            middle = float(told["median"])
            figure.add_scatter(
                x=[at - 0.36, at + 0.36], y=[middle, middle], mode="lines", hoverinfo="text",
                hovertext=_("Median: {value}", value=written(middle)), line={"color": PEER, "width": 2},
            )  # fmt: skip
            if not is_crowd:
                figure.add_annotation(
                    x=at + 0.36, y=middle, text=written(middle), showarrow=False, xanchor="right", yanchor="bottom",
                    font={"size": 12},
                )  # fmt: skip
    themed(figure, 320)
    figure.update_xaxes(
        tickmode="array", tickvals=list(range(len(columns))), ticktext=[safe(periods[each]) for each in columns],
        range=[-0.6, len(columns) - 0.4], showgrid=False,
    )  # fmt: skip
    figure.update_yaxes(rangemode="tozero", showgrid=True, gridcolor=GRID, tickformat=",.0f", nticks=6)
    make_room(figure, [f"{float(known[value].max()):,.0f}"])
    return figure


def _dots(is_exact: np.ndarray, colour: str) -> dict[str, object]:
    """A dot a strategy, hollow where its sum is a bound."""
    return {
        "color": colour, "size": 10, "opacity": 0.8,
        "symbol": ["circle" if each else "circle-open" for each in is_exact],
    }  # fmt: skip


def _add_dust(figure: go.Figure, across: np.ndarray, up: np.ndarray, is_exact: np.ndarray, colour: str) -> None:
    """A grain a strategy; a bound is a thinner grain than an exact sum."""
    for thick, chosen in ((2.5, is_exact), (1, ~is_exact)):
        grains = zip(across[chosen], up[chosen], strict=True)
        add_dust(figure, [f"M{x - GRAIN:.3f},{y:.7g}H{x + GRAIN:.3f}" for x, y in grains], colour, thick)


def _aside(number: int, of: int) -> float:
    """How far a dot stands from the middle of its column: three lanes, or, of very many, all of its width.

    >>> [_aside(number, 3) for number in range(3)]
    [-0.11, 0.0, 0.11]
    """
    if of <= CROWD:
        return 0.11 * (number % 3 - 1)
    return round(0.62 * (number * 0.618034 % 1) - 0.31, 3)


def shares(rows: pd.DataFrame, colours: dict[str, str], periods: dict[str, str], names: Sequence[str]) -> go.Figure:
    """A Lorenz curve a period: strategies from the smallest sum up, against their share of the known money."""
    figure = go.Figure()
    even = {"color": OTHER, "width": 1.5, "dash": "dot"}
    figure.add_scatter(x=[0, 100], y=[0, 100], mode="lines", line=even, hoverinfo="skip", showlegend=False)
    figure.add_annotation(
        x=44,
        y=50,
        text=_("if all had the same"),
        showarrow=False,
        textangle=-35,
        font={"size": 12},
        opacity=0.8,
    )
    numbered = rows.assign(name=list(names))
    for period, label in periods.items():
        mine = numbered[numbered["eu_period"] == period]
        if mine.empty:
            continue
        hovers = [
            f"{safe(name)}<br>{percent(share)} → {percent(money)}"
            for name, share, money in zip(mine["name"], mine["strategies_percent"], mine["money_percent"], strict=True)
        ]
        figure.add_scatter(
            x=[0, *mine["strategies_percent"]], y=[0, *mine["money_percent"]], mode="lines+markers", name=label,
            line={"color": colours[period], "width": 2}, marker={"size": 6}, hoverinfo="text",
            hovertext=["", *hovers], showlegend=True,
        )  # fmt: skip
    # Room for the title of the axis and its figures.
    themed(figure, 420, left=84)
    figure.update_layout(showlegend=True)
    figure.update_xaxes(range=[0, 103], ticksuffix=" %", title_text=_("strategies, smallest sum first"))
    figure.update_yaxes(
        range=[0, 103],
        ticksuffix=" %",
        showgrid=True,
        gridcolor=GRID,
        title_text=_("share of the money"),
    )
    make_room(figure, [])
    return figure


def hover(lines: Sequence[str]) -> str:
    """A hover card: the first line stands out, long wordings are wrapped."""
    first, *rest = [wrapped(line) for line in lines if line]
    return "<br>".join([f"<b>{first}</b>", *rest])
