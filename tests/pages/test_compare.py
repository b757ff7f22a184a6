"""The comparison page: peers by a named rule, a reason for what is missing, no verdict."""

import pytest

from tests.pages.conftest import Page, written


def said(app: object) -> str:
    """All that the page says in words."""
    parts = [*app.title, *app.subheader, *app.caption, *app.markdown]
    return "\n".join(str(part.value) for part in parts).replace("\\", "").replace("\u00a0", " ")


def tables(app: object) -> dict[str, dict[str, list[str]]]:
    """The tables of the page by their first column's first cell, as plain words."""
    found = {}
    for table in written(app):
        plain = table.map(lambda cell: str(cell).replace("\\", "").replace("\u00a0", " "))
        plain.columns = [str(name).replace("\\", "").split("]")[0].lstrip("[") for name in plain.columns]
        found[plain.iloc[0, 0]] = {name: list(plain[name]) for name in plain}
    return found


@pytest.mark.parametrize("lang", ["lt", "en"])
@pytest.mark.parametrize("rule", ["nearest_population", "same_county", "same_region", "own_list"])
def test_every_rule_opens_in_both_languages(page: Page, lang: str, rule: str) -> None:
    app = page("compare", lang=lang, vvg="aukstupys", peers=rule, peer=["zemupys", "vidupys"])
    assert not app.exception
    assert app.title[0].value == {"lt": "Palyginimas", "en": "Compare"}[lang]


def test_before_a_choice_the_best_known_vvg_is_an_example(page: Page) -> None:
    text = said(page("compare", lang="en"))
    assert "An example: of this VVG most is known." in text
    assert "Pakruojis: 100 € per resident" in text


def test_the_standing_is_a_count_and_a_median_and_no_verdict(page: Page) -> None:
    app = page("compare", lang="en", vvg="aukstupys", period="2014-2020")
    money = tables(app)["Money allocated to the strategy"]
    assert money["Pakruojis"][0] == "500,000 € ≠"
    assert money["Pakruojis among its peers"][0].endswith("less than 3 of 5, median 650,000 €")
    assert "neither good nor bad" in said(app)
    assert not {"best", "worst"} & set(said(app).lower().split())


def test_the_picture_of_a_standing_says_nothing_that_the_words_beside_it_say_too(page: Page) -> None:
    app = page("compare", lang="en", vvg="aukstupys", period="2014-2020")
    cells = [cell for table in written(app) for cell in table.iloc[:, -1] if "data:image" in str(cell)]
    assert cells
    for cell in cells:
        assert cell.startswith("![](data:image/svg+xml;base64,")
        assert cell.rsplit(")", 1)[-1].strip()


def test_a_missing_figure_is_a_word_with_its_reason(page: Page) -> None:
    app = page("compare", vvg=["aukstupys", "miesto-dalis"], period="2014-2020")
    money = tables(app)["Strategijai skirta suma"]
    assert money["Kaunas (Aleksotas)"][0] == "≈ 1 000 000 €"
    assert money["Kaunas (Aleksotas)"][1] == ":gray[nenurodyta šaltinyje]"


def test_peers_are_listed_with_the_reason_and_never_hold_the_vvg_itself(page: Page) -> None:
    app = page("compare", ["peers_list"], vvg="aukstupys", period="2014-2020")
    listed = next(table for table in tables(app).values() if "Kodėl panaši" in table)
    assert "Pakruojis" not in listed["VVG"]
    assert listed["VVG"][0] == "Zarasai"
    assert "artimiausias skaičius: skirtumas" in listed["Kodėl panaši"][0]


def test_the_own_list_is_the_one_of_the_address(page: Page) -> None:
    app = page(
        "compare", ["peers_list"], lang="en", vvg="aukstupys", peers="own_list", peer=["zemupys", "aukstupys", "nobody"]
    )
    listed = next(table for table in tables(app).values() if "Why it is a peer" in table)
    assert listed["VVG"] == ["Kėdainiai"]


def test_a_rule_that_leaves_no_peers_says_so_without_being_opened(page: Page) -> None:
    app = page("compare", lang="en", vvg="vidupys", period="2014-2020", peers="same_county")
    meaning = "Local action groups that the reader chose"
    assert meaning not in said(app)
    app.selectbox(key="choice_peers").select_index(3).run()
    assert meaning in said(app)


def test_a_rule_becomes_an_own_list_that_stays_in_the_address(page: Page) -> None:
    app = page("compare", ["peers_list"], vvg="vidupys", period="2014-2020", peers="same_county")
    app.button(key="change_peers").click().run()
    assert not app.exception
    assert app.query_params["peers"] == "own_list"
    assert app.query_params["peer"] == "tolupys"
    assert app.multiselect(key="choice_peer").value == ["tolupys"]


def test_a_period_without_a_strategy_says_so(page: Page) -> None:
    app = page("compare", lang="en", vvg="vidupys", period="2021-2027")
    assert not app.exception
    assert "No strategy of the chosen VVG is known in this EU period" in app.info[0].value


def test_goals_stand_word_for_word_and_groups_side_by_side(page: Page) -> None:
    app = page("compare", lang="en", vvg=["aukstupys", "zemupys"], period="2014-2020")
    text = said(app)
    assert "Socialinių paslaugų teikimas neįgaliesiems ir senjorams" in text
    assert "Mažinti Žemupio gyventojų socialinę atskirtį" in text
    groups = next(table for table in tables(app).values() if "Among peers" in table)
    at = groups["Target group"].index("Older people")
    assert groups["Kėdainiai"][at] == "**names**"
