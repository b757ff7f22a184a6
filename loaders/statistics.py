"""`data/statistics/` -> rows: municipalities, places, residents and the figures that give them a context."""

import re
from collections.abc import Iterator
from pathlib import Path

from loaders import records
from loaders.csv_lines import Line, read_lines
from loaders.fact_rows import Row
from loaders.forms import validated
from loaders.problems import BuildRefused, Problem
from loaders.yaml_lines import Lines, read

_CODES_TO_49 = (
    *range(11, 14),
    15,
    18,
    19,
    21,
    23,
    25,
    27,
    29,
    30,
    *range(32, 35),
    36,
    38,
    39,
    *range(41, 44),
    *range(45, 50),
)
_CODES_FROM_52 = (
    *range(52, 60),
    *range(61, 64),
    *range(65, 70),
    *range(71, 76),
    *range(77, 80),
    81,
    82,
    *range(84, 90),
    91,
    94,
)
LAU_CODES = frozenset(map(str, _CODES_TO_49 + _CODES_FROM_52))
"""Codes of the 60 municipalities (LAU, SAV_KODAS)."""

CAPITAL_NUTS3 = "LT011"
CAPITAL_REGION, OTHER_REGION = "Sostinės regionas", "Vidurio ir vakarų Lietuvos regionas"

INSIDE = ("city", "eldership", "eldership_of_city", "part_of_city", "municipality")
"""Kinds of territory that lie within one municipality."""

OUTSIDE = ("county", "country")
COUNTRY = "Lietuvos Respublika"

FIGURES = ("municipality_figures.csv", "residents.csv", "county_figures.csv")
FIGURE_COLUMNS = (
    *("territory_kind", "territory", "municipality", "measure", "year", "reference"),
    *("value", "unit", "area_km2", "note", "source"),
)
MUNICIPALITY_COLUMNS = (
    *("municipality", "short_name", "lau_code", "county", "nuts3", "region"),
    *("area_km2", "latitude", "longitude", "source"),
)
# geonames_id is not loaded: with it a person finds the point at geonames.org/<id>.
PLACE_COLUMNS = ("place", "municipality", "latitude", "longitude", "geonames_id", "source")


def rows(data: Path) -> Iterator[Row]:
    """Rows of sources (without `rank`), municipalities, places and statistics, as schema.sql has them.

    Raises BuildRefused after the last row, with the problems of all files.
    """
    statistics = _Statistics(data)
    yield from statistics.all()
    if statistics.problems:
        raise BuildRefused(statistics.problems)


