"""A YAML file as a tree of plain text in which every place knows its line; all else is refused."""

from itertools import pairwise

import pytest

from loaders.problems import BuildRefused, Problem
from loaders.yaml_lines import LARGEST_FILE, Lines, read


@pytest.fixture
def read_text(tmp_path):
    """`read_text("a: 1")`: the tree and the lines of a file with this content."""

    def of(content: str | bytes) -> tuple[object, Lines]:
        file = tmp_path / "record.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(file, "data/record.yaml")

    return of


@pytest.fixture
def refusal(read_text):
    """`refusal(content)`: the one problem for which a file is refused."""

    def of(content: str | bytes) -> Problem:
        with pytest.raises(BuildRefused) as caught:
            read_text(content)
        [problem] = caught.value.problems
        assert problem.file == "data/record.yaml"
        return problem

    return of


def test_every_scalar_stays_the_text_that_was_written(read_text):
    tree, _ = read_text("{a: no, b: 08, c: 2016-07, d: 1e5, e: ~, f: , g: '', h: 0x10, i: 12:30}")
    assert tree == {
        "a": "no", "b": "08", "c": "2016-07", "d": "1e5", "e": None, "f": None, "g": "", "h": "0x10", "i": "12:30",
    }  # fmt: skip


def test_every_place_has_the_line_of_its_key_or_item(read_text):
    _, lines = read_text("a:\n  b:\n    - x\n    -\n      c: 1\nd: {e: 1,\n  f: 2}\n")
    assert lines["a",] == 1
    assert lines["a", "b"] == 2
    assert lines["a", "b", 1, "c"] == 5
    assert lines["d", "f"] == 7


def test_a_place_that_is_not_there_has_the_line_of_what_holds_it(read_text):
    _, lines = read_text("a:\n  - b: 1\n")
    assert lines["a", 0, "src"] == 2
    assert lines["nothing", "at", "all"] == 1
    assert lines.below("a", 0)["b",] == 2
    assert lines.below("a", 0)["not there",] == 2


def test_a_byte_order_mark_is_no_part_of_the_first_key(read_text):
    assert read_text(b"\xef\xbb\xbfvvg: a\n")[0] == {"vvg": "a"}


def test_windows_line_ends_count_as_one(read_text):
    tree, lines = read_text("a: 1\r\nb: 2\r\n")
    assert (tree, lines["b",]) == ({"a": "1", "b": "2"}, 2)


@pytest.mark.parametrize("content", ["", "\n\n", "# a comment alone\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(refusal, content):
    assert refusal(content).what == "the file is empty"
    assert "vvg_template.yaml" in refusal(content).mend


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a: 1\nb: Žvejų\n".encode("cp1257"), 2),
        ("a: 1\n".encode("utf-16"), 1),
        (b"a: 1\nb: 2\nc: \xff\n", 3),
    ],
    ids=["windows-1257", "utf-16", "a broken byte"],
)
def test_another_encoding_is_named_with_its_line(refusal, content, line):
    assert (refusal(content).what, refusal(content).line) == ("the file is not UTF-8", line)
    assert refusal(content).mend == "save it as UTF-8"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a: 1\nb\nc: 2\n", 3),
        ("a: 1\nb:\n\tc: 2\n", 3),
        ("a: 1\nb: [1, 2\n", 3),
        ('a: 1\nb: "2\n', 3),
        ("a: 1\nb: 2: 3\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: 1\nb: \x07\n", 2),
        ("a: 1\nb: \x00\n", 2),
    ],
    ids=["no colon", "tab", "open list", "open quote", "two colons", "two documents", "bell", "nul"],
)
def test_broken_yaml_is_named_with_its_line(refusal, content, line):
    problem = refusal(content)
    assert problem.what.startswith("not valid YAML: ")
    assert problem.line == line
    assert "indents" in problem.mend


@pytest.mark.parametrize(
    "content", ["a: 1\nb: !!python/object/apply:os.system [ls]", "a: 1\nb: !x 1", "a: 1\nb: !!binary YQ=="]
)
def test_a_tag_is_refused(refusal, content):
    assert refusal(content).what.startswith("the tag ")
    assert refusal(content).line == 2


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in pairwise("abcdefghi"))


@pytest.mark.parametrize(
    "content",
    ["a: &a 1\nb: *a", "a: &a [*a]", "a: &a {b: 1}\nc: {<<: *a}", BOMB],
    ids=["alias", "ring", "merge", "bomb"],
)
def test_an_anchor_is_refused(refusal, content):
    assert refusal(content).what == "an anchor is used"
    assert refusal(content).line == 1


@pytest.mark.parametrize("content", ["[" * 500_000, "{a: " * 200_000, "a: " + "[" * 50 + "]" * 50, "- " * 200_000])
def test_deep_nesting_is_refused_before_it_fills_the_stack(refusal, content):
    assert refusal(content).what == "nested too deeply"


def test_a_file_far_larger_than_any_record_is_not_read(refusal):
    assert refusal("# " + "x" * LARGEST_FILE).what == "the file is larger than 2 MB"


def test_a_key_that_stands_twice_is_named(refusal):
    problem = refusal("a:\n  b: 1\n  c: 2\n  b: 3\n")
    assert (problem.what, problem.line) == ("the key 'b' stands twice", 4)


def test_a_key_that_is_no_word_is_refused(refusal):
    assert refusal("a: 1\n? [b]\n: c\n").what == "a key is not a word"
