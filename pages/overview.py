"""Overview: what the atlas is, how much of it is known, and where to start."""

import streamlit as st

from ui import answer, overview, sketch
from ui.session import frame, open_atlas
from ui.texts import _, plain

st.title(_("VVG atlas"), anchor=False)
st.markdown(
    plain(
        _(
            "Every local development strategy of Lithuania's city local action groups that could be found: its money,"
            " target groups, goals and results, each figure with its source."
        )
    )
)
overview.of_one_period()

atlas = open_atlas()
coverage = frame("funded_coverage")
answer.finding(
    overview.coverage_title(atlas, coverage),
    _("Counts of the ministry: the latest of each EU period, against what the atlas holds"),
)
sketch.draw("coverage", overview.coverage_bars(atlas, coverage))
answer.reading(overview.coverage_reading(atlas, coverage))
rounds, columns = overview.rounds(atlas, frame("selection_rounds"))
answer.small_table(atlas, rounds, columns, _("Round of selection"))
answer.download_and_sources(atlas, rounds, "rounds", columns)
