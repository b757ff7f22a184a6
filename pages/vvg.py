"""VVG: everything that is known of one local action group and its strategies."""

import streamlit as st

from ui import address, filters
from ui.parts import part
from ui.profile import figures, head, paper, sections
from ui.session import open_atlas
from ui.texts import _, years


@part
def answered() -> None:
    """The choices, and all that they change."""
    atlas = open_atlas()
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        vvg = filters.pick(_("VVG"), atlas.keys, "vvg", atlas.city, width=300)
        known = head.strategies_of(atlas, vvg)
        period = filters.one(_("EU period"), list(known), "period", lambda code: atlas.label("periods", code))
        for code, row in known.items():
            if code != period:
                st.caption(_("Strategy of {period}: own years {years}", period=atlas.label("periods", code),
                             years=years(row["first_year"], row["last_year"])))  # fmt: skip

    profile, strategy = atlas.profiles[vvg], known[period]
    if address.is_on("print"):
        paper.draw(atlas, profile, strategy)
    else:
        head.introduction(atlas, profile, strategy)
        figures.key_figures(atlas, strategy)
        sections.draw(strategy)


answered()
