"""A stranger's query reads and nothing else, ends within its limits, and takes nothing from anybody."""

import ctypes
import gc
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from database import queries
from database.connection import current_path, open_database
from database.definitions import examples
from database.sandbox import LIMITS, Limits, Outcome, start
from database.sandbox.outcome import distinct, read
from database.sandbox.run import CHILD, ended

SECRET = "slapta-reiksme-7c1e"
PATIENT = replace(LIMITS, seconds=30, patience=60, unseen=60)
"""For what must end by itself: a slow machine is no failure."""

SHORT = replace(PATIENT, seconds=1.0)
MOST_GROWN_MB = 15
ROOT = Path(__file__).parents[2]

BUILT: dict[str, Callable[[], str]] = {
    "deep_brackets": lambda: "select " + "(" * 4900 + "1" + ")" * 4900,
    "deep_lists": lambda: "select " + "[" * 4900 + "1" + "]" * 4900,
    "deep_case": lambda: "select " + "case when 1 then " * 400 + "1" + " end" * 400,
    "deep_subqueries": lambda: "select * from (" * 600 + "select 1" + ")" * 600,
    "many_ands": lambda: "select " + " and ".join(["true"] * 1000),
    "many_unions": lambda: " union all ".join(["select 1"] * 550),
    "many_ctes": lambda: (
        "with a0 as (select 1 as n), "
        + ", ".join(f"a{at} as (select x.n from a{at - 1} as x, a{at - 1} as y)" for at in range(1, 60))
        + " select count(*) from a59"
    ),
    "many_columns": lambda: "select " + ", ".join(["1"] * 3000),
    "long_name": lambda: f'select 1 as "{"x" * 9900}"',
    "many_quotes": lambda: "select " + "'" * 9001,
    "too_long": lambda: "select " + "1" * 10_000,
}


@dataclass(frozen=True)
class Attack:
    """One statement, the outcomes of which one must come, and whether it works until it is stopped."""

    statement: str
    ends: tuple[str, ...]
    heavy: bool


def attacks() -> dict[str, Attack]:
    """Every attack of attacks.yaml by its class and place."""
    found: dict[str, Attack] = {}
    for group in yaml.safe_load(Path(__file__).with_name("attacks.yaml").read_text(encoding="utf-8")):
        statements = group.get("statements") or [BUILT[name]() for name in group["built"]]
        for at, statement in enumerate(statements, 1):
            found[f"{group['class']} {at}"] = Attack(str(statement), tuple(group["ends"]), group.get("heavy", False))
    return found


ATTACKS = attacks()


def asked(path: Path, sql: str, limits: Limits = PATIENT) -> Outcome:
    """The outcome of a query, waited for."""
    run = start(path, sql, limits)
    assert run.wait(90)
    return run.outcome


