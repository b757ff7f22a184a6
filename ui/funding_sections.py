"""The parts of the page of money below its first answer: each is one way of looking closer."""

from functools import partial

import pandas as pd
import streamlit as st

from database.choice import Choice
from database.queries import ENOUGH_VALUES
from ui import answer, filters, funding_parts, funding_words, kept
from ui.answer import Column
from ui.charts import funding as drawn
from ui.editions import changes
from ui.funding_rows import asked_with_links, looks
from ui.parts import part
from ui.session import OpenDatabase, frame, open_atlas
from ui.texts import _, language, ngettext

MOST_LISTED = 200
"""Sums of one strategy in a table; more are counted, and the files hold them all."""


def names() -> dict[str, str]:
    """The ways of looking closer, in the order of the switch."""
    return {
        "table": _("Table"),
        "shares": _("How evenly"),
        "stages": _("Stages of money"),
        "funds": _("Funds"),
        "items": _("Themes and measures"),
        "periods": _("Both periods"),
        "sums": _("Sums of one strategy"),
        "country": _("Whole country"),
    }


@part
def closer(choice: Choice, kind: str) -> None:
    """The switch between them, and the one that is chosen."""
    atlas = open_atlas()
    views = names()
    name = filters.one(_("Look closer"), list(views), "view", views.get, wrap=True)
    if name == "table":
        strategies(atlas, choice, kind)
    elif name == "shares":
        shares(atlas, choice, kind)
    elif name == "stages":
        funding_parts.stages(atlas, choice)
    elif name == "funds":
        funding_parts.funds(atlas, choice)
    elif name == "items":
        funding_parts.items(atlas, choice)
    elif name == "periods":
        funding_parts.periods(atlas, frame("funding", choice, *kind.split(".")))
    elif name == "sums":
        sums(atlas, choice)
    else:
        country(atlas, choice)


def strategies(atlas: OpenDatabase, choice: Choice, kind: str) -> None:
    """Every sum of the first answer with its divisors."""
    known = frame("funding", choice, *kind.split("."))
    columns = [
        Column("link", _("VVG"), "link"),
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("amount_eur", _("Amount"), "euros"),
        Column("marks", _("Mark")),
        Column("residents", _("Residents"), "number"),
        Column("residents_kind", _("Whose residents"), "code", scheme="territory_kinds"),
        Column("residents_year", _("Of the year"), "year"),
        Column("per_resident_eur", _("EUR per resident"), "rounded"),
        Column("participants_planned", _("Planned participants"), "number"),
        Column("per_participant_eur", _("EUR per planned participant"), "rounded"),
        Column("projects_planned", _("Planned projects"), "number"),
        Column("per_project_eur", _("EUR per planned project"), "rounded"),
        Column("proof", _("Source"), "proof"),
    ]
    listed = asked_with_links(atlas, "funding", choice, *kind.split("."))
    answer.table(atlas, listed, columns, "funding", _("Table of the sums shown above"))
    st.caption(
        _(
            "Residents: of the strategy's own territory, else of the town, else of the eldership (which may include"
            " villages), else of the municipality; of the year nearest to the strategy's first. Planned"
            " participants and projects: as the strategy says."
        )
    )
    answer.download_and_sources(atlas, known, "finansavimas")


def shares(atlas: OpenDatabase, choice: Choice, kind: str) -> None:
    """How evenly the known money of each period is shared."""
    kept.part(_shares, atlas, choice, kind)
    told = _enough(atlas, choice, kind)
    if not told.empty:
        answer.download_and_sources(atlas, told, "finansavimas-pasiskirstymas")


@kept.worked_out
def _enough(_atlas: OpenDatabase, choice: Choice, kind: str) -> pd.DataFrame:
    """The shares within the periods of which enough sums are known."""
    scope, stage = kind.split(".")
    rows, spread = frame("funding_shares", choice, scope, stage), frame("funding_spread", choice, scope, stage)
    return rows[rows["eu_period"].isin(spread[spread["counted"] >= ENOUGH_VALUES]["eu_period"])]


def _shares(atlas: OpenDatabase, choice: Choice, kind: str) -> None:
    scope, stage = kind.split(".")
    spread = frame("funding_spread", choice, scope, stage)
    few = [atlas.label("periods", period) for period in spread[spread["counted"] < ENOUGH_VALUES]["eu_period"]]
    told = _enough(atlas, choice, kind)
    if few:
        st.caption(_("Not drawn, for fewer than 5 exact sums are known: {periods}", periods=", ".join(few)))
    if told.empty:
        return
    said = funding_words.shares(atlas, told, spread)
    answer.finding(_("How evenly the known money is shared"), funding_words.kind_name(atlas, kind))
    colours, labels = looks(atlas)
    who = [atlas.strategy(row) for row in told.to_dict("records")]
    left, right = st.columns([3, 2], gap="large")
    with left:
        answer.chart(partial(drawn.shares, told, colours, labels, who), "lorenz", " ".join(said))
    with right:
        for sentence in said:
            answer.reading(sentence)
        st.caption(
            _(
                "The strategies stand from the smallest sum to the largest; the curve says what share of the known"
                " money the first of them have together. The closer to the dotted line, the more even."
                " It speaks of the known sums alone. Sums of different periods are not put together."
            )
        )


