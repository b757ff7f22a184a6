"""The figures of peers in words: the section "Peers" of benchmarks/README.md."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from benchmarks.load_report import machine
from benchmarks.peers.measure import Limits, Measured
from benchmarks.peers.pages import Waits
from benchmarks.peers.profile import Step
from benchmarks.peers.questions import QUESTIONS

ATLAS, POLARS = "atlas", ("polars, in memory", "polars, on Parquet")


@dataclass
class World:
    """What was measured on one invented world.

    `sizes`: system -> megabytes of its files; `prepared`: seconds that Parquet and SQLite files took to be made;
    `profiles`: question -> the atlas's processor time and its heaviest steps; `waits`: page -> its waits.
    """

    projects: int
    rows: int
    limits: Limits
    measured: dict[str, Measured]
    sizes: dict[str, float]
    prepared: dict[str, float]
    profiles: dict[str, tuple[float, list[Step]]] = field(default_factory=dict)
    waits: dict[str, Waits] = field(default_factory=dict)


def behind(measured: dict[str, Measured]) -> list[str]:
    """The questions in which some system is ahead of the atlas when each asks again."""
    found = []
    for question in QUESTIONS:
        own = measured[ATLAS].median(question.name)
        others = [each.median(question.name) for name, each in measured.items() if name != ATLAS]
        if own is None or any(other is not None and other < own for other in others):
            found.append(question.name)
    return found


def section(world: World, command: str, note: str = "") -> str:
    """The section of one world. In: how it was measured, and what is said beside the figures."""
    return "\n".join([*_heading(world, command, note), *_questions(world), *_memory(world), *_pages(world),
                      *_profiles(world)]) + "\n"  # fmt: skip


def _heading(world: World, command: str, note: str) -> Iterator[str]:
    yield from (f"## Peers, {world.projects / 1e6:.0f} million projects", "")
    yield (
        f"`{command}` on {datetime.now(UTC):%Y-%m-%d}, {machine()}. Twelve questions of the atlas"
        f" (`database/queries.py`, `database/examples`) on an invented world of {world.projects:,} projects,"
        f" {world.rows:,} rows in all. Each system is asked in fresh processes of its own, all in turns, and the"
        " answers are compared to the cent before any time counts. The atlas opens its file as the dashboard does (two"
        " threads, 1 GB) and answers with all its columns; the others have Parquet files, or SQLite with indexes, of"
        " only those columns that the twelve questions read, and answer only with those that are compared."
    )
    yield (
        "Medians, as multiples of the atlas asked again (1 = the atlas; more is slower); in brackets the first time in"
        " a fresh process, in the same unit. Of polars the quicker of two ways: frames in memory, and plans on Parquet."
    )
    if note:
        yield note


def _questions(world: World) -> Iterator[str]:
    names = [ATLAS, "pandas", "polars", "SQLite"]
    yield ""
    yield "| question | atlas, ms | pandas | polars | SQLite |"
    yield "|---|---:|---:|---:|---:|"
    for question in QUESTIONS:
        own = world.measured[ATLAS].median(question.name)
        cells = [_cell(world, name, question.name, own) for name in names]
        yield f"| {question.says} | {' | '.join(cells)} |"
    whole = _whole(world, names)
    cells = [f"{1000 * whole[ATLAS]:,.0f}", *(_times(whole.get(name), whole[ATLAS]) for name in names[1:])]
    yield f"| all that every system answered | {' | '.join(cells)} |"


def _cell(world: World, name: str, question: str, own: float | None) -> str:
    measured = _better(world, name, question)
    if measured is None:
        return "not asked"
    again, first = measured.median(question), measured.median(question, first=True)
    if again is None or first is None:
        return measured.beyond.get(question) or measured.beyond.get("load") or "not asked"
    if name == ATLAS:
        return f"{1000 * again:,.0f} ({1000 * first:,.0f})"
    return f"{_times(again, own)} ({_times(first, own)})" if own else f"{1000 * again:,.0f} ms"


def _better(world: World, name: str, question: str) -> Measured | None:
    """What was measured of a column of the table, of polars in the quicker way; None where it was not asked."""
    ways = [world.measured[way] for way in (POLARS if name == "polars" else (name,)) if way in world.measured]
    return min(ways, key=lambda way: way.median(question) or float("inf"), default=None)


def _whole(world: World, names: Sequence[str]) -> dict[str, float]:
    """Column -> seconds of all those questions that every system answered which was asked."""
    found = {}
    for name in names:
        ways = {question.name: _better(world, name, question.name) for question in QUESTIONS}
        if all(ways.values()):
            found[name] = {question: way.median(question) for question, way in ways.items()}
    common = [each.name for each in QUESTIONS if all(medians[each.name] for medians in found.values())]
    return {name: sum(medians[question] for question in common) for name, medians in found.items()}


def _memory(world: World) -> Iterator[str]:
    yield from ("", "| | loading, s | memory after the questions, MB | most memory, MB | files, MB |")
    yield "|---|---:|---:|---:|---:|"
    for name, measured in world.measured.items():
        loaded = f"{statistics.median(measured.loaded):.1f}" if measured.loaded else measured.beyond.get("load", "")
        yield f"| {name} | {loaded} | {measured.resident:,.0f} | {measured.peak:,.0f} | {world.sizes[name]:,.0f} |"
    made = " and ".join(f"{what} {seconds:.0f} s" for what, seconds in world.prepared.items())
    yield from ("", f"Making the files of the others took: {made}.")


def _pages(world: World) -> Iterator[str]:
    if not world.waits:
        return
    own = world.waits[ATLAS].median()
    yield from (
        "",
        f"A click on the period, to the last change of the page in Chromium ({own:.0f} ms at the atlas):",
        "",
    )
    yield "| page | wait | first click on each period | server's memory, MB |"
    yield "|---|---:|---:|---:|"
    for name, waits in world.waits.items():
        cells = [
            f"{waits.median() / own:.2f}",
            f"{statistics.median(waits.first) / own:.2f}",
            f"{waits.megabytes:,.0f}",
        ]
        yield f"| {name} | {' | '.join(cells)} |"


def _profiles(world: World) -> Iterator[str]:
    if not world.profiles:
        return
    yield from ("", "Where another system was ahead, the atlas's heaviest steps (EXPLAIN ANALYZE, processor time):", "")
    for name, (whole, steps) in world.profiles.items():
        told = "; ".join(f"{step.does}, {step.rows:,} rows, {step.milliseconds:.0f} ms" for step in steps)
        yield f"- {name} ({whole:.0f} ms): {told}"


def _times(seconds: float | None, unit: float | None) -> str:
    if not seconds or not unit:
        return ""
    times = seconds / unit
    return f"{times:.2f}" if times < 10 else f"{times:,.0f}"
