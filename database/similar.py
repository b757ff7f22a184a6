"""Who else does this: measures of other VVGs whose titles share words with one. They are quoted, never worded anew.

Two titles are compared by their stems and by stems that stand side by side («social business» is not «social
services»). A word weighs the more, the fewer VVGs use it; words that say how and not what weigh nothing. The
likeness is the weight that both share, divided by the geometric mean of their weights: 1 = the same words. Measures
of another theme count for less. `tests/database/judged_pairs.yaml` holds pairs judged by reading; the test asks that
8 of 10 shown measures be like the one asked about.
"""

import math
import re
from collections import defaultdict
from itertools import pairwise

import pandas as pd

from database.door import Database, answer
from database.wordings import stems

LEAST_LIKENESS = 0.15
LEAST_WORDS = 2
"""Below this likeness, or with fewer shared words, nothing is shown."""

OTHER_THEME = 0.6
SIDE_BY_SIDE = 0.5
"""What the likeness of another theme, and two words that stand side by side, count for."""

_SAYS_HOW = frozenset(
    stems(
        """
        skatinti skatinimas skatinantis skatindamas teikti teikimas teikiamas vykdyti vykdymas vykdant organizuoti
        organizavimas organizuojant kurti kūrimas kūrimasis kuriant sukurti sukūrimas sukurtas plėtoti plėtra
        plėtojant plėtojimas išplėtotas įgyvendinti įgyvendinimas užtikrinti užtikrinimas užtikrinant didinti
        didinimas didinant mažinti mažinimas gerinti gerinimas pagerinti stiprinti stiprinimas stiprinant siekti
        siekiant skirti skirtas reikalingas reikia įskaitant kitas kiti įvairus jų jo jos per apie pagal pvz taip pat
        kuris tam tikras naujas esamas turintis palaikyti palaikymas palaikant veikla priemonė strategija vieta
        miestas gyventojas teritorija asmuo narys pagrindas sąlyga sudarant suteikti suteikimas suteikiant
        pasitelkiant organizacija vvg
        """
    )
)


def measures(database: Database) -> pd.DataFrame:
    """Which measures and actions have a title, with its stems and theme?"""
    return answer(
        database,
        """
        select i.item, i.strategy, i.vvg, i.city, i.eu_period, i.level, i.code, i.title, i.theme, i.source, e.stems
        from item_tree as i
        inner join search_entries as e on e.kind = 'item' and e.entry = i.item
        where i.level in ('measure', 'action') and i.title is not null
        order by i.city collate lt, i.eu_period, i.position
        """,
    )


def nearest_measures(database: Database, item: str, most: int = 6) -> pd.DataFrame:
    """Who else does what a measure says: which measures of other VVGs are nearest to it, and by which words?

    In: the key of the measure; how many at most. Out: the nearest first, with `likeness` (0 to 1) and `shared`, the
    words of its title that both share; one row for one wording of a VVG. Raises KeyError for an unknown measure.
    """
    known = measures(database).set_index("item", drop=False)
    asked = known.loc[item]
    weights = _weights(database)
    traits = {key: _traits(words) for key, words in known["stems"].items()}
    mine, found, seen = traits[item], [], set()
    for row in known.to_dict("records"):
        wording = (row["vvg"], " ".join(stems(row["title"])))
        if row["vvg"] == asked["vvg"] or wording in seen:
            continue
        theirs = traits[row["item"]]
        shared = mine & theirs
        both = math.sqrt(_weight(mine, weights) * _weight(theirs, weights))
        likeness = _weight(shared, weights) / both if both else 0.0
        likeness *= 1 if row["theme"] == asked["theme"] else OTHER_THEME
        words = {trait for trait in shared if " " not in trait}
        if likeness >= LEAST_LIKENESS and len(words) >= LEAST_WORDS:
            seen.add(wording)
            found.append(row | {"likeness": likeness, "shared": ", ".join(_spelled(row["title"], words))})
    found.sort(key=lambda row: (-row["likeness"], row["item"]))
    return pd.DataFrame(found[:most], columns=[*known.columns, "likeness", "shared"]).drop(columns="stems")


def _traits(words: str) -> frozenset[str]:
    """The stems that say what is done, and each two of them that stand side by side."""
    said = [word for word in words.split() if word not in _SAYS_HOW]
    return frozenset(said) | {f"{one} {other}" for one, other in pairwise(said)}


def _weights(database: Database) -> dict[str, float]:
    """What each trait weighs, by how few of the VVGs use it in any goal, objective, measure or action."""
    users: dict[str, set[str]] = defaultdict(set)
    titles = answer(database, "select vvg, stems from search_entries where kind = 'item'")
    for vvg, words in titles.itertuples(index=False):
        for trait in _traits(words):
            users[trait].add(vvg)
    of = titles["vvg"].nunique()
    return {
        trait: math.log(1 + of / len(vvgs)) * (SIDE_BY_SIDE if " " in trait else 1) for trait, vvgs in users.items()
    }


def _weight(traits: frozenset[str], weights: dict[str, float]) -> float:
    return sum(weights[trait] for trait in sorted(traits))


def _spelled(title: str, shared: set[str]) -> list[str]:
    """The words of a title whose stems are shared, each stem once, as it is first spelled there."""
    spelled: dict[str, str] = {}
    for word in re.findall(r"[^\W_]+", title):
        for stem in set(stems(word)) & shared:
            spelled.setdefault(stem, word.lower())
    return list(spelled.values())
