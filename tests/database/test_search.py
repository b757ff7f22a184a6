"""The search: endings, diacritics, groups, phrases, order of the hits."""

from database import search


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
