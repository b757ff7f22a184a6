"""Does the quotation prove the figure? What a record states has to stand in the words that it quotes."""

from collections.abc import Iterable
from decimal import Decimal

from loaders.normalise.dates import PartialDate, dates
from loaders.normalise.money import amounts
from loaders.normalise.numbers import numbers


def amount_is_proven(amount_eur: Decimal, quotations: Iterable[str]) -> bool:
    """Whether one of the quotations holds the amount, in any spelling that a source may use."""
    return any(amount_eur in amounts(words) for words in quotations)


def number_is_proven(value: Decimal, quotations: Iterable[str]) -> bool:
    """Whether one of the quotations holds the number, in figures or in words."""
    return any(value in numbers(words) for words in quotations)


def date_is_proven(date: PartialDate, quotations: Iterable[str]) -> bool:
    """Whether one of the quotations holds a date that lies within the stated one, or around it."""
    return any(found.first <= date.last and date.first <= found.last for words in quotations for found in dates(words))
