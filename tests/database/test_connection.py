"""The open database: nothing can be written through it, nothing else reached, and any number of readers share it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from database import queries
from database.connection import NoDatabase, build_folder, current_path, open_database


@pytest.mark.parametrize(
    "statement",
    [
        "insert into rounds values ('x', '2014-2020', 'x', 'x', '2016', '2016-01-01')",
        "update funding set amount_eur = 1",
        "delete from funding",
        "drop table build",
        "create table x (a integer)",
        "alter table funding add column x integer",
        "copy funding to '{folder}/out.csv'",
        "copy funding from '{folder}/in.csv'",
        "export database '{folder}/out'",
        "attach '{folder}/other.duckdb'",
        "attach ':memory:' as other; create table other.x as select * from '{folder}/in.csv'",
        "select * from read_csv('{folder}/in.csv')",
        "select * from '{folder}/in.csv'",
        "select * from read_text('/etc/passwd')",
        "select * from read_blob('/etc/passwd')",
        "select * from glob('/etc/*')",
        "select * from read_parquet('https://example.org/x.parquet')",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set threads = 64",
        "set memory_limit = '64GB'",
        "reset memory_limit",
        "pragma enable_profiling",
        "select * from read_csv('/dev/stdin')",
    ],
)
def test_nothing_is_written_and_nothing_else_reached(database, tmp_path, statement):
    (tmp_path / "in.csv").write_text("a\n1\n")
    with pytest.raises(duckdb.Error):
        database.cursor().execute(statement.format(folder=tmp_path)).fetchall()
    assert {file.name for file in tmp_path.iterdir()} == {"in.csv"}


def test_it_still_answers_after_all_that(database):
    with pytest.raises(duckdb.Error):
        database.cursor().execute("select * from nothing")
    assert len(queries.strategies(database)) == 9


@pytest.mark.parametrize(
    "content",
    [b"", b"not a database", b"\0" * 100_000, b"\0" * 8 + b"DUCK" + b"\xff" * 100_000],
    ids=["empty", "text", "zeros", "only a head"],
)
def test_a_file_that_is_no_database_is_named(tmp_path, content):
    path = tmp_path / "atlas-0.duckdb"
    path.write_bytes(content)
    with pytest.raises(NoDatabase, match=r"^atlas-0.duckdb: "):
        open_database(path)


def test_a_missing_file_is_named_and_not_made(tmp_path):
    with pytest.raises(NoDatabase):
        open_database(tmp_path / "atlas-0.duckdb")
    assert not list(tmp_path.iterdir())


def test_a_truncated_or_altered_database_is_refused_or_answers_without_harm(atlas_build, tmp_path):
    """In a process of its own: what a broken file does to the library must not end the tests."""
    whole = current_path(atlas_build).read_bytes()
    script = (
        "import sys; from pathlib import Path; from database.connection import NoDatabase, open_database\n"
        "try:\n"
        "    open_database(Path(sys.argv[1])).execute('select count(*) from strategies').fetchall()\n"
        "    print('answered')\n"
        "except NoDatabase: print('refused')"
    )
    root = Path(__file__).parents[2]
    for name, content in {
        "half": whole[: len(whole) // 2],
        "head": whole[:4096],
        "altered": whole[:4096] + b"\xff" * 8192 + whole[12288:],
    }.items():
        path = tmp_path / f"{name}.duckdb"
        path.write_bytes(content)
        ran = subprocess.run(
            [sys.executable, "-c", script, path], cwd=root, capture_output=True, text=True, check=False
        )
        assert ran.stdout.strip() in ("refused", "answered"), ran.stderr
        assert "Traceback" not in ran.stderr


def test_a_database_of_another_make_is_refused(tmp_path):
    path = tmp_path / "atlas-0.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("create table something (a integer)")
    with pytest.raises(NoDatabase):
        open_database(path)


def test_current_never_leads_out_of_its_folder(tmp_path):
    (tmp_path / "outside.duckdb").write_bytes(b"x")
    folder = tmp_path / "build"
    folder.mkdir()
    for name in ("../outside.duckdb", str(tmp_path / "outside.duckdb"), "", "\n", ".", "nothing.duckdb"):
        (folder / "current").write_text(name)
        assert current_path(folder) is None, name


def test_the_folder_of_databases_can_be_chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path))
    assert build_folder() == tmp_path
    monkeypatch.delenv("ATLAS_BUILD")
    assert build_folder() == Path(__file__).parents[2] / "data" / "build"


def test_eight_readers_at_once_get_the_answers_to_their_own_questions(database):
    amounts = dict(database.cursor().execute("select funding, amount_eur from funding").fetchall())

    def asked(reader: int) -> list[bool]:
        keys = sorted(amounts)
        told = []
        for number in range(200):
            key = keys[(reader + number) % len(keys)]
            sql = "select amount_eur from funding where funding = ?"
            told.append(database.cursor().execute(sql, [key]).fetchone() == (amounts[key],))
        return told

    with ThreadPoolExecutor(8) as readers:
        told = [right for answers in readers.map(asked, range(8)) for right in answers]
    assert len(told) == 1600
    assert all(told)


def test_every_question_takes_a_cursor_of_its_own(database):
    with ThreadPoolExecutor(8) as readers:
        counts = set(readers.map(lambda _: len(queries.strategies(database)), range(40)))
    assert counts == {9}
