"""Where a strategy applies, and what the municipality was like when the first strategies were made."""

import streamlit as st

from ui import answer
from ui.answer import Column, is_missing
from ui.profile.citations import Citations, bullets
from ui.profile.head import Row, divisor
from ui.session import OpenDatabase, frame
from ui.texts import _, day, exact, ngettext, number, percent, plain

UNITS = {"%": percent}


def section(atlas: OpenDatabase, strategy: Row) -> None:
    """The territory in the words of the sources, its residents, and the context of the municipality."""
    cites = Citations(atlas)
    st.subheader(_("Territory of the strategy"), anchor=False)
    facts = frame("facts_of_strategy", "territories", str(strategy["vvg"]))
    lines = [
        _territory(atlas, row, cites) for row in facts[facts["strategy"] == strategy["strategy"]].to_dict("records")
    ]
    if lines:
        bullets(lines)
    else:
        st.markdown(plain(_("The territory is not described in the sources.")))
    if not is_missing(strategy["residents"]):
        residents = ngettext("{n} resident", "{n} residents", int(str(strategy["residents"])))
        said = _(
            "Figures per resident divide by {residents} ({divisor}).",
            residents=residents,
            divisor=divisor(atlas, strategy),
        )
        st.markdown(f"{plain(said)}{cites.mark(strategy['residents_source'])}")
    _context(atlas, strategy, cites)
    cites.listing()


def _territory(atlas: OpenDatabase, row: Row, cites: Citations) -> str:
    about = [] if is_missing(row["kind"]) else [atlas.label("territory_kinds", row["kind"]).lower()]
    if not is_missing(row["residents"]):
        when = "" if is_missing(row["as_of"]) else f" ({day(str(row['as_of']))})"
        about.append(ngettext("{n} resident", "{n} residents", int(row["residents"])) + when)
    if not is_missing(row["area_ha"]):
        about.append(f"{exact(row['area_ha'])} ha")
    if not is_missing(row["linked_area_ha"]):
        about.append(_("linked territory {area} ha", area=exact(row["linked_area_ha"])))
    if not is_missing(row["note"]):
        about.append(str(row["note"]))
    told = f" ({plain('; '.join(about))})" if about else ""
    return f"{plain(row['description'])}{told}{cites.mark(row['source'], row['as_written'])}"


def _context(atlas: OpenDatabase, strategy: Row, cites: Citations) -> None:
    """The figures of the municipality beside the middle of all municipalities."""
    rows = frame("context_of_municipality", str(strategy["municipality"]))
    if rows.empty:
        return
    years = sorted({int(year) for year in rows["year"]})
    title = _("{municipality} in {year}", municipality=strategy["municipality"], year=_years(years))
    answer.finding(title, _("Figures of the whole municipality, not of the strategy's territory."))
    shown = rows.copy()
    for column in ("value", "median"):
        shown[column] = [_written(value, unit) for value, unit in zip(rows[column], rows["unit"], strict=True)]
    of = _("Middle of {n} municipalities", n=number(int(rows["municipalities"].max())))
    columns = [
        Column("measure", _("Figure of the municipality"), "code", scheme="statistics"),
        Column("value", _("Municipality")),
        Column("median", of),
        Column("year", _("Year"), "year"),
    ]
    answer.small_table(atlas, shown, columns, title)
    keys = " ".join(dict.fromkeys(rows["source"]))
    st.caption(f"{_('Source of the table')}: {cites.mark(keys)}")


def _years(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _written(value: object, unit: str) -> str:
    if unit == "%":
        return percent(float(str(value)), 1)
    return f"{number(float(str(value)), 1)} €" if unit == "EUR" else exact(round(float(str(value)), 1))
