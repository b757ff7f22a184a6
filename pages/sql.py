"""SQL: a question of the reader's own to the whole database, in the language of databases."""

import streamlit as st

from ui import sql, sql_answer, sql_schema
from ui.session import open_atlas, stop_without_file
from ui.texts import _

atlas = open_atlas()
st.title(_("SQL"), anchor=False)
stop_without_file()
st.caption(sql.rules())
with sql.part("desk"):
    with sql.part("query"):
        run = sql.query(atlas)
    with sql.part("answer"):
        if run is None:
            sql.examples(atlas)
        elif not sql.is_running(run):
            sql_answer.show(atlas, run)
    with sql.part("schema"):
        sql_schema.show(atlas)
