"""What surrounds the pages, as a browser meets it."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(("address", "language"), [("/", "lt"), ("/?lang=en", "en")])
def test_a_page_is_drawn_in_its_language_from_this_machine_alone(page, visit, address, language):
    visited = visit(page, address)
    assert page.evaluate("document.documentElement.lang") == language
    assert not visited.foreign_hosts
    assert not visited.errors


def test_the_answers_carry_the_policy_and_health_is_ok(server):
    with urlopen(Request(f"{server.url}/health", headers={"Origin": "https://evil.example"})) as answer:
        assert answer.status == 200
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Access-Control-Allow-Origin"] is None


def test_an_embedded_page_has_no_menu_but_all_of_its_answer(page, visit):
    visited = visit(page, "/vvg?vvg=kedainiai&lang=en&embed=true")
    expect(page.locator("h1")).to_have_text("Kėdainių miesto vietos veiklos grupė")
    expect(page.locator("header").get_by_role("link")).to_have_count(0)
    expect(page.get_by_role("radiogroup", name="Section")).to_be_visible()
    assert not visited.errors


@pytest.fixture
def another_site() -> Iterator[str]:
    """The address of a site of its own on this machine."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<title>another site</title>")

        def log_message(self, *_told: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()


def test_a_page_of_the_same_address_may_frame_it_and_no_other(page, server, another_site):
    frame = "const frame = document.createElement('iframe'); frame.src = url; document.body.append(frame)"
    page.goto(f"{server.url}/health")
    page.evaluate(f"url => {{ {frame} }}", f"{server.url}/metodas?embed=true")
    expect(page.frame_locator("iframe").locator("h1")).to_have_text("Metodas")

    page.goto(another_site)
    with page.expect_console_message(lambda message: "frame-ancestors 'self'" in message.text):
        page.evaluate(f"url => {{ {frame} }}", f"{server.url}/metodas?embed=true")
    expect(page.frame_locator("iframe").locator("h1", has_text="Metodas")).to_have_count(0)
