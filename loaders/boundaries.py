"""`data/boundaries/` -> rows: the borders of the municipalities, generalised, for drawing only.

Areas are never computed from them. geopandas is imported only where it is used: no page may wait for it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from loaders import records
from loaders.fact_rows import Row
from loaders.forms import validated
from loaders.problems import BuildRefused, Problem
from loaders.yaml_lines import read

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FILE = "municipalities_generalised.geojson"
PROPERTIES = {"lau_code", "name_lt"}
WGS84 = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326")
LITHUANIA = (20.9, 53.8, 26.9, 56.5)
"""West, south, east and north, degrees."""

METRES = "EPSG:3346"
"""LKS-94, the grid of Lithuania: distances in metres."""

DECIMALS = 4
"""Of a degree: about 10 m, far finer than the generalised border."""


def rows(data: Path, municipalities_by_lau: Mapping[str, str]) -> Iterator[Row]:
    """Rows of sources (without `rank`) and boundaries: compact GeoJSON with clockwise outer rings.

    In: `municipalities_by_lau`, the official name of each of the municipalities by its LAU code.
    Raises BuildRefused with all problems: not GeoJSON, not in WGS 84; a municipality is missing, unknown
    or there twice; a border is no valid polygon or lies outside Lithuania.
    """
    source, row = _source(data)
    yield "sources", row
    name = f"{data.name}/boundaries/{FILE}"
    text, features = _features(data / "boundaries" / FILE, name)
    problems: list[Problem] = []
    left = dict(municipalities_by_lau)
    for feature in features:
        properties = feature.get("properties")
        properties = properties if isinstance(properties, dict) else {}
        code = str(properties.get("lau_code"))
        line = text.count("\n", 0, max(0, text.find(f'"lau_code": "{code}"'))) + 1

        def refuse(what: str, mend: str, line: int = line) -> None:
            problems.append(Problem(name, line, what, mend))

        if set(properties) != PROPERTIES:
            refuse(f"properties {sorted(properties)} instead of {sorted(PROPERTIES)}", "keep only these two")
        if code not in left:
            again = code in municipalities_by_lau
            refuse(f"LAU {code} {'stands twice' if again else 'is no municipality'}", "keep the 60 known ones")
            continue
        municipality = left.pop(code)
        if properties.get("name_lt") != municipality:
            refuse(
                f"LAU {code} is {municipality}, not {properties.get('name_lt')}",
                "correct the name or the code",
            )
        try:
            geometry = _geometry(feature.get("geometry"))
        except ValueError as error:
            refuse(f"{municipality}: {error}", "draw its border anew")
            continue
        yield "boundaries", {"municipality": municipality, "geometry": geometry, "source": source}
    for code, municipality in left.items():
        problems.append(Problem(name, 1, f"no border of {municipality} (LAU {code})", "add it"))
    if problems:
        raise BuildRefused(problems)


def outside(
    points: Iterable[tuple[str, float, float, str]], borders: Mapping[str, str], tolerance_km: float = 3.0
) -> list[tuple[str, str, float]]:
    """Places that lie farther outside the border of their municipality than generalising explains.

    In: `points` (place, latitude, longitude, municipality) and `borders`, the GeoJSON geometry of each
    municipality, as in the table boundaries. Out: (place, municipality, kilometres), the farthest first.
    Raises KeyError where a municipality has no border.
    """
    import geopandas

    given = list(points)
    # Many places lie in one municipality: its border is drawn once.
    names = sorted({one[3] for one in given})
    features = [{"type": "Feature", "properties": {}, "geometry": json.loads(borders[name])} for name in names]
    drawn = geopandas.GeoDataFrame.from_features(features, crs="EPSG:4326").to_crs(METRES).set_index([names])
    longitudes, latitudes = [one[2] for one in given], [one[1] for one in given]
    placed = geopandas.GeoSeries.from_xy(longitudes, latitudes, crs="EPSG:4326").to_crs(METRES)
    kilometres = placed.distance(drawn.geometry.loc[[one[3] for one in given]], align=False) / 1000
    found = [
        (place, municipality, round(float(distance), 1))
        for (place, _, _, municipality), distance in zip(given, kilometres, strict=True)
        if distance > tolerance_km
    ]
    return sorted(found, key=lambda one: (-one[2], one[0]))


def _source(data: Path) -> tuple[str, dict[str, object]]:
    """Key and row of the one source of the borders."""
    name = f"{data.name}/boundaries/sources.yaml"
    file = data / "boundaries" / "sources.yaml"
    if not file.exists():
        raise BuildRefused([Problem(name, 1, "the file is missing", "put it back")])
    tree, lines = read(file, name)
    if not isinstance(tree, dict) or len(tree) != 1:
        raise BuildRefused([Problem(name, 1, "not exactly one source", "name the one source of the borders")])
    [(identity, entry)] = tree.items()
    source = validated(records.Source, entry, lines.below(identity), name)
    key = f"boundaries/{identity}"
    row = source.model_dump(include={"title", "publisher", "kind", "url", "note"})
    row |= {
        "published": source.published and source.published.text,
        "read_on": source.read and source.read.text,
    }
    return key, {"source": key, **row, "file": name, "line": lines[identity,]}


def _features(file: Path, name: str) -> tuple[str, list[dict]]:
    """The text of a GeoJSON file and its features."""

    def refused(line: int, what: str, mend: str) -> BuildRefused:
        return BuildRefused([Problem(name, line, what, mend)])

    if not file.exists():
        raise refused(1, "the file is missing", "put it back")
    try:
        text = file.read_text(encoding="utf-8")
        tree = json.loads(text)
    except UnicodeDecodeError:
        raise refused(1, "the file is not UTF-8", "save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise refused(error.lineno, f"not valid JSON: {error.msg}", "export the borders again") from None
    except (RecursionError, ValueError) as error:
        raise refused(1, f"no JSON of a map ({type(error).__name__})", "export the borders again") from None
    features = tree.get("features") if isinstance(tree, dict) and tree.get("type") == "FeatureCollection" else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise refused(1, "not a GeoJSON FeatureCollection", "export the borders again")
    system = _system(tree.get("crs"))
    if system not in WGS84:
        raise refused(1, f"coordinates in {system}", "export the borders in WGS 84 (EPSG:4326)")
    return text, features


def _system(crs: object) -> object:
    """The system of coordinates that a file names; without a name it is GeoJSON's own, WGS 84."""
    if crs is None:
        return WGS84[0]
    properties = crs.get("properties") if isinstance(crs, dict) else None
    return properties.get("name") if isinstance(properties, dict) else "an unknown system"


