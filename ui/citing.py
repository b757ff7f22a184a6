"""How to cite what is shown, how to tell of an error in it, and what an address of older data says."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

import streamlit as st

from database.citation import SHORT_VERSION, citation, public_address
from ui.address import CITED
from ui.navigation import Parameters, link
from ui.reports import report_address, report_link
from ui.session import OpenDatabase, newest_atlas, open_atlas, own_data
from ui.stops import STOPS, base
from ui.texts import _, day, language


@dataclass(frozen=True)
class View:
    """What is cited or reported: its title, and the choices that its address must say even where they are defaults."""

    title: str
    choices: Parameters = field(default_factory=dict)


def visit(path: str) -> None:
    """Notes which page is drawn, by its path."""
    st.session_state["page_path"] = path


def page_title() -> str:
    """The short name of the page that is drawn."""
    path = st.session_state.get("page_path", "")
    return next((_(stop.title) for stop in STOPS.values() if stop.path == path), _("VVG atlas"))


def address(version: str, choices: Parameters | None = None) -> str:
    """The address of what is shown, with the data version; whole where this atlas knows where it stands.

    In: `choices` that are written in any case.
    """
    asked = {key: st.query_params.get_all(key) for key in st.query_params}
    asked |= {**(choices or {}), CITED: version}
    where = public_address()
    if where is None:
        here = urlsplit(st.context.url or "")
        where = f"{here.scheme}://{here.netloc}{base()}" if here.netloc else base()
    return f"{where}/{st.session_state.get('page_path', '')}?{urlencode(asked, doseq=True)}"


def buttons(atlas: OpenDatabase, name: str, view: View | None = None) -> None:
    """How to cite and how to tell of an error, where no files stand beside them."""
    with st.container(horizontal=True, key=f"take_citing_{name}"):
        around(atlas, name, view)


@st.fragment
def around(atlas: OpenDatabase, name: str, view: View | None = None, before: Callable[[], None] | None = None) -> None:
    """How to cite and how to tell of an error, each made when it is opened; what `before` draws stands before them.

    One part of the page for all of them: each part costs the server as much as several elements.
    """
    with st.container(horizontal=True, key=f"around_{name}"):
        if before:
            before()
        shown = view or View(page_title())
        _cite(atlas, name, shown)
        _report(atlas, name, shown)


def _cite(atlas: OpenDatabase, name: str, shown: View) -> None:
    folded = st.popover(_("Cite"), key=f"cite_{name}", on_change="rerun")
    if not folded.open:
        return
    if own_data() is not None:
        folded.caption(_("What is shown holds your draft, which nobody else can see: it cannot be cited."))
        return
    folded.code(cited(atlas, shown), language=None, wrap_lines=True)
    folded.caption(
        _("The figures may change with the next version of the data; the version in the citation says which.")
    )


def cited(atlas: OpenDatabase, view: View) -> str:
    """The citation of a view: the atlas, its part, the date and version of the data, the address."""
    newest = atlas.build["newest_source"]
    where = address(atlas.version, view.choices)
    return citation(language(), str(newest) if newest else None, atlas.version, where, view.title)


def _report(atlas: OpenDatabase, name: str, shown: View) -> None:
    """A message to be copied, and the way to send it where one is set."""
    folded = st.popover(_("Report an error"), key=f"report_{name}", on_change="rerun")
    if not folded.open:
        return
    lines = [
        _("Page: {page}", page=shown.title),
        _("Address: {address}", address=address(atlas.version, shown.choices)),
        _("Data version: {version}", version=atlas.version),
        _("The figure or the words that are wrong:"),
        _("What is right, and where it is written:"),
    ]
    message = "\n".join(lines)
    folded.markdown(_("Copy this, fill in the last two lines and send it to those who keep the atlas."))
    folded.code(message, language=None, wrap_lines=True)
    if where := report_address(os.environ.get("ATLAS_REPORT_TO", "")):
        folded.link_button(_("Send"), report_link(where, _("An error in the VVG atlas"), message))


def chart_foot(version: str) -> tuple[str, str]:
    """The source of a chart, for its picture: what it is from, and where its sources stand."""
    if own_data() is not None:
        return _("VVG atlas, with a draft of the reader's own"), _("sources: in the file of the data")
    return (
        _("VVG atlas, data version {version}", version=version[:SHORT_VERSION]),
        _("sources: in the file of the data; CC BY 4.0"),
    )


def note_of_older_data() -> None:
    """Where the address was cited from another version of the data than the newest, says calmly which one is shown."""
    cited = st.query_params.get(CITED, "")
    atlas, current = open_atlas(), newest_atlas().version
    if not re.fullmatch(r"[0-9a-f]{6,64}", cited) or current.startswith(cited) or cited.startswith(current):
        return
    if atlas.version != current:
        st.info(
            _(
                "This address was cited from data version {cited}, built on {day}, and shows the figures of that"
                " version. Newer data exist since.",
                cited=cited[:SHORT_VERSION],
                day=day(str(atlas.build["built_at"])[:10]),
            )
        )
        path = st.session_state.get("page_path", "")
        others = {key: st.query_params.get_all(key) for key in st.query_params if key not in (CITED, "lang")}
        link(next(stop.file for stop in STOPS.values() if stop.path == path), _("Show the newest data"), others)
    else:
        st.info(
            _(
                "This address was cited from data version {cited}; shown is version {current}. The data changed since:"
                " figures may differ, and the older ones cannot be shown here.",
                cited=cited[:SHORT_VERSION],
                current=current,
            )
        )
