"""Borders with one fault each, of an invented country of two squares (LAU 11 and 12)."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

RING = [[24.0, 55.0], [24.0, 55.5], [24.5, 55.5], [24.5, 55.0], [24.0, 55.0]]
OTHER = [[25.0, 55.0], [25.0, 55.5], [25.5, 55.5], [25.5, 55.0], [25.0, 55.0]]
NAMES = {"11": "Pirmoji savivaldybė", "12": "Antroji savivaldybė"}
GOOD = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"lau_code": code, "name_lt": name},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for (code, name), ring in zip(NAMES.items(), (RING, OTHER), strict=True)
    ],
}

Fault = Callable[[Any], object]


def _first(change: Callable[[dict], object]) -> Fault:
    return lambda tree: change(tree["features"][0])


def _geometry(value: object) -> Fault:
    return _first(lambda feature: feature.update(geometry=value))


def _polygon(*rings: object) -> Fault:
    return _geometry({"type": "Polygon", "coordinates": list(rings)})


def _property(name: str, value: object) -> Fault:
    return _first(lambda feature: feature["properties"].update({name: value}))


FAULTS: dict[str, Fault] = {
    "kind-of-document": lambda tree: tree.update(type="Feature"),
    "kind-missing": lambda tree: tree.pop("type"),
    "features-missing": lambda tree: tree.pop("features"),
    "features-text": lambda tree: tree.update(features="pirma, antra"),
    "features-empty": lambda tree: tree.update(features=[]),
    "features-null": lambda tree: tree.update(features=[None]),
    "features-numbers": lambda tree: tree.update(features=[1, 2]),
    "feature-list": lambda tree: tree["features"].append([]),
    "one-missing": lambda tree: tree["features"].pop(),
    "one-twice": lambda tree: tree["features"].append(tree["features"][0]),
    "one-unknown": _property("lau_code", "99"),
    "code-number": _property("lau_code", 11.5),
    "code-empty": _property("lau_code", ""),
    "code-null": _property("lau_code", None),
    "code-list": _property("lau_code", ["11"]),
    "name-other": _property("name_lt", "Antroji savivaldybė"),
    "name-markup": _property("name_lt", "<script>alert(1)</script>"),
    "name-null": _property("name_lt", None),
    "property-more": _property("gyventojai", 5),
    "properties-missing": _first(lambda feature: feature.pop("properties")),
    "properties-text": _first(lambda feature: feature.update(properties="11")),
    "geometry-missing": _first(lambda feature: feature.pop("geometry")),
    "geometry-null": _geometry(None),
    "geometry-text": _geometry("POLYGON((24 55, 24 56, 25 56, 24 55))"),
    "geometry-empty": _geometry({}),
    "geometry-point": _geometry({"type": "Point", "coordinates": [24.0, 55.0]}),
    "geometry-line": _geometry({"type": "LineString", "coordinates": RING}),
    "geometry-unknown": _geometry({"type": "Apskritimas", "coordinates": RING}),
    "geometry-collection": _geometry({"type": "GeometryCollection", "geometries": []}),
    "coordinates-missing": _geometry({"type": "Polygon"}),
    "coordinates-null": _geometry({"type": "Polygon", "coordinates": None}),
    "coordinates-empty": _polygon(),
    "coordinates-flat": _geometry({"type": "Polygon", "coordinates": [24.0, 55.0, 24.0, 55.5]}),
    "ring-empty": _polygon([]),
    "ring-of-two": _polygon([[24.0, 55.0], [24.0, 55.5], [24.0, 55.0]]),
    "ring-of-one-place": _polygon([[24.0, 55.0]] * 5),
    "ring-crossing": _polygon([[24.0, 55.0], [24.5, 55.5], [24.5, 55.0], [24.0, 55.5], [24.0, 55.0]]),
    "hole-outside": _polygon(RING, [[26.0, 55.0], [26.1, 55.1], [26.1, 55.0], [26.0, 55.0]]),
    "swapped": _polygon([[y, x] for x, y in RING]),
    "metres": _polygon([[x * 20_000, y * 110_000] for x, y in RING]),
    "another-country": _polygon([[x - 20, y] for x, y in RING]),
    "over-the-border": _polygon([[24.0, 55.0], [24.0, 58.5], [24.5, 58.5], [24.5, 55.0], [24.0, 55.0]]),
    "coordinates-of-one": _polygon([[24.0], [24.0], [24.5], [24.0]]),
    "coordinates-null-inside": _polygon([[24.0, None], [24.0, 55.5], [24.5, 55.5], [24.0, None]]),
    "coordinates-nan": _polygon([[24.0, float("nan")], [24.0, 55.5], [24.5, 55.5], [24.0, float("nan")]]),
    "coordinates-infinite": _polygon([[24.0, float("inf")], [24.0, 55.5], [24.5, 55.5], [24.0, float("inf")]]),
    "coordinates-huge": _polygon([[1e308, 55.0], [24.0, 55.5], [24.5, 55.5], [1e308, 55.0]]),
    "other-projection": lambda tree: tree.update(crs={"type": "name", "properties": {"name": "EPSG:3346"}}),
    "projection-text": lambda tree: tree.update(crs="LKS-94"),
    "projection-null-name": lambda tree: tree.update(crs={"type": "name", "properties": {"name": None}}),
    "projection-list": lambda tree: tree.update(crs=[]),
}

TEXT = json.dumps(GOOD, ensure_ascii=False)
WHOLE = {
    "empty": b"",
    "null": b"null",
    "list": b"[]",
    "number": b"1",
    "cut-short": TEXT.encode()[:200],
    "comma-at-end": (TEXT[:-1] + ",}").encode(),
    "deep": b"[" * 100_000,
    "binary": bytes(range(256)),
    "windows-1257": TEXT.encode("cp1257"),
    "utf-16": TEXT.encode("utf-16"),
    "xml": b"<kml><Placemark/></kml>",
    "topojson": b'{"type": "Topology", "objects": {}, "arcs": []}',
    "number-of-10000-digits": TEXT.replace("24.0", "2" * 10_000, 1).encode(),
}


def bad() -> Iterator[tuple[str, bytes]]:
    """Name and content of every bad map."""
    for name, fault in FAULTS.items():
        tree = deepcopy(GOOD)
        fault(tree)
        yield f"{name}.geojson", json.dumps(tree, ensure_ascii=False).encode()
    for name, content in WHOLE.items():
        yield f"whole-{name}.geojson", content
