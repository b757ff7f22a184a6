"""The parts of the indicators page: the choices, the table, the spread, money against plan, context."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from database import queries
from database.choice import Choice
from ui import address, answer, filters, kept, proofs
from ui import indicator_words as words
from ui.answer import Column
from ui.charts import indicators as charts
from ui.charts.base import safe, wrapped
from ui.session import OpenDatabase, frame
from ui.texts import _, exact

CONTEXT = "context"

MOST_LISTED = 200
"""Rows of a list that is not ranked; more are counted, and the files hold them all."""

MOST_CARDS = 300
"""Dots of a chart that carry all that is known of them."""


def chosen(atlas: OpenDatabase) -> tuple[Choice, str, str, tuple[str, ...]]:
    """Asks for a period, a concept, a scope of it (the whole strategy first) and the VVGs to mark.

    Only what is known is offered, with its number of indicators; comparable concepts come first.
    """
    left, right = st.columns([0.79, 0.21], vertical_alignment="bottom")
    with right:
        choice = filters.strategies(atlas, "period")
    choices = frame("indicator_choices", choice)
    answer.stop_if_empty(choices, "indicators")
    count, scopes_of = _offered(atlas, choices)
    with left, st.container(horizontal=True, vertical_alignment="bottom", key="indicator_choice"):
        concept = filters.pick(
            _("What is counted"),
            list(count),
            "concept",
            lambda code: f"{atlas.label('concepts', code)} ({exact(count[code])})",
            width=340,
        )
        scopes = scopes_of[concept]
        scope = filters.pick(
            _("Of what"),
            sorted(scopes, key=lambda code: (code != "strategy", -scopes[code], code)),
            "scope",
            lambda code: f"{words.scope_name(atlas, code)} ({exact(scopes[code])})",
            width=230,
        )
        vvgs = atlas.keys
        marked = st.multiselect(
            _("Mark a VVG"),
            vvgs,
            format_func=atlas.city,
            placeholder=_("None"),
            width=250,
            **address.some_of("vvg", vvgs),
        )
    return choice, concept, scope, tuple(marked)


@kept.worked_out
def _offered(atlas: OpenDatabase, choices: pd.DataFrame) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """The number of indicators of each concept, in the order in which they are offered, and of each scope of it.

    In: the question indicator_choices. Context is no indicator.
    """
    known = choices[(choices["scope"] != CONTEXT) & ~choices["concept"].str.startswith(f"{CONTEXT}_")]
    scopes: dict[str, dict[str, int]] = {}
    for row in known.to_dict("records"):
        scopes.setdefault(row["concept"], {})[row["scope"]] = int(row["indicators"])
    return {concept: sum(scopes[concept].values()) for concept in _by_use(atlas, known)}, scopes


def _by_use(atlas: OpenDatabase, known: pd.DataFrame) -> list[str]:
    """The concepts: those that are comparable between strategies first, of these the ones with most pairs."""
    whole = known[known["scope"] == "strategy"].set_index("concept")
    count = known.groupby("concept")["indicators"].sum()

    def rank(concept: str) -> tuple[object, ...]:
        if concept not in whole.index:
            return True, 0, 0, -count[concept], concept
        row = whole.loc[concept]
        ranked = words.is_comparable(atlas, concept, "strategy")
        return not ranked, -row["pairs"], -row["strategies"], -count[concept], concept

    return sorted(count.index, key=rank)


def pairs(
    atlas: OpenDatabase, choice: Choice, concept: str, scope: str, ranked: bool
) -> tuple[pd.DataFrame, dict[str, int]]:
    """The indicators that the page shows, and how many are known: all where they are ranked, else the first."""
    known = _counted(atlas, choice, concept, scope)
    if ranked:
        return frame("indicators", choice, concept, scope), known
    return frame("long_answers.first_indicators", choice, concept, scope, MOST_LISTED), known


@kept.worked_out
def _counted(_atlas: OpenDatabase, choice: Choice, concept: str, scope: str) -> dict[str, int]:
    [counted] = frame("long_answers.indicator_counts", choice, concept, scope).to_dict("records")
    return {name: int(count) for name, count in counted.items()}


def take_away(atlas: OpenDatabase, choice: Choice, concept: str, scope: str, shown: pd.DataFrame) -> None:
    """The files of all indicators of the concept and scope, and their sources."""
    answer.download_and_sources(
        atlas, shown, "indicators", sources=frame("long_answers.sources_of_indicators", choice, concept, scope),
        whole=partial(queries.indicators, atlas.connection, choice, concept, scope),
    )  # fmt: skip


def names(atlas: OpenDatabase, pairs: pd.DataFrame) -> list[str]:
    """The rows of the chart: whose it is, of which period where there are two, and the source's own name of it."""
    both = pairs["eu_period"].nunique() > 1
    return [
        f"{atlas.city(str(row['vvg']))}{' ' + str(row['eu_period']).replace('-', '–') if both else ''} · {row['name']}"
        for row in pairs.to_dict("records")
    ]


def hover(atlas: OpenDatabase, row: dict[str, object]) -> str:
    """What a pointer reads: whose it is, the source's name of it, both values with their years."""
    lines = [f"<b>{safe(atlas.strategy(row))}</b>", wrapped(str(row["name"]), 50)]
    if not answer.is_missing(row["subject_title"]):
        lines.append(wrapped(str(row["subject_title"]), 50))
    for state, label in (("planned", _("target")), ("achieved", _("actual"))):
        when = "" if answer.is_missing(row[f"{state}_year"]) else f" ({words.year(row, state)})"
        lines.append(f"{label}: {words.value(row, state)}{when}")
    return "<br>".join([*lines, f"{_('share achieved')}: {words.achieved(row)}"])


