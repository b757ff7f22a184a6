"""Dates of a text with the places where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.documents.finders.passages import even
from loaders.normalise.dates import PartialDate, dates, partial_date

_MONTH = (
    r"(?:saus|vasar|kov|baland|geguz|birzel|liep|rugpju|rugsej|spal|lapkri|gruod)"
    r"(?:is|io|iui|i|iu|yje|as|o|ui|a|u|e|zio|ziui|ziu|es|ei|eje|os|ai|oje|tis|cio|ciui|ti|ciu|tyje)"
)
_YEAR = r"(?<![\w.])(?:19|20)[0-9]{2}"
_DATE = re.compile(
    rf"{_YEAR}(?:[-.][0-9]{{1,2}}[-.][0-9]{{1,2}}(?![0-9]|[.][0-9]|-(?!(?:19|20)[0-9]{{2}}-)[0-9])"
    rf"|-[0-9]{{2}}(?![0-9-])"
    rf"| ?(?:m\.|m(?!\w)|metu|metais) ?(?:{_MONTH}(?!\w)(?: ?men(?:\."
    rf"|\w*))?(?: ?[0-9]{{1,2}}(?: ?- ?[0-9]{{1,2}})? ?(?:d\.|d(?!\w)|dien\w*))?"
    r"|(?:iv|i{1,3}|[1-4])(?:-?[a-z]{1,3})? ?ketv(?:ir\w*|\.)))"
)
_SPACED = re.compile(rf"{_YEAR} (?:0[1-9]|1[0-2]) (?:[0-2][0-9]|3[01])(?![0-9])")
_SAME_YEAR = re.compile(rf",? ?(?:-|iki) ?(?P<end>(?:{_MONTH}) [0-9]{{1,2}} ?(?:d\.|d(?!\w)|dien\w*))")
_WHOLE_YEAR = re.compile(rf"(?<![0-9]-)(?<!- ){_YEAR} ?(?:m\.|metais)(?! ?(?:- ?)?[0-9])")


@dataclass(frozen=True, slots=True)
class Day:
    """A date and where it stands."""

    date: PartialDate
    start: int
    end: int


def days(text: str) -> list[Day]:
    """Every date of a text that says at least a month, in order; a range of days gives both of its ends.

    >>> [(day.date.text, day.start) for day in days("Nuo 2018 m. gegužės 2 d. iki 2018-07-02, 2017 m. I ketv.")]
    [('2018-05-02', 4), ('2018-07-02', 29), ('2017-Q1', 41)]
    """
    plain = even(text)
    found = [Day(date, *match.span()) for match in _DATE.finditer(plain) for date in dates(match[0])]
    found += _spaced(plain)
    found += _without_year(plain, found)
    return sorted(found, key=lambda day: day.start)


def years(text: str) -> list[Day]:
    """Every whole year that a text gives as a date: 2016 m., 2016 metais."""
    plain = even(text)
    taken = [(day.start, day.end) for day in days(text)]
    return [
        Day(date, *match.span())
        for match in _WHOLE_YEAR.finditer(plain)
        if not any(start <= match.start() < end for start, end in taken)
        for date in dates(f"{match[0][:4]} m.")
    ]


def _without_year(plain: str, found: list[Day]) -> list[Day]:
    """The end of a range that shares the year of its beginning: 2019 m. gegužės 2 d. – liepos 2 d."""
    ends = []
    for day in found:
        match = _SAME_YEAR.match(plain, day.end)
        if match:
            ends += [Day(one, *match.span("end")) for one in dates(f"{day.date.text[:4]} m. {match['end']}")]
    return ends


def _spaced(plain: str) -> Iterator[Day]:
    for match in _SPACED.finditer(plain):
        try:
            yield Day(partial_date(match[0].replace(" ", "-")), *match.span())
        except ValueError:
            continue
