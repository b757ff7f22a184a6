"""`python -m loaders`: what it prints, where, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from database.connection import current_path
from loaders.__main__ import command, json_schema


def asked(*words: str | Path) -> Result:
    """The command with these words, in this process."""
    return CliRunner().invoke(command, [str(word) for word in words])


def test_a_build_prints_the_path_of_the_new_database_and_its_steps_beside(light_world, tmp_path):
    result = asked("build", "--data", light_world, "--into", tmp_path)
    assert result.exit_code == 0
    assert result.stdout == f"{current_path(tmp_path)}\n"
    assert result.stderr.splitlines() == ["… vocabularies", "… records", "… tables", "… checks", "… in place"]


def test_without_a_name_of_a_command_it_builds(light_world, tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path))
    assert asked("--data", light_world).stdout == f"{current_path(tmp_path)}\n"
    assert asked("path").stdout == f"{current_path(tmp_path)}\n"


def test_a_check_builds_nothing(light_world, tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path))
    result = asked("check", "--data", light_world)
    assert (result.exit_code, result.stdout) == (0, "no problems\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("word", ["build", "check"])
def test_all_problems_are_printed_each_on_a_line_of_its_own_and_the_exit_code_is_1(
    light_copy, tmp_path, monkeypatch, word
):
    monkeypatch.setenv("ATLAS_BUILD", str(tmp_path))
    for name, old, new in (("pajuris", "city: Palanga", "city: Plaanga"), ("zemupys", "vvg: zemupys", "vvg: zemupis")):
        file = light_copy / "vvg" / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = asked(word, "--data", light_copy)
    assert result.exit_code == 1
    assert result.stdout == ""
    told = [line for line in result.stderr.splitlines() if not line.startswith("…")]
    assert told[0].startswith(
        "data/vvg/pajuris.yaml:2: no place is called 'Plaanga'; add it to data/statistics/places.csv"
    )
    assert "data/vvg/zemupys.yaml:2: vvg is 'zemupis' in a file named zemupys.yaml; make them the same" in told
    assert told[-1] == f"{len(told) - 1} problems; the database in use is unchanged"
    assert "Traceback" not in result.stderr


def test_before_the_first_build_path_says_what_to_do(tmp_path):
    result = asked("path", "--into", tmp_path)
    assert result.exit_code == 1
    assert result.stderr == "Error: nothing is built yet: run `python -m loaders`\n"


def test_a_data_folder_that_is_not_there_is_told_without_a_traceback(tmp_path):
    result = asked("build", "--data", tmp_path / "nothing", "--into", tmp_path)
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "nothing" in result.stderr


def test_the_schema_is_written_where_it_is_asked_for(tmp_path):
    assert asked("schema", "--to", tmp_path / "form.json").exit_code == 0
    text = (tmp_path / "form.json").read_text(encoding="utf-8")
    assert text == json_schema()
    form = json.loads(text)
    assert set(form["required"]) == {"vvg", "name", "city", "municipality", "sources", "strategies"}
    assert form["additionalProperties"] is False


def test_the_form_can_be_completed_by_an_editor():
    definitions = json.loads(json_schema())["$defs"]
    assert definitions["Strategy"]["properties"]["eu_period"]["enum"] == ["2014-2020", "2021-2027"]
    assert definitions["Amount"]["required"] == ["src", "amount_eur"]


def test_it_explains_itself(root):
    ran = subprocess.run(
        [sys.executable, "-m", "loaders", "--help"], cwd=root, capture_output=True, text=True, check=True
    )
    for word in ("build", "check", "path", "schema"):
        assert word in ran.stdout


HEAVY = {"geopandas", "pandas", "pyarrow", "trafilatura", "pypdfium2", "docx", "odfdo", "httpx"}


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (["path"], HEAVY | {"pydantic", "yaml", "shapely", "pyproj"}),
        # geopandas measures the places, and stands on pandas.
        (["check"], HEAVY - {"geopandas", "pandas", "pyarrow"}),
        (["schema"], HEAVY | {"shapely"}),
    ],
    ids=lambda words: words[0] if isinstance(words, list) else "",
)
def test_a_command_waits_for_no_library_of_another_one(root, light_world, tmp_path, words, unwanted):
    """In a process of its own, for the tests themselves have loaded everything."""
    given = {"path": ["--into", tmp_path], "check": ["--data", light_world], "schema": ["--to", tmp_path / "form.json"]}
    script = (
        "import sys\nfrom loaders.__main__ import command\n"
        "try:\n    command()\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *words, *map(str, given[words[0]])], cwd=root, capture_output=True, text=True
    )
    loaded = set(ran.stderr.splitlines()[-1].split())
    assert "loaders.problems" in loaded
    assert not loaded & unwanted
