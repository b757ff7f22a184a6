"""Each bad file of tests/corpus gives one clear message at the entry by which it would come, and nothing else."""

import re
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from loaders import boundaries, statistics
from loaders.build import build
from loaders.documents.document import Unreadable
from loaders.documents.extraction import extract
from loaders.documents.reading import messages, read
from loaders.fact_rows import Row
from loaders.problems import BuildRefused, Problem
from loaders.vocabularies import Vocabularies, read_vocabularies
from loaders.vvg_files import read_vvg_files
from tests.corpus import geojson, make, tables
from tests.loaders.conftest import RECORD

CORPUS = Path(__file__).with_name("corpus")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
LEAST = 300
MOST_WORDS = 5000
"""Characters of all messages about one file."""


def files(folder: str) -> list[Path]:
    return sorted((CORPUS / folder).iterdir())


def named(path: Path) -> str:
    return path.name


def clear(problems: list[Problem], file: str) -> None:
    """Every message names the file, a line, what is wrong and how to mend it, in words and not at length."""
    assert problems
    for problem in problems:
        assert problem.file.endswith(file)
        assert problem.line >= 1
        assert problem.what and problem.mend
    told = "\n".join(map(str, problems))
    assert len(told) < MOST_WORDS
    assert "Traceback" not in told and "object at 0x" not in told


@pytest.fixture(scope="module")
def vocabularies(root: Path) -> Vocabularies:
    return read_vocabularies(root / "data")


def test_the_corpus_is_large_enough_distinct_and_as_it_is_made(tmp_path, monkeypatch):
    kept = {path.relative_to(CORPUS): path.read_bytes() for folder in make.CLASSES for path in files(folder)}
    assert len(set(kept.values())) >= LEAST
    assert len({(path.parts[0], content) for path, content in kept.items()}) == len(kept)
    counts = Counter(path.parts[0] for path in kept)
    assert min(counts.values()) >= 60
    monkeypatch.setattr(make, "HERE", tmp_path)
    texts = {
        path.relative_to(tmp_path): path.read_bytes() for path in make.written() if path.parent.name != "documents"
    }
    assert texts == {path: content for path, content in kept.items() if path.parts[0] != "documents"}


@pytest.mark.parametrize("path", files("yaml"), ids=named)
def test_a_bad_record_is_refused_with_its_line(path, tmp_path, vocabularies):
    file = tmp_path / "data" / "vvg" / "bandymas.yaml"
    file.parent.mkdir(parents=True)
    shutil.copy(path, file)
    with pytest.raises(BuildRefused) as refused:
        list(read_vvg_files(tmp_path / "data", vocabularies))
    clear(refused.value.problems, "bandymas.yaml")


def test_the_good_record_of_which_they_are_made_is_taken(tmp_path, vocabularies):
    file = tmp_path / "data" / "vvg" / "bandymas.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(RECORD, encoding="utf-8")
    assert list(read_vvg_files(tmp_path / "data", vocabularies))


def given_table(folder: Path, name: str, content: bytes) -> list[Row]:
    """The rows of the statistics with this table in place of its own."""
    file = folder / "statistics" / f"{name}.csv"
    before = file.read_bytes()
    file.write_bytes(content)
    try:
        return list(statistics.rows(folder))
    finally:
        file.write_bytes(before)


@pytest.mark.parametrize("path", files("csv"), ids=named)
def test_a_bad_table_is_refused_with_its_line(path, few_figures):
    name = path.name.partition("-")[0]
    with pytest.raises(BuildRefused) as refused:
        given_table(few_figures, name, path.read_bytes())
    clear([problem for problem in refused.value.problems if problem.file.endswith(f"{name}.csv")], f"{name}.csv")


def test_the_good_table_of_which_they_are_made_is_taken(few_figures):
    [city] = [row for table, row in given_table(few_figures, "residents", tables.GOOD.encode())
              if table == "statistics" and row["territory"] == "Alytus"]  # fmt: skip
    assert city["value"] == 50000


def given_borders(folder: Path, content: bytes) -> list[Row]:
    place = folder / "data" / "boundaries"
    place.mkdir(parents=True)
    (place / "sources.yaml").write_text("B01: {title: Žemėlapis, publisher: Braižytojai, kind: other}\n", "utf-8")
    (place / boundaries.FILE).write_bytes(content)
    return list(boundaries.rows(folder / "data", geojson.NAMES))


@pytest.mark.filterwarnings("ignore:overflow encountered")
@pytest.mark.parametrize("path", files("geojson"), ids=named)
def test_bad_borders_are_refused_with_their_line(path, tmp_path):
    with pytest.raises(BuildRefused) as refused:
        given_borders(tmp_path, path.read_bytes())
    clear(refused.value.problems, boundaries.FILE)


def test_the_good_borders_of_which_they_are_made_are_taken(tmp_path):
    assert [table for table, _ in given_borders(tmp_path, geojson.TEXT.encode())].count("boundaries") == 2


@pytest.mark.parametrize("path", files("documents"), ids=named)
def test_a_bad_document_is_read_or_refused_in_one_of_the_known_sentences(path):
    try:
        document = read(path.read_bytes(), path.name)
    except Unreadable as refused:
        assert str(refused) in messages.ALL
    else:
        assert document.blocks
        assert not CONTROL.search(document.text)
        assert all(len(block.text) == len(block.text.strip()) > 0 for block in document.blocks)


def test_no_document_of_the_corpus_brings_a_finding_that_its_text_does_not_hold():
    for path in files("documents"):
        with suppress(Unreadable):
            found = extract(path.read_bytes(), path.name)
            for finding in found.findings:
                assert finding.as_written in found.document.text or finding.as_written in found.document.title, (
                    path.name
                )


@pytest.mark.parametrize("part", ["yaml", "csv", "geojson"])
def test_one_bad_file_among_good_ones_leaves_the_database_in_use_as_it_is(part, light_world, tmp_path):
    data, into = tmp_path / "data", tmp_path / "into"
    shutil.copytree(light_world, data)
    last_good = build(data, into)
    kept = last_good.read_bytes()
    place = {
        "yaml": data / "vvg" / "bandymas.yaml",
        "csv": data / "statistics" / "residents.csv",
        "geojson": data / "boundaries" / boundaries.FILE,
    }[part]
    for bad in files(part)[::40]:
        shutil.copy(bad, place)
        with pytest.raises(BuildRefused):
            build(data, into)
        assert (into / "current").read_text().strip() == last_good.name
        assert last_good.read_bytes() == kept
        assert not list(into.glob("draft-*"))
