"""Colours of charts and maps on light and on dark paper, and marks. Form carries the meaning; colour only helps."""

from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class Look:
    """The colours of a picture on one kind of paper."""

    ink: str
    paper: str
    land: str
    border: str
    quiet: str
    bubble: str
    classes: tuple[str, ...]
    context: tuple[str, ...]


LIGHT = Look(
    ink="#1B2A33",
    paper="#FFFFFF",
    land="#EEF2F4",
    border="#C3CCD3",
    quiet="#5E6E7A",
    bubble="#0B6E6E",
    classes=("#CBE4E2", "#8FC4C1", "#4FA09E", "#1F7F7F", "#084F50"),
    context=("#F3EEE4", "#E4D8C2", "#CFBB97", "#B39A6B", "#8C7346"),
)
DARK = Look(
    ink="#E6EDF1",
    paper="#10181D",
    land="#1C272E",
    border="#3B4B55",
    quiet="#9FB0BB",
    bubble="#4FB3B3",
    classes=("#22494C", "#2C7072", "#379192", "#6CC0BF", "#C4E8E6"),
    context=("#2B2720", "#453C2B", "#625438", "#837047", "#A88F5B"),
)


def is_dark() -> bool:
    """Whether the reader's paper is dark."""
    return st.context.theme.type == "dark"


def look(is_dark: bool) -> Look:
    """The colours for the reader's paper."""
    return DARK if is_dark else LIGHT


HOLLOW = {
    "not_in_source": "circle-open",
    "source_not_found": "diamond-open",
    "unreadable": "x-thin-open",
    "does_not_apply": "line-ew-open",
}
"""The mark of each kind of nothing where a bubble would be; a reported zero is a small full dot."""

HATCHES = {
    "not_in_source": (45.0,),
    "source_not_found": (-45.0,),
    "unreadable": (45.0, -45.0),
    "does_not_apply": (0.0,),
}
"""The angles of the lines that hatch a municipality for each kind of nothing."""

HATCH_SIGNS = {
    "not_in_source": "line-ne-open",
    "source_not_found": "line-nw-open",
    "unreadable": "x-thin-open",
    "does_not_apply": "line-ew-open",
}
"""The same in the legend."""
