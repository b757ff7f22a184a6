"""Which systems are asked, and by which piece each of them loads the data, answers, and gives its rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

MODULES = {
    "atlas": ("atlas", "load"),
    "pandas": ("in_pandas", "load"),
    "polars, in memory": ("in_polars", "load"),
    "polars, on Parquet": ("in_polars", "load_files"),
    "SQLite": ("in_sqlite", "load"),
}
"""System -> its module, and what in it opens the data."""


@dataclass(frozen=True)
class System:
    """One system: `load(world, folder)` opens its data; an answer of `answers` has its rows by `rows`."""

    load: Callable[[Path, Path], Any]
    answers: dict[str, Callable[[Any], Any]]
    rows: Callable[[Any, tuple[str, ...]], list[tuple[object, ...]]]


def system(name: str) -> System:
    """The system of that name. Nothing of the others is imported: each is measured alone in its process."""
    module, load = MODULES[name]
    made = import_module(f"benchmarks.peers.{module}")
    return System(getattr(made, load), made.ANSWERS, made.rows)
