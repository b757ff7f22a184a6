"""The sections of a profile, one open at a time; which one is in the address."""

from collections.abc import Callable
from functools import partial

from ui import filters, kept
from ui.parts import part
from ui.profile import course, goals, groups, indicators, money, place, unknown, work
from ui.profile.head import Row
from ui.session import OpenDatabase, open_atlas
from ui.texts import N_, _

SECTIONS: dict[str, tuple[str, Callable[[OpenDatabase, Row], None]]] = {
    "goals": (N_("Goals and measures"), partial(kept.part, goals.section)),
    "money": (N_("Money"), money.section),
    "groups": (N_("For whom"), groups.section),
    "indicators": (N_("Plan and result"), indicators.section),
    "work": (N_("Projects and calls"), work.section),
    "course": (N_("Course"), partial(kept.part, course.section)),
    "place": (N_("Territory"), partial(kept.part, place.section)),
    "unknown": (N_("Unknown"), unknown.section),
    "sources": (N_("Sources"), unknown.sources),
}
"""Code in the address: name and content; a section with nothing to choose, to open or to take away is kept."""

OF_KIND = {
    "item": "goals",
    "target_group": "groups",
    "project": "work",
    "call": "work",
    "indicator": "indicators",
    "event": "course",
}
"""In which section a fact that the search found stands."""


@part
def draw(strategy: Row) -> None:
    """The choice of the section, and its content."""
    chosen = filters.one(
        _("Section"),
        list(SECTIONS),
        "section",
        lambda code: _(SECTIONS[code][0]),
        label_visibility="collapsed",
    )
    SECTIONS[chosen][1](open_atlas(), strategy)
