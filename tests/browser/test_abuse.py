"""Texts that somebody wrote to be more than texts, in the data and in addresses: a reader sees their letters alone."""

import codecs
import csv
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Page, expect

from database.connection import current_path, open_database
from loaders.build import build
from tests.browser.conftest import Server, Visit, serving, wait_until_drawn
from tests.browser.reader import lt, take
from tests.corpus import lines
from ui.profile.sections import SECTIONS
from ui.stops import STOPS

TEXTS = [codecs.decode(line.encode("latin-1", "backslashreplace"), "unicode_escape") for line in lines("stored.txt")]
FREE = {
    "name", "title", "note", "what", "description", "applicant", "partners", "publisher", "subject", "lt", "en",
    "authority", "unit", "method", "selection", "region", "order", "number", "questions", "target_groups",
}  # fmt: skip
"""Keys of a record whose words are free; the rest are codes, days and figures, which the loaders read."""

FAR = "https://far.example/](https://evil.example/a)![pwned](https://evil.example/a.png)"
"""An address by its form, and more where it is written into Markdown."""

HARMS = """() => {
  const address = element => element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "";
  const leads = element => {
    const to = new URL(address(element), location.href);
    if (!["http:", "https:", "blob:"].includes(to.protocol)) return true;
    // Markdown makes a link of every bare address; its words are the address itself, so it hides nothing.
    const bare = element.rel?.includes?.("noopener") && decodeURI(address(element)) === element.textContent;
    return to.hostname === "evil.example" && !bare;
  };
  const found = [...document.querySelectorAll(".pwned, [src*='evil.example'], .katex, [data-testid=stMarkdownBadge]")]
    .concat([...document.querySelectorAll("a")].filter(leads));
  if (window.pwned !== undefined && !(window.pwned instanceof Node)) found.push(document.body);
  return found.map(element => element.outerHTML.slice(0, 200));
}"""
"""What of the texts became more than text."""

SHOWN = """() => [...document.querySelectorAll("[data-testid=stMain]")]
  .map(main => main.innerText + main.textContent).join("\\n")"""
PAGES = {
    **{f"/{stop.path}": 0 for stop in STOPS.values() if stop.file not in ("search", "compare", "vvg")},
    "/tikslines-grupes": 1,
    "/rodikliai": 1,
    "/ko-nezinome": 1,
    "/palyginimas?vvg=aukstupys&vvg=zemupys&vvg=pajuris": 1,
    "/paieska?q=pwned": 5,
    "/vvg?vvg=aukstupys&print=1": 10,
    **{f"/vvg?vvg=aukstupys&section={section}": 1 for section in SECTIONS},
}
"""Address: how many of the texts stand there at the least."""


REFLECTING = ("vvg", "paieska", "sql", "palyginimas", "zemelapis", "")


@pytest.fixture(scope="module")
def hostile_build(root: Path, light_world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a database in which every free text of every record has one of the texts."""
    folder = tmp_path_factory.mktemp("hostile")
    data = Path(shutil.copytree(light_world, folder / "data"))
    following = cycle(TEXTS)

    def written(value: object, key: str = "") -> object:
        """The same part of a record with the next text before, or behind, each of its free words."""
        if isinstance(value, dict):
            return {name: written(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [written(part, key) for part in value]
        if key == "website":
            return FAR
        if key == "as_written":
            return f"{value} {next(following)}"
        return f"{next(following)} {value}" if key in FREE and isinstance(value, str) else value

    for file in (*sorted((data / "vvg").glob("*.yaml")), data / "national.yaml"):
        record = written(yaml.safe_load(file.read_text(encoding="utf-8")))
        file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
    build(data, folder / "build")
    return folder / "build"


@pytest.fixture(scope="module")
def hostile(hostile_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard of that database."""
    with serving(tmp_path_factory.mktemp("server") / "log", ATLAS_BUILD=str(hostile_build)) as running:
        yield running


@pytest.fixture
def dialogs(page: Page) -> list[str]:
    """What a window over the page said, were there one."""
    said: list[str] = []

    def noted(dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", noted)
    return said


def opened_and_touched(page: Page) -> None:
    """Every folded part is opened, and the pointer rests on a mark of every chart."""
    page.evaluate("""() => document.querySelectorAll("[data-testid=stMain] details:not([open]) > summary")
        .forEach(summary => summary.click())""")
    wait_until_drawn(page)
    for chart in page.get_by_test_id("stPlotlyChart").all():
        mark = chart.locator("g.point path, path.point, .choroplethlayer path, .slice path").first
        if mark.is_visible():
            mark.hover(force=True)


def harms(page: Page, visited: Visit, dialogs: list[str]) -> list[str]:
    """What a text did besides being read: elements, windows, hosts that were asked, errors."""
    expect(page.get_by_test_id("stException")).to_have_count(0)
    return [*page.evaluate(HARMS), *dialogs, *map(str, visited.foreign_hosts), *visited.errors]


def bare(text: str) -> str:
    """Without spaces, which a page may break or join."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("address", PAGES)
def test_a_text_of_the_data_is_text_on_every_page(page: Page, visit, hostile, dialogs, address: str):
    visited = visit(page, address, hostile)
    opened_and_touched(page)
    shown = bare(page.evaluate(SHOWN))
    assert sum(bare(text) in shown for text in TEXTS) >= PAGES[address]
    assert harms(page, visited, dialogs) == []


def test_every_one_of_the_texts_is_in_the_data(hostile_build: Path):
    places = """
        select title from sources union all select publisher from sources union all select as_written from proofs
        union all select title from strategy_items union all select title from projects
        union all select name from vvgs union all select name from indicators
        union all select phrase from target_groups union all select text from questions
    """
    with open_database(current_path(hostile_build)) as database:
        said = "\n".join(str(text) for (text,) in database.execute(places).fetchall())
    assert [text for text in TEXTS if text.strip() not in said] == []


@pytest.mark.parametrize(("path", "text"), zip(REFLECTING, TEXTS[::3], strict=False))
def test_a_text_of_the_address_is_text(page: Page, visit, hostile, dialogs, path: str, text: str):
    keys = ("vvg", "q", "sql", "period", "section", "peers", "concept", "fund", "lang", "v")
    visited = visit(page, f"/{path}?{'&'.join(f'{key}={quote(text)}' for key in keys)}", hostile)
    opened_and_touched(page)
    assert harms(page, visited, dialogs) == []


def test_the_files_of_a_page_hold_no_formula(page: Page, visit, hostile):
    visit(page, "/rodikliai", hostile)
    _, content = take(page, "CSV")
    cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
    assert len(cells) > 20
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if re.match(r"[=+@\t\r]|-(?!\d)", cell)] == []
    _, workbook = take(page, "XLSX")
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert sheets
        assert [name for name in parts.namelist() if "externalLink" in name] == []
        assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_an_answer_of_a_query_is_text(page: Page, visit, hostile, dialogs):
    visited = visit(page, "/sql", hostile)
    field = page.get_by_role("textbox", name=lt("Query"))
    field.fill("select title, url from sources")
    field.press("Control+Enter")
    expect(page.locator(".st-key-sql_answer").get_by_test_id("stDataFrame")).to_be_visible()
    wait_until_drawn(page)
    assert harms(page, visited, dialogs) == []
