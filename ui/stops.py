"""The addresses of pages and files, and the path below which all stand. Read before anything heavy is loaded."""

from dataclasses import dataclass

import streamlit as st

from ui.texts import N_

BORDERS = "/data/borders.json"
"""The file of the municipalities' borders."""


@dataclass(frozen=True)
class Stop:
    """One page: its file, its address and its short name (English; the menu shows the reader's language)."""

    file: str
    path: str
    title: str
    is_rare: bool = False
    """Whether it stands behind “More” in the menu."""


STOPS = {
    stop.file: stop
    for stop in (
        Stop("overview", "", N_("Overview")),
        Stop("map", "zemelapis", N_("Map")),
        Stop("funding", "finansavimas", N_("Funding")),
        Stop("target_groups", "tikslines-grupes", N_("Target groups")),
        Stop("indicators", "rodikliai", N_("Indicators")),
        Stop("compare", "palyginimas", N_("Compare")),
        Stop("vvg", "vvg", N_("VVG")),
        Stop("search", "paieska", N_("Search")),
        Stop("add", "prideti", N_("Add a strategy")),
        Stop("gaps", "ko-nezinome", N_("What is not known"), is_rare=True),
        Stop("data", "duomenys", N_("Data"), is_rare=True),
        Stop("sql", "sql", N_("SQL"), is_rare=True),
        Stop("method", "metodas", N_("Method"), is_rare=True),
    )
}


def base() -> str:
    """The path below which a proxy serves the atlas: nothing, or /atlas."""
    return f"/{st.get_option('server.baseUrlPath').strip('/')}".rstrip("/")
