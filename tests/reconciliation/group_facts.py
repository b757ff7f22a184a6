"""What the collected file of a group says: every value in its tree, sorted by the kind of fact it is."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from loaders.normalise.money import amounts
from loaders.vocabularies import Vocabularies
from tests.reconciliation.group_keys import AMOUNTS, CONTEXTS, COUNTED, COUNTS, NOTES, READ_WITH_ANOTHER, RENAMED, SAME


class Leaf(NamedTuple):
    """One value of the tree, the key under which it stands, and the record in which it stands."""

    context: str
    key: str
    value: object
    record: dict


def leaves(node: object, context: str = "group", key: str = "", record: dict | None = None) -> Iterator[Leaf]:
    """Every value of a tree."""
    if isinstance(node, dict):
        for name, value in node.items():
            inner = isinstance(value, dict) or (isinstance(value, list) and _holds_records(value))
            if inner and name == "sources":
                for source in value.values():
                    yield from leaves(source, CONTEXTS[name])
            elif inner:
                yield from leaves(value, CONTEXTS.get(name, f"unknown {name}"))
            else:
                yield from leaves(value, context, name, node)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value, context, key, record)
    elif node is not None:
        yield Leaf(context, key, node, record or {})


def _holds_records(values: list) -> bool:
    return any(isinstance(value, dict) for value in values)


def number(value: object) -> str:
    """A number without needless zeros."""
    return f"{Decimal(str(value)).normalize():f}"


def quoted_number(value: object) -> str:
    """A sum of money, also one given in words („virš 114,0 tūkst.“)."""
    if isinstance(value, str):
        [value] = amounts(f"{value} Eur")
    return number(value)


def facts(tree: dict, vocabularies: Vocabularies) -> Counter[tuple[str, str]]:
    """How often each (kind, value) stands in the collected file of a group. Raises KeyError for unknown keys."""
    found: Counter[tuple[str, str]] = Counter()
    for leaf in leaves(tree):
        told = False
        for reading in READINGS:
            for kind, value in reading(leaf, vocabularies):
                found[kind, value] += 1
                told = True
        if not told and leaf.key not in READ_WITH_ANOTHER.get(leaf.context, ()):
            raise KeyError(f"{tree['vvg']}: nothing is known of '{leaf.key}' of a {leaf.context}")
    return found


Reading = Iterator[tuple[str, str]]


def plain(leaf: Leaf, _: Vocabularies) -> Reading:
    """Values that are kept as they are."""
    if leaf.key in SAME.get(leaf.context, ()):
        yield f"{leaf.context} {leaf.key}", str(leaf.value)
    elif kind := RENAMED.get((leaf.context, leaf.key)):
        yield kind, str(leaf.value)


def counted(leaf: Leaf, _: Vocabularies) -> Reading:
    """Texts that are counted only."""
    if kind := COUNTED.get((leaf.context, leaf.key)):
        yield kind, "one"
    elif leaf.key == "note" and leaf.context in NOTES:
        yield f"note of {leaf.context}", leaf.record["src"]


def quotation(leaf: Leaf, _: Vocabularies) -> Reading:
    """The source's own words, verbatim."""
    is_words = leaf.key.startswith(("as_written", "period_as_written")) and not leaf.key.endswith("_src")
    if is_words or (leaf.context, leaf.key) == ("own years", "text"):
        yield "quotation", str(leaf.value)


def money(leaf: Leaf, _: Vocabularies) -> Reading:
    """Sums of money, with what they are for and their source."""
    if leaf.key in AMOUNTS.get(leaf.context, ()):
        scope = leaf.record["scope"] if leaf.context == "amount" else leaf.context
        is_main = leaf.key in ("amount_eur", "selected_amount_eur")
        source = leaf.record.get("amount_src", leaf.record["src"]) if is_main else leaf.record["src"]
        yield "amount", f"{quoted_number(leaf.value)} | {scope} | {source}"


def indicator(leaf: Leaf, _: Vocabularies) -> Reading:
    """Values of indicators, with name, unit, kind, state and source."""
    record = leaf.record
    if (leaf.context, leaf.key) == ("indicator", "value"):
        described = " | ".join(str(record[key]) for key in ("name", "unit", "kind", "state"))
        yield "indicator", f"{described} | {number(leaf.value)} | {record['src']}"
        if "scope" in record:
            yield "indicator scope", f"{record['name']} | {record['scope']}"
    elif described := COUNTS.get((leaf.context, leaf.key)):
        is_of_other_source = leaf.key in ("projects_done", "projects_running")
        source = record.get("projects_src", record["src"]) if is_of_other_source else record["src"]
        yield "indicator", f"{described} | {number(leaf.value)} | {source}"
    elif (leaf.context, leaf.key) == ("indicator", "year"):
        yield "indicator year", f"{record['name']} | {leaf.value}"


def qualifier(leaf: Leaf, vocabularies: Vocabularies) -> Reading:
    """How a figure is meant: stage, funds, rounded, at least, at most; `inferred` of an event.

    In a call these words are said of its main sum, in a project of all its sums.
    """
    key, value, source = leaf.key, leaf.value, leaf.record.get("src")
    if key == "inferred" and leaf.context == "event":
        yield "inferred event", f"{leaf.record['date']} | {source}"
    if leaf.context == "indicator" and key == "at_least":
        yield "bound of indicator", f"{number(leaf.record['value'])} | at_least | {source}"
    if leaf.context not in AMOUNTS or key not in ("stage", "state", "funds", "approx", "at_least", "at_most"):
        return
    sums = [quoted_number(leaf.record[name]) for name in AMOUNTS[leaf.context] if name in leaf.record]
    if leaf.context == "call":
        sums = sums[:1]
    for sum_eur in sums or ["no sum"]:
        if key in ("stage", "state"):
            yield "stage of amount", f"{sum_eur} | {value}"
        elif key == "funds":
            yield "fund of amount", f"{sum_eur} | {vocabularies.code('funds', str(value))}"
        elif key == "approx":
            yield "rounded amount", sum_eur
        else:
            yield "bound of amount", f"{sum_eur} | {key}"


def further_source(leaf: Leaf, _: Vocabularies) -> Reading:
    """Sources that a record names beside its main one."""
    if leaf.key in ("as_written_more_src", "code_src", "measure_src"):
        yield "further source", str(leaf.value)
    elif (leaf.context, leaf.key) in {("strategy", "period_src"), ("own years", "src")}:
        yield "source of own years", str(leaf.value)


def programme_text(leaf: Leaf, _: Vocabularies) -> Reading:
    """The names and numbers in the prose that names a programme; without any, the prose itself."""
    if (leaf.context, leaf.key) == ("programme", "text"):
        text = str(leaf.value)
        for name in re.findall(r"„([^„“]+)“|Nr\. ([^ ;)]+)|(\d\d\.[\w.]+-[\w-]+)", text) or text.split("; "):
            yield "programme text", "".join(name)


READINGS: list[Callable[[Leaf, Vocabularies], Reading]] = [
    plain,
    counted,
    quotation,
    money,
    indicator,
    qualifier,
    further_source,
    programme_text,
]
