"""Small pictures show what the large map shows, and nothing in them is markup."""

import plotly.graph_objects as go
import pytest

from ui import sketch
from ui.look import DARK, LIGHT, look
from ui.maps.figure import Scene, form_mark, size_legend


class Square:
    """Borders of a land that is a square."""

    def extent(self, _county: str | None) -> tuple[float, float, float, float]:
        return 20.0, 54.0, 26.0, 56.0


@pytest.fixture
def scene() -> Scene:
    return Scene(Square(), "/data/borders.json?v=1", LIGHT, None, 340)


def drawn(scene: Scene, *traces: go.Scattergeo) -> dict:
    return sketch.map_of(go.Figure(traces), scene, ["foot"], "read aloud")


def points_of(made: dict) -> list[dict]:
    """Every mark with what it shares with others, as the browser puts it together."""
    return [group["common"] | own for group in made["groups"] for own in group["points"]]


def test_every_point_keeps_its_place_size_colour_and_words(scene):
    marker = {
        "size": [10, 20],
        "color": "#111111",
        "opacity": [0.5, 0.9],
        "line": {"color": ["rgba(0,0,0,0)", "#222222"], "width": 1},
    }
    points = go.Scattergeo(
        lon=[21, 25], lat=[55, 54.5], marker=marker, hovertext=["<b>A &lt;b&gt;</b><br>1&amp;2", "B"], text=["A", ""],
        textposition=["middle right", "top center"], showlegend=False,
    )  # fmt: skip
    one, other = points_of(drawn(scene, points))
    assert (one["lon"], one["lat"], one["size"], one["fill"], one["opacity"]) == (21, 55, 10, "#111111", 0.5)
    assert one["title"] == "A <b>\n1&2"
    assert (one["label"], one["side"]) == ("A", "middle right")
    assert (other["line"], other["width"], "label" in other) == ("#222222", 1, False)


def test_an_open_mark_has_the_colour_of_its_line(scene):
    points = go.Scattergeo(lon=[21], lat=[55], marker={"symbol": "diamond-open", "size": 8, "color": "#333333"})
    [mark] = points_of(drawn(scene, points))
    assert (mark["symbol"], mark["line"]) == ("diamond-open", "#333333")


def test_the_legend_names_forms_and_what_is_shown_of_the_missing(scene):
    missing = go.Scattergeo(lon=[21], lat=[55], name="Nenurodyta", showlegend=True, marker={"symbol": "circle-open"})
    made = drawn(scene, form_mark("soft", "≈ apytikriai", LIGHT), missing)
    assert [entry["name"] for entry in made["legend"]] == ["≈ apytikriai", "Nenurodyta"]
    assert len(points_of(made)) == 1


def test_the_sizes_are_told_beside_the_map(scene):
    figure = go.Figure()
    size_legend(figure, [(12.0, "250 tūkst. €"), (30.0, "1,3 mln. €")], LIGHT, is_plan=False)
    sizes = sketch.map_of(figure, scene, [], "")["sizes"]
    assert [(size["size"], size["words"]) for size in sizes] == [(12.0, "250 tūkst. €"), (30.0, "1,3 mln. €")]


@pytest.mark.parametrize(("dark", "colours"), [(False, LIGHT), (True, DARK)])
def test_the_colours_are_those_of_the_readers_paper(dark, colours):
    made = drawn(Scene(Square(), "/data/borders.json?v=1", look(dark), None, 340))
    assert (made["land"], made["ink"]) == (colours.land, colours.ink)


def test_a_bar_leaves_out_what_is_none_and_so_does_the_legend():
    parts = [sketch.Part(3, "3", "with an amount", "solid"), sketch.Part(0, "0", "by name only", "hollow")]
    made = sketch.bars([("2014–2020", parts)], ["foot"], "read aloud")
    [row] = made["rows"]
    assert [(part["count"], part["title"]) for part in row["parts"]] == [(3, "with an amount: 3")]
    assert made["legend"] == [{"form": "solid", "name": "with an amount"}]


def test_what_marks_have_in_common_is_said_once(scene):
    marker = {"size": [4, 6], "color": "#333333", "line": {"color": "#444444", "width": 2}}
    [group] = drawn(scene, go.Scattergeo(lon=[21, 22], lat=[55, 54], marker=marker))["groups"]
    assert group["common"] == {"fill": "#333333", "line": "#444444", "width": 2}
    assert [point["size"] for point in group["points"]] == [4, 6]
