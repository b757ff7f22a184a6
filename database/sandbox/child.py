"""The process in which one query of a reader runs: nothing but the database is within its reach, and little of that.

It is started by its path with `python -I`, knows no module of the atlas, reads one request (JSON) from its input and
writes one answer (JSON) to its output. Every wall stands before the first word of the query is read by the engine:
limits of the kernel, a copy of the database that has no name in any folder, an engine that opens nothing else and
cannot be told otherwise, no rights of an administrator, and (on Linux) no system call but those that reckon.
"""

import json
import math
import os
import resource
import signal
import sys
import time
from contextlib import suppress
from datetime import date, datetime
from datetime import time as clock
from decimal import Decimal
from importlib import util
from pathlib import Path

NOBODY = 65534
COPIED_AT_ONCE = 1 << 24
SPARE_SECONDS = 2
"""The parent ends a query that takes too long; should it be gone itself, the child ends so much later by itself."""

OPEN_FILES = 32
MOST_WORDS = 2000
"""Characters of what the engine says of a mistake."""

ENGINE = {
    "threads": "1",
    "temp_directory": "",
    "home_directory": "/",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}

WARM_UP = """
select 1.5::decimal(4, 2), date '2016-07-20', time '10:00', timestamp '2016-07-20 10:00:00',
    timestamptz '2016-07-20 10:00:00+00', interval 1 day, uuid(), 'a'::blob, [1, 2], {'a': 1}, map {'a': 1},
    1::hugeint, 'nan'::double, 'a' collate lt
"""
"""A value of every kind: what Python loads to read them is loaded while files can still be opened."""


def answered(request: dict, source: int) -> dict:
    """What the query gives, or why it gives nothing. In: the request, and the open file of the database."""
    limit_time(request["seconds"])
    last_wall = walls()
    database = opened(source, request["memory_mb"])
    close_the_door(request["memory_mb"])
    last_wall.forbid()
    started = time.perf_counter()
    try:
        answer = asked(database, request)
    except MemoryError:
        answer = {"kind": "memory"}
    except Exception as error:
        answer = {"kind": "memory"} if is_out_of_memory(error) else {"kind": "engine", "said": words(error)}
    return answer | {"seconds": time.perf_counter() - started}


def limit_time(seconds: float) -> None:
    """The kernel ends this process when its time is up, whatever it is doing then."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(math.ceil(seconds) + SPARE_SECONDS)
    limit(resource.RLIMIT_CPU, math.ceil(seconds) + SPARE_SECONDS)
    limit(resource.RLIMIT_CORE, 0)
    os.nice(10)


def limit(kind: int, most: int) -> None:
    """Lowers one limit for good; one that is lower already stays."""
    _now, allowed = resource.getrlimit(kind)
    least = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
    resource.setrlimit(kind, (least, least))


def opened(source: int, memory_mb: int):
    """The database, from a copy in memory that has no name: the engine cannot tell where the atlas is installed."""
    import duckdb

    where = f"/proc/self/fd/{copied(source)}" if hasattr(os, "memfd_create") else f"/dev/fd/{source}"
    database = duckdb.connect(":memory:", config=ENGINE | {"memory_limit": f"{memory_mb}MB"})
    database.execute(f"attach '{where}' as atlas (read_only)")
    database.execute("use atlas")
    database.execute("detach memory")
    database.execute("set enable_external_access = false")
    database.execute("set lock_configuration = true")
    database.execute(WARM_UP).fetchall()
    text((date(2016, 7, 20), {}))
    return database


def copied(source: int) -> int:
    """A file in memory with the same content; the database itself is closed."""
    copy = os.memfd_create("atlas")
    while os.sendfile(copy, source, None, COPIED_AT_ONCE):
        continue
    os.close(source)
    return copy


def close_the_door(memory_mb: int) -> None:
    """From here on: no more memory than this, no file written, no other process, no rights, no way back."""
    pages = Path("/proc/self/statm")
    taken = int(pages.read_text().split()[0]) * resource.getpagesize() if pages.exists() else 0
    limit(resource.RLIMIT_FSIZE, 0)
    limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    if os.geteuid() == 0:
        # An administrator of a container may not have the right to become somebody else.
        with suppress(PermissionError):
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
    limit(resource.RLIMIT_NPROC, 0)
    # One and a half times what the engine may take: it does not count all that it takes.
    limit(resource.RLIMIT_AS, taken + memory_mb * 1_500_000)


def walls():
    """The module beside this one; `python -I` finds no module by its name there."""
    spec = util.spec_from_file_location("walls", Path(__file__).with_name("walls.py"))
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def asked(database, request: dict) -> dict:
    """Runs the query, if it is one that reads, and takes as many rows as fit into an answer."""
    statements = database.extract_statements(request["sql"])
    if len(statements) != 1:
        return {"kind": "not_one", "said": str(len(statements))}
    if statements[0].type.name != "SELECT":
        return {"kind": "not_reading", "said": statements[0].type.name}
    database.execute(statements[0])
    columns = [[name, str(kind)] for name, kind, *_ in database.description]
    if len(columns) > request["columns"]:
        return {"kind": "wide", "said": str(len(columns))}
    most = min(request["rows"], request["cells"] // max(1, len(columns)))
    rows: list[str] = []
    room, cut = request["bytes"], ""
    while (row := database.fetchone()) is not None:
        if len(rows) == most:
            cut = "rows" if most == request["rows"] else "size"
            break
        line = written(row, room)
        if line is None:
            cut = "size"
            break
        rows.append(line)
        room -= len(line) + 1
    if cut == "size" and not rows:
        return {"kind": "large"}
    return {"kind": "rows", "columns": columns, "cut": cut, "lines": rows}


def written(row: tuple, room: int) -> str | None:
    """A row as JSON in ASCII; None where there is no room for it."""
    if sum(len(cell) for cell in row if isinstance(cell, str | bytes)) > room:
        return None
    line = json.dumps([plain(cell) for cell in row], separators=(",", ":"))
    return line if len(line) <= room else None


def plain(cell: object) -> object:
    """A value as JSON holds it without loss: numbers that fit, and text for all else."""
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, int) and abs(cell) < 1 << 63:
        return cell
    if isinstance(cell, float) and math.isfinite(cell):
        return cell
    return text(cell)


def text(value: object) -> str:
    """A value in words: dates in ISO 8601, decimals in full, bytes as hexadecimal digits, lists as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | clock):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | tuple):
        return json.dumps(value, default=text, ensure_ascii=False)
    if isinstance(value, dict):
        said = {key if isinstance(key, str) else text(key): each for key, each in value.items()}
        return json.dumps(said, default=text, ensure_ascii=False)
    return str(value)


def is_out_of_memory(error: Exception) -> bool:
    """Whether the engine or the kernel refused more memory."""
    return type(error).__name__ == "OutOfMemoryException" or "bad_alloc" in str(error)


def words(error: Exception) -> str:
    """What the engine says of a mistake, without the place of its copy of the database."""
    return str(error).replace(f"/proc/{os.getpid()}/fd/", "")[:MOST_WORDS]


def write(answer: dict) -> None:
    """Puts the answer out; its rows are JSON already."""
    lines = answer.pop("lines", [])
    head = json.dumps(answer)[:-1]
    whole = memoryview(f'{head},"rows":[{",".join(lines)}]}}'.encode("ascii"))
    while whole:
        whole = whole[os.write(1, whole) :]


if __name__ == "__main__":
    write(answered(json.loads(sys.stdin.buffer.read()), int(sys.argv[1])))
    # Nothing is tidied up: the engine might wait for what it may not do any more.
    os._exit(0)
