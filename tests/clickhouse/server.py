"""The engine of ClickHouse behind its HTTP interface, as far as the atlas speaks it: `python server.py FOLDER`.

It listens on 127.0.0.1 alone, prints its port, and ends with its standard input. Questions, values and settings come
as a server takes them: settings and `param_…` in the address or in a form, the question in the body. Who `reader` is
may only read, by the engine's own setting; `writer` may do everything; both have a password. What a server does with
users, profiles and other machines is not here.
"""

import json
import re
import sys
import threading
from base64 import b64decode
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

PASSWORDS = {"reader": "read:me/only", "writer": "write@me"}
NO_SETTINGS = ("query", "database", "user", "password", "query_id", "session_id", "default_format", "compress",
               "decompress", "enable_http_compression", "wait_end_of_query", "http_headers_progress_interval_ms",
               "send_progress_in_http_headers", "client_protocol_version", "role", "buffer_size")  # fmt: skip
FORMAT = re.compile(rb"\s+FORMAT\s+(\w+)\s*;?\s*$", re.IGNORECASE)
ENGINE = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    """One request: each has a connection of its own to the engine, so its settings end with it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    folder = ""
    engine: Any = None
    """What connects to the engine."""

    def do_GET(self) -> None:
        """Only whether it lives."""
        self._send(200, b"Ok.\n")

    def do_POST(self) -> None:
        """A question or an insert."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = self._chunks()
        asked: dict[str, str] = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
        kind = self.headers.get("Content-Type") or ""
        if kind.startswith("multipart/form-data"):
            asked |= _form(kind, body)
            body = b""
        elif kind.startswith("application/x-www-form-urlencoded"):
            asked |= dict(parse_qsl(body.decode(), keep_blank_values=True))
            body = b""
        user = self._user()
        if user is None:
            self._send(403, b"Code: 516. DB::Exception: Authentication failed. (AUTHENTICATION_FAILED)",
                       {"X-ClickHouse-Exception-Code": "516"})  # fmt: skip
            return
        question = asked.get("query", "").encode()
        data = Path(self.folder, f"sent-{uuid4()}")
        if question and body:
            # Inside the engine data that follow an insert would end at the first empty line.
            question, form = FORMAT.sub(b"", question), FORMAT.search(question)
            data.write_bytes(body)
            question += f" select * from file('{data}', '{form[1].decode() if form else ''}')".encode()
        else:
            question = question or body
        try:
            with ENGINE:
                answer, form = self._asked(question, asked, user)
        except RuntimeError as error:
            code = re.search(r"Code: (\d+)", str(error))
            self._send(500, str(error).encode(), {"X-ClickHouse-Exception-Code": code[1] if code else "1002"})
            return
        finally:
            data.unlink(missing_ok=True)
        summary = json.dumps({"read_rows": "0", "written_rows": "0", "result_rows": "0"})
        self._send(200, answer, {"X-ClickHouse-Summary": summary, "X-ClickHouse-Query-Id": "test",
                                 "X-ClickHouse-Timezone": "UTC", "X-ClickHouse-Format": form})  # fmt: skip

    def _asked(self, question: bytes, asked: dict[str, str], user: str) -> tuple[bytes, str]:
        form = "TabSeparated"
        if found := FORMAT.search(question):
            form, question = found[1].decode(), question[: found.start()]
        values = {name.removeprefix("param_"): value for name, value in asked.items() if name.startswith("param_")}
        settings = {name: value for name, value in asked.items()
                    if name not in NO_SETTINGS and not name.startswith("param_")}  # fmt: skip
        if user == "reader":
            settings.setdefault("readonly", "2")
        connection = self.engine(self.folder)
        try:
            if asked.get("database"):
                connection.query(f"use `{asked['database']}`")
            if settings:
                told = ", ".join(f"{name} = {_text(value)}" for name, value in settings.items())
                connection.query(f"set {told}")
            answer: Any = (
                connection.query(question, form, params=values) if values else connection.query(question, form)
            )
            return answer.bytes() if answer is not None else b"", form
        finally:
            connection.close()

    def _user(self) -> str | None:
        kind, _, told = (self.headers.get("Authorization") or "").partition(" ")
        if kind != "Basic":
            return None
        user, _, password = b64decode(told).decode().partition(":")
        return user if PASSWORDS.get(user) == password else None

    def _chunks(self) -> bytes:
        read = b""
        while size := int(self.rfile.readline(), 16):
            read += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return read

    def _send(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


def _text(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _form(kind: str, body: bytes) -> dict[str, str]:
    message: Message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    found = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        found[str(name)] = part.get_payload(decode=True).decode()
    return found


def main(folder: str) -> None:
    """Serves until whoever started it is gone."""
    import chdb

    Handler.folder, Handler.engine = folder, staticmethod(chdb.connect)
    # The engine lives as long as one connection does.
    held = chdb.connect(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
    server.shutdown()
    held.close()


if __name__ == "__main__":
    main(sys.argv[1])
