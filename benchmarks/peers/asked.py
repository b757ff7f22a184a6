"""One system in a process of its own: it loads its data and is asked, and each step is told in a line of JSON.

`python -m benchmarks.peers.asked "polars, in memory" WORLD FOLDER --question funding --repeats 5`
"""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from benchmarks.peers.questions import QUESTIONS, Question, plain
from benchmarks.peers.systems import MODULES, System, system

ENOUGH = 4.0
"""Seconds after which one question is not asked again."""


def memory() -> dict[str, float]:
    """Megabytes that this process holds, and the most that it held. Linux only."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    kilobytes = {
        name: int(found[1]) for name in ("VmRSS", "VmHWM") if (found := re.search(rf"{name}:\s+(\d+)", status))
    }
    return {"resident": kilobytes["VmRSS"] * 1024 / 1e6, "peak": kilobytes["VmHWM"] * 1024 / 1e6}


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that the work took, and what it gave."""
    began = time.perf_counter()
    done = work()
    return time.perf_counter() - began, done


def waits(asked: Callable[[], Any], repeats: int) -> tuple[list[float], Any]:
    """Seconds of the first time and of each repeat, fewer where one question takes long; and the answer."""
    first, answered = timed(asked)
    found = [first]
    while len(found) <= repeats and sum(found) < ENOUGH:
        found.append(timed(asked)[0])
    return found, answered


def say(**told: object) -> None:
    """One line of JSON to whoever measures."""
    print(json.dumps(told), flush=True)


def ask(made: System, state: Any, question: Question, repeats: int) -> None:
    """Asks one question and tells how long it took and, apart from that time, what was answered."""
    say(asking=question.name)
    seconds, answered = waits(lambda: made.answers[question.name](state), repeats)
    held = memory()
    say(
        question=question.name, seconds=seconds, rows=plain(question, made.rows(answered, question.columns)), **held
    )  # fmt: skip


@click.command()
@click.argument("name", type=click.Choice(list(MODULES)))
@click.argument("world", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--question", "questions", multiple=True, type=click.Choice([each.name for each in QUESTIONS]))
@click.option("--repeats", type=int, default=5, show_default=True)
def command(name: str, world: Path, folder: Path, questions: tuple[str, ...], repeats: int) -> None:
    """Loads a system's data and asks it the questions, all of them where none is named."""
    made = system(name)
    before = memory()["resident"]
    seconds, state = timed(lambda: made.load(world, folder))
    say(loaded=seconds, before=before, **memory())
    for question in QUESTIONS:
        if not questions or question.name in questions:
            ask(made, state, question, repeats)


if __name__ == "__main__":
    command(prog_name="python -m benchmarks.peers.asked")
