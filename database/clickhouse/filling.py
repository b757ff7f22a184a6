"""A built database is put onto a ClickHouse server: all of it beside the old one, then one line says it is in use."""

import secrets
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pyarrow
from clickhouse_connect.driver.client import Client
from duckdb import DuckDBPyConnection
from sqlglot import expressions as exp

from database.clickhouse.address import Address
from database.clickhouse.dialect import CATALOGUE
from database.clickhouse.form import stored_type
from database.clickhouse.server import Failure, connected, is_version, told, versions
from database.connection import open_database
from database.definitions import STORED

Progress = Callable[[str], None]

ROWS = 500_000
"""Rows that are sent at once."""

ABANDONED = 24 * 60 * 60
"""Seconds after which a draft that was never put into use is removed."""


class FillRefused(Exception):
    """The server did not take the data; what it had is in use as before."""


def fill(path: Path, address: Address, keep: int, progress: Progress = lambda table: None) -> str:
    """Puts every table, and the rows of every view, of a built database onto a server and into use: its version.

    In: the file; the server, with a user who may create databases; how many versions stay there. The views are
    computed here, by DuckDB. Raises FillRefused with one sentence, and NoDatabase where the file cannot be read.
    """
    version = path.stem.removeprefix("atlas-")
    if not is_version(version):
        raise FillRefused(f"{path.name}: not the name of a built database")
    with closing(open_database(path)) as built:
        try:
            with closing(connected(address, {})) as client:
                _prepare(client, address.database)
                if version not in versions(client, address.database):
                    _put(built, client, address.database, version, progress)
                _remove_old(client, address.database, version, keep)
                _use(client, address.database, version)
        except Failure as error:
            raise FillRefused(f"{address.host}: {told(error)}") from error
    return version


def _prepare(client: Client, database: str) -> None:
    client.command(f"create database if not exists {database}")
    client.command(
        f"create table if not exists {database}.versions (number UInt64, version String, put_at DateTime)"
        " engine = MergeTree order by number comment 'Which version was put into use, and when; the last counts.'"
    )


def _put(built: DuckDBPyConnection, client: Client, database: str, version: str, progress: Progress) -> None:
    """Makes the database of a version under another name, compares its rows, and only then gives it its own."""
    draft = f"{database}_draft_{int(time.time())}_{secrets.token_hex(4)}"
    client.command(f"create database {draft}")
    try:
        for name, comment, columns in _tables(built):
            progress(name)
            listed = ", ".join(f'"{column}"' for column, *_rest in columns)
            client.command(_create(draft, name, comment, columns))
            sent = 0
            for rows in built.sql(f"select {listed} from {_from(name)}").to_arrow_reader(ROWS):
                client.insert_arrow(f"{draft}.{name}", pyarrow.Table.from_batches([rows]))
                sent += rows.num_rows
            there = client.query_arrow(f'select count() as n from {draft}."{name}"').column("n")[0].as_py()
            if there != sent:
                raise FillRefused(f"{name}: {sent} rows were sent and {there} are there")
        client.command(f"drop database if exists {database}_{version}")
        client.command(f"rename database {draft} to {database}_{version}")
    finally:
        client.command(f"drop database if exists {draft}")


Column = tuple[str, str, str | None]
"""Name, type and comment."""


def _tables(built: DuckDBPyConnection) -> list[tuple[str, str | None, list[Column]]]:
    """Name, comment and columns of every table and view, and of what DuckDB says of them."""
    held = built.execute(
        "select table_name, comment from duckdb_tables() where schema_name = 'main' union all"
        " select view_name, comment from duckdb_views() where not internal order by 1"
    ).fetchall()
    columns = built.execute(
        "select table_name, column_name, data_type, comment from duckdb_columns()"
        " where not internal and schema_name = 'main' order by table_name, column_index"
    ).fetchall()
    found: list[tuple[str, str | None, list[Column]]] = [
        (name, comment, [(column, kind, said) for table, column, kind, said in columns if table == name])
        for name, comment in held
    ]
    for name in CATALOGUE:
        described = built.execute(f"describe select * from {name}()").fetchall()
        plain = [(column, kind, None) for column, kind, *_rest in described if _is_plain(kind)]
        found.append((name, None, plain))
    return found


def _is_plain(kind: str) -> bool:
    try:
        return bool(stored_type(kind))
    except ValueError:
        return False


def _from(name: str) -> str:
    return f"{name}() where not internal" if name in CATALOGUE else f'"{name}"'


def _create(database: str, name: str, comment: str | None, columns: list[Column]) -> str:
    listed = ", ".join(
        f'"{column}" {stored_type(kind)}' + (f" comment {_text(said)}" if said else "")
        for column, kind, said in columns
    )
    meaning = f" comment {_text(comment)}" if comment else ""
    # What lies side by side in the file of DuckDB does so here, and only the part that is asked for is read.
    order = f"({', '.join(STORED[name])}) settings allow_nullable_key = 1" if name in STORED else "tuple()"
    return f'create table {database}."{name}" ({listed}) engine = MergeTree order by {order}{meaning}'


def _text(words: str) -> str:
    return exp.Literal.string(words).sql(dialect="clickhouse")


def _use(client: Client, database: str, version: str) -> None:
    """One line, written whole or not at all: from now on this version is in use."""
    client.command(
        f"insert into {database}.versions select max(number) + 1, {{version: String}}, now() from {database}.versions",
        {"version": version},
    )


def _remove_old(client: Client, database: str, version: str, keep: int) -> None:
    """Removes versions that nobody need ask any more, and drafts that a killed fill left.

    Kept are the one that comes into use, and the last before it: among them the one that is in use.
    """
    others = [other for other in versions(client, database) if other != version]
    for old in others[max(1, keep - 1) :]:
        client.command(f"drop database if exists {database}_{old}")
    names = client.query_arrow("select name from system.databases").column("name").to_pylist()
    for name in names:
        begun = name.removeprefix(f"{database}_draft_").partition("_")[0]
        if name.startswith(f"{database}_draft_") and begun.isdigit() and time.time() - int(begun) > ABANDONED:
            client.command(f"drop database if exists {name}")
