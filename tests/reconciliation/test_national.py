"""Every value in the collected national file stands in the database, and no figure or order is added unsaid."""

import pytest
import yaml

from tests.reconciliation import national_facts, national_keys, national_rows
from tests.reconciliation.comparison import unexplained

CONTRADICTIONS_TOLD = 15


@pytest.fixture(scope="module")
def collected(shared) -> dict:
    return yaml.load((shared / "facts" / "national.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def test_what_was_collected_of_the_country_is_what_the_database_says(collected, real_database, listed):
    facts = national_facts.facts(collected)
    assert facts["question", "one"] == CONTRADICTIONS_TOLD
    assert sum(times for (kind, _), times in facts.items() if kind == "status of a strategy") == 64
    wrong = unexplained(
        facts,
        national_rows.rows(real_database),
        [entry for entry in listed if entry.vvg == "national"],
        national_keys.AT_LEAST,
        set(national_keys.TOLD.values()),
        national_rows.words(real_database),
    )
    assert wrong == []


def test_a_key_that_nobody_knows_is_refused(collected):
    with pytest.raises(KeyError, match=r"totals\.mean_eur"):
        national_facts.facts(collected | {"totals": [{"mean_eur": 5, "src": "N01"}]})
