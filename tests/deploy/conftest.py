"""The door of deploy/ before two processes of the invented world."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.door import Site, standing


@pytest.fixture(scope="session")
def site(atlas_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Two processes on the invented world, and nginx before them."""
    with standing(atlas_build, tmp_path_factory.mktemp("nginx")) as site:
        yield site
