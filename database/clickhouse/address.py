"""The address of a ClickHouse server, as ATLAS_DATABASE has it."""

import os
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

VARIABLE = "ATLAS_DATABASE"
PORTS = {"clickhouse": 8123, "clickhouses": 8443}
"""Ports of the HTTP interface, without and with TLS."""


@dataclass(frozen=True)
class Address:
    """Where a ClickHouse server is, as whom it is asked, and the database whose name all others begin with."""

    host: str
    port: int
    is_secure: bool
    user: str
    password: str = field(repr=False)
    database: str


def address(text: str | None = None) -> Address | None:
    """The address that is given, or that of ATLAS_DATABASE; None where that is empty: then files are read.

    Raises ValueError, which never repeats the password, where it is no address of a ClickHouse server.

    >>> address("clickhouse://reader:secret@db.example/atlas")
    Address(host='db.example', port=8123, is_secure=False, user='reader', database='atlas')
    """
    wrong = "not clickhouse://user:password@host:port/database (clickhouses:// with TLS)"
    if text is None:
        text, wrong = os.environ.get(VARIABLE, ""), f"{VARIABLE} is {wrong}"
    if not text:
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ValueError(wrong) from None
    database = parts.path.strip("/")
    is_name = database.replace("_", "a").isalnum() and database.isascii() and not database[0].isdigit()
    if parts.scheme not in PORTS or not parts.hostname or not is_name or parts.query or parts.fragment:
        raise ValueError(wrong)
    user, password = unquote(parts.username or "default"), unquote(parts.password or "")
    is_secure = parts.scheme == "clickhouses"
    return Address(parts.hostname, port or PORTS[parts.scheme], is_secure, user, password, database)
