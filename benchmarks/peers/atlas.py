"""The atlas's own questions on its own file: those of database/queries.py and of database/examples."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd
from duckdb import DuckDBPyConnection

from benchmarks.peers.questions import VVG
from database import queries
from database.choice import Choice
from database.connection import ROOT, open_database
from database.door import answer


def load(world: Path, _folder: Path) -> DuckDBPyConnection:
    """The database, opened as the dashboard opens it: read-only, two threads, a gigabyte."""
    return open_database(world)


def _example(database: DuckDBPyConnection, name: str) -> pd.DataFrame:
    return answer(database, (ROOT / "database" / "examples" / f"{name}.sql").read_text(encoding="utf-8"))


ANSWERS: dict[str, Callable[[DuckDBPyConnection], pd.DataFrame]] = {
    "funding": queries.funding,
    "totals": queries.totals,
    "funding_spread": lambda database: queries.funding_spread(database, Choice(), "strategy", "allocated", "resident"),
    "money_by_fund": partial(_example, name="money_by_fund"),
    "funding_by_theme": queries.funding_by_theme,
    "projects_of_vvg": lambda database: queries.projects(database, Choice(vvgs=(VVG,))),
    "largest_projects": partial(_example, name="largest_projects"),
    "funding_choices": queries.funding_choices,
    "indicator_choices": queries.indicator_choices,
    "group_counts": queries.group_counts,
    "calls_by_year": partial(_example, name="calls_by_year"),
    "applicants": partial(_example, name="one_applicant_many_projects"),
}


def rows(answered: pd.DataFrame, columns: tuple[str, ...]) -> list[tuple[object, ...]]:
    """The rows of an answer in these columns."""
    return list(answered[list(columns)].itertuples(index=False, name=None))
