"""The twelve questions in SQLite as a Datasette publisher would serve it: text keys, indexes, statistics, a file that
is opened read-only and never changes. Datasette asks through this very module of Python.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.peers.questions import VVG

FILE = "atlas.sqlite"
LOT = 100_000
Answer = tuple[list[str], list[tuple[object, ...]]]
"""Names of the columns, and the rows."""

INDEXES = (
    "create unique index strategies_key on strategies (strategy)",
    "create index strategies_of_vvg on strategies (vvg)",
    "create unique index vvgs_key on vvgs (vvg)",
    "create unique index sources_key on sources (source)",
    "create unique index vocabulary_key on vocabulary (scheme, code)",
    "create index territories_of_strategy on territories (strategy)",
    "create index statistics_of_municipality on statistics (municipality, territory_kind, territory)",
    "create unique index items_key on strategy_items (item)",
    "create unique index themes_key on item_themes (item, theme)",
    "create unique index projects_key on projects (project)",
    "create index projects_of_strategy on projects (strategy, line)",
    "create index projects_of_applicant on projects (applicant, strategy, source)",
    "create index calls_opened on calls (opened, strategy, source)",
    "create unique index funding_key on funding (funding)",
    "create index funding_of_strategy on funding (strategy, scope, stage, role)",
    "create index funding_of_project on funding (project)",
    "create index funding_by_size on funding (scope, amount_eur desc, project, stage, role)",
    # What speaks of a strategy as a whole is a small part of the table.
    "create index funding_whole on funding (scope, stage, strategy)"
    " where role = 'whole' and item is null and project is null and call is null",
    "create unique index funds_key on funding_funds (funding, fund)",
    "create index indicators_of_scope on indicators (scope, concept, strategy, state, value)",
    "create unique index groups_key on target_groups (target_group, strategy)",
    "create unique index terms_key on target_group_terms (term, target_group)",
)


def publish(folder: Path) -> Path:
    """Makes the SQLite file of a folder of Parquet files, with indexes and the planner's statistics: its path."""
    path = folder / FILE
    path.unlink(missing_ok=True)
    with sqlite3.connect(path, isolation_level=None) as database:
        database.execute("pragma journal_mode = off")
        database.execute("pragma synchronous = off")
        database.execute("pragma cache_size = -1000000")
        for file in sorted(folder.glob("*.parquet")):
            _insert(database, file)
        for index in INDEXES:
            database.execute(index)
        database.execute(VIEW)
        database.execute("analyze")
    return path


def _insert(database: sqlite3.Connection, file: Path) -> None:
    source = pq.ParquetFile(file)
    names = source.schema_arrow.names
    database.execute(f"create table {file.stem} ({', '.join(names)})")
    database.execute("begin")
    marks = ", ".join("?" * len(names))
    for lot in source.iter_batches(LOT):
        columns = [column.to_pylist() for column in lot.columns]
        database.executemany(f"insert into {file.stem} values ({marks})", zip(*columns, strict=True))
    database.execute("commit")


def load(_world: Path, folder: Path) -> sqlite3.Connection:
    """The published file, opened as Datasette opens an immutable one."""
    return sqlite3.connect(f"file:{folder / FILE}?mode=ro&immutable=1", uri=True)


RESIDENTS = """
    base as (
        select s.strategy, v.city, v.municipality, v.part is not null as is_part,
            coalesce(s.first_year, cast(substr(s.eu_period, 1, 4) as integer)) as begins
        from strategies as s inner join vvgs as v on v.vvg = s.vvg
    ),
    divisors as (
        select b.strategy, 1 as preference, t.residents, cast(substr(t.as_of, 1, 4) as integer) as year, b.begins,
            t.source
        from base as b inner join territories as t on t.strategy = b.strategy and t.residents is not null
        union all
        select b.strategy, case x.territory_kind when 'city' then 2 else 3 end, x.value, x.year, b.begins, x.source
        from base as b inner join statistics as x on x.municipality = b.municipality
            and x.territory_kind in ('city', 'eldership') and x.territory = b.city
        where not b.is_part
        union all
        select b.strategy, 4, x.value, x.year, b.begins, x.source
        from base as b inner join statistics as x on x.municipality = b.municipality
            and x.territory_kind = 'municipality'
        where not b.is_part
    ),
    residents as (
        select strategy, residents from (
            select strategy, residents, row_number() over (
                partition by strategy
                order by preference, abs(coalesce(year, begins) - begins), year desc, residents, source
            ) as place
            from divisors
        ) where place = 1
    )
"""

