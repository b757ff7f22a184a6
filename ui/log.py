"""What the server writes down: a line for each database it takes into use and for each fault, and nothing of readers.

The message of a fault may repeat what a reader typed, so it stays out; the class and the lines of the code say where.
"""

import logging
import time
from pathlib import Path
from traceback import extract_tb

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
LOG = logging.getLogger("atlas")
STREAMLITS_FAULTS = "streamlit.error_util"
"""The logger to which Streamlit writes a fault with its message."""

_told = {"state": ""}


def settle() -> None:
    """Sets up the log of this process, once: lines to stderr, each with its time in UTC."""
    if not LOG.handlers:
        LOG.addHandler(logging.StreamHandler())
        form = logging.Formatter("%(asctime)sZ %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S")
        form.converter = time.gmtime
        LOG.handlers[0].setFormatter(form)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    logging.getLogger(STREAMLITS_FAULTS).addFilter(_is_no_fault_of_a_page)


def state_of_data(version: str, built: str, facts: int) -> None:
    """A database is in use; written once, until something else is."""
    _tell(logging.INFO, f"data {version} in use, built {built}, {facts} facts")


def state_without_data(reason: str) -> None:
    """No database can be used, and why; written once, until one can."""
    _tell(logging.ERROR, f"no usable data: {(reason.splitlines() or [''])[0]}")


def fault(error: Exception) -> None:
    """One line for an error that a page did not expect; the reader then sees Streamlit's plain sentence."""
    # Imported here: the port opens before what reads databases is loaded.
    from database.which import NoDatabase, current_path

    try:
        path = current_path()
    except NoDatabase:
        path = None
    page = st.session_state.get("page_path", "")
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    version = path.stem.removeprefix("atlas-") if path else "none"
    LOG.error("fault on /%s: %s at %s, data %s", page, kind, " > ".join(_own_lines(error)) or "?", version)


def _own_lines(error: Exception) -> list[str]:
    """Where in the atlas it happened, from the page to the deepest line."""
    lines = []
    for frame in extract_tb(error.__traceback__):
        file = Path(frame.filename)
        if file.is_relative_to(ROOT) and "site-packages" not in file.parts:
            lines.append(f"{file.relative_to(ROOT)}:{frame.lineno}")
    return lines


def _is_no_fault_of_a_page(record: logging.LogRecord) -> bool:
    return record.exc_info is None


def _tell(level: int, state: str) -> None:
    if _told["state"] != state:
        _told["state"] = state
        LOG.log(level, "%s", state)
