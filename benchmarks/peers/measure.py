"""Every system in turns, each time in a fresh process, with a limit of time a question and of memory a process."""

from __future__ import annotations

import json
import re
import selectors
import signal
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peers.asked import ENOUGH
from benchmarks.peers.questions import QUESTIONS, Question, Row, compare
from benchmarks.peers.systems import MODULES
from benchmarks.server import MB, stop
from database.connection import ROOT

PYTHON = ROOT / ".venv-peers" / "bin" / "python"
BY_NAME = {question.name: question for question in QUESTIONS}
LOOKED = 0.2
"""Seconds between two looks at a process's memory."""


@dataclass(frozen=True)
class Limits:
    """What one system may take: seconds to load, seconds a question, megabytes a process."""

    load_seconds: float
    question_seconds: float
    megabytes: float

    def of_time(self) -> str:
        """In words: what is said of a question that takes longer."""
        return f"more than {self.question_seconds:g} s"


@dataclass
class Measured:
    """What was measured of one system, over all rounds; seconds and megabytes.

    `first` and `warm`: question -> a figure a round and all repeats; `beyond`: question (or "load") -> which limit it
    did not keep.
    """

    loaded: list[float] = field(default_factory=list)
    first: dict[str, list[float]] = field(default_factory=dict)
    warm: dict[str, list[float]] = field(default_factory=dict)
    resident: float = 0
    peak: float = 0
    rows: dict[str, list[Row]] = field(default_factory=dict)
    beyond: dict[str, str] = field(default_factory=dict)

    def median(self, name: str, first: bool = False) -> float | None:
        """The median of a question, of first times or of repeats; None where it did not finish."""
        found = (self.first if first else self.warm).get(name) or self.first.get(name)
        return statistics.median(found) if found and name not in self.beyond else None

    def waiting(self) -> list[Question]:
        """The questions that are still to be asked in a round."""
        return [] if "load" in self.beyond else [each for each in QUESTIONS if each.name not in self.beyond]


class Beyond(Exception):
    """A process did not keep a limit; its text says which."""


def measure(
    world: Path, folder: Path, rounds: int, repeats: int, limits: Limits, names: Sequence[str] = tuple(MODULES)
) -> dict[str, Measured]:
    """System -> what was measured. In: a world, and the folder of its Parquet files and SQLite file.

    The answers are compared in the first round: Differs is raised where two systems disagree, and nothing is told.
    """
    found = {name: Measured() for name in names}
    for turn in range(rounds):
        for name in names:
            _round(name, found[name], world, folder, repeats, limits)
        if turn == 0:
            same(found)
    return found


def same(found: dict[str, Measured]) -> None:
    """Raises Differs unless all systems that answered a question gave the same answer."""
    for question in QUESTIONS:
        answers = [each.rows[question.name] for each in found.values() if question.name in each.rows]
        for other in answers[1:]:
            compare(question, answers[0], other)


def _round(name: str, measured: Measured, world: Path, folder: Path, repeats: int, limits: Limits) -> None:
    """One fresh process; another one for what is left where a question does not keep its limit."""
    left = measured.waiting()
    while left:
        asking = "load"
        try:
            for told in _process(name, world, folder, left, repeats, limits):
                asking = told.get("asking", asking)
                _note(measured, told)
                if told.get("seconds", [0])[0] > limits.question_seconds:
                    measured.beyond[asking] = limits.of_time()
            return
        except Beyond as beyond:
            measured.beyond[asking] = str(beyond)
            places = [question.name for question in left]
            left = left[places.index(asking) + 1 :] if asking in places else []


def _note(measured: Measured, told: dict) -> None:
    measured.peak = max(measured.peak, told.get("peak", 0))
    if "loaded" in told:
        measured.loaded.append(told["loaded"])
    if "question" in told:
        name, (first, *repeated) = told["question"], told["seconds"]
        measured.first.setdefault(name, []).append(first)
        measured.warm.setdefault(name, []).extend(repeated)
        measured.rows.setdefault(name, [tuple(row) for row in told["rows"]])
        measured.resident = max(measured.resident, told["resident"])


def _process(
    name: str, world: Path, folder: Path, questions: Sequence[Question], repeats: int, limits: Limits
) -> Iterator[dict]:
    """The lines that the process tells. Raises Beyond, after ending it, where it keeps a limit no longer."""
    asked = [part for question in questions for part in ("--question", question.name)]
    command = [PYTHON, "-m", "benchmarks.peers.asked", name, world, folder, *asked, "--repeats", repeats]
    with tempfile.TemporaryFile() as complaint:
        process = subprocess.Popen(
            list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, stderr=complaint, bufsize=0
        )
        try:
            seconds, words = limits.load_seconds, f"more than {limits.load_seconds:g} s"
            while line := _line(process, seconds, words, limits.megabytes):
                yield json.loads(line)
                # Repeats take at most twice ENOUGH after the first time.
                seconds, words = limits.question_seconds + 2 * ENOUGH, limits.of_time()
            if process.wait() != 0:
                complaint.seek(0)
                _judge(name, process.returncode, complaint.read().decode(errors="replace"))
        finally:
            if process.poll() is None:
                stop(process)


def _judge(name: str, code: int, complaint: str) -> None:
    """Raises Beyond where a process ended for want of memory, RuntimeError where it failed otherwise."""
    if code == -signal.SIGKILL or re.search(r"OutOfMemory|MemoryError|out of memory|Out of Memory", complaint):
        raise Beyond("out of memory")
    raise RuntimeError(f"{name} failed:\n{complaint[-3000:]}")


def _line(process: subprocess.Popen, seconds: float, words: str, megabytes: float) -> bytes:
    """The next line of what a process tells, empty at its end. Raises Beyond where it keeps a limit no longer."""
    end = time.monotonic() + seconds
    with selectors.DefaultSelector() as told:
        told.register(process.stdout, selectors.EVENT_READ)
        while not told.select(LOOKED):
            if time.monotonic() > end:
                raise Beyond(words)
            if _resident(process.pid) > megabytes:
                raise Beyond(f"more than {megabytes / 1000:g} GB of memory")
    return process.stdout.readline()


def _resident(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    held = re.search(r"VmRSS:\s+(\d+)", status)
    return int(held[1]) * 1024 / MB if held else 0
