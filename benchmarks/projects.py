"""Millions of invented projects, made inside the database: each with all that the record of a real project gives.

Of the projects of data/ about two of five have a sum, one of three an indicator, one of twenty a target group. Here
each has a sum with its fund, one of three a planned and an achieved number of participants, one of twenty a target
group; every fact has its words in the search. What differs from one to the next follows from its number and the seed.
"""

from collections.abc import Iterator
from itertools import product

import duckdb

from benchmarks import names
from benchmarks.strategies import UNMAPPED
from database.wordings import search_key, stems

APPLICANT = "Išgalvota bendruomenė"
INDICATOR = "Išgalvotas rodiklis: participants"
WITH_INDICATOR, WITH_GROUP = 3, 20
"""One of so many projects has an indicator, and a target group."""

LOT = 500_000
"""Projects that are made at once."""

MANY_LINES = 1_000_000
"""Lines of the rows that are made one by one are below it."""


def insert(database: duckdb.DuckDBPyConnection, projects: int, seed: int, phrases: dict[str, tuple[str, str]]) -> None:
    """Adds so many projects, evenly to every recorded strategy that is invented in numbers.

    In: a database whose tables hold their other rows; phrases of target groups, each with its term and the stems of all
    wordings of that term.
    """
    _parts(database, phrases)
    [(strategies,)] = database.execute("select count(*) from made_strategy").fetchall()
    counts = {"strategies": strategies, "deeds": len(list(deeds())), "phrases": len(phrases)}
    [(known,)] = database.execute("select max(number) from search_entries").fetchall()
    for start in range(0, projects, LOT):
        made = {"first": start, "end": min(start + LOT, projects), "projects": int(projects), "known": known}
        database.execute(MADE.format(seed=int(seed), **made, **counts))
        for statement in FACTS:
            database.execute(statement)
    for table in ("made_project", "made_deed", "made_phrase", "made_strategy"):
        database.execute(f"drop table {table}")


def deeds() -> Iterator[tuple[int, str, str]]:
    """The beginnings of titles, numbered, each with the stems of its words."""
    for number, parts in enumerate(product(names.DOES, names.WHAT, names.WHERE)):
        title = " ".join(parts)
        yield number, title, search_key(title)


def _parts(database: duckdb.DuckDBPyConnection, phrases: dict[str, tuple[str, str]]) -> None:
    database.execute("create temp table made_deed (deed integer, words varchar, stems varchar)")
    database.executemany("insert into made_deed values (?, ?, ?)", [list(each) for each in deeds()])
    database.execute(
        "create temp table made_phrase"
        " (phrase integer, words varchar, title_words integer, term varchar, stems varchar)"
    )
    known = [(at, words, len(stems(words)), *meant) for at, (words, meant) in enumerate(sorted(phrases.items()))]
    database.executemany("insert into made_phrase values (?, ?, ?, ?, ?)", [list(each) for each in known])
    database.execute(
        """
        create temp table made_strategy as
        select row_number() over (order by strategy) - 1 as number, strategy, vvg, eu_period, first_year
        from strategies where detail = 'recorded' and vvg like 'isgalvota-%'
        """
    )


ENTRIES = 4
"""Numbers in the search that each project has: for itself, its two indicators and its target group."""

MADE = f"""
create or replace temp table made_project as
with chances as (
    select p as number, hash(p, {{seed}}) as chance, hash(p, {{seed}}, 'more') as more
    from range({{first}}, {{end}}) as r (p)
),
numbered as (
    select number, chance, more, number * {{strategies}} // {{projects}} as owner,
        cast(chance % {{deeds}} as integer) as deed,
        case when number % {WITH_GROUP} = 0 then cast(more % {{phrases}} as integer) end as phrase
    from chances
)
select n.number, s.strategy, s.vvg, s.eu_period, s.strategy || '/project-m' || n.number as project,
    d.words || ' (išgalvota, ' || n.number || ')' as title,
    d.stems || ' {search_key("išgalvota")} ' || n.number as title_stems,
    'IŠ-' || n.number as code,
    s.first_year + 1 + cast(n.chance // 7 % 5 as integer) as year,
    cast(4000 + n.chance // 11 % 5600000 / 100 as decimal(14, 2)) as amount_eur,
    5 + cast(n.more // 5 % 76 as integer) as planned,
    n.chance // 13 % 20 = 0 as is_rounded, 40 + cast(n.more // 79 % 151 as integer) as percent,
    g.words as phrase, g.term, g.stems as phrase_stems, g.title_words as phrase_words,
    {MANY_LINES} + n.number as line, {{known}} + {ENTRIES} * n.number as entry,
    case n.more // 3 % 4 when 0 then 'running' when 1 then 'finished' when 2 then 'approved' else 'not_stated' end
        as status
from numbered as n
inner join made_strategy as s on s.number = n.owner
inner join made_deed as d on d.deed = n.deed
left join made_phrase as g on g.phrase = n.phrase
order by n.number
"""

