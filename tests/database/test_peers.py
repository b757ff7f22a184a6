"""Peers by a named rule, the figures that are compared, and measures that are like each other."""

from pathlib import Path

import pytest
import yaml
from duckdb import DuckDBPyConnection

from database import peers, similar

PERIOD = "2014-2020"


def test_the_nearest_in_population_come_first_with_their_distance(database: DuckDBPyConnection) -> None:
    members = peers.members(database, "aukstupys", PERIOD, "nearest_population")
    assert list(members["difference"]) == sorted(members["difference"])
    assert (members["difference"] == (members["residents"] - 5000).abs()).all()
    assert members["vvg"].iloc[0] == "tolupys"


@pytest.mark.parametrize("rule", peers.RULES)
def test_a_vvg_is_never_its_own_peer_and_the_order_is_fixed(database: DuckDBPyConnection, rule: str) -> None:
    own = ("vidupys", "aukstupys", "zemupys")
    first = peers.members(database, "aukstupys", PERIOD, rule, own)
    assert "aukstupys" not in set(first["vvg"])
    assert list(first["vvg"]) == list(peers.members(database, "aukstupys", PERIOD, rule, own)["vvg"])


def test_the_same_county_means_the_county_and_the_own_list_the_list(database: DuckDBPyConnection) -> None:
    county = peers.members(database, "vidupys", PERIOD, "same_county")
    assert list(county["vvg"]) == ["tolupys"]
    assert set(county["county"]) == {"Utenos apskritis"}
    own = peers.members(database, "vidupys", PERIOD, "own_list", ("zemupys", "pajuris"))
    assert set(own["vvg"]) == {"zemupys", "pajuris"}
    assert peers.members(database, "vidupys", PERIOD, "own_list").empty


def test_a_part_of_a_city_without_residents_has_no_nearest_and_is_nobodys_nearest(
    database: DuckDBPyConnection,
) -> None:
    assert peers.members(database, "miesto-dalis", PERIOD, "nearest_population").empty
    assert "miesto-dalis" not in set(peers.members(database, "zemupys", PERIOD, "nearest_population")["vvg"])
    assert list(peers.members(database, "zemupys", PERIOD, "same_county")["vvg"]) == ["miesto-dalis"]


def test_peers_are_of_the_same_period(database: DuckDBPyConnection) -> None:
    members = peers.members(database, "aukstupys", "2021-2027", "nearest_population")
    assert set(members["eu_period"]) <= {"2021-2027"}
    assert "vidupys" not in set(members["vvg"])


def test_an_unknown_rule_is_refused(database: DuckDBPyConnection) -> None:
    with pytest.raises(ValueError, match="no such peer rule: wealth"):
        peers.members(database, "aukstupys", PERIOD, "wealth")


def test_every_missing_figure_has_a_reason_and_every_known_one_a_source(database: DuckDBPyConnection) -> None:
    figures = peers.figures(database, PERIOD, ("aukstupys", "tolupys", "miesto-dalis"))
    missing = figures["value"].isna()
    assert figures.loc[missing, "reason"].notna().all()
    assert figures.loc[~missing, "reason"].isna().all()
    assert figures.loc[~missing, "sources"].notna().all()


def test_figures_keep_their_scope_and_their_marks(database: DuckDBPyConnection) -> None:
    rows = peers.figures(database, PERIOD, ("aukstupys",)).set_index("figure")
    assert rows.loc["allocated_eur", "value"] == 500_000
    assert rows.loc["allocated_eur", "is_disputed"]
    assert rows.loc["per_resident_eur", "value"] == 100
    assert rows.loc["administration_eur", "value"] == 60_000
    assert rows.loc["paid_projects_eur", "value"] == 480_000
    assert rows.loc["participants:planned", "value"] == 350
    assert rows.loc["participants:achieved", "value"] == 609


def test_money_per_at_least_so_many_is_at_most_so_much(database: DuckDBPyConnection) -> None:
    rows = peers.figures(database, "2021-2027", ("aukstupys",)).set_index("figure")
    assert rows.loc["participants:planned", "bound"] == "at_least"
    assert rows.loc["per_participant_eur", "bound"] == "at_most"


def test_the_best_known_vvg_is_the_example(database: DuckDBPyConnection) -> None:
    assert peers.known_figures(database)["vvg"].iloc[0] == "aukstupys"


def test_a_measure_is_never_like_one_of_its_own_vvg(database: DuckDBPyConnection) -> None:
    known = similar.measures(database)
    for item, vvg in zip(known["item"], known["vvg"], strict=True):
        nearest = similar.nearest_measures(database, item)
        assert vvg not in set(nearest["vvg"])
        assert (nearest["likeness"] >= similar.LEAST_LIKENESS).all()
    with pytest.raises(KeyError):
        similar.nearest_measures(database, "no/such/measure")


def test_what_is_shown_as_similar_is_what_readers_judged_similar(real_database: DuckDBPyConnection) -> None:
    judged = yaml.safe_load((Path(__file__).parent / "judged_pairs.yaml").read_text(encoding="utf-8"))
    assert len(judged["pairs"]) >= 50
    names = {(one["strategy"], one["title"]): name for name, one in judged["measures"].items()}
    right = {(pair["a"], pair["b"]) for pair in judged["pairs"] if pair["similar"]}
    known = similar.measures(real_database)
    items = {names.get((row["strategy"], row["title"])): row["item"] for row in known.to_dict("records")}
    assert set(judged["measures"]) <= set(items), "a judged measure is gone from the data"
    asked = list(dict.fromkeys(pair["a"] for pair in judged["pairs"]))
    shown = []
    for name in asked:
        nearest = similar.nearest_measures(real_database, items[name], most=3)
        shown += [(name, names.get((row["strategy"], row["title"]))) for row in nearest.to_dict("records")]
    assert len({name for name, _other in shown}) >= 0.9 * len(asked), "too many questions without an answer"
    precision = sum(pair in right for pair in shown) / len(shown)
    assert precision >= 0.8


def test_shared_words_stand_in_the_title_they_are_shown_with(real_database: DuckDBPyConnection) -> None:
    known = similar.measures(real_database)
    item = known.loc[known["title"] == "Socialinio verslo iniciatyvų rėmimas", "item"].iloc[0]
    nearest = similar.nearest_measures(real_database, item)
    assert len(nearest) >= 3
    for row in nearest.to_dict("records"):
        words = row["shared"].split(", ")
        assert len(words) >= similar.LEAST_WORDS
        assert all(word in row["title"].lower() for word in words)
