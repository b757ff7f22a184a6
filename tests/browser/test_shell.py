"""What surrounds the pages, as a browser meets it."""

from urllib.request import Request, urlopen

import pytest


@pytest.mark.parametrize(("address", "language"), [("/", "lt"), ("/?lang=en", "en")])
def test_a_page_is_drawn_in_its_language_from_this_machine_alone(page, visit, address, language):
    visited = visit(page, address)
    assert page.evaluate("document.documentElement.lang") == language
    assert not visited.foreign_hosts
    assert not visited.errors


def test_the_answers_carry_the_policy_and_health_is_ok(server):
    with urlopen(Request(f"{server.url}/health", headers={"Origin": "https://evil.example"})) as answer:
        assert answer.status == 200
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Access-Control-Allow-Origin"] is None
