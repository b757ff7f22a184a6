"""Where a reader tells of an error: an address that whoever runs the atlas has set, and the link that leads there."""

import re
from functools import cache
from urllib.parse import quote, urlsplit

EMAIL = re.compile(r"[^@\s/?&#:]+@[^@\s/?&#:]+\.[^@\s/?&#:]+")


@cache
def report_address(setting: str) -> str | None:
    """Where errors are reported: an e-mail address or an http(s) address; None where nothing is set.

    Raises ValueError for anything else.

    >>> report_address("klaidos@atlas.example"), report_address(" ")
    ('klaidos@atlas.example', None)
    """
    wanted = setting.strip()
    if not wanted:
        return None
    parts = urlsplit(wanted)
    is_page = parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"()]", wanted)
    if not is_page and not EMAIL.fullmatch(wanted):
        raise ValueError(f"ATLAS_REPORT_TO: an e-mail address or an http(s) address is needed: {setting!r}")
    return wanted


def report_link(where: str, subject: str, message: str) -> str:
    """The link that sends a report: the page itself, or an e-mail with its subject and text.

    >>> report_link("a@b.lt", "Klaida", "Kur?")
    'mailto:a@b.lt?subject=Klaida&body=Kur%3F'
    """
    if "://" in where:
        return where
    return f"mailto:{quote(where, safe='@')}?subject={quote(subject, safe='')}&body={quote(message, safe='')}"
