"""Which database the pages ask: the newest file, or with ATLAS_DATABASE the version in use on a ClickHouse server.

Each has a path by which it is told from all others and kept in mind. That of a version on a server leads to no file:
`clickhouse:/atlas-<digest>`. What belongs to ClickHouse is imported only where that address is given.
"""

from pathlib import Path

from database import connection
from database.clickhouse.address import address
from database.connection import NoDatabase
from database.door import Database

SERVED = Path("clickhouse:")
"""Where the paths of versions on a server seem to lie."""


def current_path() -> Path | None:
    """The database in use; None where there is none. Raises NoDatabase where a server does not answer."""
    on = address()
    if on is None:
        return connection.current_path()
    from database.clickhouse.server import version_in_use

    version = version_in_use(on)
    return SERVED / f"atlas-{version}" if version else None


def kept_path(version: str) -> Path | None:
    """The database of an earlier version, by the first characters of its digest; None where it is not kept.

    Raises NoDatabase where a server does not answer.
    """
    on = address()
    if on is None:
        return connection.kept_path(version)
    if not connection.VERSION.fullmatch(version):
        return None
    from database.clickhouse.server import kept_versions

    kept = (one for one in kept_versions(on) if one.startswith(version[: connection.DIGITS]))
    return next((SERVED / f"atlas-{one}" for one in kept), None)


def open_database(path: Path) -> Database:
    """The database of a path, read-only. Raises NoDatabase where it cannot be read."""
    on = address()
    if on is None or path.parent != SERVED:
        return connection.open_database(path)
    from database.clickhouse.server import Clickhouse

    return Clickhouse(on, path.stem.removeprefix("atlas-"))


def mark(path: Path) -> tuple[int, int, int]:
    """What changes where a file is replaced or written to. Raises NoDatabase where there is none.

    A version on a server never changes: it has a database of its own.
    """
    if path.parent == SERVED:
        return 0, 0, 0
    try:
        found = path.stat()
    except OSError as error:
        raise NoDatabase(f"{path.name}: {error.strerror}") from error
    return found.st_ino, found.st_size, found.st_mtime_ns


def file_of(path: Path) -> Path | None:
    """The file of DuckDB with these data; None where they are on a server and no file with them is on this machine."""
    return connection.kept_path(path.stem.removeprefix("atlas-")) if path.parent == SERVED else path
