"""The door: `streamlit run app.py` serves the pages of ui/main.py with what surrounds them."""

import streamlit as st

from ui import log, opening, shell

app = st.App(
    "ui/main.py",
    routes=opening.routes(st.get_option("server.baseUrlPath")),
    middleware=shell.middleware(),
    lifespan=opening.lifespan,
    on_script_error=log.fault,
)
