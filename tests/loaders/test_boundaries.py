"""The borders of data/boundaries/: which are accepted, how they are wound, which places lie outside."""

import json
import subprocess
import sys
from pathlib import Path

import geopandas
import pytest
from shapely.geometry import Point, shape

from loaders import boundaries, statistics
from loaders.problems import BuildRefused

REAL = Path(__file__).parents[2] / "data"
BY_LAU = {"11": "Pirmoji savivaldybė", "12": "Antroji savivaldybė"}
FIRST = [[24.0, 55.0], [24.0, 55.5], [24.5, 55.5], [24.5, 55.0], [24.0, 55.0]]
SECOND = [[25.0, 55.0], [25.0, 55.5], [25.5, 55.5], [25.5, 55.0], [25.0, 55.0]]


def feature(code: str, ring: list[list[float]], kind: str = "Polygon", name: str | None = None) -> dict:
    coordinates = ring if kind == "LineString" else [ring]
    return {
        "type": "Feature",
        "properties": {"lau_code": code, "name_lt": name or BY_LAU.get(code, "Trečioji savivaldybė")},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An invented country of two square municipalities."""
    folder = tmp_path / "data"
    (folder / "boundaries").mkdir(parents=True)
    source = "B01: {title: Žemėlapis, publisher: Braižytojai, kind: other}\n"
    (folder / "boundaries" / "sources.yaml").write_text(source, encoding="utf-8")
    draw(folder, [feature("11", FIRST), feature("12", SECOND)])
    return folder


def draw(data: Path, features: list[dict], **others: object) -> None:
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in features)
    extra = "".join(f"{json.dumps(key)}: {json.dumps(value)},\n" for key, value in others.items())
    text = f'{{"type": "FeatureCollection",\n{extra}"features": [\n{lines}\n]}}\n'
    (data / "boundaries" / boundaries.FILE).write_text(text, encoding="utf-8")


def refused(data: Path) -> list[str]:
    with pytest.raises(BuildRefused) as caught:
        list(boundaries.rows(data, BY_LAU))
    return [problem.what for problem in caught.value.problems]


def drawn(data: Path) -> dict[str, str]:
    return {
        row["municipality"]: row["geometry"] for table, row in boundaries.rows(data, BY_LAU) if table == "boundaries"
    }


def test_each_municipality_has_its_border_and_the_source_its_licence_line(data):
    given = list(boundaries.rows(data, BY_LAU))
    assert [table for table, _ in given] == ["sources", "boundaries", "boundaries"]
    assert given[0][1]["source"] == given[1][1]["source"] == "boundaries/B01"
    assert (given[0][1]["file"], given[0][1]["line"]) == ("data/boundaries/sources.yaml", 1)


def test_coordinates_are_rounded_and_the_text_is_compact(data):
    draw(data, [feature("11", [[x + 0.000012, y] for x, y in FIRST]), feature("12", SECOND)])
    assert drawn(data)["Pirmoji savivaldybė"].startswith('{"type":"Polygon","coordinates":[[[24.0,55.')


@pytest.mark.parametrize("ring", [FIRST, FIRST[::-1]])
def test_outer_rings_are_clockwise_however_the_file_winds_them(data, ring):
    draw(data, [feature("11", ring), feature("12", SECOND)])
    assert not shape(json.loads(drawn(data)["Pirmoji savivaldybė"])).exterior.is_ccw


@pytest.mark.parametrize(
    ("features", "what"),
    [
        ([feature("11", FIRST)], "no border of Antroji savivaldybė (LAU 12)"),
        ([feature("11", FIRST), feature("12", SECOND), feature("95", SECOND)], "LAU 95 is no municipality"),
        ([feature("11", FIRST), feature("12", SECOND), feature("12", SECOND)], "LAU 12 stands twice"),
        (
            [feature("11", FIRST, name="Kita"), feature("12", SECOND)],
            "LAU 11 is Pirmoji savivaldybė, not Kita",
        ),
        (
            [feature("11", FIRST, kind="LineString"), feature("12", SECOND)],
            "Pirmoji savivaldybė: a LineString and not a polygon",
        ),
        (
            [feature("11", [[x - 20, y] for x, y in FIRST]), feature("12", SECOND)],
            "Pirmoji savivaldybė: outside Lithuania: (4.0, 55.0, 4.5, 55.5)",
        ),
    ],
)
def test_a_border_too_few_too_many_or_wrong_is_named(data, features, what):
    draw(data, features)
    assert refused(data) == [what]


def test_a_border_that_crosses_itself_is_refused(data):
    bow = [FIRST[0], FIRST[2], FIRST[1], FIRST[3], FIRST[0]]
    draw(data, [feature("11", bow), feature("12", SECOND)])
    [what] = refused(data)
    assert what.startswith("Pirmoji savivaldybė: not a valid polygon: Self-intersection")


def test_another_coordinate_system_is_refused(data):
    system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3346"}}
    draw(data, [feature("11", FIRST), feature("12", SECOND)], crs=system)
    assert refused(data) == ["coordinates in urn:ogc:def:crs:EPSG::3346"]


def test_an_unexpected_property_is_refused(data):
    more = feature("11", FIRST)
    more["properties"]["area"] = 5
    draw(data, [more, feature("12", SECOND)])
    assert refused(data) == ["properties ['area', 'lau_code', 'name_lt'] instead of ['lau_code', 'name_lt']"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "not valid JSON: Expecting value"),
        (b"[]", "not a GeoJSON FeatureCollection"),
        ("Žemė".encode("cp1257"), "the file is not UTF-8"),
    ],
)
def test_an_unreadable_file_is_one_problem(data, content, what):
    (data / "boundaries" / boundaries.FILE).write_bytes(content)
    assert refused(data) == [what]


def test_a_place_beyond_the_tolerance_is_told_with_its_distance(data):
    points = [
        ("Viduje", 55.2, 24.2, "Pirmoji savivaldybė"),
        ("Prie ribos", 55.2, 24.52, "Pirmoji savivaldybė"),
        ("Toli", 55.2, 24.6, "Pirmoji savivaldybė"),
    ]
    [(place, municipality, kilometres)] = boundaries.outside(points, drawn(data))
    assert (place, municipality) == ("Toli", "Pirmoji savivaldybė")
    assert 6 < kilometres < 7


def test_reading_the_module_imports_no_library_of_maps():
    code = "import sys, loaders.boundaries; sys.exit(bool({'geopandas', 'shapely', 'pyproj'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=REAL.parent).returncode == 0


@pytest.fixture(scope="module")
def real():
    """The real borders by municipality, and the real places as points."""
    known = list(statistics.rows(REAL))
    by_lau = {row["lau_code"]: row["municipality"] for table, row in known if table == "municipalities"}
    borders = {
        row["municipality"]: row["geometry"] for table, row in boundaries.rows(REAL, by_lau) if table == "boundaries"
    }
    assert set(borders) == set(by_lau.values())
    columns = ("place", "latitude", "longitude", "municipality")
    return borders, [tuple(row[column] for column in columns) for table, row in known if table == "places"]


def test_the_real_borders_are_the_60_and_every_real_place_lies_within_its_own(real):
    borders, places = real
    assert len(borders) == 60
    assert not any(shape(json.loads(border)).exterior.is_ccw for border in borders.values())
    assert len(places) == 164
    assert boundaries.outside(places, borders) == []


def test_geopandas_finds_the_same_distances(real):
    borders, places = real
    moved = [
        (place, latitude + 0.2, longitude - 0.3, municipality) for place, latitude, longitude, municipality in places
    ]
    drawn = geopandas.GeoSeries([shape(json.loads(borders[one[3]])) for one in moved], crs="EPSG:4326")
    points = geopandas.GeoSeries([Point(one[2], one[1]) for one in moved], crs="EPSG:4326")
    metres = points.to_crs(boundaries.METRES).distance(drawn.to_crs(boundaries.METRES), align=False)
    expected = {one[0]: round(float(far) / 1000, 1) for one, far in zip(moved, metres, strict=True) if far > 0}
    assert len(expected) > 100
    assert {place: far for place, _, far in boundaries.outside(moved, borders, tolerance_km=0)} == expected
