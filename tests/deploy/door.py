"""nginx with the configuration of deploy/ in front of two processes of the atlas, all on this machine."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from benchmarks.server import Server, free_port, serving, stop

ROOT = Path(__file__).parents[2]
SITE = ROOT / "deploy" / "nginx.conf"
NO_NGINX = "These tests need nginx on the PATH: install it (Debian, Ubuntu as root: apt-get install nginx-light)."
AROUND = """\
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
"""What Debian's /etc/nginx/nginx.conf has around a site, with its files in a folder of the test."""


def nginx() -> str:
    """The path of nginx. Without it: a failure where CI is set, else a skip that says what to do."""
    # Debian keeps it out of the PATH of those who are not root.
    if path := shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"):
        return path
    if os.environ.get("CI"):
        pytest.fail(NO_NGINX)
    pytest.skip(NO_NGINX)


@dataclass
class Answer:
    """What came back; names of headers in small letters."""

    status: int
    headers: dict[str, str]
    content: bytes


@dataclass
class Site:
    """The atlas behind nginx: its address, and the processes that it stands on."""

    url: str
    processes: list[Server]

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """One request with these headers (`Accept_Encoding="gzip"`), whatever is answered."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            with urlopen(Request(self.url + path, body, named, method=method), timeout=30) as answer:
                return Answer(answer.status, _small(answer.headers.items()), answer.read())
        except HTTPError as refused:
            return Answer(refused.code, _small(refused.headers.items()), refused.read())


def _small(headers: list[tuple[str, str]]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers}


def shipped(port: int, behind: list[int]) -> str:
    """The configuration as it is shipped, but for the numbers of its ports."""
    text = SITE.read_text(encoding="utf-8")
    for old, new in zip((8501, 8502), behind, strict=True):
        text, changed = re.subn(rf"server 127\.0\.0\.1:{old}\b", f"server 127.0.0.1:{new}", text)
        assert changed == 1
    text, changed = re.subn(r"listen (\[::\]:)?80;", rf"listen \g<1>{port};", text)
    assert changed == 2
    return text if _has_ipv6() else text.replace(f"    listen [::]:{port};\n", "")


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::", 0))
            return True
    except OSError:
        return False


@contextmanager
def standing(build: Path, folder: Path) -> Iterator[Site]:
    """Two processes on the database of `build`, and nginx before them, until the block ends.

    RuntimeError, with what it printed, if nginx does not start.
    """
    program, port = nginx(), free_port()
    with ExitStack() as stack:
        logs = [folder / f"process-{number}.log" for number in (1, 2)]
        processes = [stack.enter_context(serving(log, ATLAS_BUILD=str(build))) for log in logs]
        (folder / "site.conf").write_text(shipped(port, [each.port for each in processes]), encoding="utf-8")
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
        with (folder / "printed").open("wb") as printed:
            door = subprocess.Popen(
                [program, "-p", folder, "-c", folder / "nginx.conf"], stdout=printed, stderr=printed
            )
        stack.callback(stop, door)
        site = Site(f"http://127.0.0.1:{port}", processes)
        _wait(site, door, folder)
        yield site


def _wait(site: Site, door: subprocess.Popen, folder: Path) -> None:
    for _ in range(100):
        try:
            if door.poll() is None and site.ask("/_stcore/health").status == 200:
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"nginx did not start:\n{(folder / 'printed').read_text()}")
