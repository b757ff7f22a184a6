"""Where the atlas's own time goes in one question: the heaviest steps of EXPLAIN ANALYZE."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from duckdb import DuckDBPyConnection

from benchmarks.peers import atlas
from database.choice import Parameters
from database.door import answer

HEAVY = 3
"""Steps that are told of one question."""


@dataclass(frozen=True)
class Step:
    """One step of a plan: what it does, on what, how many rows it gives, and milliseconds of processor time."""

    does: str
    rows: int
    milliseconds: float


class Listening:
    """Stands in for the database (`database.door.Elsewhere`) and keeps the statement that a question asks of it."""

    def __init__(self, database: DuckDBPyConnection):
        self.database = database
        self.asked: list[tuple[str, Parameters]] = []

    def answer(self, sql: str, parameters: Parameters) -> pd.DataFrame:
        """The rows of a question."""
        self.asked.append((sql, parameters))
        return answer(self.database, sql, parameters)


def profile(world: Path, name: str) -> tuple[float, list[Step]]:
    """Milliseconds of processor time of a question without what pandas adds, and its heaviest steps, heaviest first."""
    listening = Listening(atlas.load(world, world.parent))
    atlas.ANSWERS[name](listening)  # type: ignore[arg-type]
    [(sql, parameters)] = listening.asked
    explained = listening.database.cursor().execute(f"explain (analyze, format json) {sql}", parameters).fetchall()
    plan = json.loads(explained[0][1])
    steps = sorted((step for root in plan["operator"] for step in _steps(root)), key=lambda step: -step.milliseconds)
    return plan["query"]["cpu_time"] * 1000, steps[:HEAVY]


def _steps(node: dict) -> Iterator[Step]:
    about = node.get("extra_info", {})
    what = about.get("Table") or about.get("Conditions") or about.get("Groups") or about.get("Order By") or ""
    what = ", ".join(what) if isinstance(what, list) else str(what)
    table = what.rpartition(".")[2].strip('"') if "Table" in about else what
    does = f"{node['type'].lower().replace('_', ' ')} {table}".strip()
    yield Step(does, node["intermediate_rows"], 1000 * node["timing"])
    for child in node.get("children", []):
        yield from _steps(child)
