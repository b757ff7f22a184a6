"""The address: every choice of a reader stands in it by its code, so a link shows the same page to anybody.

Streamlit's own binding writes the label that is shown, which is another one in another language. Here the address
is the one truth: before a control is drawn it takes its value from there, and a change is written there first.
"""

from collections.abc import Sequence
from urllib.parse import quote

import streamlit as st

from ui.texts import DEFAULT, LANGUAGES

LONGEST = 200
"""Characters of a free text that are taken from the address."""


LONGEST_WRITTEN = 8000
"""Characters of a long text as an address writes it (%20 for a space): a server refuses addresses much longer."""

CITED = "v"
"""The name of the data version in an address that was cited."""


def one_of(key: str, options: Sequence[str], default: str | None) -> dict[str, object]:
    """Arguments for a control that chooses one option: its key and what it does on a change.

    A value of the address that is no option is dropped and cleaned away.
    """
    wanted = st.query_params.get(key)
    if wanted is not None and wanted not in options:
        del st.query_params[key]
        wanted = None
    st.session_state[_state(key)] = wanted or default
    return {"key": _state(key), "on_change": _write_one, "args": (key, default)}


def one_number(key: str, most: int) -> dict[str, object]:
    """Arguments for a control that chooses a number from 1, which it starts with, to `most`."""
    wanted = st.query_params.get(key, "1")
    if wanted not in map(str, range(1, most + 1)):
        del st.query_params[key]
        wanted = "1"
    st.session_state[_state(key)] = int(wanted)
    return {"key": _state(key), "on_change": _write_number, "args": (key,)}


def some_of(key: str, options: Sequence[str], most: int | None = None) -> dict[str, object]:
    """Arguments for a control that chooses several options, at most `most`."""
    known = chosen(key, options, most)
    if known != st.query_params.get_all(key):
        _put(key, known)
    st.session_state[_state(key)] = known
    return {"key": _state(key), "on_change": _write_some, "args": (key,)}


def chosen(key: str, options: Sequence[str], most: int | None = None) -> list[str]:
    """Which of the options the address asks for, in its order."""
    return [value for value in dict.fromkeys(st.query_params.get_all(key)) if value in options][:most]


def words(key: str) -> dict[str, object]:
    """Arguments for a field of free text."""
    st.session_state[_state(key)] = (st.query_params.get(key) or "")[:LONGEST]
    return {"key": _state(key), "on_change": _write_one, "args": (key, "")}


def draft(key: str, longest: int) -> dict[str, object]:
    """Arguments for a field of long text in a form: what is written there is in the address once it is sent.

    Another address that is opened takes the place of what is in the field; anything else leaves it as it is.
    """
    written = (st.query_params.get(key) or "")[:longest]
    if _state(key) not in st.session_state or st.session_state.get(_seen(key)) != written:
        st.session_state[_state(key)] = written
    st.session_state[_seen(key)] = written
    return {"key": _state(key)}


def drafted(key: str) -> str:
    """What was last sent from a field of long text, or came with the address."""
    return str(st.session_state.get(_state(key)) or "")


def send(key: str) -> None:
    """Writes the text of a form to the address; a text that is too long for one stays in its field alone."""
    text = drafted(key)
    kept = text if len(quote(text)) <= LONGEST_WRITTEN else ""
    _put(key, [kept] if kept else [])
    st.session_state[_seen(key)] = kept


def is_kept(key: str) -> bool:
    """Whether the address has the text that was sent."""
    return st.query_params.get(key, "") == drafted(key)


def switch(key: str, default: bool = False) -> dict[str, object]:
    """Arguments for a control that is on (1) or off (0)."""
    wanted = st.query_params.get(key)
    st.session_state[_state(key)] = wanted == "1" if wanted in ("0", "1") else default
    return {"key": _state(key), "on_change": _write_switch, "args": (key, default)}


def is_on(key: str) -> bool:
    """Whether the address asks for something that is on (1) or off."""
    return st.query_params.get(key) == "1"


def language() -> dict[str, object]:
    """Arguments for the choice of the language.

    Streamlit's menu drops what stands in the address; the language of this visit is put back there.
    """
    visited = st.session_state.get("lang", DEFAULT)
    if visited != DEFAULT and "lang" not in st.query_params:
        st.query_params["lang"] = visited
    bound = one_of("lang", list(LANGUAGES), DEFAULT)
    st.session_state["lang"] = st.session_state[_state("lang")]
    return bound | {"on_change": _write_language, "args": ()}


def change(key: str, value: str | Sequence[str] | None) -> None:
    """Writes a choice (several options for a choice of several) from elsewhere: a click on a chart, a button."""
    _put(key, [value] if isinstance(value, str) and value else list(value or ()))


def _state(key: str) -> str:
    return f"choice_{key}"


def _seen(key: str) -> str:
    return f"address_{key}"


def _write_one(key: str, default: str | None) -> None:
    value = st.session_state[_state(key)]
    _put(key, [value] if value and value != default else [])


def _write_number(key: str) -> None:
    value = int(st.session_state[_state(key)])
    _put(key, [str(value)] if value > 1 else [])


def _write_language() -> None:
    st.session_state["lang"] = st.session_state[_state("lang")]
    _write_one("lang", DEFAULT)


def _write_some(key: str) -> None:
    _put(key, list(st.session_state[_state(key)]))


def _write_switch(key: str, default: bool) -> None:
    value = bool(st.session_state[_state(key)])
    _put(key, [str(int(value))] if value != default else [])


def _put(key: str, values: list[str]) -> None:
    if values:
        st.query_params[key] = values if len(values) > 1 else values[0]
    elif key in st.query_params:
        del st.query_params[key]
