"""The shipped nginx configuration: one address before two processes, and what it refuses."""

import asyncio
import gzip
import json
import re
import socket
import time
from contextlib import AsyncExitStack
from urllib.request import urlopen

import pytest
from websockets import InvalidStatus
from websockets.asyncio.client import connect

from benchmarks.server import Server, stop
from benchmarks.visit import NoAnswer, open_visit
from ui.stops import STOPS

PAGES = [f"/{stop.path}" for stop in STOPS.values()]


def cookie_of(site) -> str:
    """The cookie that a new reader is given with the first document."""
    return site.ask("/").headers["set-cookie"].partition(";")[0]


def sessions(process: Server) -> int:
    """How many sessions a process has at the moment, by its own count."""
    with urlopen(f"{process.url}/_stcore/metrics", timeout=10) as answer:
        [count] = re.findall(r"^active_sessions\S* (\d+)", answer.read().decode(), re.MULTILINE)
    return int(count)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_served_by_its_own_address_with_every_guard(site, path):
    answer = site.ask(path)
    assert answer.status == 200
    assert b'<html lang="lt">' in answer.content
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert policy.endswith("frame-ancestors 'none'")
    assert policy.count("default-src") == 1
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert not re.search(r"\d", answer.headers["server"])


def test_only_an_embedded_page_may_be_framed_by_this_site(site):
    assert site.ask("/zemelapis?embed=true").headers["content-security-policy"].endswith("frame-ancestors 'self'")


def test_a_reader_is_given_one_cookie_that_names_nobody(site):
    given = site.ask("/").headers["set-cookie"]
    assert re.fullmatch(r"vvg_atlasas=[0-9a-f]{32}; Path=/; HttpOnly; SameSite=Lax", given)
    own = given.partition(";")[0]
    assert "vvg_atlasas" not in site.ask("/finansavimas", Cookie=own).headers.get("set-cookie", "")
    assert "vvg_atlasas" in site.ask("/", Cookie="vvg_atlasas=made-up").headers["set-cookie"]
    for path in ("/health", "/_stcore/host-config", "/app/static/favicon.png"):
        assert "vvg_atlasas" not in site.ask(path).headers.get("set-cookie", ""), path


