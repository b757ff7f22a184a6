"""A server on this machine that answers well, badly and not at all, as its paths say."""

import gzip
import ssl
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PAGE = b"<p>Skirta 500 000 Eur</p>"
ROBOTS = b"User-agent: *\nDisallow: /hidden/\n"

STATUSES = {"/gone-404": 404, "/gone-410": 410, "/forbidden": 403, "/always-500": 500, "/to-nowhere": 302}
REDIRECTS = {"/moved": "/page", "/circle": "/round", "/round": "/circle", "/to-file": "file:///etc/passwd"}
PASSING = {"/500-then-200": (500, {}), "/429-then-200": (429, {"Retry-After": "1"})}
PACKED = {
    "/packed": ("gzip", gzip.compress(PAGE)),
    "/bomb": ("gzip", gzip.compress(bytes(50_000_000))),
    "/broken-gzip": ("gzip", b"not packed at all"),
    "/half-gzip": ("gzip", gzip.compress(PAGE)[:-12]),
    "/brotli": ("br", b"x"),
}


class LocalServer:
    """The server; `pages` are more of its pages, `asked` the paths and headers of what it was asked."""

    def __init__(self, certificate: Path | None = None):
        self.pages: dict[str, tuple[str, bytes]] = {"/page": ("text/html; charset=utf-8", PAGE)}
        self.asked: list[tuple[str, Message]] = []
        self.robots: bytes | None = ROBOTS
        self.later = ""
        self.sent_in_full = 0
        self.certificate = certificate
        server = self

        class Handler(_Handler):
            owner = server

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate, certificate.with_suffix(".key"))
            self._http.socket = context.wrap_socket(self._http.socket, server_side=True)
        self.port = self._http.server_address[1]
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http{'s' if self.certificate else ''}://127.0.0.1:{self.port}{path}"

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked == path for asked, _ in self.asked)

    def close(self) -> None:
        """Answers no more."""
        self._http.shutdown()
        self._http.server_close()


class _Handler(BaseHTTPRequestHandler):
    owner: LocalServer
    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        try:
            super().handle()
        except (ConnectionError, ssl.SSLError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        owner, path = self.owner, self.path
        owner.asked.append((path, self.headers))
        if path in owner.pages:
            kind, content = owner.pages[path]
            self.say(200, {"Content-Type": kind}, content)
        elif path == "/robots.txt":
            self.say(200 if owner.robots is not None else 503, {}, owner.robots or b"")
        elif path in STATUSES:
            self.say(STATUSES[path])
        elif path in REDIRECTS:
            self.say(301, {"Location": REDIRECTS[path]})
        elif path in PACKED:
            self.say(200, {"Content-Encoding": PACKED[path][0]}, PACKED[path][1])
        elif path in PASSING:
            status, headers = PASSING[path]
            self.say(status, headers) if owner.count(path) == 1 else self.say(200, {}, PAGE)
        else:
            FAULTS.get(path.rstrip("/0123456789"), _unknown)(self)

    def say(self, status: int, headers: dict[str, str] | None = None, content: bytes = b"", length: int = -1) -> None:
        """An answer; `length` is what it says of its length, where that is not true."""
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length if length >= 0 else len(content)))
        self.end_headers()
        self.wfile.write(content)


def _unknown(answer: _Handler) -> None:
    answer.say(404)


def _slow(answer: _Handler) -> None:
    time.sleep(0.8)
    answer.close_connection = True


def _drips(answer: _Handler) -> None:
    answer.say(200, {}, b"", length=1000)
    for _ in range(12):
        time.sleep(0.1)
        answer.wfile.write(b"a")
    answer.close_connection = True


def _cut_off(answer: _Handler) -> None:
    answer.send_response(200)
    answer.send_header("Transfer-Encoding", "chunked")
    answer.end_headers()
    answer.wfile.write(b"5\r\nSkirt")
    answer.close_connection = True


def _no_http(answer: _Handler) -> None:
    answer.wfile.write(b"220 mail.example.lt ESMTP\r\n")
    answer.close_connection = True


def _too_short(answer: _Handler) -> None:
    answer.say(200, {}, PAGE, length=len(PAGE) + 100)
    answer.close_connection = True


def _longer_than_told(answer: _Handler) -> None:
    answer.say(200, {}, PAGE, length=5)
    answer.close_connection = True


def _huge(answer: _Handler) -> None:
    answer.send_response(200)
    answer.end_headers()
    for _ in range(50):
        answer.wfile.write(bytes(10_000))
    answer.close_connection = True


def _endless_headers(answer: _Handler) -> None:
    answer.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"a" * 300_000)
    answer.close_connection = True


def _tagged(answer: _Handler) -> None:
    if answer.headers.get("If-None-Match") == '"one"':
        answer.send_response(304)
        answer.end_headers()
        return
    answer.owner.sent_in_full += 1
    answer.say(200, {"ETag": '"one"', "Content-Type": "text/html"}, PAGE)


FAULTS: dict[str, Callable[[_Handler], None]] = {
    "/slow": _slow,
    "/drips": _drips,
    "/cut-off": _cut_off,
    "/no-http": _no_http,
    "/too-short": _too_short,
    "/longer-than-told": _longer_than_told,
    "/huge": _huge,
    "/huge-told": lambda answer: answer.say(200, {}, b"", length=10**9),
    "/endless-headers": _endless_headers,
    "/tagged": _tagged,
    "/ever-on": lambda answer: answer.say(302, {"Location": f"/ever-on/{len(answer.owner.asked)}"}),
    "/far-away": lambda answer: answer.say(429, {"Retry-After": "86400"}),
    "/later": lambda answer: answer.say(503, {"Retry-After": answer.owner.later}),
}


def certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody but itself has signed, with its key beside it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    file.with_suffix(".key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return file
