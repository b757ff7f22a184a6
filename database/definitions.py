"""The SQL files of this room, by name: the tables, the views, the checks and the examples."""

import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

FOLDER = Path(__file__).resolve().parent

STORED = {
    "strategy_overview": ("strategy",),
    "funding_ranked": ("strategy", "scope", "stage", "place"),
    "funding_shown": ("strategy", "scope", "stage"),
    "edition_changes": ("strategy", "edition"),
    "funding_details": ("scope", "strategy", "funding"),
    "strategy_funds": ("strategy", "fund"),
    "group_phrases": ("strategy", "target_group"),
    "group_matrix": ("strategy", "term"),
    "indicator_pairs": ("scope", "concept", "strategy"),
    "indicator_headlines": ("strategy", "concept"),
    "comparison_figures": ("eu_period", "vvg", "position"),
    "gaps": ("strategy", "field"),
    "source_use": ("source",),
    "search_terms": ("number",),
    "search_postings": ("term", "entry", "place"),
}
"""Views whose rows are stored when a database is made, with their order: what pages ask of them lies side by side.

A view belongs here where working it out takes long for every question, whatever few strategies it asks for.
"""


def schema() -> str:
    """The statements that make the tables."""
    return (FOLDER / "schema.sql").read_text(encoding="utf-8")


@cache
def views() -> dict[str, str]:
    """The statement of each view, by its name."""
    return _named("views")


def query_of(view: str) -> str:
    """The query behind a view: the statement of its file without its comment and `create view … as`."""
    statement = views()[view]
    _before, _create, query = statement.partition(f"create view {view} as\n")
    return query.rstrip().removesuffix(";")


@cache
def views_in_order() -> tuple[str, ...]:
    """The names of all views, each after those that it asks. CycleError where two ask each other."""
    statements = {name: re.sub("--.*", "", statement) for name, statement in views().items()}
    asked = {
        name: statements.keys() & set(re.findall(r"\w+", statement)) - {name} for name, statement in statements.items()
    }
    return tuple(TopologicalSorter(asked).static_order())


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
