"""The picture of a chart that a reader takes away, in dots and in lines, with its source."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import lt

LEAST_COLOURS = 4
"""Paper, ink, source line and bars or land."""


def taken(page: Page, button: Locator) -> tuple[str, bytes]:
    """The name and the content of the file that a button of the first chart gives."""
    page.locator(".stPlotlyChart").first.hover()
    with page.expect_download() as arriving:
        button.first.click()
    return arriving.value.suggested_filename, Path(arriving.value.path()).read_bytes()


@pytest.mark.parametrize(("path", "name"), [("finansavimas", "funding"), ("zemelapis", "map")])
def test_a_chart_is_taken_as_a_picture_in_dots_twice_as_sharp_as_the_screen(page: Page, visit, path, name):
    visit(page, f"/{path}")
    drawn = page.locator(".js-plotly-plot").first.bounding_box()
    file, content = taken(page, page.get_by_role("button", name=lt("Save as a picture (PNG)")))
    assert file == f"vvg-atlasas-{name}.png"
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.format == "PNG"
        assert abs(picture.width - 2 * drawn["width"]) <= 2
        assert abs(picture.height - 2 * drawn["height"]) <= 2
        large = picture.convert("RGB").getcolors(1 << 24)
    assert len([count for count, _colour in large if count > 50]) >= LEAST_COLOURS


def test_a_chart_is_taken_as_a_picture_in_lines_with_its_source(page: Page, visit):
    visit(page, "/finansavimas")
    file, content = taken(page, page.get_by_role("button", name=lt("Save as a picture (SVG)")))
    assert file == "vvg-atlasas-funding.svg"
    assert "VVG atlasas, duomenų versija" in content.decode()


def test_each_chart_has_one_such_button_after_a_choice_too(page: Page, visit):
    visit(page, "/finansavimas?period=2014-2020&per=resident")
    charts = page.locator(".js-plotly-plot").count()
    assert charts > 0
    expect(page.locator(".atlas-png")).to_have_count(charts)
