"""What a reader may write in an address, by mistake or on purpose: a page, never a traceback."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus import lines
from tests.examples import tried
from ui.stops import STOPS

PAGES = list(STOPS)
KEYS = sorted({key for query in lines("address.txt") for key in parse_qs(query, keep_blank_values=True)} - {""})
VALUES = st.text(max_size=20) | st.sampled_from(
    ["2014-2020", "aukstupys", "ESF", "en", "1", "true", "money", "nan", "-1", "\u202e", "💶", "participants"]
)


@pytest.mark.parametrize(("number", "query"), list(enumerate(lines("address.txt"))))
def test_any_address_gives_a_page(page, number, query):
    asked = parse_qs(query, keep_blank_values=True)
    app = page(PAGES[number % len(PAGES)], **{key: values for key, values in asked.items() if key})
    assert not app.exception
    assert app.title
    assert not [each for each in app.error if "ui/" in each.value or "Traceback" in each.value]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_bears_every_parameter_at_once(page, name):
    asked: dict[str, list[str]] = {}
    for query in lines("address.txt"):
        for key, values in parse_qs(query, keep_blank_values=True).items():
            asked.setdefault(key, []).extend(values)
    asked.pop("", None)
    app = page(name, **asked)
    assert not app.exception
    assert app.title


@tried(12)
@given(
    st.sampled_from(PAGES), st.dictionaries(st.sampled_from(KEYS), st.lists(VALUES, min_size=1, max_size=3), max_size=8)
)
def test_an_address_that_nobody_thought_of_gives_a_page(page, name, query):
    app = page(name, **query)
    assert not app.exception
    assert app.title