def test_scripts_come_compressed_and_are_kept(site):
    document = site.ask("/").content.decode()
    [script] = re.findall(r'src="\./(static/js/index\.[^"]+\.js)"', document)
    plain, packed = site.ask(f"/{script}"), site.ask(f"/{script}", Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2
    assert "immutable" in packed.headers["cache-control"]


def test_the_health_of_a_process_and_of_its_data_are_told_and_what_is_for_the_keeper_is_not(site):
    assert site.ask("/_stcore/health").content == b"ok"
    assert json.loads(site.ask("/health").content)["status"] == "ok"
    for path in ("/_stcore/metrics", "/_stcore/agent/openapi.json", "/x/_stcore/metrics"):
        assert site.ask(path).status == 404, path


async def visited(site, cookie: str, paths: list[str]) -> list[str]:
    """The titles of pages that one reader opens by their addresses, after one another."""
    async with open_visit(site.url, cookie) as visit:
        titles = []
        for path in paths:
            answer = await visit.go(path)
            assert not answer.errors
            titles.append(next(e.heading.body for e in answer.elements if e.WhichOneof("type") == "heading"))
        return titles


def test_deep_links_open_through_the_door(site):
    titles = asyncio.run(visited(site, cookie_of(site), ["finansavimas", "metodas", "rodikliai"]))
    assert titles == ["Finansavimas", "Metodas", "Rodikliai"]


def test_a_reader_stays_with_one_process_and_both_have_readers(site):
    async def where(cookie: str) -> int:
        before = [sessions(process) for process in site.processes]
        async with open_visit(site.url, cookie) as visit:
            await visit.go("metodas")
            after = [sessions(process) for process in site.processes]
        return [new - old for old, new in zip(before, after, strict=True)].index(1)

    async def all_of_them() -> list[list[int]]:
        return [[await where(cookie) for _ in range(3)] for cookie in [cookie_of(site) for _ in range(8)]]

    stayed = asyncio.run(all_of_them())
    assert all(len(set(each)) == 1 for each in stayed)
    assert {each[0] for each in stayed} == {0, 1}


@pytest.mark.parametrize(("path", "megabytes"), [("/_stcore/upload_file/none/none", 23), ("/", 1), ("/health", 1)])
def test_what_is_too_large_is_refused_before_it_is_read(site, path, megabytes):
    """Only the head of the request is sent: the door needs no more to say no."""
    host, _, port = site.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        size = megabytes * 1_000_000 + 1
        line.sendall(f"PUT {path} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: {size}\r\n\r\n".encode())
        answer = line.recv(4000).decode()
    assert answer.startswith("HTTP/1.1 413 ")
    assert "frame-ancestors 'none'" in answer


def test_a_document_of_the_size_that_is_allowed_comes_through_to_its_process(site):
    """Which refuses it, for the session does not exist, or for want of the token of a page of its own."""
    assert site.ask("/_stcore/upload_file/none/none", "PUT", bytes(20_000_000)).status in (400, 403)


def test_another_site_opens_no_socket(site):
    async def opened() -> None:
        async with connect(f"{site.url.replace('http', 'ws')}/_stcore/stream", origin="https://evil.example"):
            pass

    with pytest.raises(InvalidStatus, match="403"):
        asyncio.run(opened())


def test_a_flood_of_sockets_is_turned_away_and_others_are_still_served(site):
    async def flood() -> tuple[int, int]:
        refused = 0
        async with AsyncExitStack() as stack:
            for _ in range(80):
                try:
                    await stack.enter_async_context(open_visit(site.url, "vvg_atlasas=" + "0" * 32))
                except InvalidStatus as answer:
                    assert answer.response.status_code == 429
                    refused += 1
            return refused, site.ask("/finansavimas").status

    refused, status = asyncio.run(flood())
    assert refused >= 10
    assert status == 200


def test_a_line_on_which_nothing_is_said_is_closed(site):
    host, _, port = site.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=30) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        # The door waits 10 s for a head; then there is nothing more to read.
        try:
            told = line.recv(100)
        except ConnectionResetError:
            told = b""
    assert told == b"" or b" 408 " in told


def test_the_readers_of_a_killed_process_find_a_page_at_the_other(site):
    """The last test of the file: one of the two processes is gone after it."""

    async def through_the_fall() -> list[str]:
        came_back = []
        async with AsyncExitStack() as stack:
            visits = []
            while len(visits) < 6 or not sessions(site.processes[0]):
                cookie = cookie_of(site)
                visits.append((cookie, await stack.enter_async_context(open_visit(site.url, cookie))))
                assert not (await visits[-1][1].go("metodas")).errors
            site.processes[0].process.kill()
            site.processes[0].process.wait()
            for cookie, visit in visits:
                try:
                    assert not (await visit.again()).errors
                except NoAnswer:
                    # As Streamlit's page does: the line is opened anew, with the old name of the session.
                    async with open_visit(site.url, cookie, visit.session) as anew:
                        answer = await anew.go("metodas")
                        assert not answer.errors
                        came_back.append(answer.words)
        return came_back

    came_back = asyncio.run(through_the_fall())
    assert len(came_back) >= 1
    assert all("duomenų versija" in words for words in came_back)
    assert site.ask("/finansavimas").status == 200
    stop(site.processes[1].process)
    time.sleep(0.2)
    alone = site.ask("/")
    assert alone.status == 503
    assert "Atlasas paleidžiamas" in alone.content.decode()
    assert alone.headers["retry-after"] == "10"
    assert "default-src 'none'" in alone.headers["content-security-policy"]
