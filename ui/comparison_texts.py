"""The parts of the comparison page that hold words: goals and groups side by side, and who else does a measure."""

import pandas as pd
import streamlit as st

from database.choice import Choice
from ui import answer, filters, kept, written
from ui.answer import Column
from ui.comparison_sections import Compared, head
from ui.session import OpenDatabase, frame
from ui.texts import _, number, plain


def goals(atlas: OpenDatabase, compared: Compared) -> None:
    """Goals, objectives and measures side by side, under the theme that they have in common, word for word."""
    items = frame("items", compared.choice)
    titled = items[items["title"].notna()]
    answer.finding(
        _("Goals and measures"),
        _(
            "word for word, by theme; in the order of each strategy · known for {known} of {of} chosen VVGs",
            known=titled["vvg"].nunique(),
            of=len(compared.vvgs),
        ),
    )
    if titled.empty:
        answer.reading(_("No goal or measure of the chosen VVGs is known in this period."))
        return
    themes = [theme for theme in atlas.codes("themes") if theme in set(titled["theme"])]
    for theme in themes:
        name = atlas.label("themes", theme)
        _side_by_side(atlas, compared, titled, titled[titled["theme"] == theme], name, theme == themes[0])
    if titled["theme"].isna().any():
        rest = titled[titled["theme"].isna()]
        _side_by_side(atlas, compared, titled, rest, _("No theme recognised"), not themes)


def _side_by_side(
    atlas: OpenDatabase, compared: Compared, titled: pd.DataFrame, of_theme: pd.DataFrame, name: str, opened: bool
) -> None:
    """The items of one theme, a column a VVG."""
    with st.expander(plain(f"{name} ({number(len(of_theme))})"), expanded=opened, key=f"theme_{name}"):
        for column, vvg in zip(st.columns(len(compared.vvgs)), compared.vvgs, strict=True):
            lines = [_line(atlas, row) for row in of_theme[of_theme["vvg"] == vvg].to_dict("records")]
            why = _("nothing of this theme in the sources that were read")
            if vvg not in set(titled["vvg"]):
                why = answer.missing_word(atlas)
            said = "\n".join(lines) or f":gray[{plain(why)}]"
            column.markdown(f"**{plain(atlas.city(vvg))}**\n\n{said}")


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
