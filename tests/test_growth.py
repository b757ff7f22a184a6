"""A world of many projects is built as any other, and what a page sends does not grow with the number of projects."""

import math
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from plotly.graph_objects import Figure
from streamlit.dataframe import lazy_df_source
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from benchmarks.growth import SIZES, Built
from benchmarks.growth_report import exponent, section
from benchmarks.page_costs import PAGES, load_as_a_server_does, size
from benchmarks.projects import phrases
from benchmarks.strategies import phrases_of
from benchmarks.world import build_world
from database import definitions, queries, search
from database.connection import open_database
from database.creation import SCHEMA
from database.digest import content_digest
from loaders.search import search_rows
from loaders.vocabularies import read_vocabularies
from ui import memory
from ui.maps.borders import Borders
from ui.stops import STOPS

STRATEGIES, FEW, MANY = 40, 400, 40_000
SECONDS = 300

GROWTH = 1.25
"""A hundred times as many projects: what is sent may grow by a few counts, longer words and lists that became full."""

FULL = 150_000
"""Bytes by which a page may grow until its lists are full: a few projects more fill a list, very many no more."""


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of ten projects a strategy."""
    return build_world(STRATEGIES, tmp_path_factory.mktemp("few") / "build", projects=FEW)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of a thousand projects a strategy."""
    return build_world(STRATEGIES, tmp_path_factory.mktemp("many") / "build", projects=MANY)


def rows(database: duckdb.DuckDBPyConnection, sql: str) -> list[tuple]:
    return database.execute(sql).fetchall()


def test_every_project_has_what_the_record_of_a_real_one_gives_and_says_that_it_is_invented(few):
    with open_database(few) as database:
        [(projects, named)] = rows(
            database,
            "select count(*), count(*) filter (where title like '%išgalvota%' and source like 'isgalvota-%')"
            " from projects where project like '%/project-m%'",
        )
        assert projects == named == FEW
        made = "project like '%/project-m%'"
        for table in ("funding", "indicators", "target_groups"):
            assert rows(database, f"select count(*) from {table} where {made}")[0][0] > FEW / 30
        assert rows(database, "select count(*) from funding_funds where funding like '%/project-m%'") == [(FEW,)]
        [(least, most)] = rows(
            database,
            "select min(n), max(n) from"
            f" (select strategy, count(*) as n from projects where {made} group by strategy) as counted",
        )
        assert most - least <= 1


def test_the_same_seed_makes_the_same_projects_and_another_seed_others(few, tmp_path):
    again = build_world(STRATEGIES, tmp_path / "again", projects=FEW)
    other = build_world(STRATEGIES, tmp_path / "other", seed=2, projects=FEW)
    assert again.name == few.name
    assert other.name != few.name


def test_a_project_is_found_by_the_words_that_the_search_would_keep_of_it(few, root):
    vocabularies = read_vocabularies(root / "data")
    with open_database(few) as database:
        tables = {
            name: queries.table(database, name).astype(object).to_dict("records")
            for name in ("vvgs", "strategies", "projects", "indicators", "target_groups", "target_group_terms")
        }
        tables |= {"strategy_items": [], "calls": [], "events": []}
        for name in tables:
            tables[name] = [{k: v for k, v in row.items() if isinstance(v, str)} for row in tables[name]]
        wanted = {str(row["entry"]): row for _table, row in search_rows(tables, vocabularies)}
        kept = queries.table(database, "search_entries").to_dict("records")
    made = [row for row in kept if "/project-m" in row["entry"]]
    assert len(made) > FEW * 3 / 2
    for row in made:
        assert row == wanted[row["entry"]] | {"number": row["number"]}


@pytest.mark.parametrize("view", sorted(definitions.STORED))
def test_a_stored_view_is_what_its_file_says(few, real_database, view):
    with open_database(few) as made:
        _assert_stored(made, view)
    _assert_stored(real_database.cursor(), view)


def _assert_stored(database: duckdb.DuckDBPyConnection, view: str) -> None:
    query, kept = definitions.query_of(view), f"{SCHEMA}.{view}"
    for one, other in ((query, f"from {kept}"), (f"from {kept}", query)):
        assert rows(database, f"select count(*) from (({one}) except all ({other})) as d") == [(0,)]
    assert rows(database, f"select count(*) from {view}") == rows(database, f"select count(*) from {kept}")


@pytest.mark.parametrize("view", sorted(definitions.STORED))
def test_the_rows_of_a_stored_view_lie_side_by_side_by_what_is_asked_of_them(few, view):
    order = ", ".join(definitions.STORED[view])
    ranked = f"select row_number() over (order by {order}) as place, rank() over (order by {order}) as least"
    with open_database(few) as made:
        lying = rows(made, f"{ranked}, rowid as lies from {SCHEMA}.{view} qualify lies < least - 1")
    assert lying == []


def test_a_reader_sees_a_stored_view_as_a_view_with_the_columns_of_its_file(real_database):
    told = queries.columns(real_database)
    views = set(told[told["is_view"]]["table_name"])
    assert set(definitions.STORED) < views == set(definitions.views())
    assert not told.duplicated(["table_name", "column_name"]).any()


def test_the_digest_is_that_of_the_rows_and_not_of_their_order(few, tmp_path):
    with open_database(few) as database:
        [(written,)] = rows(database, "select content_digest from build")
    with duckdb.connect(str(tmp_path / "copy.duckdb")) as copy:
        copy.execute(f"attach '{few}' as made (read_only)")
        copy.execute("copy from database made to copy")
        copy.execute("create temp table shuffled as select * from target_group_terms order by hash(target_group)")
        copy.execute("delete from target_group_terms")
        copy.execute("insert into target_group_terms select * from shuffled")
        copy.execute("detach made")
        copy.execute("drop table shuffled")
        assert content_digest(copy) == written
        copy.execute("update funding set amount_eur = amount_eur + 0.01 where funding like '%project-m7/funding-1'")
        assert content_digest(copy) != written