def resident_mb() -> float:
    """What this process holds in memory now; what it has freed and the allocator keeps is given back first."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1_000_000


@pytest.fixture(scope="module")
def path(atlas_build: Path) -> Path:
    return current_path(atlas_build)


@dataclass
class Siege:
    """What came of all attacks, two at a time, while another reader asked ordinary questions."""

    kinds: dict[str, tuple[str, str]] = field(default_factory=dict)
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    leaks: dict[str, list[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    wait_before: float = 0
    wrong: int = 0
    grown_mb: float = 0
    files: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def siege(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Siege]:
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.csv").write_text(f"a\n{SECRET}\n")
    os.environ["ATLAS_TEST_SECRET"] = SECRET
    places = [str(path.parent), str(folder), str(ROOT), str(Path.home()), sys.prefix, os.environ["PATH"]]
    found = Siege()

    def attacked(name: str) -> None:
        """What came of one attack; its rows themselves are looked through and let go."""
        attack = ATTACKS[name]
        began = time.monotonic()
        statement = attack.statement.replace("{folder}", str(folder))
        outcome = asked(path, statement, SHORT if attack.heavy else PATIENT)
        found.seconds[name] = time.monotonic() - began
        found.kinds[name] = (outcome.kind, outcome.said)
        found.sizes[name] = (0, 0) if outcome.rows is None else outcome.rows.shape
        told = outcome.said
        if outcome.rows is not None:
            told += "\n".join(str(value) for column in outcome.rows for value in outcome.rows[column].head(500))
        # What the attacker wrote may be said back; of other places nothing is known there.
        wanted = [SECRET, "root:x:0", *(each for each in places if each != "/" and each not in statement)]
        found.leaks[name] = [each for each in wanted if each in told]

    over = threading.Event()

    def ordinary_question() -> float:
        began = time.monotonic()
        found.wrong += len(queries.strategies(database)) != 9
        return time.monotonic() - began

    def ordinary_reader() -> None:
        while not over.wait(0.05):
            found.waits.append(ordinary_question())

    with open_database(path) as database, ThreadPoolExecutor(2) as attackers:
        found.wait_before = sorted(ordinary_question() for _ in range(20))[10]
        reader = threading.Thread(target=ordinary_reader)
        reader.start()
        # What is loaded once, and the memory that the largest answers need for a moment, in each thread that asks.
        largest = (ATTACKS["an answer without end 4"].statement, f"select {', '.join('1' * 30)} from range(10000)")
        list(attackers.map(lambda statement: asked(path, statement), largest * 4))
        # Libraries give back what they freed only after a while.
        time.sleep(2)
        before = resident_mb()
        list(attackers.map(attacked, ATTACKS))
        over.set()
        reader.join()
        found.grown_mb = resident_mb() - before
    found.files = {file.name for file in folder.iterdir()}
    yield found
    del os.environ["ATLAS_TEST_SECRET"]


def test_there_are_many_kinds_of_attacks():
    assert len(ATTACKS) >= 150
    assert {kind for attack in ATTACKS.values() for kind in attack.ends} >= {"not_one", "not_reading", "time", "memory"}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_or_stopped_within_its_limit(siege: Siege, name: str):
    kind, said = siege.kinds[name]
    assert kind in ATTACKS[name].ends, said
    if ATTACKS[name].heavy:
        # A moment to start, to be ended and to be read.
        assert siege.seconds[name] < SHORT.seconds + 8
    rows, columns = siege.sizes[name]
    assert rows <= LIMITS.rows
    assert rows * columns <= LIMITS.cells


def test_no_answer_tells_of_anything_outside_of_the_atlas(siege: Siege):
    assert {name: leaks for name, leaks in siege.leaks.items() if leaks} == {}


def test_nothing_is_written_anywhere(siege: Siege, path: Path):
    assert siege.files == {"secret.csv"}
    with open_database(path) as database:
        assert len(queries.strategies(database)) == 9


def test_the_server_is_no_larger_after_all_attacks(siege: Siege):
    assert siege.grown_mb < MOST_GROWN_MB


def test_another_reader_is_answered_all_the_while(siege: Siege):
    assert siege.wrong == 0
    assert len(siege.waits) > 30
    # Two processes of low priority at work beside it; a busy machine is slow with or without them.
    assert sorted(siege.waits)[len(siege.waits) // 2] < max(0.5, 20 * siege.wait_before)
    assert max(siege.waits) < 20


def test_a_query_gives_numbers_as_numbers_and_dates_as_text(path: Path):
    sql = """
        select 1 as a, 2.50::decimal(4, 2) as b, 0.5::double as c, true as d, date '2016-07-20' as e, null as f,
            [1, 2] as g, 'ąž' as a, sum(3) as h, 'nan'::double as i
    """
    outcome = asked(path, sql)
    assert outcome.kind == "rows"
    row = outcome.rows.iloc[0].to_dict()
    assert (row["a"], row["b"], row["c"], row["d"]) == (1, Decimal("2.50"), 0.5, True)
    assert (row["e"], row["g"], row["a_2"], row["h"], row["i"]) == ("2016-07-20", "[1, 2]", "ąž", 3, "nan")
    assert outcome.rows["f"].isna().all()
    assert outcome.cut == ""


def test_a_query_reads_what_the_pages_read(path: Path):
    outcome = asked(path, "from strategy_overview order by strategy")
    with open_database(path) as database:
        assert list(outcome.rows["strategy"]) == sorted(queries.strategies(database)["strategy"])


@pytest.mark.parametrize(
    "sql",
    [
        "describe funding", "summarize funding", "show tables", "values (1)", "table build", "(select 1);",
        "select 1 -- a remark", "from (pivot funding on scope in ('strategy') using count(*))",
    ],
)  # fmt: skip
def test_every_form_of_reading_is_run(path: Path, sql: str):
    outcome = asked(path, sql)
    assert outcome.kind == "rows", outcome.said
    assert len(outcome.rows) > 0


def test_an_answer_that_is_cut_says_why(path: Path):
    by_rows = asked(path, "select * from range(10001)")
    assert (len(by_rows.rows), by_rows.cut) == (10_000, "rows")
    whole = asked(path, "select * from range(10000)")
    assert (len(whole.rows), whole.cut) == (10_000, "")
    by_size = asked(path, "select repeat('x', 1000000) from range(10)")
    assert (len(by_size.rows), by_size.cut) == (2, "size")
    by_cells = asked(path, f"select {', '.join(['1'] * 100)} from range(5000)")
    assert (len(by_cells.rows), by_cells.cut) == (3000, "size")


def test_a_mistake_is_told_in_the_words_of_the_engine(path: Path):
    outcome = asked(path, "select * from fundin")
    assert outcome.kind == "engine"
    assert 'Did you mean "funding"?' in outcome.said
    assert "/proc/" not in outcome.said


@pytest.mark.parametrize(("sql", "kind"), [("", "empty"), (" \n", "empty"), ("x" * 10_001, "long")])
def test_what_is_no_query_takes_nobodys_place(path: Path, sql: str, kind: str):
    run = start(path, sql, PATIENT, threading.Semaphore(0))
    assert run.wait(10)
    assert run.outcome.kind == kind


SLEEP = "select pg_sleep(60)"


def children() -> dict[int, Path]:
    """Processes of queries that this process has started: where the kernel tells of each."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            parent = (place / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if str(CHILD).encode() in words and int(parent) == os.getpid():
            found[int(place.name)] = place
    return found