class _Statistics:
    def __init__(self, data: Path):
        self.folder, self.name = data / "statistics", f"{data.name}/statistics"
        self.problems: list[Problem] = []
        self.measures = self._codes(data, "statistics")
        self.references = self._codes(data, "statistics_references")
        self.sources: set[str] = set()
        self.counties: dict[str, str] = {}
        self._seen: dict[tuple[str, ...], str] = {}

    def all(self) -> Iterator[Row]:
        yield from self._sources()
        yield from self._municipalities()
        for line in self._lines("places.csv", PLACE_COLUMNS):
            row = {
                "place": line.text("place"),
                "municipality": self._municipality(line),
                **_position(line),
                "source": self._source(line),
                "line": line.line,
            }
            line.number("geonames_id", "1", "999999999999", 0)
            self._once(line, "places.place", row["place"])
            if line.is_whole:
                yield "places", row
        for file in FIGURES:
            for line in self._lines(file, FIGURE_COLUMNS):
                row = self._figure(line)
                if line.is_whole:
                    yield "statistics", row

    def _sources(self) -> Iterator[Row]:
        name = f"{self.name}/sources.yaml"
        tree, lines = self._tree(self.folder / "sources.yaml", name)
        for identity, entry in tree.items():
            if not re.fullmatch("T[0-9]{2}", identity):
                what = f"'{identity}' is not the id of a source"
                self.problems.append(Problem(name, lines[identity,], what, "write T and two digits"))
            self.sources.add(identity)
            try:
                source = validated(records.Source, entry, lines.below(identity), name)
            except BuildRefused as refused:
                self.problems += refused.problems
                continue
            row = source.model_dump(include={"title", "publisher", "kind", "url", "note"})
            row |= {"published": source.published and source.published.text}
            row |= {"read_on": source.read and source.read.text}
            yield (
                "sources",
                {"source": f"statistics/{identity}", **row, "file": name, "line": lines[identity,]},
            )

    def _municipalities(self) -> Iterator[Row]:
        codes: set[str] = set()
        for line in self._lines("municipalities.csv", MUNICIPALITY_COLUMNS):
            row = {column: line.text(column) for column in MUNICIPALITY_COLUMNS[:6]}
            row |= {"area_km2": line.number("area_km2", "0.01", "9999", 2), **_position(line)}
            row |= {"source": self._source(line)}
            for column in ("municipality", "short_name", "lau_code"):
                self._once(line, f"municipalities.{column}", row[column])
            if row["lau_code"] not in LAU_CODES:
                line.refuse(f"lau_code: '{row['lau_code']}' is no municipality", "use the code of SAV_KODAS")
            region = CAPITAL_REGION if row["nuts3"] == CAPITAL_NUTS3 else OTHER_REGION
            if row["region"] != region:
                line.refuse(f"region: '{row['region']}' does not fit {row['nuts3']}", f"write '{region}'")
            codes.add(row["lau_code"])
            self.counties[row["municipality"]] = row["county"]
            if line.is_whole:
                yield "municipalities", row
        missing = sorted(LAU_CODES - codes)
        if missing:
            what = f"{len(missing)} of the 60 municipalities are missing: LAU {', '.join(missing)}"
            self.problems.append(Problem(f"{self.name}/municipalities.csv", 1, what, "put their rows back"))

    def _figure(self, line: Line) -> dict[str, object]:
        kind = line.known("territory_kind", (*INSIDE, *OUTSIDE), "data/vocabularies/territory_kinds.yaml")
        territory, municipality = line.text("territory"), None
        if kind in INSIDE:
            municipality = self._municipality(line)
            if kind == "municipality" and territory != municipality:
                line.refuse(f"territory: '{territory}' is not the municipality itself", f"write '{municipality}'")
        elif kind in OUTSIDE and line.optional("municipality"):
            line.refuse(f"a {kind} lies in no municipality", "leave 'municipality' empty")
        elif kind == "county":
            line.known("territory", set(self.counties.values()), "municipalities.csv, column county")
        elif kind == "country" and territory != COUNTRY:
            line.refuse(f"territory: '{territory}' is not the country", f"write '{COUNTRY}'")
        measure = line.known("measure", self.measures, "data/vocabularies/statistics.yaml")
        unit = line.text("unit")
        if measure in self.measures and unit != self.measures[measure]:
            line.refuse(f"'{measure}' is counted in {self.measures[measure]}, not '{unit}'", "correct the unit")
        has_area = line.optional("area_km2") is not None
        row: dict[str, object] = {
            "territory_kind": kind,
            "territory": territory,
            "municipality": municipality,
            "measure": measure,
            "year": int(line.number("year", "1990", "2040", 0)),
            "reference": line.known("reference", self.references, "data/vocabularies/statistics_references.yaml"),
            "value": line.number("value", "0", "100" if self.measures.get(measure) == "%" else "999999999999", 2),
            "unit": unit,
            "area_km2": line.number("area_km2", "0.01", "99999", 2) if has_area else None,
            "note": line.optional("note"),
            "source": self._source(line),
        }
        key = ("territory_kind", "territory", "municipality", "measure", "year", "reference", "source")
        self._once(line, "figure", *(str(row[column] or "") for column in key))
        return row

    def _lines(self, file: str, columns: tuple[str, ...]) -> Iterator[Line]:
        return read_lines(self.folder / file, f"{self.name}/{file}", columns, self.problems)

    def _municipality(self, line: Line) -> str:
        return line.known("municipality", self.counties, "data/statistics/municipalities.csv")

    def _source(self, line: Line) -> str:
        """Keys of the sources of a line: one, or several with spaces between."""
        identities = line.text("source").split()
        for identity in identities:
            if self.sources and identity not in self.sources:
                line.refuse(f"source: '{identity}' is not known", "add it to data/statistics/sources.yaml")
        return " ".join(f"statistics/{identity}" for identity in identities)

    def _once(self, line: Line, *key: str) -> None:
        here = f"{line.file}:{line.line}"
        first = self._seen.setdefault(key, here)
        if first != here:
            line.refuse(f"{' '.join(filter(None, key))} stands twice, first at {first}", "remove one of them")

    def _codes(self, data: Path, scheme: str) -> dict[str, str | None]:
        """Codes of a vocabulary with their units."""
        tree, _ = self._tree(data / "vocabularies" / f"{scheme}.yaml", f"{data.name}/vocabularies/{scheme}.yaml")
        return {code: entry.get("unit") if isinstance(entry, dict) else None for code, entry in tree.items()}

    def _tree(self, file: Path, name: str) -> tuple[dict[str, object], Lines]:
        try:
            if not file.exists():
                raise BuildRefused([Problem(name, 1, "the file is missing", "put it back")])
            tree, lines = read(file, name)
            if not isinstance(tree, dict):
                raise BuildRefused([Problem(name, 1, "not a list of codes", "write `code: {…}`, one a line")])
            return tree, lines
        except BuildRefused as refused:
            self.problems += refused.problems
            return {}, Lines({(): 1})


def _position(line: Line) -> dict[str, object]:
    """Latitude and longitude within Lithuania, degrees."""
    latitude = line.number("latitude", "53.8", "56.5", 10)
    longitude = line.number("longitude", "20.9", "26.9", 10)
    return {"latitude": float(latitude), "longitude": float(longitude)}
