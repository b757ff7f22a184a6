"""Who speaks to the server without a browser, to read, to write or to hold it up: others are still served."""

import asyncio
import os
import secrets
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets import ConnectionClosed, InvalidHandshake
from websockets.asyncio.client import connect

from benchmarks.server import Server, serving
from benchmarks.visit import Visit, open_visit

GUARDS = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy")
MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
"""server.maxUploadSize of .streamlit/config.toml."""

KEPT = {
    "/etc/passwd": b"root:",
    "app.py": b"The door: `streamlit run",
    ".streamlit/config.toml": b"gatherUsageStats",
    "data/build/current": b"atlas-",
}
"""What a way out of a folder would reach, and what stands in it."""

UPS = (
    "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "%252e%252e%252f", "..%c0%af", "..;/", "....//", ".%00./",
    "%2e%2e%5c", "//", "/./../",
)  # fmt: skip
SERVED = ("/app/static", "/media", "/component", "/_stcore/bidi-components", "/data", "/static", "/_stcore", "")


@pytest.fixture(scope="module")
def server(atlas_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard without nginx before it, which knows its own names."""
    settings = {
        "ATLAS_BUILD": str(atlas_build),
        "STREAMLIT_SERVER_ALLOWED_HOSTS": "127.0.0.1 atlasas.example.lt",
    }
    with serving(tmp_path_factory.mktemp("server") / "log", **settings) as running:
        yield running
        assert running.process.poll() is None


@dataclass
class Told:
    """An answer as it came over the line."""

    status: int
    headers: Message
    content: bytes


def line(server: Server) -> socket.socket:
    """A connection on which nothing is said yet."""
    return socket.create_connection(("127.0.0.1", server.port), timeout=30)


def asked(server: Server, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Told:
    """One request whose path goes out as it is written. `Host` and `Content_Length` may be given."""
    said = {"Host": f"127.0.0.1:{server.port}", "Connection": "close"}
    said |= {"Content-Length": str(len(body))} if body and "Transfer_Encoding" not in headers else {}
    said |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    with line(server) as out:
        with suppress(ConnectionError):
            out.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
        received = bytearray()
        with suppress(ConnectionError):
            while not received.startswith(b"HTTP/1.1 101 ") and (part := out.recv(65536)):
                received += part
    first, _, rest = bytes(received).partition(b"\r\n")
    before, _, content = rest.partition(b"\r\n\r\n")
    return Told(int(first.split()[1]), BytesParser().parsebytes(before + b"\r\n\r\n"), content)


async def is_served(visit: Visit) -> bool:
    """Whether a reader who was there before gets the page once more."""
    answer = await visit.again()
    return not answer.errors and "duomenų versija" in answer.words


@pytest.mark.parametrize("base", SERVED)
def test_no_way_out_of_a_folder_is_found(server, base):
    for up in UPS:
        for file, content in KEPT.items():
            for times in (1, 6):
                path = f"{base}/{up * times}{file.removeprefix('/')}"
                told = asked(server, path)
                assert 400 <= told.status < 500, path
                assert content not in told.content, path
                assert "location" not in told.headers, path


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/", "GET", 200),
        ("/vvg?vvg=aukstupys", "HEAD", 200),
        ("/nera-tokio", "GET", 404),
        ("/app/static/favicon.png", "GET", 200),
        ("/app/static/nera.png", "GET", 404),
        ("/static/nera.js", "GET", 404),
        ("/media/nera.csv", "GET", 404),
        ("/health", "GET", 200),
        ("/status", "GET", 200),
        ("/data/atlas.zip", "HEAD", 200),
        ("/data/atlas.duckdb", "GET", 200),
        ("/data/borders.json", "GET", 200),
        ("/health", "POST", 405),
        ("/app/static/..%2f..%2fapp.py", "GET", 400),
        ("/_stcore/health", "GET", 200),
        ("/_stcore/upload_file/a/b", "OPTIONS", 204),
        ("/_stcore/upload_file/a/b", "PUT", 403),
    ],
)
def test_every_kind_of_answer_carries_each_guard_once(server, path, method, status):
    told = asked(server, path, method)
    assert told.status == status
    assert [len(told.headers.get_all(guard, [])) for guard in GUARDS] == [1, 1, 1, 1]
    assert "default-src 'self'" in told.headers["content-security-policy"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/", "/vvg", "/health", "/_stcore/upload_file/a/b", "/_stcore/stream"])
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_another_site_changes_nothing(server, method, path, origin):
    told = asked(server, path, method, b"x=1", Origin=origin, Content_Type="application/x-www-form-urlencoded")
    assert told.status == 403
    assert "access-control-allow-origin" not in told.headers


def form(content: bytes, name: str) -> tuple[bytes, str]:
    """The body of an upload, and its kind."""
    mark = "between-the-parts"
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return head.encode() + content + f"\r\n--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"


def in_chunks(body: bytes) -> bytes:
    """The body as it is sent by one who does not say how long it is."""
    parts = [body[at : at + MEGABYTE] for at in range(0, len(body), MEGABYTE)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in [*parts, b""])


def token_of(server: Server) -> str:
    """The token that the server gives a new reader in a cookie."""
    given = asked(server, "/_stcore/health").headers["set-cookie"]
    name, _, value = given.partition(";")[0].partition("=")
    assert name == "_streamlit_xsrf"
    return value


def with_session(server: Server, tried) -> None:
    """Runs `tried(session)` while a reader's session of that name stands, and asks whether it is still served."""

    async def during() -> None:
        async with open_visit(server.url) as visit:
            await visit.go("metodas")
            await asyncio.to_thread(tried, visit.session)
            assert await is_served(visit)

    asyncio.run(during())


def test_an_upload_needs_the_token_of_its_reader(server):
    token, other = token_of(server), token_of(server)
    body, kind = form(b"Strategija", "a.txt")

    def tried(session: str) -> None:
        path = f"/_stcore/upload_file/{session}/x1"

        def put(**headers: str) -> int:
            return asked(server, path, "PUT", body, Content_Type=kind, **headers).status

        assert put() == 403
        assert put(X_Xsrftoken=token) == 403
        assert put(Cookie=f"_streamlit_xsrf={token}") == 403
        assert put(X_Xsrftoken=other, Cookie=f"_streamlit_xsrf={token}") == 403
        assert put(X_Xsrftoken="2|0|0|0", Cookie="_streamlit_xsrf=2|0|0|0") == 403
        own = {"X_Xsrftoken": token, "Cookie": f"_streamlit_xsrf={token}"}
        assert put(**own, Origin="https://evil.example") == 403
        assert put(**own) == 204
        assert asked(server, "/_stcore/upload_file/nobody/x1", "PUT", body, Content_Type=kind, **own).status == 400
        assert asked(server, path, "DELETE").status == 403

    with_session(server, tried)


@pytest.mark.parametrize("up", ["../" * 8, "..\\" * 8, "/", "%2e%2e%2f" * 8, "C:\\"])
def test_the_name_of_a_file_leads_nowhere(server, up, tmp_path, root):
    token = token_of(server)
    marked = f"from-outside-{secrets.token_hex(4)}.txt"
    target = tmp_path / marked
    body, kind = form(b"Strategija", f"{up}{str(target).removeprefix('/')}")
    own = {"X_Xsrftoken": token, "Cookie": f"_streamlit_xsrf={token}", "Content_Type": kind}

    def tried(session: str) -> None:
        assert asked(server, f"/_stcore/upload_file/{session}/x1", "PUT", body, **own).status == 204
        outside = f"/_stcore/upload_file/{session}/{up}{marked}".replace("\\", "%5c")
        # A backslash is a letter like others here: the server keeps uploads in memory, under any name.
        assert (asked(server, outside, "PUT", body, **own).status == 204) == ("\\" in up)

    with_session(server, tried)
    assert not target.exists()
    for folder in (root, root / "ui" / "static", root / "data", Path.home(), Path("/")):
        assert not [name for name in os.listdir(folder) if marked in name]


def test_what_is_too_large_is_refused_whether_it_says_so_or_not(server):
    token = token_of(server)
    body, kind = form(bytes(LARGEST + MEGABYTE), "a.pdf")
    own = {"X_Xsrftoken": token, "Cookie": f"_streamlit_xsrf={token}", "Content_Type": kind}

    def tried(session: str) -> None:
        path = f"/_stcore/upload_file/{session}/x1"
        assert asked(server, path, "PUT", body, **own).status == 413
        assert asked(server, path, "PUT", b"", Content_Length=str(10**15), **own).status == 413
        told = asked(server, path, "PUT", in_chunks(body), Transfer_Encoding="chunked", **own)
        assert told.status == 413

    with_session(server, tried)


@pytest.mark.parametrize(
    ("origin", "host", "status"),
    [
        ("http://127.0.0.1:{port}", "127.0.0.1:{port}", 101),
        ("https://atlasas.example.lt", "atlasas.example.lt", 101),
        ("https://evil.example", "127.0.0.1:{port}", 403),
        ("null", "127.0.0.1:{port}", 403),
        ("http://127.0.0.1:1", "127.0.0.1:{port}", 403),
        ("http://127.0.0.1.evil.example", "127.0.0.1:{port}", 403),
        # The name of another site that leads to this machine.
        ("http://evil.example:{port}", "evil.example:{port}", 403),
        ("https://atlasas.example.lt.evil.example", "atlasas.example.lt.evil.example", 403),
        ("http://127.0.0.1@evil.example", "127.0.0.1@evil.example", 403),
    ],
)
def test_a_socket_is_opened_for_the_own_page_under_the_own_name_alone(server, origin, host, status):
    told = asked(
        server,
        "/_stcore/stream",
        Origin=origin.format(port=server.port),
        Host=host.format(port=server.port),
        Connection="Upgrade",
        Upgrade="websocket",
        Sec_WebSocket_Version="13",
        Sec_WebSocket_Key="AAAAAAAAAAAAAAAAAAAAAA==",
    )
    assert told.status == status


def rerun(page: str, query: str) -> bytes:
    message = BackMsg()
    message.rerun_script.page_name, message.rerun_script.query_string = page, query
    return message.SerializeToString()


FRAMES = {
    "junk": b"\xff" * 1000,
    "unmasked": b"\x82\x05hello",
    "reserved bits": b"\xf2\x85" + bytes(4) + b"hello",
    "too large by its own word": b"\x82\xff" + struct.pack(">Q", 2**40) + bytes(4),
    "length without end": b"\x82\xff" + b"\xff" * 8 + bytes(4),
    "half a frame": b"\x82\xfe\x01",
    "never continued": b"\x02\x80" + bytes(4),
    "ping too long": b"\x89\xfe\x01\x00" + bytes(4) + bytes(256),
    "close without reason": b"\x88\x81" + bytes(4) + b"\x03",
    "http again": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
}
MESSAGES = {
    "no message": b"\xff\xfe\xfd" * 50,
    "nothing": b"",
    "text": "labas",
    "not so deep": b"\x0a" * 5000,
    "page outside": rerun("../../etc/passwd", ""),
    "page of letters": rerun("\x00\u202e" * 200, ""),
    "long query": rerun("vvg", "vvg=" + "x" * 1_000_000),
    "many parameters": rerun("vvg", "&".join(f"k{at}=v" for at in range(20_000))),
}


def test_whatever_comes_over_a_socket_others_are_served(server):
    async def through() -> None:
        address, origin = f"{server.url.replace('http', 'ws')}/_stcore/stream", server.url
        async with open_visit(server.url) as visit:
            await visit.go("metodas")
            for name, frame in FRAMES.items():
                async with connect(address, origin=origin, subprotocols=["streamlit"], compression=None) as other:
                    other.transport.write(frame)
                    assert await is_served(visit), name
                    other.transport.abort()
            for name, message in MESSAGES.items():
                with suppress(ConnectionClosed):
                    async with connect(address, origin=origin, subprotocols=["streamlit"], compression=None) as other:
                        await other.send(message)
                        assert await is_served(visit), name

    asyncio.run(through())
    assert server.process.poll() is None


def test_two_hundred_sockets_that_come_and_go_hold_nobody_up(server):
    async def come_and_go() -> None:
        with suppress(ConnectionClosed, InvalidHandshake, OSError):
            async with connect(
                f"{server.url.replace('http', 'ws')}/_stcore/stream",
                origin=server.url,
                subprotocols=["streamlit"],
                compression=None,
            ) as other:
                other.transport.abort()

    async def flood() -> None:
        async with open_visit(server.url) as visit:
            await visit.go("metodas")
            async with asyncio.TaskGroup() as group:
                for _ in range(200):
                    group.create_task(come_and_go())
                assert await is_served(visit)
            assert await is_served(visit)

    asyncio.run(flood())


def test_fifty_who_never_finish_their_request_hold_nobody_up(server):
    half = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
    body = b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999\r\n\r\na"
    upgrade = b"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgr"

    async def served() -> bool:
        async with open_visit(server.url) as visit:
            await visit.go("metodas")
            return await is_served(visit)

    with ExitStack() as stack:
        for at in range(50):
            stack.enter_context(line(server)).sendall((half, body, upgrade)[at % 3])
        assert asked(server, "/").status == 200
        assert asyncio.run(served())


@pytest.mark.skipif(sys.platform != "linux", reason="what a process has loaded is read from /proc")
def test_messages_leave_at_once_for_the_server_runs_on_uvloop(server):
    """asyncio's own loop lets a small message wait for the acknowledgement of the one before it (uvicorn, 3149)."""
    assert "/uvloop/" in Path(f"/proc/{server.process.pid}/maps").read_text()
