"""The search: which facts have the words that a reader asked for, the best first.

A word is found in any ending and with or without its diacritics. Words that mean a target group of the vocabulary
find its other wordings too. In quotes, these very words must stand side by side. Beside other words, the name of a
city finds what its VVG does. First all words are required; where no fact has them all, any of them is enough and the
answer says so. Of the facts themselves nothing is read but the best hits: the rest is known from `database.postings`.
"""

import math
import re
from dataclasses import dataclass

import pandas as pd

from database.choice import Parameters
from database.door import Database, answer
from database.postings import Postings, Wording
from database.wordings import folded, stems

LONGEST = 200
MOST_WORDS = 12
"""Characters and words of a question that are read; the rest is left out."""

MOST_HITS = 1000
"""Hits that are ranked and told; of more only the best, and how many there are."""

BANDS = (0, 25_000, 100_000, 500_000, 1_000_000)
"""Euros at which a band of amounts begins; the last one has no end."""

UNKNOWN = "unknown"
"""The band of hits without an exact known amount."""

_QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True)
class Asked:
    """A question as the search reads it.

    `units` must all be found (or any, where all find nothing): each is a list of wordings, the reader's own first,
    and a wording is found where all of its stems are. `phrases` are folded words that must stand side by side.
    """

    units: tuple[tuple[Wording, ...], ...]
    phrases: tuple[str, ...]

    @property
    def stems(self) -> frozenset[str]:
        """Every stem that is looked for, to mark it in what is found."""
        return frozenset(stem for unit in self.units for wording in unit for stem in wording)


def asked(words: str, groups: list[list[str]]) -> Asked:
    """What the words of a reader ask for.

    In: the words; the wordings of each target group of the vocabulary.

    >>> found = asked('kova "jauno verslo" neįgaliesiems', [["neįgalieji", "asmenys su negalia"]])
    >>> found.units
    ((('neigal',), ('asmen', 'negal')), (('jaun',),), (('versl',),), (('kov',),))
    >>> found.phrases
    ('jauno verslo',)
    """
    text = folded(words[:LONGEST])
    phrases = tuple(phrase.strip() for phrase in _QUOTED.findall(text) if phrase.strip())
    quoted = [stem for phrase in phrases for stem in stems(phrase)]
    free = [stem for stem in stems(_QUOTED.sub(" ", text)) if stem not in quoted]
    left = list(dict.fromkeys(free))[:MOST_WORDS]
    units: list[tuple[Wording, ...]] = []
    for wordings in groups:
        known = list(dict.fromkeys(stems(wording) for wording in wordings))
        meant = [wording for wording in known if wording and set(wording) <= set(left)]
        if meant:
            own = max(meant, key=len)
            units.append((own, *(wording for wording in known if wording and wording != own)))
            left = [stem for stem in left if stem not in own]
    return Asked((*units, *(((stem,),) for stem in (*dict.fromkeys(quoted), *left))), phrases)


def question(database: Database, words: str) -> Asked:
    """What the words of a reader ask for, with the vocabulary of this database."""
    terms = answer(database, "select lt, en, wordings from vocabulary where scheme = 'target_groups' order by position")
    groups = [
        [row.lt, row.en, *(row.wordings.split("\n") if isinstance(row.wordings, str) else [])]
        for row in terms.itertuples()
    ]
    return asked(words, groups)


def hits(database: Database, words: str) -> pd.DataFrame:
    """Which facts have the words, best first?

    Out: a row a fact, at most MOST_HITS of `all_hits`, with `score`, `is_loose` (not all words were found anywhere)
    and codes separated by spaces: `themes` (of a goal or measure), `groups` (that a phrase, goal, measure, project or
    its indicator names; of a strategy and a VVG all groups named in it), `funds` (of its strategy) and `amounts`, the
    band of the sum of the project or call itself, else of the one allocated to its strategy; a VVG has the bands of
    all its strategies.
    """
    wanted = question(database, words)
    if not wanted.units:
        return _found(database, "select number as entry, 0e0 as score from search_entries where false", []).assign(
            is_loose=[], all_hits=[]
        )
    index = Postings(database, wanted.units, _vvgs_named(database, wanted) if len(wanted.units) > 1 else None)
    is_loose = not index.counts["all_of_them"]
    found, count = _matching(database, wanted, index, is_loose)
    if not count and not is_loose:
        # All stems are somewhere, but not the very words that were quoted.
        is_loose = True
        found, count = _matching(database, wanted, index, is_loose)
    found = found.assign(is_loose=is_loose, all_hits=count)
    return found.sort_values("score", ascending=False, kind="stable").reset_index(drop=True)


def _matching(database: Database, wanted: Asked, index: Postings, is_loose: bool) -> tuple[pd.DataFrame, int]:
    """The facts that have all of the units, or any, and how many there are. Of too many only the best are looked at."""
    counts = index.counts
    # Few facts are asked for their very words; of many only those are taken in whose stems stand side by side.
    count = counts["any_of_them" if is_loose else "all_of_them"]
    is_many = count > MOST_HITS
    phrases = [stems(phrase) for phrase in wanted.phrases] if is_many else []
    if phrases:
        count = index.count(is_loose, phrases)
    # A unit weighs the more, the fewer of all facts have it.
    weights = [math.log(1 + counts["everything"] / (1 + counts[f"unit_{at}"])) for at in range(len(wanted.units))]
    ranked, values = index.ranked(weights, is_loose, phrases)
    found = _found(database, f"{ranked} order by score desc, m.entry limit {MOST_HITS}", values)
    if is_many or not wanted.phrases:
        return found, count
    texts = found["text"].map(folded)
    for phrase in wanted.phrases:
        found = found[texts.loc[found.index].str.contains(phrase, regex=False)]
    return found, len(found)