def until(fact: Callable[[], object], seconds: float = 10) -> object:
    """Waits until something is so, and answers with it."""
    end = time.monotonic() + seconds
    while not (found := fact()) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def test_a_cancelled_query_ends_at_once_and_leaves_its_place(path: Path):
    slots = threading.BoundedSemaphore(1)
    run = start(path, SLEEP, PATIENT, slots)
    assert until(children)
    assert not run.is_done()
    with pytest.raises(RuntimeError, match="still runs"):
        _ = run.outcome
    began = time.monotonic()
    run.cancel()
    assert run.wait(5)
    assert run.outcome.kind == "cancelled"
    assert time.monotonic() - began < 2
    assert children() == {}
    after = start(path, "select 1", PATIENT, slots)
    assert after.wait(30)
    assert after.outcome.kind == "rows"


def test_a_query_that_nobody_looks_after_ends_by_itself(path: Path):
    slots = threading.BoundedSemaphore(1)
    run = start(path, SLEEP, replace(PATIENT, unseen=0.5), slots)
    time.sleep(1.5)
    assert children() == {}
    assert slots.acquire(blocking=False)
    assert run.outcome.kind == "cancelled"


def test_one_too_many_is_told_that_others_are_busy_and_can_be_cancelled_while_it_waits(path: Path):
    slots = threading.BoundedSemaphore(1)
    first = start(path, SLEEP, PATIENT, slots)
    assert until(children)
    second = start(path, "select 1", replace(PATIENT, patience=0.3), slots)
    assert second.wait(10)
    assert second.outcome.kind == "busy"
    third = start(path, "select 1", PATIENT, slots)
    third.cancel()
    assert third.wait(10)
    assert third.outcome.kind == "cancelled"
    first.cancel()
    assert first.wait(5)


def test_without_a_database_the_outcome_says_so(tmp_path: Path):
    assert asked(tmp_path / "atlas-0.duckdb", "select 1").kind == "unavailable"
    (tmp_path / "atlas-1.duckdb").write_bytes(b"junk")
    assert asked(tmp_path / "atlas-1.duckdb", "select 1").kind in ("crash", "unavailable")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the walls of the kernel are those of Linux")
