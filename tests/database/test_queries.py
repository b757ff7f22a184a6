"""Every question of the atlas: what it promises, whatever the reader chose."""

import inspect
from collections.abc import Callable

import duckdb
import pandas as pd
import pytest

from database import queries
from database.choice import Choice

QUESTIONS = {
    name: question
    for name, question in vars(queries).items()
    if inspect.isfunction(question) and question.__module__ == "database.queries" and not name.startswith("_")
}
CHOOSERS = [name for name, question in QUESTIONS.items() if "choice" in inspect.signature(question).parameters]

FULL = Choice(
    periods=("2014-2020",), counties=("Šiaulių apskritis",), vvgs=("aukstupys", "zemupys"),
    groups=("unemployed", "youth"), themes=("social_exclusion",), funds=("esf",), statuses=("funded",),
)  # fmt: skip
IMPOSSIBLE = Choice(vvgs=("no such VVG", "'; drop table funding; --"))

FITTING = {
    "vvg": "aukstupys",
    "table": "editions",
    "name": "funding",
    "measures": ("residents",),
    "term": "older_people",
    "municipality": "Pakruojo rajono savivaldybė",
    "scope": "strategy",
    "stage": "allocated",
    "eu_period": "2014-2020",
}
"""What a question may ask to be told, by the name of the parameter."""

WITHOUT_SOURCE = {
    "vvgs": "names and places; what is known of each has its source",
    "counties": "names alone",
    "totals": "a sum over strategies; funding names the source of each",
    "funding_choices": "counts of strategies, to choose from",
    "funding_spread": "a spread over strategies; funding names the source of each",
    "group_counts": "counts of strategies; group_matrix names the sources",
    "groups_of_vvgs": "counts of strategies; group_matrix names the sources",
    "group_coverage": "counts of strategies",
    "strategies_with_groups": "a count of strategies",
    "indicator_choices": "counts of strategies, to choose from",
    "questions": "what the record itself asks",
    "gaps": "what no source says has none",
    "vocabulary": "the atlas's own words",
    "columns": "the atlas's own words",
    "build": "about the database itself",
    "form": "about the database itself",
}

EMPTY = {"edition_changes": "no text of an edition was read in this world; tests/pages/test_editions.py has three"}
"""Questions to which the invented world has no answer."""


def asked(name: str, database, choice: Choice | None = None, **others: object) -> object:
    """The answer to a question, told no more than it must be."""
    arguments = {}
    for parameter in list(inspect.signature(QUESTIONS[name]).parameters.values())[1:]:
        if parameter.name == "choice":
            arguments["choice"] = choice or Choice()
        elif parameter.default is inspect.Parameter.empty:
            arguments[parameter.name] = others.get(parameter.name, FITTING[parameter.name])
    return QUESTIONS[name](database, **arguments)


def test_there_are_questions():
    assert len(QUESTIONS) > 25
    assert set(WITHOUT_SOURCE) <= set(QUESTIONS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_its_docstring_is_a_question(name):
    first = inspect.getdoc(QUESTIONS[name]).split("\n\n")[0]
    assert "?" in first
    assert first.endswith(("?", ".")), first


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_is_a_noun_with_types(name):
    signature = inspect.signature(QUESTIONS[name])
    assert not name.startswith(("get_", "load_", "fetch_", "query_"))
    assert all(parameter.annotation is not inspect.Parameter.empty for parameter in signature.parameters.values())
    assert signature.return_annotation is not inspect.Signature.empty


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_names_its_sources_or_is_listed_with_the_reason(name, database):
    answer = asked(name, database)
    columns = list(answer.columns) if isinstance(answer, pd.DataFrame) else []
    assert (name in WITHOUT_SOURCE) or any("source" in column for column in columns)


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - set(EMPTY)))
def test_everything_is_answered_where_nothing_is_chosen(name, database):
    answer = asked(name, database)
    assert not isinstance(answer, pd.DataFrame) or len(answer) > 0


@pytest.mark.parametrize("name", CHOOSERS)
def test_every_choice_at_once_can_be_asked(name, database):
    everything, chosen = asked(name, database), asked(name, database, FULL)
    if isinstance(chosen, pd.DataFrame):
        assert list(chosen.columns) == list(everything.columns)
        assert len(chosen) <= len(everything)
        if "strategy" in chosen:
            assert set(chosen["strategy"]) <= {"aukstupys/2014-2020"}


COUNTS_EVERY_GROUP = {"group_counts", "group_figures"}


@pytest.mark.parametrize("name", CHOOSERS)
def test_an_impossible_choice_has_no_row(name, database):
    answer = asked(name, database, IMPOSSIBLE)
    if isinstance(answer, int):
        assert answer == 0
    elif name in COUNTS_EVERY_GROUP or "strategies" in answer:
        assert answer.empty or answer["strategies"].fillna(0).sum() == 0
    else:
        assert answer.empty


