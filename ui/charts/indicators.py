"""Charts of indicators: planned beside achieved, and where one VVG stands among all."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from ui.charts.base import ACCENT, CROWD, OTHER, PEER, add_dust, add_lines, safe, themed
from ui.texts import _, number

ROW = 54
"""Pixels of a row: the name above, the line below it."""

GRAIN = 0.1
"""Half the height of a grain of dust, of the height of a row."""

LONGEST = 46
"""Characters of a name that a phone can show; the whole name is in the hover text and the table."""


def dumbbells(
    pairs: pd.DataFrame, names: Sequence[str], written: Sequence[dict[str, str]], hovers: Sequence[str],
    marked: Sequence[bool], unit: str,
) -> go.Figure:  # fmt: skip
    """A row an indicator: a line from target (hollow) to actual (solid), the per cent at its end.

    In: rows of queries.indicators; their names; `written`, the words for planned, achieved and percent of
    each; hover texts; whether a row is of a marked VVG (all look alike where none is); the unit of the axis.
    """
    figure = go.Figure()
    notes: list[dict[str, object]] = []
    alone = not any(marked)
    largest = max(pd.concat([pairs["planned"], pairs["achieved"]]).dropna().astype(float), default=1)
    rows = pairs.to_dict("records")
    lines: dict[tuple[str, float], list[tuple[object, float, float]]] = {}
    marks: list[dict[str, object]] = []
    for at, (row, name, words, hover, own) in enumerate(zip(rows, names, written, hovers, marked, strict=True)):
        colour, opacity = (ACCENT, 1.0) if own or alone else (PEER, 0.6)
        ends = {state: float(row[state]) for state in ("planned", "achieved") if not pd.isna(row[state])}
        if len(ends) == 2:
            # The line ends at the edge of the hollow mark, so that the mark stays hollow.
            edge = min(0.014 * largest, abs(ends["achieved"] - ends["planned"]))
            start = ends["planned"] + (edge if ends["achieved"] >= ends["planned"] else -edge)
            lines.setdefault((colour, opacity), []).append((at, start, ends["achieved"]))
        for state, x in ends.items():
            other = ends.get("achieved" if state == "planned" else "planned", x - 1)
            marks.append(
                {"x": x, "y": at, "text": words[state], "hovertext": hover, "colour": colour, "opacity": opacity,
                 "textposition": "middle right" if x >= other else "middle left",
                 "symbol": "circle" if state == "achieved" else "circle-open"}
            )  # fmt: skip
        name = name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
        is_told = not pd.isna(row["achieved_percent"])
        beside = {"xref": "paper", "y": at, "xanchor": "left", "showarrow": False}
        notes.append(beside | {"x": 0, "yshift": 20, "align": "left", "text": safe(name)})
        notes.append(
            beside | {"x": 1, "xshift": 8, "font": {"size": 14}, "opacity": 1 if is_told else 0.7,
                      "text": f"<b>{words['percent']}</b>" if is_told else words["percent"]}
        )  # fmt: skip
    for (colour, opacity), level in lines.items():
        add_lines(figure, level, colour, 2, opacity)

    def each(key: str) -> list[object]:
        return [mark[key] for mark in marks]

    figure.add_scatter(
        x=each("x"), y=each("y"), mode="markers+text", text=each("text"), textposition=each("textposition"),
        hoverinfo="text", hovertext=each("hovertext"), textfont={"size": 13}, cliponaxis=False,
        marker={
            "size": 12, "color": each("colour"), "opacity": each("opacity"), "symbol": each("symbol"),
            "line": {"color": each("colour"), "width": 2},
        },
    )  # fmt: skip
    figure = themed(figure, len(rows) * ROW + 64)
    # All at once: each one alone would have those before it read again.
    figure.update_layout(annotations=notes, margin={"r": 84, "l": 4, "t": 4, "b": 58})
    figure.update_xaxes(range=[-0.16 * largest, 1.22 * largest], tick0=0, nticks=5, tickformat=",.0f", title_text=unit)
    figure.update_yaxes(range=[len(rows) - 0.5, -0.75], showticklabels=False)
    return figure


def spread(groups: dict[str, list[tuple[float, str, bool]]], medians: dict[str, float | None], unit: str) -> go.Figure:
    """All known values as dots, a row a kind of value; marked VVGs in the accent; a line at a told median.

    In: name of the row: values with their hover text and whether they are of a marked VVG.
    """
    figure = go.Figure()
    for at, (name, values) in enumerate(groups.items()):
        for own in (False, True):
            mine = [(x, hover) for x, hover, is_own in values if is_own == own]
            is_crowd = len(mine) > CROWD
            if is_crowd:
                add_dust(figure, [f"M{x:.7g},{at - GRAIN}V{at + GRAIN}" for x, _hover in mine], PEER, 2)
            figure.add_scatter(
                x=[x for x, _hover in mine], y=[at] * len(mine), mode="none" if is_crowd else "markers",
                hoverinfo="text", hovertext=[hover for _x, hover in mine],
                marker={
                    "size": 14 if own else 11, "color": ACCENT if own else OTHER,
                    "line": {"color": ACCENT if own else PEER, "width": 1}, "opacity": 1 if own else 0.85,
                },
            )  # fmt: skip
        middle = medians.get(name)
        if middle is not None:
            figure.add_shape(
                type="line", x0=middle, x1=middle, y0=at - 0.3, y1=at + 0.3, line={"color": PEER, "width": 2}
            )
            figure.add_annotation(
                x=middle, y=at - 0.3, yshift=9, showarrow=False, font={"size": 12},
                text=_("median {median}", median=number(middle)),
            )  # fmt: skip
        figure.add_annotation(
            x=0,
            xref="paper",
            y=at,
            yshift=26,
            xanchor="left",
            showarrow=False,
            text=safe(name),
            font={"size": 13},
        )
    figure = themed(figure, len(groups) * 74 + 56)
    figure.update_layout(margin={"r": 16, "l": 8, "t": 4, "b": 58})
    figure.update_xaxes(tickformat=",.0f", nticks=5, title_text=unit, rangemode="tozero")
    figure.update_yaxes(range=[len(groups) - 0.5, -0.6], showticklabels=False)
    return figure
