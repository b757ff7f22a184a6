"""Text of the document with the words that prove a finding marked. Nothing in it is ever a link, picture or HTML."""

import re
from collections.abc import Iterable

from ui.add.draft import Block, Draft
from ui.texts import _, plain

_LINKED = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
"""Places at which a browser's Markdown takes an address for a link, whatever stands before it."""

AROUND = 260
"""Characters of a long paragraph that are shown before and behind the marks."""


def spans(text: str, quotations: Iterable[str]) -> list[tuple[int, int]]:
    """Where the quotations stand in a text; those that touch or overlap are one.

    >>> spans("skirta 5 Eur, iš jų 4 Eur", ["5 Eur", "skirta 5", "4 Eur", "nėra"])
    [(0, 12), (20, 25)]
    """
    found = sorted((at, at + len(words)) for words in quotations if words and (at := text.find(words)) >= 0)
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def bare(text: str) -> str:
    """Words of a document, safe where Streamlit reads Markdown: an address in them is no link either.

    >>> bare("www.a.lt") == "www\u2060" + plain(".a.lt")
    True
    """
    return plain(_LINKED.sub("\u2060", text))


def marked(text: str, quotations: Iterable[str], around: int | None = AROUND) -> str:
    """The text as Markdown with its quotations marked; of a long one what is near them, or all without `around`."""
    found = spans(text, quotations)
    first, last = (found[0][0], found[-1][1]) if found else (0, 0)
    start = 0 if around is None or first <= around else first - around
    end = len(text) if around is None or len(text) - last <= around else last + around
    parts, at = ["… " if start else ""], start
    for begin, stop in found:
        parts += [bare(text[at:begin]), f":primary-background[{bare(text[begin:stop])}]"]
        at = stop
    return "".join([*parts, bare(text[at:end]), " …" if end < len(text) else ""])


def place(block: Block) -> str:
    """Where a block stands, in words: page 3, line 21, „FINANCIAL PLAN“."""
    said = [_("page {n}", n=block.page)] if block.page is not None else []
    said.append(_("line {n}", n=block.line))
    if block.heading and block.heading != block.text:
        heading = block.heading if len(block.heading) <= 60 else f"{block.heading[:60].rstrip()}…"
        said.append(f"„{heading}“")
    return ", ".join(said)


def block_of(draft: Draft, line: int) -> Block | None:
    """The block at a line; None where a finding stands in the title alone."""
    return draft.blocks[line - 1] if 1 <= line <= len(draft.blocks) else None
