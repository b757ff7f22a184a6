"""Maps: geometry, classes, what is mapped and what a figure draws, on the invented world."""

import json
import math
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.choice import Choice
from ui import opening, session, stops
from ui.look import DARK, HATCHES, HOLLOW, LIGHT
from ui.maps import borders, bubbles, classes, figure, measures, pairs, words
from ui.maps.drawing import clicked_vvg
from ui.session import OpenDatabase

FIRST = Choice(periods=("2014-2020",))


@pytest.fixture(scope="module")
def atlas(atlas_build: Path) -> OpenDatabase:
    return OpenDatabase(atlas_build / (atlas_build / "current").read_text().strip())


@pytest.fixture
def mapped(atlas, monkeypatch):
    """`mapped("allocated", "total")`: the rows of the first period, asked without a server."""
    monkeypatch.setattr(measures, "frame", lambda name, *arguments: session._ask(atlas, name, arguments))
    return lambda code, per="total", choice=FIRST: measures.mapped(
        atlas, choice, measures.MEASURES[code], per
    ).set_index("vvg")


@pytest.fixture
def scene(atlas) -> figure.Scene:
    return figure.Scene(borders.borders_of(str(atlas.path)), "/data/borders.json?v=1", LIGHT)


def test_the_border_file_has_all_municipalities_by_their_code(atlas):
    file = json.loads(borders.file_of(str(atlas.path)))
    codes = [feature["id"] for feature in file["features"]]
    assert len(codes) == len(set(codes)) == 60
    assert "11" in codes


def test_the_border_file_is_served_below_any_base_and_kept_by_the_browser(ask, atlas_build):
    from starlette.applications import Starlette

    app = Starlette(routes=opening.routes("atlasas"))
    for address in ("/data/borders.json", "/atlasas/data/borders.json"):
        answer = ask(app, address)
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]
        assert len(json.loads(answer.content)["features"]) == 60


def test_without_a_database_there_is_no_border_file(ask, monkeypatch):
    from starlette.applications import Starlette

    monkeypatch.setattr(borders, "current_path", lambda: None)
    assert ask(Starlette(routes=opening.routes()), "/data/borders.json").status == 503


def test_addresses_carry_the_base_path(monkeypatch):
    monkeypatch.setattr(stops.st, "get_option", lambda _name: "/vvg/")
    assert borders.address("ab12") == "/vvg/data/borders.json?v=ab12"
    assert borders.base_map() == "/vvg/app/static/topo/"
    monkeypatch.setattr(stops.st, "get_option", lambda _name: "")
    assert borders.base_map() == "/app/static/topo/"


def test_the_base_map_of_plotly_is_here_and_empty(root):
    topology = json.loads((root / "ui" / "static" / "topo" / "world_110m.json").read_text())
    assert topology["arcs"] == []


def test_a_county_is_shown_larger_than_the_country(scene):
    west, south, east, north = scene.borders.extent()
    assert west < 20.95 and east > 26.7 and south < 54 and north > 56.4
    county = scene.borders.extent("Šiaulių apskritis")
    assert west < county[0] < county[2] < east
    assert south < county[1] < county[3] < north


@pytest.mark.parametrize("degrees", [0.0, 45.0, -45.0])
def test_hatch_lines_lie_inside_the_square_they_hatch(degrees):
    square = [[[24.0, 55.0], [24.0, 56.0], [25.0, 56.0], [25.0, 55.0], [24.0, 55.0]]]
    lines = borders.hatch_lines(square, degrees)
    assert len(lines) > 10
    for point in (end for line in lines for end in line):
        assert 24 - 1e-6 <= point[0] <= 25 + 1e-6
        assert 55 - 1e-6 <= point[1] <= 56 + 1e-6


@given(st.lists(st.floats(0, 1e7, allow_nan=False), min_size=1, max_size=60))
def test_edges_rise_and_every_class_but_the_lowest_begins_with_one(values):
    edges = classes.edges(values)
    assert edges == sorted(set(edges))
    assert len(edges) < classes.CLASSES
    numbers = [classes.class_of(value, edges) for value in values]
    assert max(numbers) <= len(edges)
    assert min(numbers) == 0


@given(st.floats(0, 1e6), st.floats(1, 1e6))
def test_areas_of_bubbles_are_in_proportion(value, top):
    across = figure.diameter(value, top)
    assert math.isclose((across / figure.LARGEST) ** 2, value / top, rel_tol=1e-2, abs_tol=1e-3)


