"""Other documents about the strategy that a page offers: surveys, reports, publications, texts of the strategy."""

import re

from loaders.documents.document import Block, Document
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finders.phrases import quoted
from loaders.documents.finding import Finding
from loaders.documents.known import Known
from loaders.normalise.dates import dates

_LINK = re.compile(
    r"\s*\(?(?:rasite cia|ziureti cia|ziureti|zr\.? cia|zr\.|skaityti cia|skaityti|cia|atsisiusti|parsisiusti|nuoroda"
    r"|daugiau|pdf|docx?|xlsx?)(?::)?\)?[\s:;.)]*$"
)
_KIND = re.compile(
    r"anket|tyrim\w*|apklaus\w*|ataskait\w*|leidin\w*|santrauk\w*|studij\w*|analiz\w*|aprasas|gaires|metodik\w*"
    r"|atmintin\w*|knyga|rezultatai\b|strategija\b|planas\b|veiksmu planas"
)
_SENTENCE = re.compile(
    r"\b(?:buvo|yra|bus|kviec\w+|vyko|dalyvavo|parenge|patvirtino|pateike|galima|prasome|skelbia|atlikta|gauta"
    r"|atrinkta|skirt[aio]|igyvendin\w*ta|numat\w+|siekia\w*|finansuojam\w*|vertin\w+ ekspert|pristat\w+|organizuo\w+"
    r"|rengia\w*|gyventoj\w+ poreikius)\b"
)
_PUBLICATION = re.compile(r"\be\.? ?-? ?leidin\w*|\bleidinys\b|\bknyga\b|\bbrosiura\b|\blankstinukas\b")
_ENDS_A_SENTENCE = re.compile(r":\s*$|(?<!\d m)(?<! m)\.\s*$")
_OFFERS = re.compile(r"dokument|parsisiu|ataskait|leidin|medziag|priedai|nuorod|tyrim")
_LONGEST = 22


def find(document: Document, known: Known) -> list[Finding]:
    """Every document that a line of the page names."""
    found: list[Finding] = []
    for block in document.blocks[1:]:
        if block.kind == "table_row":
            continue
        start = 0
        for match in re.finditer(r";\s*|$", block.text):
            found += _named(block, start, match.start(), document)
            start = match.end()
    return found


def _named(block: Block, start: int, end: int, document: Document) -> list[Finding]:
    text = block.text[start:end]
    plain = even(text)
    if not plain.strip() or ("redakcij" in plain and "strategij" not in plain):
        return []
    link = _LINK.search(plain)
    publication = _PUBLICATION.search(plain)
    if publication and (titles := quoted(text)):
        first, last = titles[0]
        return [_finding(block, start, end if not link else start + link.start(), text[first:last], plain)]
    named = text[: link.start()] if link else text
    heading = even(block.place.heading or "")
    is_offered = block.kind == "list_item" and len(heading.split()) <= 8 and _OFFERS.search(heading)
    if (
        not _KIND.search(plain)
        or _SENTENCE.search(plain)
        or len(named.split()) > _LONGEST
        or (_ENDS_A_SENTENCE.search(even(named)) and not (link or is_offered))
    ):
        return []
    is_text_of_strategy = (
        re.search(r"strategija\b", plain) and (_is_in_capitals(named) or link) and block.kind != "heading"
    )
    if not link and not is_text_of_strategy and not is_offered:
        return []
    title = named.strip(" ;:,–-(")
    title = title if re.search(r"\d ?[mM]\.$", title) else title.rstrip(".")
    if len(title.split()) < 2 or (re.search(r"redakcija", even(title)) and not link):
        return []
    if re.fullmatch(r"[\d\s.m]*", even(title)):
        return []
    return [_finding(block, start, start + len(named.rstrip()), title, plain)]


def _is_in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.6 * len(letters)


def _finding(block: Block, start: int, end: int, title: str, plain: str) -> Finding:
    words = block.text[start:end].strip(" ;,(")
    words = words if 3 <= len(words.split()) <= 25 else quotation(block.text, start, end)
    years = {date.first.year for date in dates(words)}
    values: dict[str, object] = {"title": title, "year": years.pop() if len(years) == 1 else None}
    return Finding("document", values, words, block.place, 0.9)
