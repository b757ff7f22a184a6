"""Data on a ClickHouse server: put there whole, switched in one step, read by who may change nothing."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from clickhouse_connect.driver.exceptions import ClickHouseError

from database import which
from database.clickhouse import filling, server
from database.clickhouse.address import Address, address
from database.clickhouse.filling import FillRefused, fill
from database.clickhouse.server import Clickhouse, connected, kept_versions, version_in_use
from database.connection import NoDatabase
from loaders.__main__ import command
from tests.clickhouse.running import Server

ROOT = Path(__file__).parents[2]


@pytest.fixture
def to(clickhouse_server: Server, request: pytest.FixtureRequest) -> Address:
    """Where this test alone puts data."""
    found = address(clickhouse_server.address("writer", f"own_{abs(hash(request.node.name))}"))
    assert found
    return found


@pytest.fixture
def built(tmp_path: Path):
    """`built("a", rows=3)`: a tiny database whose version is twelve times that letter."""

    def made(letter: str, rows: int = 3) -> Path:
        path = tmp_path / f"atlas-{letter * 12}.duckdb"
        if path.exists():
            return path
        with duckdb.connect(str(path)) as database:
            database.execute("create table build as select 'x' as content_digest")
            database.execute(f"create table fact as select range as n, 'Š''\\' as name from range({rows})")
            database.execute("comment on table fact is 'What ''is'' known.'; comment on column fact.n is 'How many\\.'")
            database.execute("create view doubled as select n * 2 as twice, sum(n) over () as whole from fact")
        return path

    return made


def test_tables_rows_of_views_and_meanings_are_there(to, built):
    fill(built("a"), to, keep=12)
    opened = Clickhouse(to, "a" * 12)
    assert opened.answer("select n, name from fact order by n", []).to_dict("list") == {
        "n": [0, 1, 2], "name": ["Š'\\"] * 3,
    }  # fmt: skip
    assert opened.answer("select twice, whole from doubled order by twice", [])["whole"].tolist() == [3, 3, 3]
    named = f"{to.database}_{'a' * 12}"
    meanings = f"select name, comment from system.{{}} where database = '{named}' and comment <> '' order by 1"
    client = connected(to, {})
    assert client.query_arrow(meanings.format("tables")).to_pylist() == [
        {"name": "fact", "comment": "What 'is' known."}
    ]
    assert {"name": "n", "comment": "How many\\."} in client.query_arrow(meanings.format("columns")).to_pylist()


def test_a_reader_sees_the_old_data_or_the_new_and_goes_on_with_those_it_began_with(to, built):
    assert version_in_use_or_none(to) is None
    fill(built("a", rows=3), to, keep=12)
    old = Clickhouse(to, version_in_use(to))
    fill(built("b", rows=5), to, keep=12)
    new = Clickhouse(to, version_in_use(to))
    count = "select count(*) as n from fact"
    assert (old.answer(count, [])["n"].iloc[0], new.answer(count, [])["n"].iloc[0]) == (3, 5)
    assert kept_versions(to) == ["b" * 12, "a" * 12]
    fill(built("a"), to, keep=12)
    assert kept_versions(to) == ["a" * 12, "b" * 12]


def version_in_use_or_none(at: Address) -> str | None:
    try:
        return version_in_use(at)
    except NoDatabase:
        return None


def test_old_versions_go_but_never_the_one_in_use_before(to, built):
    for letter in "abcd":
        fill(built(letter), to, keep=2)
    assert kept_versions(to) == ["d" * 12, "c" * 12]
    fill(built("e"), to, keep=1)
    assert kept_versions(to) == ["e" * 12, "d" * 12]
    assert databases(to) == {f"{to.database}_{letter * 12}" for letter in "de"} | {to.database}


def databases(at: Address) -> set[str]:
    names = connected(at, {}).query_arrow("select name from system.databases").column("name").to_pylist()
    return {name for name in names if name.startswith(at.database)}


def test_a_fill_that_fails_in_the_middle_leaves_the_old_data_and_nothing_else(to, built, monkeypatch):
    fill(built("a"), to, keep=12)
    create = filling._create

    def broken(draft: str, name: str, *rest: object) -> str:
        return "create table (" if name == "fact" else create(draft, name, *rest)

    monkeypatch.setattr(filling, "_create", broken)
    with pytest.raises(FillRefused, match="Syntax error"):
        fill(built("b"), to, keep=12)
    assert kept_versions(to) == ["a" * 12]
    assert databases(to) == {to.database, f"{to.database}_{'a' * 12}"}


def test_rows_that_were_lost_on_the_way_are_noticed(to, built, monkeypatch):
    monkeypatch.setattr("clickhouse_connect.driver.client.Client.insert_arrow", lambda *_: None)
    with pytest.raises(FillRefused, match="rows were sent and 0 are there"):
        fill(built("a"), to, keep=12)
    assert databases(to) == {to.database}


WRITES = [
    "create database other",
    "create table fact2 (n Int8) engine = Memory",
    "insert into fact values (9, 'x')",
    "drop table fact",
    "alter table fact add column x Int8",
    "rename table fact to gone",
    "set readonly = 0",
    "select n from fact settings readonly = 0",
    "truncate table fact",
]


@pytest.mark.parametrize("user", ["reader", "writer"])
@pytest.mark.parametrize("statement", WRITES)
def test_the_connection_of_the_pages_can_change_nothing_even_where_its_user_might(
    clickhouse_server, clickhouse, user, statement
):
    at = address(clickhouse_server.address(user))
    opened = Clickhouse(at, clickhouse.version)
    tables = "select count(*) as n from duckdb_tables"
    before = opened._client.query_arrow(tables).to_pydict()
    with pytest.raises(ClickHouseError):
        opened._client.command(statement)
    assert opened._client.query_arrow(tables).to_pydict() == before
    opened.close()


def test_eight_readers_at_once_get_the_answers_to_their_own_questions(clickhouse):
    def ask(number: int) -> bool:
        sql = "select ? as n, cast(? as varchar) as words, count(*) as c from vvgs where vvg <> ?"
        found = clickhouse.answer(sql, [number, f"ž{number}", "nobody"]).to_dict("records")
        return found[0]["n"] == number and found[0]["words"] == f"ž{number}" and found[0]["c"] > 0

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(200)))


def test_a_question_without_end_is_ended(clickhouse_server, clickhouse, monkeypatch):
    monkeypatch.setitem(server.LIMITS, "max_execution_time", 1)
    opened = Clickhouse(address(clickhouse_server.address()), clickhouse.version)
    with pytest.raises(ClickHouseError, match="TIMEOUT_EXCEEDED"):
        opened._client.query_arrow("select count() from numbers(1000000000000) where sin(number) > 2")
    opened.close()


@pytest.mark.parametrize(
    "text",
    ["postgres://h/d", "clickhouse://h", "clickhouse://h/d;x", "clickhouse://h/a/b", "clickhouse://u:secret@h:x/d",
     "clickhouse:///d", "clickhouse://u:secret@h/1d", "clickhouse://h/d?readonly=0", "clickhouse://h/d'"],
)  # fmt: skip
def test_what_is_no_address_is_refused_without_its_password(text, monkeypatch):
    with pytest.raises(ValueError, match="not clickhouse://user:password@host:port/database") as error:
        address(text)
    assert "secret" not in str(error.value)
    monkeypatch.setenv("ATLAS_DATABASE", text)
    with pytest.raises(ValueError, match="ATLAS_DATABASE is not clickhouse"):
        which.current_path()


def test_a_wrong_password_and_an_absent_server_are_no_database_and_name_no_secret(clickhouse_server):
    port = clickhouse_server.port
    for text in (f"clickhouse://reader:secret@127.0.0.1:{port}/atlas", "clickhouse://reader:secret@127.0.0.1:9/atlas"):
        with pytest.raises(NoDatabase) as error:
            version_in_use(address(text))
        assert "secret" not in str(error.value)
        assert "secret" not in repr(address(text))


def test_a_cited_version_is_found_by_the_beginning_of_its_digest(clickhouse_server, clickhouse, monkeypatch):
    monkeypatch.setenv("ATLAS_DATABASE", clickhouse_server.address())
    assert which.kept_path(clickhouse.version[:6]) == which.current_path()
    assert which.kept_path("0" * 12) is None
    assert which.kept_path("'; drop") is None


def test_the_command_builds_and_puts_the_data_into_use(clickhouse_server, light_world, tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_PUBLISH_TO", clickhouse_server.address("writer", "command"))
    words = ["publish", "--data", str(light_world), "--into", str(tmp_path)]
    result = CliRunner().invoke(command, words)
    version = version_in_use(address(clickhouse_server.address("reader", "command")))
    assert (result.exit_code, result.stdout) == (0, f"command_{version}\n")
    assert (tmp_path / "current").read_text() == f"atlas-{version}.duckdb\n"
    monkeypatch.setenv("ATLAS_PUBLISH_TO", "clickhouse://writer:secret@127.0.0.1:9/command")
    result = CliRunner().invoke(command, words)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].endswith("; the data in use there are unchanged")
    assert "secret" not in result.output


def test_without_the_address_nothing_of_it_is_loaded_or_needed(atlas_build):
    """In a process in which none of the packages for clusters can be imported, every page is drawn."""
    script = """
import logging, sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("chdb", "clickhouse_connect", "sqlglot", "distributed", "dask"):
            raise ModuleNotFoundError(f"hidden: {name}", name=name)

sys.meta_path.insert(0, Hidden())
import app, loaders.__main__
import loaders.documents.command
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash
from ui import stops
logging.disable(logging.CRITICAL)
for name in stops.STOPS:
    page = AppTest.from_file("ui/main.py", default_timeout=60)
    page._page_hash = calc_hash(stops.STOPS[name].path)
    page.run()
    assert not page.exception, page.exception
print(len(stops.STOPS), "database.clickhouse.server" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert ran.stdout.splitlines()[-1] == "13 False"


def test_the_command_says_what_is_not_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "clickhouse_connect", None)
    for name in [name for name in sys.modules if name.startswith("database.clickhouse.") and "address" not in name]:
        monkeypatch.delitem(sys.modules, name)
    result = CliRunner().invoke(command, ["publish", "clickhouse://writer:secret@127.0.0.1:9/command"])
    assert result.exit_code == 1
    assert "pip install -r requirements-cluster.txt" in result.stderr
