"""The page of target groups, of the invented world."""

import json

import pytest
from streamlit.testing.v1 import AppTest


def words(at: AppTest) -> str:
    """All that the page says in sentences, without the marks of Markdown."""
    said = [each.value for kind in (at.subheader, at.caption, at.markdown) for each in kind]
    return "\n".join(said).replace("\\", "").replace("\u00a0", " ")


def matrix(at: AppTest) -> list[dict]:
    """The traces of the matrix."""
    return json.loads(at.get("plotly_chart")[0].proto.spec)["data"]


@pytest.mark.parametrize("lang", ["lt", "en"])
@pytest.mark.parametrize("view", ["matrix", "list"])
def test_the_page_opens(page, lang, view):
    at = page("target_groups", lang=lang, view=view)
    assert not at.exception
    assert at.title[0].value == {"lt": "Tikslinės grupės", "en": "Target groups"}[lang]


def test_the_groups_that_nobody_names_stand_on_top(page):
    at = page("target_groups", lang="en")
    [folded] = [each for each in at.expander if each.label.startswith("Nobody names")]
    listed = folded.markdown[0].value.replace("\\", "").split("; ")
    assert folded.label == f"Nobody names {len(listed)} groups"
    assert "Roma people" in listed
    assert "Unemployed people" not in listed


def test_the_finding_counts_strategies_and_says_of_how_many(page):
    said = words(page("target_groups", lang="en"))
    assert "Named most often: Unemployed people; Older people – 6 of 8 strategies" in said
    assert "Target groups are known of 8 of 9 strategies" in said


def test_the_lithuanian_finding(page):
    said = words(page("target_groups"))
    assert "Dažniausiai minimi: Bedarbiai; Senjorai – 6 iš 8 strategijų" in said


def test_a_cell_tells_the_strategy_from_a_mere_measure_and_quotes_the_phrase(page):
    [heatmap] = [trace for trace in matrix(page("target_groups", lang="en")) if trace["type"] == "heatmap"]
    hovers = [cell for row in heatmap["text"] for cell in row if "Pakruojis" in cell and "Older people" in cell]
    assert len(hovers) == 1
    assert "„senjorai · senyvo amžiaus asmenys“" in hovers[0]


def test_a_vvg_whose_groups_are_not_known_is_hatched(page):
    traces = matrix(page("target_groups", lang="en", period="2021-2027"))
    [hatched] = [trace for trace in traces if trace["type"] == "bar"]
    assert hatched["name"] == "target groups not known"
    assert ["Zarasai" in text for text in hatched["hovertext"]] == [True]


def test_one_group_says_who_names_it_and_which_money_is_its_own(page):
    at = page("target_groups", lang="en", group="older_people")
    said = words(at)
    assert "Older people: named by 6 of 8 strategies (6 VVGs)" in said
    assert "The sum of a strategy is not money for a group that it names." in said
    phrases, figures = at.dataframe[0].value, at.dataframe[1].value
    assert "senyvo amžiaus asmenys" in set(phrases["In the words of the source"])
    assert {value.replace("\u00a0", " ") for value in figures["Figure"]} == {"300,000 €", "25,000 €", "40"}
    assert not any("500,000" in value for value in figures["Figure"])


def test_the_social_fund_category_is_named_where_one_fits(page):
    assert "Counted by the European Social Fund as: unemployed" in words(
        page("target_groups", lang="en", group="unemployed")
    )


def test_a_phrase_that_fits_no_group_is_counted_and_listed(page):
    at = page("target_groups", lang="en")
    assert "1 phrase fits no group of the vocabulary" in [each.label for each in at.expander]
    assert "„visai nežinoma frazė“ – Kaunas (Aleksotas), 2014–2020" in words(at)


def test_the_list_names_the_vvgs_of_each_group(page):
    said = words(page("target_groups", lang="en", view="list"))
    assert "- **Unemployed people**: " in said
    assert "○ Pakruojis" in said
