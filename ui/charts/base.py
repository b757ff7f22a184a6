"""What all charts share: colours, type, separators, the words of plotly's own buttons."""

import re
from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.basedatatypes import BaseTraceType

from ui.look import is_dark, look
from ui.texts import _, language

ACCENT = "#0B6E6E"
"""The chosen VVG, and the one series of a chart. Readable on light and dark paper alike, see the contrast test."""

PEER = "#7A8B99"
OTHER = "#C3CCD3"
GRID = "rgba(122, 139, 153, 0.25)"
EMPTY = "rgba(122, 139, 153, 0.13)"
"""A cell of a matrix that says no."""

FONT = "Source Sans, sans-serif"
CROWD = 300
"""Dots of one kind above which they are drawn as dust, and the median is told below the chart alone."""

SOURCE_LINE = 15
"""Pixels of a line of the source at the foot of a chart."""

LEGEND = 34
"""Pixels of a legend of one line."""

NARROW, WIDE = frozenset(" .,;:'()[]|/-„“ijlIĮįftr"), frozenset("mwMWHNUŪŲOQG@%—")
"""Letters that are much narrower and much wider than others, in the type of the charts."""

MONTHS = {
    "lt": ["sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio", "rugsėjo",
           "spalio", "lapkričio", "gruodžio"],
}  # fmt: skip


def config(name: str) -> dict[str, object]:
    """Settings of a drawn chart: a quiet toolbar in the reader's language, a picture under a good file name."""
    words = {
        "Download plot as a PNG": _("Save as a picture (SVG)"),
        "Download plot": _("Save as a picture (SVG)"),
        "Zoom in": _("Zoom in"),
        "Zoom out": _("Zoom out"),
        "Reset": _("Reset"),
        "Reset axes": _("Reset"),
    }
    chosen: dict[str, object] = {
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtonsToRemove": [
            "select2d",
            "lasso2d",
            "autoScale2d",
            "zoom2d",
            "pan2d",
            "zoomIn2d",
            "zoomOut2d",
        ],
        "toImageButtonOptions": {"format": "svg", "filename": f"vvg-atlasas-{name}", "scale": 2},
        "locale": language(),
        "scrollZoom": False,
    }
    if language() == "lt":
        chosen["locales"] = {
            "lt": {
                "dictionary": words,
                "format": {
                    "months": MONTHS["lt"],
                    "shortMonths": [month[:3] for month in MONTHS["lt"]],
                    "days": ["sekmadienis", "pirmadienis", "antradienis", "trečiadienis", "ketvirtadienis",
                             "penktadienis", "šeštadienis"],
                    "shortDays": ["Sk", "Pr", "An", "Tr", "Kt", "Pn", "Št"],
                    "date": "%Y-%m-%d",
                },
            }
        }  # fmt: skip
    return chosen


def themed(figure: go.Figure, height: int, left: int = 0) -> go.Figure:
    """The look of every chart on the reader's paper: no borders, room for names. In: height in pixels.

    Streamlit would put its own theme on a chart that it has drawn already, and draw it once more, twice. So colours
    and sizes are said here, without a template, and the data are said to stay what they are while they are shown.
    """
    paper = look(is_dark())
    for trace in figure.data:
        _unpack(trace)
    figure.layout.template = None
    figure.update_layout(
        datarevision="drawn",
        height=height,
        paper_bgcolor=paper.paper,
        plot_bgcolor=paper.paper,
        margin={"l": left, "r": 16, "t": 8, "b": 32, "pad": 4},
        separators=",\u00a0" if language() == "lt" else ".,",
        font={"family": FONT, "size": 14, "color": paper.quiet},
        hoverlabel={
            "align": "left", "font": {"family": FONT, "size": 14, "color": paper.ink},
            "bgcolor": paper.paper, "bordercolor": paper.border,
        },
        hovermode="closest",
        dragmode=False,
        showlegend=False,
        bargap=0.35,
        legend={
            "orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title": {"text": ""},
            "font": {"size": 12, "color": paper.ink},
        },
    )  # fmt: skip
    axis = {"showgrid": False, "zeroline": False, "automargin": True, "fixedrange": True}
    axis |= {"ticks": "", "tickfont": {"size": 12}, "title": {"font": {"size": 14}}}
    figure.update_xaxes(axis, title_standoff=8)
    figure.update_yaxes(axis, title_standoff=24)
    return figure


def name_rows(
    figure: go.Figure, names: Sequence[str], above: Sequence[str] = (), fewest: int = 0, first: float = -0.6,
    size: int = 12,
) -> None:  # fmt: skip
    """Names beside the rows 0, 1, 2 … from the top, with room for them; the same name may stand twice.

    In: what `make_room` asks for; `fewest`, rows for which there is room even where there are fewer; `first`, where the
    axis begins.
    """
    figure.update_yaxes(
        tickmode="array", tickvals=list(range(len(names))), ticktext=list(names), tickfont={"size": size},
        range=[max(len(names), fewest) - 0.4, first],
    )  # fmt: skip
    make_room(figure, names, above, size)


