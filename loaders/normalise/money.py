"""Sums of money as Lithuanian sources write them, in euros."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from loaders.normalise.figures import (
    FIGURE,
    QUANTITY,
    SPACE,
    figure_readings,
    multiplier,
    quantities,
    quantity_readings,
    shifted,
)
from loaders.normalise.numbers import WORDS_OF_CHANGE, Bound, bound_before
from loaders.normalise.wordings import folded

LITAS_PER_EURO = Decimal("3.4528")
"""The fixed rate of 1 January 2015."""

_CENT = Decimal("0.01")
_TOO_LARGE = 10**12
_EURO = r"(?:€|eur(?:ai|as|ais|ams|ą|o|u|ui|us|ų)?(?!\w))"
_LITAS = r"(?:(?:lt|ltl)(?!\w)|lit(?:ai|as|ais|ams|ą|o|u|ui|us|ų)(?!\w))"
_CENTS = rf"{SPACE}+(?:ir{SPACE}+)?(?P<cents>[0-9]{{1,2}}){SPACE}*(?:ct|cent\w*)(?!\w)"
_CURRENCY = rf"{SPACE}*(?:{_EURO}|(?P<litas>{_LITAS}))"
_SUM = re.compile(rf"{QUANTITY}{_CURRENCY}(?:{_CENTS})?", re.IGNORECASE)
_RANGE_START = re.compile(
    rf"(?P<nuo>(?<!\w)nuo{SPACE}+)?(?P<lower>{FIGURE})(?(nuo){SPACE}+iki{SPACE}+|[-–—])$",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"({FIGURE}){SPACE}*(?:%|proc\.|proc(?!\w)|procent(?:as|ai|ų|us|ams|o|u|ą))", re.IGNORECASE)
_PERCENT_FOLLOWS = re.compile(rf"{SPACE}*(?:%|proc)", re.IGNORECASE)
_LITAS_FOLLOWS = re.compile(rf"{SPACE}*{_LITAS}", re.IGNORECASE)
_FOUR_DIGITS_BEFORE = re.compile(rf"[0-9]{{4}}{SPACE}$")
_FOUR_DIGITS_THEN_THREE = re.compile(
    rf"(?<![\w.,])[0-9]{{4}}(?:{SPACE}[0-9]{{3}}(?![0-9]))+(?:[.,][0-9]{{2}}(?![0-9]))?"
)
_SPACE_THEN_DOT = re.compile(rf"{SPACE}([0-9]{{3}}\.[0-9]{{3}}.*)")
_THREE_DIGITS = re.compile(r"[0-9]{3}(?![0-9])")
_ROUGHLY_BEFORE = re.compile(r"(?:\b(?:apie|beveik|arti|mazdaug|apytiksliai)|~)\W*$")
_OVER_BEFORE = re.compile(r"\bper\W*$")
_FROM_BEFORE = re.compile(r"\bnuo\W*$")
_TO_AFTER = re.compile(r"\s+iki\b", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(rf"\b{WORDS_OF_CHANGE}\b[^.;]*$")
_REACH = 80


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money found in a text; its place is counted in the NFC form of that text."""

    amount_eur: Decimal
    wording: str
    start: int
    end: int
    is_rounded: bool
    bound: Bound
    is_litas: bool


def euros(wording: str) -> Decimal:
    """The sum that a source writes in words of its own; litas are converted and rounded to cents.

    Raises ``ValueError`` unless the whole wording is one clear sum in euros or litas.

    >>> euros("327.863 eurai"), euros("14,5 mln. eurų"), euros("213 999,99 €")
    (Decimal('327863'), Decimal('14500000'), Decimal('213999.99'))
    >>> euros("1.170 214,22 Eur"), euros("347,686,59 eurų"), euros("528 256 000.00 Eur")
    (Decimal('1170214.22'), Decimal('347686.59'), Decimal('528256000'))
    >>> euros("1 mln. 268 tūkst. 700 Eur"), euros("5 eurai 20 ct"), euros("100 Lt")
    (Decimal('1268700'), Decimal('5.20'), Decimal('28.96'))
    >>> euros("apie 300 tūkst.")
    Traceback (most recent call last):
    ValueError: not a sum of euros: 'apie 300 tūkst.'
    >>> euros("2016 500 Eur")
    Traceback (most recent call last):
    ValueError: not a sum of euros: '2016 500 Eur'
    >>> euros("1.500 mln. Eur")
    Traceback (most recent call last):
    ValueError: not a sum of euros: '1.500 mln. Eur'
    """
    match = _SUM.fullmatch(unicodedata.normalize("NFC", wording).strip().removesuffix("."))
    amount = _amount(match) if match else None
    if amount is None:
        raise ValueError(f"not a sum of euros: {wording!r}")
    return amount


def sums(text: str) -> list[Sum]:
    """Every clear sum of money with its currency, in order; of a range, both ends.

    >>> [(found.amount_eur, found.bound, found.is_rounded) for found in sums("kiek daugiau nei 1,1 mln. Eur")]
    [(Decimal('1100000'), '>=', True)]
    >>> [(found.amount_eur, found.bound) for found in sums("nuo 1.000 iki 2.500 eurų")]
    [(Decimal('1000'), '>='), (Decimal('2500'), '<=')]
    >>> [found.bound for found in sums("suma mažinama nuo 448 015,21 Eur iki 362 354,76 Eur")]
    ['=', '=']
    >>> [(found.wording, found.amount_eur, found.is_litas) for found in sums("gavo 1 000 Lt (9 proc.)")]
    [('1 000 Lt', Decimal('289.62'), True)]
    >>> sums("2016 500 Eur ir 85 proc.")
    []
    """
    composed = unicodedata.normalize("NFC", text)
    return [found for match in _SUM.finditer(composed) for found in _sums(composed, match)]


