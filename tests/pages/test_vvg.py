"""The profile of a VVG, drawn without a browser."""

import pandas as pd
import pytest

from ui.charts.profile import outline, planned_achieved
from ui.comparison_texts import WHO_ELSE
from ui.profile.sections import SECTIONS


def said(app) -> str:
    kinds = ("title", "subheader", "markdown", "caption", "metric")
    texts = [getattr(element, "value", "") for kind in kinds for element in getattr(app, kind)]
    texts += [expander.label for expander in app.expander]
    return "\n".join(map(str, texts)).replace("\\", "").replace("\u00a0", " ").replace("**", "")


def metrics(app) -> dict[str, str]:
    return {metric.label: metric.value.replace("\u00a0", " ") for metric in app.metric}


@pytest.mark.parametrize("section", list(SECTIONS))
@pytest.mark.parametrize("lang", ["lt", "en"])
def test_every_section_opens_in_both_languages(page, lang, section):
    app = page("vvg", lang=lang, vvg="aukstupys", section=section)
    assert not app.exception
    assert app.title[0].value.replace("\\", "") == "Išgalvoto Aukštupio miesto vietos veiklos grupė"


def test_the_six_figures_are_those_of_the_record(page):
    app = page("vvg", lang="en", vvg="aukstupys", period="2014-2020")
    shown = metrics(app)
    assert shown["Allocated"].startswith("500")
    assert shown["For each resident"].startswith("100")
    assert shown["Participants"] == "609"
    assert shown["Local projects"] == "≥ 9"
    assert "500,000 € ≠ 510,000 €: sources differ" in said(app)
    assert "5,000 residents: territory of the strategy, 2016" in said(app)
    assert "planned 350 (174%)" in said(app)


def test_the_other_period_has_its_own_title_and_figures(page):
    app = page("vvg", lang="en", vvg="aukstupys", period="2021-2027")
    assert "Aukštupio miesto 2023-2029 m. vietos plėtros strategija" in said(app)
    assert metrics(app)["Allocated"].startswith("≈")
    assert metrics(app)["Participants"] == "≥ 362"


def test_the_tree_shows_money_projects_and_groups_of_a_measure(page):
    shown = said(page("vvg", lang="en", vvg="aukstupys", section="goals"))
    assert "Socialinių paslaugų teikimas neįgaliesiems ir senjorams" in shown
    assert "300,000 € (allocated)" in shown
    assert "projects planned: 6" in shown
    assert "for: neįgalieji; senyvo amžiaus asmenys" in shown


def test_each_measure_leads_to_who_else_does_it(page):
    [tree] = [
        each.value for each in page("vvg", vvg="aukstupys", section="goals").markdown if "1\\.1\\.1" in each.value
    ]
    [measure] = [line for line in tree.splitlines() if "kas dar tai daro" in line and "300" in line]
    target = measure.split("](")[-1]
    assert target.startswith("/palyginimas?vvg=aukstupys&period=2014-2020&section=who_else&measure=aukstupys%2F2014-")
    assert "measure-1)" in target
    assert tree.count("kas dar tai daro") == 2


def test_the_link_opens_the_comparison_with_who_else_does_that_measure_first(page):
    choices = {"vvg": "aukstupys", "period": "2014-2020", "measure": "aukstupys/2014-2020/measure-2"}
    app = page("compare", **choices, **WHO_ELSE)
    [chosen] = [box for box in app.selectbox if box.key == "choice_measure"]
    assert chosen.value == choices["measure"]
    assert app.subheader[0].value == "Kas dar tai daro"
    assert page("compare", **choices).subheader[0].value != "Kas dar tai daro"


@pytest.mark.parametrize("figure", ["allocated", "per_resident"])
def test_a_figure_that_sources_dispute_says_by_which_rule_it_is_shown(page, figure):
    app = page("vvg", opened=(f"proof_{figure}",), lang="en", vvg="aukstupys", period="2014-2020")
    shown = said(app)
    assert "Another source says: 510,000 €" in shown
    assert "Shown is the source of higher rank: „Order or other legal act“, not „Press“." in shown


def test_residents_say_by_which_rule_they_divide_and_participants_have_the_cards_of_both_values(page):
    shown = said(page("vvg", opened=("proof_per_resident",), lang="en", vvg="aukstupys", period="2014-2020"))
    assert "Divided by: territory of the strategy, 2016. The strategy's own territory comes first" in shown
    people = said(page("vvg", opened=("proof_participants",), lang="en", vvg="aukstupys", period="2014-2020"))
    assert "dalyviai – actual: 609 asmenys (2022)" in people
    assert "dalyviai – target: 350 asmenys" in people


def test_every_sum_stands_with_its_quotation(page):
    shown = said(page("vvg", lang="en", vvg="aukstupys", section="money"))
    assert "„skirta 500 000 Eur“" in shown
    assert "450,000 € – European Social Fund (ESF), allocated (90% of the whole sum)" in shown
    assert "Most for one project" not in shown


def test_indicators_show_the_bound_and_what_is_missing(page):
    shown = said(page("vvg", lang="en", vvg="aukstupys", section="indicators"))
    assert "planned ≥ 9 projektai" in shown
    assert "achieved not in the source" in shown
    assert "Of 1 indicator with both values, 1 reached the plan" in shown


def test_projects_and_calls_stand_with_state_and_sum(page):
    shown = said(page("vvg", lang="en", vvg="aukstupys", section="work"))
    assert "Senjorų klubas" in shown
    assert "25,000 € (contracted)" in shown
    assert "proposals received: 7" in shown


def test_the_course_lists_editions_with_what_changed(page):
    shown = said(page("vvg", lang="en", vvg="aukstupys", section="course"))
    assert "padidinta 2 tikslo suma" in shown
    assert "įsteigta Aukštupio vietos veiklos grupė" in shown


def test_the_unknown_names_the_question_and_the_reason(page):
    shown = said(page("vvg", lang="en", vvg="aukstupys", section="unknown"))
    assert "Ar 510 000 Eur apima administravimą?" in shown
    assert "Not in the source:" in shown


def test_a_group_of_which_little_is_known_stays_meaningful(page):
    app = page("vvg", lang="en", vvg="miesto-dalis")
    assert not app.exception
    assert "things that the atlas asks about a strategy" in said(app)
    assert "residents of its territory not known" in said(app)


def test_an_outline_is_one_line_with_gaps():
    square = '{"type": "Polygon", "coordinates": [[[24, 55], [25, 55], [25, 56], [24, 55]]]}'
    x, y = outline(pd.Series([square, square]))
    assert y == [55, 55, 56, 55, None, 55, 55, 56, 55, None]
    assert len(x) == len(y)


def test_what_was_achieved_is_never_cut():
    pairs = pd.DataFrame({"label": ["dalyviai", "projektai"], "achieved_percent": [174.0, 80.0]})
    figure = planned_achieved(pairs)
    solid = figure.data[-1]
    assert list(solid.x) == [174.0, 80.0]
    assert figure.layout.xaxis.range[1] > 174
    assert figure.data[-2].marker.color == "rgba(0,0,0,0)"
