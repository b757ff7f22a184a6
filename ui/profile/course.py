"""The course of a VVG and its strategy: timeline, decisions, editions, documents, programmes."""

from functools import partial

import pandas as pd
import streamlit as st

from ui import answer
from ui.answer import is_missing
from ui.charts.profile import timeline
from ui.editions import changes
from ui.profile.citations import Citations, bullets
from ui.profile.head import Row
from ui.session import OpenDatabase, frame
from ui.texts import _, day, ngettext, number, plain

MOST_EVENTS = 300
"""Events on the line of time; of so many projects as no real VVG has only the first are drawn."""


def section(atlas: OpenDatabase, strategy: Row) -> None:
    """The chart and the list of all events, then the small tables of the strategy."""
    cites = Citations(atlas)
    _events(atlas, strategy, cites)
    of_strategy = str(strategy["strategy"])
    _listed(_("Decisions"), _decisions(atlas, strategy, cites), _("No decision is known."))
    _listed(_("Editions, and what changed"), _editions(atlas, strategy, cites), _("No edition is known."))
    shown = {
        "documents": (_("Documents"), _document, _("No other document is known.")),
        "programmes": (_("Programmes"), _programme, _("The programme is not in the source.")),
    }
    for table, (title, words, otherwise) in shown.items():
        rows = _facts(table, strategy, of_strategy)
        _listed(title, [words(row) + cites.mark(row["source"], row["as_written"]) for row in rows], otherwise)
    cites.listing()


def _events(atlas: OpenDatabase, strategy: Row, cites: Citations) -> None:
    happened = frame("timeline", str(strategy["vvg"]))
    happened = happened[happened["strategy"].isna() | (happened["strategy"] == strategy["strategy"])]
    if happened.empty:
        st.markdown(plain(_("No dated event is known.")))
        return
    names = {
        "approval": _("Decision"),
        "edition": _("Edition"),
        "event": _("Event"),
        "call": _("Call"),
        "project": _("Start of a project"),
    }
    first, last = happened["first_day"].min().year, happened["first_day"].max().year
    title = ngettext("{n} dated event, {span}", "{n} dated events, {span}", len(happened), span=_span(first, last))
    answer.finding(
        title,
        _("The band marks the own years of the strategy; hollow = the year is understood from the context."),
    )
    own = (
        None
        if is_missing(strategy["first_year"])
        else (int(str(strategy["first_year"])), int(str(strategy["last_year"])))
    )
    shown = happened.head(MOST_EVENTS)
    if len(shown) < len(happened):
        st.caption(
            _("The first {shown} of {all} events are shown.", shown=number(len(shown)), all=number(len(happened)))
        )
    answer.chart(
        partial(timeline, shown, names, own),
        "timeline",
        _("{title}; the list below says the same in words.", title=title),
    )
    with st.expander(_("All events in words"), expanded=len(happened) <= 12):
        bullets([_event(row, names, cites) for row in shown.to_dict("records")])


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _event(row: Row, names: dict[str, str], cites: Citations) -> str:
    inferred = f" ({_('year understood from the context')})" if row["is_inferred"] else ""
    what = names[str(row["kind"])].lower() + ": " if row["kind"] != "event" else ""
    proofs = cites.mark(row["source"], row["as_written"])
    return f"**{plain(day(str(row['date'])))}** – {plain(what + str(row['what']) + inferred)}{proofs}"


def _decisions(atlas: OpenDatabase, strategy: Row, cites: Citations) -> list[str]:
    lines = []
    for row in _facts("approvals", strategy, str(strategy["strategy"])):
        order = "" if is_missing(row["order_number"]) else f" Nr. {row['order_number']}"
        said = f"{row['authority']}{order}"
        note = "" if is_missing(row["note"]) else f" – {row['note']}"
        date = day(None if is_missing(row["date"]) else str(row["date"]))
        lines.append(f"**{plain(date)}** – {plain(said + note)}{cites.mark(row['source'], row['as_written'])}")
    for row in _facts("strategy_statuses", strategy, str(strategy["strategy"])):
        order = "" if is_missing(row["order_number"]) else f" Nr. {row['order_number']}"
        date = day(None if is_missing(row["date"]) else str(row["date"]))
        said = _("national source: {status}", status=atlas.label("statuses", row["status"]).lower()) + order
        lines.append(f"**{plain(date)}** – {plain(said)}{cites.mark(row['source'], row['as_written'])}")
    return lines


def _editions(atlas: OpenDatabase, strategy: Row, cites: Citations) -> list[str]:
    key = str(strategy["strategy"])
    changed = changes(atlas, str(strategy["vvg"]), key)
    lines = []
    for row in _facts("editions", strategy, key):
        date = day(str(row["year"] if is_missing(row["date"]) else row["date"]))
        found = changed.get(str(row["edition"]), [])
        said = "" if is_missing(row["note"]) else str(row["note"])
        if not said and not found:
            said = _("what changed is not in the source")
        lines.append(f"**{plain(date)}** – {plain(said)}{cites.mark(row['source'], row['as_written'])}")
        lines += [f"    {words}{cites.mark(sources)}" for words, sources in found]
    return lines


def _document(row: Row) -> str:
    year = "" if is_missing(row["year"]) else f", {day(str(int(row['year'])))}"
    note = "" if is_missing(row["note"]) else f" ({row['note']})"
    return plain(f"{row['title']}{year}{note}")


def _programme(row: Row) -> str:
    code = "" if is_missing(row["code"]) else f"{row['code']} "
    return plain(f"{code}{row['title']}")


def _facts(table: str, strategy: Row, key: str) -> list[Row]:
    facts: pd.DataFrame = frame("facts_of_strategy", table, str(strategy["vvg"]))
    return facts[facts["strategy"] == key].to_dict("records")


def _listed(title: str, lines: list[str], otherwise: str) -> None:
    st.subheader(title, anchor=False)
    if lines:
        bullets(lines)
    else:
        st.markdown(plain(otherwise))
