"""What was drawn for one reader is drawn for the next from memory: messages to the browser, kept by what they show."""

import hashlib
import weakref
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from functools import partial, wraps
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from ui.look import is_dark
from ui.memory import remembered
from ui.session import OpenDatabase, own_data
from ui.texts import language

Made = TypeVar("Made")

MOST_SENT, MOST_MADE = 400, 1000
"""Parts of pages, and words, rows and figures that are kept; the least used is forgotten first."""


def once(draw: Callable[[], object], *shown: object) -> None:
    """Draws by `draw`, or sends again what it sent when it last showed the same.

    In: `shown`, all that decides what is drawn: words, numbers, DataFrames, lists and dicts of such, functions and
    partials of them. What is drawn must not be a control, for a control belongs to one reader.
    """
    if own_data() or _is_within.get():
        # What one visit alone may see is kept for nobody. What stands within what is kept is kept with it: for itself,
        # Streamlit would send it again outside of the columns and containers in which it was drawn.
        draw()
        return
    _sent(_key(*shown), draw)


_is_within: ContextVar[bool] = ContextVar("is_within", default=False)
"""Whether what is drawn just now is being kept."""


@st.cache_resource(max_entries=MOST_SENT, show_spinner=False)
def _sent(key: str, _draw: Callable[[], object]) -> None:
    outside = _is_within.set(True)
    try:
        _draw()
    finally:
        _is_within.reset(outside)


def _told(value: object) -> str:
    """Everything about a value that can change what is drawn, as text."""
    if isinstance(value, pd.DataFrame):
        return _told_frame(value)
    if isinstance(value, pd.Series):
        return repr((value.name, value.tolist()))
    if isinstance(value, partial):
        return _told((value.func, value.args, value.keywords))
    if isinstance(value, dict):
        return f"{{{','.join(f'{_told(key)}:{_told(each)}' for key, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_told, value))}]"
    if is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__qualname__}{_told([getattr(value, field.name) for field in fields(value)])}"
    if callable(value):
        inside = [cell.cell_contents for cell in getattr(value, "__closure__", None) or ()]
        return f"{value.__module__}.{value.__qualname__}{_told(inside)}"
    return repr(value)


_frames: dict[int, tuple[weakref.ref[pd.DataFrame], tuple[object, ...], str]] = {}
"""What was told of each DataFrame that is still there: its form and its digest. Nobody changes the cells of an answer
(`ui.session.frame`), and a new one is another DataFrame."""


def _told_frame(shown: pd.DataFrame) -> str:
    """All cells of a DataFrame as a digest; told once for each DataFrame."""
    form = (len(shown), tuple(shown.columns))
    known = _frames.get(id(shown))
    if known is None or known[0]() is not shown or known[1] != form:
        cells = repr((form, list(shown.index), shown.to_numpy(dtype=object).tolist()))
        told = hashlib.blake2b(cells.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        known = _frames[id(shown)] = (weakref.ref(shown, partial(_forget, id(shown))), form, told)
    return known[2]


def _forget(number: int, reference: Any) -> None:
    """Unless another DataFrame has its place by now."""
    if number in _frames and _frames[number][0] is reference:
        del _frames[number]


@remembered(MOST_MADE, key=lambda key, _make: key)
def _made(key: str, make: Callable[[], object]) -> object:
    return make()


def worked_out(work: Callable[..., Made]) -> Callable[..., Made]:
    """Makes `work(atlas, *chosen)` be worked out once for each database, language, paper and choice.

    Nobody may change what it gives. A sentence made from the rows of an answer takes pandas longer than the page takes
    to be drawn.
    """

    @wraps(work)
    def known(atlas: OpenDatabase, *chosen: object) -> Made:
        if own_data():
            return work(atlas, *chosen)
        return _made(_key(work, str(atlas.path), *chosen), partial(work, atlas, *chosen))

    return known


def _key(*shown: object) -> str:
    told = _told((language(), is_dark(), *shown)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=16).hexdigest()


def part(draw: Callable[..., object], atlas: OpenDatabase, *chosen: object) -> None:
    """Draws a part of a page, `draw(atlas, *chosen)`, once for each database, language, paper and choice.

    No control may be in it.
    """
    once(partial(draw, atlas, *chosen), draw, str(atlas.path), *chosen)
