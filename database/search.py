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
from duckdb import DuckDBPyConnection

from database.choice import marks
from database.door import answer
from database.wordings import folded, stems

LONGEST = 200
MOST_WORDS = 12
"""Characters and words of a question that are read; the rest is left out."""

MOST_HITS = 1000
"""Hits that are ranked and told; of more only the best, and how many there are."""

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
Rarity = dict[tuple[Wording, ...], float]


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


def question(database: DuckDBPyConnection, words: str) -> Asked:
    """What the words of a reader ask for, with the vocabulary of this database."""
    terms = answer(database, "select lt, en, wordings from vocabulary where scheme = 'target_groups' order by position")
    groups = [
        [row.lt, row.en, *(row.wordings.split("\n") if isinstance(row.wordings, str) else [])]
        for row in terms.itertuples()
    ]
    return asked(words, groups)


def hits(database: DuckDBPyConnection, words: str) -> pd.DataFrame:
    """Which facts have the words, best first?

    Out: a row a fact, at most MOST_HITS of `all_hits`, with `score`, `is_loose` (not all words were found anywhere)
    and codes separated by spaces: `themes` (of a goal or measure), `groups` (that a phrase, goal, measure, project or
    its indicator names; of a strategy and a VVG all groups named in it), `funds` (of its strategy) and `amounts`, the
    band of the sum of the project or call itself, else of the one allocated to its strategy; a VVG has the bands of
    all its strategies.
    """
    wanted = question(database, words)
    if not wanted.units:
        return _found(database, "false", []).assign(score=[], is_loose=[], all_hits=[])
    rarity = _rarity(database, wanted)
    for joint in (" and ", " or "):
        found, count = _matching(database, wanted, rarity, joint)
        if count:
            break
    scores = [_score(row, wanted, rarity) for row in found.to_dict("records")]
    found = found.assign(score=scores, is_loose=joint == " or ", all_hits=count)
    return found.sort_values("score", ascending=False, kind="stable").reset_index(drop=True)


def _rarity(database: DuckDBPyConnection, wanted: Asked) -> Rarity:
    """What each unit of a question weighs, by how few of all facts have it."""
    conditions = [_condition(unit) for unit in wanted.units]
    counts = ", ".join(
        f"count(*) filter (where {condition}) as unit_{at}" for at, (condition, _) in enumerate(conditions)
    )
    parameters = [value for _, values in conditions for value in values]
    row = answer(database, f"select count(*) as everything, {counts} from search_entries as e", parameters).iloc[0]
    return {unit: math.log(1 + row["everything"] / (1 + row[f"unit_{at}"])) for at, unit in enumerate(wanted.units)}


def _matching(database: DuckDBPyConnection, wanted: Asked, rarity: Rarity, joint: str) -> tuple[pd.DataFrame, int]:
    """The facts that have all of the units, or any, and how many there are. Of too many only the best are looked at."""
    conditions, parameters = [], []
    for unit in wanted.units:
        condition, values = _condition(unit)
        here = _vvgs_of(database, unit) if len(wanted.units) > 1 and joint == " and " else []
        conditions.append(f"({condition} or e.vvg in ({marks(here)}))" if here else condition)
        parameters += [*values, *here]
    condition = f"e.vvg is not null and ({joint.join(conditions)})"
    count = _count(database, condition, parameters)
    if count <= MOST_HITS:
        found = _found(database, condition, parameters)
        texts = found["text"].map(folded)
        for phrase in wanted.phrases:
            found = found[texts.loc[found.index].str.contains(phrase, regex=False)]
        return found, len(found)
    for phrase in wanted.phrases:
        condition, parameters = f"{condition} and e.stems like ?", [*parameters, _pattern(" ".join(stems(phrase)))]
    order, values = _order(wanted, rarity)
    end = f"order by {order} desc, e.entry limit {MOST_HITS}"
    found = _found(database, f"{condition} {end}", [*parameters, *values])
    return found, _count(database, condition, parameters) if wanted.phrases else count


def _order(wanted: Asked, rarity: Rarity) -> tuple[str, list[object]]:
    """Nearly the score of a fact, as SQL: by it the best of very many are taken out, to be ranked by the score itself.

    The first of `stems` are those of the title.
    """
    sums, parameters = [], []
    for unit in wanted.units:
        whens: list[str] = []
        for place, wording in enumerate(unit):
            weight = rarity[unit] * (OTHER_WORDING if place else 1.0)
            early = ["strpos(e.stems, ?) between 1 and length(e.title)" for _stem in wording]
            for tests, times in ((early, IN_TITLE), (["e.stems like ?"] * len(wording), 1.0)):
                whens.append(f"case when {' and '.join(tests)} then {weight * times} else 0 end")
            parameters += [f" {stem}" for stem in wording] + [_pattern(stem) for stem in wording]
        sums.append(f"greatest({', '.join(whens)})")
    own = " ".join(stem for unit in wanted.units for stem in unit[0])
    order = f"({' + '.join(sums)}) * case when e.kind = 'vvg' then {NAME} else 1 end / (1 + length(e.title) / 1000.0)"
    if len(wanted.units) + len(wanted.units[0][0]) > 2:
        order = f"{order} * case when e.stems like ? then {AS_A_WHOLE} else 1 end"
        parameters.append(f"% {own}%")
    return order, parameters


def _vvgs_of(database: DuckDBPyConnection, unit: tuple[Wording, ...]) -> list[object]:
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


def _count(database: DuckDBPyConnection, condition: str, parameters: list[object]) -> int:
    counted = answer(database, f"select count(*) as n from search_entries as e where {condition}", parameters)
    return int(counted["n"].iloc[0])


def _found(database: DuckDBPyConnection, condition: str, parameters: list[object]) -> pd.DataFrame:
    """The facts of a condition with all that is told of them. What is added up is added up for them alone."""
    return answer(
        database,
        f"""
        with hits as (
            select e.entry, e.kind, e.vvg, e.strategy, e.title, e.text, e.stems, e.source
            from search_entries as e where {condition}
        ),
        item_terms as (
            select item, string_agg(theme, ' ' order by theme) as themes from item_themes
            where item in (select entry from hits) group by item
        ),
        strategy_funds as (
            select f.strategy, string_agg(distinct t.fund, ' ' order by t.fund) as funds
            from funding as f inner join funding_funds as t on t.funding = f.funding
            where t.fund <> 'not_stated' and f.strategy in (select strategy from hits) group by f.strategy
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
            e.source
        from hits as e
        inner join vvgs as v on v.vvg = e.vvg
        inner join municipalities as m on m.municipality = v.municipality
        left join strategies as s on s.strategy = e.strategy
        left join item_terms as i on i.item = e.entry
        left join strategy_funds as f on f.strategy = e.strategy
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
