"""Every value in the collected file of a group stands in the database, and nothing else does."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from loaders.vocabularies import Vocabularies, read_vocabularies
from tests.reconciliation import group_facts, group_keys, group_rows
from tests.reconciliation.comparison import Facts, Listed, unexplained

GROUPS = 55
ATLAS_OF_CITIES = "urban"


@pytest.fixture(scope="module")
def vocabularies(root) -> Vocabularies:
    return read_vocabularies(root / "data")


@pytest.fixture(scope="module")
def collected(shared, vocabularies) -> dict[str, dict]:
    """The collected file of every group, by its slug."""
    files = sorted((shared / "facts" / "vvg").glob("*.yaml"))
    return {file.stem: yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) for file in files}


@pytest.fixture(scope="module")
def in_database(real_database) -> dict[str, Facts]:
    return group_rows.rows(real_database)


def test_every_group_has_its_file_and_none_is_left_over(collected, real_database):
    groups = {slug for (slug,) in real_database.execute("select vvg from vvgs").fetchall()}
    assert groups == collected.keys()
    assert len(groups) == GROUPS
    assert {(tree["vvg"], tree["kind"]) for tree in collected.values()} == {(g, ATLAS_OF_CITIES) for g in groups}


def slugs() -> list[str]:
    """Groups of data/vvg, one test each."""
    return sorted(file.stem for file in (Path(__file__).parents[2] / "data" / "vvg").glob("*.yaml"))


@pytest.mark.parametrize("slug", slugs())
def test_what_was_collected_of_a_group_is_what_the_database_says(
    slug, collected, in_database, real_database, vocabularies, listed
):
    entries: list[Listed] = [entry for entry in listed if entry.vvg == slug]
    facts = group_facts.facts(collected[slug], vocabularies)
    assert sum(facts.values()) > 10
    wrong = unexplained(
        facts,
        in_database[slug],
        entries,
        group_keys.AT_LEAST,
        group_keys.TOLD,
        group_rows.words(real_database, slug),
    )
    assert wrong == []


def test_listed_differences_name_groups_that_exist(listed):
    assert {entry.vvg for entry in listed} <= {*slugs(), "national"}


def test_a_key_that_nobody_knows_is_refused(vocabularies):
    tree = {"vvg": "aukstupys", "strategies": [{"eu_period": "2014-2020", "budget_eur": 5}]}
    with pytest.raises(KeyError, match="budget_eur"):
        group_facts.facts(tree, vocabularies)
    with pytest.raises(KeyError, match="unknown meetings"):
        group_facts.facts({"vvg": "aukstupys", "meetings": [{"day": 1}]}, vocabularies)


def test_every_level_of_a_tree_is_read(vocabularies):
    measure = {
        "title": "Veiksmas",
        "src": "S1",
        "amount_eur": 10.50,
        "target_groups": ["jaunimas", "senjorai"],
    }
    tree = {"vvg": "aukstupys", "strategies": [{"goals": [{"objectives": [{"measures": [measure]}]}]}]}
    assert group_facts.facts(tree, vocabularies) == Counter(
        {
            ("measure title", "Veiksmas"): 1,
            ("measure src", "S1"): 1,
            ("amount", "10.5 | measure | S1"): 1,
            ("target group of measure", "jaunimas"): 1,
            ("target group of measure", "senjorai"): 1,
        }
    )
