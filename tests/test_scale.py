"""Pages stay readable at 3,300 strategies: what they draw is bounded, what they say of it is true, tables are whole."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from benchmarks.server import serving
from benchmarks.visit import Answer, open_visit
from benchmarks.world import MARK, RefusedTarget, build_world, tables
from database import queries
from database.connection import open_database
from ui import answer, long_table, memory
from ui.charts import funding as drawn
from ui.charts import indicators
from ui.charts.base import CROWD
from ui.charts.compare import strip
from ui.session import OpenDatabase
from ui.stops import STOPS

STRATEGIES = 3300
SECONDS = 300
"""A page of the large world takes a second or two; a busy machine may take long."""

MOST_LINES = 130
"""Lines of one chart: 120 strategies in the matrix of gaps, and headings of groups."""

MOST_COLUMNS = 60
MOST_CHART = 1_000_000
MOST_WORDS = 400_000
"""Bytes of a chart, and of all texts and small tables of a page."""

MOST_SENT = 500_000
"""Bytes of all that a browser gets for a page of money."""

MOST_ELEMENTS = 500
"""Elements of a page: text, controls, charts, tables."""


@pytest.fixture(scope="session")
def scaled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a database of 3,300 invented strategies."""
    return build_world(STRATEGIES, tmp_path_factory.mktemp("scaled") / "build").parent