SHOWN = """
    shown as (
        select * from (
            select f.*,
                row_number() over (
                    partition by f.strategy, f.scope, f.stage
                    order by s.rank, coalesce(f.as_of, s.published, '') desc, f.line desc
                ) as place,
                count(*) over same as statements, min(amount_eur) over same as lowest_eur,
                max(amount_eur) over same as highest_eur
            from funding as f inner join sources as s on s.source = f.source
            where f.role = 'whole' and f.scope in ('strategy', 'administration', 'preparation', 'project')
                and f.item is null and f.project is null and f.call is null
            window same as (partition by f.strategy, f.scope, f.stage)
        ) where place = 1
    ),
    allocated as (select * from shown where scope = 'strategy' and stage = 'allocated')
"""

PAIRS = """
    told as (
        select * from (
            select i.strategy, i.scope, coalesce(i.item, i.project, i.call, '') as subject, i.name, i.state, i.concept,
                i.value,
                row_number() over (
                    partition by i.strategy, i.scope, coalesce(i.item, i.project, i.call, ''), i.name, i.state
                    order by s.rank, coalesce(i.year, 0) desc, coalesce(s.published, '') desc, i.line desc
                ) as place
            from indicators as i inner join sources as s on s.source = i.source
            where i.state in ('planned', 'achieved') and {asked}
        ) where place = 1
    ),
    pairs as (
        select strategy, scope, subject, name,
            coalesce(max(case state when 'planned' then concept end), max(concept)) as concept,
            max(case state when 'planned' then value end) as planned,
            max(case state when 'achieved' then value end) as achieved
        from told group by strategy, scope, subject, name
    )
"""
"""One row an indicator; grouping is what SQLite does sooner than a full outer join."""

VIEW = f"""
    create view funding_of_strategies as
    with {SHOWN}
    select a.strategy, v.name, v.city, s.eu_period, a.amount_eur, a.source
    from allocated as a
    inner join strategies as s on s.strategy = a.strategy
    inner join vvgs as v on v.vvg = s.vvg
"""
"""What Datasette shows on its pages: the money of each strategy."""

