"""What is not known, in words: counts by reason and field, the matrix, the letter."""

from functools import partial

import pandas as pd
import streamlit as st

from database.choice import Choice
from ui import answer, citing, filters, kept
from ui.answer import Column
from ui.charts import gaps as charts
from ui.folds import fold
from ui.letter import letter
from ui.parts import part
from ui.session import OpenDatabase, frame, open_atlas
from ui.texts import _, day, ngettext, number, percent, plain

MOST_ROWS = 120
"""Strategies that the matrix shows: a mark needs little room, and a choice of county or VVG shows any other."""


def finding(_atlas: OpenDatabase, gaps: pd.DataFrame) -> None:
    """How much is missing of what could be known."""
    missing = int((gaps["state"] != "known").sum())
    possible = gaps[gaps["state"] != "does_not_apply"]
    known = int((possible["state"] == "known").sum())
    strategies = gaps["strategy"].nunique()
    title = _("{share} of what could be known is known", share=percent(100 * known / max(1, len(possible))))
    answer.finding(
        title,
        _(
            "{known} of {possible} facts; {strategies}, {fields}. Without a figure: {missing}, each with its reason.",
            known=number(known),
            possible=number(len(possible)),
            strategies=ngettext("{n} strategy", "{n} strategies", strategies),
            fields=ngettext("{n} field", "{n} fields", gaps["field"].nunique()),
            missing=number(missing),
        ),
    )


def reasons(atlas: OpenDatabase, gaps: pd.DataFrame) -> None:
    """How many fields are missing for each reason, and what the reason means."""
    counts = gaps["state"].value_counts()
    rows = [
        {
            "reason": atlas.label("missing_reasons", code),
            "meaning": atlas.meaning("missing_reasons", code),
            "n": int(counts.get(code, 0)),
        }
        for code in atlas.codes("missing_reasons")
        if code != "reported_zero"
    ]
    columns = [
        Column("reason", _("Reason")),
        Column("n", _("Missing"), "number"),
        Column("meaning", _("What it means")),
    ]
    answer.small_table(atlas, pd.DataFrame(rows), columns, _("Missing fields by reason"))


@part
def viewed(gaps: pd.DataFrame) -> None:
    """The fields in the view that the reader chooses: strategy by strategy or field by field."""
    with st.container(key="only_wide_views"):
        names = {"matrix": _("Every strategy"), "list": _("By field")}
        view = filters.one(_("View"), list(names), "view", names.get)
    kept.part(matrix if view == "matrix" else by_field, open_atlas(), gaps)


def matrix(atlas: OpenDatabase, gaps: pd.DataFrame) -> None:
    """A row a strategy, a column a field."""
    shown = gaps.copy()
    periods = {code: short_period(code) for code in atlas.codes("periods")}
    pairs = zip(gaps["vvg"], gaps["eu_period"], strict=True)
    shown["row"] = [f"{atlas.city(vvg)} {periods[eu_period]}" for vvg, eu_period in pairs]
    fields = {code: atlas.label("fields", code) for code in atlas.codes("fields")}
    states = {"known": _("Known")} | {c: atlas.label("missing_reasons", c) for c in atlas.codes("missing_reasons")}
    every = list(dict.fromkeys(shown["row"]))
    rows = every[:MOST_ROWS]
    shown = shown[shown["row"].isin(rows)]
    here = [state for state in states if (shown["state"] == state).any()]
    alt = _("A mark for every strategy and field; the table below says the same in words.")
    with st.container(key="only_wide_gaps"):
        if len(every) > len(rows):
            st.caption(answer.few_of_many(len(rows), len(every)))
        st.caption(plain("   ".join(f"{charts.SIGNS[state]} {states[state].lower()}" for state in here)))
        answer.chart(partial(charts.matrix, shown, rows, fields, states), "gaps", alt)
    # On a phone the names of nineteen columns cannot be read.
    with st.container(key="only_narrow_gaps"):
        by_field(atlas, gaps)


def short_period(eu_period: str) -> str:
    """2014-2020 as 14–20.

    >>> short_period("2014-2020")
    '14–20'
    """
    return "–".join(year[2:] for year in eu_period.split("-"))


def reading(atlas: OpenDatabase, gaps: pd.DataFrame) -> None:
    """The matrix read aloud: what is known most often and what least often."""
    counted = known_by_field(gaps)
    named = [
        f"{atlas.label('fields', row.field).lower()} ({number(row.known)} / {number(row.possible)})"
        for row in counted.itertuples()
    ]
    answer.reading(
        _(
            "Known most often: {most}. Known least often: {least}.",
            most=", ".join(named[:3]),
            least=", ".join(named[-3:]),
        )
    )


def known_by_field(gaps: pd.DataFrame) -> pd.DataFrame:
    """Of how many strategies each field is known, and of how many it could be; the most often known first."""
    possible = gaps[gaps["state"] != "does_not_apply"]
    counted = possible.assign(is_known=possible["state"] == "known").groupby("field")["is_known"].agg(["sum", "count"])
    counted = counted.rename(columns={"sum": "known", "count": "possible"}).reset_index()
    return counted.assign(share=counted["known"] / counted["possible"]).sort_values(
        ["share", "field"], ascending=[False, True], ignore_index=True
    )


