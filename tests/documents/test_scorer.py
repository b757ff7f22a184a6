"""The scorer counts what is right, sees what is wrong or missing, and forgives only what the truth forgives."""

from copy import deepcopy

import pytest
import yaml

from loaders.vocabularies import read_vocabularies
from tests.documents.likeness import Values
from tests.documents.scorer import HERE, score

RECORD = {
    "vvg": "pavyzdys",
    "name": "Pavyzdžio miesto vietos veiklos grupė",
    "city": "Pavyzdys",
    "strategies": [
        {
            "eu_period": "2014-2020",
            "period": "2016-2022",
            "approvals": [{"authority": "vidaus reikalų ministras", "order": "1V-505", "date": "2016-07-20"}],
            "funding": [
                {"amount_eur": 327863, "scope": "strategy", "stage": "allocated", "funds": ["ESF", "VB"]},
                {"amount_eur": 40000, "scope": "administration"},
            ],
            "goals": [
                {
                    "code": "1",
                    "title": "Mažinti socialinę atskirtį",
                    "actions": [
                        {
                            "code": "1.1",
                            "title": "Pagalba namuose",
                            "target_groups": ["neįgalieji"],
                            "indicators": [{"name": "projektai", "value": 6, "unit": "projektai", "state": "planned"}],
                        }
                    ],
                }
            ],
            "indicators": [
                {"name": "dalyviai", "value": 362, "unit": "dalyviai", "state": "planned", "bound": "at_least"}
            ],
            "calls": [{"number": "1", "opened": "2018-05-01", "closed": "2018-07-01"}],
        }
    ],
}


@pytest.fixture(scope="module")
def values(root):
    return Values(read_vocabularies(root / "data"))


def changed(change) -> dict:
    """The record after a change of its strategy."""
    record = deepcopy(RECORD)
    change(record["strategies"][0])
    return record


def test_the_truth_itself_is_all_right(values):
    found = score(RECORD, RECORD, values)
    assert (found.precision(), found.recall(), found.remarks) == (1.0, 1.0, [])
    assert found.given["amounts"] == 2
    assert found.given["dates"] == 3


def test_other_endings_quotes_and_stops_are_the_same(values):
    def change(strategy):
        strategy["goals"][0]["title"] = "„MAŽINTI SOCIALINĘ ATSKIRTĮ“."
        strategy["goals"][0]["actions"][0]["target_groups"] = ["neįgaliesiems"]
        strategy["indicators"][0]["name"] = "projektų veiklų dalyviai"
        strategy["calls"][0]["number"] = "Nr. 01"

    assert score(changed(change), RECORD, values).remarks == []


@pytest.mark.parametrize(
    ("change", "line", "in_precision", "in_recall"),
    [
        (lambda s: s["funding"].append({"amount_eur": 14500000, "scope": "strategy"}), "amounts", True, False),
        (lambda s: s["funding"][1].update(scope="strategy"), "amounts", True, True),
        (lambda s: s["calls"][0].update(closed="2018-07-02"), "dates", True, True),
        (lambda s: s["approvals"].append({"authority": "meras", "date": "2016-01-01"}), "dates", True, False),
        (lambda s: s["funding"].pop(), "funding", False, True),
        (lambda s: s["funding"][0].update(stage="paid"), "funding words", True, True),
        (lambda s: s["indicators"][0].pop("bound"), "indicator words", False, True),
        (lambda s: s["indicators"][0].update(state="achieved"), "indicator", True, True),
        (lambda s: s.update(actions=s["goals"][0].pop("actions")), "item parent", False, True),
        (lambda s: s["goals"].append({"title": "Skip to content"}), "item", True, False),
        (lambda s: s.update(target_groups=["neįgalieji"]), "target group", True, False),
        (lambda s: s["goals"][0]["actions"][0]["target_groups"].clear(), "target group", False, True),
        (lambda s: s.update(period="2016-2023"), "strategy period", True, True),
    ],
)
def test_an_error_is_seen_where_it_is(values, change, line, in_precision, in_recall):
    found = score(changed(change), RECORD, values)
    assert (found.precision(line) < 1.0) is in_precision
    if line not in ("amounts", "dates"):
        assert (found.recall(line) < 1.0) is in_recall
        assert (found.precision() < 1.0) is in_precision
        assert (found.recall() < 1.0) is in_recall
    assert any(f": {line}: " in remark for remark in found.remarks) or line.endswith("words")


def test_what_the_truth_makes_optional_or_alternative_is_forgiven(values):
    def looser(strategy):
        strategy["funding"][1]["optional"] = True
        strategy["goals"][0]["actions"][0]["target_groups"] = [
            {"any_of": [["neįgalieji ir senjorai"], ["neįgalieji", "senjorai"]]}
        ]
        strategy["approvals"][0]["authority"] = {"any_of": ["meras", None]}

    def change(strategy):
        strategy["funding"].pop()
        strategy["goals"][0]["actions"][0]["target_groups"] = ["senjorai", "neįgalieji"]
        strategy["approvals"][0]["authority"] = None

    assert score(changed(change), changed(looser), values).remarks == []


def test_alternatives_forgive_no_third_reading(values):
    def looser(strategy):
        strategy["goals"][0]["actions"][0]["target_groups"] = [{"any_of": [["neįgalieji ir senjorai"], ["neįgalieji"]]}]

    def change(strategy):
        strategy["goals"][0]["actions"][0]["target_groups"] = ["jaunimas"]

    found = score(changed(change), changed(looser), values)
    assert found.right["target group"] == 0
    assert found.given["target group"] == found.wanted["target group"] == 1


def test_an_item_without_a_title_only_holds_a_place(values):
    def untitled(strategy):
        del strategy["goals"][0]["title"]

    def bare(strategy):
        strategy["actions"] = strategy.pop("goals")[0]["actions"]

    assert score(changed(bare), changed(untitled), values).remarks == []


def test_an_empty_draft_finds_nothing(values):
    for truth in sorted((HERE / "open").glob("*.yaml")):
        found = score({"strategies": []}, yaml.safe_load(truth.read_text(encoding="utf-8")), values)
        assert found.recall() == 0.0
        assert found.wanted.total() > 15
