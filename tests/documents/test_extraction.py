"""Drafts made from documents whose truth is known: how much is found, and how much of it is so."""

import pytest

from tests.documents.scorer import Score, documents, score_of, table

PARTS = ("open", "held", "seeds")


@pytest.fixture(scope="module", params=PARTS)
def total(request: pytest.FixtureRequest) -> Score:
    """The score of one part of the documents."""
    found = documents(request.param)
    if not found:
        pytest.skip(f"no documents of {request.param} here")
    return score_of(found)


def test_what_a_draft_says_is_so(total):
    assert total.precision() >= 0.97, table(total)


def test_a_draft_says_nearly_all_that_the_documents_say(total):
    assert total.recall() >= 0.90, table(total)


@pytest.mark.parametrize("line", ["amounts", "dates"])
def test_no_sum_and_no_date_is_wrong(total, line):
    wrong = [remark for remark in total.remarks if f": {line}: " in remark]
    assert total.precision(line) == 1.0, "\n".join(wrong)
