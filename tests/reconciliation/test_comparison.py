"""The comparison finds what is lost, what is added, and entries of the list that nothing needs."""

from collections import Counter

import pytest

from tests.reconciliation.comparison import Listed, listed_differences, unexplained

FACTS = Counter({("amount", "10"): 2, ("title", "A"): 1, ("name", "„Verslo“ pradžia"): 1})


def entry(kind: str, **values: list[str]) -> Listed:
    return Listed("aukstupys", kind, "because", values.get("facts", []), values.get("database", []))


def test_nothing_is_wrong_where_both_sides_say_the_same_as_often():
    assert unexplained(FACTS, FACTS, []) == []


def test_a_value_that_stands_once_less_is_lost_and_one_too_many_is_told():
    database = Counter({("amount", "10"): 1, ("title", "A"): 1, ("name", "„Verslo“ pradžia"): 2})
    assert unexplained(FACTS, database, []) == [
        "lost: amount: 10",
        "only in the database: name: „Verslo“ pradžia",
    ]
    assert unexplained(FACTS, database, [], at_least={"name"}) == ["lost: amount: 10"]


def test_a_listed_difference_is_no_fault_and_a_needless_entry_is():
    database = FACTS - Counter({("title", "A"): 1})
    needed = entry("title", facts=["A"])
    assert unexplained(FACTS, database, [needed]) == []
    [fault] = unexplained(FACTS, database, [needed, needed])
    assert fault == "aukstupys: listed but no difference (facts): title: A"


def test_left_out_words_of_an_entry_stand_for_any():
    facts, database = Counter({("title", "Vadovauja Jonas"): 1}), Counter({("title", "Vadovauja […]"): 1})
    words = "Vadovauja […]"
    assert unexplained(facts, database, [entry("title", facts=[words], database=[words])]) == []


def test_a_told_value_only_has_to_stand_somewhere():
    names = Counter({("name", "Verslo pradžia"): 3})
    assert unexplained(names, Counter(), [], told={"name"}, said="kita – verslo pradžia ir toliau") == []
    assert len(unexplained(names, Counter(), [], told={"name"}, said="kita")) == 3


@pytest.mark.parametrize("text", ["- {vvg: a, kind: b, reason: c}", "- {vvg: a, kind: b, facts: [x], reason: ''}"])
def test_an_entry_without_a_reason_or_values_is_refused(tmp_path, text):
    file = tmp_path / "list.yaml"
    file.write_text(text)
    with pytest.raises(ValueError, match="reason and values"):
        listed_differences(file)
