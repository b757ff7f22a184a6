"""Figures drawn from the real data by lot: each has its source, and its quotation holds the number."""

import random
import re
from decimal import Decimal

import pytest
from duckdb import DuckDBPyConnection

from database import queries

LOT, DRAWN = 20_260_225, 30
WORDS = {
    1: "vien|pirm|\\bI\\b", 2: "dvi|du\\b|antr|\\bII\\b", 3: "tr[iyí]|\\bIII\\b", 4: "ketur", 5: "penk", 6: "šeš",
    7: "septyn", 8: "aštuon", 9: "devyn", 10: "dešimt",
}  # fmt: skip
"""How a small number begins where it is written in letters."""


def holds(words: str, number: Decimal) -> bool:
    """Whether a wording holds a number, in figures, in thousands or millions, or in letters.

    >>> holds("1 055 675,87 Eur", Decimal("1055675.87")), holds("apie 1 mln.", Decimal(1000000))
    (True, True)
    >>> holds("skirta 500 000 Eur", Decimal(510000))
    False
    """
    for found in re.findall(r"\d[\d.,   ]*", words):
        figure = re.sub(r"[   ]", "", found).rstrip(".,")
        for written in (figure.replace(".", "").replace(",", "."), figure.replace(",", ""), figure.replace(",", ".")):
            try:
                value = Decimal(written)
            except ArithmeticError:
                continue
            if number in (value, value * 1000, value * 1_000_000):
                return True
    if any(number == Decimal(part) for part in re.findall(r"\d+", words)):
        return True
    return number in WORDS and re.search(WORDS[int(number)], words, re.IGNORECASE) is not None


@pytest.fixture(scope="module")
def figures(real_database: DuckDBPyConnection) -> list[dict[str, object]]:
    """Sums and values of indicators, in an order of their own, then drawn by lot."""
    sums = queries.table(real_database, "funding").rename(columns={"funding": "key", "amount_eur": "number"})
    values = queries.table(real_database, "indicators").rename(columns={"indicator": "key", "value": "number"})
    columns = ["key", "number", "as_written", "source"]
    every = [row for rows in (sums, values) for row in rows[columns].sort_values("key").to_dict("records")]
    return random.Random(LOT).sample(every, DRAWN)


def test_there_is_a_source_behind_every_figure_that_was_drawn(figures, real_database):
    sources = queries.sources(real_database, tuple(sorted({str(row["source"]) for row in figures})))
    assert {row["source"] for row in figures} == set(sources["source"])
    assert sources["title"].str.len().min() > 0


def test_the_quotation_holds_the_number(figures):
    quoted = [row for row in figures if isinstance(row["as_written"], str)]
    assert len(quoted) >= DRAWN / 2
    assert [row for row in quoted if not holds(str(row["as_written"]), Decimal(str(row["number"])))] == []


def test_the_shown_sum_stands_first_among_its_statements(real_database):
    said = queries.funding_statements(real_database)
    shown = queries.funding(real_database).set_index("strategy")["funding"]
    first = said[(said["place"] == 1) & (said["scope"] == "strategy") & (said["stage"] == "allocated")]
    assert dict(first[["strategy", "funding"]].itertuples(index=False)) == dict(shown)
