"""The open database, and what is read from it once: labels, periods, the list of VVGs.

Everything kept here is kept by the name of the database's file, so a new database is noticed by itself.
"""

import json
from importlib import import_module
from pathlib import Path

import pandas as pd
import streamlit as st
from duckdb import DuckDBPyConnection

from database import queries
from database.connection import NoDatabase, current_path, kept_path, open_database
from ui.address import CITED
from ui.texts import _, language


class OpenDatabase:
    """One built database: the connection, its version, and the words of its vocabularies."""

    def __init__(self, path: Path):
        self.path = path
        self.version = path.stem.removeprefix("atlas-")
        self.connection: DuckDBPyConnection = open_database(path)
        self.build = queries.build(self.connection)
        self.form = queries.form(self.connection)
        self.vvgs = queries.vvgs(self.connection)
        self.cities = {str(row["vvg"]): short_name(row) for row in self.vvgs.to_dict("records")}
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

    def city(self, vvg: str) -> str:
        """The short name of a VVG: its city, and its part of the city where it is one of several."""
        return self.cities[vvg]


def short_name(row: pd.Series | dict) -> str:
    """Kėdainiai; Kaunas (Aleksotas)."""
    part = row["part"]
    return f"{row['city']} ({part})" if isinstance(part, str) else str(row["city"])


@st.cache_resource(max_entries=4, show_spinner=False)
def _opened(path: str) -> OpenDatabase:
    return OpenDatabase(Path(path))


def open_atlas() -> OpenDatabase:
    """The database that the page shows: the newest, or the one of which a cited address speaks, while it is kept."""
    newest = newest_atlas()
    path = kept_path(st.query_params.get(CITED, ""))
    if path is None or path == newest.path:
        return newest
    try:
        cited = _opened(str(path))
    except NoDatabase:
        return newest
    # A database of an older form cannot answer what the pages ask today.
    return cited if cited.form == newest.form else newest


def newest_atlas() -> OpenDatabase:
    """The database in use. Where there is none, says so plainly and stops the page."""
    path = current_path()
    try:
        if path is None:
            raise NoDatabase("nothing is built")
        return _opened(str(path))
    except NoDatabase:
        st.error(_("The data are not ready. Try again in a moment: a new database may just be in the making."))
        st.stop()


def version() -> str:
    """What every cached answer is keyed by."""
    return open_atlas().version


def frame(name: str, *arguments: object) -> pd.DataFrame:
    """The answer to a question of `database.queries`, kept for as long as the database stays the same.

    In: the name of the question (`peers.members` for one of `database.peers`) and its arguments after the database
    (hashable). Out: a DataFrame that nobody may change: take a copy first.
    """
    return _answered(str(open_atlas().path), name, arguments)


@st.cache_resource(max_entries=500, show_spinner=False)
def _answered(path: str, name: str, arguments: tuple[object, ...]) -> pd.DataFrame:
    room, _dot, question = name.rpartition(".")
    asked = import_module(f"database.{room}") if room else queries
    return getattr(asked, question)(_opened(path).connection, *arguments)
