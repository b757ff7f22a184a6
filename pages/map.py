"""Map: where how much was given, planned and achieved, one EU period at a time."""

import streamlit as st

from ui import answer
from ui.maps import beside, controls, drawing, words
from ui.maps.measures import mapped
from ui.maps.picture import picture
from ui.parts import part
from ui.session import open_atlas
from ui.texts import _

st.title(_("Map"), anchor=False)


@part
def answered() -> None:
    """The choices, and all that they change."""
    atlas = open_atlas()
    asked = controls.ask(atlas)
    rows = mapped(atlas, asked.choice, asked.measure, asked.per)
    answer.stop_if_empty(rows, "map")

    answer.finding(words.finding(atlas, rows, asked.measure, asked.per), words.subtitle(atlas, rows, asked.period))
    left, right = st.columns([2, 1], gap="medium")
    with right:
        chosen = drawing.choose(atlas, tuple(atlas.keys))
        beside.card(atlas, chosen, asked)
        sentence = words.reading(atlas, rows, asked.measure, asked.per)
        beside.ranked(atlas, rows, asked, chosen, sentence)
    with left:
        figure = picture(
            atlas, asked.period, asked.county, asked.measure.code, asked.per, asked.form, asked.shade, chosen
        )
        drawing.draw(figure, "map", sentence, tuple(atlas.keys))
        controls.background_note(atlas, asked)
        answer.reading(sentence)
    beside.table(atlas, rows, asked, sentence)


answered()
