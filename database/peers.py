"""Peers: which VVGs one is compared with, by a named rule, and the figures that are laid side by side.

The same database and the same arguments give the same members in the same order. The focal VVG is never its own
peer.
"""

import pandas as pd

from database.choice import marks
from database.door import Database, answer

RULES = ("nearest_population", "same_county", "same_region", "own_list")
NEAREST = 10
"""How many the rule of the nearest population takes."""


def members(database: Database, vvg: str, eu_period: str, rule: str, own: tuple[str, ...] = ()) -> pd.DataFrame:
    """Which VVGs with a strategy of the same EU period are the peers of one, and why?

    In: the focal VVG; its EU period; one of RULES; the reader's own list for own_list. Out: a row a peer in the order
    of the rule, with residents and their difference from the focal VVG (missing where either is not known).
    Raises ValueError for another rule.
    """
    if rule not in RULES:
        raise ValueError(f"no such peer rule: {rule}")
    conditions = {
        "nearest_population": "p.residents is not null and f.residents is not null",
        "same_county": "p.county = f.county",
        "same_region": "p.region = f.region",
        "own_list": f"p.vvg in ({marks(own)})" if own else "false",
    }
    order = "difference, p.city collate lt, p.vvg" if rule == "nearest_population" else "p.city collate lt, p.vvg"
    limit = f"limit {NEAREST}" if rule == "nearest_population" else ""
    return answer(
        database,
        f"""
        select p.*, abs(p.residents - f.residents) as difference
        from peer_places as p
        inner join peer_places as f on f.eu_period = p.eu_period and f.vvg <> p.vvg
        where f.vvg = ? and f.eu_period = ? and {conditions[rule]}
        order by {order}
        {limit}
        """,
        [vvg, eu_period, *(own if rule == "own_list" else ())],
    )


def places(database: Database, eu_period: str) -> pd.DataFrame:
    """Which VVGs have a strategy of an EU period, where, and of how many residents?"""
    return answer(database, "select * from peer_places where eu_period = ? order by city collate lt, vvg", [eu_period])


def figures(database: Database, eu_period: str, vvgs: tuple[str, ...]) -> pd.DataFrame:
    """Which figures may be laid side by side for some VVGs, and why is one missing?"""
    return answer(
        database,
        f"""
        select * from comparison_figures where eu_period = ? and vvg in ({marks(vvgs)})
        order by position, city collate lt, vvg
        """,
        [eu_period, *vvgs],
    )


def known_figures(database: Database) -> pd.DataFrame:
    """Of which VVG and EU period is most known? The first is an example for a reader who chose none."""
    return answer(
        database,
        """
        select vvg, eu_period, count(value) as known from comparison_figures
        where section <> 'context' group by vvg, eu_period order by known desc, vvg, eu_period
        """,
    )