def amounts(text: str) -> set[Decimal]:
    """Every number in the text that can be read as an amount in euros, in every defensible reading.

    Only to check that a stated amount is proven by its quotation: the currency may be missing or stand once
    for several numbers. Percentages are no amounts.

    >>> sorted(amounts("įgyvendinti skirta 477 425, Anykščių – 422 921 Eur"))
    [Decimal('422921'), Decimal('477425')]
    >>> amounts("Planuojama 1,27 mln. gauti (85 proc.)")
    {Decimal('1270000')}
    >>> Decimal("41854.36") in amounts("esančiam jaunimui! 91 41.854,36")
    True
    >>> sorted(amounts("2016 500 Eur"))
    [Decimal('500'), Decimal('2016'), Decimal('2016500')]
    """
    composed = unicodedata.normalize("NFC", text)
    found: set[Decimal] = set()
    for quantity in quantities(composed):
        if _PERCENT_FOLLOWS.match(composed, quantity.end):
            continue
        values = set(quantity.readings)
        if split := _SPACE_THEN_DOT.search(composed[quantity.start : quantity.end]):
            values |= set(figure_readings(split[1]))
        is_litas = _LITAS_FOLLOWS.match(composed, quantity.end)
        found |= {_in_cents(value, is_litas=True) for value in values} - {None} if is_litas else values
    found |= {found_sum.amount_eur for found_sum in sums(composed)}
    joined = _FOUR_DIGITS_THEN_THREE.findall(composed)
    return found | {Decimal(re.sub(SPACE, "", figure).replace(",", ".")) for figure in joined}


def percent(wording: str) -> Decimal:
    """The percentage that the whole wording is, else ``ValueError``.

    >>> percent("85 proc."), percent("92,5 %"), percent("11,06 procentų"), percent("99.53%")
    (Decimal('85'), Decimal('92.5'), Decimal('11.06'), Decimal('99.53'))
    >>> percent("85 Eur")
    Traceback (most recent call last):
    ValueError: not a percentage: '85 Eur'
    """
    match = _PERCENT.fullmatch(unicodedata.normalize("NFC", wording).strip())
    values = figure_readings(match[1]) if match else ()
    if not values or (len(values) > 1 and "," not in wording):
        raise ValueError(f"not a percentage: {wording!r}")
    return values[0]


def _sums(text: str, match: re.Match[str]) -> Iterator[Sum]:
    before, amount = text[: match.start()], _amount(match)
    is_torn = _FOUR_DIGITS_BEFORE.search(before) and _THREE_DIGITS.match(match[0])
    if amount is None or is_torn:
        return
    nearby = folded(before[-_REACH:])
    is_rounded = bool(match["multiplier"] or _ROUGHLY_BEFORE.search(nearby))
    is_litas = bool(match["litas"])
    bound = _bound(before, nearby, text[match.end() :])
    range_start = _RANGE_START.search(before, max(0, len(before) - _REACH))
    lower = _lower_end(range_start["lower"], match) if range_start else None
    if range_start and lower is not None and lower < amount:
        is_change = bool(_CHANGE_BEFORE.search(folded(before[-_REACH : range_start.start()])))
        start, end = range_start.span("lower")
        yield Sum(lower, text[start:end], start, end, is_rounded, "=" if is_change else ">=", is_litas)
        bound = "=" if is_change else "<="
    yield Sum(amount, match[0], match.start(), match.end(), is_rounded, bound, is_litas)


def _bound(before: str, nearby: str, after: str) -> Bound:
    if _OVER_BEFORE.search(nearby):
        return ">="
    if _FROM_BEFORE.search(nearby) and _TO_AFTER.match(after):
        return "=" if _CHANGE_BEFORE.search(nearby) else ">="
    return bound_before(before)


def _lower_end(figure: str, upper: re.Match[str]) -> Decimal | None:
    """The lower end shares the multiplier of the upper one where only so it makes sense: nuo 1 iki 2 mln."""
    value, top = figure_readings(figure)[0], figure_readings(upper["figure"])[0]
    factor = multiplier(upper["multiplier"] or "") if value < top else 1
    return _in_cents(shifted(value, factor), is_litas=bool(upper["litas"]))


def _amount(match: re.Match[str]) -> Decimal | None:
    """The one reading of a matched sum, or None where there are several or it is no sum in cents."""
    figure = match["figure"]
    values = quantity_readings(match)
    is_ambiguous = match["multiplier"] and "." in figure and len(figure_readings(figure)) > 1
    is_no_remainder = match["remainder"] and len(values) > 1 and values[0] <= max(values[1:])
    if is_ambiguous or is_no_remainder or _SPACE_THEN_DOT.search(figure):
        return None
    amount = values[0]
    if match["cents"]:
        if amount != amount.to_integral_value():
            return None
        amount += Decimal(match["cents"]) * _CENT
    return _in_cents(amount, is_litas=bool(match["litas"]))


def _in_cents(amount: Decimal, *, is_litas: bool) -> Decimal | None:
    if amount >= _TOO_LARGE or amount != amount.quantize(_CENT):
        return None
    if is_litas:
        amount = (amount / LITAS_PER_EURO).quantize(_CENT, ROUND_HALF_UP)
    return Decimal(int(amount)) if amount == amount.to_integral_value() else amount.quantize(_CENT)
