"""Maps without a network and without a graphics card, and the profile on paper."""

import re
import zlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

FILLED = """map => new Set([...map.querySelectorAll("path")]
  .filter(path => getComputedStyle(path).fill !== "none" && path.getBoundingClientRect().width > 2)
  .map(path => path.getAttribute("d") + path.getAttribute("transform"))).size"""
"""How many different shapes of a map are filled and can be seen."""


@pytest.fixture(scope="module")
def plain_browser(browser_type: BrowserType, browser_type_launch_args: dict) -> Iterator[Browser]:
    """A browser of a plain machine: no WebGL."""
    plain = [*browser_type_launch_args["args"], "--disable-webgl", "--disable-webgl2", "--disable-3d-apis"]
    browser = browser_type.launch(**(browser_type_launch_args | {"args": plain}))
    yield browser
    browser.close()


@pytest.mark.parametrize(
    ("path", "chart", "areas"),
    [
        ("/", "overview", ".atlas-land path"),
        ("/zemelapis", "map", "path.choroplethlocation"),
        ("/zemelapis?form=colours", "map", "path.choroplethlocation"),
    ],
)
def test_a_map_is_drawn_from_this_machine_alone_and_without_webgl(
    plain_browser: Browser, browser_context_args: dict, visit, path: str, chart: str, areas: str
):
    with plain_browser.new_context(**browser_context_args) as context:
        page = context.new_page()
        visited = visit(page, path)
        assert page.evaluate("document.createElement('canvas').getContext('webgl')") is None
        drawn = page.locator(f".st-key-chart_{chart}")
        expect(drawn.locator(areas).first).to_be_visible()
        assert drawn.evaluate(FILLED) > 30
        assert not visited.foreign_hosts
        assert not visited.errors


LETTERS = set("ąčęėįšųūžĄČĘĖĮŠŲŪŽ„“–€")


def test_the_profile_on_paper_is_text_in_lithuanian_without_the_controls(page: Page, visit):
    visit(page, "/vvg?vvg=kedainiai&period=2014-2020&section=money")
    page.emulate_media(media="print")
    expect(page.locator("header")).to_be_hidden()
    expect(page.locator(".st-key-filters")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    written = page.get_by_test_id("stMain").inner_text()
    paper = page.pdf()
    assert len(re.findall(rb"/Type /Page\b", paper)) > 1
    assert len(LETTERS & set(written)) > 10
    assert LETTERS & set(written) <= letters_of(paper)


def letters_of(paper: bytes) -> set[str]:
    """Every letter that a PDF says its glyphs mean: what can be searched for and copied from it."""
    letters: set[str] = set()
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", paper, re.DOTALL):
        try:
            meaning = zlib.decompress(packed)
        except zlib.error:
            continue
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", meaning, re.DOTALL):
            letters |= {chr(int(code, 16)) for code in re.findall(rb"<\w+>\s*<(\w{4})>", block)}
        for block in re.findall(rb"beginbfrange(.*?)endbfrange", meaning, re.DOTALL):
            for first, last, code in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w{4})>", block):
                start, count = int(code, 16), int(last, 16) - int(first, 16) + 1
                letters |= {chr(start + at) for at in range(count)}
    return letters
