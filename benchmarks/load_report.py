"""The figures of a load in words: a section of benchmarks/README.md for each number of readers."""

from __future__ import annotations

import os
import platform
import re
import statistics
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.load import Load

README = Path(__file__).with_name("README.md")
HEADING = "## Load, {users} readers"
FAULTS = 5
"""Kinds of faults that are told; the others are counted."""


def section(atlas: Load, empty: Load, note: str = "") -> str:
    """The section with all figures; times are multiples of the wait of a lone reader of the empty page."""
    unit = statistics.median(empty.alone)
    rows = [
        ("clicks answered", *(f"{len(load.waits):,}" for load in (atlas, empty))),
        ("errors, and answers unlike a lone reader's", *(str(len(load.faults)) for load in (atlas, empty))),
        ("wait of a lone reader, median", *(_times(statistics.median(load.alone), unit) for load in (atlas, empty))),
        *((f"wait under load, {name}", *(_times(load.wait(percent), unit) for load in (atlas, empty)))
          for name, percent in (("median", 50), ("95 of 100", 95), ("99 of 100", 99))),
        ("longest wait", *(_times(max(load.waits), unit) for load in (atlas, empty))),
        ("processor, of one core", *(f"{load.busy:.0%}" for load in (atlas, empty))),
        ("memory before the readers, MB", *(f"{load.memory[0][1]:.0f}" for load in (atlas, empty))),
        ("memory after a tenth of the time, MB", *(f"{_memory_at(load, 0.1):.0f}" for load in (atlas, empty))),
        ("memory after half of the time, MB", *(f"{_memory_at(load, 0.5):.0f}" for load in (atlas, empty))),
        ("memory at the end, MB", *(f"{load.memory[-1][1]:.0f}" for load in (atlas, empty))),
        ("memory after all have left, MB", *(f"{load.after:.0f}" for load in (atlas, empty))),
    ]  # fmt: skip
    told = [
        HEADING.format(users=atlas.users),
        "",
        f"`python -m benchmarks.load --users {atlas.users} --minutes {atlas.seconds / 60:g}` on "
        f"{datetime.now(UTC):%Y-%m-%d}, {machine()}. {atlas.users} sessions over real WebSockets, each of which changes"
        f" a filter (four clicks of five) or opens another page every {atlas.think:g} s; the load comes from the same"
        " machine. One process each; the empty page is Streamlit as it comes, with its default settings."
        f" Times are multiples of what a lone reader waits for the empty page ({unit * 1000:.0f} ms here).",
        *([note] if note else []),
        "",
        "| | atlas | empty page |",
        "|---|---:|---:|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        f"Under load the atlas answers half of the clicks in {_ratio(atlas, 50):.1f} times the median wait of its lone"
        f" reader, and 95 of 100 in {_ratio(atlas, 95):.1f} times the wait that 95 of 100 of that reader's stay below.",
    ]
    for name, load in (("atlas", atlas), ("empty page", empty)):
        for fault, times in Counter(load.faults).most_common(FAULTS):
            told.append(f"Fault at the {name}, {times} times: {fault}")
    return "\n".join(told) + "\n"


def with_section(text: str, new: str) -> str:
    """The text with the section that begins as `new` does replaced by it, or added at the end.

    >>> with_section("# A\\n\\n## Load\\nold\\n\\n## B\\nb\\n", "## Load\\nnew\\n")
    '# A\\n\\n## Load\\nnew\\n\\n## B\\nb\\n'
    """
    heading = re.escape(new.partition("\n")[0])
    there = re.search(rf"^{heading}\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if there is None:
        return f"{text.rstrip()}\n\n{new}"
    rest = text[there.end() :]
    return text[: there.start()] + new + (f"\n{rest}" if rest else "")


def write_section(new: str) -> None:
    """Puts a section into benchmarks/README.md, in the place of the one that begins as it does."""
    before = README.read_text(encoding="utf-8") if README.exists() else "# Speed, memory and size, measured\n"
    README.write_text(with_section(before, new), encoding="utf-8")


def machine() -> str:
    """The machine in a few words: processor, cores, memory, Python.

    >>> "Python" in machine()
    True
    """
    model = platform.machine()
    described = Path("/proc/cpuinfo")
    if described.exists() and (found := re.search(r"model name\s*: (.+)", described.read_text())):
        model = found[1]
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{model}, {os.cpu_count()} cores, {gigabytes:.0f} GB, Python {platform.python_version()}"


def _ratio(load: Load, percent: int) -> float:
    """The wait under load that so many percent do not exceed, in times of the same for a lone reader."""
    # Of one wait there are no hundredths.
    alone = load.alone if len(load.alone) > 1 else load.alone * 2
    return load.wait(percent) / statistics.quantiles(alone, n=100, method="inclusive")[percent - 1]


def _times(seconds: float, unit: float) -> str:
    return f"{seconds / unit:.1f}"


def _memory_at(load: Load, share: float) -> float:
    """The memory when that share of the time had passed."""
    return min(load.memory, key=lambda sample: abs(sample[0] - share * load.seconds))[1]
