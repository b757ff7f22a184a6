"""A record small enough to be broken in one place, and what the loaders say of it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loaders.fact_rows import Row
from loaders.problems import BuildRefused, Problem
from loaders.vocabularies import Vocabularies, read_vocabularies
from loaders.vvg_files import read_vvg_files

RECORD = """\
vvg: bandymas
name: Išgalvota bandymo vietos veiklos grupė
city: Pakruojis
municipality: Pakruojo rajono savivaldybė
sources:
  S1: {title: "Strategija", publisher: "Bandymo VVG", kind: vvg_page, published: 2017-01-10}
strategies:
  - eu_period: 2014-2020
    period: 2016-2022
    title: Bandymo strategija
    src: S1
    approvals:
      - {authority: ministras, date: 2016-07-20, as_written: "2016 m. liepos 20 d. įsakymu", src: S1}
    funding:
      - {amount_eur: 500000, stage: allocated, funds: [ESF, VB], as_written: "skirta 500 000 Eur", src: S1}
    goals:
      - title: Mažinti socialinę atskirtį
        src: S1
        theme: social_exclusion
        target_groups:
          - bedarbiai
    indicators:
      - {name: dalyviai, value: 350, unit: asmenys, state: planned, as_written: "planuota 350 dalyvių", src: S1}
"""


def line_of(text: str, fragment: str) -> int:
    """The line of a text, counted from 1, on which a fragment first stands."""
    return text[: text.index(fragment)].count("\n") + 1


@pytest.fixture(scope="session")
def vocabularies(root: Path) -> Vocabularies:
    """The words of data/vocabularies."""
    return read_vocabularies(root / "data")


@pytest.fixture
def record() -> str:
    """The text of a record in which everything is right."""
    return RECORD


@pytest.fixture
def rows_of(tmp_path: Path, vocabularies: Vocabularies) -> Callable[..., Iterator[Row]]:
    """`rows_of(text, name="bandymas.yaml")`: the rows of a data folder with this one record."""

    def rows(text: str | bytes, name: str = "bandymas.yaml") -> Iterator[Row]:
        file = tmp_path / "data" / "vvg" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_vvg_files(tmp_path / "data", vocabularies)

    return rows


@pytest.fixture
def refused(rows_of: Callable[..., Iterator[Row]]) -> Callable[..., list[Problem]]:
    """`refused(text)`: the problems for which a record is refused; fails where it is not."""

    def problems(text: str | bytes, name: str = "bandymas.yaml") -> list[Problem]:
        with pytest.raises(BuildRefused) as caught:
            list(rows_of(text, name))
        return caught.value.problems

    return problems


@pytest.fixture
def light_copy(light_world: Path, tmp_path: Path) -> Path:
    """A copy of the light world to be changed."""
    return Path(shutil.copytree(light_world, tmp_path / "light" / "data"))