def test_every_kind_of_nothing_has_marks_of_its_own(atlas):
    reasons = set(atlas.codes("missing_reasons")) - {"reported_zero"}
    assert set(HOLLOW) == set(HATCHES) == reasons
    assert len(set(HOLLOW.values())) == len(set(HATCHES.values())) == len(reasons)


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_no_two_classes_share_a_colour(look):
    assert len({*look.classes, *look.context, look.land}) == 11


def test_the_shown_sum_is_mapped_with_its_sign_and_both_sources(mapped):
    row = mapped("allocated").loc["aukstupys"]
    assert row["value"] == 500_000
    assert row["mark"] == "≠"
    assert row["sources"].split() == ["aukstupys/S2", "aukstupys/S4"]


def test_money_per_resident_names_the_divisor_and_its_source(mapped):
    row = mapped("allocated", "resident").loc["aukstupys"]
    assert (row["value"], row["divisor"], row["divisor_kind"], row["divisor_year"]) == (
        100, 5000, "territory", 2016,
    )  # fmt: skip
    assert "aukstupys/S1" in row["sources"].split()


def test_a_part_of_a_city_has_no_figure_per_resident_but_a_reason(mapped):
    row = mapped("allocated", "resident").loc["miesto-dalis"]
    assert pd.isna(row["value"])
    assert row["reason"] == "not_in_source"


def test_per_square_kilometre_needs_an_area_of_the_town_itself(mapped):
    rows = mapped("allocated", "km2")
    assert rows.loc["miesto-dalis", "reason"] == "not_in_source"
    assert set(rows["divisor_kind"].dropna()) <= {"territory", "city"}


def test_participants_are_shown_as_a_pair_and_never_cut_at_100(mapped):
    rows = mapped("participants")
    assert tuple(rows.loc["aukstupys", ["planned", "achieved", "value"]]) == (350, 609, 174)
    assert rows.loc["vidupys", "planned"] == 1500
    assert rows.loc["vidupys", "reason"] == "not_in_source"


def test_a_pair_keeps_each_side_with_its_own_sign_and_reason(mapped):
    rows = mapped("participants_both")
    both, planned_only = rows.loc["aukstupys"], rows.loc["vidupys"]
    assert (both["planned"], both["achieved"]) == (350, 609)
    assert (planned_only["planned"], planned_only["achieved_reason"]) == (1500, "not_in_source")
    assert pd.isna(planned_only["achieved"])
    assert pd.isna(both["reason"]) and pd.isna(planned_only["reason"])
    assert rows.loc["tolupys", "reason"] == "not_in_source"
    later = mapped("participants_both", choice=Choice(periods=("2021-2027",))).loc["aukstupys"]
    assert (later["planned"], later["planned_mark"], later["achieved_reason"]) == (362, "≥", "does_not_apply")


@pytest.fixture
def pair(mapped, atlas):
    """A row of a pair with both sides and one with the planned side alone, with their hovers."""
    rows = mapped("participants_both").loc[["vidupys", "aukstupys"]].reset_index()
    rows = rows.assign(text=words.hovers(atlas, rows, measures.MEASURES["participants_both"], "total"))
    return rows


def test_in_bubbles_planned_is_a_ring_achieved_is_solid_and_a_missing_side_has_its_mark(pair, scene):
    import plotly.graph_objects as go

    drawn = go.Figure()
    pairs.draw_bubbles(drawn, pair, scene, {"reported_zero": "0"}, None)
    by_name = {trace.name: trace for trace in drawn.data}
    assert by_name["achieved"].marker.color == LIGHT.bubble
    assert list(by_name["achieved"].customdata) == ["aukstupys"]
    assert by_name["planned"].marker.color == "rgba(0,0,0,0)"
    assert set(by_name["planned"].customdata) == {"aukstupys", "vidupys"}
    assert max([*by_name["planned"].marker.size, *by_name["achieved"].marker.size]) == figure.LARGEST
    half = pairs.half_known(pair, scene)
    assert half.set_index("vvg")["reason"].to_dict() == {"vidupys": "not_in_source"}