def sums(atlas: OpenDatabase, choice: Choice) -> None:
    """Every sum that sources state of one strategy: what a total is drilled down to."""
    labels = _with_sums(atlas, choice)
    if not labels:
        st.caption(_("No source states a sum for these strategies."))
        return
    chosen = filters.pick(_("Strategy"), list(labels), "strategy", lambda strategy: labels[strategy][0], width=360)
    name, vvg, period = labels[chosen]
    rows = frame("funding_details", Choice(vvgs=(vvg,), periods=(period,)))
    answer.finding(
        name,
        ngettext("{n} sum in the sources, each for itself", "{n} sums in the sources, each for itself",
                 len(rows)) + " · " + _("scopes, stages and roles are never added"),
    )  # fmt: skip
    mine = _first_sums(atlas, rows)
    if len(mine) < len(rows):
        st.caption(answer.first_of_many(len(mine), len(rows)))
    columns = [
        Column("scope_name", _("What it is for")),
        Column("subject", _("Title")),
        Column("stage", _("Stage"), "code", scheme="stages"),
        Column("role", _("Role"), "code", scheme="roles"),
        Column("amount_eur", _("Amount"), "euros"),
        Column("marks", _("Mark")),
        Column("funds", _("Funds"), "codes", scheme="funds"),
        Column("as_written", _("In the words of the source")),
        Column("note", _("Note")),
        Column("proof", _("Source"), "proof"),
    ]
    answer.table(atlas, mine, columns, "sums", _("Table of all sums of the strategy"))

    def cards() -> list[tuple[str, object, object]]:
        return [
            (f"{funding_words.marked(row['amount_eur'], row)} · {funding_words.scope_name(atlas, row['scope'])},"
             f" {atlas.label('stages', row['stage']).lower()}", row["as_written"], row["source"])
            for row in mine.to_dict("records")
        ]  # fmt: skip

    answer.source_cards(atlas, cards, "sums")
    if found := changes(atlas, vvg, str(chosen)):
        st.subheader(_("What changed between editions"), anchor=False)
        st.markdown("\n".join(f"- {words}" for listed in found.values() for words, _sources in listed))
    answer.download_and_sources(atlas, rows, "finansavimas-sumos")


@kept.worked_out
def _with_sums(atlas: OpenDatabase, choice: Choice) -> dict[str, tuple[str, str, str]]:
    """The strategies of which sums are known: the name, the VVG and the EU period of each."""
    known = frame("long_answers.strategies_with_sums", choice)
    return {row["strategy"]: (atlas.strategy(row), row["vvg"], row["eu_period"]) for row in known.to_dict("records")}


@kept.worked_out
def _first_sums(atlas: OpenDatabase, rows: pd.DataFrame) -> pd.DataFrame:
    """The first sums of a strategy with what their table needs."""
    mine = rows.head(MOST_LISTED)
    return mine.assign(
        scope_name=[funding_words.scope_name(atlas, scope) for scope in mine["scope"]],
        marks=funding_words.marks(mine.assign(is_disputed=False)),
        proof=answer.proof_links(mine),
        subject=mine["subject"].fillna(""),
        note=mine["note"].fillna(""),
    )


def country(atlas: OpenDatabase, choice: Choice) -> None:
    """National figures of money: context beside the sums, never mixed into them."""
    rows, listed = _national(atlas, choice.periods)
    answer.finding(
        _("What national sources say of the money"),
        _("Figures of the whole country, for context: no sum of this page is made from them"),
    )
    if rows.empty:
        return
    columns = [
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("what", _("What it is")),
        Column("written", _("Amount")),
        Column("as_of", _("As of"), "date"),
    ]
    answer.small_table(atlas, listed, columns, _("National figures of money"))

    def cards() -> list[tuple[str, object, object]]:
        return [
            (f"{row['written']} · {row['what']}", row["as_written"], row["source"]) for row in listed.to_dict("records")
        ]

    answer.source_cards(atlas, cards, "country")
    answer.download_and_sources(atlas, rows, "finansavimas-salis")


@kept.worked_out
def _national(_atlas: OpenDatabase, periods: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The national sums, of these EU periods or of all; the same with the words of their table, in its order."""
    rows = frame("national")
    rows = rows[(rows["topic"] == "money") & (rows["unit"] == "EUR")]
    if periods:
        rows = rows[rows["eu_period"].isin(periods)]
    written = [funding_words.marked(row["value"], row) for row in rows.to_dict("records")]
    listed = rows.assign(written=written, what=rows[language()], as_of=rows["as_of"].fillna(""))
    return rows, listed.sort_values(["eu_period", "value"], ascending=[True, False], kind="stable")
