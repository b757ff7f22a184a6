"""What a document says of itself in its own lines: title, who published it, and when."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from loaders.documents.document import Block
from loaders.documents.reading.headline import headline
from loaders.normalise.dates import dates, partial_date

_NEAR = 6
"""How many blocks from the top, or around the title, count as beside it."""
_ORGANISATION = re.compile(
    r"\b(?:M?VVG\b|vietos veiklos grup|savivaldyb|ministerij|asociacij|agentūr"
    r"|bendruomen|redakcij|centras\b|taryb|VšĮ\b|UAB\b"
    r"|fond(?:as|o)\b"
    r"|draugij|sąjung|bibliotek|seniūnij|administracij|universitet|naujien|laikrašt)",
    re.IGNORECASE,
)
_INFORMATION = re.compile(
    r"(?P<who>[A-ZĄČĘĖĮŠŲŪŽ„\"][^.!?;:\d]{3,90}?)\s+(?:inf\.|informacija)\.?(?:\s*(?:ir|bei)\s+nuotr\w*\.?)?",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:šaltinis|parengė|informacijos šaltinis|leidėjas|publikavo|paskelbė)\s*[:–-]\s*(?P<who>[^.;|]{3,90})\.?",
    re.IGNORECASE,
)
_NOMINATIVE = (
    (re.compile(r"\bgrupės$"), "grupė"),
    (re.compile(r"\bsavivaldybės$"), "savivaldybė"),
    (re.compile(r"\badministracijos$"), "administracija"),
    (re.compile(r"\bministerijos$"), "ministerija"),
    (re.compile(r"\basociacijos$"), "asociacija"),
    (re.compile(r"\bagentūros$"), "agentūra"),
    (re.compile(r"\bbendruomenės$"), "bendruomenė"),
    (re.compile(r"\bseniūnijos$"), "seniūnija"),
    (re.compile(r"\bredakcijos$"), "redakcija"),
)
_DAY = (
    r"(?P<date>(?:19|20)\d\d(?:[-./]\d{1,2}[-./]\d{1,2}|\s*m(?:\.|etų)\s*[a-ząčęėįšųūž]+\s+\d{1,2}\s*d(?:\."
    r"|ien(?:a|ą|os))?)"
    r"|(?:19|20)\d\d\s+[a-ząčęėįšųūž]{4,9}\s+\d{1,2}(?:\s*d\.)?"
    r"|[a-ząčęėįšųūž]{4,9}\s+\d{1,2}(?:\s*d\.)?,?\s+(?:19|20)\d\d(?:\s*m\.)?{less})"
    r"(?:[,\s]*\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*val\.?)?)?\.?(?:\s*[|/·•,–-]\s*[^.]{0,60})?"
)
_LESS = r"|(?:19|20)\d\d(?:-\d{1,2}|\s*m\.(?:\s*[a-ząčęėįšųūž]+(?:\s*mėn\.)?)?)"
_LABEL = re.compile(
    r"(?:paskelb(?:ta svetainėje|ta|imo data)|publikuota|publikavimo data|įkelta|įdėta|patalpinta|skelbta"
    r"|išleista|data)\s*[:–-]?\s*" + _DAY.replace("{less}", _LESS),
    re.IGNORECASE,
)
_DATE_LINE = re.compile(_DAY.replace("{less}", ""), re.IGNORECASE)
_UNMARKED = re.compile(r"(?P<year>\d{4})\s+(?P<month>[^\W\d]+)\s+(?P<day>\d{1,2})(?:\s*d\.)?")
_TURNED = re.compile(r"(?P<month>[^\W\d]+)\s+(?P<day>\d{1,2})(?:\s*d\.)?,?\s+(?P<year>\d{4})(?:\s*m\.)?", re.IGNORECASE)
_PERMALINK = re.compile(r"/(?P<year>20\d\d)/(?P<month>0[1-9]|1[0-2])(?:/(?P<day>0[1-9]|[12]\d|3[01]))?/")


def title_of(blocks: Sequence[Block]) -> str:
    """The title in the first lines, else the first heading; empty where there is none."""
    return headline(blocks) or next((block.text for block in blocks if block.kind == "heading"), "")


def is_organisation(name: str) -> bool:
    """Whether a name is one of a group, an office or a newspaper, and not of a person."""
    return bool(_ORGANISATION.search(name))


def nominative(name: str) -> str:
    """The name of an organisation as it calls itself.

    >>> nominative("Vilkaviškio miesto vietos veiklos grupės"), nominative("Pakruojo miesto VVG")
    ('Vilkaviškio miesto vietos veiklos grupė', 'Pakruojo miesto VVG')
    """
    for genitive, plain in _NOMINATIVE:
        name = genitive.sub(plain, name)
    return name.strip(" „“\"'")


def host_of(url: str | None) -> str | None:
    """The host of an address, without www."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def publisher_of(blocks: Sequence[Block], url: str | None = None) -> str | None:
    """Who a line says the information comes from ("… grupės informacija."), else the host of the address."""
    for block in reversed(blocks):
        if block.kind in ("table_row", "heading") or len(block.text) > 160:
            continue
        said = _INFORMATION.fullmatch(block.text) or _SOURCE.fullmatch(block.text)
        if said and is_organisation(said["who"]):
            return nominative(said["who"])
    return host_of(url)


def published_of(blocks: Sequence[Block], url: str | None = None) -> str | None:
    """The day that a line beside the title, or the address of a blog, says it was published."""
    title = next((place for place, block in enumerate(blocks) if block.kind == "heading"), 0)
    near = (*blocks[: title + _NEAR], *blocks[-3:])
    for block in near:
        labelled = _LABEL.fullmatch(block.text) if len(block.text) <= 140 else None
        day = iso_date(labelled["date"]) if labelled else None
        if day:
            return day
    for block in blocks[: title + _NEAR]:
        alone = _DATE_LINE.fullmatch(block.text) if len(block.text) <= 110 else None
        day = iso_date(alone["date"]) if alone else None
        if day:
            return day
    parts = _PERMALINK.search(urlsplit(url).path) if url else None
    return iso_date("-".join(part for part in parts.groups() if part)) if parts else None


def iso_date(wording: str | None) -> str | None:
    """A date in ISO 8601, as exact as it is written; None where it is none.

    >>> iso_date("2024-05-15T10:22:00+03:00"), iso_date("2023 m. lapkričio 14 d."), iso_date("gegužės 15, 2024")
    ('2024-05-15', '2023-11-14', '2024-05-15')
    >>> iso_date("2024/5/7"), iso_date("2024-05"), iso_date("vakar")
    ('2024-05-07', '2024-05', None)
    """
    text = (wording or "").strip(" .,")
    stamp = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", text)
    if stamp:
        text = "-".join(f"{int(part):02}" for part in stamp.groups())
    turned = _TURNED.fullmatch(text) or _UNMARKED.fullmatch(text)
    if turned:
        text = f"{turned['year']} m. {turned['month']} {turned['day']} d."
    for reading in (text, f"{text}."):
        try:
            found = partial_date(reading).text
        except ValueError:
            continue
        return found if "Q" not in found else None
    several = dates(text)
    return several[0].text if len(several) == 1 and len(text) < 40 and len(several[0].text) == 10 else None