FACTS = (
    f"""
    insert into projects (project, strategy, title, code, applicant, status, starts, first_day, item_code, as_written,
        source, line)
    select project, strategy, title, code, '{APPLICANT}', status, year || '-03', make_date(year, 3, 1), '1.1', title,
        vvg || '/S3', line
    from made_project
    """,
    """
    insert into funding (funding, strategy, project, scope, stage, role, amount_eur, is_approximate, bound, as_written,
        source, line)
    select project || '/funding-1', strategy, project, 'project', 'contracted', 'whole', amount_eur, is_rounded,
        'exact', amount_eur || ' Eur', vvg || '/S3', line
    from made_project
    """,
    """
    insert into funding_funds
    select project || '/funding-1', case eu_period when '2014-2020' then 'esf' else 'esf_plus' end from made_project
    """,
    f"""
    insert into indicators (indicator, strategy, project, scope, concept, name, kind, state, value, unit, bound,
        is_approximate, as_written, source, line)
    select project || '/indicator-participants-' || state, strategy, project, 'project', 'participants', '{INDICATOR}',
        'output', state, value, 'vnt.', 'exact', false, value || ' vnt.', vvg || '/S2', line
    from (
        select *, 'planned' as state, planned as value from made_project
        union all
        select *, 'achieved', planned * percent // 100 from made_project
    ) as values_of
    where number % {WITH_INDICATOR} = 0
    order by line, state desc
    """,
    """
    insert into target_groups (target_group, strategy, project, phrase, source, line)
    select project || '/target_group-1', strategy, project, phrase, vvg || '/S2', line
    from made_project where phrase is not null
    """,
    """
    insert into target_group_terms
    select project || '/target_group-1', term from made_project where term is not null
    """,
    f"""
    insert into search_entries
    select entry + 1, project, 'project', vvg, strategy, title, title || ' · {APPLICANT} · ' || code,
        ' ' || title_stems || ' {search_key(APPLICANT)} ' || number || ' ', len(string_split(title_stems, ' ')),
        vvg || '/S3'
    from made_project
    """,
    f"""
    insert into search_entries
    select entry + place, project || '/indicator-participants-' || state, 'indicator', vvg, strategy, '{INDICATOR}',
        '{INDICATOR}', ' {search_key(INDICATOR)} ', {len(stems(INDICATOR))}, vvg || '/S2'
    from made_project cross join (values (2, 'planned'), (3, 'achieved')) as states (place, state)
    where number % {WITH_INDICATOR} = 0
    order by line, place
    """,
    f"""
    insert into search_entries
    select entry + {ENTRIES}, project || '/target_group-1', 'target_group', vvg, strategy, phrase, phrase,
        ' ' || phrase_stems || ' ', phrase_words, vvg || '/S2'
    from made_project where phrase is not null
    """,
)
"""The rows of every table, each of the projects before those that point at them."""


def phrases(terms: dict, known: dict[str, tuple[str, ...]]) -> dict[str, tuple[str | None, str]]:
    """Phrases of target groups that mean one term, and the one that means none.

    In: the terms of the vocabulary by code; phrases with the codes that they mean. Out: phrase -> term and stems.
    """
    found: dict[str, tuple[str | None, str]] = {UNMAPPED: (None, search_key(UNMAPPED))}
    for phrase, codes in known.items():
        if len(codes) == 1:
            term = terms[codes[0]]
            found[phrase] = codes[0], search_key(" ".join([phrase, term.lt, term.en, *term.wordings]))
    return found
