"""The open database, and what is read from it once: labels, periods, the list of VVGs.

Everything kept here is kept by the name of the database's file, so a new database is noticed by itself. A page is drawn
from one database to its end, even where a newer one arrives meanwhile.
"""

import json
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd
import streamlit as st

from database import queries
from database.connection import NoDatabase
from database.door import Database
from database.which import current_path, file_of, kept_path, mark, open_database
from ui import log
from ui.address import CITED
from ui.memory import remembered
from ui.texts import _, language

HELD = "held_database"
"""Where a session notes from which database its page is drawn."""

MOST_OPEN = 4
"""Databases that are open at once: the newest, and those of which cited addresses speak."""

MOST_ANSWERS = 500
"""Answers that are kept, for all readers of the served data and for each that has data of its own."""

OWN = "own_data"
"""Where a session holds data of its own: what is served and a draft (`ui/own_data.py`)."""

OPENING = Lock()


class OpenDatabase:
    """One built database: the connection, its version, and the words of its vocabularies."""

    def __init__(self, path: Path):
        self.path = path
        self.mark = mark(path)
        self.version = path.stem.removeprefix("atlas-")
        self.connection: Database = open_database(path)
        self.build = queries.build(self.connection)
        self.form = queries.form(self.connection)
        self.vvgs = queries.vvgs(self.connection)
        self.profiles: dict[str, dict[str, Any]] = {str(row["vvg"]): row for row in self.vvgs.to_dict("records")}
        self.cities = {vvg: short_name(row) for vvg, row in self.profiles.items()}
        words = queries.vocabulary(self.connection)
        self.terms: dict[str, dict[str, dict[str, object]]] = {}
        for row in words.to_dict("records"):
            properties = json.loads(row["properties"]) if isinstance(row["properties"], str) else {}
            self.terms.setdefault(row["scheme"], {})[row["code"]] = row | properties

    def label(self, scheme: str, code: object) -> str:
        """The name of a code in the reader's language; an unknown code stands for itself."""
        term = self.terms.get(scheme, {}).get(str(code))
        return str(term[language()]) if term else str(code)

    def meaning(self, scheme: str, code: str) -> str | None:
        """What a code means and what it does not, in the reader's language."""
        term = self.terms.get(scheme, {}).get(code, {})
        said = term.get(f"description_{language()}")
        return said if isinstance(said, str) else None

    def colour(self, scheme: str, code: str, other: str = "#7F7F7F") -> str:
        """The one colour of a code, everywhere."""
        return str(self.terms.get(scheme, {}).get(code, {}).get("colour", other))

    def codes(self, scheme: str) -> list[str]:
        """The codes of a scheme in their order."""
        return list(self.terms.get(scheme, {}))

    @property
    def file(self) -> Path | None:
        """The file of DuckDB with these data, to be taken away or read by another process; None where none is here."""
        return file_of(self.path)

    @property
    def keys(self) -> list[str]:
        """The keys of all VVGs, in Lithuanian order of their names."""
        return list(self.profiles)

    def city(self, vvg: str) -> str:
        """The short name of a VVG: its city, and its part of the city where it is one of several."""
        return self.cities[vvg]

    def strategy(self, row: dict[str, Any]) -> str:
        """A strategy in a few words: Utena, 2014–2020 m. In: its `vvg` and `eu_period`."""
        return f"{self.city(row['vvg'])}, {self.label('periods', row['eu_period'])}"


def short_name(row: pd.Series | dict) -> str:
    """Kėdainiai; Kaunas (Aleksotas)."""
    part = row["part"]
    return f"{row['city']} ({part})" if isinstance(part, str) else str(row["city"])


@remembered(MOST_OPEN, key=str)
def _opened(path: str) -> OpenDatabase:
    try:
        return OpenDatabase(Path(path))
    except duckdb.Error as error:
        raise NoDatabase(f"{Path(path).name}: {error}") from error


def usable_atlas() -> OpenDatabase:
    """The database in use now, for whoever asks, with or without a page. Raises NoDatabase where there is none."""
    try:
        atlas = _newest()
    except NoDatabase as missing:
        log.state_without_data(str(missing))
        raise
    log.state_of_data(atlas.version, str(atlas.build["built_at"]), int(str(atlas.build["facts"])))
    return atlas


