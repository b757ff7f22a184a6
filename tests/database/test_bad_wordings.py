"""What a reader may search for or cite, by mistake or on purpose: an answer, never a fault."""

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from database import search
from database.connection import kept_path
from tests.corpus import lines

WORDINGS = [codecs.decode(line.encode("latin-1", "backslashreplace"), "unicode_escape") for line in lines("search.txt")]


@pytest.mark.parametrize("wording", WORDINGS, ids=ascii)
def test_any_wording_can_be_searched_for(database, wording):
    assert search.hits(database, wording) is not None


@settings(max_examples=200)
@given(st.text(max_size=80))
@example("\ud800")
@example("a\x00b")
def test_any_text_can_be_searched_for(database, wording):
    assert search.hits(database, wording) is not None


@settings(max_examples=200)
@given(st.text(max_size=80) | st.from_regex(r"[0-9a-f./*?\[\]-]{1,70}"))
def test_no_version_of_an_address_leads_out_of_the_folder(tmp_path_factory, version):
    folder = tmp_path_factory.getbasetemp()
    (folder / "atlas-0123456789ab.duckdb").touch()
    found = kept_path(version, folder)
    assert found is None or (found.parent == folder and found.name.startswith(f"atlas-{version[:12]}"))
