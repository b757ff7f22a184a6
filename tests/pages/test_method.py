"""The page on method, drawn without a browser."""

import pytest

from tests.pages.conftest import written


def said(app) -> str:
    kinds = ("title", "subheader", "markdown", "caption", "code")
    return "\n".join(element.value for kind in kinds for element in getattr(app, kind)).replace("\\", "")


@pytest.mark.parametrize(("lang", "title"), [("lt", "Metodas"), ("en", "Method")])
def test_the_page_opens_in_both_languages(page, lang, title):
    app = page("method", lang=lang)
    assert not app.exception
    assert app.title[0].value == title


def test_the_rank_of_sources_is_the_one_of_the_vocabulary(page):
    ranks = next(table for table in written(page("method", lang="en")) if "Rank" in table)
    kinds = list(ranks["Kind of source"].str.replace("\\", ""))
    assert kinds[0] == "Order or other legal act"
    assert list(ranks["Rank"].astype(int)) == sorted(ranks["Rank"].astype(int))


def test_five_kinds_of_nothing_have_a_word_and_a_mark(page):
    nothing = next(table for table in written(page("method", lang="en")) if "Mark" in table)
    assert len(nothing) == 5
    assert nothing["Mark"].nunique() == 5


def test_the_citation_names_the_version_of_the_data(page, atlas_build):
    version = (atlas_build / "current").read_text().strip().removeprefix("atlas-").removesuffix(".duckdb")
    assert version in said(page("method", lang="en"))


def test_the_divisor_and_the_limits_of_a_median_are_said(page):
    text = said(page("method", lang="en"))
    assert "divided by the residents of the strategy's own territory" in text
    assert "at least 5 values are known and at least 60 %" in text
