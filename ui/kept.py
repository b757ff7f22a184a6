"""What was drawn for one reader is drawn for the next from memory: messages to the browser, kept by what they show."""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pandas as pd
import streamlit as st

from ui.session import OpenDatabase, own_data
from ui.texts import language

Made = TypeVar("Made")

MOST = 400
"""Charts and tables that are kept; the least used is forgotten first."""


def once(draw: Callable[[], object], *shown: object) -> None:
    """Draws by `draw`, or sends again what it sent when it last showed the same.

    In: `shown`, all that decides what is drawn: words, numbers, DataFrames, lists and dicts of such, functions and
    partials of them. What is drawn must not be a control, for a control belongs to one reader.
    """
    if own_data():
        # What one visit alone may see is kept for nobody.
        draw()
        return
    _sent(_key(*shown), draw)


@st.cache_resource(max_entries=MOST, show_spinner=False)
def _sent(key: str, _draw: Callable[[], object]) -> None:
    _draw()


def _told(value: object) -> str:
    """Everything about a value that can change what is drawn, as text."""
    if isinstance(value, pd.DataFrame):
        return repr((list(value.columns), list(value.index), value.to_numpy(dtype=object).tolist()))
    if isinstance(value, pd.Series):
        return repr((value.name, value.tolist()))
    if isinstance(value, partial):
        return _told((value.func, value.args, value.keywords))
    if isinstance(value, dict):
        return f"{{{','.join(f'{_told(key)}:{_told(each)}' for key, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_told, value))}]"
    if callable(value):
        inside = [cell.cell_contents for cell in getattr(value, "__closure__", None) or ()]
        return f"{value.__module__}.{value.__qualname__}{_told(inside)}"
    return repr(value)


def made(make: Callable[..., Made], atlas: OpenDatabase, *chosen: object) -> Made:
    """What `make(atlas, *chosen)` makes, once for each database, language and choice. Nobody may change it."""
    if own_data():
        return make(atlas, *chosen)
    return _made(_key(make, str(atlas.path), *chosen), partial(make, atlas, *chosen))


@st.cache_resource(max_entries=MOST, show_spinner=False)
def _made(key: str, _make: Callable[[], object]) -> object:
    return _make()


def _key(*shown: object) -> str:
    told = _told((language(), *shown)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=16).hexdigest()


def part(draw: Callable[..., object], atlas: OpenDatabase, *chosen: object) -> None:
    """Draws a part of a page, `draw(atlas, *chosen)`, once for each database and choice. No control may be in it."""
    once(partial(draw, atlas, *chosen), draw, str(atlas.path), *chosen)
