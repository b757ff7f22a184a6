"""Every page says where its figures come from, how to cite it and how to tell of an error."""

import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from loaders.build import build

NBSP = "\u00a0"


def said(app: AppTest) -> str:
    """All words of the page."""
    assert not app.exception
    texts = [each.value for kind in (app.markdown, app.caption, app.code, app.info) for each in kind]
    return "\n".join(texts).replace("\\", "").replace(NBSP, " ")


CARDS = {
    "overview": "cards_overview", "map": "cards_map", "funding": "cards_bars", "indicators": "cards_indicators",
    "compare": "cards_compare", "target_groups": "cards_phrases", "vvg": "proof_allocated",
}  # fmt: skip


@pytest.mark.parametrize("lang", ["lt", "en"])
@pytest.mark.parametrize("name", CARDS)
def test_each_page_has_cards_that_are_sent_only_when_opened(page, name, lang):
    choices = {"vvg": "aukstupys"} if name in ("vvg", "compare") else {"group": "older_people"}
    closed = said(page(name, lang=lang, period="2014-2020", **choices))
    opened = said(page(name, opened=[CARDS[name]], lang=lang, period="2014-2020", **choices))
    assert "> „" not in closed
    assert "> „" in opened


def test_a_disputed_sum_shows_the_other_and_the_rule(page):
    shown = said(page("funding", opened=["cards_bars"], lang="lt", period="2014-2020"))
    assert "Pakruojis, 2014–2020 m. – Visa strategija – skirta: 500 000 €" in shown
    assert "Kitas šaltinis teigia: 510 000 €" in shown
    assert "„skirta 510 000 Eur“" in shown
    assert "Rodomas aukštesnio rango šaltinis: „Įsakymas ar kitas teisės aktas“, o ne „Žiniasklaida“." in shown


def test_the_profile_tells_the_other_sum_and_the_rule(page):
    shown = said(page("vvg", lang="en", vvg="aukstupys", period="2014-2020", section="money"))
    assert "Another source says: 510,000 €" in shown
    assert "Shown is the source of higher rank" in shown


def test_a_source_is_linked_at_its_very_words(page):
    shown = said(page("funding", opened=["cards_bars"], lang="en", period="2014-2020"))
    assert "(https://aukstupys.example/isakymas#:~:text=skirta%20500%20000%20Eur)" in shown


def test_the_sources_of_an_answer_are_listed_when_asked_for(page):
    assert "Ministro įsakymas Nr. 1V-1" not in said(page("funding", lang="en", view="periods"))
    shown = said(page("funding", opened=["sources_finansavimas"], lang="en"))
    assert "[Ministro įsakymas Nr. 1V-1](https://aukstupys.example/isakymas)" in shown


def test_the_citation_has_the_version_and_the_address_of_the_view(page, atlas_build):
    version = (atlas_build / "current").read_text().strip().removeprefix("atlas-").removesuffix(".duckdb")
    shown = said(page("funding", opened=["cite_finansavimas"], lang="en", period="2014-2020", per="resident"))
    assert "VVG atlas: strategies of the city local action groups of Lithuania. Funding. Newest source:" in shown
    [address] = [word for word in shown.split() if word.startswith("/finansavimas?")]
    asked = {"lang=en", "period=2014-2020", "per=resident", f"v={version}"}
    assert set(address.partition("?")[2].split("&")) == asked


def test_the_address_is_whole_where_the_atlas_knows_it(page, monkeypatch):
    monkeypatch.setenv("ATLAS_ADDRESS", "https://atlas.example/")
    shown = said(page("vvg", opened=["cite_profile"], vvg="aukstupys", period="2014-2020"))
    assert "https://atlas.example/vvg?vvg=aukstupys&period=2014-2020&v=" in shown
    assert "Išgalvoto Aukštupio miesto vietos veiklos grupė, 2014–2020 m." in shown


def test_a_report_names_page_address_and_version(page, monkeypatch):
    monkeypatch.setenv("ATLAS_REPORT_TO", "klaidos@atlas.example")
    app = page("vvg", opened=["report_profile"], lang="en", vvg="aukstupys", period="2014-2020")
    assert "Page: Išgalvoto Aukštupio miesto vietos veiklos grupė, 2014–2020" in said(app)
    assert "Data version: " in said(app)
    assert "The figure or the words that are wrong:" in said(app)
    [link] = [each for each in app.get("link_button") if each.proto.url.startswith("mailto:")]
    assert link.proto.url.startswith("mailto:klaidos@atlas.example?subject=")


def test_without_an_address_there_is_only_the_text(page, monkeypatch):
    monkeypatch.delenv("ATLAS_REPORT_TO", raising=False)
    app = page("vvg", opened=["report_profile"], lang="en", vvg="aukstupys")
    assert "What is right, and where it is written:" in said(app)
    assert [each for each in app.get("link_button") if each.proto.url.startswith("mailto:")] == []


def test_an_address_of_older_data_says_so_calmly(page):
    [note] = page("funding", lang="en", v="0123456789ab").info
    assert "data version 0123456789ab" in note.value
    assert "the older ones cannot be shown here" in note.value


def test_a_cited_address_shows_the_figures_of_its_day_and_says_so(page, world, tmp_path, monkeypatch):
    data, into = tmp_path / "data", tmp_path / "into"
    shutil.copytree(world, data)
    cited = build(data, into).stem.removeprefix("atlas-")
    _raise_the_sum(data)
    newest = build(data, into).stem.removeprefix("atlas-")
    monkeypatch.setenv("ATLAS_BUILD", str(into))
    choices = {"lang": "en", "vvg": "aukstupys", "period": "2014-2020"}

    now = page("vvg", **choices)
    assert headline(now) == "600 thousand €" and not now.info
    then = page("vvg", **choices, v=cited)
    assert headline(then) == "500 thousand €"
    assert f"data version {cited}" in then.info[0].value and "Newer data exist" in then.info[0].value
    assert f"data version {cited}" in said(then) and newest not in said(then)
    [back] = [each for each in then.get("page_link") if each.proto.label == "Show the newest data"]
    assert back.proto.query_string == "vvg=aukstupys&period=2014-2020&lang=en"
    same = page("vvg", **choices, v=newest)
    assert headline(same) == "600 thousand €" and not same.info


def test_a_cited_version_of_another_form_is_not_shown(page, world, tmp_path, monkeypatch):
    data, into = tmp_path / "data", tmp_path / "into"
    shutil.copytree(world, data)
    old = build(data, into)
    with duckdb.connect(str(old)) as database:
        database.execute("create table older (word varchar)")
    _raise_the_sum(data)
    build(data, into)
    monkeypatch.setenv("ATLAS_BUILD", str(into))
    app = page("vvg", lang="en", vvg="aukstupys", period="2014-2020", v=old.stem.removeprefix("atlas-"))
    assert headline(app) == "600 thousand €"
    assert "the older ones cannot be shown here" in app.info[0].value


def headline(app: AppTest) -> str:
    """The first figure of the page."""
    return app.metric[0].value.replace(NBSP, " ")


def _raise_the_sum(data: Path) -> None:
    record = data / "vvg" / "aukstupys.yaml"
    record.write_text(record.read_text().replace("500000", "600000").replace("500 000", "600 000"))


@pytest.mark.parametrize("version", ["", "<b>x</b>", "not-a-version"])
def test_a_version_that_is_none_says_nothing(page, version):
    assert not page("funding", lang="en", v=version).info
