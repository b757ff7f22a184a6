"""The comparison of what was collected with what the database says, and the list of meant differences."""

import re
from collections import Counter
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

import yaml

Facts = Counter[tuple[str, str]]
"""How often each (kind, value) stands somewhere."""


class Listed(NamedTuple):
    """One entry of the list: values of a kind that stand on one side only, and why that is right."""

    vvg: str
    kind: str
    reason: str
    facts: list[str]
    database: list[str]


def listed_differences(file: Path) -> list[Listed]:
    """The entries of the list. Raises ValueError for one without a reason or without a value."""
    entries = []
    for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
        listed = Listed(**({"facts": [], "database": []} | entry))
        if not listed.reason or not listed.facts + listed.database:
            raise ValueError(f"an entry needs a reason and values: {entry}")
        entries.append(listed)
    return entries


def unexplained(
    facts: Facts,
    database: Facts,
    listed: list[Listed],
    at_least: Container[str] = (),
    told: Container[str] = (),
    said: str = "",
) -> list[str]:
    """What is wrong, a line each: differences that are not listed, and listed ones that are not there.

    In: both sides; the entries that concern them; kinds of which the database may say more; kinds whose values
    only have to stand somewhere in `said`, all words of the database.
    """
    lost, added = Counter(), Counter()
    for fact in facts.keys() | database.keys():
        kind, value = fact
        if kind in told:
            lost[fact] = 0 if folded(value) in said else facts[fact]
            continue
        lost[fact] = max(0, facts[fact] - database[fact])
        added[fact] = 0 if kind in at_least else max(0, database[fact] - facts[fact])
    wrong = []
    for entry in listed:
        for side, surplus, values in (("facts", lost, entry.facts), ("database", added, entry.database)):
            for value in values:
                found = _standing(surplus, entry.kind, value)
                if found is None:
                    wrong.append(f"{entry.vvg}: listed but no difference ({side}): {entry.kind}: {value}")
                else:
                    surplus[found] -= 1
    for what, surplus in (("lost", lost), ("only in the database", added)):
        for (kind, value), times in sorted(surplus.items()):
            wrong += [f"{what}: {kind}: {value}"] * max(0, times)
    return wrong


def _standing(surplus: Facts, kind: str, value: str) -> tuple[str, str] | None:
    """A difference that is left and has this value; […] in it stands for words that are not repeated here."""
    pattern = re.compile(".+".join(re.escape(part) for part in value.split("[…]")))
    for fact, times in surplus.items():
        if times > 0 and fact[0] == kind and pattern.fullmatch(fact[1]):
            return fact
    return None


def folded(words: str) -> str:
    """Words as they are looked for: without difference of case, of dashes and of spaces."""
    plain = re.sub(r"\s*[–—-]\s*", "-", words.casefold()).replace("vietos veiklos grupė", "vvg")
    return " ".join(plain.split())
