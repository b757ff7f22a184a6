"""The pages, their addresses and the links between them."""

from collections.abc import Sequence
from urllib.parse import quote, urlencode

import streamlit as st

from ui.session import open_atlas
from ui.stops import STOPS, base
from ui.texts import DEFAULT, _, day, language, ngettext

Parameters = dict[str, str | Sequence[str]]


class Ended(Exception):
    """A page has said all it has to say, before its last line; the frame goes on with the foot."""


def pages() -> dict[str, list[st.Page]]:
    """All pages in the order of the menu: those in sight, then those behind “More”."""
    menu: dict[str, list[st.Page]] = {"": [], _("More"): []}
    for stop in STOPS.values():
        page = st.Page(f"../pages/{stop.file}.py", title=_(stop.title), url_path=stop.path, default=stop.path == "")
        menu[_("More") if stop.is_rare else ""].append(page)
    return menu


def link(file: str, label: str, parameters: Parameters | None = None, help: str | None = None) -> None:
    """A link to a page with choices set; the language goes along."""
    carried = dict(parameters or {})
    if language() != DEFAULT:
        carried["lang"] = language()
    st.page_link(f"../pages/{file}.py", label=label, query_params=carried, help=help)


def address(file: str, parameters: Parameters | None = None, shown: str = "") -> str:
    """The same as an address, for cells of tables, below the path at which a proxy serves the atlas.

    In: `shown` rides behind # as the text of the link.
    """
    carried = dict(parameters or {})
    if language() != DEFAULT:
        carried["lang"] = language()
    asked = f"?{urlencode(carried, doseq=True)}" if carried else ""
    return f"{base()}/{STOPS[file].path}{asked}{'#' + quote(shown) if shown else ''}"


def foot() -> None:
    """What every page ends with: what the data are, how recent, and whom to tell of an error."""
    atlas = open_atlas()
    st.divider()
    with st.container(horizontal=True, key="foot", vertical_alignment="center"):
        facts = int(str(atlas.build["facts"]))
        st.caption(
            _(
                "{facts} · newest source: {newest} · data version {version} · data CC BY 4.0",
                facts=ngettext("{n} fact, each with its source", "{n} facts, each with its source", facts),
                newest=day(str(atlas.build["newest_source"])),
                version=atlas.version,
            )
        )
        link("method", _("How to read the figures"))
        link("data", _("All data"))