def _vvgs_named(database: Database, wanted: Asked) -> list[list[object]]:
    """For each unit the VVGs whose city, or part of a city, has the words as its name."""
    names = answer(database, "select vvg, city, place from vvgs order by vvg")
    words = [(row.vvg, set(stems(f"{row.city} {row.place or ''}"))) for row in names.itertuples()]
    return [[vvg for vvg, name in words if name.issuperset(unit[0])] for unit in wanted.units]


def _found(database: Database, ranked: str, parameters: Parameters) -> pd.DataFrame:
    """The facts of a ranking with all that is told of them. What is added up is added up for them alone."""
    return answer(
        database,
        f"""
        with ranked as ({ranked}),
        hits as (
            select e.entry, e.kind, e.vvg, e.strategy, e.title, e.text, e.stems, e.source, r.score
            from search_entries as e inner join ranked as r on r.entry = e.number
        ),
        item_terms as (
            select item, string_agg(theme, ' ' order by theme) as themes from item_themes
            where item in (select entry from hits) group by item
        ),
        funds_of as (
            select strategy, string_agg(fund, ' ' order by fund) as funds from strategy_funds
            where fund <> 'not_stated' and strategy in (select strategy from hits) group by strategy
        ),
        named as (
            select g.target_group, g.strategy, s.vvg, g.item, g.project, t.term
            from target_groups as g
            inner join target_group_terms as t on t.target_group = g.target_group
            inner join strategies as s on s.strategy = g.strategy
            where s.vvg in (select vvg from hits)
        ),
        said as (
            select i.indicator, i.item, i.project from indicators as i where i.indicator in (select entry from hits)
        ),
        naming as (
            select target_group as entry, term from named
            union all select item, term from named
            union all select project, term from named
            union all select strategy, term from named
            union all select vvg, term from named
            union all select i.indicator, n.term from said as i inner join named as n on n.item = i.item
            union all select i.indicator, n.term from said as i inner join named as n on n.project = i.project
        ),
        entry_groups as (
            select entry, string_agg(distinct term, ' ' order by term) as groups from naming
            where entry in (select entry from hits) group by entry
        ),
        own_sums as (
            select coalesce(project, call) as entry, amount_eur, bound,
                row_number() over (
                    partition by coalesce(project, call) order by case role when 'whole' then 1 else 2 end, line
                ) as place
            from funding where coalesce(project, call) in (select entry from hits) and role in ('whole', 'value')
        ),
        own_bands as (
            select entry, {_band("amount_eur")} as band from own_sums where place = 1 and bound = 'exact'
        ),
        strategy_bands as (
            select s.vvg, s.strategy, {_band("f.amount_eur")} as band
            from strategies as s
            left join funding_shown as f on f.strategy = s.strategy and f.scope = 'strategy'
                and f.stage = 'allocated' and f.bound = 'exact'
        ),
        vvg_bands as (
            select vvg, string_agg(distinct band, ' ' order by band) as bands from strategy_bands group by vvg
        )
        select e.entry, e.kind, e.vvg, v.city, m.county, e.strategy, s.eu_period, e.title, e.text,
            e.stems, i.themes, g.groups, f.funds,
            case
                when e.kind in ('project', 'call') then coalesce(o.band, '{UNKNOWN}')
                when e.strategy is not null then b.band
                else coalesce(a.bands, '{UNKNOWN}')
            end as amounts,
            e.source, e.score
        from hits as e
        inner join vvgs as v on v.vvg = e.vvg
        inner join municipalities as m on m.municipality = v.municipality
        left join strategies as s on s.strategy = e.strategy
        left join item_terms as i on i.item = e.entry
        left join funds_of as f on f.strategy = e.strategy
        left join entry_groups as g on g.entry = e.entry
        left join own_bands as o on o.entry = e.entry
        left join strategy_bands as b on b.strategy = e.strategy
        left join vvg_bands as a on a.vvg = e.vvg
        order by v.city collate lt, s.eu_period, e.kind, e.entry
        """,
        parameters,
    )


def bands() -> list[str]:
    """The codes of the bands of amounts, the smallest first, then that of unknown ones.

    >>> bands()[0], bands()[-2:]
    ('0-25000', ['1000000-', 'unknown'])
    """
    return [f"{low}-{high}" for low, high in zip(BANDS, [*map(str, BANDS[1:]), ""], strict=True)] + [UNKNOWN]


def _band(amount: str) -> str:
    """The band of a column of amounts, as SQL."""
    whens = [f"when {amount} < {high} then '{code}'" for high, code in zip(BANDS[1:], bands(), strict=False)]
    return f"case when {amount} is null then '{UNKNOWN}' {' '.join(whens)} else '{bands()[-2]}' end"
