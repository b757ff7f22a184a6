"""The frame of every page: language, navigation, and the foot with the date of the data."""

from contextlib import suppress

import streamlit as st

from ui import address, citing, document, leaving, navigation, own_data, settling
from ui.session import begin
from ui.stops import STOPS
from ui.texts import LANGUAGES, _, speak


def draw() -> None:
    """Draws the page that is asked for, whole."""
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
    speak()
    page = st.navigation(navigation.pages(), position="hidden" if st.context.is_embedded else "top")
    name = _("VVG atlas")
    tab = name if page.url_path == STOPS["overview"].path else f"{page.title} · {name}"
    st.set_page_config(page_title=tab, page_icon="ui/static/favicon.png", layout="wide")
    document.dress()
    begin()
    citing.visit(page.url_path)
    citing.note_of_older_data()
    own_data.banner()
    leaving.watch()
    # Where nothing fits or nothing was asked, a page ends early; the foot is still there.
    with suppress(navigation.Ended):
        page.run()
    navigation.foot()
    settling.settle()
