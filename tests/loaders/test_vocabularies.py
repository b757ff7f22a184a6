"""The words of the field: which code a wording means, and what is wrong with a list of them."""

import pytest

from loaders.problems import BuildRefused
from loaders.vocabularies import Vocabularies, read_vocabularies
from loaders.yaml_lines import read

COLOURS = """\
red: {lt: Raudona, en: Red, wordings: [raudona, žiežirbų spalva], order: 20, colour: "#FF0000"}
dark_red: {lt: Sodriai raudona, en: Deep red, parent: red, wordings: [sodri raudona], not_wordings: [sutema], order: 10}
"""


@pytest.fixture
def read_list(tmp_path):
    """`read_list(text)`: the vocabularies of a data folder with this one list of colours."""

    def of(text: str) -> Vocabularies:
        folder = tmp_path / "data" / "vocabularies"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "colours.yaml").write_text(text, encoding="utf-8")
        return read_vocabularies(tmp_path / "data")

    return of


@pytest.mark.parametrize("wording", ["red", "Raudona", "RAUDONA", "žiežirbų spalva", "ziezirbu  spalva"])
def test_a_whole_value_means_a_code_by_its_code_name_or_wording(read_list, wording):
    assert read_list(COLOURS).code("colours", wording) == "red"


def test_an_unknown_value_is_met_with_the_nearest_codes(read_list):
    with pytest.raises(KeyError, match=r"data/vocabularies/colours.yaml.*did you mean dark_red, red\?"):
        read_list(COLOURS).code("colours", "darkred")
    with pytest.raises(KeyError, match="it has red, dark_red"):
        read_list(COLOURS).code("colours", "žvejai")


def test_a_phrase_means_every_code_of_which_a_wording_stands_in_it_the_main_one_first(read_list):
    words = read_list(COLOURS)
    assert words.codes("colours", "namas sodrios raudonos spalvos") == ["dark_red", "red"]
    assert words.codes("colours", "Raudonąją žuvį") == ["red"]
    assert words.codes("colours", "sodri raudona sutema") == ["red"]
    assert words.codes("colours", "žalia") == []


def test_every_term_becomes_a_row_with_its_place_and_properties(read_list):
    rows = [row for table, row in read_list(COLOURS).rows() if table == "vocabulary"]
    assert [(row["code"], row["position"], row["parent"]) for row in rows] == [("red", 0, None), ("dark_red", 1, "red")]
    assert rows[0]["properties"] == '{"colour": "#FF0000", "order": 20}'
    assert rows[0]["wordings"] == "raudona\nžiežirbų spalva"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (COLOURS.replace("en: Red, ", ""), 1, "'en' is missing"),
        (COLOURS.replace("wordings: [sodri", "wording: [sodri"), 2, "unknown key 'wording'"),
        (COLOURS.replace("parent: red", "parent: reed"), 2, "the parent 'reed' of 'dark_red' is no code of this file"),
        (COLOURS.replace("#FF0000", "raudona"), 1, "colour: String should match"),
        (COLOURS.replace("order: 10", "order: ten"), 2, "order: Input should be a valid integer"),
        ("- red\n", 1, "not a list of codes"),
        ("red: 1\n", 1, "the file: not a list of keys and values"),
        ("", 1, "the file is empty"),
    ],
)
def test_what_is_wrong_with_a_list_is_named_with_its_line(read_list, text, line, what):
    with pytest.raises(BuildRefused) as caught:
        read_list(text)
    [problem] = caught.value.problems
    assert (problem.file, problem.line) == ("data/vocabularies/colours.yaml", line)
    assert problem.what.startswith(what)


def test_the_faults_of_all_lists_are_told_at_once(read_list, tmp_path):
    folder = tmp_path / "data" / "vocabularies"
    folder.mkdir(parents=True)
    (folder / "shapes.yaml").write_text("round: {lt: Apvalus}\n", encoding="utf-8")
    with pytest.raises(BuildRefused) as caught:
        read_list(COLOURS.replace("parent: red", "parent: reed"))
    assert [problem.file for problem in caught.value.problems] == [
        "data/vocabularies/colours.yaml",
        "data/vocabularies/shapes.yaml",
    ]


def test_the_terms_of_the_atlas_have_both_names_and_distinct_ones(vocabularies):
    for scheme, terms in vocabularies.schemes.items():
        names = [term.lt for term in terms.values()]
        # Columns are explained in sentences, and two of them may mean the same.
        assert len(set(names)) == len(names) or scheme == "columns", scheme
        assert all(term.lt.strip() and term.en.strip() for term in terms.values()), scheme


@pytest.mark.parametrize(
    "scheme", ["funds", "stages", "roles", "scopes", "statuses", "source_kinds", "missing_reasons"]
)
def test_no_whole_value_means_two_codes_of_the_atlas(vocabularies, scheme):
    seen: dict[str, str] = {}
    for code, term in vocabularies.schemes[scheme].items():
        for wording in {code, term.lt, *term.wordings}:
            assert seen.setdefault(wording.casefold(), code) == code


def test_the_lists_of_the_atlas_are_utf_8_without_tricks(root):
    for file in sorted((root / "data" / "vocabularies").glob("*.yaml")):
        tree, _ = read(file, file.name)
        assert tree