def make_room(figure: go.Figure, left: Sequence[str], above: Sequence[str] = (), size: int = 12) -> None:
    """Leaves room for the names of rows, for upright names of columns, and for a legend above the chart.

    Else plotly would draw all, see that something does not fit, and draw all again. In: names as plotly reads them; the
    size of the letters of rows in pixels, those of columns are one smaller. What it shows besides must be said before.
    """
    layout = figure.layout
    top = max(layout.margin.t, _widest(above, size - 1))
    if layout.showlegend and layout.legend.yanchor == "bottom":
        top += LEGEND + round((layout.legend.y - 1) * layout.height)
    figure.update_layout(margin={"l": max(layout.margin.l, _widest(left, size)), "t": top})


def _widest(names: Sequence[str], size: int) -> int:
    """Pixels that the longest line takes, rather too many than too few."""
    lines = [re.sub(r"<.*?>", "", line) for name in names for line in name.split("<br>")]
    return max((round(size * sum(map(_width, line))) + 18 for line in lines), default=0)


def _width(letter: str) -> float:
    """What a letter takes, in its own height."""
    return 0.31 if letter in NARROW else 0.76 if letter in WIDE else 0.51


def add_lines(
    figure: go.Figure, lines: Sequence[tuple[object, float, float]], colour: str, width: float, opacity: float = 1.0
) -> None:
    """Draws level lines as one trace: plotly takes its time for each trace, hardly for a line of it.

    In: where each line stands on the axis of rows, and its two ends; the width in pixels.
    """
    points = [(x, y) for y, start, end in lines for x in (start, end, None)]
    figure.add_scatter(
        x=[x for x, _y in points], y=[y for _x, y in points], mode="lines", hoverinfo="skip", showlegend=False,
        opacity=opacity, line={"color": colour, "width": width},
    )  # fmt: skip


def add_dust(figure: go.Figure, grains: Sequence[str], colour: str, thick: float) -> None:
    """Draws very many values, each a stroke, as one path: as dots they would be as many elements of the page.

    In: the strokes in units of the axes, the thickness in pixels.
    """
    if grains:
        line = {"color": colour, "width": thick}
        figure.add_shape(type="path", path="".join(grains), line=line, opacity=0.5, layer="between")


def _unpack(trace: BaseTraceType) -> None:
    """Gives the trace lists in place of arrays: plotly packs those, and what it unpacks it takes for other data."""
    for axis in ("x", "y"):
        if axis in trace and hasattr(trace[axis], "tolist"):
            values = trace[axis].tolist()
            # A list of the same values is not taken.
            trace[axis] = None
            trace[axis] = values


def with_source(figure: go.Figure, lines: Sequence[str]) -> go.Figure:
    """The source at the foot of a chart, which its picture takes along; the chart grows by the room it needs."""
    # Of all that plotly writes only a title can stand at the foot of the picture.
    text = "<br>".join(map(safe, lines))
    room = SOURCE_LINE * len(lines)
    height = (figure.layout.height or 400) + room
    bottom = figure.layout.margin.b
    figure.update_layout(
        height=height,
        margin={"b": room + (32 if bottom is None else bottom)},
        title={
            "text": text, "font": {"size": 10, "color": PEER}, "pad": {"t": 0, "b": 0, "l": 0}, "automargin": False,
            "x": 0, "xref": "container", "xanchor": "left", "y": room / height, "yref": "container", "yanchor": "top",
        },
    )  # fmt: skip
    if figure.layout.legend.yanchor == "top":
        # A legend below the chart may take several lines on a phone: it stands on the source and not over it.
        figure.update_layout(legend={"yref": "container", "y": (room + 4) / height, "yanchor": "bottom"})
    return figure


def rows_height(rows: int, each: int = 26, least: int = 180) -> int:
    """The height of a chart with a row a name: every name stays readable, however many there are."""
    return max(least, rows * each + 72)


def wrapped(text: str, width: int = 60) -> str:
    """A long wording on several lines of a hover card; nothing in it is markup, and no amount is broken."""
    lines, line = [], ""
    for word in filter(None, re.split(r"[ \n\t]", safe(text))):
        if line and len(line) + len(word) + 1 > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "<br>".join([*lines, line])


def folded(name: str, width: int = 34) -> str:
    """A long name on two lines, so that the bars keep their room on a phone; nothing in it is markup.

    >>> folded("Vilnius (Šiaurinė teritorija)", 22), folded("Kėdainiai", 22)
    ('Vilnius (Šiaurinė<br>teritorija)', 'Kėdainiai')
    """
    cut = name.rfind(" ", 0, width) if len(name) > width else -1
    return f"{safe(name[:cut])}<br>{safe(name[cut + 1 :])}" if cut > 0 else safe(name)


def safe(text: object) -> str:
    """Text from the data for plotly, which reads a few tags: none of them is left."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def sorted_bars(names: Sequence[str]) -> dict[str, object]:
    """The axis of a bar chart in the given order, first on top."""
    return {"categoryorder": "array", "categoryarray": list(reversed(list(names)))}
