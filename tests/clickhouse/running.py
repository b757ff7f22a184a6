"""The server of the tests, started and filled, and the addresses by which the atlas reaches it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from benchmarks.server import stop
from database.clickhouse.address import address
from database.clickhouse.filling import fill
from database.clickhouse.server import Clickhouse
from tests.clickhouse.server import PASSWORDS

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Server:
    """A running server: the folder of its data and its port on this machine."""

    folder: Path
    port: int

    def address(self, user: str = "reader", database: str = "atlas") -> str:
        """What ATLAS_DATABASE is set to."""
        return f"clickhouse://{user}:{quote(PASSWORDS[user], safe='')}@127.0.0.1:{self.port}/{database}"


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server of its own; it ends with the block. Fails where `chdb` of requirements-cluster.txt is not installed."""
    command = [sys.executable, "-m", "tests.clickhouse.server", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        port = process.stdout.readline()
        assert port, "the server of the tests did not start: is requirements-cluster.txt installed?"
        try:
            yield Server(folder, int(port))
        finally:
            # It ends with its standard input too, but what was forked meanwhile may hold that open.
            stop(process)


def put(server: Server, path: Path, database: str) -> Clickhouse:
    """A built database on the server, as a reader opens it."""
    writer, reader = (address(server.address(user, database)) for user in ("writer", "reader"))
    assert writer and reader
    return Clickhouse(reader, fill(path, writer, keep=12))
