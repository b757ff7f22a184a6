"""The search page, drawn without a browser."""

import re

import pytest

from ui import search
from ui.search import marked


def said(app) -> str:
    kinds = ("title", "subheader", "markdown", "info")
    return "\n".join(element.value for kind in kinds for element in getattr(app, kind)).replace("\\", "")


@pytest.mark.parametrize(("lang", "title"), [("lt", "Paieška"), ("en", "Search")])
def test_without_words_the_page_offers_examples(page, lang, title):
    app = page("search", lang=lang)
    assert not app.exception
    assert app.title[0].value == title
    assert "neįgalieji" in [link.proto.label for link in app.get("page_link")]


def test_a_hit_is_marked_counted_and_linked_to_its_section(page):
    app = page("search", lang="en", q="neigalieji")
    assert not app.exception
    assert "hits for „neigalieji“" in said(app)
    assert "**neįgaliesiems**" in said(app)
    queries = [link.proto.query_string for link in app.get("page_link")]
    assert any("vvg=aukstupys" in query and "section=goals" in query for query in queries)


def test_a_filter_narrows_to_its_kind(page):
    app = page("search", lang="en", q="neigalieji", kind="item")
    assert "**neįgaliesiems**" in said(app)
    assert "Target groups · **neįgalieji**" not in said(app)


def test_every_filter_counts_what_the_others_leave_and_stays_in_the_address(page):
    assert not page("search", lang="en", q="miesto").multiselect
    everything = page("search", opened=["more_filters"], lang="en", q="miesto")
    filters = {each.label: each for each in everything.multiselect}
    assert {"EU period", "County", "Target group", "Fund", "Sum of the project, call or strategy"} <= set(filters)
    chosen = page("search", lang="en", q="tolupio", amount="unknown")
    [amount] = [each for each in chosen.multiselect if each.label.startswith("Sum of")]
    assert amount.value == ["unknown"]
    assert any(option.startswith("sum not known (") for option in amount.options)
    assert chosen.query_params["amount"] in ("unknown", ["unknown"])
    links = places_of(chosen)
    assert links
    assert all("vvg=tolupys" in query for query in links)


def test_each_page_of_the_hits_has_its_own_and_one_that_is_not_there_is_the_first(page, monkeypatch):
    monkeypatch.setattr(search, "SHOWN", 5)
    first, second, none = (page("search", lang="en", q="miesto", page=at) for at in ("1", "2", "99"))
    shown = [hits_of(app) for app in (first, second, none)]
    assert len(shown[0]) == 5
    assert shown[1] and not set(shown[0]) & set(shown[1])
    assert shown[2] == shown[0]
    assert "page" not in none.query_params


def test_of_very_many_places_of_a_hit_the_first_are_linked_and_the_others_counted(page, monkeypatch):
    every = page("search", lang="en", q="senjorai")
    assert len(places_of(every)) == 9
    assert not any("narrow" in each.value for each in every.caption)
    monkeypatch.setattr(search, "MOST_PLACES", 2)
    few = page("search", lang="en", q="senjorai", kind="target_group")
    assert len(places_of(few)) < 9
    assert any(re.fullmatch(r"and \d more: filters narrow them", each.value) for each in few.caption)


def places_of(app) -> list[str]:
    return [link.proto.query_string for link in app.get("page_link") if "vvg=" in link.proto.query_string]


def hits_of(app) -> list[str]:
    return [element.value for element in app.markdown if element.value.startswith(":gray[")]


def test_a_choice_of_which_nothing_is_left_can_be_taken_back(page):
    app = page("search", lang="en", q="miesto", amount="500000-1000000", kind="vvg", period="2021-2027")
    assert not app.exception
    assert "None of these hits fits all filters" in said(app)
    assert [each.value for each in app.multiselect if each.label == "EU period"] == [["2021-2027"]]


def test_an_empty_answer_says_what_to_do(page):
    app = page("search", lang="en", q="kosmonautai")
    assert not app.exception
    assert "Use fewer or other words" in said(app)
    assert app.get("page_link")


def test_some_words_are_enough_and_it_is_said(page):
    assert "some of them" in said(page("search", lang="en", q="senjorai kosmonautai"))


def test_a_wording_of_the_group_is_marked_only_as_a_whole():
    wordings = (("neigal",), ("asmen", "negal"))
    assert marked("asmenims ir neįgaliesiems", wordings) == "asmenims ir **neįgaliesiems**"
    assert marked("asmenys su negalia", wordings) == "**asmenys** su **negalia**"


def test_a_long_text_is_cut_around_the_first_hit():
    text = "žodis " * 60 + "senjorai " + "kitas " * 60
    shown = marked(text, (("senjor",),))
    assert "**senjorai**" in shown
    assert shown.startswith("… ")
    assert len(shown) < 300


def test_text_of_the_data_is_no_markup():
    assert marked("[spausk](http://x) **senjorai**", (("senjor",),)).count("**") == 2
