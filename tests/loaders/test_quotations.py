"""Does a quotation stand in a text: whatever a page did to its spaces, quotes and dashes, and never by chance."""

import doctest
import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.quotations import Text, comparable


@pytest.mark.parametrize(
    "name",
    ["quotations", "documents.draft_yaml", "documents.publishers", "polite.guarded", "polite.robots"],
)
def test_the_examples_in_the_code_hold(name):
    outcome = doctest.testmod(importlib.import_module(f"loaders.{name}"))
    assert outcome.attempted > 0
    assert outcome.failed == 0


@pytest.mark.parametrize(
    ("quotation", "stands"),
    [
        ("skirta 327 863 Eur", True),
        ("SKIRTA 327 863 EUR", True),
        ("„Senjorų klubas“ – 40 dalyvių", True),
        ('"Senjorų klubas" - 40 dalyvių', True),
        ("iš viso – 2,5 mln.", True),
        ("1. Mažinti atskirtį", True),
        ("Mažinti atskirtį 2. Didinti", True),
        ("skirta […] dalyvių", True),
        ("skirta 327 863 Eur … 2,5 mln.", True),
        ("2,5 mln. … skirta 327 863 Eur", False),
        ("skirta 327 86", False),
        ("27 863 Eur", False),
        ("5 mln.", False),
        ("skirta 327 864 Eur", False),
        ("dalyvi", False),
        ("…", False),
        ("", False),
    ],
)
def test_what_stands_in_a_text(quotation, stands):
    text = Text(
        "Skirta\n327\u00a0863 Eur. Projektas „Senjorų\u00ad klubas” — 40 dalyvių | iš viso - 2,5 mln.\n"
        "1. Mažinti atskirtį\n2. Didinti užimtumą"
    )
    assert text.holds(quotation) is stands


WORDS = st.lists(st.text("abąž19", min_size=1, max_size=5), min_size=1, max_size=8).map(" ".join)


@given(WORDS, WORDS, WORDS)
def test_what_was_quoted_is_found_wherever_it_stands(before, words, after):
    assert Text(f"{before} {words}\n{after}").holds(words)
    assert Text(f"{before}. „{words.upper()}“ – {after}").holds(words)


@given(st.text())
def test_comparing_twice_changes_nothing(text):
    assert comparable(comparable(text)) == comparable(text)


@given(st.text(), st.text())
def test_no_text_ends_the_search(text, quotation):
    assert Text(text).holds(quotation) in (True, False)
