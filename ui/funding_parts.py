"""What a strategy's money is made of: stages, funds, single measures, two EU periods; nothing here is added."""

from functools import partial

import pandas as pd
import streamlit as st

from database.choice import Choice
from ui import answer, funding_words, kept
from ui.answer import Column
from ui.charts import funding_parts as drawn
from ui.charts.funding import hover
from ui.funding_rows import asked_with_links, hovers, looks, quoted, with_links
from ui.session import OpenDatabase, frame
from ui.texts import _, euros, exact, ngettext, percent

MOST_BARS = 40
"""So many single measures are drawn; the table has them all."""

UNKNOWN = "unknown"
"""Stands for the theme of a measure that no wording covers, and of an area that is no measure."""


def stages(atlas: OpenDatabase, choice: Choice) -> None:
    """What was planned, allocated, contracted and paid, side by side and never added."""
    kept.part(_stages, atlas, choice)
    rows = frame("funding_stages", choice)
    if not rows.empty:
        quoted(atlas, rows, "stages")
        answer.download_and_sources(atlas, rows, "finansavimas-etapai")


def _stages(atlas: OpenDatabase, choice: Choice) -> None:
    rows = frame("funding_stages", choice)
    answer.finding(
        _("From plan to payment"),
        ngettext(
            "{n} strategy with sums in more than one stage; stages are never added",
            "{n} strategies with sums in more than one stage; stages are never added",
            rows["strategy"].nunique(),
        ),
    )
    if rows.empty:
        return
    top = answer.topmost(rows, by="strategy")
    who = [atlas.strategy(row) for row in top.to_dict("records")]
    shown = [funding_words.marked(row["amount_eur"], row) for row in top.to_dict("records")]
    labels = {code: atlas.label("stages", code) for code in drawn.STAGES}
    figure = partial(drawn.stages, top, who, labels, hovers(atlas, top, shown))
    answer.chart(figure, "stages", _("Planned, allocated, contracted and paid sums by strategy"))
    answer.reading(funding_words.widest_step(atlas, rows))
    columns = [
        Column("link", _("VVG"), "link"),
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("scope", _("What it is for"), "code", scheme="scopes"),
        Column("stage", _("Stage"), "code", scheme="stages"),
        Column("amount_eur", _("Amount"), "euros"),
        Column("marks", _("Mark")),
        Column("proof", _("Source"), "proof"),
    ]
    listed = asked_with_links(atlas, "funding_stages", choice)
    answer.table(atlas, listed, columns, "stages", _("Table of the sums by stage"))


def funds(atlas: OpenDatabase, choice: Choice) -> None:
    """From which funds the money comes, where a source tells the parts."""
    kept.part(_funds, atlas, choice)
    quoted(atlas, parts_in_words(atlas, choice), "funds")
    answer.download_and_sources(atlas, frame("funding_by_fund", choice), "finansavimas-fondai")


def _funds(atlas: OpenDatabase, choice: Choice) -> None:
    rows = frame("funding_by_fund", choice)
    whole = rows[rows["adds_up"]]
    answer.finding(
        _("Which fund the money comes from"),
        ngettext(
            "{n} strategy whose parts add up to the whole is drawn; other parts are in the table",
            "{n} strategies whose parts add up to the whole are drawn; other parts are in the table",
            whole["strategy"].nunique(),
        ),
    )
    if not whole.empty:
        top = answer.topmost(whole, by="strategy")
        listed = top.to_dict("records")
        who = [atlas.strategy(row) for row in listed]
        labels = {code: atlas.label("funds", code) for code in drawn.FUNDS}
        cards = [
            hover(
                [
                    name,
                    f"{labels.get(row['fund'], row['fund'])}: {euros(row['amount_eur'])}",
                    percent(row["percent"], 1),
                ]
            )
            for name, row in zip(who, listed, strict=True)
        ]
        answer.chart(partial(drawn.funds, top, who, labels, cards), "funds", _("Shares of the funds by strategy"))
        answer.reading(funding_words.main_fund(atlas, whole))
    columns = [
        Column("link", _("VVG"), "link"),
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("fund", _("Fund"), "code", scheme="funds"),
        Column("stage", _("Stage"), "code", scheme="stages"),
        Column("role", _("Role"), "code", scheme="roles"),
        Column("amount_eur", _("Amount"), "euros"),
        Column("whole", _("Whole it adds up to")),
        Column("proof", _("Source"), "proof"),
    ]
    answer.table(atlas, parts_in_words(atlas, choice), columns, "funds", _("Table of the parts by fund"))


@kept.worked_out
def parts_in_words(atlas: OpenDatabase, choice: Choice) -> pd.DataFrame:
    """The parts of the strategies' money by fund, with what tables and cards say of them."""
    rows = frame("funding_by_fund", choice)
    told = rows[["fund", "stage", "whole_eur", "adds_up"]].to_dict("records")
    return with_links(atlas, rows).assign(
        whole=[euros(row["whole_eur"]) if row["adds_up"] else "" for row in told],
        what=[f"{atlas.label('funds', row['fund'])}, {atlas.label('stages', row['stage']).lower()}" for row in told],
    )


def items(atlas: OpenDatabase, choice: Choice) -> None:
    """The known money of single measures and of administration, by theme; never added up."""
    kept.part(_items, atlas, choice)
    rows = items_in_words(atlas, choice)
    if not rows.empty:
        quoted(atlas, rows, "items")
        answer.download_and_sources(atlas, _items_of_files(atlas, choice), "finansavimas-priemones")


