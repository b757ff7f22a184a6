"""What the atlas already knows when a document is read: its groups, the places of the country, the vocabularies."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from loaders.vocabularies import Vocabularies, read_vocabularies

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True, slots=True)
class KnownVvg:
    """The head of a record of `data/vvg/`."""

    vvg: str
    name: str
    city: str
    municipality: str
    part: str | None = None


@dataclass(frozen=True, eq=False)
class Known:
    """Groups by slug, municipality by place, municipalities, vocabularies. One is only equal to itself."""

    vvgs: dict[str, KnownVvg]
    places: dict[str, str]
    municipalities: tuple[str, ...]
    vocabularies: Vocabularies


@lru_cache(maxsize=4)
def read_known(data: Path = DATA) -> Known:
    """What the folder `data` knows. Raises BuildRefused where its vocabularies cannot be read."""
    return Known(
        vvgs={vvg.vvg: vvg for vvg in map(_head, sorted((data / "vvg").glob("*.yaml")))},
        places={row["place"].split(" (")[0]: row["municipality"] for row in _rows(data / "statistics/places.csv")},
        municipalities=tuple(row["municipality"] for row in _rows(data / "statistics/municipalities.csv")),
        vocabularies=read_vocabularies(data),
    )


def _head(file: Path) -> KnownVvg:
    """Only the lines before the sources are read: a whole record takes a hundred times as long."""
    head = file.read_text(encoding="utf-8").partition("\nsources:")[0]
    keys = yaml.safe_load(head)
    return KnownVvg(**{key: keys.get(key) for key in ("vvg", "name", "city", "municipality", "part")})


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
