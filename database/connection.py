"""Where the database in use is, and the one way to open it: read-only, with nothing else in its reach."""

import os
import re
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent

SETTINGS = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
    "threads": "2",
    "memory_limit": "1GB",
}
"""No file but the database itself, no network, no extension, and no way to change that."""


DIGITS = 12
"""Of the digest of the content, in the name of a database's file."""


HEADERS = 3 * 4096
"""Bytes of a database file before its first block."""


VERSION = re.compile(r"[0-9a-f]{6,64}")
"""How a version is named: some of the first characters of the digest of its content, or all."""


class NoDatabase(Exception):
    """There is no usable database: none was built, or its file is missing or damaged."""


def build_folder() -> Path:
    """The folder that holds the built databases: ATLAS_BUILD, or data/build of this tree."""
    return Path(os.environ.get("ATLAS_BUILD") or ROOT / "data" / "build")


def current_path(folder: Path | None = None) -> Path | None:
    """The database in use, by the name in `current`; None where nothing was built or the file is gone."""
    folder = folder or build_folder()
    try:
        name = (folder / "current").read_text(encoding="utf-8").strip()
    except OSError:
        return None
    path = folder / Path(name).name
    return path if name and path.is_file() else None


def kept_path(version: str, folder: Path | None = None) -> Path | None:
    """The database of a version that was built before and is still kept; None where it is not, or is no version.

    In: at least 6 of the first characters of its digest, or more of them than the name of the file holds.
    """
    if not VERSION.fullmatch(version):
        return None
    files = (folder or build_folder()).glob(f"atlas-{version[:DIGITS]}*.duckdb")
    return min(files, default=None)


def open_database(path: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection. Take `.cursor()` of it for each question: the connection is not thread-safe.

    Raises NoDatabase where the file cannot be read.
    """
    try:
        database = duckdb.connect(str(path), read_only=True, config=SETTINGS)
        database.execute("select content_digest from build").fetchone()
        [(block, blocks)] = database.execute("select block_size, total_blocks from pragma_database_size()").fetchall()
    except duckdb.Error as error:
        raise NoDatabase(f"{path.name}: {error}") from error
    # DuckDB itself would notice only on reading what is cut off.
    if path.stat().st_size < HEADERS + block * blocks:
        database.close()
        raise NoDatabase(f"{path.name}: cut short")
    return database
