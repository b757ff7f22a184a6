"""What is worked out once and remembered for all readers, the newest first.

Streamlit's own caches look at every argument and at the signature of the function each time, and send again what was
drawn: ten times the work of looking a thing up, dozens of times a page. They keep what is drawn (`ui/kept.py`).
"""

from collections.abc import Callable, Hashable
from threading import Condition
from typing import TypeVar

import streamlit as st
from cachetools import LRUCache, cached

Made = TypeVar("Made")

_remembering: list[Callable[..., object]] = []


def remembered(most: int, key: Callable[..., Hashable]) -> Callable[[Callable[..., Made]], Callable[..., Made]]:
    """Makes a function remember its `most` newest answers by `key(*arguments)`; the least used is forgotten first.

    Where several readers ask the same at once, it is worked out for one, and the others wait. A failure is not kept.
    """

    def remembering(make: Callable[..., Made]) -> Callable[..., Made]:
        known = cached(LRUCache(most), key=key, condition=Condition())(make)
        _remembering.append(known)
        return known

    return remembering


def forget() -> None:
    """Forgets all that is kept, also by Streamlit."""
    st.cache_resource.clear()
    for known in _remembering:
        known.cache_clear()
