"""The least that a page with a chart of plotly can cost: one choice, figures that lie ready, nothing else."""

import os

import duckdb
import plotly.graph_objects as go
import streamlit as st

PERIODS = ("2014-2020", "2021-2027")


@st.cache_resource
def figure(period: str) -> go.Figure:
    """The bars of benchmarks/bare/naive.py."""
    database = duckdb.connect(os.environ["ATLAS_FILE"], read_only=True)
    rows = database.execute(
        "select strategies.vvg, sum(amount_eur) from strategies left join funding using (strategy)"
        " where eu_period = ? group by all order by 2 desc",
        [period],
    ).fetchall()
    made = go.Figure(go.Bar(x=[amount for _vvg, amount in rows], y=[vvg for vvg, _amount in rows], orientation="h"))
    made.layout.template = None
    made.update_layout(datarevision="drawn")
    return made


st.title("Chart")
st.plotly_chart(figure(st.segmented_control("EU period", PERIODS, default=PERIODS[0])), theme=None)
