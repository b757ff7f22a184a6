"""Overview: what the atlas is, how much of it is known, and where to start."""

from functools import partial

import streamlit as st

from ui import answer, filters, kept, overview
from ui.charts import overview as charts
from ui.maps import words
from ui.maps.controls import BORDERS
from ui.maps.look import look
from ui.maps.measures import MEASURES, of_period
from ui.maps.picture import is_dark
from ui.navigation import link
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
atlas = open_atlas()
left, right = st.columns([2, 1], gap="medium", vertical_alignment="bottom")
with left:
    overview.search()
with right:
    period = filters.one(
        _("EU period"), atlas.codes("periods"), "period", lambda code: atlas.label("periods", code),
        label_visibility="collapsed",
    )  # fmt: skip
strategies, coverage = frame("strategies"), frame("funded_coverage")
overview.figure_row(kept.made(overview.figures, atlas, strategies, coverage, period))
overview.proofs(atlas, coverage, period)

left, right = st.columns([2, 1], gap="medium")
with left:
    rows, measure = of_period(atlas, period), MEASURES["allocated"]
    answer.finding(words.finding(rows, measure, "total"), words.subtitle(atlas, rows, period))
    kept.part(overview.small_map, atlas, period, words.reading(atlas, rows, measure, "total"), is_dark())
    st.caption(_(BORDERS))
    link("map", _("Open the map: other measures, colours, counties"), {"period": period})
with right, st.container(border=True, gap="xsmall"):
    st.subheader(_("Start from a question"), anchor=False)
    overview.questions()

answer.finding(
    overview.coverage_title(atlas, coverage),
    _("Counts of the ministry: the latest of each EU period, against what the atlas holds"),
)
reading = overview.coverage_reading(atlas, coverage)
drawn = partial(
    charts.coverage, coverage, [atlas.label("periods", code) for code in coverage["eu_period"]], look(is_dark()).ink
)
answer.chart(drawn, "coverage", reading)
answer.reading(reading)
rounds, columns = overview.rounds(atlas, frame("selection_rounds"))
answer.small_table(atlas, rounds, columns, _("Rounds of selection: how many were funded, how many are known here"))
answer.download_and_sources(atlas, rounds, "rounds", columns)