@pytest.fixture
def drawn(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, str, dict], AppTest]:
    """`drawn(database, page, choices)`: a page of that database, with what a server sends of long tables."""
    monkeypatch.chdir(root)
    monkeypatch.setattr(lazy_df_source, "config", lazy_df_source.config)
    load_as_a_server_does()

    def draw(database: Path, name: str, query: dict[str, str]) -> AppTest:
        monkeypatch.setenv("ATLAS_BUILD", str(database.parent))
        app = AppTest.from_file(root / "ui" / "main.py", default_timeout=SECONDS)
        for key, value in query.items():
            app.query_params[key] = value
        app._page_hash = calc_hash(STOPS[name].path)
        app.run()
        assert not app.exception
        assert not app.error
        return app

    return draw


@pytest.mark.parametrize(("name", "query"), PAGES, ids=lambda each: each if isinstance(each, str) else "-".join(each))
def test_what_a_page_sends_does_not_grow_with_the_number_of_projects(few, many, drawn, name, query):
    if name == "sql":
        pytest.skip("asks nothing of its own")
    small, large = (size(drawn(database, name, query)) for database in (few, many))
    assert large <= GROWTH * small + FULL


SOME, TWICE = 1200, 2400
BYTES = 400
"""A strategy more may add to a page its mark on a chart and its name in the lists of a choice; no row of a table."""


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of so many strategies that each list and table of a page is full."""
    return build_world(SOME, tmp_path_factory.mktemp("some") / "build")


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of twice as many strategies."""
    return build_world(TWICE, tmp_path_factory.mktemp("twice") / "build")


@pytest.mark.parametrize(
    ("name", "query"),
    [each for each in PAGES if "vvg" not in each[1]],
    ids=lambda each: each if isinstance(each, str) else "-".join(each),
)
def test_a_strategy_more_adds_to_a_page_a_mark_and_a_name(some, twice, drawn, name, query):
    small, large = (size(drawn(database, name, query)) for database in (some, twice))
    assert large - small <= BYTES * (TWICE - SOME)


def test_however_many_bubbles_a_map_has_its_borders_are_measured_for_the_names_alone(twice, drawn, monkeypatch):
    memory.forget()
    measured = []
    extent = Borders.extent
    monkeypatch.setattr(Borders, "extent", lambda *asked: measured.append(asked) or extent(*asked))
    drawn(twice, "map", {})
    assert 0 < len(measured) < 40


def test_the_notes_of_a_chart_are_added_at_once(twice, drawn, monkeypatch):
    memory.forget()
    added = []
    add = Figure.add_annotation
    monkeypatch.setattr(Figure, "add_annotation", lambda *given, **more: added.append(more) or add(*given, **more))
    drawn(twice, "indicators", {})
    assert len(added) < 20


def test_of_a_thousand_projects_the_profile_shows_the_first_and_says_how_many_there_are(many, drawn):
    app = drawn(many, "vvg", {"vvg": "isgalvota-00007", "section": "work"})
    said = " ".join(caption.value for caption in app.caption)
    assert "Rodoma 60 iš 1" in said


def test_of_very_many_hits_the_best_are_shown_and_all_are_counted(many):
    with open_database(many) as database:
        found = search.hits(database, "bendruomenė")
        [(named,)] = rows(database, "select count(*) from search_entries where stems like '% bendruomen%'")
    assert len(found) == search.MOST_HITS
    assert set(found["all_hits"]) == {named}
    assert named > MANY
    assert found["score"].is_monotonic_decreasing


def test_a_power_says_how_a_time_grows_with_the_size():
    assert exponent(1, 100, 100) == 1
    assert exponent(5, 5, 100) == 0


def test_the_report_tells_the_power_of_every_page_from_world_to_world_and_names_what_is_missed():
    took = {"today": 2, "small": 8, "europe": 80, "ten times europe": 800}
    builds = {name: Built(Path(name), seconds, 100, 10) for name, seconds in took.items()}
    seconds = {"today": 0.01, "small": 0.1, "europe": 2.0, "ten times europe": 200.0}
    costs = {name: {"gaps": {"query_seconds": asked, "sent": 5000}} for name, asked in seconds.items()}
    waits = {"gaps": {"today": 100.0, "small": 110.0, "europe": 250.0, "ten times europe": math.inf}}
    told = section(SIZES, builds, costs, waits, rounds=3)
    # Twenty times the projects in twenty times the time, then ten times in a hundred times.
    assert "| gaps | 10 | 100 | 2,000 | 200,000 | 1.00, 2.00 | 5 | 5 | 5 | 5 |" in told
    assert "| gaps | 100 | 1.10 | 2.50 | no answer |" in told
    assert "From small to europe the build grows by the power 0.77" in told
    assert "Questions that grow faster than linearly: gaps." in told
    assert "(the goal is none): gaps (2.5)." in told


def test_a_phrase_of_one_group_means_that_group_in_the_bulk_of_projects_too(root):
    vocabularies = read_vocabularies(root / "data")
    known = phrases_of(vocabularies)
    for phrase, (term, _stems) in phrases(vocabularies.schemes["target_groups"], known).items():
        assert known[phrase] == ((term,) if term else ())
