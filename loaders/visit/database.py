"""The database of one visit: what is served, with a draft in the place of the strategies that it is about.

It is made of the rows of the served database, not of data/: a reader compares the draft with what everybody sees.
"""

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import duckdb

from database.stored import stored
from loaders.build import NO_FACTS, SMALL_FILE, unknown_names, unusual
from loaders.documents.known import read_known
from loaders.filling import Tables, fill
from loaders.problems import BuildRefused, Problem
from loaders.search import search_rows
from loaders.vvg_files import VvgRows

_ABOUT_STRATEGY = ("strategy", "subject", "fact", "item", "funding", "target_group", "entry")
"""Columns that hold the key of a strategy or of a fact of one, by table."""
_SAID_BY_OTHERS = ("strategy_statuses",)
"""What national sources say of a strategy stays, whoever recorded it."""


@dataclass(frozen=True, slots=True)
class Visiting:
    """What the database of a visit shows beside the served data."""

    vvg: str
    strategies: tuple[str, ...]
    replaced: tuple[str, ...]
    """Those that the served data have too, and that the draft now stands for."""
    is_new: bool
    """Whether the served data do not know the VVG."""


def build_for_visit(rows: VvgRows, name: str, served: Path, into: Path) -> tuple[Visiting, list[tuple[str, Problem]]]:
    """Makes the file `into`: the rows of `served` and of a draft, whose record would be `name`.yaml.

    Out: what it shows, and what the checks find in the draft, by the name of the check: nothing of it keeps the
    database from being made. Raises BuildRefused where the tables refuse the draft, NoDatabase.
    """
    added: Tables = defaultdict(list)
    for table, row in rows.all(name):
        added[table].append(row)
    known = stored(served)
    vvg = rows.record.vvg
    strategies = {str(row["strategy"]) for row in added["strategies"]}
    there = {str(row["strategy"]) for row in known["strategies"] if row["detail"] == "recorded"}
    is_new = vvg not in {row["vvg"] for row in known["vvgs"]}
    _rename_sources(added, {str(row["source"]) for row in known["sources"]})
    places = {name: known[name] for name in ("municipalities", "places")}
    if problems := list(unknown_names(places | {"vvgs": added["vvgs"] if is_new else []})):
        raise BuildRefused(problems)
    for row in search_rows(added, read_known().vocabularies):
        added[row[0]].append(row[1])
    tables = {table: [row for row in kept if not _is_of(table, row, strategies)] for table, kept in known.items()}
    if not is_new:
        tables["vvgs"] = [row | _record(added["vvgs"][0]) if row["vvg"] == vvg else row for row in known["vvgs"]]
        added["vvgs"] = []
        added["search_entries"] = [row for row in added["search_entries"] if row["entry"] != vvg]
    for table, new in added.items():
        tables[table] += new
    for number, row in enumerate(tables["search_entries"], 1):
        row["number"] = number
    facts = sum(len(kept) for table, kept in tables.items() if table not in NO_FACTS | {"build"})
    tables["build"] = [row | {"facts": facts} for row in tables["build"]]
    with duckdb.connect(str(into), config=SMALL_FILE) as database:
        fill(database, tables)
        file = f"{name}.yaml"
        found = [(check, problem) for check, _subject, problem in unusual(database) if problem.file == file]
    shown = Visiting(vvg, tuple(sorted(strategies)), tuple(sorted(strategies & there)), is_new)
    return shown, found


def _record(vvg: dict[str, object]) -> dict[str, object]:
    return {key: vvg[key] for key in ("file", "line")}


def _is_of(table: str, row: dict[str, object], strategies: Set[str]) -> bool:
    """Whether a row belongs to one of the strategies that the draft stands for."""
    if table in _SAID_BY_OTHERS:
        return False
    for column in _ABOUT_STRATEGY:
        key = row.get(column)
        if isinstance(key, str) and "/".join(key.split("/")[:2]) in strategies:
            return True
    return False


def _rename_sources(added: Tables, taken: Set[str]) -> None:
    """Gives the sources of the draft keys that no source of the same VVG has: `pakruojis/S1` may be another page."""
    new: dict[object, str] = {}
    for source in added["sources"]:
        owner = str(source["source"]).partition("/")[0]
        free = (key for number in count(1) if (key := f"{owner}/D{number}") not in taken and key not in new.values())
        new[source["source"]] = next(free)
    for rows in added.values():
        for row in rows:
            for column in ("source", "text"):
                if row.get(column) in new:
                    row[column] = new[row[column]]
