"""The link to all of the open data."""

import streamlit as st

from ui.stops import base
from ui.texts import _


def button() -> None:
    """A button that takes away everything at once: the zip of /data/atlas.zip."""
    st.link_button(_("Everything in one zip"), f"{base()}/data/atlas.zip")
