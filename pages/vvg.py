"""VVG: everything that is known of one local action group and its strategies."""

import streamlit as st

from database.choice import Choice
from ui import address, filters
from ui.parts import part
from ui.profile import figures, head, paper, sections
from ui.session import frame, open_atlas
from ui.texts import _, years


@part
def answered() -> None:
    """The choices, and all that they change."""
    atlas = open_atlas()
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        vvg = filters.pick(_("VVG"), list(atlas.vvgs["vvg"]), "vvg", atlas.city, width=300)
        known = frame("strategies", Choice(vvgs=(vvg,))).set_index("eu_period", drop=False)
        period = filters.one(_("EU period"), list(known.index), "period", lambda code: atlas.label("periods", code))
        for code, row in known.iterrows():
            if code != period:
                st.caption(_("Strategy of {period}: own years {years}", period=atlas.label("periods", code),
                             years=years(row["first_year"], row["last_year"])))  # fmt: skip

    strategy = known.loc[period].to_dict()
    profile = atlas.vvgs.set_index("vvg", drop=False).loc[vvg].to_dict()
    if address.is_on("print"):
        paper.draw(atlas, profile, strategy)
    else:
        head.introduction(atlas, profile, strategy)
        figures.key_figures(atlas, strategy)
        sections.draw(strategy)


answered()
