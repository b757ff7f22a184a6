"""Dates as precise as a source gives them: a year, a quarter, a month or a day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from loaders.normalise.wordings import folded

YEARS = range(1990, 2041)

_MONTHS = (
    r"saus(?:is|io|iui|i|iu|yje)",
    # Other endings of this stem mean summer.
    r"vasar(?:is|io|iui|i|iu|yje)",
    r"kov(?:as|o|ui|a|u|e)",
    r"baland(?:is|zio|ziui|i|ziu|yje)",
    r"geguz(?:e|es|ei|eje)",
    r"birzel(?:is|io|iui|i|iu|yje)",
    r"liep(?:a|os|ai|oje)",
    r"rugpju(?:tis|cio|ciui|ti|ciu|tyje)",
    r"rugsej(?:is|o|ui|i|u|yje)",
    r"spal(?:is|io|iui|i|iu|yje)",
    r"lapkri(?:tis|cio|ciui|ti|ciu|tyje)",
    r"gruod(?:is|zio|ziui|i|ziu|yje)",
)
_MONTH = "|".join(rf"(?P<m{place}>{month})" for place, month in enumerate(_MONTHS, 1))
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pirm": 1, "antr": 2, "trec": 3, "ketv": 4}
_PATTERN = re.compile(
    r"(?<![\w.])(?<!\d-)(?<!\d - )(?P<year>[0-9]{4})(?:"
    r"(?P<mark>[-.])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?(?!\w|[-.][0-9])"
    r"|-q(?P<iso_quarter>[0-9])(?!\w)"
    r"| ?(?:m\.|m(?!\w)|metu|metais|metai) ?(?:"
    r"(?P<quarter>iv|i{1,3}|[1-4]|(?:pirm|antr|trec|ketv)\w+)\.?(?:-?[a-z]{1,3})? ?ketv(?:ir\w*|\.|(?!\w))"
    rf"|(?:{_MONTH})(?!\w)(?: ?men(?:\.|\w*))?"
    r"(?: ?(?P<named_day>[0-9]{1,2})(?: ?- ?(?P<last_day>[0-9]{1,2}))? ?(?:d\.|d(?!\w)|dien\w*))?)?)"
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date in ISO-like text (2016, 2017-Q1, 2016-07, 2016-07-20), with the first and last day it can be."""

    text: str
    first: date
    last: date


def partial_date(value: str | int | date) -> PartialDate:
    """The date that the whole value is; ``ValueError`` if it is unclear, impossible or not in 1990-2040.

    >>> partial_date("2016 m. lapkričio 25 d.").text, partial_date("2016 m. liepos mėn.").text
    ('2016-11-25', '2016-07')
    >>> partial_date("2017 m. I ketvirčio")
    PartialDate(text='2017-Q1', first=datetime.date(2017, 1, 1), last=datetime.date(2017, 3, 31))
    >>> partial_date(2016) == partial_date("2016") == partial_date("2016 m.")
    True
    >>> partial_date("2018-02-30")
    Traceback (most recent call last):
    ValueError: not a date: '2018-02-30'
    >>> partial_date("lapkričio 25 d.")
    Traceback (most recent call last):
    ValueError: not a date: 'lapkričio 25 d.'
    """
    if isinstance(value, datetime):
        value = value.date()
    wording = folded(str(value)) if not isinstance(value, bool) else ""
    if re.fullmatch("[0-9]{4}", wording):
        wording += " m."
    match = _PATTERN.fullmatch(wording)
    found = _read(match) if match else []
    if len(found) != 1:
        raise ValueError(f"not a date: {str(value)!r}")
    return found[0]


def dates(text: str) -> list[PartialDate]:
    """Every date in the text in order. A year counts when it says so (2016 m.) and does not end a period.

    Impossible dates are left out; a range of days within a month gives its first and its last.

    >>> [found.text for found in dates("įsakymu (Nr. 1V-505, 2016-07-20), nuo 2017 m. I ketvirčio")]
    ['2016-07-20', '2017-Q1']
    >>> [found.text for found in dates("2023 m. spalio 5–7 d., 2021m., 2015 m. vasarą, 2016 – 2022 m.")]
    ['2023-10-05', '2023-10-07', '2021', '2015']
    >>> dates("2018 m. vasario 30 d., 8.6.1, Nr. 01-004-08-04")
    []
    """
    return [found for match in _PATTERN.finditer(folded(text)) for found in _read(match)]


def _read(match: re.Match[str]) -> list[PartialDate]:
    year = int(match["year"])
    quarter = match["iso_quarter"] or match["quarter"]
    month = int(match["month"] or 0) or _named_month(match)
    days = [int(day) for day in (match["day"], match["named_day"], match["last_day"]) if day]
    try:
        if quarter:
            return [_of_months(f"{year}-Q{(number := _quarter(quarter))}", year, 3 * number - 2, 3 * number)]
        if days:
            return [_of_day(date(year, month, day)) for day in days]
        if month or match["month"]:
            return [_of_months(f"{year}-{month:02}", year, month, month)]
        return [_of_months(str(year), year, 1, 12)]
    except ValueError:
        return []


def _named_month(match: re.Match[str]) -> int:
    return next((place for place in range(1, 13) if match[f"m{place}"]), 0)


def _quarter(wording: str) -> int:
    number = int(wording) if wording.isdigit() else _QUARTERS[wording if wording in _QUARTERS else wording[:4]]
    if number not in range(1, 5):
        raise ValueError(f"not a quarter: {wording!r}")
    return number


def _of_day(day: date) -> PartialDate:
    if day.year not in YEARS:
        raise ValueError(f"year outside {YEARS[0]}-{YEARS[-1]}: {day}")
    return PartialDate(day.isoformat(), day, day)


def _of_months(text: str, year: int, first: int, last: int) -> PartialDate:
    if year not in YEARS:
        raise ValueError(f"year outside {YEARS[0]}-{YEARS[-1]}: {text}")
    starts = date(year, first, 1)
    return PartialDate(text, starts, date(year, last, monthrange(year, last)[1]))
