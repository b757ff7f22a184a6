"""Every page asked of a ClickHouse server shows what it shows of the file, and says plainly what it cannot have."""

from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pyarrow
import pytest
from google.protobuf.message import Message
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from streamlit.proto.ArrowData_pb2 import ArrowData
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from database.clickhouse.server import Clickhouse
from database.connection import current_path
from tests.clickhouse.running import Server, put, running
from ui import memory, service
from ui.stops import STOPS

CHOSEN = {
    "vvg": {"vvg": "aukstupys"},
    "compare": {"vvg": "aukstupys"},
    "search": {"q": "jauno verslo"},
    "funding": {"lang": "en", "vvg": ["aukstupys", "zemupys"]},
}
"""Choices in the address of a page; others are drawn as they begin."""

NEED_THE_FILE = ("sql", "add")


@pytest.fixture(scope="module")
def served(clickhouse_server: Server, atlas_build: Path) -> str:
    """What ATLAS_DATABASE is, for the invented world."""
    built = current_path(atlas_build)
    assert built
    put(clickhouse_server, built, "pages").close()
    return clickhouse_server.address("reader", "pages")


def messages(app: AppTest) -> list[tuple[str, bytes, list[pyarrow.Table]]]:
    """What the server sends to the browser, part by part: its kind, its message and the tables in it."""
    assert not app.exception, app.exception
    found = []

    def walk(block: Block) -> None:
        for child in block.children.values():
            if isinstance(child, Block):
                walk(child)
            if getattr(child, "proto", None) is not None:
                found.append((child.type, *parts(child.proto)))

    walk(app.main)
    return found


def parts(sent: Message) -> tuple[bytes, list[pyarrow.Table]]:
    """A message without what is never the same twice, and its tables by their cells: a missing one has any bytes."""
    left, tables = type(sent)(), []
    left.CopyFrom(sent)
    for field, value in sent.ListFields():
        if isinstance(value, ArrowData):
            tables.append(pyarrow.ipc.open_stream(value.data).read_all())
            left.ClearField(field.name)
        elif field.name == "deferred_file_id":
            left.ClearField(field.name)
    return left.SerializeToString(deterministic=True), tables


@pytest.mark.parametrize("name", list(STOPS))
def test_a_page_sends_the_same_messages_from_either_engine(page, served, monkeypatch, name):
    of_file = messages(page(name, **CHOSEN.get(name, {})))
    memory.forget()
    asked = Mock(side_effect=Clickhouse.answer)
    monkeypatch.setattr(Clickhouse, "answer", lambda *question: asked(*question))
    monkeypatch.setenv("ATLAS_DATABASE", served)
    of_server = messages(page(name, **CHOSEN.get(name, {})))
    assert asked.called
    assert len(of_file) > 3
    assert [kind for kind, *_ in of_server] == [kind for kind, *_ in of_file]
    assert of_server == of_file


@pytest.mark.parametrize("name", NEED_THE_FILE)
def test_a_page_that_needs_the_file_says_so_where_there_is_none(page, served, monkeypatch, tmp_path, name):
    monkeypatch.setenv("ATLAS_DATABASE", served)
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path))
    drawn = page(name, lang="en")
    assert not drawn.exception
    assert [info.value for info in drawn.info] == [
        "This page needs the database as a file, and this site keeps its data on a server without one."
    ]


def test_the_data_page_offers_no_file_that_is_not_there(page, served, monkeypatch, tmp_path):
    monkeypatch.setenv("ATLAS_DATABASE", served)
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path))
    drawn = page("data", lang="en")
    assert not drawn.exception
    links = [one.proto.url for one in drawn.get("link_button")]
    assert any(url.endswith("/status") for url in links)
    assert not any("/data/atlas" in url for url in links)


def told(route: Callable[[Request], Response]) -> tuple[int, bytes]:
    """What a route answers."""
    answer = route(Request({"type": "http"}))
    return answer.status_code, b"" if isinstance(answer, FileResponse) else bytes(answer.body)


def test_health_and_status_tell_of_the_data_on_the_server(served, monkeypatch, atlas_build, tmp_path):
    of_file = [told(service.health), told(service.status), told(service.municipal_borders)]
    monkeypatch.setenv("ATLAS_DATABASE", served)
    assert told(service.download)[0] == 200
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path))
    assert [told(service.health), told(service.status), told(service.municipal_borders)] == of_file
    assert told(service.download)[0] == told(service.open_data)[0] == 404


def test_without_the_server_a_page_says_that_there_are_no_data_and_then_has_them(
    page, monkeypatch, atlas_build, tmp_path
):
    built = current_path(atlas_build)
    with running(tmp_path) as server:
        monkeypatch.setenv("ATLAS_DATABASE", server.address("reader", "late"))
        assert told(service.health)[0] == 503
        put(server, built, "late").close()
        assert told(service.health)[0] == 200
    assert told(service.health)[0] == 503
    [error] = page("overview", lang="en").error
    assert error.value.startswith("The data are not ready.")