def _items(atlas: OpenDatabase, choice: Choice) -> None:
    rows = items_in_words(atlas, choice)
    of = len(frame("strategies", choice))
    answer.finding(
        _("Money of single measures and of administration"),
        _("A bar is one sum that a source tells; bars are not added")
        + " · "
        + answer.coverage(rows["strategy"].nunique(), of),
    )
    if rows.empty:
        return
    labels = theme_names(atlas)
    colours = {code: atlas.colour("themes", code, "#A7B3BB") for code in labels}
    top = rows.head(MOST_BARS)
    if len(rows) > MOST_BARS:
        st.caption(ngettext("The {n} largest sum is drawn.", "The {n} largest sums are drawn.", MOST_BARS))
    drawn_rows = top.to_dict("records")
    shown = [funding_words.marked(row["amount_eur"], row) for row in drawn_rows]
    who = [f"{atlas.city(row['vvg'])} · {atlas.label('stages', row['stage']).lower()}" for row in drawn_rows]
    cards = [
        hover([atlas.strategy(row), row["what"], f"{amount} · {row['theme_name']}"])
        for row, amount in zip(drawn_rows, shown, strict=True)
    ]
    said = _(
        "Largest of them: {amount}, {what} ({who}).",
        amount=shown[0],
        what=drawn_rows[0]["what"],
        who=atlas.strategy(drawn_rows[0]),
    )
    answer.chart(partial(drawn.items, top, who, labels, colours, shown, cards), "items", said)
    answer.reading(said)
    columns = [
        Column("link", _("VVG"), "link"),
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("theme_name", _("Theme")),
        Column("what", _("What it is for")),
        Column("stage", _("Stage"), "code", scheme="stages"),
        Column("role", _("Role"), "code", scheme="roles"),
        Column("amount_eur", _("Amount"), "euros"),
        Column("proof", _("Source"), "proof"),
    ]
    answer.table(atlas, rows, columns, "items", _("Table of the sums of single measures"))


IN_WORDS = ("is_disputed", "what", "theme_name", "link", "marks", "proof")
"""Columns that the table and the cards need and the files do not."""


@kept.worked_out
def _items_of_files(atlas: OpenDatabase, choice: Choice) -> pd.DataFrame:
    return items_in_words(atlas, choice).drop(columns=list(IN_WORDS))


@kept.worked_out
def items_in_words(atlas: OpenDatabase, choice: Choice) -> pd.DataFrame:
    """The sums of single measures and of administration, largest first, with what tables and cards say of them."""
    rows = frame("funding_by_theme", choice).sort_values("amount_eur", ascending=False, kind="stable")
    labels = theme_names(atlas)
    rows = rows.assign(theme=rows["theme"].fillna(UNKNOWN), is_disputed=False)
    rows = rows.assign(
        what=[what_for(atlas, row) for row in rows[["subject", "note", "scope"]].to_dict("records")],
        theme_name=rows["theme"].map(labels),
    )
    return with_links(atlas, rows)


def theme_names(atlas: OpenDatabase) -> dict[str, str]:
    """The names of the themes and of a theme that is not known."""
    return {code: atlas.label("themes", code) for code in atlas.codes("themes")} | {UNKNOWN: _("theme not known")}


def what_for(atlas: OpenDatabase, row: dict[str, object]) -> str:
    """What a sum is for: its measure, else the note of the record, else its scope."""
    for told in (row["subject"], row["note"]):
        if isinstance(told, str):
            return told
    return funding_words.scope_name(atlas, str(row["scope"]))


def periods(atlas: OpenDatabase, known: pd.DataFrame) -> None:
    """Both EU periods of one VVG side by side."""
    both = _of_both_periods(atlas, known)
    kept.part(_periods, atlas, both)
    if not both.empty:
        quoted(atlas, both, "periods")
        answer.download_and_sources(atlas, both, "finansavimas-laikotarpiai")


@kept.worked_out
def _of_both_periods(_atlas: OpenDatabase, known: pd.DataFrame) -> pd.DataFrame:
    return known[known.groupby("vvg")["eu_period"].transform("nunique") > 1]


def _periods(atlas: OpenDatabase, both: pd.DataFrame) -> None:
    answer.finding(
        _("Two periods of the same VVG"),
        ngettext(
            "{n} VVG with a known sum in both periods",
            "{n} VVGs with a known sum in both periods",
            both["vvg"].nunique(),
        )
        + " · "
        + _("prices of their years, not adjusted for inflation"),
    )
    if both.empty:
        return
    top = answer.topmost(both, by="vvg")
    who = [atlas.city(vvg) for vvg in top["vvg"]]
    shown = [funding_words.marked(row["amount_eur"], row) for row in top.to_dict("records")]
    colours, labels = looks(atlas)
    figure = partial(drawn.periods, top, who, labels, colours, hovers(atlas, top, shown))
    answer.chart(figure, "periods", _("Sums of both EU periods by VVG"))
    for vvg, rows in top.groupby("vvg", sort=False):
        first, second = rows.sort_values("eu_period").to_dict("records")
        answer.reading(
            _(
                "{who}: {before} in {period_before}, {after} in {period_after} ({times} times).",
                who=atlas.city(str(vvg)),
                before=funding_words.marked(first["amount_eur"], first),
                period_before=atlas.label("periods", first["eu_period"]),
                after=funding_words.marked(second["amount_eur"], second),
                period_after=atlas.label("periods", second["eu_period"]),
                times=exact(round(float(second["amount_eur"]) / float(first["amount_eur"]), 2)),
            )
        )
