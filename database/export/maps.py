"""The two files for maps: the VVGs as points with their key figures, and the generalised borders."""

import json
from decimal import Decimal
from itertools import pairwise

from database.export.contents import Contents

FIGURES = {
    "residents": "residents",
    "allocated_eur": "allocated_eur",
    "per_resident_eur": "per_resident_eur",
    "participants:planned": "participants_planned",
    "participants:achieved": "participants_achieved",
    "local_projects:planned": "projects_planned",
    "local_projects:achieved": "projects_achieved",
}
"""Key figures of comparison_figures, and what they are called on a point."""

Ring = list[list[float]]


def points(contents: Contents) -> bytes:
    """GeoJSON: one point a VVG; every figure once a period, missing ones null with their reason beside them."""
    strategies = {(row["vvg"], row["eu_period"]): row for row in contents.tables["strategy_overview"].records()}
    periods = sorted({str(period) for _, period in strategies})
    places = {row["place"]: row for row in contents.tables["places"].records()}
    counties = {row["municipality"]: row["county"] for row in contents.tables["municipalities"].records()}
    figures = _figures(contents)
    features = []
    for vvg in contents.tables["vvgs"].records():
        place = places.get(vvg["place"])
        about = {name: vvg[name] for name in ("vvg", "name", "city", "part", "municipality", "website")}
        about["county"] = counties[vvg["municipality"]]
        for period in periods:
            about |= _of_period(strategies.get((vvg["vvg"], period)), period, figures)
        at = {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]} if place else None
        features.append({"type": "Feature", "id": vvg["vvg"], "properties": about, "geometry": at})
    return _collection(features)


def _figures(contents: Contents) -> dict[tuple[object, object], dict[str, object]]:
    rows = contents.tables["comparison_figures"].records()
    return {(row["strategy"], row["figure"]): row for row in rows if row["figure"] in FIGURES}


def _of_period(strategy: dict | None, period: str, figures: dict) -> dict[str, object]:
    """What is known of one strategy, each name with the period behind it."""
    end = period.replace("-", "_")
    about: dict[str, object] = {
        f"{name}_{end}": strategy[name] if strategy else None
        for name in ("strategy", "status", "first_year", "last_year")
    }
    sources: set[str] = set()
    for figure, name in FIGURES.items():
        row = figures.get((strategy["strategy"], figure)) if strategy else None
        value = _plain(row["value"]) if row else None
        about[f"{name}_{end}"] = value
        about[f"{name}_{end}_missing"] = (row["reason"] if row else "not_in_source") if value is None else None
        about[f"{name}_{end}_qualified"] = _qualified(row) if row and value is not None else None
        if row and value is not None:
            sources |= set(str(row["sources"] or "").split())
        if name == "residents":
            about[f"residents_kind_{end}"] = row["detail"] if row else None
            about[f"residents_year_{end}"] = row["year"] if row else None
    about[f"sources_{end}"] = " ".join(sorted(sources)) or None
    return about


def _plain(value: float | None) -> float | int | None:
    """A whole number without its decimals."""
    return int(value) if value is not None and value.is_integer() else value


def _qualified(row: dict[str, object]) -> str | None:
    """What must be said with a figure: at_least, at_most, approximate, disputed."""
    words = [str(row["bound"])] if row["bound"] in ("at_least", "at_most") else []
    words += ["approximate"] if row["is_approximate"] else []
    words += ["disputed"] if row["is_disputed"] else []
    return " ".join(words) or None


def borders(contents: Contents) -> bytes:
    """GeoJSON: the generalised borders of the municipalities, outer rings counterclockwise (RFC 7946)."""
    known = {row["municipality"]: row for row in contents.tables["municipalities"].records()}
    query = "select municipality, geometry, source from boundaries order by municipality"
    features = []
    for municipality, geometry, source in contents.database.execute(query).fetchall():
        names = ("municipality", "short_name", "lau_code", "county", "nuts3")
        about = {name: known[municipality][name] for name in names} | {"source": source}
        features.append(
            {
                "type": "Feature",
                "id": about["lau_code"],
                "properties": about,
                "geometry": _wound(json.loads(geometry)),
            }
        )
    return _collection(features)


def _wound(geometry: dict) -> dict:
    several = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if several else [geometry["coordinates"]]
    turned = [
        [counterclockwise(outer), *(counterclockwise(hole)[::-1] for hole in holes)] for outer, *holes in polygons
    ]
    return {"type": geometry["type"], "coordinates": turned if several else turned[0]}


def counterclockwise(ring: Ring) -> Ring:
    """The ring, turned where it ran clockwise.

    >>> counterclockwise([[0, 0], [0, 1], [1, 1], [0, 0]])
    [[0, 0], [1, 1], [0, 1], [0, 0]]
    """
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    return ring if area > 0 else ring[::-1]


def _collection(features: list[dict]) -> bytes:
    """One feature a line, so that two versions can be compared."""

    def plain(value: object) -> float:
        if isinstance(value, Decimal):
            return float(value)
        raise TypeError(f"no JSON for {value!r}")

    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False, default=plain, separators=(",", ":")) for feature in features
    )
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'.encode()
