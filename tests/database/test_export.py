"""The open data are whole, described, harmless, the same for the same data, and read back as they were."""

import csv
import json
import re
import shutil
import zipfile
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from frictionless import Package

from database.citation import citation
from database.connection import current_path
from database.export import ExportRefused, archive, export
from database.export.cells import REASONED
from database.export.contents import Contents
from database.export.descriptor import REASON_COLUMNS
from database.export.keys import ABOUT_COLUMNS, LEFT_OUT, VIEW_KEYS
from database.export.maps import FIGURES
from loaders.__main__ import command
from loaders.build import build

ADDRESS = "https://atlas.example"
MISSING = {"not_in_source", "source_not_found", "unreadable", "does_not_apply"}


@pytest.fixture(scope="module")
def built(atlas_build) -> Path:
    """The file of the invented world's database."""
    return current_path(atlas_build)


@pytest.fixture(scope="module")
def exported(built, tmp_path_factory) -> Path:
    """The folder of its open data."""
    folder = tmp_path_factory.mktemp("open") / "data"
    export(built, folder, ADDRESS)
    return folder


@pytest.fixture(scope="module")
def described(exported) -> dict:
    """What datapackage.json says."""
    return json.loads((exported / "datapackage.json").read_text())


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    """The lines of a CSV file, all cells as text."""
    with (folder / "csv" / f"{table}.csv").open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def contents_of(folder: Path) -> dict[str, bytes]:
    """Path -> bytes of every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_frictionless_finds_no_error(exported):
    report = Package("datapackage.json", basepath=str(exported)).validate()
    assert report.flatten(["name", "type", "message"]) == []
    assert report.stats["tasks"] > 60


def test_no_table_is_forgotten(exported, database):
    known = {name for (name,) in database.execute("select table_name from information_schema.tables").fetchall()}
    assert known >= LEFT_OUT.keys() | VIEW_KEYS.keys() | REASONED.keys()
    assert {path.stem for path in (exported / "csv").iterdir()} == known - LEFT_OUT.keys() | {"columns"}
    assert {path.stem for path in (exported / "parquet").iterdir()} == known - LEFT_OUT.keys() | {"columns"}


def test_every_table_has_its_lithuanian_name_and_none_is_left_over(database):
    named = database.execute("select code from vocabulary where scheme = 'tables'").fetchall()
    assert {code for (code,) in named} == set(Contents(database).tables)


def test_tables_read_back_as_they_were(exported, database):
    for name, table in Contents(database).tables.items():
        read = rows(exported, name)
        assert len(read) == len(table.rows), name
        assert pq.read_table(exported / "parquet" / f"{name}.parquet").to_pylist() == table.records()
        for column in table.columns:
            if column.type.startswith("DECIMAL"):
                cells = [row[column.name] for row in read]
                total = sum(Decimal(cell) for cell in cells if cell and cell not in MISSING)
                assert total == sum(row[column.name] or 0 for row in table.records()), (name, column.name)


def test_money_is_the_same_to_the_cent(exported, database):
    [(expected,)] = database.execute("select sum(amount_eur) from funding").fetchall()
    assert sum(Decimal(row["amount_eur"]) for row in rows(exported, "funding")) == expected > 0


def test_a_figure_that_is_not_known_says_why(exported, database):
    overview = rows(exported, "strategy_overview")
    states = {(row["strategy"], row["field"]): row["state"] for row in rows(exported, "gaps")}
    said = {row["strategy"]: row["allocated_eur"] for row in overview}
    without = {key: cell for key, cell in said.items() if states[key, "allocated"] != "known"}
    assert without and all(states[key, "allocated"] == cell for key, cell in without.items())
    for column in REASONED["strategy_overview"]:
        assert all(row[column] for row in overview), column


def test_programs_learn_what_a_missing_cell_means(described):
    tables = {resource["name"]: resource.get("schema") for resource in described["resources"]}
    fields = {field["name"]: field for field in tables["strategy_overview"]["fields"]}
    labels = {entry["value"]: entry["label"] for entry in fields["allocated_eur"]["missingValues"]}
    assert labels.keys() == MISSING | {""}
    assert "Nenurodyta šaltinyje" in labels["not_in_source"]
    for table, column in REASON_COLUMNS:
        [field] = [field for field in tables[table]["fields"] if field["name"] == column]
        assert {entry["value"] for entry in field["categories"]} >= MISSING


def test_every_file_names_its_licence(described, exported):
    licences = {entry["path"]: [one["name"] for one in entry["licenses"]] for entry in described["resources"]}
    assert licences.pop("municipalities.geojson") == ["GPL-2.0-or-later"]
    assert licences.pop("atlas.duckdb") == ["CC-BY-4.0", "GPL-2.0-or-later"]
    assert {tuple(names) for names in licences.values()} == {("CC-BY-4.0",)}
    assert "GPL-2.0-or-later" in (exported / "municipalities.geojson.license").read_text()
    for name in ("CC-BY-4.0", "GPL-2.0"):
        assert len((exported / "licences" / f"{name}.txt").read_text()) > 10_000


def test_the_borders_still_have_the_licence_that_is_named(root):
    assert "GPL-2.0-or-later" in (root / "data" / "boundaries" / "sources.yaml").read_text()


def test_the_description_is_in_both_languages_and_dated_by_the_data(described, database):
    [(digest, newest)] = database.execute("select content_digest, newest_source from build").fetchall()
    assert described["version"] == digest
    assert described["created"].startswith(newest)
    columns = [field for entry in described["resources"] for field in entry.get("schema", {}).get("fields", [])]
    explained = [field for field in columns if field.get("description") and field.get("description@en")]
    assert len(explained) == len(columns) > 300
    assert {field["name"] for field in columns} > set(ABOUT_COLUMNS)


def test_a_catalogue_finds_what_it_asks_for(exported):
    record = json.loads((exported / "dcat.jsonld").read_text())
    for name in ("dct:title", "dct:description"):
        assert {said["@language"] for said in record[name]} == {"lt", "en"}
    assert record["dct:license"]["@id"] == "https://creativecommons.org/licenses/by/4.0/"
    assert record["dct:issued"]["@value"] <= record["dct:modified"]["@value"]
    assert record["dct:temporal"]["dcat:startDate"]["@value"] < record["dct:temporal"]["dcat:endDate"]["@value"]
    assert record["dct:spatial"]["@id"].endswith("/LTU")
    forms = record["dcat:distribution"]
    assert {form["dct:license"]["@id"] for form in forms} >= {"https://creativecommons.org/licenses/by/4.0/"}
    assert {form["dcat:downloadURL"]["@id"] for form in forms} == {
        f"{ADDRESS}/data/atlas.zip",
        f"{ADDRESS}/data/atlas.duckdb",
    }


def test_the_readme_says_how_to_cite_and_lists_every_table(exported, database):
    [(digest, newest)] = database.execute("select content_digest, newest_source from build").fetchall()
    said = (exported / "README.md").read_text()
    for language in ("lt", "en"):
        assert citation(language, newest, digest, ADDRESS) in said
    for path in (exported / "csv").iterdir():
        assert said.count(f"| `{path.stem}` |") == 2
    assert not re.search(r"\{\w*\}", said)


def test_every_vvg_is_a_point_and_every_missing_figure_has_a_reason(exported, database):
    points = json.loads((exported / "vvg.geojson").read_text())
    expected = [vvg for (vvg,) in database.execute("select vvg from vvgs order by vvg").fetchall()]
    assert points["type"] == "FeatureCollection"
    assert [feature["id"] for feature in points["features"]] == expected
    for feature in points["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert 20.9 < longitude < 26.9
        assert 53.8 < latitude < 56.5
        about = feature["properties"]
        for figure in FIGURES.values():
            for period in ("2014_2020", "2021_2027"):
                name = f"{figure}_{period}"
                assert (about[name] is None) == (about[f"{name}_missing"] in MISSING), (feature["id"], name)


def test_a_figure_on_the_map_is_that_of_the_overview(exported):
    overview = {row["strategy"]: row for row in rows(exported, "strategy_overview")}
    compared = 0
    for feature in json.loads((exported / "vvg.geojson").read_text())["features"]:
        about = feature["properties"]
        strategy, amount = about["strategy_2014_2020"], about["allocated_eur_2014_2020"]
        if amount is not None:
            assert float(overview[strategy]["allocated_eur"]) == amount
            compared += 1
    assert compared


def test_borders_are_closed_rings_that_run_as_the_standard_asks(exported):
    features = json.loads((exported / "municipalities.geojson").read_text())["features"]
    assert len(features) == 60
    for feature in features:
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        for rings in polygons:
            for at, ring in enumerate(rings):
                assert ring[0] == ring[-1]
                assert len(ring) > 3
                area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
                assert (area > 0) == (at == 0)


def test_the_workbook_has_its_sheets_and_no_formula(exported):
    with zipfile.ZipFile(exported / "strategies.xlsx") as book:
        sheets = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        cells = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    english = ["Strategies", "Funding", "Indicators", "Groups", "Sources", "Notes"]
    assert [title.partition(" · ")[2] for title in sheets] == english
    assert len(cells) == 6
    assert not any("<f>" in sheet for sheet in cells)


def test_a_text_that_begins_like_a_formula_is_only_text_and_a_number_stays_one(built, tmp_path):
    changed = tmp_path / "atlas-changed.duckdb"
    shutil.copyfile(built, changed)
    said = [f"{beginning}cmd|' /C calc'!A0" for beginning in ("=", "+", "-", "@", "\t", "'=")]
    with duckdb.connect(str(changed)) as opened:
        opened.execute("update statistics set value = -1.5")
        opened.executemany(
            "insert into questions (question, text, file, line) values (?, ?, 'f', 1)",
            [[f"formula-{at}", text] for at, text in enumerate(said)],
        )
    export(changed, tmp_path / "open")
    cells = {row["question"]: row["text"] for row in rows(tmp_path / "open", "questions")}
    assert [cells[f"formula-{at}"] for at in range(len(said))] == [f"'{text}" for text in said]
    kept = pq.read_table(tmp_path / "open" / "parquet" / "questions.parquet").column("text").to_pylist()
    assert set(said) < set(kept)
    assert {row["value"] for row in rows(tmp_path / "open", "statistics")} == {"-1.5"}


def test_the_same_data_give_the_same_bytes(world, exported, tmp_path):
    anew = build(world, tmp_path / "build")
    export(anew, tmp_path / "open", ADDRESS)
    first, second = contents_of(exported), contents_of(tmp_path / "open")
    assert first.keys() == second.keys()
    # The database itself holds the hour of its build.
    assert [name for name in first if first[name] != second[name]] in ([], ["atlas.duckdb"])


def test_the_zip_holds_the_folder_and_is_the_same_each_time(built, exported):
    made = archive(built, ADDRESS)
    assert made == archive(built, ADDRESS)
    with zipfile.ZipFile(BytesIO(made)) as packed:
        assert packed.testzip() is None
        inside = {name.removeprefix("vvg-atlasas/"): packed.read(name) for name in packed.namelist()}
    assert inside == contents_of(exported)


def test_an_older_export_is_replaced_as_a_whole(built, exported, tmp_path):
    folder = tmp_path / "open"
    shutil.copytree(exported, folder)
    (folder / "csv" / "dropped.csv").write_text("gone")
    export(built, folder, ADDRESS)
    assert contents_of(folder) == contents_of(exported)
    assert [path.name for path in tmp_path.iterdir()] == ["open"]


@pytest.mark.parametrize("strangers", [["letter.txt"], ["datapackage.json"], ["letter.txt", "an export"]])
def test_what_no_export_wrote_is_left_alone(built, exported, tmp_path, strangers):
    folder = tmp_path / "mine"
    if "an export" in strangers:
        shutil.copytree(exported, folder)
    folder.mkdir(exist_ok=True)
    (folder / strangers[0]).write_text("[]")
    before = contents_of(folder)
    with pytest.raises(ExportRefused, match="no export wrote"):
        export(built, folder)
    assert contents_of(folder) == before


def test_a_failed_export_leaves_the_older_one(built, exported, tmp_path, monkeypatch):
    folder = tmp_path / "open"
    shutil.copytree(exported, folder)

    def fail(*_arguments: object) -> bytes:
        raise OSError("no space left")

    monkeypatch.setattr("database.export.workbook", fail)
    with pytest.raises(OSError, match="no space left"):
        export(built, folder)
    assert contents_of(folder) == contents_of(exported)
    assert [path.name for path in tmp_path.iterdir()] == ["open"]


def test_the_command_exports_and_refuses_in_one_line(atlas_build, tmp_path):
    folder = tmp_path / "open"
    done = CliRunner().invoke(command, ["export", str(folder), "--into", str(atlas_build)])
    assert done.exit_code == 0, done.output
    assert (folder / "datapackage.json").is_file()
    (folder / "mine.txt").write_text("mine")
    refused = CliRunner().invoke(command, ["export", str(folder), "--into", str(atlas_build)])
    assert refused.exit_code == 1
    assert refused.output.startswith("Error: ")
    assert len(refused.output.splitlines()) == 1
    nothing = CliRunner().invoke(command, ["export", str(folder), "--into", str(tmp_path / "empty")])
    assert "python -m loaders" in nothing.output


def test_without_an_address_nothing_is_made_up(built, tmp_path):
    export(built, tmp_path / "open")
    record = json.loads((tmp_path / "open" / "dcat.jsonld").read_text())
    places = [form["dcat:accessURL"]["@id"] for form in record["dcat:distribution"]]
    assert all((tmp_path / "open" / place).exists() for place in places)
    assert "homepage" not in json.loads((tmp_path / "open" / "datapackage.json").read_text())
