"""The filters of the search: each count says what a click would show, checked against SQL of its own."""

import pytest

from database import search
from ui.search_filters import AMOUNT, FILTERS, KIND, KINDS, band, counted, kept

CHOICES = (
    {},
    {"kind": ["item"]},
    {"amount": ["500000-1000000"]},
    {"group": ["people_with_disabilities"], "period": ["2014-2020"]},
    {"amount": ["unknown"], "county": ["Kauno apskritis"]},
    {"fund": ["esf"], "kind": ["item", "project"], "group": ["older_people", "unemployed"]},
)

CONDITIONS = {
    "kind": "e.kind in ({})",
    "period": "e.strategy in (select strategy from strategies where eu_period in ({}))",
    "county": "e.vvg in (select vvg from vvgs join municipalities using (municipality) where county in ({}))",
    "theme": "e.entry in (select item from item_themes where theme in ({}))",
    "fund": ("e.strategy in (select strategy from funding join funding_funds using (funding) where fund in ({}))"),
    "group": """
        e.entry in (
            select unnest([p.target_group, p.item, p.project, p.strategy, p.vvg]) from group_phrases as p
            where p.term in ({0})
        ) or e.entry in (
            select i.indicator from indicators as i join group_phrases as p on p.item = i.item or p.project = i.project
            where p.term in ({0})
        )
    """,
    "amount": """
        exists (
            select 1 from (
                select amount_eur from funding where e.kind in ('project', 'call') and role in ('whole', 'value')
                    and coalesce(project, call) = e.entry
                union all
                select allocated_eur from strategy_overview as o
                where e.kind not in ('project', 'call')
                    and (o.strategy = e.strategy or e.strategy is null and o.vvg = e.vvg)
                union all
                select null where e.kind in ('project', 'call') and not exists (
                    select 1 from funding where role in ('whole', 'value') and coalesce(project, call) = e.entry
                )
            ) as known
            where case
                when amount_eur is null then 'unknown' when amount_eur < 25000 then '0-25000'
                when amount_eur < 100000 then '25000-100000' when amount_eur < 500000 then '100000-500000'
                when amount_eur < 1000000 then '500000-1000000' else '1000000-'
            end in ({})
        )
    """,
}


def counted_by_sql(database, stem: str, choices: dict[str, list[str]], asked, value: str) -> int:
    """How many entries with a stem fit all filters but `asked`, and have its value."""
    wanted = {key: values for key, values in choices.items() if key != asked.key} | {asked.key: [value]}
    parts = ["e.stems like ?"]
    for key, values in wanted.items():
        listed = ", ".join(f"'{each}'" for each in values)
        parts.append(f"({CONDITIONS[key].format(listed)})")
    sql = f"select count(*) from search_entries as e where {' and '.join(parts)}"
    return int(database.cursor().execute(sql, [f"% {stem}%"]).fetchone()[0])


@pytest.mark.parametrize("choices", CHOICES, ids=str)
@pytest.mark.parametrize(("words", "stem"), [("miesto", "miest"), ("strategija", "strateg")])
def test_each_count_takes_all_other_filters_into_account(database, choices, words, stem):
    hits = search.hits(database, words)
    assert len(hits) > 3
    compared = 0
    for asked in FILTERS:
        counts = counted(kept(hits, choices, asked.key), asked)
        for value in counted(hits, asked):
            assert counts.get(value, 0) == counted_by_sql(database, stem, choices, asked, value), (asked.key, value)
            compared += 1
    assert compared > 10


def test_what_fits_all_filters_is_what_the_counts_promise(database):
    hits = search.hits(database, "strategija")
    others = {"period": ["2014-2020"]}
    counts = counted(kept(hits, others, "amount"), AMOUNT)
    for value, n in counts.items():
        assert len(kept(hits, others | {"amount": [value]})) == n


def test_bands_stand_by_size_and_kinds_in_their_own_order(database):
    hits = search.hits(database, "strategija")
    assert list(counted(hits, AMOUNT)) == [code for code in search.bands() if code in counted(hits, AMOUNT)]
    kinds = counted(search.hits(database, "miesto"), KIND)
    assert list(kinds) == [kind for kind in KINDS if kind in kinds]


def test_bands_are_named_in_words():
    said = [band(code).replace("\u00a0", " ") for code in search.bands()]
    assert said == [
        "< 25 tūkst. €", "25 tūkst. € – 100 tūkst. €", "100 tūkst. € – 500 tūkst. €", "500 tūkst. € – 1,0 mln. €",
        "≥ 1,0 mln. €", "suma nežinoma",
    ]  # fmt: skip
