"""The filters of the search: what can be asked of the hits, and how many hits each answer leaves.

The counts of a filter take all other filters into account, so each number says what a click would show.
"""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from database.search import UNKNOWN, bands
from ui import address
from ui.kept import worked_out
from ui.session import OpenDatabase
from ui.texts import N_, _, number, short_euros

KINDS = {
    "vvg": N_("VVGs"),
    "strategy": N_("Strategies"),
    "item": N_("Goals and measures"),
    "target_group": N_("Target groups"),
    "project": N_("Projects"),
    "call": N_("Calls"),
    "indicator": N_("Indicators"),
    "event": N_("Events"),
}


@dataclass(frozen=True)
class Filter:
    """One question: its key in the address, its English label, the column of the hits, the scheme of its codes.

    `order`: the codes in an order of their own; others stand by the number of hits. `is_one` where a hit has one value,
    with spaces of its own; else it holds codes separated by spaces.
    """

    key: str
    label: str
    column: str
    scheme: str = ""
    order: tuple[str, ...] = ()
    is_one: bool = False
    help: str | None = None

    def values(self, cell: object) -> list[str]:
        """What a hit has: several codes, one, or none."""
        if not isinstance(cell, str):
            return []
        return [cell] if self.is_one else cell.split()


KIND = Filter("kind", N_("Kind"), "kind", order=tuple(KINDS), is_one=True)
AMOUNT = Filter(
    "amount", N_("Sum of the project, call or strategy"), "amounts", order=tuple(bands()),
    help=N_(
        "Of a project or call its own sum; of all else the sum allocated to its strategy. Not known is also a sum of"
        " which only a bound is known."
    ),
)  # fmt: skip
MORE = (
    Filter("period", N_("EU period"), "eu_period", "periods", is_one=True),
    Filter("county", N_("County"), "county", is_one=True),
    Filter("theme", N_("Theme"), "themes", "themes"),
    Filter("group", N_("Target group"), "groups", "target_groups"),
    Filter("fund", N_("Fund"), "funds", "funds"),
    AMOUNT,
)
FILTERS = (KIND, *MORE)


def fitting(hits: pd.DataFrame, asked: Filter, chosen: list[str]) -> pd.Series:
    """For each hit whether it has one of the chosen values; nothing chosen asks nothing."""
    wanted = set(chosen)
    return hits[asked.column].map(lambda cell: not wanted or bool(wanted & set(asked.values(cell)))).astype(bool)


def kept(hits: pd.DataFrame, choices: dict[str, list[str]], but: str | None = None) -> pd.DataFrame:
    """The hits that fit every filter, or every one but one. In: the chosen values by the key of their filter."""
    fits = pd.Series(True, index=hits.index)
    for asked in FILTERS:
        if asked.key != but and choices.get(asked.key):
            fits &= fitting(hits, asked, choices[asked.key])
    return hits[fits]


def counted(hits: pd.DataFrame, asked: Filter) -> dict[str, int]:
    """How many hits have each value, in the order of the filter; a hit with several values counts under each."""
    values = pd.Series([value for cell in hits[asked.column] for value in asked.values(cell)], dtype="object")
    counts = {str(value): int(n) for value, n in values.value_counts().items()}
    place = {value: at for at, value in enumerate(asked.order)}
    return dict(sorted(counts.items(), key=lambda pair: (place.get(pair[0], 0), -pair[1], pair[0])))


@worked_out
def values(_atlas: OpenDatabase, hits: pd.DataFrame) -> dict[str, list[str]]:
    """What the hits have, by the key of the filter that asks for it."""
    return {asked.key: list(counted(hits, asked)) for asked in FILTERS}


@worked_out
def left(
    _atlas: OpenDatabase, hits: pd.DataFrame, choices: dict[str, list[str]]
) -> tuple[dict[str, dict[str, int]], pd.DataFrame]:
    """How many hits each answer to each filter would leave, and the hits that fit all of what is chosen."""
    return {asked.key: counted(kept(hits, choices, asked.key), asked) for asked in FILTERS}, kept(hits, choices)


def narrowed(atlas: OpenDatabase, hits: pd.DataFrame) -> pd.DataFrame:
    """Asks for what the hits can be narrowed by, each answer with its count, and keeps what fits all."""
    known = values(atlas, hits)
    choices = {asked.key: address.chosen(asked.key, known[asked.key]) for asked in FILTERS}
    counts, fitting_all = left(atlas, hits, choices)
    # A chosen value stays to be taken back, even where nothing is left of it.
    options = {key: list(dict.fromkeys([*counts[key], *choices[key]])) for key in counts}

    def named(asked: Filter, value: str) -> str:
        return f"{name(atlas, asked, value)} ({number(counts[asked.key].get(value, 0))})"

    st.pills(
        _(KIND.label),
        options["kind"],
        selection_mode="multi",
        format_func=lambda value: named(KIND, value),
        label_visibility="collapsed",
        **address.some_of("kind", known["kind"]),
    )
    is_asked = any(choices[asked.key] for asked in MORE)
    # As the reader left it, in another language too, where it is another one for Streamlit; at first open where the
    # address asks for one of them.
    st.session_state["more_filters"] = st.session_state.get("more_filters", is_asked)
    folded = st.expander(_("More filters"), key="more_filters", on_change="rerun")
    if not folded.open:
        return fitting_all
    with folded, st.container(horizontal=True, key="filters"):
        for asked in MORE:
            if known[asked.key]:
                st.multiselect(
                    _(asked.label),
                    options[asked.key],
                    format_func=lambda value, asked=asked: named(asked, value),
                    placeholder=_("All"),
                    width=250,
                    help=_(asked.help) if asked.help else None,
                    **address.some_of(asked.key, known[asked.key]),
                )
    return fitting_all


def name(atlas: OpenDatabase, asked: Filter, value: str) -> str:
    """A value of a filter in the reader's words."""
    if asked is KIND:
        return _(KINDS[value])
    return band(value) if asked is AMOUNT else atlas.label(asked.scheme, value)


def band(code: str) -> str:
    """A band of amounts in words: below, from to, from on, or that no exact amount is known."""
    if code == UNKNOWN:
        return _("sum not known")
    low, high = code.split("-")
    if not high:
        return f"≥ {short_euros(int(low))}"
    return f"{short_euros(int(low))} – {short_euros(int(high))}" if int(low) else f"< {short_euros(int(high))}"