@pytest.mark.parametrize("name", ["strategies", "funding", "group_matrix", "indicators", "items", "gaps"])
@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(periods=("2021-2027",)), {"aukstupys/2021-2027", "tolupys/2021-2027"}),
        (Choice(counties=("Utenos apskritis",)), {"vidupys/2014-2020", "tolupys/2014-2020", "tolupys/2021-2027"}),
        (Choice(vvgs=("aukstupys",)), {"aukstupys/2014-2020", "aukstupys/2021-2027"}),
        (Choice(vvgs=("aukstupys",), periods=("2014-2020",)), {"aukstupys/2014-2020"}),
        (Choice(vvgs=("aukstupys",), periods=("2014-2020",), groups=("neet",)), {"aukstupys/2014-2020"}),
        (Choice(vvgs=("aukstupys",), groups=("no such",)), set()),
        (Choice(vvgs=("pajuris", "girininkai")), {"pajuris/2014-2020", "girininkai/2014-2020"}),
        (Choice(vvgs=("tolupys", "aukstupys"), periods=("2021-2027",)), {"aukstupys/2021-2027", "tolupys/2021-2027"}),
        (Choice(groups=("neet",)), {"aukstupys/2014-2020"}),
        (Choice(themes=("entrepreneurship",)), {"aukstupys/2014-2020"}),
        (Choice(funds=("erdf",)), {"aukstupys/2021-2027"}),
        (Choice(statuses=("funded",)), {"aukstupys/2014-2020", "zemupys/2014-2020"}),
        (Choice(statuses=("funded",), counties=("Kauno apskritis",)), {"zemupys/2014-2020"}),
    ],
)
def test_a_choice_narrows_to_its_strategies(name, choice, expected, database):
    answer = asked(name, database, choice)
    assert set(answer["strategy"]) <= expected
    if name in ("strategies", "gaps"):
        assert set(answer["strategy"]) == expected


def test_of_a_vvg_stand_its_own_strategies_alone_however_like_it_others_are_named():
    keys = [
        "utena/2014-2020",
        "utena/2021-2027",
        "utena-2/2014-2020",
        "utena2/2014-2020",
        "uten/2021-2027",
        "utenb/2014-2020",
    ]
    with duckdb.connect() as database:
        database.execute("create table strategy_overview as select unnest(?) as strategy, 'utena' as vvg", [keys])

        def chosen(**fields: tuple[str, ...]) -> set[str]:
            condition, parameters = Choice(**fields).condition("o.strategy")
            found = database.execute(f"select strategy from strategy_overview as o where {condition}", parameters)
            return {key for (key,) in found.fetchall()}

        assert chosen(vvgs=("utena",)) == set(keys[:2])
        assert chosen(vvgs=("utena",), periods=("2021-2027",)) == {keys[1]}
        assert chosen(vvgs=("utena",), periods=("2021",)) == set()
        assert chosen(vvgs=("utena", "uten")) >= {keys[0], keys[1], keys[4]}


def test_the_key_of_a_strategy_is_its_vvg_and_its_period(database, real_database):
    for each in (database, real_database):
        strategies = queries.strategies(each)
        assert list(strategies["strategy"]) == list(strategies["vvg"] + "/" + strategies["eu_period"])


def test_two_values_of_a_kind_widen_and_two_kinds_narrow(database):
    def count(choice: Choice) -> int:
        return len(queries.strategies(database, choice))

    assert count(Choice(periods=("2014-2020", "2021-2027"))) == 9
    assert count(Choice(groups=("unemployed", "neet"))) == 6
    assert count(Choice(groups=("neet",), periods=("2021-2027",))) == 0


def test_names_stand_in_the_order_of_the_lithuanian_alphabet(database):
    cities = list(queries.vvgs(database)["city"])
    assert cities == ["Kaunas", "Kėdainiai", "Pakruojis", "Palanga", "Utena", "Varėna", "Zarasai"]


@pytest.mark.parametrize(("question", "name"), [(queries.table, "funding; drop"), (queries.table, "duckdb_settings")])
def test_a_table_that_is_none_is_refused(question: Callable, name, database):
    with pytest.raises(ValueError, match="no such table"):
        question(database, name)


def test_a_small_table_that_is_none_is_refused(database):
    with pytest.raises(ValueError, match="no such small table: funding"):
        queries.facts_of_strategy(database, "funding", "aukstupys")


def test_a_missing_value_is_never_zero(database):
    found = queries.strategies(database).set_index("strategy")
    assert pd.isna(found.loc["tolupys/2021-2027", "allocated_eur"])
    assert pd.isna(found.loc["vidupys/2014-2020", "participants_achieved"])


def test_sources_say_how_many_facts_rest_on_each(database):
    all_of_them = queries.sources(database).set_index("source")
    assert all_of_them.loc["aukstupys/S4", "facts"] == 7
    assert list(queries.sources(database, ("aukstupys/S2", "no such"))["source"]) == ["aukstupys/S2"]
    assert queries.sources(database, ()).empty


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_can_be_asked_of_the_real_data(name, real_database):
    vvg = queries.vvgs(real_database)["vvg"].iloc[0]
    assert asked(name, real_database, Choice(vvgs=(vvg,)), vvg=vvg) is not None
