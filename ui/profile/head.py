"""The top of a profile: who, where, which strategy, and how much of it is known."""

from functools import partial

import pandas as pd
import streamlit as st

from database.choice import Choice
from ui import answer, citing, kept
from ui.charts.profile import place_map
from ui.navigation import link
from ui.session import OpenDatabase, frame
from ui.texts import _, ngettext, number, plain, years

Row = dict[str, object]


@kept.worked_out
def strategies_of(_atlas: OpenDatabase, vvg: str) -> dict[str, Row]:
    """The strategies of a VVG by their EU period."""
    known = frame("strategies", Choice(vvgs=(vvg,)))
    return {str(row["eu_period"]): row for row in known.to_dict("records")}


def introduction(atlas: OpenDatabase, vvg: Row, strategy: Row) -> None:
    """Name, place, strategy and the small map."""
    words, where = st.columns([3, 1], gap="medium")
    with words:
        st.title(plain(vvg["name"]), anchor=False)
        place = [vvg["city"], vvg["municipality"], vvg["county"]]
        if vvg["place"] is not None and vvg["place"] != vvg["city"]:
            place.insert(0, vvg["place"])
        line = plain(" · ".join(dict.fromkeys(str(part) for part in place)))
        if isinstance(vvg["website"], str):
            line += f" · [{plain(vvg['website'].split('//')[-1].rstrip('/'))}]({answer.deep_link(vvg['website'])})"
        else:
            line += f" · {_('no web site of its own is known')}"
        st.markdown(line)
        title = strategy["title"]
        st.markdown(
            f"**„{plain(title)}“**" if isinstance(title, str) else f"*{_('The title of the strategy is not known.')}*"
        )
        st.markdown(plain(state_of(atlas, strategy)))
        st.markdown(plain(known_of(atlas, frame("gaps", chosen(strategy)))))
        with st.container(horizontal=True, vertical_alignment="center", key="take_profile"):
            link("gaps", _("What is missing, and a letter that asks for it"), {"vvg": str(vvg["vvg"])})
            shown = view(atlas, strategy)
            link(
                "vvg", _("Print"), {**shown.choices, "print": "1"}, help=_("Two pages for a meeting, then the sources")
            )
            citing.around(atlas, "profile", shown)
    with where:
        about = _("{place} on the map of Lithuania; its municipality is filled.", place=vvg["city"])
        figure = partial(place_map, frame("boundaries"), str(vvg["municipality"]), vvg["longitude"], vvg["latitude"])
        answer.chart(figure, "place", about)


def view(atlas: OpenDatabase, strategy: Row) -> citing.View:
    """What is cited or reported of a profile: the VVG and its strategy, both in the address."""
    title = f"{strategy['vvg_name']}, {atlas.label('periods', strategy['eu_period'])}"
    return citing.View(title, {"vvg": str(strategy["vvg"]), "period": str(strategy["eu_period"])})


def chosen(strategy: Row) -> Choice:
    """The choice that means one strategy."""
    return Choice(vvgs=(str(strategy["vvg"]),), periods=(str(strategy["eu_period"]),))


def state_of(atlas: OpenDatabase, strategy: Row) -> str:
    """Own years, EU period, status and residents of a strategy, in one line."""
    parts = [
        _("Own years: {years}", years=years(strategy["first_year"], strategy["last_year"])),
        _("EU period: {period}", period=atlas.label("periods", strategy["eu_period"])),
        _("status: {status}", status=atlas.label("statuses", strategy["status"]).lower()),
    ]
    if answer.is_missing(strategy["residents"]):
        parts.append(_("residents of its territory not known"))
    else:
        parts.append(
            f"{ngettext('{n} resident', '{n} residents', int(strategy['residents']))} ({divisor(atlas, strategy)})"
        )
    return " · ".join(parts)


def divisor(atlas: OpenDatabase, strategy: Row) -> str:
    """Whose residents a figure is divided by, and of which year."""
    kind = atlas.label("territory_kinds", strategy["residents_kind"]).lower()
    year = strategy["residents_year"]
    return kind if answer.is_missing(year) else f"{kind}, {int(year)}"


@kept.worked_out
def known_of(_atlas: OpenDatabase, gaps: pd.DataFrame) -> str:
    """How much of a strategy is known, in one sentence; what cannot be known yet is not counted."""
    asked = gaps[gaps["state"] != "does_not_apply"]
    known = int((asked["state"] == "known").sum())
    return _(
        "Of {asked} things that the atlas asks about a strategy, {known} are known of this one.",
        asked=number(len(asked)),
        known=number(known),
    )