ASKED = {
    "funding": f"""
        with {RESIDENTS}, {SHOWN}
        select a.strategy, a.amount_eur, a.lowest_eur, a.highest_eur, a.statements, r.residents,
            a.amount_eur / r.residents as per_resident_eur
        from allocated as a
        inner join strategies as s on s.strategy = a.strategy
        inner join vvgs as v on v.vvg = s.vvg
        left join residents as r on r.strategy = a.strategy
        order by a.amount_eur desc, v.city_place, s.eu_period
    """,
    "totals": f"""
        with {SHOWN}, {PAIRS.format(asked="i.scope = 'strategy' and i.concept = 'participants'")},
        heads as (
            select * from (
                select *, row_number() over (
                    partition by strategy order by 2 * (planned is null) + (achieved is null), name
                ) as place
                from pairs
            ) where place = 1
        )
        select s.eu_period, count(*) as strategies, sum(s.detail = 'recorded') as recorded,
            count(a.amount_eur) as with_allocated, sum(a.amount_eur) as allocated_eur,
            count(h.planned) as with_participants_planned, sum(h.planned) as participants_planned,
            count(h.achieved) as with_participants_achieved, sum(h.achieved) as participants_achieved
        from strategies as s
        left join allocated as a on a.strategy = s.strategy
        left join heads as h on h.strategy = s.strategy
        group by s.eu_period order by s.eu_period
    """,
    "funding_spread": f"""
        with {RESIDENTS}, {SHOWN},
        values_of as (
            select s.eu_period, a.amount_eur / r.residents as value,
                case when a.bound = 'exact' then a.amount_eur / r.residents end as exact
            from strategies as s
            inner join allocated as a on a.strategy = s.strategy
            left join residents as r on r.strategy = s.strategy
        ),
        placed as (
            select eu_period, exact, row_number() over (partition by eu_period order by exact) - 1 as place,
                count(*) over (partition by eu_period) - 1 as last
            from values_of where exact is not null
        ),
        quarters as (select 0.25 as share union all select 0.5 union all select 0.75),
        middle as (
            select p.eu_period, q.share,
                sum(p.exact * (1 - abs(p.place - q.share * p.last))) as value
            from placed as p inner join quarters as q on abs(p.place - q.share * p.last) < 1
            group by p.eu_period, q.share
        ),
        counted as (
            select s.eu_period, count(*) as strategies,
                (select count(value) from values_of as v where v.eu_period = s.eu_period) as known,
                (select count(exact) from values_of as v where v.eu_period = s.eu_period) as counted
            from strategies as s group by s.eu_period
        )
        select c.eu_period, c.strategies, c.known, c.counted,
            max(case m.share when 0.25 then m.value end) as lower_quartile,
            max(case m.share when 0.5 then m.value end) as median,
            max(case m.share when 0.75 then m.value end) as upper_quartile
        from counted as c
        left join middle as m on m.eu_period = c.eu_period and c.counted >= 5
            and 100 * c.counted >= 60 * c.strategies
        group by c.eu_period, c.strategies, c.known, c.counted order by c.eu_period
    """,
    "money_by_fund": """
        select t.fund, w.lt, s.eu_period, count(distinct f.strategy) as strategies
        from funding as f
        inner join funding_funds as t on t.funding = f.funding
        inner join strategies as s on s.strategy = f.strategy
        inner join vocabulary as w on w.scheme = 'funds' and w.code = t.fund
        where f.scope = 'strategy'
        group by t.fund, w.lt, s.eu_period order by s.eu_period, strategies desc
    """,
    "funding_by_theme": """
        select f.strategy, case f.scope when 'administration' then 'administration' else t.theme end as theme, f.scope,
            f.amount_eur
        from funding as f
        inner join strategies as s on s.strategy = f.strategy
        inner join vvgs as v on v.vvg = s.vvg
        left join item_themes as t on t.item = f.item and t.is_main
        where f.scope in ('measure', 'administration') and f.role in ('whole', 'part')
            and not (
                f.scope = 'measure' and f.item is null and f.project is null and f.call is null
                and exists (
                    select 1 from funding as n where n.strategy = f.strategy and n.source = f.source
                        and n.amount_eur = f.amount_eur
                        and (n.item is not null or n.project is not null or n.call is not null)
                )
            )
        order by v.city_place, s.eu_period, f.amount_eur desc
    """,
    "projects_of_vvg": f"""
        select p.project, p.title, p.status, f.amount_eur, f.stage as amount_stage, f.role as amount_role
        from strategies as s
        inner join vvgs as v on v.vvg = s.vvg
        inner join projects as p on p.strategy = s.strategy
        left join funding as f on f.rowid = (
            select n.rowid from funding as n where n.project = p.project
            order by case n.role when 'whole' then 1 when 'value' then 2 else 3 end, n.line limit 1
        )
        where s.vvg = '{VVG}' order by v.city_place, s.eu_period, p.line
    """,
    "largest_projects": """
        select v.city, p.title as project, f.stage, f.role, f.amount_eur
        from funding as f
        inner join projects as p on p.project = f.project
        inner join strategies as s on s.strategy = p.strategy
        inner join vvgs as v on v.vvg = s.vvg
        where f.scope = 'project' and p.title is not null
        order by f.amount_eur desc limit 20
    """,
    "funding_choices": f"""
        with {SHOWN} select scope, stage, count(*) as strategies from shown
        group by scope, stage order by strategies desc, scope, stage
    """,
    "indicator_choices": f"""
        with {PAIRS.format(asked="true")}
        select concept, scope, count(distinct strategy) as strategies, count(*) as indicators,
            sum(planned is not null and achieved is not null) as pairs
        from pairs group by concept, scope order by strategies desc, concept, scope
    """,
    "group_counts": """
        with named as (
            select t.term, g.strategy, count(*) as phrases
            from target_group_terms as t inner join target_groups as g on g.target_group = t.target_group
            group by t.term, g.strategy
        ),
        counted as (
            select n.term, count(*) as strategies, count(distinct s.vvg) as vvgs, sum(n.phrases) as phrases
            from named as n inner join strategies as s on s.strategy = n.strategy group by n.term
        )
        select w.code as term, w.parent as parent_term, coalesce(c.strategies, 0) as strategies,
            coalesce(c.vvgs, 0) as vvgs, coalesce(c.phrases, 0) as phrases
        from vocabulary as w left join counted as c on c.term = w.code
        where w.scheme = 'target_groups' order by 3 desc, w.position
    """,
    "calls_by_year": """
        select substr(opened, 1, 4) as year, count(*) as calls, count(distinct strategy) as strategies,
            group_concat(distinct source) as sources
        from calls where opened is not null group by 1 order by 1
    """,
    "applicants": """
        select applicant, count(*) as projects, group_concat(distinct strategy) as strategies,
            group_concat(distinct source) as sources
        from projects where applicant is not null
        group by applicant having count(*) > 1 order by projects desc, applicant
    """,
}


def _answer(database: sqlite3.Connection, sql: str) -> Answer:
    asked = database.execute(sql)
    return [column for column, *_ in asked.description], asked.fetchall()


ANSWERS: dict[str, Callable[[sqlite3.Connection], Answer]] = {
    name: partial(_answer, sql=sql) for name, sql in ASKED.items()
}


def rows(answered: Answer, columns: tuple[str, ...]) -> list[tuple[object, ...]]:
    """The rows of an answer in these columns."""
    names, answers = answered
    places = [names.index(column) for column in columns]
    return [tuple(row[at] for at in places) for row in answers]
