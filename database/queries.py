"""The questions of the atlas. Each is a noun, answers one sentence that ends in «?», and names its sources.

Every answer is a DataFrame; amounts are euros, missing values are None or NaN and never zero.
"""

import re

import pandas as pd

from database.choice import Choice, Parameters, marks
from database.door import Database
from database.door import answer as _answer

EVERYTHING = Choice()


def strategies(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Which strategies are there, what was each given, what did it plan and achieve?"""
    return _chosen(
        database, "select * from strategy_overview where {chosen} order by city collate lt, eu_period, strategy", choice
    )


def vvgs(database: Database) -> pd.DataFrame:
    """Which local action groups are there, where, and of how many strategies do we know?"""
    return _answer(
        database,
        """
        select
            v.vvg, v.name, v.city, v.part, v.place, v.municipality, m.county, m.region, v.website, p.latitude,
            p.longitude, count(s.strategy) as strategies
        from vvgs as v
        inner join municipalities as m on m.municipality = v.municipality
        left join places as p on p.place = v.place
        left join strategies as s on s.vvg = v.vvg
        group by
            v.vvg, v.name, v.city, v.part, v.place, v.municipality, m.county, m.region, v.website, p.latitude,
            p.longitude
        order by v.city collate lt, v.name collate lt
        """,
    )


def places(database: Database) -> pd.DataFrame:
    """In which cities and towns may a VVG work, and in which municipality is each?"""
    return _answer(database, "select place, municipality, source from places order by place collate lt")


def counties(database: Database) -> pd.DataFrame:
    """In which counties does a VVG work?"""
    sql = """
        select distinct m.county from vvgs as v inner join municipalities as m on m.municipality = v.municipality
        order by m.county collate lt
    """
    return _answer(database, sql)


def totals(database: Database) -> pd.DataFrame:
    """How many strategies of each EU period are known, how many with money, what does it add up to?

    allocated_eur adds up one shown sum a strategy (scope strategy, stage allocated); its coverage stands beside it.
    """
    return _answer(
        database,
        """
        select
            eu_period,
            count(*) as strategies,
            count(*) filter (where detail = 'recorded') as recorded,
            count(allocated_eur) as with_allocated,
            sum(allocated_eur) as allocated_eur,
            count(participants_planned) as with_participants_planned,
            sum(participants_planned) as participants_planned,
            count(participants_achieved) as with_participants_achieved,
            sum(participants_achieved) as participants_achieved,
            count(*) filter (where allocated_is_disputed) as disputed
        from strategy_overview
        group by eu_period
        order by eu_period
        """,
    )


def funded_coverage(database: Database) -> pd.DataFrame:
    """Of the strategies that the ministry counts as funded, how many are known here, and how far?"""
    return _answer(database, "select * from funded_coverage order by eu_period")


def selection_rounds(database: Database) -> pd.DataFrame:
    """In which rounds were strategies selected, how many did the ministry fund and how many of them are known here?"""
    return _answer(database, "select * from selection_rounds order by eu_period, concat(date, '~'), round")


def known_strategies(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """How far is each strategy known: with an amount, by its record, by name only?"""
    sql = "select * from known_strategies where {chosen} order by eu_period, city collate lt, strategy"
    return _chosen(database, sql, choice)


PER = {
    "total": "amount_eur",
    "resident": "per_resident_eur",
    "participant": "per_participant_eur",
    "project": "per_project_eur",
}
"""What money may be counted per, and the column that says it."""

ENOUGH_VALUES, ENOUGH_PERCENT = 5, 60
"""A median or quartile is told only of so many values, which are so much of what was asked for."""


def funding(
    database: Database,
    choice: Choice = EVERYTHING,
    scope: str = "strategy",
    stage: str = "allocated",
) -> pd.DataFrame:
    """How much money has each strategy been given, in one scope and one stage?"""
    return _chosen(
        database,
        """
        select * from funding_by_strategy where scope = ? and stage = ? and {chosen}
        order by amount_eur desc, city collate lt, eu_period, strategy
        """,
        choice,
        [scope, stage],
    )


def funding_spread(database: Database, choice: Choice, scope: str, stage: str, per: str = "total") -> pd.DataFrame:
    """How is the money of each EU period spread: its median and quartiles, and are there enough values to tell them?

    In: `per`, a key of PER. Out: a row a period; `known` strategies with a value out of all `strategies`, `counted`
    of them exact sums; median and quartiles are missing where is_enough is false. A bound (at least, at most) has
    no place in an order and is not counted.
    """
    condition, chosen = choice.condition()
    value = PER[per]
    return _answer(
        database,
        f"""
        with asked as (
            select eu_period, count(*) as strategies from strategy_overview where {condition} group by eu_period
        ),
        known as (
            select eu_period, {value} as value, case when bound = 'exact' then {value} end as exact
            from funding_by_strategy where scope = ? and stage = ? and {condition}
        ),
        told as (
            select a.eu_period, a.strategies, count(k.value) as known, count(k.exact) as counted,
                percentile_cont(0.25) within group (order by k.exact) as lower_quartile,
                percentile_cont(0.5) within group (order by k.exact) as median,
                percentile_cont(0.75) within group (order by k.exact) as upper_quartile
            from asked as a left join known as k on k.eu_period = a.eu_period
            group by a.eu_period, a.strategies
        )
        select eu_period, strategies, known, counted,
            counted >= {ENOUGH_VALUES} and 100 * counted >= {ENOUGH_PERCENT} * strategies as is_enough,
            case when counted >= {ENOUGH_VALUES} and 100 * counted >= {ENOUGH_PERCENT} * strategies
                then cast(lower_quartile as double) end as lower_quartile,
            case when counted >= {ENOUGH_VALUES} and 100 * counted >= {ENOUGH_PERCENT} * strategies
                then cast(median as double) end as median,
            case when counted >= {ENOUGH_VALUES} and 100 * counted >= {ENOUGH_PERCENT} * strategies
                then cast(upper_quartile as double) end as upper_quartile
        from told order by eu_period
        """,
        [*chosen, scope, stage, *chosen],
    )


def funding_shares(database: Database, choice: Choice, scope: str, stage: str) -> pd.DataFrame:
    """Which share of a period's known money do the strategies hold that got least, counted up one by one?

    Only exact sums. Out: a row a strategy, from the smallest sum of its period up; `place` of `counted`.
    """
    return _chosen(
        database,
        """
        select strategy, vvg, city, eu_period, amount_eur,
            row_number() over (partition by eu_period order by amount_eur, strategy) as place,
            count(*) over (partition by eu_period) as counted,
            100.0 * row_number() over (partition by eu_period order by amount_eur, strategy)
                / count(*) over (partition by eu_period) as strategies_percent,
            cast(100 * sum(amount_eur) over (
                partition by eu_period order by amount_eur, strategy rows unbounded preceding
            ) as double) / cast(sum(amount_eur) over (partition by eu_period) as double) as money_percent,
            sources
        from funding_by_strategy where bound = 'exact' and scope = ? and stage = ? and {chosen}
        order by eu_period, place
        """,
        choice,
        [scope, stage],
    )


def funding_stages(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """What was planned, allocated, contracted and paid, where more than one of them is known?"""
    sql = """
        select * from funding_stages where {chosen}
        order by city collate lt, eu_period, amount_eur desc, strategy, stage
    """
    return _chosen(database, sql, choice)


def funding_choices(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Of how many strategies is each scope and stage of money known?"""
    sql = """
        select scope, stage, count(*) as strategies from funding_shown where {chosen}
        group by scope, stage order by strategies desc, scope, stage
    """
    return _chosen(database, sql, choice)


def funding_details(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Which single sums does each source state, for what, at what stage, from which funds?"""
    return _chosen(
        database,
        """
        select * from funding_details where {chosen}
        order by city collate lt, eu_period, scope, amount_eur desc, funding
        """,
        choice,
    )


def funding_by_fund(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Which parts of a strategy's money come from which single fund, and do they add up to the whole?"""
    sql = "select * from funding_parts where {chosen} order by city collate lt, eu_period, stage, amount_eur desc"
    return _chosen(database, sql, choice)


def funding_by_theme(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """What is known of the money of single measures, and under which theme does it fall?

    One row a measure, area or administration sum; an amount of a goal or objective is left out, for it would count
    its measures twice.
    """
    return _chosen(
        database,
        """
        select strategy, vvg, vvg_name, city, eu_period,
            case when scope = 'administration' then 'administration' else theme end as theme,
            scope, stage, role, subject, amount_eur, is_approximate, bound, as_written, note, source
        from funding_details
        where scope in ('measure', 'administration') and role in ('whole', 'part') and repeats is null and {chosen}
        order by city collate lt, eu_period, amount_eur desc, funding
        """,
        choice,
    )


def funding_statements(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """What does each source say of the same sum, and in which order do they stand? place = 1 is the one shown."""
    return _chosen(
        database,
        """
        select r.funding, r.strategy, r.scope, r.stage, r.amount_eur, r.is_approximate, r.bound, r.as_written, r.note,
            r.source, r.source_rank, s.kind, r.stated, r.place
        from funding_ranked as r inner join sources as s on s.source = r.source
        where r.role = 'whole' and r.{chosen}
        order by r.strategy, r.scope, r.stage, r.place
        """,
        choice,
    )


def indicator_statements(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """What does each source say of the same indicator and state, and which of them is shown? place = 1 is shown."""
    return _chosen(
        database,
        """
        select i.indicator, i.strategy, i.scope, i.subject, i.concept, i.name, i.unit, i.state, i.value, i.bound,
            i.is_approximate, i.year, i.as_written, i.note, i.source, s.rank as source_rank, s.kind,
            s.published as stated, i.place
        from indicator_values as i inner join sources as s on s.source = i.source
        where i.{chosen}
        order by i.strategy, i.scope, i.subject, i.name, i.state, i.place
        """,
        choice,
    )


def group_counts(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """How many strategies and VVGs name each target group? Groups that nobody names are there with 0."""
    condition, parameters = choice.condition()
    return _answer(
        database,
        f"""
        with counted as (
            select term, count(distinct strategy) as strategies, count(distinct vvg) as vvgs, sum(phrases) as phrases
            from group_matrix where {condition} group by term
        )
        select v.code as term, v.parent as parent_term, coalesce(c.strategies, 0) as strategies,
            coalesce(c.vvgs, 0) as vvgs, coalesce(c.phrases, 0) as phrases, v.properties
        from vocabulary as v left join counted as c on c.term = v.code
        where v.scheme = 'target_groups'
        order by strategies desc, v.position
        """,
        parameters,
    )


def group_matrix(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Which strategy names which target group, in how many phrases?"""
    sql = """
        select * from group_matrix where {chosen}
        order by county collate lt, city collate lt, eu_period, strategy, term
    """
    return _chosen(database, sql, choice)


def group_phrases(
    database: Database,
    choice: Choice = EVERYTHING,
    terms: tuple[str, ...] = (),
    most: int | None = None,
) -> pd.DataFrame:
    """In which words do the sources name target groups, on the strategy and on its measures and projects?

    In: `most`, how many of the first rows are wanted where not all are.
    """
    condition = f"term in ({marks(terms)})" if terms else "true"
    return _chosen(
        database,
        f"""
        select * from group_phrases where {condition} and {{chosen}}
        order by city collate lt, eu_period, level, phrase, target_group, term
        {_first(most)}
        """,
        choice,
        list(terms),
    )


def groups_of_vvgs(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Which VVG names which target group: on a strategy, or only on a measure or project, and in which words?"""
    return _chosen(
        database,
        """
        select vvg, city, county, term,
            max(case when level = 'strategy' then 1 else 0 end) = 1 as is_on_strategy,
            count(distinct strategy) as strategies,
            string_agg(distinct phrase, ' · ' order by phrase) as phrases,
            string_agg(distinct source, ' ' order by source) as sources
        from group_phrases where term is not null and {chosen}
        group by vvg, city, county, term
        order by county collate lt, city collate lt, vvg, term
        """,
        choice,
    )


def group_coverage(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Of how many strategies of each VVG are the target groups known?"""
    return _chosen(
        database,
        """
        select o.vvg, o.city, o.county, count(*) as strategies, count(g.strategy) as with_groups
        from strategy_overview as o
        left join (select distinct strategy from target_groups) as g on g.strategy = o.strategy
        where o.{chosen}
        group by o.vvg, o.city, o.county
        order by o.county collate lt, o.city collate lt, o.vvg
        """,
        choice,
    )


def group_figures(database: Database, choice: Choice, term: str, most: int | None = None) -> pd.DataFrame:
    """What money and how many participants stand behind the measures and projects that name a group?

    In: `most`, how many of the first rows are wanted where not all are.
    """
    return _chosen(
        database,
        f"""
        select * from group_figures where term = ? and {{chosen}}
        order by city collate lt, eu_period, subject, figure, value desc, strategy, phrase, source
        {_first(most)}
        """,
        choice,
        [term],
    )


def strategies_with_groups(database: Database, choice: Choice = EVERYTHING) -> int:
    """Of how many strategies is at least one target group known?"""
    frame = _chosen(database, "select count(distinct strategy) as n from target_groups where {chosen}", choice)
    return int(frame["n"].iloc[0])


def indicator_choices(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Which concepts and scopes of indicators are known, for how many strategies?"""
    return _chosen(
        database,
        """
        select concept, scope, count(distinct strategy) as strategies, count(*) as indicators,
            count(*) filter (where planned is not null and achieved is not null) as pairs
        from indicator_pairs where {chosen} group by concept, scope
        order by strategies desc, concept, scope
        """,
        choice,
    )


def indicators(
    database: Database,
    choice: Choice = EVERYTHING,
    concept: str | None = None,
    scope: str | None = None,
) -> pd.DataFrame:
    """What was planned and what was achieved, indicator by indicator, of one concept and scope?"""
    asked, parameters = _equal({"i.concept": concept, "i.scope": scope})
    return _chosen(
        database,
        f"""
        select i.*, o.vvg, o.vvg_name, o.city, o.county, o.eu_period,
            coalesce(t.title, p.title, p.code, c.title, c.number) as subject_title
        from indicator_pairs as i
        inner join strategy_overview as o on o.strategy = i.strategy
        left join strategy_items as t on t.item = i.subject
        left join projects as p on p.project = i.subject
        left join calls as c on c.call = i.subject
        where {asked} and i.{{chosen}}
        order by i.achieved_percent desc nulls last, i.planned desc nulls last, o.city collate lt, i.name,
            i.strategy, i.scope, i.subject
        """,
        choice,
        parameters,
    )


def items(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Which goals, objectives, measures and actions does a strategy have, in the order of its tree?"""
    return _chosen(database, "select * from item_tree where {chosen} order by strategy, position", choice)


def projects(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Which projects are known, by whom, in what state and for how much?"""
    (condition, chosen), (of_project, _same) = choice.condition(), choice.condition("p.strategy")
    return _answer(
        database,
        f"""
        select p.*, s.vvg, v.city, s.eu_period, f.amount_eur, f.stage as amount_stage, f.role as amount_role
        from projects as p
        inner join strategies as s on s.strategy = p.strategy
        inner join vvgs as v on v.vvg = s.vvg
        left join (
            select project, amount_eur, stage, role,
                row_number() over (
                    partition by project order by case role when 'whole' then 1 when 'value' then 2 else 3 end, line
                ) as place
            from funding where project is not null and {condition}
        ) as f on f.project = p.project and f.place = 1
        where {of_project}
        order by v.city collate lt, s.eu_period, p.line, p.project
        """,
        [*chosen, *chosen],
    )


def calls(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """Which calls are known, when, for how much, and how many proposals came?"""
    return _chosen(
        database,
        """
        select c.*, s.vvg, v.city, s.eu_period, f.amount_eur, f.stage as amount_stage, n.value as proposals_received
        from calls as c
        inner join strategies as s on s.strategy = c.strategy
        inner join vvgs as v on v.vvg = s.vvg
        left join (
            select call, amount_eur, stage, row_number() over (partition by call order by line) as place
            from funding where call is not null and role = 'whole'
        ) as f on f.call = c.call and f.place = 1
        left join (
            select call, value, row_number() over (partition by call order by line) as place
            from indicators where call is not null and concept = 'proposals_received'
        ) as n on n.call = c.call and n.place = 1
        where c.{chosen}
        order by v.city collate lt, s.eu_period, c.line, c.call
        """,
        choice,
    )


def timeline(database: Database, vvg: str) -> pd.DataFrame:
    """What happened to a VVG and its strategies, and when?"""
    return _answer(database, "select * from timeline where vvg = ? order by first_day, kind, what", [vvg])


def facts_of_strategy(database: Database, table: str, vvg: str) -> pd.DataFrame:
    """What do the sources say of a VVG's strategies in one of the small tables?

    In: `table` is one of approvals, editions, documents, territories, programmes, strategy_statuses.
    """
    if table not in {"approvals", "editions", "documents", "territories", "programmes", "strategy_statuses"}:
        raise ValueError(f"no such small table: {table}")
    return _answer(
        database,
        f"select t.*, s.eu_period from {table} as t inner join strategies as s on s.strategy = t.strategy"
        " where s.vvg = ? order by s.eu_period, t.line",
        [vvg],
    )


def edition_changes(database: Database, vvg: str) -> pd.DataFrame:
    """What changed from one edition of a VVG's strategies to the next, where the texts of both were read?"""
    return _answer(
        database,
        "select c.* from edition_changes as c inner join strategies as s on s.strategy = c.strategy where s.vvg = ?"
        " order by c.strategy, c.stated, c.kind, c.scope, c.code, c.name",
        [vvg],
    )


def questions(database: Database, vvg: str | None = None) -> pd.DataFrame:
    """What is unclear or contradicts, of one VVG or (None) in the national picture?"""
    condition, parameters = ("vvg = ?", [vvg]) if vvg else ("vvg is null", [])
    return _answer(database, f"select * from questions where {condition} order by line", parameters)


def gaps(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """What is not known, strategy by strategy and field by field, and why?"""
    sql = "select * from gaps where {chosen} order by city collate lt, eu_period, field, strategy"
    return _chosen(database, sql, choice)


def statistics(
    database: Database, measures: tuple[str, ...], kinds: tuple[str, ...] = ("municipality",)
) -> pd.DataFrame:
    """Which figures of residents and context are known for the territories of some kinds?"""
    return _answer(
        database,
        f"""
        select * from statistics
        where measure in ({marks(measures)}) and territory_kind in ({marks(kinds)})
        order by territory collate lt, measure, year, reference, municipality, source
        """,
        [*measures, *kinds],
    )


def areas(database: Database, choice: Choice = EVERYTHING) -> pd.DataFrame:
    """How large is the area that a strategy covers, and whose area is it?"""
    return _chosen(database, "select * from area_of_strategy where {chosen} order by strategy", choice)


def context_of_municipality(database: Database, municipality: str) -> pd.DataFrame:
    """What was a municipality like, beside the middle of all, in the year for which most figures are known?

    One row a measure of the year 2016: when most of the first strategies were made, and every municipality is known.
    """
    return _answer(
        database,
        """
        with middle as (
            select measure, median(value) as median, count(*) as municipalities
            from statistics where territory_kind = 'municipality' and year = 2016 group by measure
        )
        select s.measure, s.value, m.median, m.municipalities, s.unit, s.year, s.note, s.source
        from statistics as s
        inner join middle as m on m.measure = s.measure
        inner join vocabulary as v on v.scheme = 'statistics' and v.code = s.measure
        where s.territory_kind = 'municipality' and s.municipality = ? and s.year = 2016
            and s.reference = 'whole year'
        order by v.position
        """,
        [municipality],
    )


def boundaries(database: Database) -> pd.DataFrame:
    """What are the generalised borders of the municipalities?"""
    return _answer(
        database,
        """
        select b.municipality, m.short_name, m.lau_code, m.county, b.geometry, b.source
        from boundaries as b inner join municipalities as m on m.municipality = b.municipality
        order by m.lau_code
        """,
    )


def national(database: Database) -> pd.DataFrame:
    """Which figures of the whole country are known?"""
    return _answer(database, "select * from national order by topic, eu_period, as_of, line")


def sources(database: Database, keys: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Which sources are behind an answer (None: all), and how many facts rest on each?"""
    if keys is None:
        return _answer(database, "select * from source_use order by facts desc, source")
    if not keys:
        return _answer(database, "select * from source_use where false")
    return _answer(database, f"select * from source_use where source in ({marks(keys)}) order by source", list(keys))


def vocabulary(database: Database) -> pd.DataFrame:
    """Which codes are there, what are they called in both languages and what do they mean?"""
    return _answer(database, "select * from vocabulary order by scheme, position")


def columns(database: Database) -> pd.DataFrame:
    """What does each column of each table and view mean? A view has no comments of its own."""
    return _answer(
        database,
        """
        with held as (
            select table_oid as oid, comment, estimated_size as table_rows, false as is_view from duckdb_tables()
            where schema_name = 'main'
            union all
            select view_oid, comment, null, true from duckdb_views() where not internal
        )
        select c.table_name, h.comment as table_meaning, c.column_name, c.comment as meaning, c.data_type,
            c.is_nullable, h.table_rows, h.is_view
        from duckdb_columns() as c
        inner join held as h on h.oid = c.table_oid
        where not c.internal
        order by c.table_name, c.column_index
        """,
    )


def build(database: Database) -> dict[str, object]:
    """From which data was this database made, and when?"""
    return _answer(database, "select * from build").iloc[0].to_dict()


def form(database: Database) -> str:
    """Which tables, views and columns are there? A text that is the same for databases of the same form."""
    answer = _answer(
        database,
        "select string_agg(table_name || '.' || column_name || ' ' || data_type, ';' order by table_name, column_index)"
        " as form from duckdb_columns() where not internal and schema_name = 'main'",
    )
    return str(answer["form"].iloc[0])


def table(database: Database, name: str, most: int | None = None) -> pd.DataFrame:
    """What stands in a table or view, or in `most` of its first rows? Raises ValueError for a name that is none."""
    known = _answer(
        database,
        "select table_name as name from duckdb_tables() where schema_name = 'main'"
        " union all select view_name from duckdb_views() where not internal",
    )
    if name not in set(known["name"]):
        raise ValueError(f"no such table: {name}")
    return _answer(database, f'select * from "{name}" {_first(most)}')


def _chosen(database: Database, sql: str, choice: Choice, parameters: Parameters | None = None) -> pd.DataFrame:
    """The answer to a question in which `{chosen}` stands for the reader's choice, after its other parameters.

    In: `t.{chosen}` where the strategy is that of the table t.
    """
    [(marked, table)] = re.findall(r"((\w+\.)?\{chosen\})", sql)
    condition, chosen = choice.condition(f"{table}strategy")
    return _answer(database, sql.replace(marked, condition), [*(parameters or []), *chosen])


def _first(most: int | None) -> str:
    """The end of a question of which the first rows are wanted."""
    return "" if most is None else f"limit {int(most)}"


def _equal(asked: dict[str, str | None]) -> tuple[str, Parameters]:
    """A condition that columns equal what was asked; None asks nothing."""
    given = {column: value for column, value in asked.items() if value is not None}
    return " and ".join(f"{column} = ?" for column in given) or "true", list(given.values())