def _geometry(drawn: object) -> str:
    """Compact GeoJSON of a border. ValueError where it is no valid polygon within Lithuania."""
    from shapely import transform
    from shapely.errors import ShapelyError
    from shapely.geometry import mapping, shape
    from shapely.validation import explain_validity

    try:
        polygon = transform(shape(drawn), lambda points: points.round(DECIMALS))
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise ValueError(f"not a geometry ({error})") from None
    if polygon.geom_type not in ("Polygon", "MultiPolygon") or polygon.is_empty:
        raise ValueError(f"a {polygon.geom_type} and not a polygon")
    if not polygon.is_valid:
        raise ValueError(f"not a valid polygon: {explain_validity(polygon)}")
    west, south, east, north = polygon.bounds
    if west < LITHUANIA[0] or south < LITHUANIA[1] or east > LITHUANIA[2] or north > LITHUANIA[3]:
        raise ValueError(f"outside Lithuania: {polygon.bounds}")
    return json.dumps(mapping(_clockwise(polygon)), separators=(",", ":"))


def _clockwise(polygon: "BaseGeometry") -> "BaseGeometry":
    """The polygon with clockwise outer rings: d3, with which plotly draws, fills the outside of others."""
    from shapely.geometry import MultiPolygon
    from shapely.geometry.polygon import orient

    if polygon.geom_type == "Polygon":
        return orient(polygon, sign=-1.0)
    return MultiPolygon([orient(part, sign=-1.0) for part in polygon.geoms])
