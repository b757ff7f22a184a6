"""data/vvg_template.yaml: valid as it stands, every key shown, and enough for a VVG to be found everywhere."""

import shutil
from types import UnionType
from typing import Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from database import queries
from database.choice import Choice
from database.connection import open_database
from loaders import records
from loaders.__main__ import json_schema
from loaders.build import build
from loaders.forms import validated
from loaders.yaml_lines import read

SLUG = "pavyzdys"


@pytest.fixture(scope="module")
def template(root):
    tree, lines = read(root / "data" / "vvg_template.yaml", "data/vvg_template.yaml")
    return validated(records.VvgRecord, tree, lines, "data/vvg_template.yaml")


@pytest.fixture(scope="module")
def alone(root, light_world, tmp_path_factory):
    """The database of a data folder in which the copied template is the only record."""
    folder = tmp_path_factory.mktemp("template") / "data"
    (folder / "vvg").mkdir(parents=True)
    for part in ("vocabularies", "statistics", "boundaries"):
        shutil.copytree(light_world / part, folder / part)
    shutil.copy(root / "data" / "vvg_template.yaml", folder / "vvg" / f"{SLUG}.yaml")
    with open_database(build(folder, folder / "build")) as database:
        yield database


def shown(form: BaseModel) -> set[tuple[str, str]]:
    """Every key set in a record, with the form in which it stands."""
    found = {(type(form).__name__, key) for key in form.model_fields_set}
    for key in form.model_fields_set:
        value = getattr(form, key)
        values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
        for part in values:
            if isinstance(part, BaseModel):
                found |= shown(part)
    return found


def forms(form: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """The form and every form in it."""
    if form in seen:
        return seen
    seen.add(form)
    waiting = [field.annotation for field in form.model_fields.values()]
    while waiting:
        annotation = waiting.pop()
        if get_origin(annotation) in (list, dict, Union, UnionType):
            waiting += get_args(annotation)
        elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
            forms(annotation, seen)
    return seen


def test_every_key_of_the_form_is_shown(template):
    there = shown(template)
    common = set(records.Fact.model_fields)
    missing = set()
    for form in forms(records.VvgRecord, set()):
        for key in form.model_fields:
            if issubclass(form, records.Fact) and key in common:
                is_shown = any(name == key for _, name in there)
            else:
                is_shown = (form.__name__, key) in there or form is records.TargetGroup
            if not is_shown:
                missing.add(f"{form.__name__}.{key}")
    assert not missing


def test_every_key_is_explained_in_both_languages(root):
    comments = [line.strip() for line in (root / "data" / "vvg_template.yaml").read_text().splitlines() if "#" in line]
    lithuanian = [line for line in comments if set(line.casefold()) & set("ąčęėįšųūž")]
    assert len(comments) > 60
    assert len(lithuanian) > 30
    assert comments[0].startswith("# ŠABLONAS")


def test_its_values_are_plainly_examples(template):
    assert template.name.startswith("Pavyzdžio")
    assert all(source.url is None or ".example/" in source.url for source in template.sources.values())


def test_it_never_reaches_the_database_of_the_atlas(root):
    assert (root / "data" / "vvg_template.yaml").exists()
    assert not [file for file in (root / "data" / "vvg").glob("*") if "template" in file.name or file.stem == SLUG]


def test_it_is_no_vvg_of_the_real_database(real_database):
    assert SLUG not in set(queries.vvgs(real_database)["vvg"])
    assert not [name for name in queries.vvgs(real_database)["name"] if name.startswith("Pavyzdžio")]


def test_copied_alone_its_vvg_is_found_by_every_question_that_lists_them(alone):
    only = Choice(vvgs=(SLUG,))
    for question in (
        queries.strategies, queries.known_strategies, queries.funding, queries.funding_details,
        queries.funding_by_theme, queries.group_matrix, queries.group_phrases, queries.indicators, queries.items,
        queries.projects, queries.calls, queries.gaps,
    ):  # fmt: skip
        answer = question(alone, only)
        assert len(answer), question.__name__
        assert set(answer["strategy"]) == {f"{SLUG}/2014-2020"}, question.__name__
    assert list(queries.vvgs(alone)["vvg"]) == [SLUG]
    assert list(queries.totals(alone)["strategies"]) == [1]


def test_copied_alone_its_course_and_small_facts_are_told(alone):
    assert set(queries.timeline(alone, SLUG)["kind"]) == {"event", "approval", "edition", "call", "project"}
    for table in ("approvals", "editions", "documents", "territories", "programmes"):
        assert len(queries.facts_of_strategy(alone, table, SLUG)) == 1, table
    assert len(queries.questions(alone, SLUG)) == 1


@pytest.mark.parametrize("kind", ["vvg", "strategy", "item", "target_group", "project", "call", "indicator", "event"])
def test_copied_alone_every_kind_of_its_facts_can_be_searched(alone, kind):
    entries = queries.table(alone, "search_entries")
    assert set(entries["vvg"].dropna()) == {SLUG}
    assert len(entries[entries["kind"] == kind])


def test_copied_alone_every_figure_of_it_names_its_source(alone):
    for table in ("funding", "indicators", "target_groups", "projects", "calls", "events"):
        assert set(queries.table(alone, table)["source"]) <= {f"{SLUG}/S1", f"{SLUG}/S2"}


def test_the_schema_file_is_what_the_code_writes(root):
    assert (root / "data" / "vvg.schema.json").read_text(encoding="utf-8") == json_schema()
