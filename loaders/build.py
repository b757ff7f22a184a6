"""From `data/` to one database file: gathered, checked, and only then put in the place of the old one."""

import errno
import fcntl
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from database import definitions
from database.connection import DIGITS
from database.digest import content_digest, read_stored
from loaders import boundaries, statistics
from loaders.at_rest import read_at_rest
from loaders.fact_rows import Row
from loaders.filling import More, Tables, fill
from loaders.national import read_national
from loaders.problems import BuildRefused, Problem
from loaders.search import search_rows
from loaders.vocabularies import Vocabularies, read_vocabularies
from loaders.vvg_files import read_vvg_files

Progress = Callable[[str], None]

KEPT = 12
"""Databases that stay in the folder: the new one, and those before for readers who still hold or have cited them."""

SMALL_FILE = {"default_block_size": "16384"}
"""Bytes of a block. Each column begins a new one; with DuckDB's own 256 kB the file would be twelve times larger."""

LARGE_WORLD = {"memory_limit": "8GB"}
"""What does not fit into it is put aside in a folder beside the draft."""

NO_FACTS = {
    "vocabulary",
    "search_entries",
    "item_themes",
    "target_group_terms",
    "funding_funds",
    "boundaries",
}
"""Tables whose rows are made from facts or words and are no facts themselves."""


def gather(data: Path, vocabularies: Vocabularies) -> Tables:
    """All rows of `data` by table. Raises BuildRefused with the problems of every file at once."""
    tables: Tables = defaultdict(list)
    problems: list[Problem] = []

    def take(rows: Iterable[Row]) -> None:
        try:
            for table, row in rows:
                tables[table].append(row)
        except BuildRefused as refused:
            problems.extend(refused.problems)

    take(vocabularies.rows())
    take(statistics.rows(data))
    by_lau = {str(row["lau_code"]): str(row["municipality"]) for row in tables["municipalities"]}
    take(boundaries.rows(data, by_lau))
    take(read_vvg_files(data, vocabularies))
    known = {file.stem for file in (data / "vvg").glob("*.yaml")}
    take(read_national(data, vocabularies, known, {str(row["strategy"]) for row in tables["strategies"]}))
    _measure_places(tables)
    kinds = vocabularies.schemes.get("source_kinds", {})
    for source in tables["sources"]:
        kind = kinds.get(str(source["kind"]))
        source.setdefault("rank", kind.rank if kind else 99)
    problems += unknown_names(tables)
    if problems:
        raise BuildRefused(problems)
    take(search_rows(tables, vocabularies))
    return tables


def _measure_places(tables: Tables) -> None:
    """Notes at every place how far it lies outside the border of its municipality."""
    borders = {str(row["municipality"]): str(row["geometry"]) for row in tables["boundaries"]}
    drawn = [row for row in tables["places"] if row["municipality"] in borders]
    points = [(str(row["place"]), row["latitude"], row["longitude"], str(row["municipality"])) for row in drawn]
    found = {place: km for place, _, km in boundaries.outside(points, borders, tolerance_km=0)} if points else {}
    for row in tables["places"]:
        row["outside_km"] = found.get(str(row["place"]), 0)


def unknown_names(tables: Tables) -> Iterator[Problem]:
    """VVGs whose municipality or place no statistics know: the constraint would only say that it failed."""
    municipalities = {row["municipality"] for row in tables["municipalities"]}
    places = {row["place"] for row in tables["places"]}
    for vvg in tables["vvgs"]:
        file, line = str(vvg["file"]), int(str(vvg["line"]))
        if vvg["municipality"] not in municipalities:
            what = f"no municipality is called '{vvg['municipality']}'"
            yield Problem(file, line, what, "use the official name of data/statistics/municipalities.csv")
        if vvg["place"] not in places:
            what = f"no place is called '{vvg['place']}'"
            yield Problem(file, line, what, "add it to data/statistics/places.csv, or correct 'city:' or 'place:'")


def unusual(database: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, Problem]]:
    """What the checks of database/checks find, answered or not: check, key of the fact and problem."""
    for check, query in definitions.checks().items():
        for subject, file, line, what, mend in database.execute(query).fetchall():
            yield check, subject, Problem(file, line, what, _advice(check, file, mend))


