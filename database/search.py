"""The search: which facts have the words that a reader asked for, the best first.

A word is found in any ending and with or without its diacritics. Words that mean a target group of the vocabulary
find its other wordings too. In quotes, these very words must stand side by side. Beside other words, the name of a
city finds what its VVG does. First all words are required; where no fact has them all, any of them is enough and the
answer says so.
"""

import math
import re
from dataclasses import dataclass

import pandas as pd

from database.choice import marks
from database.door import Database, answer
from database.wordings import folded, stems

LONGEST = 200
MOST_WORDS = 12
"""Characters and words of a question that are read; the rest is left out."""

SHORTEST_BEGINNING = 3
"""Letters from which the beginning of a word finds the word."""

BANDS = (0, 25_000, 100_000, 500_000, 1_000_000)
"""Euros at which a band of amounts begins; the last one has no end."""

UNKNOWN = "unknown"
"""The band of hits without an exact known amount."""

OTHER_WORDING, IN_TITLE, AS_A_WHOLE, NAME = 0.6, 1.5, 2.0, 1.5
"""What another wording of the same group, the title, the words side by side and the name of a VVG weigh."""

_QUOTED = re.compile(r'"([^"]+)"')
Wording = tuple[str, ...]


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

    Out: a row a fact with `score`, `is_loose` (not all words were found anywhere) and codes separated by spaces:
    `themes` (of a goal or measure), `groups` (that a phrase, goal, measure, project or its indicator names; of a
    strategy and a VVG all groups named in it), `funds` (of its strategy) and `amounts`, the band of the sum of the
    project or call itself, else of the one allocated to its strategy; a VVG has the bands of all its strategies.
    """
    wanted = question(database, words)
    if not wanted.units:
        return _found(database, "false", []).assign(score=[], is_loose=[])
    found = _matching(database, wanted, " and ")
    is_loose = found.empty
    if is_loose:
        found = _matching(database, wanted, " or ")
    everything = int(answer(database, "select count(*) as n from search_entries")["n"].iloc[0])
    rarity = {unit: math.log(1 + everything / (1 + _count(database, unit))) for unit in wanted.units}
    scores = [_score(row, wanted, rarity) for row in found.to_dict("records")]
    found = found.assign(score=scores, is_loose=is_loose)
    return found.sort_values("score", ascending=False, kind="stable").reset_index(drop=True)


def _matching(database: Database, wanted: Asked, joint: str) -> pd.DataFrame:
    conditions, parameters = [], []
    for unit in wanted.units:
        condition, values = _condition(unit)
        here = _vvgs_of(database, unit) if len(wanted.units) > 1 and joint == " and " else []
        conditions.append(f"({condition} or e.vvg in ({marks(here)}))" if here else condition)
        parameters += [*values, *here]
    found = _found(database, joint.join(conditions), parameters)
    texts = found["text"].map(folded)
    for phrase in wanted.phrases:
        found = found[texts.loc[found.index].str.contains(phrase, regex=False)]
    return found


def _vvgs_of(database: Database, unit: tuple[Wording, ...]) -> list[object]:
    """The VVGs whose city, or part of a city, has the words as its name."""
    names = answer(database, "select vvg, city, place from vvgs order by vvg")
    own = set(unit[0])
    return [row.vvg for row in names.itertuples() if own <= set(stems(f"{row.city} {row.place or ''}"))]


def _condition(unit: tuple[Wording, ...]) -> tuple[str, list[object]]:
    """A condition on the column `stems`: one of the wordings is found; the beginning of a stem is enough."""
    wordings = [" and ".join("e.stems like ?" for _stem in wording) for wording in unit]
    parameters: list[object] = [_pattern(stem) for wording in unit for stem in wording]
    return f"({' or '.join(f'({wording})' for wording in wordings)})", parameters


def _pattern(stem: str) -> str:
    return f"% {stem}%" if len(stem) >= SHORTEST_BEGINNING else f"% {stem} %"


def _count(database: Database, unit: tuple[Wording, ...]) -> int:
    condition, parameters = _condition(unit)
    return int(
        answer(database, f"select count(*) as n from search_entries as e where {condition}", parameters)["n"].iloc[0]
    )


def _found(database: Database, condition: str, parameters: list[object]) -> pd.DataFrame:
    return answer(
        database,
        f"""
        with item_terms as (
            select item, string_agg(theme, ' ' order by theme) as themes from item_themes group by item
        ),
        strategy_funds as (
            select f.strategy, string_agg(distinct t.fund, ' ' order by t.fund) as funds
            from funding as f inner join funding_funds as t on t.funding = f.funding
            where t.fund <> 'not_stated' group by f.strategy
        ),
        named as (
            select g.target_group, g.strategy, g.item, g.project, t.term
            from target_groups as g inner join target_group_terms as t on t.target_group = g.target_group
        ),
        naming as (
            select target_group as entry, term from named
            union all select item, term from named
            union all select project, term from named
            union all select strategy, term from named
            union all select s.vvg, n.term from named as n inner join strategies as s on s.strategy = n.strategy
            union all select i.indicator, n.term
            from indicators as i inner join named as n on n.item = i.item or n.project = i.project
        ),
        entry_groups as (
            select entry, string_agg(distinct term, ' ' order by term) as groups from naming group by entry
        ),
        own_sums as (
            select coalesce(project, call) as entry, amount_eur, bound,
                row_number() over (
                    partition by coalesce(project, call) order by case role when 'whole' then 1 else 2 end, line
                ) as place
            from funding where coalesce(project, call) is not null and role in ('whole', 'value')
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
            e.source
        from search_entries as e
        inner join vvgs as v on v.vvg = e.vvg
        inner join municipalities as m on m.municipality = v.municipality
        left join strategies as s on s.strategy = e.strategy
        left join item_terms as i on i.item = e.entry
        left join strategy_funds as f on f.strategy = e.strategy
        left join entry_groups as g on g.entry = e.entry
        left join own_bands as o on o.entry = e.entry
        left join strategy_bands as b on b.strategy = e.strategy
        left join vvg_bands as a on a.vvg = e.vvg
        where {condition}
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


def _score(row: dict[str, object], wanted: Asked, rarity: dict[tuple[Wording, ...], float]) -> float:
    title, everything = f" {' '.join(stems(str(row['title'])))} ", str(row["stems"])
    score = 0.0
    for unit in wanted.units:
        best = 0.0
        for place, wording in enumerate(unit):
            if all(f" {stem}" in everything for stem in wording):
                weight = OTHER_WORDING if place else 1.0
                weight *= IN_TITLE if all(f" {stem}" in title for stem in wording) else 1.0
                best = max(best, weight)
        score += best * rarity[unit]
    own = " ".join(stem for unit in wanted.units for stem in unit[0])
    if len(wanted.units) + len(wanted.units[0][0]) > 2 and f" {own}" in everything:
        score *= AS_A_WHOLE
    # Of equal facts the shorter says it more plainly, and the VVG itself stands before what it does.
    score *= NAME if row["kind"] == "vvg" else 1.0
    return score / (1 + len(str(row["title"])) / 1000)
