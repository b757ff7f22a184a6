"""One source read again: does its page still hold the words that the records quote?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal
from urllib.parse import urlsplit

from loaders.documents.document import Unreadable
from loaders.polite.page import Gone, Page, Unreachable
from loaders.quotations import Text
from loaders.verify.citations import Cited, Quoted

Outcome = Literal["confirmed", "moved", "changed", "gone", "unreachable", "not_checkable"]

OUTCOMES: tuple[Outcome, ...] = ("changed", "gone", "moved", "unreachable", "not_checkable", "confirmed")
"""In the order in which a person looks at them."""

Fetch = Callable[[str], Page]
Texts = Callable[[bytes, str, str], list[str]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a source."""

    cited: Cited
    outcome: Outcome
    reason: str = ""
    final_url: str | None = None
    """Where the page was found, if elsewhere than the record says."""
    lost: tuple[Quoted, ...] = ()
    """What the page no longer says."""

    @property
    def confirmed(self) -> int:
        """How many quotations stand on the page."""
        was_read = self.outcome in ("confirmed", "moved", "changed")
        return len(self.cited.quotations) - len(self.lost) if was_read else 0


def checked(sources: list[Cited], fetch: Fetch, texts: Texts) -> Iterator[Checked]:
    """Each source checked; a page that several of them name is read once.

    `fetch` gives the page of an address, `texts` all that stands in the bytes of one, by name and address.
    """
    order = sorted(sources, key=lambda one: (one.url or "", one.vvg, one.source))
    for url, group in groupby(order, key=lambda one: one.url):
        ours = list(group)
        quoted = any(one.quotations for one in ours)
        found = _opened(url, fetch, texts) if url and quoted else None
        for one in ours:
            yield _judged(one, found)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A page that was opened: its text, or why there is none."""

    outcome: Outcome
    reason: str = ""
    text: Text | None = None
    final_url: str | None = None


def _opened(url: str, fetch: Fetch, texts: Texts) -> _Opened:
    try:
        page = fetch(url)
        name = urlsplit(page.final_url).path.rpartition("/")[2]
        text = Text(*texts(page.content, name, page.final_url))
    except Gone as error:
        return _Opened("gone", str(error))
    except Unreachable as error:
        return _Opened("unreachable", str(error))
    except Unreadable as error:
        return _Opened("unreachable", f"it cannot be read: {error}")
    is_moved = page.final_url.partition("#")[0] != url.partition("#")[0]
    return _Opened("moved" if is_moved else "confirmed", "", text, page.final_url if is_moved else None)


def _judged(one: Cited, found: _Opened | None) -> Checked:
    if found is None or not one.quotations:
        return Checked(one, "not_checkable", "nothing is quoted from it" if one.url else "it has no address")
    if found.text is None:
        return Checked(one, found.outcome, found.reason)
    text = found.text
    lost = tuple(quoted for quoted in one.quotations if not text.holds(quoted.words))
    if lost:
        reason = f"{len(lost)} of {len(one.quotations)} quotations no longer stand there"
        return Checked(one, "changed", reason, found.final_url, lost)
    reason = f"it is now at {found.final_url}" if found.final_url else ""
    return Checked(one, found.outcome, reason, found.final_url)
