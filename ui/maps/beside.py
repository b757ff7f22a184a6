"""What stands beside and below the map: the card of the chosen VVG, the ranked list, the table."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from database.choice import Choice
from ui import answer, kept, proofs
from ui.answer import Column
from ui.charts.base import with_source
from ui.citing import chart_foot
from ui.folds import fold
from ui.look import is_dark, look
from ui.maps import words
from ui.maps.controls import Asked
from ui.maps.drawing import choose_from
from ui.maps.measures import MEASURES, Measure, mapped, said, whole
from ui.maps.ranking import ranking
from ui.navigation import link
from ui.session import OpenDatabase, frame
from ui.texts import _, ngettext, plain

CARD = ("allocated", "paid", "participants_planned", "participants_achieved", "groups")

PROVED = {code: (code,) for code in (*proofs.MONEY, *proofs.PEOPLE)} | {
    code: measure.pair for code, measure in MEASURES.items() if measure.pair
}
"""The figures of a strategy that stand behind a measure of the map."""


def card(atlas: OpenDatabase, vvg: str | None, asked: Asked) -> None:
    """The chosen VVG in a few figures of the period, with their sources and the way to its profile."""
    if vvg is None:
        return
    with st.container(border=True, key="card", gap="xsmall"):
        name = str(atlas.profiles[vvg]["name"])
        st.markdown(f"**{plain(name)}**  \n{plain(atlas.label('periods', asked.period))}")
        choice = Choice(periods=(asked.period,), vvgs=(vvg,))
        figures, missing, sources = _figures(choice, atlas, asked)
        if not figures and not missing:
            st.markdown(plain(_("No strategy of this period is known.")))
        for label, value in figures:
            st.markdown(f"{plain(label)}: **{plain(value)}**")
        for reason, labels in missing.items():
            st.caption(f"{plain(atlas.label('missing_reasons', reason))}: {plain(', '.join(labels))}")
        with st.container(horizontal=True, vertical_alignment="center"):
            link("vvg", _("Open the profile"), {"vvg": vvg})
            if sources:
                with st.popover(ngettext("{n} source", "{n} sources", len(sources)), key="card_sources"):
                    for source in frame("sources", sources).to_dict("records"):
                        answer.source_line(atlas, source)


def _figures(
    choice: Choice, atlas: OpenDatabase, asked: Asked
) -> tuple[list[tuple[str, str]], dict[str, list[str]], tuple[str, ...]]:
    """Labels with figures, labels of what is missing by reason, and the sources behind the figures."""
    wanted = [(MEASURES[code], "total") for code in asked.measure.pair] or [(asked.measure, asked.per)]
    wanted += [(MEASURES[code], "total") for code in CARD if (MEASURES[code], "total") not in wanted]
    figures: list[tuple[str, str]] = []
    missing: dict[str, list[str]] = {}
    sources: dict[str, None] = {}
    for measure, per in wanted:
        for row in mapped(atlas, choice, measure, per).to_dict("records"):
            if isinstance(row["reason"], str):
                missing.setdefault(row["reason"], []).append(said(measure, per))
                continue
            sign = f"{row['mark']} " if row["mark"] else ""
            figures.append((said(measure, per), sign + whole(row["value"], measure, per)))
            sources |= dict.fromkeys(row["sources"].split())
    return figures, missing, tuple(sorted(sources))


@dataclass(frozen=True)
class Ranked:
    """What the ranked list shows: how many values are known, the first of them, the names without one by reason."""

    count: int
    top: pd.DataFrame
    missing: dict[str, str]


@kept.worked_out
def _ranked(_atlas: OpenDatabase, rows: pd.DataFrame) -> Ranked:
    known = rows[rows["reason"].isna()]
    reasons = rows["reason"].dropna().value_counts().index
    missing = {str(reason): words.missing_names(rows, reason) for reason in reasons}
    return Ranked(len(known), known.head(answer.MOST_DRAWN), missing)


def ranked(atlas: OpenDatabase, rows: pd.DataFrame, asked: Asked, chosen: str | None, sentence: str) -> None:
    """The known values as a list of bars that scrolls, and by name those without one; a click chooses.

    In: the sentence that reads them aloud.
    """
    told = _ranked(atlas, rows)
    # The style cuts the list (ui/document.py). Were it Streamlit that did, a list that grows would be another part of
    # the page, and its bars be drawn twice.
    with st.container(key="ranked_below_card" if chosen else "ranked"):
        if told.count:
            if told.count > len(told.top):
                st.caption(answer.few_of_many(len(told.top), told.count))
            drawn = _bars(atlas, told.top, asked, chosen)
            choose_from(drawn, "ranking", sentence, tuple(told.top["vvg"]))
        for reason, names in told.missing.items():
            st.caption(f"**{plain(atlas.label('missing_reasons', reason))}:** {plain(names)}")


@kept.worked_out
def _bars(atlas: OpenDatabase, top: pd.DataFrame, asked: Asked, chosen: str | None) -> go.Figure:
    values = words.value_words(top, asked.measure, asked.per)
    texts = words.hovers(atlas, top, asked.measure, asked.per)
    is_plan = asked.measure.code.endswith("_planned")
    drawn = ranking(top, values, texts, chosen, is_plan, look(is_dark()), asked.measure.is_pair)
    return with_source(drawn, chart_foot(atlas.version))


@kept.worked_out
def _listed(
    atlas: OpenDatabase, rows: pd.DataFrame, measure: Measure, per: str
) -> tuple[pd.DataFrame, tuple[Column, ...]]:
    """The rows with their place in the list and what has to be said of each, and the columns of their table."""
    may_rank = words.may_rank(int(rows["reason"].isna().sum()), len(rows))
    unit = measure.kind if per == "total" or measure.kind == "euros" else "rounded"
    columns = [
        *([Column("place_in_list", _("Place"), "number")] if may_rank and not measure.is_pair else []),
        Column("name", _("VVG")),
        Column("county", _("County")),
    ]
    if not measure.is_pair:
        columns.append(Column("value", said(measure, per), unit, reasons="reason"))
    if measure.is_pair or rows["planned"].notna().any():
        columns += [
            Column("planned", _("Planned"), "number", reasons="planned_reason"),
            Column("achieved", _("Achieved"), "number", reasons="achieved_reason"),
        ]
    columns.append(Column("word", _("Remark")))
    if rows["divisor"].notna().any():
        columns.append(Column("divisor", _("Divided by"), "number"))
    if rows["divisor_kind"].notna().any():
        columns.append(Column("divisor_kind", _("Whose"), "code", scheme="territory_kinds"))
    if rows["divisor_year"].notna().any():
        columns.append(Column("divisor_year", _("Year"), "year"))
    listed = rows.assign(
        place_in_list=rows["value"].rank(ascending=False, method="min"),
        word=[words.remark(atlas, row, measure) for row in rows.to_dict("records")],
    )
    return listed, tuple(columns)


def table(atlas: OpenDatabase, rows: pd.DataFrame, asked: Asked, sentence: str) -> None:
    """Everything on the map as a table, with its files and sources. In: the sentence that reads it aloud."""
    shown, columns = _listed(atlas, rows, asked.measure, asked.per)
    fold(_("The same as a table"), "map_table", partial(answer.table, atlas, shown, columns, "map", sentence))
    if figures := PROVED.get(asked.measure.code):
        divisor = ("residents",) if asked.per in ("resident", "thousand") else ()
        known = Choice(periods=(asked.period,), counties=(asked.county,) if asked.county else ())
        answer.source_cards(atlas, lambda: proofs.of_strategies(atlas, known, (*figures, *divisor)), "map")
    answer.download_and_sources(atlas, shown, f"map-{asked.measure.code}", columns)
