"""What a page says of itself: title, publisher and the day it was published, from its own data before its text."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from loaders.documents.document import Block
from loaders.documents.reading.headline import headline, is_letterhead
from loaders.documents.reading.html_tree import Node
from loaders.documents.reading.letters import clean
from loaders.documents.reading.saying import (
    host_of,
    is_organisation,
    iso_date,
    nominative,
    published_of,
    publisher_of,
    title_of,
)

_SEPARATORS = re.compile(r"\s+(?:[|»·•–—-]|::)\s+|\s*[|»]\s*")
_LONGEST_SITE = 60
_LONGEST_JSON = 500_000
_MOST_ENTRIES = 2000
_NEAR_TOP = 3
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|visos teisės saugomos)\s*[:.,]?\s*(?:19|20)?\d{0,2}\s*(?:[-–]\s*\d{4})?\s*"
    r"(?P<who>[^|©\n.]{4,90})",
    re.IGNORECASE,
)
_PUBLISHED = (
    'meta[property="article:published_time"]', 'meta[property="og:published_time"]', 'meta[itemprop="datePublished"]',
    'meta[name="date"]', 'meta[name="DC.date.issued"]', 'meta[name="dcterms.issued"]',
    'meta[name="publish-date"]', 'meta[name="pubdate"]',
)  # fmt: skip
_NOT_PUBLISHED = re.compile(r"updated|modified|atnaujin|pakeist|event|rengin", re.IGNORECASE)
_IS_PUBLISHED = re.compile(r"publish|entry-date|post-date|posted|paskelb|date|data", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; None for what it does not say."""

    title: str
    publisher: str | None
    published: str | None


def read_metadata(
    parser: LexborHTMLParser, root: Node, whole: str, blocks: Sequence[Block], url: str | None
) -> Metadata:
    """What the page says. `root`: its main part; `whole`: the end of its text, with the footer."""
    described = list(_described(parser))
    site = _meta(parser, 'meta[property="og:site_name"]') or _meta(parser, 'meta[name="application-name"]')
    address = url or _meta(parser, 'meta[property="og:url"]') or _link(parser)
    publisher = (
        _of_organisation(site)
        or next(filter(None, (_name(entry.get("publisher")) for entry in described)), None)
        or _of_author(
            _meta(parser, 'meta[name="author"]')
            or _meta(parser, 'meta[name="publisher"]')
            or _meta(parser, 'meta[name="DC.publisher"]')
        )
        or publisher_of(blocks)
        or _of_footer(whole)
        or site
        or host_of(address)
    )
    return Metadata(
        _title(parser, blocks, site), publisher, _day(parser, described, root) or published_of(blocks, address)
    )


def _meta(parser: LexborHTMLParser, selector: str) -> str | None:
    found = parser.css_first(selector)
    return clean(found.attributes.get("content") or "") or None if found is not None else None


def _link(parser: LexborHTMLParser) -> str | None:
    found = parser.css_first('link[rel="canonical"]')
    return found.attributes.get("href") if found is not None else None


def _title(parser: LexborHTMLParser, blocks: Sequence[Block], site: str | None) -> str:
    """The heading of the page, else what it gives to be shared, else its title without the name of the site."""
    headings = [
        block for block in blocks if block.kind == "heading" and (site or "").casefold() != block.text.casefold()
    ]
    first = [block for block in headings if block.level == 1 and not is_letterhead(block.text)]
    if first:
        return first[0].text
    if any(block.place.line <= _NEAR_TOP for block in headings) and (own := headline(blocks)):
        return own
    written = _meta(parser, 'meta[property="og:title"]')
    if not written:
        found = parser.css_first("title")
        written = clean(found.text() or "") if found is not None else ""
    return _without_site(written, site, blocks) if written else title_of(blocks)


def _without_site(title: str, site: str | None, blocks: Sequence[Block]) -> str:
    pieces = [piece for piece in _SEPARATORS.split(title) if piece]
    if len(pieces) < 2:
        return title
    if site and pieces[-1].casefold() == site.casefold():
        return title[: title.rfind(pieces[-1])].rstrip(" |»·•–—:-")
    if site and pieces[0].casefold() == site.casefold():
        return title[title.find(pieces[0]) + len(pieces[0]) :].lstrip(" |»·•–—:-")
    texts = {block.text.casefold() for block in blocks[:8]}
    shown = next((piece for piece in pieces if piece.casefold() in texts), None)
    if shown:
        return shown
    return (
        title[: title.rfind(pieces[-1])].rstrip(" |»·•–—:-")
        if len(pieces[-1]) <= _LONGEST_SITE and is_organisation(pieces[-1])
        else title
    )


def _described(parser: LexborHTMLParser) -> Iterator[dict[str, object]]:
    """Every entry of the schema.org data of the page."""
    for script in parser.css('script[type="application/ld+json"]'):
        try:
            waiting = [json.loads((script.text() or "")[:_LONGEST_JSON])]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < _MOST_ENTRIES:
            entry = waiting.pop(0)
            seen += 1
            if isinstance(entry, list):
                waiting += entry
            elif isinstance(entry, dict):
                yield entry
                waiting += [value for value in entry.values() if isinstance(value, dict | list)]


def _name(entry: object) -> str | None:
    if isinstance(entry, list) and entry:
        entry = entry[0]
    if isinstance(entry, dict):
        entry = entry.get("name")
    return clean(entry) or None if isinstance(entry, str) else None


def _of_organisation(site: str | None) -> str | None:
    """A name of a site that is one; an address or "Pradžia" is not."""
    return site if site and (is_organisation(site) or "." in site) and len(site) <= 2 * _LONGEST_SITE else None


def _of_author(author: str | None) -> str | None:
    return author if author and is_organisation(author) else None


def _of_footer(whole: str) -> str | None:
    found = _COPYRIGHT.search(whole)
    who = nominative(clean(found["who"]).strip(" ,;-–")) if found else ""
    return who if who and is_organisation(who) and len(who.split()) <= 9 else None


def _day(parser: LexborHTMLParser, described: Sequence[dict[str, object]], root: Node) -> str | None:
    """The day that the data of the page, or the first <time> of its text, call the one of publishing."""
    for selector in _PUBLISHED:
        day = iso_date(_meta(parser, selector))
        if day:
            return day
    for entry in described:
        if isinstance(entry.get("datePublished"), str) and (day := iso_date(str(entry["datePublished"]))):
            return day
    times = [
        node for node in root.all() if node.tag == "time" or "datePublished" in node.attributes.get("itemprop", "")
    ]
    for node in times[:6]:
        above = " ".join(node.names + (node.parent.names if node.parent else []))
        if _NOT_PUBLISHED.search(above) and "published" not in above:
            continue
        is_named = "datePublished" in node.attributes.get("itemprop", "") or _IS_PUBLISHED.search(above)
        is_first = node is times[0] and not _is_in_sentence(node)
        day = iso_date(node.attributes.get("datetime") or node.text())
        if day and (is_named or is_first):
            return day
    return None


def _is_in_sentence(node: Node) -> bool:
    return node.parent is not None and node.parent.tag in ("p", "li", "td") and node.parent.chars > node.chars + 40
