"""The SQL files of this room, by name: the tables, the views, the checks and the examples."""

import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def schema() -> str:
    """The statements that make the tables."""
    return (FOLDER / "schema.sql").read_text(encoding="utf-8")


@cache
def views() -> dict[str, str]:
    """The statement of each view, by its name."""
    return _named("views")


@cache
def views_in_order() -> tuple[str, ...]:
    """The statements of all views, each after those that it asks. CycleError where two ask each other."""
    statements = {name: re.sub("--.*", "", statement) for name, statement in views().items()}
    asked = {
        name: statements.keys() & set(re.findall(r"\w+", statement)) - {name} for name, statement in statements.items()
    }
    return tuple(views()[name] for name in TopologicalSorter(asked).static_order())


@cache
def checks() -> dict[str, str]:
    """The query of each check, by its name. A row = something unusual: subject, file, line, what, mend."""
    return _named("checks")


@cache
def examples() -> dict[str, str]:
    """Queries with which a reader of SQL may begin, by name."""
    return _named("examples")


def _named(folder: str) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted((FOLDER / folder).glob("*.sql"))}
