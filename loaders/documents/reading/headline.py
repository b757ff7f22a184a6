"""The title that a document gives itself: not its letterhead, not the stamp of approval, not the word for its kind."""

import re
from collections.abc import Sequence

from loaders.documents.document import Block

_TOP = 14
"""Blocks among which a title may stand."""
_LONGEST_TITLE = 250
_LONG_LINE = 18
"""Words of a paragraph that is text already, not the head of a document."""
_SENTENCE = re.compile(r"[A-ZĄČĘĖĮŠŲŪŽ]\S*(?: \S+){3,}[.!?]")
_NAME = r"[\w .,„“”\"«»()/&–-]{0,120}"
_LETTERHEAD = re.compile(
    rf"(?:asociacija|viešoji įstaiga|všį)\b{_NAME}"
    rf"|{_NAME}\b(?:vietos\s+veiklos\s+grupė|m?vvg)(?:\s*[„“\"(][^„“\"()]{{2,60}}[“”\")])?"
    rf"|(?:lietuvos respublikos|lr)\b{_NAME}\b(?:ministr(?:as|ė)|ministerija|vyriausybė)"
    rf"|{_NAME}\bsavivaldybės?(?:\s+(?:taryba|meras|merė|administracija|administracijos direktor(?:ius|ė)))?"
    r"|(?:strategija\s+)?(?:patvirtinta|pritarta|suderinta|projektas|tvirtinu|forma|nuorašas|kopija)"
    r"|(?:\d+\s+)?priedas(?:\s+nr\.?\s*\d+)?|sveiki\W.*|gerbiam\w+\W.*|laba diena\W?.*",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:[\w ]{0,80}\b)?(?:sprendimas|įsakymas|nutarimas|potvarkis|i s a k y m a s|į s a k y m a s"
    r"|s p r e n d i m a s|skelbimas|pranešimas)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"dėl\s", re.IGNORECASE)
_LACKS_HEAD = re.compile(
    r"\b(?:strategijos|projekto|plano|programos|kvietimo|susirinkimo|posėdžio|grupės)\b", re.IGNORECASE
)
_HEADS = re.compile(
    r"\b(?:ataskaita|strategija|planas|protokolas|kvietimas|aprašas|santrauka|apžvalga|taisyklės|schema|sąrašas"
    r"|pakeitimas"
    r"|projektas|tvarka|gairės|anketa|suvestinė|rodikliai|redakcija)\b",
    re.IGNORECASE,
)


def headline(blocks: Sequence[Block]) -> str:
    """The title in the first lines: a heading, else a short line; empty where there is none.

    Of a decision its subject ("Dėl …"). The name of the group alone is a title where nothing else is one.
    """
    top = _top(blocks)
    own = [at for at in top if not is_letterhead(blocks[at].text)]
    if any(_is_act(blocks[at]) for at in own):
        for at in own:
            if _SUBJECT.match(blocks[at].text) and len(blocks[at].text) <= _LONGEST_TITLE:
                return _with_next_lines(blocks, at, is_subject=True)
    headings = [at for at in own if blocks[at].kind == "heading"]
    if headings:
        return _with_next_lines(blocks, headings[0], is_subject=False)
    short = next((at for at in own if any(map(str.isalpha, blocks[at].text))), None)
    if short is not None:
        return blocks[short].text if len(blocks[short].text) <= _LONGEST_TITLE else ""
    return next((blocks[at].text for at in top if blocks[at].kind == "heading"), "")


def is_letterhead(text: str) -> bool:
    """Whether a line only says whose document it is, or bears a stamp or a greeting.

    >>> is_letterhead("TRAKŲ MIESTO VIETOS VEIKLOS GRUPĖ"), is_letterhead("PATVIRTINTA"), is_letterhead("Metų apžvalga")
    (True, True, False)
    """
    return bool(_LETTERHEAD.fullmatch(text.strip(" .:!")))


def _top(blocks: Sequence[Block]) -> list[int]:
    """The places of the first lines, up to the first one that is text or a row of a table."""
    found: list[int] = []
    for at, block in enumerate(blocks[:_TOP]):
        if block.kind == "table_row":
            break
        found.append(at)
        if block.kind != "heading" and (len(block.text.split()) > _LONG_LINE or _SENTENCE.fullmatch(block.text)):
            break
    return found


def _is_act(block: Block) -> bool:
    return bool(_ACT.fullmatch(block.text.strip(" .:")))


def _with_next_lines(blocks: Sequence[Block], at: int, *, is_subject: bool) -> str:
    """The title with the lines in capitals right below that complete it."""
    title = blocks[at].text
    for block in blocks[at + 1 : at + 4]:
        is_same = block.kind == blocks[at].kind and block.level == blocks[at].level and not block.marker
        if not is_same or not (title.isupper() and block.text.isupper()) or len(title) + len(block.text) > 240:
            break
        if not is_subject and (_HEADS.search(title) or not _LACKS_HEAD.search(title)):
            break
        title = f"{title} {block.text}"
    return title
