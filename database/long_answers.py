"""What a page asks of an answer that is too long for it: how much there is, of what, and the few rows that it shows.

What the rows mean is said by the questions of `database.queries`, which give the whole for the files to take away.
"""

import pandas as pd

from database.choice import Choice, marks
from database.door import Database, answer


def strategies_with_sums(database: Database, choice: Choice) -> pd.DataFrame:
    """Of which strategies does a source state a sum?"""
    condition, parameters = choice.condition()
    return answer(
        database,
        f"""
        select strategy, vvg, vvg_name, city, eu_period from strategy_overview
        where strategy in (select strategy from funding) and {condition}
        order by city collate lt, eu_period
        """,
        parameters,
    )


def states_of_fields(database: Database, choice: Choice, fields: tuple[str, ...]) -> pd.DataFrame:
    """What is known, and what is not and why, of some fields of each strategy?"""
    condition, parameters = choice.condition()
    return answer(
        database,
        f"select strategy, field, state from gaps where field in ({marks(fields)}) and {condition}"
        " order by strategy, field",
        [*fields, *parameters],
    )


def fields_in_states(database: Database, choice: Choice, states: tuple[str, ...]) -> pd.DataFrame:
    """How many fields of each strategy are in one of some states?"""
    condition, parameters = choice.condition()
    return answer(
        database,
        f"""
        select strategy, count(*) filter (where state in ({marks(states)})) as fields
        from gaps where {condition} group by strategy order by strategy
        """,
        [*states, *parameters],
    )


def groups_of_strategies(database: Database, choice: Choice) -> pd.DataFrame:
    """How many target groups does each strategy name? A phrase that fits none counts as one of its own."""
    condition, parameters = choice.condition()
    return answer(
        database,
        f"""
        select strategy, count(distinct coalesce(term, phrase)) as groups,
            string_agg(distinct source, ' ' order by source) as sources
        from group_phrases where {condition} group by strategy order by strategy
        """,
        parameters,
    )


def unmapped_phrases(database: Database, choice: Choice, most: int) -> pd.DataFrame:
    """Which phrases fit no target group? The first of them, each with the number of `all_rows`."""
    condition, parameters = choice.condition()
    return answer(
        database,
        f"""
        select *, count(*) over () as all_rows from group_phrases where term is null and {condition}
        order by city collate lt, eu_period, level, phrase
        limit {int(most)}
        """,
        parameters,
    )


def rows_of_group(database: Database, choice: Choice, term: str) -> pd.DataFrame:
    """In how many phrases is a target group named, and behind how many figures does it stand?"""
    condition, parameters = choice.condition()
    return answer(
        database,
        f"""
        select (select count(*) from group_phrases where term = ? and {condition}) as phrases,
            (select count(*) from group_figures where term = ? and {condition}) as figures
        """,
        [term, *parameters, term, *parameters],
    )


def sources_of_phrases(database: Database, choice: Choice, term: str | None = None) -> pd.DataFrame:
    """Which sources name target groups, or one of them, and how many facts rest on each?"""
    condition, parameters = choice.condition()
    asked, of_term = ("term = ?", [term]) if term else ("true", [])
    return answer(
        database,
        f"""
        select * from source_use where source in (select source from group_phrases where {asked} and {condition})
        order by source
        """,
        [*of_term, *parameters],
    )


def context_indicators(database: Database, choice: Choice) -> pd.DataFrame:
    """Which figures of the place do strategies quote?"""
    condition, parameters = choice.condition("i.strategy")
    return answer(
        database,
        f"""
        select i.*, o.vvg, o.vvg_name, o.city, o.county, o.eu_period
        from indicator_pairs as i
        inner join strategy_overview as o on o.strategy = i.strategy
        where (i.scope = 'context' or i.concept like 'context\\_%' escape '\\')
            and {condition}
        order by i.achieved_percent desc nulls last, i.planned desc nulls last, o.city collate lt, i.name
        """,
        parameters,
    )


def indicator_counts(database: Database, choice: Choice, concept: str, scope: str) -> pd.DataFrame:
    """How many indicators of a concept and scope are known, of how many strategies, with target, actual or both?"""
    condition, parameters = choice.condition()
    return answer(
        database,
        f"""
        select count(*) as indicators, count(distinct strategy) as strategies, count(planned) as planned,
            count(achieved) as achieved, count(achieved_percent) as both_values
        from indicator_pairs where concept = ? and scope = ? and {condition}
        """,
        [concept, scope, *parameters],
    )


def first_indicators(database: Database, choice: Choice, concept: str, scope: str, most: int) -> pd.DataFrame:
    """What was planned and achieved, in the order of cities: the first rows of an answer that is not ranked."""
    condition, parameters = choice.condition("i.strategy")
    return answer(
        database,
        f"""
        with first as (
            select i.*, o.vvg, o.vvg_name, o.city, o.county, o.eu_period
            from indicator_pairs as i
            inner join strategy_overview as o on o.strategy = i.strategy
            where i.concept = ? and i.scope = ?
                and {condition}
            order by o.city, o.eu_period, i.name, i.achieved_percent desc nulls last, i.planned desc nulls last,
                i.subject
            limit {int(most)}
        )
        select f.*, coalesce(t.title, p.title, p.code, c.title, c.number) as subject_title
        from first as f
        left join strategy_items as t on t.item = f.subject
        left join projects as p on p.project = f.subject
        left join calls as c on c.call = f.subject
        order by f.city, f.eu_period, f.name, f.achieved_percent desc nulls last, f.planned desc nulls last, f.subject
        """,
        [concept, scope, *parameters],
    )


def sources_of_indicators(database: Database, choice: Choice, concept: str, scope: str) -> pd.DataFrame:
    """Which sources say the indicators of a concept and scope, and how many facts rest on each?"""
    condition, parameters = choice.condition()
    return answer(
        database,
        f"""
        with asked as (
            select planned_source, achieved_source from indicator_pairs where concept = ? and scope = ? and {condition}
        )
        select * from source_use
        where source in (select planned_source from asked union select achieved_source from asked)
        order by source
        """,
        [concept, scope, *parameters],
    )


def rows_of_table(database: Database, name: str) -> int:
    """How many rows has a table or view? In: a name that the question `table` knows."""
    return int(answer(database, f'select count(*) as n from "{name}"')["n"].iloc[0])
