"""An invented world of any size, built as the real one is.

`python -m benchmarks.world --strategies 3300 --projects 2000000 --into DIR`. The small invented world of tests/world
(its disputed sums, gaps and national figures) is read as always; many more invented strategies are added to its rows,
and millions of projects inside the database; schema, views, checks and digest hold for all of them.
"""

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import click
from duckdb import DuckDBPyConnection

from benchmarks import projects as bulk
from benchmarks.strategies import PERIODS, Maker, phrases_of
from database.connection import ROOT, build_folder
from loaders.build import build_tables, gather
from loaders.filling import Tables, insert
from loaders.search import search_rows
from loaders.vocabularies import Vocabularies, read_vocabularies

RECEIVED = ("vocabularies", "statistics", "boundaries")
LOT = 400
"""Strategies whose rows are held at once; even, for the two of a group stand side by side."""

MARK = "INVENTED"
"""The file by which a folder is known to hold nothing but invented worlds."""


class RefusedTarget(Exception):
    """The folder is, or may be, one of the real data."""


def tables(strategies: int, seed: int = 1) -> Tables:
    """The rows of an invented world with so many strategies; the same for the same number and seed.

    Raises ValueError where fewer are asked for than tests/world holds.
    """
    vocabularies, small = _small(strategies)
    lots = _lots(vocabularies, small, strategies, seed)
    found: Tables = defaultdict(list)
    for lot in (small, *lots):
        for table, rows in lot.items():
            found[table] += rows
    return found


def build_world(strategies: int, into: Path, seed: int = 1, projects: int = 0) -> Path:
    """Builds an invented world in a folder of its own: the path of its database.

    In: how many strategies; how many projects beside the two of each strategy. Raises RefusedTarget, before anything
    is written, for data/ and all below it, for the folder of the database in use, and for any folder that holds
    something else than an invented world.
    """
    _refuse_real(into)
    vocabularies, small = _small(strategies)
    into.mkdir(parents=True, exist_ok=True)
    (into / MARK).write_text("Every group and figure of these databases is invented.\n", encoding="utf-8")

    def more(database: DuckDBPyConnection) -> None:
        for lot in _lots(vocabularies, small, strategies, seed):
            insert(database, lot)
        if projects:
            meant = bulk.phrases(vocabularies.schemes["target_groups"], phrases_of(vocabularies))
            bulk.insert(database, projects, seed, meant)

    return build_tables(small, into, more=more)


def _small(strategies: int) -> tuple[Vocabularies, Tables]:
    """The small world, with what the ministry says of one of so many strategies."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(ROOT / "tests" / "world", data)
        for part in RECEIVED:
            (data / part).symlink_to(ROOT / "data" / part)
        vocabularies = read_vocabularies(data)
        small = gather(data, vocabularies)
    if strategies < len(small["strategies"]):
        raise ValueError(f"the small world alone has {len(small['strategies'])} strategies")
    small["national"] += _counts_of_the_ministry(small, strategies)
    return vocabularies, small


def _lots(vocabularies: Vocabularies, small: Tables, strategies: int, seed: int) -> Iterator[Tables]:
    """The rows of the strategies that are invented in numbers, so many at a time that they need little memory."""
    maker = Maker(Random(seed), vocabularies, [str(row["place"]) for row in small["places"]], _homes(small))
    known = len(small["search_entries"])
    more = strategies - len(small["strategies"])
    for start in range(0, more, LOT):
        lot: Tables = defaultdict(list)
        for number in range(start, min(start + LOT, more)):
            for table, row in maker.strategy(number // len(PERIODS), PERIODS[number % len(PERIODS)]):
                lot[table].append(row)
        lot["search_entries"] = [row for _table, row in search_rows(lot, vocabularies, known)]
        known += len(lot["search_entries"])
        yield lot


def _refuse_real(into: Path) -> None:
    target = into.resolve()
    real = [(ROOT / "data").resolve(), build_folder().resolve()]
    if any(target == folder or folder in target.parents or target in folder.parents for folder in real):
        is_marked = (target / MARK).is_file() and real[0] not in (target, *target.parents)
        if not is_marked:
            raise RefusedTarget(f"{into}: an invented world is never written where real data are")
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise RefusedTarget(f"{into}: not empty, and it holds no invented world; choose another folder")


def _counts_of_the_ministry(small: Tables, strategies: int) -> list[dict[str, object]]:
    """As many funded strategies as the world may have, later than the count of the small one."""
    funded = Decimal(strategies // 2)
    [said] = [row for row in small["national"] if row["topic"] == "selection"]
    return [
        said | {"national": f"isgalvota/{period}", "eu_period": period, "as_of": "2025-01-01", "value": funded}
        for period in PERIODS
    ]


def _homes(small: Tables) -> dict[str, str]:
    return {str(row["place"]): str(row["municipality"]) for row in small["places"]}


@click.command()
@click.option("--strategies", type=click.IntRange(min=1), default=3300, show_default=True)
@click.option("--projects", type=click.IntRange(min=0), default=0, show_default=True, help="Beside two a strategy.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another number is another world.")
@click.option("--into", type=click.Path(path_type=Path), required=True, help="A folder of its own.")
def command(strategies: int, projects: int, seed: int, into: Path) -> None:
    """Builds an invented world; `ATLAS_BUILD=DIR make run` then shows it."""
    try:
        click.echo(f"{build_world(strategies, into, seed, projects)}")
    except (RefusedTarget, ValueError) as refused:
        raise click.ClickException(str(refused)) from refused


if __name__ == "__main__":
    command(prog_name="python -m benchmarks.world")
