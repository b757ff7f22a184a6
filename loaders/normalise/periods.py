"""Periods of whole years: 2016–2022 m."""

import re

from loaders.normalise.wordings import folded

YEARS = range(2000, 2041)

_ENDING = r"(?: ?(?:m(?:\.|(?!\w))|met(?:ai|u|ais|ams|us|uose)(?!\w)))?"
_PERIOD = re.compile(
    r"(?<!\w)(?<![0-9][-.,])"
    rf"(?:nuo )?([0-9]{{4}})(?: ?- ?|{_ENDING} iki )([0-9]{{4}})(?![0-9]|[-.,][0-9]){_ENDING}"
)


def years(wording: str) -> tuple[int, int]:
    """The first and the last year of the period that the whole wording is.

    Raises ``ValueError`` if it is not a period, runs backwards or leaves 2000-2040.

    >>> years("2016-2022"), years("2016–2022 m."), years("2023 – 2029 metų"), years("nuo 2016 m. iki 2022 m.")
    ((2016, 2022), (2016, 2022), (2023, 2029), (2016, 2022))
    >>> years("2022-2016")
    Traceback (most recent call last):
    ValueError: not a period of years: '2022-2016'
    >>> years("2016-07-20")
    Traceback (most recent call last):
    ValueError: not a period of years: '2016-07-20'
    """
    match = _PERIOD.fullmatch(folded(wording))
    if not match or not _is_period(*(found := _years(match))):
        raise ValueError(f"not a period of years: {wording!r}")
    return found


def periods(text: str) -> list[tuple[int, int]]:
    """Every period of years in the text, in order; backward and far ones are none.

    >>> periods("Pakruojo 2016 – 2022 m. strategija (su pakeitimais 2018-12-12) ir 2023–2029 metų strategija")
    [(2016, 2022), (2023, 2029)]
    >>> periods("Nr. 1990-2010, telefonas 8-2016-20225")
    []
    """
    return [found for match in _PERIOD.finditer(folded(text)) if _is_period(*(found := _years(match)))]


def _years(match: re.Match[str]) -> tuple[int, int]:
    return int(match[1]), int(match[2])


def _is_period(first: int, last: int) -> bool:
    return first in YEARS and last in YEARS and first <= last
