"""The systems that the atlas is measured beside answer its questions as it does: else their times would say nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.peers import in_sqlite, parquet
from benchmarks.peers.measure import Measured, same
from benchmarks.peers.profile import HEAVY, profile
from benchmarks.peers.questions import QUESTIONS, Differs, compare, plain
from benchmarks.peers.report import behind
from benchmarks.peers.systems import System, system
from benchmarks.world import build_world

BY_NAME = {question.name: question for question in QUESTIONS}
Opened = dict[str, tuple[System, object]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of an invented world of 40 strategies and 400 more projects."""
    return build_world(40, tmp_path_factory.mktemp("peers") / "build", projects=400)


@pytest.fixture(scope="module")
def opened(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The atlas, pandas and SQLite, each with the data of that world."""
    folder = tmp_path_factory.mktemp("files")
    parquet.export(world, folder / "files")
    in_sqlite.publish(folder / "files")
    systems = {name: system(name) for name in ("atlas", "pandas", "SQLite")}
    held = {name: (made, made.load(world, folder / "files")) for name, made in systems.items()}
    yield held
    for name in ("atlas", "SQLite"):
        held[name][1].close()


def rows(opened: Opened, name: str, question: str) -> list[tuple[object, ...]]:
    """The answer of a system to a question, in its compared columns."""
    made, state = opened[name]
    return plain(BY_NAME[question], made.rows(made.answers[question](state), BY_NAME[question].columns))


@pytest.mark.parametrize("question", BY_NAME)
def test_pandas_and_sqlite_answer_as_the_atlas_does(opened, question):
    expected = rows(opened, "atlas", question)
    assert expected
    for name in ("pandas", "SQLite"):
        compare(BY_NAME[question], expected, rows(opened, name, question))


@pytest.mark.parametrize("question", BY_NAME)
def test_of_each_question_it_is_told_where_the_time_goes(world, question):
    milliseconds, steps = profile(world, question)
    assert milliseconds > 0
    assert len(steps) == HEAVY
    assert steps == sorted(steps, key=lambda step: -step.milliseconds)


def test_the_twelve_questions_touch_the_many_rows_too(opened):
    assert len(QUESTIONS) == 12
    assert len(rows(opened, "atlas", "projects_of_vvg")) > 20
    [applicant] = [row for row in rows(opened, "atlas", "applicants") if row[0] == "Išgalvota bendruomenė"]
    assert applicant[1] > 400


def test_an_answer_that_is_a_cent_off_is_another_answer():
    question = BY_NAME["funding_by_theme"]
    told = [("a/2014-2020", "employment", "measure", 10.00), ("b/2014-2020", None, "measure", 20.00)]
    compare(question, told, [(*row[:3], row[3] + 0.001) for row in told])
    with pytest.raises(Differs, match="funding_by_theme"):
        compare(question, told, [told[0], (*told[1][:3], 20.01)])


def test_the_same_rows_in_another_order_are_another_answer():
    question = BY_NAME["funding_by_theme"]
    told = [("a/2014-2020", "employment", "measure", 10), ("b/2014-2020", None, "measure", 20)]
    with pytest.raises(Differs, match="in order"):
        compare(question, told, told[::-1])


def test_a_row_that_is_missing_is_another_answer():
    question = BY_NAME["money_by_fund"]
    told = [("esf", "ESF", "2014-2020", 4), ("own", "Nuosavos", "2014-2020", 2)]
    with pytest.raises(Differs, match="2 rows and 1 rows"):
        compare(question, told, told[:1])


def test_lists_of_keys_are_the_same_in_any_order():
    question = BY_NAME["applicants"]
    one = plain(question, [("Bendruomenė", 2, "a/2014-2020, b/2014-2020", "a/S1 b/S1")])
    compare(question, one, plain(question, [("Bendruomenė", 2, "b/2014-2020,a/2014-2020", "b/S1 a/S1")]))
    with pytest.raises(Differs):
        compare(question, one, plain(question, [("Bendruomenė", 2, "b/2014-2020", "b/S1 a/S1")]))


def test_systems_that_disagree_are_not_measured_any_further():
    rows = {"calls_by_year": [("2016", 3, 2, "a/S1")]}
    other = {"calls_by_year": [("2016", 4, 2, "a/S1")]}
    with pytest.raises(Differs, match="calls_by_year"):
        same({"atlas": Measured(rows=rows), "pandas": Measured(rows=other)})


def test_a_question_that_did_not_finish_has_no_time_and_does_not_count_as_ahead():
    def system(seconds: float, **beyond: str) -> Measured:
        times = {name: [seconds] for name in BY_NAME}
        return Measured(first=times, warm=times, beyond=beyond)

    slow, quick = system(1), system(0.5, funding="more than 60 s")
    assert quick.median("funding") is None
    assert "funding" not in behind({"atlas": slow, "SQLite": quick})
    assert "totals" in behind({"atlas": slow, "SQLite": quick})