def test_the_process_of_a_query_has_no_rights_no_surroundings_and_no_way_out(path: Path):
    run = start(path, SLEEP, PATIENT)
    [place] = until(lambda: [each for each in children().values() if "Seccomp:\t2" in (each / "status").read_text()])
    told = dict(line.split(":\t", 1) for line in (place / "status").read_text().splitlines() if ":\t" in line)
    assert told["NoNewPrivs"] == "1"
    assert int(told["CapEff"], 16) == 0
    assert "0" not in told["Uid"].split()
    limits = (place / "limits").read_text()
    for limit, most in {"Max file size": "0", "Max core file size": "0", "Max processes": "0"}.items():
        [line] = [each for each in limits.splitlines() if each.startswith(limit)]
        assert line[len(limit) :].split()[:2] == [most, most]
    for name in ("Max address space", "Max cpu time"):
        assert "unlimited" not in next(line for line in limits.splitlines() if line.startswith(name))
    if os.geteuid() == 0:
        assert (place / "environ").read_bytes().strip(b"\0") == b"MALLOC_ARENA_MAX=1"
        opened = {os.readlink(each) for each in (place / "fd").iterdir()}
        assert [each for each in opened if str(path.parent) in each] == []
    run.cancel()
    assert run.wait(5)


TRIED = """
import importlib.util, os, socket, sys
spec = importlib.util.spec_from_file_location("walls", sys.argv[1])
walls = importlib.util.module_from_spec(spec)
spec.loader.exec_module(walls)
stands = walls.forbid()
refused = []
for name, tried in {
    "open": lambda: os.open("/etc/hostname", os.O_RDONLY),
    "socket": socket.socket,
    "fork": os.fork,
    "execute": lambda: os.execv("/bin/true", ["true"]),
    "kill": lambda: os.kill(os.getppid(), 0),
    "list": lambda: os.listdir("/"),
    "remove": lambda: os.unlink("/nothing"),
    "link": lambda: os.readlink("/proc/self/exe"),
}.items():
    try:
        tried()
    except PermissionError:
        refused.append(name)
print(stands, *refused, flush=True)
os._exit(0)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a filter of Linux")
def test_the_last_wall_refuses_every_way_out_whatever_the_engine_does():
    ran = subprocess.run(
        [sys.executable, "-I", "-c", TRIED, str(CHILD.with_name("walls.py"))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["True", "open", "socket", "fork", "execute", "kill", "list", "remove", "link"]


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff", b'{"kind": "rows", "seconds": 1}', b'{"kind": "evil", "seconds": 1}',
        b'{"kind": "rows", "seconds": 1, "cut": "", "columns": [["a", "INTEGER"]], "rows": [[1, 2]]}',
        b'{"kind": "rows", "seconds": 1, "cut": "", "columns": [["a", "INTEGER"]], "rows": [[{"b": 1}]]}',
        b'{"kind": "rows", "seconds": 1, "cut": "", "columns": ["a"], "rows": 7}',
        b'{"kind": "rows", "seconds": 1, "cut": "x", "columns": [], "rows": []}',
        b'{"kind": "engine", "seconds": 1, "said": ["x"]}', b'{"kind": "rows", "seconds": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_an_answer_of_another_form_is_a_crash_and_no_exception(content: bytes):
    assert read(content).kind == "crash"


def test_a_number_that_does_not_fit_makes_its_column_text():
    content = b"""{"kind": "rows", "seconds": 1, "cut": "", "columns": [["a", "DECIMAL(4,2)"], ["b", "DOUBLE"]],
        "rows": [["1E999999999", 1.5], ["2.50", "inf"]]}"""
    assert read(content).rows.to_dict("list") == {"a": ["1E999999999", "2.50"], "b": ["1.5", "inf"]}


def test_names_of_columns_are_never_twice_and_never_empty():
    assert distinct(["n", "n", "n", ""]) == ["n", "n_2", "n_3", "column"]


@pytest.mark.parametrize(
    ("code", "kind"), [(-14, "time"), (-9, "memory"), (-6, "memory"), (-11, "crash"), (1, "crash")]
)
def test_a_silent_end_is_understood_by_its_signal(code: int, kind: str):
    assert ended(code).kind == kind


@pytest.fixture(scope="module")
def real_path(real_database) -> Path:
    sql = "select path from duckdb_databases() where path is not null"
    return Path(real_database.cursor().execute(sql).fetchone()[0])


@pytest.mark.parametrize("name", examples())
def test_an_example_runs_on_the_real_data_and_names_its_sources(real_path: Path, name: str):
    outcome = asked(real_path, examples()[name].strip())
    assert outcome.kind == "rows", outcome.said
    assert len(outcome.rows) > 0
    assert not outcome.cut
    named = {"source", "sources"} & set(outcome.rows.columns)
    assert named or name in ("groups_most_named", "money_by_fund", "least_known"), "counts over many sources"
