"""The frame of every page: language, navigation, and the foot with the date of the data."""

import streamlit as st

from ui import address, document, navigation
from ui.texts import LANGUAGES, _

# Drawn before all else: the first text of the page, its title, is already in the language chosen here.
with st.container(horizontal=True, horizontal_alignment="right", key="language"):
    st.segmented_control(
        "Kalba · Language",
        list(LANGUAGES),
        format_func=LANGUAGES.get,
        required=True,
        label_visibility="collapsed",
        **address.language(),
    )
st.set_page_config(page_title=_("VVG atlas"), page_icon="ui/static/favicon.png", layout="wide")
document.dress()
page = st.navigation(navigation.pages(), position="top")
page.run()
navigation.foot()
