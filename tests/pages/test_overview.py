"""The overview, drawn without a browser."""

import pytest


def texts(app) -> str:
    """Everything that the page says in words."""
    kinds = ("title", "header", "subheader", "markdown", "caption")
    return "\n".join(element.value for kind in kinds for element in getattr(app, kind)).replace("\\", "")


def metrics(app) -> dict[str, str]:
    return {metric.label.replace("\\", ""): metric.value.replace("\\", "") for metric in app.metric}


@pytest.mark.parametrize(("lang", "question"), [("lt", "Pradėkite nuo klausimo"), ("en", "Start from a question")])
def test_the_overview_opens_in_both_languages(page, lang, question):
    app = page("overview", lang=lang)
    assert not app.exception
    assert question in texts(app)


def test_four_figures_of_one_period_stand_with_their_coverage(page):
    app = page("overview", lang="en")
    shown = metrics(app)
    assert shown["City local action groups"] == "7"
    assert shown["Strategies"] == "9"
    assert "4.9" in shown["Money allocated, 2014–2020"]
    assert shown["Participants, 2014–2020"] == "1,670 → 2,139"
    said = texts(app)
    assert "Based on 7 of 7 strategies" in said
    assert "planned → achieved, where both are known. Based on 4 of 7 strategies" in said


def test_the_other_period_has_figures_of_its_own(page):
    shown = metrics(page("overview", lang="en", period="2021-2027"))
    assert shown["Money allocated, 2021–2027"].startswith("≈")
    assert shown["Participants, 2021–2027"].replace("\u00a0", " ") == "≥ 362"


def test_funded_strategies_that_nobody_knows_are_counted(page):
    said = texts(page("overview", lang="en"))
    assert "Funded strategies that are known here: 2 of 5 (2014–2020)" in said
    assert "not known here 3" in said


def test_six_questions_lead_to_pages_with_choices_set(page):
    app = page("overview")
    links = {element.proto.label: element.proto for element in app.get("page_link")}
    asked = links["Kas gavo daugiausia vienam gyventojui?"]
    assert "per=resident" in asked.query_string
    assert "group=people_with_disabilities" in links["Kas padeda žmonėms su negalia?"].query_string


def test_the_search_field_leads_to_the_search_page(page):
    app = page("overview")
    app.text_input[0].set_value("neįgalieji").run()
    assert not app.exception
    assert app.query_params["q"] == "neįgalieji"
