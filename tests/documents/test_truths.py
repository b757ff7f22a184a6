"""The truths themselves: of the form of a record, in its vocabularies, every figure of theirs in the document."""

import re
from decimal import Decimal

import pytest
import yaml

from loaders.documents.reading import read
from loaders.normalise.dates import partial_date
from loaders.proofs import amount_is_proven, date_is_proven, number_is_proven
from loaders.records import Amount, Call, Indicator, Project, Strategy, VvgRecord
from loaders.vocabularies import read_vocabularies
from tests.documents.facts import Fact, facts
from tests.documents.likeness import readings
from tests.documents.matching import DATES
from tests.documents.scorer import HERE, PARTS, SUFFIXES, documents

PAIRS = documents(*PARTS)
FIGURES = ("value", "residents", "area_ha", "linked_area_ha", "support_percent", "score", "duration_months")
SCHEMES = {"scope": "scopes", "stage": "stages", "role": "roles", "concept": "concepts", "state": "indicator_states"}
MONTH = re.compile(
    r"(?<!\d m\. )\b((?:saus|vasar|kov|baland|geguž|biržel|liep|rugpj|rugsėj|spal|lapkr|gruod)\w+ )", re.IGNORECASE
)
ADDED = {"optional", "levels", "source"}


def every(tree: object) -> object:
    """A truth with all alternative entries of its lists, one after the other."""
    if isinstance(tree, dict):
        return {key: every(value) for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    entries: list[object] = []
    for entry in tree:
        if isinstance(entry, dict) and set(entry) == {"any_of"}:
            options = [option if isinstance(option, list) else [option] for option in entry["any_of"]]
            entries += every([part for option in options for part in option])
        else:
            entries.append(every(entry))
    return entries


@pytest.fixture(scope="module", params=PAIRS, ids=lambda pair: pair[0].name)
def told(request: pytest.FixtureRequest) -> tuple[str, dict, list[Fact]]:
    """The text of a document, its truth and all facts of it."""
    document, truth = request.param
    tree = every(yaml.safe_load(truth.read_text(encoding="utf-8")))
    return read(document.read_bytes(), document.name).text, tree, facts(tree)


def test_every_document_has_a_truth_and_every_truth_a_document():
    for part in ("open", "held"):
        files = [path for path in (HERE / part).glob("*.*") if path.is_file()]
        names = {path.stem for path in files if path.suffix in SUFFIXES}
        assert names == {path.stem for path in files if path.suffix == ".yaml"}


def test_the_keys_of_a_truth_are_those_of_a_record(told):

    assert set(told[1]) - ADDED <= set(VvgRecord.model_fields)
    for strategy in told[1]["strategies"]:
        assert set(strategy) - ADDED <= set(Strategy.model_fields)
    for fact in told[2]:
        form = {"funding": Amount, "indicator": Indicator, "project": Project, "call": Call}.get(fact.field)
        assert form is None or set(fact.values) <= set(form.model_fields), fact


def test_codes_of_a_truth_are_in_the_vocabularies(told, root):
    vocabularies = read_vocabularies(root / "data")
    for fact in told[2]:
        for key, scheme in SCHEMES.items():
            for value in readings(fact.values.get(key)):
                assert value is None or value in vocabularies.schemes[scheme], (fact, key)
        for funds in readings(fact.values.get("funds")):
            assert all(vocabularies.code("funds", fund) for fund in funds or [])


def test_every_figure_of_a_truth_stands_in_its_document(told):
    text, _, found = told
    for fact in found:
        for amount in readings(fact.values.get("amount_eur")):
            assert amount is None or amount_is_proven(Decimal(str(amount)), [text]), fact
        for key in FIGURES:
            for value in readings(fact.values.get(key)):
                assert value is None or number_is_proven(Decimal(str(value)), [text]), (fact, key)


def test_every_date_of_a_truth_stands_in_its_document_or_its_year_is_said_nearby(told):
    text, _, found = told
    apart = re.sub(r" [–-] ", "\n", text)
    for fact in found:
        for key in DATES & fact.values.keys() - {"published"}:
            for value in readings(fact.values[key]):
                if value is None:
                    continue
                date = partial_date(value)
                of_that_year = MONTH.sub(rf"{date.first.year} m. \1", apart)
                assert date_is_proven(date, [text, apart, of_that_year]), (fact, key)
