"""How what a search found is shown: the words around each hit and the link to its place."""

import re

import pandas as pd
import streamlit as st

from database import search as finder
from database.wordings import folded, stems
from ui import address, kept
from ui.navigation import link
from ui.profile.sections import OF_KIND
from ui.search_filters import KINDS
from ui.session import OpenDatabase, open_atlas
from ui.texts import _, ngettext, number, plain

EXAMPLES = (
    "neįgalieji",
    "jaunas verslas",
    "asmenys su negalia",
    '"socialinės paslaugos"',
    "savanoriai Pakruojis",
)
"""Searches that show what the search can do: an ending, a group, a phrase, a city."""

SHOWN = 20
"""Hits on one screen; the others are a filter or a page away."""

MOST_PLACES = 20
"""Links below one hit, where very many strategies have the same words."""

AROUND = 90
"""Characters that are shown before and after the first word found in a long text."""

_WORD = re.compile(r"[^\W_]+")


def box() -> str:
    """The field of the search; what is written there is in the address as `q`."""
    return st.text_input(
        _("What are you looking for?"),
        placeholder=_("Town, target group, measure, project …"),
        help=_('Any ending, with or without diacritics; words in "quotes" must stand side by side.'),
        max_chars=finder.LONGEST,
        **address.words("q"),
    ).strip()


def examples() -> None:
    """Searches to begin with, as links."""
    with st.container(horizontal=True, key="examples"):
        for words in EXAMPLES:
            link("search", plain(words), {"q": words})


def finding(words: str, hits: pd.DataFrame) -> str:
    """What was found, in one sentence."""
    count = 0 if hits.empty else int(hits["all_hits"].iloc[0])
    found = ngettext("{n} hit for „{words}“", "{n} hits for „{words}“", count, words=words)
    if not hits.empty and bool(hits["is_loose"].iloc[0]):
        return f"{found}: {_('nothing has all of the words, these have some of them')}"
    return found


def best_of_many(hits: pd.DataFrame) -> None:
    """Says so where only the best of very many hits are shown."""
    if len(hits) < int(hits["all_hits"].iloc[0]):
        st.caption(
            _("The {n} closest hits are shown and filtered; further words narrow the search.", n=number(len(hits)))
        )


def show(hits: pd.DataFrame, words: str) -> None:
    """The hits, best first, a page of them at a time; the same words of several strategies stand together."""
    atlas = open_atlas()
    wordings = _wordings(atlas, words)
    found = _together(atlas, hits)
    pages = -(-len(found) // SHOWN)
    at = st.pagination(pages, **address.one_number("page", pages)) if pages > 1 else 1
    kept.part(_hits, atlas, found[(at - 1) * SHOWN : at * SHOWN], wordings)


@kept.worked_out
def _wordings(atlas: OpenDatabase, words: str) -> tuple[finder.Wording, ...]:
    """What the search looked for."""
    return tuple(wording for unit in finder.question(atlas.connection, words).units for wording in unit)


@kept.worked_out
def _together(_atlas: OpenDatabase, hits: pd.DataFrame) -> list[list[dict[str, object]]]:
    """The hits, those of the same kind with the same words in one list, in the order of the first of each."""
    together: dict[tuple[str, str], list[dict[str, object]]] = {}
    for row in hits.to_dict("records"):
        together.setdefault((str(row["kind"]), folded(str(row["text"]))), []).append(row)
    return list(together.values())


def _hits(atlas: OpenDatabase, found: list[list[dict[str, object]]], wordings: tuple[finder.Wording, ...]) -> None:
    for rows in found:
        _hit(atlas, rows, wordings)


def _hit(atlas: OpenDatabase, rows: list[dict[str, object]], wordings: tuple[finder.Wording, ...]) -> None:
    """The words that were found, what they are, and a link to each profile in which they stand."""
    kind = str(rows[0]["kind"])
    # The words take a line of their own (ui/document.py).
    with st.container(horizontal=True, gap="xxsmall", key=f"hit_{kind}_{rows[0]['entry']}"):
        st.markdown(f":gray[{plain(_(KINDS[kind]))}] · {marked(str(rows[0]['text']), wordings)}")
        places = list({(row["vvg"], row["eu_period"]): row for row in rows}.values())
        for row in places[:MOST_PLACES]:
            parameters = {"vvg": str(row["vvg"])}
            where = atlas.city(str(row["vvg"]))
            if isinstance(row["eu_period"], str):
                parameters["period"] = row["eu_period"]
                where += f", {atlas.label('periods', row['eu_period'])}"
            if kind in OF_KIND:
                parameters["section"] = OF_KIND[kind]
            link("vvg", plain(where), parameters)
        if len(places) > MOST_PLACES:
            st.caption(_("and {n} more: filters narrow them", n=number(len(places) - MOST_PLACES)))


def marked(text: str, wordings: tuple[finder.Wording, ...]) -> str:
    """The text with every word bold that was asked for; of a long text only what stands around the first.

    In: the wordings that the search looked for; one is marked where all of its words are there.

    >>> marked("Paslaugos neįgaliesiems asmenims", (("neigal",), ("asmen", "negal")))
    'Paslaugos **neįgaliesiems** asmenims'
    """
    present = stems(text)
    found = [w for w in wordings if all(any(stem.startswith(wanted) for stem in present) for wanted in w)]
    wanted_stems = {stem for wording in found for stem in wording}
    spots = [
        (match.start(), match.end())
        for match in _WORD.finditer(text)
        if any(stem.startswith(wanted) for stem in stems(match.group()) for wanted in wanted_stems)
    ]
    start, end = 0, len(text)
    if spots and len(text) > 2 * AROUND + 60:
        start = max(0, text.rfind(" ", 0, max(0, spots[0][0] - AROUND)) + 1)
        end = text.find(" ", min(len(text), spots[0][1] + AROUND + 60))
        end = len(text) if end < 0 else end
    written, at = "… " if start else "", start
    for first, last in spots:
        if start <= first and last <= end:
            written += f"{plain(text[at:first])}**{plain(text[first:last])}**"
            at = last
    return written + plain(text[at:end]) + (" …" if end < len(text) else "")
