"""Programmes, objectives and measures that finance the strategy: their codes, with the titles said beside them."""

import re
from collections.abc import Iterator

from loaders.documents.document import Block, Document
from loaders.documents.finders.passages import even, quotation
from loaders.documents.finding import Finding
from loaders.documents.known import Known

_QUOTED = r"[\"](?P<title>[^\"]{8,260})[\"]"
_WORD = r"(?:(?:konkre\w+|investicin\w+) )?(?:uzdavin\w+|prioritet\w+|priemon\w+|veikl\w+|poveikl\w+)"
_CODE = (
    r"(?<![\w.-])(?P<code>0?8\.6\.1-[a-z]{3,5}-[a-z]{1,2}-9[0-9]{2}(?!-?[0-9]|-[0-9])"
    r"|0?8\.6\.1(?![-.]?[0-9])|0?8\.6(?![-.]?[0-9])|8(?= prioritet)"
    r"|4\.(?:7|9|10|11)(?![-.]?[0-9])|0?1-004-08-04-01(?:-[0-9]{2}){0,2}(?!-?[0-9]))"
)
_CODE_FIRST = re.compile(rf"{_CODE}\.? ?,?(?: ?{_WORD})? ?(?:nr\.? ?)?[-:,(]? ?{_QUOTED}")
_TITLE_FIRST = re.compile(rf"{_WORD} ?{_QUOTED} ?[,(]? ?(?:nr\.? ?|kodas:? ?)?{_CODE}")
_UNTITLED = (
    re.compile(rf"(?P<word>{_WORD}),? ?(?:\(?nr\.? ?|kodas:? ?){_CODE}"),
    re.compile(rf"{_CODE},? (?P<word>{_WORD})"),
)
_OF_PROJECT = re.compile(r"projekt\w*,? ?\(?(?:nr\.?|numeris|kodas):? ?$")
_NOMINATIVES = (
    ("uzdavin", "uždavinys"),
    ("prioritet", "prioritetas"),
    ("priemon", "priemonė"),
    ("veikl", "veikla"),
    ("poveikl", "poveiklė"),
)
_PROGRAMME = re.compile(
    r"(?P<years>20[0-9]{2} ?- ?20[0-9]{2} ?(?:m\.|metu)) (?:europos sajungos"
    r"|es) (?:strukturiniu )?fondu (?:investiciju )?(?:veiksmu )?program(?:a|os|oje|ai)"
)


def find(document: Document, known: Known | None = None) -> list[Finding]:
    """The programmes that the document names by code, each code once, with its title where one is said."""
    found: dict[str, Finding] = {}
    for block in document.blocks:
        if any(letter.isdigit() for letter in block.text):
            for finding in _in_block(block):
                code = str(finding.values["code"])
                if code not in found or finding.confidence > found[code].confidence:
                    found[code] = finding
    return list(found.values())


def _in_block(block: Block) -> Iterator[Finding]:
    plain = even(block.text)
    titled: set[tuple[int, int]] = set()
    for pattern in (_CODE_FIRST, _TITLE_FIRST):
        for match in pattern.finditer(plain):
            if match.span("code") in titled or _OF_PROJECT.search(plain[: match.start("code")]):
                continue
            titled.add(match.span("code"))
            start, end = match.span("title")
            values = {"code": _code(block.text, match), "title": block.text[start:end].strip(" .,")}
            yield Finding("programme", values, quotation(block.text, *match.span()), block.place, 0.95)
    for pattern in _UNTITLED:
        for match in pattern.finditer(plain):
            if match.span("code") not in titled:
                yield from _untitled(block, plain, match)


def _untitled(block: Block, plain: str, match: re.Match[str]) -> Iterator[Finding]:
    """A code with the word for what it is: the programme's name completes the title where the block says it."""
    word = match["word"]
    nominative = next((name for stem, name in _NOMINATIVES if stem in word), None)
    programme = _PROGRAMME.search(plain)
    code = _code(block.text, match)
    if nominative is None or not (programme or "-" in code):
        return
    name = f"{code} {nominative}"
    if programme:
        said = block.text[programme.start() : programme.end()]
        name = f"{re.sub(r'program(?:a|os|oje|ai)$', 'programos', said)} {name}"
    yield Finding("programme", {"code": code, "title": name}, quotation(block.text, *match.span()), block.place, 0.8)


def _code(text: str, match: re.Match[str]) -> str:
    start, end = match.span("code")
    return text[start:end]
