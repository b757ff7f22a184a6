"""Data that somebody edits while they are read: read again, so that half of an edit is never built."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from loaders.problems import BuildRefused, Problem

Read = TypeVar("Read")
Marks = set[tuple[str, tuple[int, int, int]]]

TIMES_READ = 3
"""How often data that are edited meanwhile are read before the build gives up."""


def read_at_rest(data: Path, read: Callable[[], Read]) -> Read:
    """What `read` makes of the folder `data` as it stood at one moment: where a file changed meanwhile, it reads again.

    Raises what `read` raises of files at rest, or BuildRefused where they do not come to rest.
    """
    for _ in range(TIMES_READ):
        before, refused = _marks(data), None
        try:
            answer = read()
        except (BuildRefused, OSError) as error:
            refused = error
        after = _marks(data)
        if before == after:
            if refused:
                raise refused
            return answer
    changed = min(name for name, _mark in before ^ after)
    raise BuildRefused([Problem(changed, 1, "it was changed while it was read", "build again once nobody edits data/")])


def _marks(data: Path) -> Marks:
    """Every file of the data and what changes when it is edited."""
    marks = set()
    for file in data.rglob("*"):
        inside = file.relative_to(data)
        # What is built is no data, and an editor's own files come and go.
        if inside.parts[0] == "build" or file.name.startswith(".") or not file.is_file():
            continue
        with suppress(FileNotFoundError):
            found = file.stat()
            marks.add((f"data/{inside}", (found.st_ino, found.st_size, found.st_mtime_ns)))
    return marks
