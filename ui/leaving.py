"""What is to be done when a visit ends: its reader closed or reloaded the page and did not come back to it.

Streamlit forgets a session only when another one comes; a draft must not wait for that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Timer
from weakref import WeakSet

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

GRACE = 45
"""Seconds in which a reader whose connection broke is waited for; longer than Streamlit lets them come back."""

DUTIES = "at_the_end"


@dataclass(eq=False)
class Duties:
    """What is to be done for one visit, by name; each is done once."""

    session: str
    owed: dict[str, Callable[[], None]]

    def do(self) -> None:
        """Does all of it, now."""
        with _doing:
            owed, self.owed = self.owed, {}
        for duty in owed.values():
            duty()


_doing = Lock()
_all: WeakSet[Duties] = WeakSet()


def at_the_end(name: str, duty: Callable[[], None] | None) -> None:
    """From now on `duty` is done when the visit ends, in the place of another one of that name; None: nothing is."""
    duties = st.session_state.get(DUTIES)
    if not isinstance(duties, Duties):
        context = get_script_run_ctx()
        duties = st.session_state[DUTIES] = Duties(context.session_id if context else "", {})
        _all.add(duties)
    duties.owed.pop(name, None)
    if duty is not None:
        duties.owed[name] = duty
    watch()


def watch() -> None:
    """Notices, from each drawing of a page on, when its reader leaves; costs nothing where nothing is to be done."""
    duties = st.session_state.get(DUTIES)
    if isinstance(duties, Duties):
        _watched(duties)


def _left(duties: Duties) -> None:
    """The connection is broken: by the reader who left, or for a moment."""
    timer = Timer(GRACE, _end, (duties,))
    timer.daemon = True
    timer.start()


@st.cache_resource(scope="session", show_spinner=False, on_release=_left)
def _watched(_duties: Duties) -> Duties:
    return _duties


def _end(duties: Duties) -> None:
    if not (runtime.exists() and runtime.get_instance().is_active_session(duties.session)):
        duties.do()


def end_all() -> None:
    """The server ends, and every visit with it."""
    for duties in list(_all):
        duties.do()
