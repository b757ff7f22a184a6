"""The pages as most readers meet them: through the nginx of deploy/."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reader import lt, take
from tests.deploy.door import Site, standing
from ui.stops import STOPS


@pytest.fixture(scope="module")
def site(build_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Two processes on the real data, and nginx before them."""
    with standing(build_folder, tmp_path_factory.mktemp("nginx")) as site:
        yield site


def test_all_pages_are_drawn_through_the_door_and_break_no_rule_of_the_policy(page, visit, site):
    for stop in STOPS.values():
        visited = visit(page, f"/{stop.path}", site)
        expect(page.get_by_test_id("stException")).to_have_count(0)
    assert visited.errors == []
    assert visited.foreign_hosts == set()


def test_a_file_that_one_process_made_comes_through_the_door(page, visit, site):
    visit(page, "/finansavimas", site)
    name, content = take(page, "CSV")
    assert name.endswith(".csv")
    assert len(content.decode().splitlines()) > 10
    assert lt("Funding") == page.locator("h1").inner_text()
