"""The one row of choices above the map, and the lines about borders and shading under it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from database.choice import Choice
from ui import address, filters
from ui.answer import source_line
from ui.maps import background
from ui.maps.measures import MEASURES, PER, Measure
from ui.session import OpenDatabase, frame
from ui.texts import N_, _

BORDERS = N_("Borders: KGeography 22.12.3, GPL-2.0-or-later; generalised, for orientation only.")
FORMS = {"bubbles": N_("Bubbles"), "colours": N_("Colours")}


@dataclass(frozen=True)
class Asked:
    """What the reader wants to see on the map."""

    period: str
    measure: Measure
    per: str
    form: str
    county: str | None
    shade: str | None

    @property
    def choice(self) -> Choice:
        """The strategies that are meant."""
        return Choice(periods=(self.period,), counties=(self.county,) if self.county else ())


def ask(atlas: OpenDatabase) -> Asked:
    """Asks for period, measure, divisor, form, county and shading; all of it is kept in the address."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        period = filters.one(_("EU period"), atlas.codes("periods"), "period", _period(atlas))
        code = filters.pick(
            _("What is shown"), list(MEASURES), "measure", lambda code: _(MEASURES[code].label), width=240
        )
        measure = MEASURES[code]
        per = filters.pick(_("Counted"), list(measure.per), "per", lambda code: _(PER[code]), width=140)
        form = filters.one(_("Form"), list(FORMS), "form", lambda code: _(FORMS[code]))
        county = _maybe(_("County"), filters.counties(atlas), "county", str, _("All Lithuania"))
        shade = _maybe(
            _("Background"), background.MEASURES, "background", lambda code: atlas.label("statistics", code),
            _("No background"),
            disabled=form != "bubbles", help=_("Figures of the municipalities in 2016, behind the bubbles."),
        )  # fmt: skip
    return Asked(period, measure, per, form, county, shade)


def _maybe(
    label: str, options: Sequence[str], key: str, name: Callable[[str], str], nothing: str, **more: object
) -> str | None:
    """One of many or none; `nothing` says what none means."""
    bound = address.one_of(key, options, None)
    return st.selectbox(label, options, index=None, format_func=name, placeholder=nothing, width=140, **bound, **more)


def _period(atlas: OpenDatabase) -> Callable[[str], str]:
    return lambda code: atlas.label("periods", code)


def background_note(atlas: OpenDatabase, asked: Asked) -> None:
    """Whose borders and shading the map shows, under it."""
    note = _("A municipality has the colour of its town's VVG; plain ones have no city VVG.")
    st.caption(f"{_(BORDERS)} {note}" if asked.form == "colours" else _(BORDERS))
    if asked.shade and asked.form == "bubbles":
        meaning = atlas.meaning("statistics", asked.shade)
        with st.popover(_("Background: what it is and its source")):
            st.caption(meaning or "")
            for source in frame("sources", background.sources(asked.shade)).to_dict("records"):
                source_line(atlas, source)
