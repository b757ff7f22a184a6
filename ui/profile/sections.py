"""The sections of a profile, one open at a time; which one is in the address."""

from collections.abc import Callable

import streamlit as st

from ui.profile import course, goals, groups, indicators, money, place, unknown, work
from ui.profile.head import Row
from ui.session import OpenDatabase
from ui.texts import _


def sections() -> dict[str, Callable[[OpenDatabase, Row], None]]:
    """Name and content of each section, in their order; only the open one is drawn."""
    return {
        _("Goals and measures"): goals.section,
        _("Money"): money.section,
        _("For whom"): groups.section,
        _("Plan and result"): indicators.section,
        _("Projects and calls"): work.section,
        _("Course"): course.section,
        _("Territory"): place.section,
        _("Unknown"): unknown.section,
        _("Sources"): unknown.sources,
    }


def draw(atlas: OpenDatabase, strategy: Row) -> None:
    """The tabs, and the content of the open one."""
    content = sections()
    for tab, section in zip(
        st.tabs(list(content), key="section", bind="query-params"), content.values(), strict=True
    ):
        if tab.open:
            with tab:
                section(atlas, strategy)


def of_kind(kind: str) -> str:
    """The section in which a fact of the search stands, by the kind of the fact."""
    return {
        "item": _("Goals and measures"),
        "target_group": _("For whom"),
        "project": _("Projects and calls"),
        "call": _("Projects and calls"),
        "indicator": _("Plan and result"),
        "event": _("Course"),
    }.get(kind, _("Goals and measures"))
