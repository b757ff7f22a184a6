"""The money of strategies in Dash: one filter, one chart; the answer is worked out once, when the server starts.

`python -m benchmarks.peers.dash_page FOLDER PORT`
"""

import sys
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from benchmarks.peers import in_pandas

ALL = "all"
PERIODS = (ALL, "2014-2020", "2021-2027")
BARS = 60


def page(told: pd.DataFrame) -> Dash:
    """The application. In: the rows of the question `funding`, with the names of the groups."""
    app = Dash(__name__)
    app.layout = html.Div(
        [
            html.H1("Išgalvotų strategijų pinigai"),
            dcc.RadioItems(PERIODS, PERIODS[0], id="period"),
            html.P(id="shown"),
            dcc.Graph(id="money"),
        ]
    )

    @app.callback(Output("money", "figure"), Output("shown", "children"), Input("period", "value"))
    def draw(period: str) -> tuple[go.Figure, str]:
        of_period = told if period == ALL else told[told["eu_period"] == period]
        largest = of_period.head(BARS).iloc[::-1]
        bars = go.Bar(x=largest["amount_eur"], y=largest["name"] + " " + largest["eu_period"], orientation="h")
        return go.Figure(bars, {"height": 1400, "xaxis_title": "Amount, EUR"}), period

    return app


def main(folder: Path, port: int) -> None:
    """Loads the frames, answers the question once and serves the page until it is stopped."""
    frames = in_pandas.load(folder, folder)
    told = in_pandas.funding(frames).merge(frames["vvgs"][["vvg", "name"]], on="vvg")
    page(told[["eu_period", "name", "amount_eur"]]).run(host="127.0.0.1", port=str(port), debug=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