def _newest() -> OpenDatabase:
    path = current_path()
    if path is None:
        raise NoDatabase("nothing is built")
    with OPENING:
        atlas = _opened(str(path))
        if atlas.mark != mark(path):
            # Damaged in its place, or made anew under its name. DuckDB gives the old one for as long as it is open.
            atlas.connection.close()
            with _opened.cache_lock:
                _opened.cache.pop(str(path), None)
            atlas = _opened(str(path))
    return atlas


def begin() -> None:
    """Begins to draw a whole page: to its end, and in the parts drawn for themselves later, it shows one database."""
    st.session_state.pop(HELD, None)
    st.session_state[HELD] = str(newest_atlas().path)


def keep_up() -> None:
    """In a part of a page that is drawn for itself: draws the whole page anew where a newer database has come."""
    held = st.session_state.get(HELD)
    if held and held != str(usable_atlas().path):
        st.rerun()


@dataclass(eq=False)
class OwnData:
    """A database that one visit alone shows, and the answers to what was asked of it: both end with the visit."""

    atlas: OpenDatabase
    shown: dict[str, Any]
    """What it shows beside the served data: vvg, strategies, replaced, is_new."""
    borders: Path
    """The served database, which has the same borders."""
    answers: dict[tuple[str, tuple[object, ...]], pd.DataFrame] = field(default_factory=dict)


def own_data() -> OwnData | None:
    """The data of this visit's own, where the page shows them."""
    own = st.session_state.get(OWN)
    return own if isinstance(own, OwnData) and open_atlas() is own.atlas else None


def open_atlas() -> OpenDatabase:
    """The database that the page shows.

    It is the one of which a cited address speaks, while it is kept; else the one of this visit; else the newest.
    """
    newest = newest_atlas()
    cited_version = st.query_params.get(CITED, "")
    try:
        path = kept_path(cited_version) if cited_version else None
    except NoDatabase:
        path = None
    if path is None or path == newest.path:
        own = st.session_state.get(OWN)
        return own.atlas if isinstance(own, OwnData) else newest
    try:
        cited = _opened(str(path))
    except NoDatabase:
        return newest
    # A database of an older form cannot answer what the pages ask today.
    return cited if cited.form == newest.form else newest


def newest_atlas() -> OpenDatabase:
    """The database in use when the page began. Where there is none, says so plainly and stops the page."""
    held = st.session_state.get(HELD)
    try:
        try:
            return _opened(held) if held else usable_atlas()
        except NoDatabase:
            return usable_atlas()
    except NoDatabase:
        st.error(_("The data are not ready. Try again in a moment: a new database may just be in the making."))
        st.stop()


def stop_without_file() -> None:
    """Ends the page here, with a plain word, where the data are on a server alone: it needs the file of them."""
    if newest_atlas().file is None:
        st.info(_("This page needs the database as a file, and this site keeps its data on a server without one."))
        st.stop()


def version() -> str:
    """What every cached answer is keyed by."""
    return open_atlas().version


def frame(name: str, *arguments: object) -> pd.DataFrame:
    """The answer to a question of `database.queries`, kept for as long as the database stays the same.

    In: the name of the question (`peers.members` for one of `database.peers`) and its arguments after the database
    (hashable). Out: a DataFrame that nobody may change: take a copy first.
    """
    own = own_data()
    if own is None:
        return _answered(str(open_atlas().path), name, arguments)
    asked = (name, arguments)
    if asked not in own.answers:
        if len(own.answers) >= MOST_ANSWERS:
            own.answers.clear()
        own.answers[asked] = _ask(own.atlas, name, arguments)
    return own.answers[asked]


@remembered(MOST_ANSWERS, key=lambda *asked: asked)
def _answered(path: str, name: str, arguments: tuple[object, ...]) -> pd.DataFrame:
    return _ask(_opened(path), name, arguments)


def _ask(atlas: OpenDatabase, name: str, arguments: tuple[object, ...]) -> pd.DataFrame:
    room, _dot, question = name.rpartition(".")
    asked = import_module(f"database.{room}") if room else queries
    answer: pd.DataFrame = getattr(asked, question)(atlas.connection, *arguments)
    return answer
