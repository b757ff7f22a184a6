"""A draft among the served data, in a database that one visit alone shows: it is begun, named on every page, and ended.

Its file lies in a folder of its own, which goes when the reader, the visit (`ui/leaving.py`) or the server ends, and
at the latest a day later.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from weakref import WeakSet, finalize

import streamlit as st

from ui import leaving
from ui.navigation import link
from ui.session import OWN, OpenDatabase, OwnData, newest_atlas, own_data
from ui.texts import _, plain

FOLDER = "vvg-atlas-visit-"
"""How the folders of visits are called, in the folder for temporary files."""
LONGEST = 24 * 60 * 60
"""Seconds after which a folder that was left behind is removed."""
MOST_VISITS = 20
"""Visits that have data of their own at the same time."""

MARK = "+"
"""At the end of the version of the data: not the served data alone."""

_open: WeakSet[OwnData] = WeakSet()


def has_room() -> bool:
    """Whether one more visit may have data of its own."""
    return len(_open) < MOST_VISITS or isinstance(st.session_state.get(OWN), OwnData)


def begin(make: Callable[[Path, Path], dict[str, Any] | None]) -> bool:
    """Makes the visit's own database and shows it from now on, in the place of one from before; whether it could.

    In: `make`, which is given the served database and the file to be made, and says what it shows, or None.
    """
    _sweep()
    served = newest_atlas()
    folder = Path(tempfile.mkdtemp(prefix=FOLDER))
    own = None
    try:
        path = folder / f"atlas-{served.version}{MARK}.duckdb"
        shown = make(served.file, path) if served.file else None
        if shown is not None:
            own = OwnData(OpenDatabase(path), shown, served.path)
    finally:
        if own is None:
            shutil.rmtree(folder, ignore_errors=True)
    if own is None:
        return False
    end()
    # Should nobody end it: when it is forgotten, or with the process.
    finalize(own, shutil.rmtree, folder, ignore_errors=True)
    _open.add(own)
    st.session_state[OWN] = own
    leaving.at_the_end(OWN, partial(_close, own))
    return True


def end() -> None:
    """From now on the visit shows the served data; its own are removed."""
    own = st.session_state.pop(OWN, None)
    if isinstance(own, OwnData):
        leaving.at_the_end(OWN, None)
        _close(own)


def _close(own: OwnData) -> None:
    _open.discard(own)
    own.answers.clear()
    own.atlas.connection.close()
    shutil.rmtree(own.atlas.path.parent, ignore_errors=True)


def banner() -> None:
    """On every page that shows the visit's own data: that it does, and the way back."""
    own = own_data()
    if own is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="own_data"):
        st.markdown(plain(_("Your draft is shown too ({what}), only in this visit.", what=named(own.atlas, own.shown))))
        with st.container(horizontal=True, vertical_alignment="center", width="content", key="own_data_ways"):
            link("add", _("To the draft"))
            st.button(_("Show without it"), on_click=end, key="own_data_end", type="tertiary")


def named(atlas: OpenDatabase, shown: dict[str, Any]) -> str:
    """The VVG and the EU periods of the strategies that the draft stands for: Kelmė, 2014–2020."""
    periods = [atlas.label("periods", key.partition("/")[2]) for key in shown["strategies"]]
    return ", ".join([atlas.city(shown["vvg"]), *periods])


def _sweep() -> None:
    """Removes what a killed server left behind."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        try:
            status = folder.stat()
        except OSError:
            continue
        if status.st_uid == os.getuid() and time.time() - status.st_mtime > LONGEST:
            shutil.rmtree(folder, ignore_errors=True)
