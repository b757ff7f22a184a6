"""What lives is kept out of the garbage collection that Streamlit asks for after every rerun.

That collection looks at every object of the process, those of all sessions and of all that is kept too: with fifty
readers it took several times as long as drawing a page. So all that lives when a page is drawn is set aside, and every
half minute in which somebody drew a page the whole is looked through once, for what sessions left in cycles.
"""

import gc
from threading import Event, Thread

EVERY = 30.0
"""Seconds between two collections of everything."""

_drawn = Event()


def settle() -> None:
    """After a page is drawn sets aside all that lives, until the next collection of everything."""
    gc.freeze()
    _drawn.set()


def collect_everything() -> None:
    """Frees what is left in cycles, also of what was set aside."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def begin(every: float = EVERY) -> Event:
    """Collects everything now and then, from now on, for as long as the event that is returned is not set."""
    ended = Event()

    def now_and_then() -> None:
        while not ended.wait(every):
            if _drawn.is_set():
                _drawn.clear()
                collect_everything()

    Thread(target=now_and_then, name="collector", daemon=True).start()
    return ended
