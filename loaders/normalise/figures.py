"""Digits as Lithuanian sources print them: grouped by spaces, dots or commas, multiplied by tūkst. or mln."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

SPACE = "[ \u00a0\u2007\u2009\u202f]"
_GROUP = rf"(?:{SPACE}|\.)[0-9]{{3}}(?![0-9])"
FIGURE = (
    r"(?<!\w)(?<![0-9][.,])"
    rf"(?:[0-9]{{1,3}}(?:{_GROUP})+(?:,[0-9]+|\.[0-9]{{1,2}})?"
    r"|[0-9]{1,3}(?:,[0-9]{3})+[.,][0-9]{1,2}"
    r"|[0-9]{1,3}(?:,[0-9]{3}){2,}"
    r"|[0-9]+(?:[.,][0-9]+)?)"
    r"(?![0-9]|[.,][0-9])"
)
_MULTIPLIER = r"(?:tūkst(?:an[tč]\w*|\.|(?!\w))|mln(?:\.|(?!\w))|milijon\w*|mlrd(?:\.|(?!\w))|milijard\w*)"
_REMAINDER = (
    rf"{SPACE}+[0-9]{{1,3}}(?![0-9]|[.,][0-9]|{SPACE}[0-9]{{3}}(?![0-9]))(?:{SPACE}*{_MULTIPLIER})?"
    rf"(?!\w|{SPACE}*(?:%|proc))"
)
QUANTITY = rf"(?P<figure>{FIGURE})(?:{SPACE}*(?P<multiplier>{_MULTIPLIER})(?P<remainder>(?:{_REMAINDER}){{0,2}}))?"
_QUANTITIES = re.compile(QUANTITY, re.IGNORECASE)
_REMAINDERS = re.compile(rf"([0-9]+){SPACE}*({_MULTIPLIER})?", re.IGNORECASE)
_MULTIPLIERS = {"tū": 10**3, "ml": 10**6, "mi": 10**6}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number written in digits: where it stands, and its defensible readings, the likeliest first."""

    start: int
    end: int
    readings: tuple[Decimal, ...]


def quantities(text: str) -> Iterator[Quantity]:
    """Every number of an NFC text that is written in digits, multiplied by its tūkst., mln. or mlrd.

    Codes and dates with dots (8.6.1, 2016.07.20) are no numbers. A remainder of fewer than three digits after
    tūkst. may belong to the thousands or to the next word, so both readings are given.

    >>> [quantity.readings for quantity in quantities("turi 5 tūkst. 728 gyventojus, 1,27 mln., 8.6.1")]
    [(Decimal('5728'),), (Decimal('1270000'),)]
    >>> [quantity.readings for quantity in quantities("2 tūkst. 15 savanorių")]
    [(Decimal('2015'), Decimal('2000'), Decimal('15'))]
    """
    for match in _QUANTITIES.finditer(text):
        yield Quantity(match.start(), match.end(), quantity_readings(match))


def quantity_readings(match: re.Match[str]) -> tuple[Decimal, ...]:
    """Every defensible reading of a match of ``QUANTITY``, the likeliest first."""
    values = figure_readings(match["figure"])
    if not match["multiplier"]:
        return values
    factor = multiplier(match["multiplier"])
    heads = tuple(shifted(value, factor) for value in values)
    parts = [(Decimal(digits), multiplier(word)) for digits, word in _REMAINDERS.findall(match["remainder"] or "")]
    if not parts:
        return heads
    tails = [digits * part_factor for digits, part_factor in parts]
    factors = [factor, *(part_factor for _, part_factor in parts)]
    descends = all(
        lower < upper and tail < upper for lower, upper, tail in zip(factors[1:], factors, tails, strict=False)
    )
    if not descends:
        return (*heads, *tails)
    whole = tuple(head + sum(tails) for head in heads)
    is_plain = all(len(digits) == 3 for digits, _ in _REMAINDERS.findall(match["remainder"]))
    return whole if is_plain else (*whole, *heads, *tails)


def figure_readings(figure: str) -> tuple[Decimal, ...]:
    """Every defensible reading of one figure, the likeliest first.

    >>> figure_readings("213 999,99"), figure_readings("1.493.200,00"), figure_readings("347,686,59")
    ((Decimal('213999.99'),), (Decimal('1493200.00'),), (Decimal('347686.59'),))
    >>> figure_readings("327.863")
    (Decimal('327863'), Decimal('327.863'))
    >>> figure_readings("1,140")
    (Decimal('1.140'), Decimal('1140'))
    """
    tokens = re.findall("[0-9]+", figure)
    separators = re.findall("[^0-9]", figure)
    joined = Decimal("".join(tokens))
    if not separators or separators[-1] not in ".,":
        return (joined,)
    decimal = Decimal("".join(tokens[:-1]) + "." + tokens[-1])
    if len(tokens[-1]) != 3 or tokens[0].startswith("0") or len(tokens[0]) > 3:
        return (decimal,)
    if len(separators) > 1:
        is_grouped = separators[-1] == "." or separators.count(",") > 1
        return (joined,) if is_grouped else (decimal,)
    return (joined, decimal) if separators[-1] == "." else (decimal, joined)


def multiplier(word: str) -> int:
    """What tūkst., mln., mlrd. and their full words multiply by; nothing written is 1.

    >>> multiplier("tūkstančių"), multiplier("mln."), multiplier("mlrd."), multiplier("")
    (1000, 1000000, 1000000000, 1)
    """
    lowered = word.lower()
    if lowered.startswith(("mlrd", "milijard")):
        return 10**9
    return _MULTIPLIERS[lowered[:2]] if lowered else 1


def shifted(value: Decimal, factor: int) -> Decimal:
    """The product, without an exponent or a trailing ,0 when it is whole."""
    product = value * factor
    return Decimal(int(product)) if product == product.to_integral_value() else product
