"""The figures of growth in words: the section "Growth" of benchmarks/README.md."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.load_report import machine

if TYPE_CHECKING:
    from benchmarks.growth import Built

HEADING = "## Growth"
TIMES_TODAY = 2.0
"""A page of the world of Europe's size may wait so many times as long as today's."""

LINEAR = 1.1
"""The exponent up to which a growth is called linear: a tenfold size takes 10 ** 1.1 = 12.6 times as long."""

EUROPE = "europe"
Costs = dict[str, dict[str, dict[str, float]]]


def exponent(small: float, large: float, times: float) -> float:
    """How a figure grows with the size: 1 where it grows as the size does, 0 where not at all.

    >>> exponent(2, 40, 20), exponent(3, 3, 20)
    (1.0, 0.0)
    """
    return round(math.log(large / small) / math.log(times), 2) + 0.0


def section(
    sizes: dict[str, tuple[int, int]],
    builds: dict[str, Built],
    costs: Costs,
    waits: dict[str, dict[str, float]],
    rounds: int,
    note: str = "",
) -> str:
    """The section with all figures.

    In: strategies and projects of each world; how each database was built; the costs of its pages by label; the median
    wait in Chromium by page and database.
    """
    asked = "".join(f" --size '{name}'" for name in sizes)
    lines = [
        HEADING,
        "",
        f"`python -m benchmarks.growth{asked} --rounds {rounds}` on {datetime.now(UTC):%Y-%m-%d},"
        f" {machine()}. Every group and figure of the worlds is invented;"
        f" today's data are measured beside them in the same run. {note}".rstrip(),
        "",
        *_builds(sizes, builds),
        "",
        *_pages(sizes, costs),
        "",
        *_waits(sizes, waits),
        "",
        *_goals(sizes, builds, costs, waits),
    ]
    return "\n".join(lines) + "\n"


def _builds(sizes: dict[str, tuple[int, int]], builds: dict[str, Built]) -> list[str]:
    lines = ["| | strategies | projects | build, s | memory, MB | database, MB |", "|---|---:|---:|---:|---:|---:|"]
    for name, each in builds.items():
        strategies, projects = (f"{number:,}" for number in sizes[name]) if name in sizes else ("", "")
        lines.append(
            f"| {name} | {strategies} | {projects} | {each.seconds:.1f} | {each.memory:,.0f} | {each.size:,.1f} |"
        )
    return lines


def _pages(sizes: dict[str, tuple[int, int]], costs: Costs) -> list[str]:
    names = list(costs)
    worlds = list(sizes)
    lines = [
        "The questions of a page together, in milliseconds, with nothing kept from before; the bytes of all that is"
        " sent for it, in kB; and by which power of the number of projects the time grows from world to world (1: as"
        " they do).",
        "",
        f"| page | {' | '.join(f'{name}, ms' for name in names)} | power |"
        f" {' | '.join(f'{name}, kB' for name in names)} |",
        f"|---|{'---:|' * (2 * len(names) + 1)}",
    ]
    for page in costs[worlds[0]]:
        asked = [f"{costs[name][page]['query_seconds'] * 1000:,.0f}" for name in names]
        sent = [f"{costs[name][page]['sent'] / 1000:,.0f}" for name in names]
        lines.append(f"| {page} | {' | '.join(asked)} | {_powers(sizes, costs, page)} | {' | '.join(sent)} |")
    return lines


def _powers(sizes: dict[str, tuple[int, int]], costs: Costs, page: str) -> str:
    return ", ".join(f"{power:.2f}" for power in _powers_of(sizes, costs, page))


def _powers_of(sizes: dict[str, tuple[int, int]], costs: Costs, page: str) -> list[float]:
    seconds = {name: costs[name][page]["query_seconds"] for name in sizes}
    return [exponent(seconds[one], seconds[other], sizes[other][1] / sizes[one][1]) for one, other in pairwise(sizes)]


def _waits(sizes: dict[str, tuple[int, int]], waits: dict[str, dict[str, float]]) -> list[str]:
    lines = [
        "From a click to the last change of the page in Chromium, medians, as multiples of the same click on today's"
        " data (first clicks, which fill what is kept for all readers, not counted).",
        "",
        f"| page | today, ms | {' | '.join(f'{name}, × today' for name in sizes)} |",
        f"|---|{'---:|' * (len(sizes) + 1)}",
    ]
    for page, wait in waits.items():
        ratios = [f"{wait[name] / wait['today']:.2f}" if wait[name] < math.inf else "no answer" for name in sizes]
        lines.append(f"| {page} | {wait['today']:.0f} | {' | '.join(ratios)} |")
    return lines


def _goals(
    sizes: dict[str, tuple[int, int]], builds: dict[str, Built], costs: Costs, waits: dict[str, dict[str, float]]
) -> list[str]:
    """What was aimed at, and what is missed."""
    worlds = list(sizes)
    lines = []
    for one, other in pairwise(worlds):
        power = exponent(builds[one].seconds, builds[other].seconds, sizes[other][1] / sizes[one][1])
        lines.append(f"From {one} to {other} the build grows by the power {power:.2f} of the number of projects.")
    steep = [page for page in costs[worlds[0]] if max(_powers_of(sizes, costs, page), default=0) > LINEAR]
    lines.append(f"Questions that grow faster than linearly: {', '.join(steep) or 'of no page'}.")
    if EUROPE in sizes:
        slow = [
            f"{page} ({wait[EUROPE] / wait['today']:.1f})"
            for page, wait in waits.items()
            if wait[EUROPE] > TIMES_TODAY * wait["today"]
        ]
        lines.append(
            f"Pages that wait more than {TIMES_TODAY:g} times as long as today at Europe's size (the goal is none): "
            f"{', '.join(slow) or 'none'}."
        )
    return lines
