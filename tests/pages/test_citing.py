"""Every page can be cited, and every page takes a report of an error, as it stands in its address."""

import pytest

from ui.stops import STOPS

PLACES = {
    "data": ({"section": "sources"}, "data", "Duomenys: Šaltiniai"),
    "method": ({}, "method", "Metodas"),
    "search": ({"q": "kosmonautai"}, "search", "Paieška: kosmonautai"),
    "gaps": ({"vvg": "aukstupys"}, "gaps", "Ko nežinome"),
}
"""Page: its choices, the name of its buttons and the title under which it is cited."""


@pytest.mark.parametrize("name", PLACES)
def test_a_page_is_cited_and_reported_as_it_stands_in_its_address(page, name):
    query, key, title = PLACES[name]
    app = page(name, opened=(f"cite_{key}", f"report_{key}"), **query)
    assert not app.exception
    [cited, message] = [code.value for code in app.code if "v=" in code.value]
    assert title in cited
    assert f"Puslapis: {title}" in message
    for text in (cited, message):
        assert f"/{STOPS[name].path}?" in text
        assert all(f"{choice}={value}" in text for choice, value in query.items())


def test_a_search_that_found_something_has_the_buttons_too(page):
    app = page("search", opened=("cite_search",), q="neigalieji")
    assert any("neigalieji" in code.value for code in app.code)


def test_no_button_opens_an_empty_list_of_sources(page):
    labels = [popover.proto.popover.label for popover in page("gaps").get("popover")]
    assert labels
    assert "0 šaltinių" not in labels
