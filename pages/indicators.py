"""Indicators: what was planned and what was achieved, one concept and one scope at a time."""

import streamlit as st

from database.choice import Choice
from ui import answer, filters, indicator_money, kept
from ui import indicator_sections as sections
from ui import indicator_words as words
from ui.parts import part
from ui.session import frame, open_atlas
from ui.texts import _, plain

st.title(_("Indicators"), anchor=False)


@part
def compared(given: Choice) -> None:
    """The choices, and the indicators of one concept and scope. In: the strategies that the rest of the page tells."""
    atlas = open_atlas()
    choice, concept, scope, marked = sections.chosen(atlas)
    if choice != given:
        st.rerun()

    strategies = frame("strategies", choice)
    ranked = words.is_comparable(atlas, concept, scope)
    pairs, known = sections.pairs(atlas, choice, concept, scope, ranked)
    title = words.title(atlas, pairs, known, concept, ranked)
    basis = answer.coverage(known["strategies"], len(strategies))
    answer.finding(title, f"{words.scope_name(atlas, scope)} · {basis} · {words.formula()}")

    if ranked:
        kept.part(sections.draw, atlas, pairs, concept, marked, f"{title}. {words.reading(atlas, pairs)}")
        answer.reading(words.reading(atlas, pairs))
    else:
        answer.reading(words.why_not_compared(atlas, concept, scope))
    if meaning := atlas.meaning("concepts", concept):
        st.caption(plain(f"{atlas.label('concepts', concept)}: {meaning}"))

    kept.part(sections.table, atlas, pairs, known["indicators"])
    sections.cards(atlas, choice, pairs)
    sections.take_away(atlas, choice, concept, scope, pairs)
    if ranked:
        kept.part(sections.spread, atlas, pairs, len(strategies), concept, marked)


atlas = open_atlas()
choice = filters.in_address(atlas, "period")
compared(choice)
if not frame("indicator_choices", choice).empty:
    indicator_money.money(atlas, choice)
    kept.part(sections.context, atlas, choice)
