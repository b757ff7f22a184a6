"""Parts of a page that are drawn for themselves: a choice within one draws that part anew, and nothing else."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps

import streamlit as st

from ui import settling
from ui.navigation import Ended
from ui.session import keep_up
from ui.texts import speak


def part(draw: Callable[..., None]) -> Callable[..., None]:
    """Makes a part of a page of what `draw` draws; it shows the same database as its page, and may end early.

    Whatever depends on a choice within the part has to stand in it, too. Parts may stand within parts.
    """

    @st.fragment
    @wraps(draw)
    def drawn(*given: object) -> None:
        speak()
        keep_up()
        with suppress(Ended):
            draw(*given)
        settling.settle()

    return drawn
