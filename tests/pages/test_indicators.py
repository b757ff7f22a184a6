"""The indicators page: planned beside achieved, nothing compared that must not be."""

import pytest

from tests.pages.conftest import Page


def said(app: object) -> str:
    """All that the page says in words."""
    parts = [*app.title, *app.subheader, *app.caption, *app.markdown]
    return "\n".join(str(part.value) for part in parts).replace("\\", "").replace("\u00a0", " ")


@pytest.mark.parametrize("lang", ["lt", "en"])
def test_the_page_opens_in_both_languages(page: Page, lang: str) -> None:
    app = page("indicators", lang=lang)
    assert not app.exception
    assert app.title[0].value == {"lt": "Rodikliai", "en": "Indicators"}[lang]


def test_the_largest_share_is_not_cut_and_the_basis_is_told(page: Page) -> None:
    text = said(page("indicators", lang="en"))
    assert "Participants: 2 of 4 reached the target; the largest share: Pakruojis, 174%" in text
    assert "Based on 6 of 9 strategies" in text
    assert "100 × actual ÷ target" in text
    assert "From 174% (Pakruojis, 2014–2020: planned 350, achieved 609) to 75% (Palanga, 2014–2020)." in text


def test_the_table_keeps_what_is_unknown_as_a_word(page: Page) -> None:
    app = page("indicators")
    table = app.dataframe[0].value
    row = table[table["VVG"].str.startswith("Utena")].iloc[0]
    assert row["Siektina"] == "1\u00a0500"
    assert row["Pasiekta"] == "nežinoma"
    assert row["Pasiekta, %"] == "nežinoma"
    assert list(table["Pasiekta, %"].str.replace("\u00a0", " "))[:4] == ["174 %", "146 %", "95 %", "75 %"]
    assert "≥\u00a0362" in set(table["Siektina"])


def test_participants_of_a_project_are_another_scope_and_are_not_ranked(page: Page) -> None:
    app = page("indicators", lang="en", concept="participants", scope="project")
    table = app.dataframe[0].value
    assert list(table["Actual"]) == ["40"]
    assert list(table["Of what"]) == ["Senjorų klubas"]
    assert "The list is not ranked" in said(app)
    assert len(app.get("plotly_chart")) == 0


def test_money_names_its_scope_and_both_divisors(page: Page) -> None:
    app = page("indicators", lang="en")
    text = said(app)
    assert "Pakruojis, 2014–2020: 96.0% – paid 480,000 €" in text
    assert "scope: project or projects" in text
    costs = next(table.value for table in app.dataframe if "EUR per planned participant" in table.value)
    row = costs[costs["VVG"] == "Pakruojis, 2014–2020"].iloc[0]
    assert row["EUR per planned participant"].replace("\u00a0", " ") == "1,429 € (350 participants)"
    assert row["EUR per actual participant"].replace("\u00a0", " ") == "821 € (609 participants)"


def test_an_unknown_concept_in_the_address_shows_the_default(page: Page) -> None:
    app = page("indicators", concept="<script>", scope="nothing", vvg="nobody")
    assert not app.exception
    assert "Dalyviai" in app.subheader[0].value