def by_field(atlas: OpenDatabase, gaps: pd.DataFrame) -> None:
    """A line a field: of how many strategies it is known. Reads well on a phone."""
    shown = known_by_field(gaps)
    columns = [
        Column("field", _("Field"), "code", scheme="fields"),
        Column("known", _("Known"), "number"),
        Column("possible", _("Of strategies"), "number"),
    ]
    answer.small_table(atlas, shown, columns, _("Known fields by number of strategies"))


def table(atlas: OpenDatabase, gaps: pd.DataFrame) -> None:
    """Every missing field with its reason, and the files."""
    missing = _missing(atlas, gaps)
    columns = [
        Column("city", _("City")),
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("field", _("Field"), "code", scheme="fields"),
        Column("state", _("Reason"), "code", scheme="missing_reasons"),
    ]
    if missing.empty:
        st.markdown(plain(_("Nothing is missing here.")))
        citing.buttons(atlas, "gaps")
        return
    answer.table(atlas, missing, columns, "gaps", _("Missing fields with their reason"), height=360)
    answer.download_and_sources(atlas, missing, "gaps")


@kept.worked_out
def _missing(_atlas: OpenDatabase, gaps: pd.DataFrame) -> pd.DataFrame:
    """The fields without a figure."""
    return gaps[gaps["state"] != "known"]


def ready_letter(atlas: OpenDatabase, gaps: pd.DataFrame) -> None:
    """The letter for one VVG of the choice, to copy or to take away."""
    st.subheader(_("A letter that asks for what is missing"), anchor=False)
    st.caption(
        _(
            "In Lithuanian, because it is for Lithuanian offices. Add your name and send it yourself: the "
            "atlas sends nothing."
        )
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="letter_choice"):
        vvg = filters.pick(_("About which VVG"), list(dict.fromkeys(gaps["vvg"])), "about", atlas.city, width=300)
        names = {"vvg": _("The VVG"), "ministry": _("The ministry")}
        whom = filters.one(_("Whom to ask"), list(names), "ask", names.get)
    name = str(atlas.profiles[vvg]["name"])
    text = _text_of_letter(atlas, whom, vvg, name, gaps)
    if text is None:
        st.markdown(plain(_("Nothing is missing here.")))
        return
    st.code(text, language=None, wrap_lines=True)
    st.download_button(
        _("Take the letter away"),
        text,
        f"laiskas-{vvg}.txt",
        "text/plain; charset=utf-8",
        key="take_letter",
        on_click="ignore",
    )


@kept.worked_out
def _text_of_letter(atlas: OpenDatabase, whom: str, vvg: str, name: str, gaps: pd.DataFrame) -> str | None:
    mine = gaps[gaps["vvg"] == vvg]
    chosen = Choice(vvgs=(vvg,), periods=tuple(dict.fromkeys(mine["eu_period"])))
    return letter(atlas, whom, name, frame("strategies", chosen), mine)


def coverage_of_funded(atlas: OpenDatabase) -> None:
    """Of the strategies that the ministry counts as funded: known with a sum, by name only, not at all."""
    rows = frame("funded_coverage")
    if rows.empty:
        return
    title = _("Of the funded strategies")
    answer.finding(
        title,
        _("The number of funded strategies is the ministry's; which ones they are is not always published."),
    )
    columns = [
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("funded", _("Funded, as the ministry counts"), "number"),
        Column("counted_on", _("Counted on")),
        Column("with_amount", _("Known with a sum"), "number"),
        Column("recorded", _("Known without a sum"), "number"),
        Column("name_only", _("Known by name only"), "number"),
        Column("unknown", _("Not known which"), "number"),
    ]
    answer.small_table(atlas, _counted_on(atlas, rows), columns, title)
    fold(_("Every strategy, and how far it is known"), "every_strategy", partial(_every_strategy, atlas))
    answer.download_and_sources(atlas, rows, "funded-coverage")


def _every_strategy(atlas: OpenDatabase) -> None:
    columns = [
        Column("city", _("City")),
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("knowledge", _("How far known")),
        Column("status", _("Status"), "code", scheme="statuses"),
    ]
    named = _named(atlas, frame("known_strategies"))
    answer.table(atlas, named, columns, "known", _("Every strategy, and how far it is known"), height=360)


@kept.worked_out
def _counted_on(_atlas: OpenDatabase, rows: pd.DataFrame) -> pd.DataFrame:
    """The counts of the ministry with their dates in words."""
    return rows.assign(counted_on=[day(as_of) if isinstance(as_of, str) else day(None) for as_of in rows["as_of"]])


@kept.worked_out
def _named(_atlas: OpenDatabase, known: pd.DataFrame) -> pd.DataFrame:
    """The strategies, and in words how far each is known."""
    words = {
        "with_amount": _("Known with a sum"),
        "recorded": _("Known without a sum"),
        "name_only": _("Known by name only"),
    }
    return known.assign(knowledge=[words[code] for code in known["knowledge"]])
