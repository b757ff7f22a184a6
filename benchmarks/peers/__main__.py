"""`python -m benchmarks.peers FOLDER`: measures the peers on an invented world and writes its section of the report."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks.load_report import write_section
from benchmarks.peers import atlas, in_sqlite, pages, parquet, profile, report
from benchmarks.peers.asked import timed
from benchmarks.peers.measure import PYTHON, Limits, measure
from benchmarks.peers.systems import MODULES
from benchmarks.server import MB
from benchmarks.world import MARK
from database.connection import current_path
from database.door import answer

FILES = "peers"
"""Folder beside a world's database in which the files of the other systems are kept."""


def size(*files: Path) -> float:
    """Megabytes of files together."""
    return sum(file.stat().st_size for file in files) / MB


def prepared(world: Path, folder: Path, systems: Sequence[str]) -> dict[str, float]:
    """Makes the files of the other systems where they are not there yet: seconds that each kind took."""
    note = folder / f"{world.stem}.json"
    seconds = json.loads(note.read_text(encoding="utf-8")) if note.exists() else {}
    for kind, make in (
        ("Parquet", lambda: parquet.export(world, folder)),
        ("SQLite", lambda: in_sqlite.publish(folder)),
    ):
        if kind not in seconds and (kind == "Parquet" or kind in systems):
            seconds[kind], _ = timed(make)
            note.write_text(json.dumps(seconds), encoding="utf-8")
    return {kind: each for kind, each in seconds.items() if kind == "Parquet" or kind in systems}


def measured(world: Path, rounds: int, repeats: int, limits: Limits, names: Sequence[str]) -> report.World:
    """What is measured of these systems on one world, but for the pages."""
    folder = world.parent / FILES
    seconds = prepared(world, folder, names)
    counts = ", ".join(f"(select count(*) from {table}) as {table}" for table in parquet.TABLES)
    database = atlas.load(world, folder)
    rows = answer(database, f"select {counts}").iloc[0]
    database.close()
    systems = measure(world, folder, rounds, repeats, limits, names)
    files = {"atlas": [world], "SQLite": [folder / in_sqlite.FILE]}
    sizes = {name: size(*files.get(name, sorted(folder.glob("*.parquet")))) for name in systems}
    found = report.World(int(rows["projects"]), int(rows.sum()), limits, systems, sizes, seconds)
    found.profiles = {name: profile.profile(world, name) for name in report.behind(systems)}
    return found


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--system", "names", multiple=True, default=list(MODULES), type=click.Choice(list(MODULES)), show_default=True
)
@click.option("--rounds", type=int, default=3, show_default=True, help="Fresh processes of each system.")
@click.option("--repeats", type=int, default=5, show_default=True, help="How often each question is asked again.")
@click.option("--clicks", type=int, default=12, show_default=True, help="Clicks on each page; 0 measures no pages.")
@click.option("--seconds", type=float, default=60, show_default=True, help="Limit of one question.")
@click.option("--megabytes", type=float, default=14_000, show_default=True, help="Limit of one process.")
@click.option("--note", default="", help="What else is to be said beside the figures.")
@click.option("--prepare", is_flag=True, help="Only makes the files of the other systems.")
def command(
    folder: Path, names: tuple[str, ...], rounds: int, repeats: int, clicks: int, seconds: float, megabytes: float,
    note: str, prepare: bool,
) -> None:  # fmt: skip
    """Measures on an invented world (made by `python -m benchmarks.world`) and rewrites its section of the report."""
    names = tuple(dict.fromkeys((report.ATLAS, *names)))
    world = current_path(folder)
    if world is None or not (folder / MARK).is_file():
        raise click.ClickException(f"{folder}: no invented world stands there")
    if not PYTHON.exists():
        raise click.ClickException("the other systems are not installed: make bench-peers")
    if prepare:
        prepared(world, folder / FILES, names)
        return
    found = measured(world, rounds, repeats, Limits(10 * seconds, seconds, megabytes), names)
    asked = f"python -m benchmarks.peers FOLDER --rounds {rounds} --repeats {repeats} --seconds {seconds:g}"
    _write(report.section(found, asked, note))
    if clicks and (folder / FILES / in_sqlite.FILE).exists():
        found.waits = pages.waits(world, folder / FILES, clicks)
        _write(report.section(found, asked, note))


def _write(text: str) -> None:
    click.echo(text)
    write_section(text)


if __name__ == "__main__":
    command(prog_name="python -m benchmarks.peers")
