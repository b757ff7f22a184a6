"""Citing and reporting: where a report goes, and the source at the foot of a chart."""

import plotly.graph_objects as go
import pytest

from database.citation import citation
from ui.charts.base import SOURCE_LINE, with_source
from ui.citing import chart_foot
from ui.profile.paper_tables import clipped
from ui.reports import report_address, report_link


@pytest.mark.parametrize(
    "setting", ["klaidos@atlas.example", "https://atlas.example/klaidos?kas=1", "http://a.example"]
)
def test_a_report_goes_to_an_email_or_a_page(setting):
    assert report_address(f" {setting} ") == setting


@pytest.mark.parametrize(
    "setting",
    [
        "javascript:alert(1)",
        "atlas.example",
        "a@b",
        "https://",
        "a@b.lt?bcc=c@d.lt",
        "https://a.lt/ x",
        "a@b.lt\nCc: x",
    ],
)
def test_anything_else_is_refused_by_name(setting):
    with pytest.raises(ValueError, match="ATLAS_REPORT_TO"):
        report_address(setting)


def test_nothing_set_is_no_address():
    assert report_address("") is None


def test_the_message_goes_along_in_an_email_and_not_to_a_page():
    link = report_link("a@b.lt", "Klaida", "Ką & kur?\nČia")
    assert link == "mailto:a@b.lt?subject=Klaida&body=K%C4%85%20%26%20kur%3F%0A%C4%8Cia"
    assert report_link("https://a.lt/klaida", "Klaida", "Ką") == "https://a.lt/klaida"


def test_a_chart_carries_its_source_below_itself():
    figure = with_source(go.Figure(layout={"height": 300, "margin": {"b": 32}}), chart_foot("88a13f1b5087ffff"))
    assert "duomenų versija 88a13f1b5087<" in figure.layout.title.text
    assert "CC BY 4.0" in figure.layout.title.text
    assert figure.layout.height == 300 + 2 * SOURCE_LINE
    assert figure.layout.margin.b == 32 + 2 * SOURCE_LINE


def test_a_legend_below_a_chart_stands_above_its_source():
    figure = with_source(go.Figure(layout={"height": 300, "legend": {"y": 0, "yanchor": "top"}}), ("a", "b"))
    assert figure.layout.legend.yref == "container"
    assert figure.layout.legend.y * figure.layout.height > 2 * SOURCE_LINE


def test_a_title_that_ends_in_a_point_is_cited_with_one():
    assert "2014–2020 m. Naujausias" in citation("lt", "2026", "88a13f1b5087", None, "Pakruojis, 2014–2020 m.")


def test_a_long_title_is_cut_between_words():
    assert clipped("vienas du trys", 11) == "vienas du…"
    assert clipped("vienas", 11) == "vienas"