def test_in_colours_planned_is_striped_achieved_is_filled_and_neither_looks_like_nothing(pair, scene):
    import plotly.graph_objects as go

    drawn = go.Figure()
    limits = classes.edges([350, 609, 1500])
    legend = words.class_labels(limits, measures.MEASURES["participants_both"], "total")
    pairs.draw_colours(drawn, pair, pd.Series(False, index=pair.index), limits, legend, scene)
    filled, plain = [trace for trace in drawn.data if trace.name == "classes"]
    assert list(filled.customdata) == ["aukstupys"]
    assert list(plain.customdata) == ["vidupys"]
    stripes = [trace for trace in drawn.data if trace.name == "planned" and trace.line.color != LIGHT.paper]
    assert {trace.line.color for trace in stripes} <= set(LIGHT.classes)
    assert len(stripes) == 2
    assert pairs.STRIPES not in {angle for angles in HATCHES.values() for angle in angles}


def test_a_pair_is_read_aloud_side_by_side(pair):
    measure = measures.MEASURES["participants_both"]
    assert words.value_words(pair, measure, "total") == ["planuota: 1\u00a0500", "350 → 609"]
    assert words.pair_finding(pair, measure).startswith("Dalyviai: planuota ir pasiekta – planą pasiekė 1 iš 1")
    only = pair[pair["vvg"] == "vidupys"]
    assert words.pair_finding(only, measure).endswith("planuota reikšmė: 1, pasiekta: 0, abi: 0")


def test_in_the_list_achieved_is_a_solid_bar_inside_a_hollow_one(pair):
    from ui.maps.ranking import ranking

    drawn = ranking(pair, ["1", "2"], ["a", "b"], None, False, LIGHT, is_pair=True)
    _words, planned, achieved = drawn.data
    assert planned.marker.color == "rgba(0,0,0,0)"
    assert list(achieved.marker.color) == [LIGHT.bubble] * 2
    assert achieved.width < planned.width
    assert list(planned.x) == [1500, 350]


def test_a_bound_has_its_sign(mapped):
    second = Choice(periods=("2021-2027",))
    assert mapped("participants_planned", choice=second).loc["aukstupys", "mark"] == "≥"


def test_what_cannot_be_yet_does_not_apply_and_what_was_not_found_says_so(mapped):
    second = Choice(periods=("2021-2027",))
    assert mapped("participants_achieved", choice=second).loc["aukstupys", "reason"] == "does_not_apply"
    assert mapped("allocated", choice=second).loc["tolupys", "reason"] == "source_not_found"


def test_each_group_and_each_phrase_without_one_counts_once(mapped):
    rows = mapped("groups")
    assert rows.loc["zemupys", "value"] == 2
    assert rows.loc["miesto-dalis", "value"] == 1
    assert rows.loc["miesto-dalis", "sources"] == "miesto-dalis/S1"


def test_every_strategy_has_a_count_of_what_is_not_known(mapped):
    rows = mapped("unknown")
    assert rows["reason"].isna().all()
    assert rows.loc["miesto-dalis", "value"] > rows.loc["aukstupys", "value"]


def test_bubbles_of_one_place_stand_side_by_side():
    rows = pd.DataFrame({"latitude": [54.7, 54.7, 55.0], "longitude": [25.3, 25.3, 24.0]})
    assert bubbles.apart(rows) == [25.22, 25.38, 24.0]


def test_the_chosen_vvg_keeps_its_name_on_the_map(mapped, scene):
    rows = mapped("allocated").reset_index().dropna(subset=["value"])
    smallest = rows["vvg"].iloc[-1]
    labelled = bubbles.labels(rows, scene, smallest)
    assert len(rows) - 1 in labelled


def test_hollow_is_planned_and_solid_is_achieved(mapped, scene):
    import plotly.graph_objects as go

    rows = mapped("participants").reset_index().dropna(subset=["value"])
    drawn = go.Figure()
    bubbles.bubbles(drawn, rows, scene, [""] * len(rows), None)
    solid, ring = drawn.data
    assert solid.marker.color == LIGHT.bubble
    assert ring.marker.color == "rgba(0,0,0,0)"
    assert max(solid.marker.size + ring.marker.size) == figure.LARGEST


def test_a_map_carries_no_geometry_of_its_own(scene):
    drawn = figure.land(scene)
    assert {trace.geojson for trace in drawn.data} == {"/data/borders.json?v=1"}
    assert len(drawn.to_json()) < 20_000


def test_a_click_on_anything_but_a_vvg_chooses_nothing():
    assert clicked_vvg({"customdata": ["aukstupys"]}) == "aukstupys"
    assert clicked_vvg({"location": "11"}) is None


def test_ranks_need_five_values_and_sixty_per_cent():
    assert words.may_rank(6, 10)
    assert not words.may_rank(5, 10)
    assert not words.may_rank(4, 5)
