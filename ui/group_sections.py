"""The parts of the page of target groups: the matrix, the list, one group at a time, and what fits no group."""

from functools import partial

import pandas as pd
import streamlit as st

from database import queries
from database.choice import Choice
from ui import answer, filters, group_words, kept
from ui.answer import Column
from ui.charts import groups as drawn
from ui.charts.base import safe, wrapped
from ui.folds import fold
from ui.navigation import address
from ui.parts import part
from ui.session import OpenDatabase, frame, open_atlas
from ui.texts import _, euros, exact, ngettext, number, plain

MOST_OPEN = 200
"""A table of more rows is made and sent when it is opened."""

MOST_LISTED = 1000
"""Rows of a table; more are counted, and the files hold them all."""

MOST_NAMED = 12
"""So many groups that nobody names stand in one sentence; more are folded away under their number."""


Quoted = list[tuple[str, object, object]]
"""For each row its figure or place in words, the words of the source, and the key of the source."""


def nobody(atlas: OpenDatabase, counts: pd.DataFrame) -> None:
    """The groups that no strategy of the choice names."""
    names = group_words.nobody(atlas, counts)
    listed = plain("; ".join(names))
    if len(names) > MOST_NAMED:
        with st.expander(ngettext("Nobody names {n} group", "Nobody names {n} groups", len(names))):
            st.markdown(listed)
    elif names:
        st.markdown(f"**{plain(_('Nobody names:'))}** {listed}")


def views() -> dict[str, str]:
    """The ways of looking; a narrow screen shows the list in place of the matrix."""
    return {"matrix": _("Matrix"), "list": _("List by group")}


@part
def viewed(choice: Choice, counts: pd.DataFrame, alt: str) -> None:
    """Who names whom, in the way that the reader chooses."""
    names = views()
    with st.container(key="only_wide_views"):
        view = filters.one(_("View"), list(names), "view", names.get, label_visibility="collapsed")
    kept.part(picture, open_atlas(), choice, counts, view, alt)


def picture(atlas: OpenDatabase, choice: Choice, counts: pd.DataFrame, view: str, alt: str) -> None:
    """Who names whom, in the chosen way."""
    if view == "matrix":
        with st.container(key="only_wide_matrix"):
            matrix(atlas, choice, counts, alt)
    # Beside the matrix it is for phones alone (ui/document.py); the same list, so that the browser keeps its chart.
    with st.container(key="group_list"):
        listing(atlas, choice, counts, alt)


def matrix(atlas: OpenDatabase, choice: Choice, counts: pd.DataFrame, alt: str) -> None:
    """Who names whom: groups by how often they are named, VVGs by county."""
    everybody = frame("group_coverage", choice)
    vvgs = everybody.head(answer.MOST_DRAWN).to_dict("records")
    if len(everybody) > len(vvgs):
        st.caption(
            _(
                "{shown} of {all} VVGs are shown, in the order of counties: choose a county or theme for the others,"
                " or read the list by group.",
                shown=number(len(vvgs)), all=number(len(everybody)),
            )
        )  # fmt: skip
    named = {(row["vvg"], row["term"]): row for row in frame("groups_of_vvgs", choice).to_dict("records")}
    columns = [atlas.city(row["vvg"]) for row in vvgs]
    rows = []
    for parent, groups in _by_parent(counts):
        rows.append(drawn.Row(atlas.label("target_groups", parent)))
        for group in groups:
            name = atlas.label("target_groups", group["term"])
            cells: list[int | None] = []
            hovers = []
            for column, vvg in zip(columns, vvgs, strict=True):
                found = named.get((vvg["vvg"], group["term"]))
                cells.append(_cell(vvg, found))
                said = wrapped(f"„{found['phrases']}“") if found else _("not named")
                hovers.append(f"<b>{safe(column)}</b> · {safe(name)}<br>{said}")
            rows.append(drawn.Row(f"{name}  {group['strategies']}", cells, hovers))
    figure = partial(
        drawn.matrix, rows, columns, [row["county"] for row in vvgs], [row["with_groups"] > 0 for row in vvgs]
    )
    answer.chart(figure, "groups", alt)


