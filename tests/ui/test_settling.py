"""What lives costs no collection, and what is left in cycles is freed all the same."""

import gc
import time
import weakref
from collections.abc import Iterator

import pytest

from ui import settling


class Left:
    """Something that a session leaves behind, tied into a cycle."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    settling._drawn.clear()
    gc.unfreeze()


def test_what_lives_when_a_page_is_drawn_is_not_looked_through_again():
    left = Left()
    seen = weakref.ref(left)
    settling.settle()
    assert gc.get_freeze_count() > 1000
    del left
    gc.collect()
    assert seen() is not None


def test_a_collection_of_everything_frees_what_was_set_aside():
    left = Left()
    seen = weakref.ref(left)
    settling.settle()
    del left
    settling.collect_everything()
    assert seen() is None
    assert gc.get_freeze_count() > 1000


def wait_until(true) -> bool:
    end = time.monotonic() + 30
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


def test_it_comes_by_itself_after_a_page_was_drawn_and_only_then():
    left = Left()
    seen = weakref.ref(left)
    gc.freeze()
    del left
    ended = settling.begin(every=0.05)
    try:
        time.sleep(0.5)
        assert seen() is not None
        settling.settle()
        assert wait_until(lambda: seen() is None)
    finally:
        ended.set()
