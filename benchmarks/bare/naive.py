"""The page that anybody would write: a choice, a query, a chart by plotly express, a table; Streamlit as it comes."""

import os

import duckdb
import plotly.express as px
import streamlit as st

st.title("Funding")
period = st.selectbox("EU period", ["2014-2020", "2021-2027"])
database = duckdb.connect(os.environ["ATLAS_FILE"], read_only=True)
rows = database.execute(
    "select strategies.vvg, eu_period, sum(amount_eur) as amount_eur from strategies"
    " left join funding using (strategy) where eu_period = ? group by all order by amount_eur desc",
    [period],
).df()
st.plotly_chart(px.bar(rows, x="amount_eur", y="vvg", color="eu_period"))
st.dataframe(rows)
