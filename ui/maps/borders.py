"""The borders of the municipalities: one file for the browser, and what a map computes from them.

The file is served once for each version of the data and kept by the browser, so a map that is drawn again sends no
geometry.
"""

import json
import math
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from database import queries
from database.which import current_path, open_database
from ui.stops import BORDERS, base

Ring = list[list[float]]
Extent = tuple[float, float, float, float]

MARGIN = 0.04
"""Of the width and height that are shown, on each side: room for names."""

STEP = 0.055
"""Degrees of latitude between the lines of a hatch."""

FLAT = math.cos(math.radians(55.3))
"""How much shorter a degree of longitude is than one of latitude in the middle of Lithuania."""


class Borders:
    """The borders of one built database."""

    def __init__(self, path: Path):
        with closing(open_database(path)) as database:
            rows = queries.boundaries(database).to_dict("records")
        self.codes: dict[str, str] = {row["municipality"]: row["lau_code"] for row in rows}
        self.names: dict[str, str] = {row["municipality"]: row["short_name"] for row in rows}
        self.counties: dict[str, str] = {row["municipality"]: row["county"] for row in rows}
        self.geometry: dict[str, dict] = {row["municipality"]: json.loads(row["geometry"]) for row in rows}

    def file(self) -> bytes:
        """GeoJSON with the LAU code of each municipality as its id."""
        features = [
            {"type": "Feature", "id": self.codes[name], "properties": {}, "geometry": geometry}
            for name, geometry in self.geometry.items()
        ]
        return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")).encode()

    def extent(self, county: str | None = None) -> Extent:
        """West, south, east and north of a county, or of the country, in degrees and with a margin."""
        shown = [name for name in self.geometry if county is None or self.counties[name] == county]
        points = [point for name in shown for ring in rings(self.geometry[name]) for point in ring]
        west, south = (min(point[axis] for point in points) for axis in (0, 1))
        east, north = (max(point[axis] for point in points) for axis in (0, 1))
        aside, above = (east - west) * MARGIN, (north - south) * MARGIN
        return west - aside, south - above, east + aside, north + above

    def hatch(
        self, municipality: str, degrees: float, step: float = STEP
    ) -> tuple[list[float | None], list[float | None]]:
        """Longitudes and latitudes of the lines that hatch a municipality; None ends a line."""
        longitudes: list[float | None] = []
        latitudes: list[float | None] = []
        for start, end in hatch_lines(list(rings(self.geometry[municipality])), degrees, step):
            longitudes += [round(start[0], 4), round(end[0], 4), None]
            latitudes += [round(start[1], 4), round(end[1], 4), None]
        return longitudes, latitudes


def rings(geometry: dict) -> Iterator[Ring]:
    """Every ring of a polygon or of several."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def hatch_lines(
    outline: list[Ring], degrees: float, step: float = STEP
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Parallel lines inside an outline, at an angle to the parallels and `step` degrees of latitude apart.

    Lines lie on one grid for the whole country, so neighbours are hatched as one.

    >>> hatch_lines([[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]], 0, step=0.4)
    [((0.0, 0.0), (1.0, 0.0)), ((0.0, 0.4), (1.0, 0.4)), ((0.0, 0.8), (1.0, 0.8))]
    """
    angle = math.radians(degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    turned = [[(x * FLAT * cosine + y * sine, y * cosine - x * FLAT * sine) for x, y in ring] for ring in outline]
    heights = [y for ring in turned for _x, y in ring]
    lines = []
    for number in range(math.ceil(min(heights) / step), math.floor(max(heights) / step) + 1):
        height = number * step
        crossings = sorted(
            x1 + (height - y1) / (y2 - y1) * (x2 - x1)
            for ring in turned
            for (x1, y1), (x2, y2) in pairwise(ring)
            if (y1 <= height) != (y2 <= height)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=True):
            ends = [
                (round((x * cosine - height * sine) / FLAT, 9), round(x * sine + height * cosine, 9))
                for x in (left, right)
            ]
            lines.append((ends[0], ends[1]))
    return lines


@lru_cache(maxsize=2)
def borders_of(path: str) -> Borders:
    """The borders of a built database, read once."""
    return Borders(Path(path))


@lru_cache(maxsize=2)
def file_of(path: str) -> bytes:
    """The file of a built database, made once."""
    return borders_of(path).file()


def current_file() -> bytes | None:
    """The file of the database in use; None where nothing is built. Raises NoDatabase where it cannot be read."""
    path = current_path()
    return file_of(str(path)) if path else None


def address(version: str) -> str:
    """Where the browser finds the borders of a version of the data."""
    return f"{base()}{BORDERS}?v={version}"


def base_map() -> str:
    """Where plotly finds its base map; ours is empty, for otherwise it asks a far server for coasts."""
    return f"{base()}/app/static/topo/"
