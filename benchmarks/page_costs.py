"""What one drawing of each page asks, takes and sends, with nothing kept from before: run in a process of its own."""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import SimpleNamespace

import click
import pandas as pd
from duckdb import DuckDBPyConnection

from database.connection import ROOT, open_database

VVG = "isgalvota-00007"
"""A group that every invented world has."""

PAGES = (
    ("overview", {}),
    ("map", {}),
    ("map", {"measure": "groups"}),
    ("funding", {}),
    *[("funding", {"view": view}) for view in ("stages", "items", "sums")],
    ("target_groups", {}),
    ("indicators", {}),
    ("indicators", {"concept": "participants", "scope": "project"}),
    ("compare", {"vvg": VVG}),
    ("vvg", {"vvg": VVG}),
    *[("vvg", {"vvg": VVG, "section": section}) for section in ("money", "indicators", "work", "course")],
    ("search", {"q": "bendruomenė"}),
    ("search", {"q": "jaunimo įgūdžius"}),
    ("gaps", {}),
    ("data", {}),
    ("data", {"table": "projects"}),
    ("data", {"section": "sources"}),
    ("method", {}),
)
"""Every page, and its ways of looking that ask most."""


@dataclass
class Watched:
    """A connection that notes how long each question took and how many rows it gave."""

    connection: DuckDBPyConnection
    seconds: list[float] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def answer(self, sql: str, parameters: list) -> pd.DataFrame:
        """The rows of a question, as `database.door` asks for them."""
        began = time.perf_counter()
        found = self.connection.cursor().execute(sql, parameters).df()
        self.seconds.append(time.perf_counter() - began)
        self.rows.append(len(found))
        self.texts.append(sql)
        return found

    def __getattr__(self, name: str) -> object:
        return getattr(self.connection, name)


@dataclass(frozen=True)
class Cost:
    """One drawing of a page: seconds of its questions and of all, its questions, rows that they gave, bytes sent.

    again: seconds of the script for the next reader, when answers and drawings are kept.
    """

    page: str
    query_seconds: float
    seconds: float
    again: float
    questions: int
    rows: int
    sent: int
    longest: str = ""


def costs(pages: tuple = PAGES, vvg: str = VVG) -> Iterator[Cost]:
    """The cost of each page of the database in use (ATLAS_BUILD), nothing kept from the page before."""
    from streamlit.testing.v1 import AppTest
    from streamlit.util import calc_hash

    from ui import memory, session
    from ui.stops import STOPS

    opened: list[Watched] = []

    def watched(path: Path) -> Watched:
        opened.append(Watched(open_database(path)))
        return opened[-1]

    session.open_database = watched
    load_as_a_server_does()
    for at, (name, query) in enumerate((("method", {}), *pages)):
        memory.forget()
        for connection in opened:
            connection.connection.close()
        opened.clear()
        took = []
        for _turn in range(2):
            app = AppTest.from_file(ROOT / "ui" / "main.py", default_timeout=600)
            for key, value in query.items():
                app.query_params[key] = vvg if key == "vvg" else value
            app._page_hash = calc_hash(STOPS[name].path)
            began = time.perf_counter()
            app.run()
            took.append(time.perf_counter() - began)
            if app.exception:
                raise RuntimeError(f"{name} {query}: {app.exception[0].message}")
        [asked] = opened
        longest = asked.texts[asked.seconds.index(max(asked.seconds))]
        label = " ".join([name, *(f"{key}={value}" for key, value in query.items() if key != "vvg")])
        if at == 0:
            # What is imported with the first page is no cost of it.
            continue
        yield Cost(
            label, sum(asked.seconds), took[0], took[1], len(asked.seconds), sum(asked.rows), size(app),
            " ".join(longest.split()),
        )  # fmt: skip


def load_as_a_server_does() -> None:
    """Of a table that is loaded as it is scrolled a server sends the first rows; AppTest would be given all."""
    from streamlit import config
    from streamlit.dataframe import lazy_df_source

    lazy_df_source.config = SimpleNamespace(
        get_option=lambda name: name != "global.appTest" and config.get_option(name)
    )


def size(app: object) -> int:
    """Bytes of all elements that a browser gets for a page. What `load_as_a_server_does` says is done before."""

    def below(block: object) -> Iterator[int]:
        for child in getattr(block, "children", {}).values():
            proto = getattr(child, "proto", None)
            yield proto.ByteSize() if hasattr(proto, "ByteSize") else 0
            yield from below(child)

    return sum(below(app.main))


@click.command()
@click.option("--only", default="", help="Pages whose label holds this.")
@click.option("--vvg", default=VVG, show_default=True, help="The VVG whose profile is drawn.")
@click.option("--tell", is_flag=True, help="In words, with the longest question; else as JSON, a line a page.")
def command(only: str, vvg: str, tell: bool) -> None:
    """Draws every page of the database of ATLAS_BUILD once and tells what each cost."""
    os.chdir(ROOT)
    chosen = tuple(each for each in PAGES if only in " ".join([each[0], *map(str, each[1].values())]))
    for cost in costs(chosen, vvg):
        if tell:
            click.echo(
                f"{cost.page:44} {cost.query_seconds:7.2f} s asked {cost.seconds:7.2f} s, again {cost.again:6.2f} s"
                f" {cost.questions:4} questions {cost.rows:9,} rows {cost.sent:11,} bytes  {cost.longest[:150]}"
            )
        else:
            click.echo(json.dumps(asdict(cost)))


if __name__ == "__main__":
    command(prog_name="python -m benchmarks.page_costs")
