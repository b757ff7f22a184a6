"""The map page, drawn without a browser."""

import json

import pytest


def texts(app) -> str:
    """Everything that the page says in words."""
    kinds = ("title", "header", "subheader", "markdown", "caption")
    return (
        "\n".join(element.value for kind in kinds for element in getattr(app, kind))
        .replace("\\", "")
        .replace("\u00a0", " ")
    )


def charts(app) -> list[dict]:
    return [json.loads(element.proto.spec) for element in app.get("plotly_chart")]


@pytest.mark.parametrize(("lang", "title"), [("lt", "Žemėlapis"), ("en", "Map")])
def test_the_map_opens_in_both_languages(page, lang, title):
    app = page("map", lang=lang)
    assert not app.exception
    assert app.title[0].value == title


def test_the_finding_names_the_first_and_says_how_much_is_known(page):
    said = texts(page("map", lang="en"))
    assert "Money allocated: most in Utena, 1.2" in said
    assert "Based on 7 of 7 strategies" in said
    assert "7 values are known: from 300" in said


def test_periods_are_never_added(page):
    said = texts(page("map", lang="en", period="2021-2027"))
    assert "Based on 1 of 2 strategies" in said
    assert "One value is known: Pakruojis, ≈" in said
    assert "source not found – 1" in said


def test_per_resident_leaves_out_whom_it_cannot_divide(page):
    said = texts(page("map", lang="en", per="resident"))
    assert "Money allocated · for each resident: most in Pakruojis, ≠ 100 €" in said
    assert "Based on 6 of 7 strategies" in said
    assert "**Not in the source:** Kaunas (Aleksotas)" in said


def test_where_too_little_is_known_places_are_not_counted(page):
    said = texts(page("map", lang="en", measure="participants"))
    assert "of those known, most in Pakruojis, 174%" in said
    assert "Places are not counted" in said


@pytest.mark.parametrize("form", ["bubbles", "colours"])
def test_planned_and_achieved_stand_together_on_map_in_words_and_in_the_table(page, form):
    app = page("map", ["map_table"], lang="en", measure="participants_both", form=form)
    assert not app.exception
    said = texts(app)
    assert "Participants: planned and achieved: 2 of 4 strategies of which both are known reached the plan" in said
    assert "Both are known (4): " in said and "Pakruojis – 350 → 609" in said
    assert "Only planned is known (1):" in said
    [table] = [element.value for element in app.dataframe if "Planned" in element.value.columns]
    assert {"Planned", "Achieved"} <= set(table.columns)
    assert table.set_index("VVG").loc["Pakruojis", ["Planned", "Achieved"]].tolist() == [350, 609]
    [drawn] = [chart for chart in charts(app) if "geo" in chart["layout"]]
    named = {trace.get("name") for trace in drawn["data"]}
    assert {"Not in the source"} <= named
    assert ({"planned", "achieved"} if form == "bubbles" else {"striped: planned", "filled: achieved"}) <= named


def test_the_card_of_a_pair_says_both_sides_apart(page):
    said = texts(page("map", lang="en", measure="participants_both", vvg="aukstupys"))
    assert "Participants planned: **350**" in said
    assert "Participants achieved: **609**" in said


def test_a_figure_that_cannot_be_yet_does_not_apply_in_the_table_too(page):
    app = page("map", ["map_table"], lang="en", measure="participants_both", period="2021-2027")
    [element] = [element for element in app.dataframe if "Achieved" in element.value.columns]
    shown = element.proto.arrow_data.styler.display_values.decode("utf-8", "ignore")
    assert "does not apply" in shown
    assert "362" in shown
    assert element.value.set_index("VVG").loc["Pakruojis", "Remark"] == "planned ≥"


@pytest.mark.parametrize("form", ["bubbles", "colours"])
def test_either_form_draws_the_borders_from_this_server_alone(page, form):
    maps = [chart for chart in charts(page("map", form=form)) if "geo" in chart["layout"]]
    assert len(maps) == 1
    addresses = {trace["geojson"] for trace in maps[0]["data"] if trace["type"] == "choropleth"}
    assert len(addresses) == 1
    assert addresses.pop().startswith("/data/borders.json?v=")


def test_a_part_of_a_city_never_colours_the_whole_city(page):
    [drawn] = [chart for chart in charts(page("map", form="colours")) if "geo" in chart["layout"]]
    filled = [trace for trace in drawn["data"] if trace.get("name") == "classes"]
    assert filled
    assert not any("miesto-dalis" in trace["customdata"] for trace in filled)
    points = [t for t in drawn["data"] if t["type"] == "scattergeo" and "miesto-dalis" in (t.get("customdata") or [])]
    assert len(points) == 1


def test_the_chosen_vvg_has_a_card_with_its_figures_and_what_is_missing(page):
    said = texts(page("map", lang="en", vvg="aukstupys"))
    assert "Išgalvoto Aukštupio miesto vietos veiklos grupė" in said
    assert "Money paid: **480,000 €**" in said
    assert "Participants achieved: **609**" in said
    without = texts(page("map", lang="en", vvg="tolupys"))
    assert "Not in the source: Money paid, Participants planned, Participants achieved" in without


def test_a_county_narrows_list_and_map(page):
    said = texts(page("map", lang="en", county="Kauno apskritis"))
    assert "Based on 2 of 2 strategies" in said


def test_a_background_brings_its_year_and_source(page):
    app = page("map", lang="en", background="unemployment_rate")
    assert not app.exception
    [drawn] = [chart for chart in charts(app) if "geo" in chart["layout"]]
    assert drawn["layout"]["legend2"]["title"]["text"] == "Unemployment rate, 2016, %"


def test_what_the_address_cannot_mean_is_left_out(page):
    app = page("map", measure="<script>", per="moon", vvg="nobody", county="Atlantis", form="cake")
    assert not app.exception
    assert "Remiamasi 7 iš 7 strategijų" in texts(app)


def test_the_borders_are_credited(page):
    assert "KGeography 22.12.3, GPL-2.0-or-later" in texts(page("map"))
