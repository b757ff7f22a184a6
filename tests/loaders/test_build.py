"""From data/ to one database in one step: the same data the same content, and never half of it."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from database import definitions
from database.connection import NoDatabase, current_path, open_database
from loaders import build as building
from loaders import filling
from loaders.build import build, gather
from loaders.problems import BuildRefused
from loaders.vocabularies import read_vocabularies

AMOUNT = 'amount_eur: 500000, stage: allocated, funds: [ESF, VB], as_written: "skirta 500 000 Eur"'
OTHER = AMOUNT.replace("500000", "600000").replace("500 000", "600 000")


def changed(data: Path, name: str, old: str, new: str) -> None:
    """Replaces the first `old` in a file of the data."""
    file = data / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def shown(folder: Path) -> int:
    """The sum that the database in use shows for the VVG that the tests change."""
    with open_database(current_path(folder)) as database:
        sql = "select amount_eur from funding_shown where strategy = 'aukstupys/2014-2020' and scope = 'strategy'"
        return int(database.execute(f"{sql} and stage = 'allocated'").fetchone()[0])


def test_the_database_has_the_name_of_its_content_and_current_names_it(light_world, tmp_path):
    path = build(light_world, tmp_path / "into")
    assert path == current_path(tmp_path / "into")
    with open_database(path) as database:
        digest, facts = database.execute("select content_digest, facts from build").fetchone()
    assert path.name == f"atlas-{digest[:12]}.duckdb"
    assert facts > 500
    assert {file.name for file in (tmp_path / "into").iterdir()} == {path.name, "current", ".lock"}


def test_the_file_is_no_larger_than_what_it_holds_asks_for(light_world, tmp_path):
    assert build(light_world, tmp_path).stat().st_size < 6_000_000


def test_a_check_alone_makes_no_file(light_world, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    steps: list[str] = []
    assert build(light_world, None, steps.append) is None
    assert steps == ["vocabularies", "records", "tables", "checks"]
    assert sorted(tmp_path.rglob("*")) == before


def test_the_same_data_give_the_same_content_whatever_the_order_of_files(light_world, tmp_path, monkeypatch):
    first = build(light_world, tmp_path / "one")
    listed = Path.glob
    shuffled = random.Random(1)

    def glob(folder: Path, pattern: str) -> list[Path]:
        found = list(listed(folder, pattern))
        shuffled.shuffle(found)
        return found

    monkeypatch.setattr(Path, "glob", glob)
    assert build(light_world, tmp_path / "other").name == first.name


def test_the_same_data_keep_their_file_and_other_data_get_another(light_copy, tmp_path):
    into = tmp_path / "into"
    first = build(light_copy, into)
    made = first.stat().st_ino
    assert build(light_copy, into).stat().st_ino == made
    changed(light_copy, "vvg/aukstupys.yaml", AMOUNT, OTHER)
    assert shown(into) == 500000
    second = build(light_copy, into)
    assert second != first
    assert shown(into) == 600000
    assert first.exists(), "a reader may still hold the one before"


def test_only_the_newest_databases_are_kept(light_copy, tmp_path, monkeypatch):
    monkeypatch.setattr("loaders.build.KEPT", 2)
    into = tmp_path / "into"
    made = [build(light_copy, into)]
    for number in (1, 2, 3):
        changed(light_copy, "vvg/tolupys.yaml", "name: ", f"name: {number} ")
        made.append(build(light_copy, into))
    assert set(into.glob("atlas-*.duckdb")) == set(made[-2:])


def test_a_damaged_database_of_the_same_content_is_made_anew(light_world, tmp_path):
    into = tmp_path / "into"
    path = build(light_world, into)
    content = path.read_bytes()
    for damage in (b"", b"not a database", content[: len(content) // 2], content[:5000] + bytes(len(content) - 5000)):
        path.write_bytes(damage)
        assert build(light_world, into) == path
        assert shown(into) == 500000


def test_all_problems_of_all_files_are_told_at_once_and_the_old_database_stays(light_copy, tmp_path):
    into = tmp_path / "into"
    path = build(light_copy, into)
    changed(light_copy, "vvg/aukstupys.yaml", "stage: allocated", "stage: alocated")
    changed(light_copy, "vvg/zemupys.yaml", "value: 700", "value: 701")
    changed(light_copy, "vvg/pajuris.yaml", "city: Palanga", "city: Plaanga")
    changed(light_copy, "vvg/vidupys.yaml", "Utenos rajono savivaldybė", "Utenos savivaldybė")
    changed(light_copy, "national.yaml", "status: prepared", "status: prepaired")
    changed(light_copy, "statistics/places.csv", "place,", "vieta,")
    with pytest.raises(BuildRefused) as caught:
        build(light_copy, into)
    named = {problem.file: problem.what for problem in caught.value.problems}
    assert {
        "data/national.yaml", "data/statistics/places.csv", "data/vvg/aukstupys.yaml", "data/vvg/pajuris.yaml",
        "data/vvg/vidupys.yaml", "data/vvg/zemupys.yaml",
    } <= set(named)  # fmt: skip
    assert current_path(into) == path
    assert shown(into) == 500000
    assert not list(into.glob("draft-*"))


@pytest.mark.parametrize(
    ("old", "new", "what", "mend"),
    [
        ("city: Palanga", "city: Plaanga", "no place is called 'Plaanga'", "data/statistics/places.csv"),
        (
            "Palangos miesto",
            "Palangos rajono",
            "no municipality is called 'Palangos rajono savivaldybė'",
            "municipalities.csv",
        ),
    ],
)
def test_an_unknown_town_or_municipality_is_named_in_its_record(light_copy, old, new, what, mend):
    changed(light_copy, "vvg/pajuris.yaml", old, new)
    with pytest.raises(BuildRefused) as caught:
        gather(light_copy, read_vocabularies(light_copy))
    [problem] = caught.value.problems
    assert (problem.file, problem.what) == ("data/vvg/pajuris.yaml", what)
    assert mend in problem.mend


def test_a_record_that_is_not_readable_is_not_called_missing_elsewhere(light_copy):
    (light_copy / "vvg" / "aukstupys.yaml").write_text("vvg: [", encoding="utf-8")
    with pytest.raises(BuildRefused) as caught:
        gather(light_copy, read_vocabularies(light_copy))
    assert [problem.file for problem in caught.value.problems] == ["data/vvg/aukstupys.yaml"]


def test_an_answer_to_a_check_that_finds_nothing_is_told(light_copy):
    answer = 'as_written: "skirta 500 000 Eur", answers: {amount_per_resident: mažas miestas}'
    changed(light_copy, "vvg/aukstupys.yaml", 'as_written: "skirta 500 000 Eur"', answer)
    with pytest.raises(
        BuildRefused, match=r"answers 'amount_per_resident', which finds nothing here; remove the answer"
    ):
        build(light_copy, None)


def test_one_answer_holds_for_all_that_a_check_says_of_a_fact(light_world, monkeypatch):
    twice = "select strategy, 'data/vvg/a.yaml', 1, what, 'mend it' from strategies, (values ('x'), ('y')) as w (what)"
    monkeypatch.setattr(definitions, "checks", lambda: {"odd": f"{twice} where strategy = 'aukstupys/2014-2020'"})
    tables = gather(light_world, read_vocabularies(light_world))
    row = {"subject": "aukstupys/2014-2020", "check": "odd", "reason": "so it is", "file": "a.yaml", "line": 1}
    with duckdb.connect() as database:
        filling.fill(database, tables)
        assert [problem.what for problem in building.run_checks(database)] == ["x", "y"]
    tables["answers"] = [row]
    with duckdb.connect() as database:
        filling.fill(database, tables)
        assert building.run_checks(database) == []


def test_many_rows_go_in_another_way_than_few_and_the_content_is_the_same(light_world, tmp_path, monkeypatch):
    few = build(light_world, tmp_path / "few")
    monkeypatch.setattr(filling, "FEW", 0)
    assert build(light_world, tmp_path / "many").name == few.name


@pytest.mark.parametrize("few", [0, filling.FEW], ids=["many rows", "few rows"])
@pytest.mark.parametrize("year", [1890, "not a year"])
def test_a_row_that_a_table_refuses_is_named(light_world, monkeypatch, few, year):
    monkeypatch.setattr(filling, "FEW", few)
    tables = gather(light_world, read_vocabularies(light_world))
    tables["strategies"][0]["first_year"] = year
    with duckdb.connect() as database, pytest.raises(BuildRefused) as caught:
        filling.fill(database, tables)
    [problem] = caught.value.problems
    assert problem.what.startswith("strategies: ")


def test_what_a_killed_builder_left_is_removed_by_the_next(light_world, tmp_path):
    into = tmp_path / "into"
    into.mkdir()
    (into / "draft-1.duckdb").write_bytes(b"half")
    (into / "draft-1.duckdb.wal").write_bytes(b"half")
    (into / "draft-1.duckdb.tmp").mkdir()
    (into / "draft-1.duckdb.tmp" / "spilled").write_bytes(b"half")
    (into / "draft-1.current").write_text("atlas-x.duckdb")
    build(light_world, into)
    assert not list(into.glob("draft-*"))


def started(data: Path, into: Path, **environment: str) -> subprocess.Popen:
    """`python -m loaders` in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "loaders", "build", "--data", data, "--into", into],
        env=os.environ | environment,
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_three_builds_at_once_with_different_hash_seeds_agree(light_world, tmp_path):
    into = tmp_path / "into"
    builders = [started(light_world, into, PYTHONHASHSEED=seed) for seed in "012"]
    printed = {builder.communicate(timeout=600)[0] for builder in builders}
    assert [builder.returncode for builder in builders] == [0, 0, 0]
    assert printed == {f"{current_path(into)}\n"}
    assert {file.name for file in into.iterdir()} == {current_path(into).name, "current", ".lock"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Callable[[str], Path]:
    """`small_disk("size=4m")`: a folder on a file system of its own with these options; skips where none is given."""
    mounted: list[Path] = []

    def disk(options: str) -> Path:
        folder = tmp_path / "disk"
        folder.mkdir(exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a tmpfs cannot be mounted here: this needs root and the right to mount")
        mounted.append(folder)
        return folder

    yield disk
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


def refused_in(into: Path, data: Path) -> str:
    """What the command prints where it cannot write: it fails, in one line that names no program text."""
    builder = started(data, into)
    _, told = builder.communicate(timeout=600)
    lines = [line for line in told.splitlines() if not line.startswith("…")]
    assert builder.returncode == 1
    assert len(lines) == 1, told
    return lines[0]


def test_a_full_disk_keeps_the_old_database_and_says_so(light_copy, small_disk):
    into = small_disk("size=64m")
    path = build(light_copy, into)
    left = os.statvfs(into).f_bavail * os.statvfs(into).f_frsize
    (into / "filler").write_bytes(bytes(left - 200_000))
    changed(light_copy, "vvg/aukstupys.yaml", AMOUNT, OTHER)
    told = refused_in(into, light_copy)
    assert "the database in use is unchanged" in told
    assert "No space left" in told
    assert current_path(into) == path
    assert shown(into) == 500000
    (into / "filler").unlink()
    build(light_copy, into)
    assert shown(into) == 600000


def test_a_folder_that_may_not_be_written_keeps_the_old_database_and_says_so(light_copy, small_disk):
    into = small_disk("size=64m")
    path = build(light_copy, into)
    subprocess.run(["mount", "-o", "remount,ro", str(into)], check=True)
    changed(light_copy, "vvg/aukstupys.yaml", AMOUNT, OTHER)
    told = refused_in(into, light_copy)
    assert "Read-only file system" in told
    assert "the database in use is unchanged" in told
    assert current_path(into) == path
    assert shown(into) == 500000


def test_without_a_usable_database_the_reader_is_told_so(tmp_path):
    assert current_path(tmp_path) is None
    (tmp_path / "current").write_text("atlas-gone.duckdb\n")
    assert current_path(tmp_path) is None
    (tmp_path / "atlas-gone.duckdb").write_bytes(b"not a database")
    with pytest.raises(NoDatabase):
        open_database(current_path(tmp_path))