def _cell(vvg: dict[str, object], found: dict[str, object] | None) -> int | None:
    if not vvg["with_groups"]:
        return None
    if found is None:
        return drawn.NOT_NAMED
    return drawn.NAMED if found["is_on_strategy"] else drawn.BELOW


def _by_parent(counts: pd.DataFrame) -> list[tuple[str, list[dict[str, object]]]]:
    """The groups that somebody names, under their parents; parents by their most named group."""
    groups: dict[str, list[dict[str, object]]] = {}
    for row in group_words.single(counts).query("strategies > 0").to_dict("records"):
        parent = row["parent_term"] if isinstance(row["parent_term"], str) else row["term"]
        groups.setdefault(parent, []).append(row)
    return list(groups.items())


def listing(atlas: OpenDatabase, choice: Choice, counts: pd.DataFrame, alt: str) -> None:
    """The same by group: how many strategies name it, and which VVGs."""
    ordered = group_words.single(counts).query("strategies > 0")
    names = [atlas.label("target_groups", term) for term in ordered["term"]]
    answer.chart(partial(drawn.counts, names, list(ordered["strategies"])), "group_counts", alt)
    cities: dict[str, list[str]] = {}
    for row in frame("groups_of_vvgs", choice).to_dict("records"):
        mark = "" if row["is_on_strategy"] else "○ "
        cities.setdefault(row["term"], []).append(mark + atlas.city(row["vvg"]))
    st.caption(_("VVGs that name each group; ○ only a measure or project names it"))
    st.markdown(
        "\n".join(
            f"- **{plain(name)}**: {plain(answer.few_names(cities[term]))}"
            for name, term in zip(names, ordered["term"], strict=True)
        )
    )


@part
def of_one(choice: Choice, counts: pd.DataFrame, known: int) -> None:
    """The group that the reader chooses."""
    atlas = open_atlas()
    terms = group_words.terms(atlas, counts)
    term = filters.pick(_("Target group"), terms, "group", lambda code: atlas.label("target_groups", code), width=420)
    one(atlas, choice, term, counts, known)


def one(atlas: OpenDatabase, choice: Choice, term: str, counts: pd.DataFrame, known: int) -> None:
    """One group: what it is, who names it in which words, and the money and people that are known for it."""
    answer.finding(group_words.naming(atlas, term, counts, known), " · ".join(group_words.about(atlas, term)))
    phrases = frame("group_phrases", choice, (term,), MOST_LISTED)
    if phrases.empty:
        return
    of_phrases, of_figures = _counted(atlas, choice, term)
    rows, quoted = _named(atlas, phrases)
    columns = [
        Column("link", _("VVG"), "link"),
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("phrase", _("In the words of the source")),
        Column("level", _("Where it is named")),
        Column("subject", _("Title")),
        Column("proof", _("Source"), "proof"),
    ]
    st.markdown(f"**{_('Who else helps this group')}**")
    _table(atlas, rows, columns, "phrases", _("Who names the group, and in which words"), of_phrases)
    figures(atlas, choice, term, of_figures)
    answer.source_cards(atlas, quoted, "phrases")
    answer.download_and_sources(
        atlas, phrases, f"tiksline-grupe-{term}", sources=frame("long_answers.sources_of_phrases", choice, term),
        whole=partial(queries.group_phrases, atlas.connection, choice, (term,)),
    )  # fmt: skip


@kept.worked_out
def _counted(_atlas: OpenDatabase, choice: Choice, term: str) -> tuple[int, int]:
    """How many phrases and how many figures there are of a group."""
    [counted] = frame("long_answers.rows_of_group", choice, term).to_dict("records")
    return int(counted["phrases"]), int(counted["figures"])


@kept.worked_out
def _named(atlas: OpenDatabase, phrases: pd.DataFrame) -> tuple[pd.DataFrame, Quoted]:
    """The phrases that name a group as rows of a table, and as quotations."""
    levels = [group_words.level_name(atlas, level) for level in phrases["level"]]
    rows = phrases.assign(level=levels, subject=phrases["subject"].fillna(""), as_written=phrases["phrase"])
    quoted: Quoted = [
        (f"{atlas.strategy(row)} – {row['level']}", row["phrase"],
         row["source"])
        for row in rows.to_dict("records")
    ]  # fmt: skip
    return rows, quoted


