"""What words say of a project: its code, when it is carried out and how far it has come."""

import re

from loaders.documents.finders.passages import even
from loaders.normalise.dates import PartialDate, dates

CODE = re.compile(
    r"(?<![\w-])(?:0?8\.6\.1\.?-ESFA-[A-Z]-[0-9]{3}-[0-9]{2}-[0-9]{3,4}|[01][0-9]-[0-9]{3}-[A-Z]-[0-9]{4})(?![\w-])"
)
"""Number of a project; that of a call or measure ends earlier."""

_STATUS = re.compile(
    r"\b(?P<status>(?:sekmingai |pilnai )?(?:igyvendint(?:as|i|a)|igyvendinam(?:as|i|a)|vykdom(?:as|i|a)|tesiam(?:as"
    r"|i)|uzbaigt(?:as|i)|pabaigt(?:as|i)|baigt(?:as|i)|nutraukt(?:as|i|a)|patvirtint(?:as|i)|atrinkt(?:as|i)"
    r"|planuojam(?:as|i)|(?:ne)?finansuotin(?:as|i|a))|(?:finansavimo |projekto )?sutartis (?:nutraukta|pasirasyta)"
    r"|pasirasyta (?:\w+ )?sutartis)\b"
)
_DURATION = re.compile(
    r"(?:trukm\w+|igyvendinam\w+|vykdom\w+|vykdys|igyvendins|vyko|vyks|truko|truks|trunka"
    r"|per)[^.;]{0,40}?\b(?:(?P<months>[0-9]{1,3}) ?men(?:\b|es)"
    r"|(?P<years>vienerius|dvejus|trejus|ketverius|[1-5]) met(?:us|ai|u)\b)"
)
_PERIOD = re.compile(
    r"(?:prasidej|prasided|startav|pradet|pradej|pradeda|baigs|baige|baigt|truk|laikotarp|trukm|nuo\b|terminas|vykdom"
    r"|igyvendinam"
    r"|pradzi|pabaig|veiklos)"
)
_CLAUSE = re.compile(r"; |, | ir (?=baig|pra|uzbaig|už|truk)|(?<=[a-z]{4})\. ")
_SCORE = re.compile(
    r"(?<![\d,.])(?P<score>\d{1,3})(?:,0+)? ?bal(?:as|ai|u|us|o|ais)\b(?! is\b.{0,20}balsav)"
    r"|\b(?:bal(?:ai|as|u skaicius)|surinkta balu|ivertinimas|ivertinta) ?[-:] ?(?P<after>\d{1,3})(?![\d,.])"
)
_RANGE = re.compile(r" ?[–—-] (?=[0-9]{4}\b)|(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})[–—-](?=[0-9]{4})")


def status(text: str) -> str | None:
    """How far the project has come, in the source's words.

    >>> status("Projektas sėkmingai įgyvendintas."), status("Projekto tikslas – padėti")
    ('sėkmingai įgyvendintas', None)
    """
    match = _STATUS.search(even(text))
    return text[match.start() : match.end()] if match else None


def duration(text: str) -> int | None:
    """Months that a project lasts.

    >>> duration("Projekto trukmė – 18 mėn."), duration("po 6 mėn. nuo projekto")
    (18, None)
    """
    match = _DURATION.search(even(text))
    if not match:
        return None
    years = ("vienerius", "dvejus", "trejus", "ketverius")
    months = match["months"] or 12 * (
        years.index(match["years"]) + 1 if match["years"] in years else int(match["years"])
    )
    return int(months) if 0 < int(months) <= 180 else None


def span(text: str) -> tuple[str | None, str | None]:
    """First and last day of a project in a text that speaks of them.

    >>> span("Projekto įgyvendinimo laikotarpis: 2019-03-01 – 2020-08-31"), span("Projekto pradžia 2019 m. kovo mėn.")
    (('2019-03-01', '2020-08-31'), ('2019-03', None))
    """
    plain = even(text)
    if not _PERIOD.search(plain):
        return None, None
    found = dates(_RANGE.sub(" iki ", text))
    if (
        len(found) == 2
        and found[0].first <= found[1].first
        and re.search(r"nuo\b.*\biki\b|laikotarp|trukm|termin|pradzi.*pabaig|(?:igyvendin|vykd)\w* 20.* - 20", plain)
    ):
        return found[0].text, found[1].text
    parts = [_of_one(dates(part), even(part)) for part in _CLAUSE.split(text)]
    first = [start for start, _ in parts if start]
    last = [end for _, end in parts if end]
    return first[0] if len(first) == 1 else None, last[0] if len(last) == 1 else None


def score(text: str) -> int | None:
    """Points that a project was given, where they are a whole number.

    >>> score("įvertinta 91 balu"), score("surinko 88 balus iš 100"), score("(77 balai)"), score("77,5 balo")
    (91, 88, 77, None)
    """
    match = _SCORE.search(even(text))
    return int(match["score"] or match["after"]) if match else None


def _of_one(found: list[PartialDate], plain: str) -> tuple[str | None, str | None]:
    """Whether the one date of a clause begins or ends a project; the day of its contract does neither."""
    if len(found) != 1 or re.search(r"sutart|kvietim|paraisk|pasiulym|isakym", plain):
        return None, None
    date = found[0]
    starts = bool(re.search(r"pradzi|pradet|pradejo|pradeda|prasidej|prasideda|startavo|\bnuo \d", plain))
    ends = bool(re.search(r"pabaig|baigt|baigiam|baigsi|baigesi|uzbaig|baigs\b|baige|truk\w+ iki", plain))
    if starts == ends:
        return None, None
    return (date.text, None) if starts else (None, date.text)
