"""The two engines give the very same answers: every question, with many choices, to the last row and type."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from duckdb import DuckDBPyConnection
from pandas.testing import assert_frame_equal

from database import long_answers, peers, queries, search, similar
from database.choice import Choice
from database.clickhouse.server import Clickhouse
from database.connection import open_database
from database.door import answer
from loaders.build import build
from tests.clickhouse.running import Server, put

Both = tuple[DuckDBPyConnection, Clickhouse]

WORDS = (
    "neįgalieji",
    "jauno verslo rėmimas",
    'kova "jauno verslo"',
    "Kėdainiai savanoriai",
    "zzz qqq",
    "ir",
    "50%_'\\",
)
"""What is searched for."""

IN_NO_ORDER = {"table"}
"""A whole table is taken away as it lies; the rows are the same."""


@pytest.fixture(scope="module")
def real(
    clickhouse_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[DuckDBPyConnection, Clickhouse]]:
    """The data of data/ themselves in both engines."""
    path = build(Path(__file__).parents[2] / "data", tmp_path_factory.mktemp("real"))
    assert path
    clickhouse = put(clickhouse_server, path, "real")
    with open_database(path) as database:
        yield database, clickhouse
    clickhouse.close()


@pytest.fixture(scope="module")
def world(duckdb_file: DuckDBPyConnection, clickhouse: Clickhouse) -> Both:
    """The invented world in both engines."""
    return duckdb_file, clickhouse


def choices(database: DuckDBPyConnection) -> list[Choice]:
    """Every way to narrow what is asked, with values that the data have."""
    overview = queries.strategies(database)
    groups = queries.group_matrix(database)["term"]
    themes = answer(database, "select theme from item_themes order by theme")["theme"]
    funds = answer(database, "select fund from funding_funds order by fund")["fund"]
    vvgs = tuple(overview["vvg"].unique()[::3])
    return [
        Choice(),
        Choice(counties=tuple(overview["county"].unique()[:2]), periods=tuple(overview["eu_period"].unique())),
        Choice(vvgs=vvgs, groups=tuple(groups.unique()[:3]), statuses=tuple(overview["status"].unique()[:1])),
        Choice(themes=(themes.iloc[0],), funds=(funds.iloc[0], funds.iloc[-1])),
        Choice(vvgs=("no such VVG", "'; drop table funding; --", "\\", "\n\t\0")),
    ]


def asked(database: DuckDBPyConnection) -> list[tuple[object, ...]]:
    """Every question with its arguments, for a range of choices."""
    vvgs = list(queries.vvgs(database)["vvg"])[::7]
    periods = sorted(queries.strategies(database)["eu_period"].unique())
    values: dict[str, list[object]] = {
        "choice": list(choices(database)),
        "scope": ["strategy", "measure"],
        "stage": ["allocated", "paid"],
        "per": list(queries.PER),
        "terms": [(), ("youth", "older_people")],
        "term": ["older_people", "unemployed"],
        "concept": [None, "participants"],
        "vvg": [*vvgs, None],
        "table": ["approvals", "editions", "documents", "territories", "programmes", "strategy_statuses"],
        "measures": [("residents",), ("residents", "unemployment_rate")],
        "kinds": [("municipality",), ("city", "county")],
        "municipality": list(queries.vvgs(database)["municipality"])[::9],
        "most": [None, 3],
        "fields": [("residents", "paid"), ("allocated",)],
        "states": [("known",), ("not_in_source", "unreadable")],
        "keys": [None, (), tuple(queries.sources(database)["source"])[::2]],
        "name": [*definitions_of(database)],
    }
    found: list[tuple[object, ...]] = []
    for name, question in [*questions(queries), *questions(long_answers)]:
        takes = list(inspect.signature(question).parameters)[1:]
        longest = max((len(values[one]) for one in takes), default=1)
        for number in range(longest):
            given = [values[one][number % len(values[one])] for one in takes]
            if "most" in takes:
                # A long answer is always cut; a table that lies in no order never.
                cut = {"table": None}.get(name, 3 if question in vars(long_answers).values() else given[-1])
                given[takes.index("most")] = cut
            if not (name != "questions" and None in [one for at, one in zip(takes, given, strict=True) if at == "vvg"]):
                found.append((name, question, *given))
    for word in WORDS:
        found.append(("hits", search.hits, word))
    found += [("known_figures", peers.known_figures), ("measures", similar.measures)]
    found += [("places", peers.places, period) for period in periods]
    found += [("figures", peers.figures, period, tuple(vvgs)) for period in periods]
    found += [
        ("members", peers.members, vvg, period, rule, tuple(vvgs))
        for vvg in vvgs[:2]
        for period in periods
        for rule in peers.RULES
    ]
    items = list(similar.measures(database)["item"])
    found += [("nearest_measures", similar.nearest_measures, item) for item in items[:: max(1, len(items) // 5)]]
    return found


def questions(module: object) -> list[tuple[str, object]]:
    """The questions of a module, by name."""
    return [
        (name, question)
        for name, question in vars(module).items()
        if inspect.isfunction(question) and question.__module__ == module.__name__ and not name.startswith("_")
    ]


def definitions_of(database: DuckDBPyConnection) -> list[str]:
    """The names of all tables and views."""
    return sorted(set(queries.columns(database)["table_name"]))


@pytest.mark.parametrize("data", ["world", "real"])
def test_every_question_has_the_same_answer(request, data):
    of_duckdb, of_clickhouse = request.getfixturevalue(data)
    different, count = [], 0
    for name, question, *given in asked(of_duckdb):
        expected, found = question(of_duckdb, *given), question(of_clickhouse, *given)
        count += 1
        if difference := unlike(expected, found, name in IN_NO_ORDER):
            different.append(f"{name}({', '.join(map(repr, given))[:150]}): {difference}")
    assert not different, "\n".join(different)
    assert count > 200


def unlike(expected: object, found: object, in_no_order: bool) -> str:
    """How two answers differ; nothing where they do not."""
    if not isinstance(expected, pd.DataFrame) or not isinstance(found, pd.DataFrame):
        return "" if expected == found else f"{expected!r:.300} and {found!r:.300}"
    if in_no_order and list(expected) == list(found):
        expected, found = (
            frame.sort_values(list(frame), kind="stable", key=lambda column: column.astype(str), ignore_index=True)
            for frame in (expected, found)
        )
    try:
        assert_frame_equal(expected, found, check_exact=True)
    except AssertionError as error:
        return " ".join(str(error).split())[:600]
    return ""