@kept.worked_out
def _counting(atlas: OpenDatabase, rows: pd.DataFrame) -> tuple[pd.DataFrame, Quoted]:
    """The figures behind a group as rows of a table, and as quotations."""
    listed = rows.to_dict("records")
    kinds = {"planned": _("Participants, planned"), "achieved": _("Participants, achieved")}
    shown = rows.assign(
        subject=[row["subject"] or group_words.level_name(atlas, row["level"]) for row in listed],
        what=[
            kinds.get(row["figure"])
            or f"{atlas.label('stages', row['stage'])} · {atlas.label('roles', row['role']).lower()}"
            for row in listed
        ],
        written=[
            ("≈ " if row["is_approximate"] else "")
            + {"at_least": "≥ ", "at_most": "≤ "}.get(row["bound"], "")
            + (euros(row["value"]) if row["figure"] == "amount" else exact(row["value"]))
            for row in listed
        ],
    )
    quoted: Quoted = [
        (f"{atlas.city(row['vvg'])} – {row['subject']}: {row['written']}", row["as_written"], row["source"])
        for row in shown.to_dict("records")
    ]
    return shown, quoted


@kept.worked_out
def _linked(atlas: OpenDatabase, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the links to each VVG and to each source."""
    links = [address("vvg", {"vvg": vvg}, shown=atlas.city(vvg)) for vvg in rows["vvg"]]
    return rows.assign(link=links, proof=answer.proof_links(rows))


def figures(atlas: OpenDatabase, choice: Choice, term: str, count: int) -> None:
    """Money and participants of the very measures and projects that name the group. In: how many there are."""
    st.markdown(f"**{_('Money and people behind it')}**")
    st.caption(
        _(
            "Only of the measures, actions and projects that name the group themselves. The sum of a strategy is not"
            " money for a group that it names. A measure may serve several groups: nothing here is added."
        )
    )
    rows = frame("group_figures", choice, term, MOST_LISTED)
    if rows.empty:
        st.caption(_("No source gives a sum or a number of participants for such a measure or project."))
        return
    shown, quoted = _counting(atlas, rows)
    columns = [
        Column("link", _("VVG"), "link"),
        Column("eu_period", _("EU period"), "code", scheme="periods"),
        Column("subject", _("Measure, action or project")),
        Column("what", _("What it is")),
        Column("written", _("Figure")),
        Column("proof", _("Source"), "proof"),
    ]
    _table(atlas, shown, columns, "group_figures", _("Money and participants behind the group"), count)
    answer.source_cards(atlas, quoted, "group_figures")


def _table(atlas: OpenDatabase, rows: pd.DataFrame, columns: list[Column], name: str, alt: str, count: int) -> None:
    """A table of the first of `count` rows; one of many rows waits until it is opened."""

    def draw() -> None:
        if count > len(rows):
            st.caption(answer.first_of_many(len(rows), count))
        answer.table(atlas, _linked(atlas, rows), columns, name, alt)

    if count > MOST_OPEN:
        fold(ngettext("{n} row", "{n} rows", count), f"open_{name}", draw)
    else:
        draw()


def unmapped(atlas: OpenDatabase, choice: Choice) -> None:
    """The phrases that fit no group of the vocabulary, counted and listed; then the files of all phrases."""
    lost = frame("long_answers.unmapped_phrases", choice, answer.MOST_DRAWN)
    if lost.empty:
        st.caption(_("Every phrase of the sources fits at least one group of the vocabulary."))
    else:
        kept.part(_lost, atlas, lost)
    answer.download_and_sources(
        atlas, lost, "tikslines-grupes", sources=frame("long_answers.sources_of_phrases", choice),
        whole=partial(queries.group_phrases, atlas.connection, choice),
    )  # fmt: skip


def _lost(atlas: OpenDatabase, lost: pd.DataFrame) -> None:
    """The first phrases that fit no group, folded away under their number."""
    of = int(lost["all_rows"].iloc[0])
    count = ngettext("{n} phrase fits no group of the vocabulary", "{n} phrases fit no group of the vocabulary", of)
    with st.expander(count):
        if of > len(lost):
            st.caption(answer.few_of_many(len(lost), of))
        phrases = [plain(f"„{row['phrase']}“ – {atlas.strategy(row)}") for row in lost.to_dict("records")]
        st.markdown("\n\n".join(phrases))
