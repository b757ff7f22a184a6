"""The parts of the comparison page that hold words: goals and groups side by side, and who else does a measure."""

from functools import partial

import pandas as pd
import streamlit as st

from database.choice import Choice
from ui import answer, filters, kept, written
from ui.answer import Column
from ui.comparison_sections import Compared, head
from ui.folds import fold
from ui.session import OpenDatabase, frame
from ui.texts import _, number, plain


def goals(atlas: OpenDatabase, compared: Compared) -> None:
    """Goals, objectives and measures side by side, under the theme that they have in common, word for word."""
    known, themes = _themes(atlas, compared)
    answer.finding(
        _("Goals and measures"),
        _(
            "word for word, by theme; in the order of each strategy · known for {known} of {of} chosen VVGs",
            known=known,
            of=len(compared.vvgs),
        ),
    )
    if not themes:
        answer.reading(_("No goal or measure of the chosen VVGs is known in this period."))
    for at, (theme, count) in enumerate(themes.items()):
        name = atlas.label("themes", theme) if theme else _("No theme recognised")
        label = plain(f"{name} ({number(count)})")
        fold(label, f"theme_{theme}", partial(_side_by_side, atlas, compared, theme), expanded=at == 0)


def _titled(compared: Compared) -> pd.DataFrame:
    items = frame("items", compared.choice)
    return items[items["title"].notna()].fillna({"theme": ""})


@kept.worked_out
def _themes(atlas: OpenDatabase, compared: Compared) -> tuple[int, dict[str, int]]:
    """How many of the VVGs have titles, and the number of titles under each theme; those without one under ""."""
    titled = _titled(compared)
    counts = titled["theme"].value_counts()
    themes = {theme: int(counts[theme]) for theme in [*atlas.codes("themes"), ""] if theme in counts}
    return titled["vvg"].nunique(), themes


def _side_by_side(atlas: OpenDatabase, compared: Compared, theme: str) -> None:
    """The items of one theme, a column a VVG."""
    for column, listed in zip(st.columns(len(compared.vvgs)), _lists(atlas, compared, theme), strict=True):
        column.markdown(listed)


@kept.worked_out
def _lists(atlas: OpenDatabase, compared: Compared, theme: str) -> list[str]:
    """For each chosen VVG its items of a theme under its name, as Markdown; where it has none, why."""
    titled = _titled(compared)
    lists = []
    for vvg in compared.vvgs:
        own = titled[titled["vvg"] == vvg]
        lines = [_line(atlas, row) for row in own[own["theme"] == theme].to_dict("records")]
        why = answer.missing_word(atlas) if own.empty else _("nothing of this theme in the sources that were read")
        said = "\n".join(lines) or f":gray[{plain(why)}]"
        lists.append(f"**{plain(atlas.city(vvg))}**\n\n{said}")
    return lists


def _line(atlas: OpenDatabase, row: dict[str, object]) -> str:
    code = "" if answer.is_missing(row["code"]) else f" {row['code']}"
    return f"- :gray[{plain(atlas.label('levels', row['level']) + code)}] {plain(row['title'])}"


def groups(atlas: OpenDatabase, compared: Compared) -> None:
    """Which target groups each chosen VVG names, and how many of the peers name them."""
    everybody = tuple(dict.fromkeys([*compared.vvgs, *compared.peer_vvgs]))
    named = frame("group_matrix", Choice(vvgs=everybody, periods=(compared.period,)))
    mine = named[named["vvg"].isin(compared.vvgs)]
    theirs = named[named["vvg"].isin(compared.peer_vvgs)]
    of = theirs["vvg"].nunique()
    answer.finding(
        _("Target groups"),
        _(
            "groups that a chosen VVG names · groups are known for {known} of {of} peers",
            known=of,
            of=len(compared.peers),
        ),
    )
    if mine.empty:
        answer.reading(_("No target group of the chosen VVGs is known in this period."))
        return
    terms = [code for code in atlas.codes("target_groups") if code in set(mine["term"])]
    table = {plain(_("Target group")): [plain(atlas.label("target_groups", term)) for term in terms]}
    for vvg in compared.vvgs:
        own = set(mine.loc[mine["vvg"] == vvg, "term"])
        other = _("does not name") if own else answer.missing_word(atlas)
        table[head(atlas, vvg)] = [
            f"**{plain(_('names'))}**" if term in own else f":gray[{plain(other)}]" for term in terms
        ]
    naming = theirs.groupby("term")["vvg"].nunique()
    table[plain(_("Among peers"))] = [
        plain(_("{n} of {of} name it", n=naming.get(term, 0), of=of) if of else _("unknown")) for term in terms
    ]
    written.table(table, _("Target groups"))


WHO_ELSE = {"section": "who_else"}
"""The choice, in the address, by which a link leads right to this section."""


def comes_first() -> bool:
    """Whether the reader came to ask who else does a measure: the answer then stands before all else."""
    return st.query_params.get("section") == WHO_ELSE["section"]


def who_else(atlas: OpenDatabase, compared: Compared) -> None:
    """Measures of other VVGs whose titles share words with a chosen one: quoted, with the shared words."""
    titles = _own_measures(atlas, compared.focal, compared.period)
    answer.finding(
        _("Who else does this"),
        _(
            "measures of other VVGs, both EU periods, whose titles share words that few use; "
            "read them before you conclude"
        ),
    )
    if not titles:
        answer.reading(_("No measure of {name} is known by its title.", name=atlas.city(compared.focal)))
        return
    asked = _("Measure of {name}", name=atlas.city(compared.focal))
    item = filters.pick(asked, list(titles), "measure", titles.get)
    st.caption(plain(f"„{titles[item]}“"))
    shown = _nearest(atlas, item)
    if shown.empty:
        answer.reading(_("No measure elsewhere shares enough words with it."))
        return
    columns = [
        Column("where", _("VVG")),
        Column("title", _("Measure, as in the source")),
        Column("shared", _("Shared words")),
    ]
    about = _("Measures of other VVGs that share words with the chosen one")
    answer.small_table(atlas, shown, columns, about)

    def cards() -> list[tuple[str, object, object]]:
        return [(f"{row['where']} – {row['title']}", None, row["source"]) for row in shown.to_dict("records")]

    answer.source_cards(atlas, cards, "similar")


@kept.worked_out
def _own_measures(_atlas: OpenDatabase, vvg: str, period: str) -> dict[str, str]:
    """The titles of a VVG's measures by their keys, each once; those of the period first."""
    measures = frame("similar.measures")
    own = measures[measures["vvg"] == vvg].drop_duplicates("title")
    own = own.sort_values("eu_period", key=lambda periods: periods != period, kind="stable")
    return dict(zip(own["item"], own["title"], strict=True))


@kept.worked_out
def _nearest(atlas: OpenDatabase, item: str) -> pd.DataFrame:
    """The measures of other VVGs that share words with one, and whose they are."""
    nearest = frame("similar.nearest_measures", item)
    rows = nearest.to_dict("records")
    return nearest.assign(where=[atlas.strategy(row) for row in rows])