def draw(atlas: OpenDatabase, pairs: pd.DataFrame, concept: str, marked: tuple[str, ...], reads: str) -> None:
    """The dumbbells of some indicators, with how to read them."""
    top = answer.topmost(pairs)
    beyond = pairs.iloc[len(top) :]
    # A marked VVG is drawn wherever it stands.
    pairs = pd.concat([top, beyond[beyond["vvg"].isin(marked)]])
    rows = pairs.to_dict("records")
    figure = partial(
        charts.dumbbells,
        pairs,
        names(atlas, pairs),
        [{"planned": words.value(row, "planned"), "achieved": words.value(row, "achieved"),
          "percent": words.achieved(row)} for row in rows],
        [hover(atlas, row) for row in rows],
        [row["vvg"] in marked for row in rows],
        words.unit(atlas, concept),
    )  # fmt: skip
    answer.chart(figure, f"indicators_{concept}", reads)
    st.caption(_("○ target · ● actual · at the end of the row: the share achieved, in per cent"))


def table(atlas: OpenDatabase, pairs: pd.DataFrame, count: int) -> None:
    """One row = one indicator: as the source names it, both values, years, quotations and sources.

    In: the first of `count` indicators.
    """
    if count > len(pairs):
        st.caption(answer.first_of_many(len(pairs), count))
    rows = pairs.to_dict("records")
    titles = dict(frame("sources", answer.source_keys(pairs))[["source", "title"]].itertuples(index=False))
    shown = pairs.assign(
        where=[atlas.strategy(row) for row in rows],
        planned_written=[words.value(row, "planned") for row in rows],
        achieved_written=[words.value(row, "achieved") for row in rows],
        percent_written=[words.achieved(row) for row in rows],
        years_written=[
            f"{words.year(row, 'planned')} / {words.year(row, 'achieved')}"
            for row in rows
        ],
        planned_title=[None if answer.is_missing(key) else titles[key] for key in pairs["planned_source"]],
        achieved_title=[None if answer.is_missing(key) else titles[key] for key in pairs["achieved_source"]],
    )  # fmt: skip
    columns = [
        Column("where", _("VVG")),
        Column("name", _("Indicator, as in the source")),
        Column("planned_written", _("Target")),
        Column("achieved_written", _("Actual")),
        Column("percent_written", _("Achieved, %"), help=_("100 × actual ÷ target, never cut at 100")),
        Column("unit", _("Unit")),
        Column("kind", _("Kind"), "code", scheme="indicator_kinds"),
        Column("years_written", _("Years: target / actual")),
        Column("subject_title", _("Of what")),
        Column("planned_as_written", _("Target, quoted")),
        Column("achieved_as_written", _("Actual, quoted")),
        Column("planned_title", _("Source of the target")),
        Column("achieved_title", _("Source of the actual")),
    ]
    if pairs["subject_title"].isna().all():
        columns = [column for column in columns if column.name != "subject_title"]
    answer.table(atlas, shown, columns, "indicators", _("One indicator a row, with both values and both sources"))


def cards(atlas: OpenDatabase, choice: Choice, pairs: pd.DataFrame) -> None:
    """The quotation and the source behind each value, and what other sources say."""

    def made() -> list[answer.Proof]:
        first = pairs.head(answer.MOST_CARDS + 1)
        theirs = replace(choice, vvgs=tuple(sorted(set(first["vvg"])))) if len(first) < len(pairs) else choice
        return proofs.indicators(atlas, theirs, first)

    answer.source_cards(atlas, made, "indicators")


def spread(atlas: OpenDatabase, pairs: pd.DataFrame, of: int, concept: str, marked: tuple[str, ...]) -> None:
    """Where the marked VVGs stand among all known values, and the medians where the basis allows."""
    groups, medians, said = {}, {}, []
    for state, label in (("planned", _("Targets")), ("achieved", _("Actuals"))):
        known = pairs[pairs[state].notna()]
        if known.empty:
            continue
        # Of thousands of dots each says whose it is; the table says the rest.
        card = hover if len(known) <= MOST_CARDS else lambda atlas, row: safe(atlas.strategy(row))
        groups[label] = [
            (float(row[state]), card(atlas, row), row["vvg"] in marked) for row in known.to_dict("records")
        ]
        told = words.is_enough(len(known), of)
        medians[label] = float(known[state].astype(float).median()) if told else None
        said.append(f"{label}: {words.spread(known[state], of, partial(words.middle, list(known[state])))}")
    answer.finding(_("All known values"), " · ".join(said))
    figure = partial(charts.spread, groups, medians, words.unit(atlas, concept))
    answer.chart(figure, "indicator_spread", _("Every known value as a dot: {said}", said="; ".join(said)))


def context(atlas: OpenDatabase, choice: Choice) -> None:
    """Figures of the place that strategies quote: they are not achievements and stand apart."""
    known = frame("long_answers.context_indicators", choice)
    if known.empty:
        return
    answer.finding(
        _("What the place is like"),
        _("Context figures quoted by strategies: they say nothing of how a strategy was carried out."),
    )
    rows = known.to_dict("records")
    for row in rows:
        row["where"] = atlas.strategy(row)
        state = "planned" if answer.is_missing(row["achieved"]) else "achieved"
        row["value"], row["year"] = words.value(row, state), words.year(row, state)
        row["quoted"] = row[f"{state}_as_written"]
    columns = [
        Column("where", _("VVG")),
        Column("name", _("Indicator, as in the source")),
        Column("value", _("Value")),
        Column("unit", _("Unit")),
        Column("year", _("Year")),
        Column("quoted", _("Quoted")),
    ]
    answer.table(atlas, pd.DataFrame(rows), columns, "context", _("Context figures that strategies quote"))