@pytest.fixture
def large_page(root: Path, scaled: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """`large_page("funding", view="funds")`: a page of the large world in Lithuanian, with these choices."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("ATLAS_BUILD", str(scaled))

    def drawn(name: str, **query: str) -> AppTest:
        app = AppTest.from_file(root / "ui" / "main.py", default_timeout=SECONDS)
        for key, value in query.items():
            app.query_params[key] = value
        app._page_hash = calc_hash(STOPS[name].path)
        app.run()
        assert not app.exception
        return app

    return drawn


def sent(app: AppTest) -> Iterator[tuple[str, object]]:
    """Kind and message of every element that the browser gets."""

    def below(block: object) -> Iterator[tuple[str, object]]:
        for child in getattr(block, "children", {}).values():
            yield child.type, child.proto
            yield from below(child)

    yield from below(app.main)


def charts(app: AppTest) -> list[dict]:
    """The figures of a page."""
    return [json.loads(proto.spec) for kind, proto in sent(app) if kind == "plotly_chart"]


PAGES = [
    ("overview", {}),
    ("map", {}),
    ("map", {"form": "colours"}),
    ("map", {"measure": "groups"}),
    ("funding", {}),
    ("funding", {"per": "resident"}),
    *[("funding", {"view": view}) for view in ("shares", "stages", "funds", "items", "periods", "sums", "country")],
    ("target_groups", {}),
    ("indicators", {}),
    ("indicators", {"concept": "participants", "scope": "project"}),
    ("compare", {}),
    ("compare", {"peers": "same_region"}),
    ("vvg", {"vvg": "isgalvota-00007"}),
    ("search", {"q": "bendruomenė"}),
    ("gaps", {}),
    ("data", {}),
    ("data", {"section": "sources"}),
    ("data", {"section": "questions"}),
    ("sql", {}),
    ("method", {}),
]


@pytest.mark.parametrize(("name", "query"), PAGES, ids=lambda each: each if isinstance(each, str) else "-".join(each))
def test_a_page_of_3300_strategies_sends_no_more_than_can_be_read(large_page, name, query):
    app = large_page(name, **query)
    messages = list(sent(app))
    assert len(messages) <= MOST_ELEMENTS
    words = sum(proto.ByteSize() for kind, proto in messages if kind not in ("plotly_chart", "arrow_data_frame")
                and hasattr(proto, "ByteSize") and kind != "dataframe")  # fmt: skip
    assert words < MOST_WORDS
    for chart in charts(app):
        assert len(json.dumps(chart)) < MOST_CHART
        assert len(chart["layout"].get("yaxis", {}).get("ticktext", [])) <= MOST_LINES
        assert chart["layout"].get("height", 0) <= 60 * 60 + 200
        for trace in chart["data"]:
            if trace["type"] == "heatmap":
                assert len(trace["x"]) <= MOST_COLUMNS
            if trace["type"] == "bar":
                assert len(trace["y"]) <= MOST_COLUMNS


@pytest.mark.parametrize("view", ["table", "stages", "funds", "periods"])
def test_a_chart_that_leaves_rows_out_says_how_many_it_shows(large_page, view):
    said = " ".join(caption.value for caption in large_page("funding", view=view).caption)
    assert re.search(r"Rodoma 60 iš \d\s?\d{3}; visi duomenys – lentelėje ir CSV\.", said)


def test_the_tables_under_the_charts_are_whole(large_page, scaled):
    with open_database(scaled / (scaled / "current").read_text().strip()) as database:
        known = len(queries.funding(database, queries.EVERYTHING, "strategy", "allocated"))
    [table] = large_page("funding").dataframe
    assert known > 2500
    assert len(table.value) == known


def test_the_matrix_of_groups_shows_the_first_vvgs_and_how_to_see_the_others(large_page):
    app = large_page("target_groups")
    said = " ".join(caption.value for caption in app.caption)
    assert re.search(r"Rodoma 60 iš 1\s653 VVG", said)
    assert re.search(r" ir dar \d", " ".join(text.value for text in app.markdown).replace("\\", ""))


def test_the_tables_of_one_group_wait_until_they_are_opened(large_page, scaled):
    """Bytes of the whole page, charts and tables included; the tables alone were three times as many."""
    app = large_page("target_groups")
    assert sum(proto.ByteSize() for _kind, proto in sent(app) if hasattr(proto, "ByteSize")) < 600_000
    assert not app.dataframe
    assert [each.label for each in app.expander if each.label.endswith("eilutės") or each.label.endswith("eilučių")]


def test_every_vvg_stays_in_the_list_to_choose_from(large_page):
    chosen = large_page("vvg", vvg="isgalvota-01640")
    [box] = [each for each in chosen.selectbox if each.label == "VVG"]
    assert box.value == "isgalvota-01640"
    assert len(set(box.options)) == len(box.options) == 1653


def test_a_long_table_is_loaded_as_it_is_scrolled_and_sorts_by_value(atlas_build, monkeypatch):
    taken: dict[str, object] = {}
    monkeypatch.setattr(st, "dataframe", lambda shown, **more: taken.update(more, shown=shown))
    atlas = OpenDatabase(atlas_build / (atlas_build / "current").read_text().strip())
    rows = pd.DataFrame({"eu_period": ["2014-2020"], "amount_eur": [None]})
    rows = pd.concat([rows, pd.DataFrame({"eu_period": "2021-2027", "amount_eur": range(answer.MOST_WRITTEN)})])
    columns = [
        answer.Column("eu_period", "Laikotarpis", "code", scheme="periods"),
        answer.Column("amount_eur", "Suma", "euros"),
    ]
    answer.table(atlas, rows, columns, "long", "Ilga lentelė")
    assert taken["lazy"] is True
    assert len(taken["shown"]) == answer.MOST_WRITTEN + 1
    assert taken["shown"]["Laikotarpis"].iloc[0] == atlas.label("periods", "2014-2020")
    assert taken["shown"]["Suma"].max() == answer.MOST_WRITTEN - 1
    assert taken["placeholder"] == answer.missing_word(atlas)


@pytest.mark.parametrize("view", ["table", "stages", "funds", "items"])
def test_the_links_of_a_long_table_are_written_for_the_first_reader_alone(large_page, monkeypatch, view):
    written: list[str] = []
    monkeypatch.setattr(answer, "deep_link", lambda url, _words=None: written.append(url) or url)
    memory.forget()
    try:
        large_page("funding", view=view)
        first = len(written)
        assert first > 400
        large_page("funding", view=view)
        assert len(written) == first
    finally:
        memory.forget()


def test_what_is_not_known_is_asked_only_where_it_is_told(large_page, monkeypatch):
    asked: list[object] = []
    gaps = queries.gaps
    monkeypatch.setattr(queries, "gaps", lambda *arguments: asked.append(arguments) or gaps(*arguments))
    memory.forget()
    large_page("funding")
    assert asked == []
    app = large_page("funding", per="participant")
    assert len(asked) == 1
    assert [each for each in app.expander if "be šio daliklio" in each.label]


@pytest.mark.parametrize("view", ["table", "items"])
def test_of_a_long_table_a_browser_gets_the_first_rows_and_asks_for_the_others(scaled, tmp_path, view):
    async def asked(url: str) -> Answer:
        async with open_visit(url) as visit:
            return await visit.go("finansavimas", {"view": view})

    with serving(tmp_path / "log", ATLAS_BUILD=str(scaled)) as server:
        answer = asyncio.run(asked(server.url))
    assert answer.errors == []
    [table] = [each.dataframe for each in answer.elements if each.WhichOneof("type") == "dataframe"]
    assert table.lazy_data.row_count > 2500
    assert pa.ipc.open_stream(table.lazy_data.initial_chunk.data).read_all().num_rows == long_table.AT_ONCE
    assert answer.size < MOST_SENT


def test_thousands_of_dots_are_one_path_a_period_and_each_still_says_its_name():
    periods = {"2014-2020": "first", "2021-2027": "second"}
    count = CROWD + 200
    known = pd.DataFrame({
        "eu_period": ["2014-2020"] * count + ["2021-2027"] * 5,
        "amount_eur": range(1000, 1000 + count + 5),
        "bound": ["at_least", *["exact"] * (count + 4)],
    })  # fmt: skip
    spread = pd.DataFrame({"eu_period": list(periods), "is_enough": False, "median": None})
    names = [f"town {number}" for number in range(len(known))]
    figure = drawn.spread(known, "amount_eur", spread, dict.fromkeys(periods, "#000000"), periods, names, str)
    many, few = figure.data
    assert (many.mode, few.mode) == ("none", "markers")
    assert (list(many.hovertext), list(few.hovertext)) == (names[:count], names[count:])
    exact, bound = figure.layout.shapes
    assert [shape.path.count("M") for shape in (exact, bound)] == [count - 1, 1]
    [(left, up, right)] = re.findall(r"^M([-\d.]+),([\d.]+)H([-\d.]+)$", bound.path)
    assert float(up) == many.y[0]
    assert float(left) < many.x[0] < float(right)
    assert exact.line.width > bound.line.width


def test_thousands_of_values_of_an_indicator_are_one_path_and_the_marked_ones_stay_dots():
    values = [(float(number), f"town {number}", number < 2) for number in range(CROWD + 3)]
    figure = indicators.spread({"many": values, "few": values[:9]}, {"many": None, "few": None}, "persons")
    others, own, few, _few_own = figure.data
    assert (others.mode, own.mode, few.mode) == ("none", "markers", "markers")
    assert list(others.hovertext) == [name for _x, name, _own in values[2:]]
    [dust] = figure.layout.shapes
    assert re.findall(r"M([.\d]+),", dust.path) == [str(number) for number in range(2, CROWD + 3)]


def test_all_rows_of_the_first_strategies_stay_together(monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(st, "caption", said.append)
    rows = pd.DataFrame({"strategy": [f"s{number // 2}" for number in range(200)]})
    assert len(answer.topmost(rows, by="strategy")) == 120
    assert len(answer.topmost(rows)) == 60
    assert len(answer.topmost(rows.head(60))) == 60
    assert len(said) == 2


def test_of_many_names_the_first_stand_and_the_others_are_counted():
    assert answer.few_names(["a", "b", "c"], most=3) == "a, b, c"
    assert answer.few_names(["a", "b", "c", "d"], most=3) == "a, b, c ir dar 1"


def test_a_strip_of_a_thousand_peers_is_as_light_as_its_pixels():
    many = strip([float(number) for number in range(5000)], 17.0, 2500.0)
    assert many is not None
    assert len(many) < 20_000


def test_the_same_seed_makes_the_same_world_and_every_name_says_that_it_is_invented():
    one, again, other = tables(40, seed=3), tables(40, seed=3), tables(40, seed=4)
    assert one == again
    assert one["funding"] != other["funding"]
    assert len(one["strategies"]) == 40
    assert all("šgalvot" in str(row["name"]) for row in one["vvgs"])
    assert all("šgalvot" in str(row["title"]) for row in one["projects"] if str(row["project"]).startswith("isgalvota"))


def test_an_invented_world_is_never_written_where_real_data_are(root, tmp_path):
    before = sorted((root / "data").iterdir())
    link = tmp_path / "link"
    link.symlink_to(root / "data" / "build")
    for folder in (root / "data", root / "data" / "build", root / "data" / "build" / "in", root, link, link / "x"):
        with pytest.raises(RefusedTarget):
            build_world(40, folder)
    assert sorted((root / "data").iterdir()) == before
    assert not list((root / "data").rglob(MARK))


def test_a_folder_with_anything_else_in_it_is_refused_and_one_of_its_own_is_used_again(tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "current").write_text("atlas-1.duckdb")
    with pytest.raises(RefusedTarget):
        build_world(40, tmp_path / "other")
    first = build_world(40, tmp_path / "own")
    assert build_world(40, tmp_path / "own") == first
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path / "own"))
    assert build_world(40, tmp_path / "own") == first
