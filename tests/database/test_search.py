"""The search: endings, diacritics, groups, phrases, order of the hits."""

import shutil

import duckdb
import pytest

from database import search
from database.creation import create_views
from database.door import answer
from database.wordings import stems


def titles(database, words: str) -> list[str]:
    return list(search.hits(database, words)["title"])


def test_endings_and_diacritics_are_forgiven(database):
    found = titles(database, "neigalieji")
    assert found == titles(database, "NEĮGALIŲJŲ")
    assert "Socialinių paslaugų teikimas neįgaliesiems ir senjorams" in found


def test_a_group_is_found_by_its_other_wordings(database):
    assert "neįgalieji" in titles(database, "asmenys su negalia")
    assert "senyvo amžiaus asmenys" in titles(database, "senjorai")


def test_the_own_words_stand_before_other_wordings_of_the_group(database):
    assert titles(database, "neįgalieji")[0] == "neįgalieji"


def test_all_words_are_required_first(database):
    found = search.hits(database, "jauno verslo rėmimas")
    assert not found["is_loose"].any()
    assert found["title"].iloc[0].startswith("Jauno verslo rėmimas")


def test_where_no_fact_has_all_words_any_is_enough_and_it_is_said(database):
    found = search.hits(database, "senjorai kosmonautai")
    assert found["is_loose"].all()
    assert "senjorai" in set(found["title"])


def test_quoted_words_stand_side_by_side(database):
    assert titles(database, '"jauno verslo"')
    assert titles(database, '"verslo jauno"') == []


def test_beside_other_words_a_city_finds_what_its_group_does(database):
    found = search.hits(database, "neįgalieji Pakruojis")
    assert set(found["vvg"]) == {"aukstupys"}
    assert not found["is_loose"].any()


def test_the_beginning_of_a_word_is_enough_but_one_letter_is_not(database):
    assert "Išgalvoto Aukštupio miesto vietos veiklos grupė" in titles(database, "aukst")
    assert titles(database, "a") == []


def test_nothing_is_found_for_nothing(database):
    assert search.hits(database, "").empty
    assert search.hits(database, "%_'; drop table vvgs --").empty
    assert search.hits(database, "kosmonautai").empty


def test_hits_carry_what_the_filters_ask(database):
    found = search.hits(database, "verslumas").set_index("title")
    measure = found.loc["Skatinti verslumą"]
    assert "entrepreneurship" in measure["themes"]
    assert set(measure["funds"].split()) >= {"esf", "state_budget"}


def bands_of(database, words: str) -> dict[str, str]:
    return search.hits(database, words).drop_duplicates("title").set_index("title")["amounts"].to_dict()


def test_a_project_has_the_band_of_its_own_sum_and_a_measure_that_of_its_strategy(database):
    assert bands_of(database, "senjorų klubas")["Senjorų klubas"] == "25000-100000"
    assert bands_of(database, "neįgaliesiems")["Socialinių paslaugų teikimas neįgaliesiems ir senjorams"] == (
        "500000-1000000"
    )


def test_a_vvg_has_the_bands_of_all_its_strategies_and_no_sum_is_a_band_of_its_own(database):
    found = search.hits(database, "Tolupio").set_index("kind")["amounts"]
    sums = answer(database, "select allocated_eur from strategy_overview where vvg = 'tolupys' order by eu_period")
    assert list(sums["allocated_eur"].isna()) == [False, True]
    assert set(found["vvg"].split()) == {"100000-500000", "unknown"}


def test_a_sum_of_which_only_a_bound_is_known_is_in_no_band(atlas_build, tmp_path):
    built = atlas_build / (atlas_build / "current").read_text().strip()
    with duckdb.connect(shutil.copy(built, tmp_path / "bounded.duckdb")) as bounded:
        before = bands_of(bounded, "senjorų klubas")["Senjorų klubas"]
        bounded.execute("update funding set bound = 'at_least' where project is not null or scope = 'strategy'")
        create_views(bounded)
        assert before != "unknown"
        assert bands_of(bounded, "senjorų klubas")["Senjorų klubas"] == "unknown"
        assert set(bands_of(bounded, "neįgaliesiems").values()) == {"unknown"}


def test_a_measure_has_the_groups_that_it_names_and_a_strategy_all_that_are_named_in_it(database):
    found = search.hits(database, "neįgaliesiems").drop_duplicates("title").set_index("title")
    measure = found.loc["Socialinių paslaugų teikimas neįgaliesiems ir senjorams"]
    assert set(measure["groups"].split()) == {"people_with_disabilities", "older_people"}
    [whole] = search.hits(database, "Aukštupio miesto vietos plėtros strategija 2016-2022").query(
        "kind == 'strategy' and strategy == 'aukstupys/2014-2020'"
    )["groups"]
    assert {"people_with_disabilities", "older_people", "unemployed"} <= set(whole.split())


def test_every_word_of_every_fact_is_in_the_index_at_its_place(real_database):
    with_words = "select number, stems, title, title_words, kind, vvg from search_entries order by number"
    standing = {"vvg": 2}
    wanted = [
        (stem, number, place, place <= title_words, len(title), standing.get(kind, 1 if vvg else 0))
        for number, words, title, title_words, kind, vvg in real_database.cursor().execute(with_words).fetchall()
        for place, stem in enumerate(words.split(), 1)
    ]
    kept = real_database.cursor().execute(
        "select t.term, p.entry, p.place, p.in_title = 1, p.letters, p.standing from search_postings as p"
        " inner join search_terms as t on t.number = p.term"
    )
    assert sorted(kept.fetchall()) == sorted(wanted)
    assert len(wanted) > 5000


def test_the_words_of_the_title_are_the_first_stems_of_a_fact(real_database):
    entries = real_database.cursor().execute("select title, stems, title_words from search_entries").fetchall()
    for title, words, count in entries:
        assert tuple(words.split()[:count]) == stems(title)


@pytest.mark.parametrize("words", ["miesto", "vietos plėtros strategija", '"vietos plėtros" strategija', "senjorai"])
def test_of_many_hits_those_are_taken_that_rank_highest(database, monkeypatch, words):
    ranked = search.hits(database, words)
    assert len(ranked) > 5
    monkeypatch.setattr(search, "MOST_HITS", 5)
    best = search.hits(database, words)
    assert set(best["all_hits"]) == {len(ranked)}
    assert list(best["score"]) == list(ranked["score"][:5])
    assert set(best["entry"]) <= set(ranked[ranked["score"] >= best["score"].iloc[-1]]["entry"])


def test_words_side_by_side_are_found_by_their_places(database, monkeypatch):
    monkeypatch.setattr(search, "MOST_HITS", 0)
    assert search.hits(database, '"verslo jauno"')["all_hits"].empty
    monkeypatch.setattr(search, "MOST_HITS", 2)
    quoted = search.hits(database, '"vietos plėtros"')
    assert all("viet pletr" in words for words in quoted["stems"])
