"""What the tests of this room share: the list of the differences that are meant."""

import pytest

from tests.reconciliation.comparison import Listed, listed_differences


@pytest.fixture(scope="session")
def listed(root) -> list[Listed]:
    """The entries of tests/reconciliation_differences.yaml."""
    return listed_differences(root / "tests" / "reconciliation_differences.yaml")
