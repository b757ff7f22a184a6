"""An address that no page has is answered in the reader's language, with the way to every page."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from ui import shell, stops
from ui.stops import STOPS
from ui.unknown_address import UnknownAddress


@pytest.fixture
def app() -> Starlette:
    """A server that gives one document for every address, as Streamlit does, and a file."""

    def document(_request):
        return HTMLResponse("<title>Streamlit</title>")

    def file(_request):
        return PlainTextResponse("file")

    routes = [Route("/data/file", file), Route("/{path:path}", document)]
    return Starlette(routes=routes, middleware=[Middleware(UnknownAddress)])


@pytest.mark.parametrize("stop", STOPS.values(), ids=lambda stop: stop.file)
def test_every_page_of_the_menu_is_left_as_it_is(app, ask, stop):
    for address in (f"/{stop.path}", f"/{stop.path}?lang=en"):
        answer = ask(app, address)
        assert (answer.status, answer.content) == (200, b"<title>Streamlit</title>")


@pytest.mark.parametrize(("query", "title"), [("", "Tokio puslapio nėra"), ("?lang=en", "No such page")])
def test_an_unknown_address_is_answered_in_the_language_of_the_reader(app, ask, query, title):
    answer = ask(app, f"/nera-tokio{query}")
    said = answer.content.decode()
    assert answer.status == 404
    assert f"<h1>{title}</h1>" in said
    assert "Streamlit" not in said
    assert said.count("<li><a href=") == len(STOPS)
    assert ("Žemėlapis" in said) == (query == "")


def test_what_is_no_document_is_never_replaced(app, ask):
    assert (ask(app, "/data/file").status, ask(app, "/data/file").content) == (200, b"file")


def test_below_the_path_of_a_proxy_pages_are_known_and_links_lead_there(app, ask, monkeypatch):
    monkeypatch.setattr(stops.st, "get_option", {"server.baseUrlPath": "atlasas"}.get)
    assert ask(app, "/atlasas/zemelapis").status == 200
    assert ask(app, "/atlasas").status == 200
    lost = ask(app, "/atlasas/nera-tokio")
    assert lost.status == 404
    assert 'href="/atlasas/zemelapis"' in lost.content.decode()


def test_the_server_answers_so():
    assert UnknownAddress in [each.cls for each in shell.middleware()]