def run_checks(database: duckdb.DuckDBPyConnection) -> list[Problem]:
    """What the checks of database/checks find and no record answers, and answers to nothing."""
    answers = database.execute('select subject, "check", file, line from answers').fetchall()
    given = {(subject, check): (file, line) for subject, check, file, line in answers}
    open_answers = dict(given)
    problems = []
    for check, subject, problem in unusual(database):
        open_answers.pop((subject, check), None)
        if (subject, check) not in given:
            problems.append(problem)
    for (_, check), (file, line) in open_answers.items():
        problems.append(Problem(file, line, f"answers '{check}', which finds nothing here", "remove the answer"))
    return problems


def _advice(check: str, file: str, mend: str) -> str:
    """How to mend what a check found. Only a record can answer it; a line of a received table holds no answer."""
    if not file.endswith(".yaml"):
        return mend
    return f"{mend}; or, if it is right, say why in the record: answers: {{{check}: …}}"


def build(data: Path, into: Path | None, progress: Progress = lambda step: None) -> Path | None:
    """Makes the database of `data` and puts it in place in one step.

    In: the data folder; the folder of the databases, or None to check only. Out: the new database's path, or None.
    Raises BuildRefused with all problems, OSError where the folder cannot be written (read-only, full); the database
    in use is then left as it was.
    """

    def read() -> Tables:
        progress("vocabularies")
        vocabularies = read_vocabularies(data)
        progress("records")
        return gather(data, vocabularies)

    tables = read_at_rest(data, read)
    if into is None:
        with duckdb.connect(":memory:") as database:
            _make(database, tables, progress)
        return None
    return build_tables(tables, into, progress)


def build_tables(tables: Tables, into: Path, progress: Progress = lambda step: None, more: More | None = None) -> Path:
    """Makes the database of these rows and puts it in place in one step: its path. Raises as `build` does."""
    into.mkdir(parents=True, exist_ok=True)
    with _alone(into):
        _remove_drafts(into)
        draft = into / f"draft-{os.getpid()}.duckdb"
        try:
            with duckdb.connect(str(draft), config=LARGE_WORLD if more else SMALL_FILE) as database:
                digest = _make(database, tables, progress, more)
                database.execute("checkpoint")
            progress("in place")
            return _put_in_place(draft, into, digest)
        except (duckdb.OperationalError, duckdb.FatalException) as error:
            raise OSError(errno.EIO, str(error).splitlines()[0], str(into)) from error
        finally:
            _remove_drafts(into)


def _remove_drafts(into: Path) -> None:
    """Removes what this or a killed build left; only for who holds the lock."""
    for left in into.glob("draft-*"):
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


def _make(database: duckdb.DuckDBPyConnection, tables: Tables, progress: Progress, more: More | None = None) -> str:
    progress("tables")
    fill(database, tables, more)
    progress("checks")
    problems = run_checks(database)
    if problems:
        raise BuildRefused(problems)
    digest = content_digest(database)
    [(newest,)] = database.execute("select max(published) from sources").fetchall()
    names = database.execute("select table_name from duckdb_tables() where schema_name = 'main'").fetchall()
    counts = [f'select count(*) as facts from "{name}"' for (name,) in names if name not in {*NO_FACTS, "build"}]
    [(facts,)] = database.execute(f"select sum(facts) from ({' union all '.join(counts)}) as counts").fetchall()
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    database.execute("insert into build values (?, ?, ?, ?)", [digest, now, newest, facts])
    return digest


@contextmanager
def _alone(into: Path) -> Iterator[None]:
    """One build at a time in a folder; a second one waits. The lock goes with the process, however it ends."""
    with (into / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _put_in_place(draft: Path, into: Path, digest: str) -> Path:
    """Renames the draft by its content and points `current` at it. The same content keeps its file."""
    path = into / f"atlas-{digest[:DIGITS]}.duckdb"
    if not _is_whole(path, digest):
        _flush(draft)
        draft.replace(path)
    pointer = into / "current"
    before = pointer.read_text(encoding="utf-8").strip() if pointer.exists() else ""
    fresh = into / f"draft-{os.getpid()}.current"
    fresh.write_text(path.name + "\n", encoding="utf-8")
    _flush(fresh)
    fresh.replace(pointer)
    keep = {path.name, before}
    others = sorted(into.glob("atlas-*.duckdb"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in [file for file in others if file.name not in keep][max(0, KEPT - len(keep)) :]:
        old.unlink()
    return path


def _is_whole(path: Path, digest: str) -> bool:
    """Whether the file is there and every row of it can still be read as it was written."""
    if not path.exists():
        return False
    try:
        with duckdb.connect(str(path), read_only=True) as database:
            read_stored(database)
            return content_digest(database) == digest
    except duckdb.Error:
        return False


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
