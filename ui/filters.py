"""The reader's choices: one row of controls above the answer, all of them kept in the address."""

from collections.abc import Callable, Sequence

import streamlit as st

from database.choice import Choice
from ui import address
from ui.kept import worked_out
from ui.session import OpenDatabase, frame
from ui.texts import _

ORDER = ("period", "county", "vvg", "group", "theme", "fund", "status")


def strategies(atlas: OpenDatabase, *kinds: str) -> Choice:
    """Asks which strategies are meant; each kind of question is one of ORDER. Nothing chosen = all.

    The same choice has the same name in the address on every page, so links carry it along.
    """
    asked = kinds or ("period", "county")
    chosen: dict[str, tuple[str, ...]] = {}
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        for kind in ORDER:
            if kind in asked:
                chosen[kind] = _several(atlas, kind)
    return _choice(chosen)


def in_address(atlas: OpenDatabase, *kinds: str) -> Choice:
    """What `strategies` would answer, without asking: for a part of a page that is drawn apart from the controls."""
    known = {kind: tuple(address.chosen(kind, _question(atlas, kind)[1])) for kind in kinds}
    return _choice(known)


def _choice(chosen: dict[str, tuple[str, ...]]) -> Choice:
    """In: the chosen codes by the kind of question, each one of ORDER."""
    return Choice(
        periods=chosen.get("period", ()),
        counties=chosen.get("county", ()),
        vvgs=chosen.get("vvg", ()),
        groups=chosen.get("group", ()),
        themes=chosen.get("theme", ()),
        funds=chosen.get("fund", ()),
        statuses=chosen.get("status", ()),
    )


def _several(atlas: OpenDatabase, kind: str) -> tuple[str, ...]:
    label, options, name = _question(atlas, kind)
    chosen = st.multiselect(
        label,
        options,
        format_func=name,
        placeholder=_("All"),
        width=230,
        **address.some_of(kind, options),
    )
    return tuple(chosen)


def _question(atlas: OpenDatabase, kind: str) -> tuple[str, Sequence[str], Callable[[str], str]]:
    """The label, the options and their names for a kind of choice."""
    schemes = {
        "period": "periods",
        "group": "target_groups",
        "theme": "themes",
        "fund": "funds",
        "status": "statuses",
    }
    labels = {
        "period": _("EU period"),
        "county": _("County"),
        "vvg": _("VVG"),
        "group": _("Target group"),
        "theme": _("Theme"),
        "fund": _("Fund"),
        "status": _("Status"),
    }
    if kind == "county":
        return labels[kind], counties(atlas), str
    if kind == "vvg":
        return labels[kind], atlas.keys, atlas.city
    scheme = schemes[kind]
    return labels[kind], atlas.codes(scheme), lambda code: atlas.label(scheme, code)


@worked_out
def counties(_atlas: OpenDatabase) -> list[str]:
    """Counties in which a VVG works, in Lithuanian order."""
    return list(frame("counties")["county"])


def one(label: str, options: Sequence[str], key: str, name: Callable[[str], str] = str, **more: object) -> str:
    """One of a few: a row of buttons whose first option is the default."""
    bound = address.one_of(key, options, options[0])
    return st.segmented_control(label, options, format_func=name, required=True, **bound, **more) or options[0]


def pick(label: str, options: Sequence[str], key: str, name: Callable[[str], str] = str, **more: object) -> str:
    """One of many: a list that can be searched; its first option is the default."""
    bound = address.one_of(key, options, options[0])
    return st.selectbox(label, options, format_func=name, **bound, **more)
