"""What a page has loaded for good is kept out of the garbage collection that Streamlit asks for after every rerun."""

import gc
from threading import Lock

TIMES = 2
"""Drawings after which a page has loaded its modules and filled the caches that all readers share."""

_drawn: dict[str, int] = {}
_settling = Lock()


def settle(page: str) -> None:
    """Notes that a page was drawn; after its first drawings all that lives is taken out of the collector's reach.

    What a session leaves in cycles at such a moment stays; that is at most a few readers' worth, once for each page.
    """
    if _drawn.get(page, 0) >= TIMES:
        return
    with _settling:
        _drawn[page] = _drawn.get(page, 0) + 1
        gc.collect()
        gc.freeze()
