"""A tree held against its form: every fault has its line, its key and a way to mend it."""

import pytest
from pydantic import BaseModel, Field

from loaders.forms import validated
from loaders.problems import BuildRefused, Problem
from loaders.records import Form, VvgRecord
from loaders.yaml_lines import Lines


class Leaf(Form):
    size: int
    colour: str | None = None


class Tree(Form):
    trunk: Leaf
    leaves: tuple[Leaf, ...] = ()
    by_name: dict[str, Leaf] = Field({})


LINES = Lines({(): 1, ("by_name",): 2, ("leaves",): 3, ("leaves", 0): 4, ("leaves", 0, "size"): 5})


def problems(tree: object, form: type[BaseModel] = Tree) -> list[Problem]:
    with pytest.raises(BuildRefused) as caught:
        validated(form, tree, LINES, "data/tree.yaml")
    return caught.value.problems


def test_what_fits_the_form_becomes_a_record():
    tree = validated(Tree, {"trunk": {"size": "3"}, "leaves": [{"size": "1", "colour": "green"}]}, LINES, "tree.yaml")
    assert tree.trunk.size == 3
    assert tree.leaves[0].colour == "green"


def test_all_faults_are_told_at_once_in_the_order_of_lines():
    found = problems({"leaves": [{"size": "many", "color": "green"}]})
    assert [(problem.line, problem.what.split(" (")[0]) for problem in found] == [
        (1, "'trunk' is missing"),
        (4, "unknown key 'color'"),
        (5, "leaves.0.size: Input should be a valid integer, unable to parse string as an integer"),
    ]


@pytest.mark.parametrize(
    ("tree", "mend"),
    [
        ({"trunk": {"size": "1", "colr": "x"}}, "did you mean 'colour'?"),
        ({"trunk": {"size": "1"}, "leafs": []}, "did you mean 'leaves'?"),
        ({"trunk": {"size": "1"}, "by_name": {"a": {"size": "1", "colours": ""}}}, "did you mean 'colour'?"),
        ({"trunk": {"size": "1", "qqq": "x"}}, "see data/vvg_template.yaml"),
    ],
)
def test_an_unknown_key_is_met_with_the_nearest_of_its_part(tree, mend):
    [problem] = problems(tree)
    assert problem.what.startswith("unknown key")
    assert problem.mend == mend


def test_a_missing_key_says_where_to_look():
    [problem] = problems({"trunk": {"colour": "brown"}})
    assert str(problem) == "data/tree.yaml:1: 'size' is missing; add 'size:' here; see data/vvg_template.yaml"


@pytest.mark.parametrize("tree", ["a word", ["a", "list"], None])
def test_a_file_that_is_no_record_is_told_so_in_plain_words(tree):
    [problem] = problems(tree)
    assert problem.what.startswith("the file: not a list of keys and values")


def test_a_part_that_may_be_a_text_is_blamed_once():
    record = {
        "vvg": "a", "name": "a", "city": "a", "municipality": "a", "sources": {},
        "strategies": [{"eu_period": "2014-2020", "goals": [{"src": "S1", "target_groups": [{"name": "a"}]}]}],
    }  # fmt: skip
    [problem] = problems(record, VvgRecord)
    assert problem.what == "'src' is missing"


def test_what_was_written_is_quoted_but_not_at_length():
    [problem] = problems({"trunk": {"size": "x" * 1000}})
    assert "(written: 'xxx" in problem.what
    assert len(problem.what) < 250


def test_problems_are_sorted_and_told_once():
    one, other = Problem("b.yaml", 1, "x", "y"), Problem("a.yaml", 9, "x", "y")
    refused = BuildRefused([one, other, one])
    assert refused.problems == [other, one]
    assert str(refused) == "a.yaml:9: x; y\nb.yaml:1: x; y"
