"""What stands in quotes, sentences that keep their semicolons, and the clause around a place."""

import re
from functools import lru_cache

from loaders.documents.finders.passages import Sentence, even, sentences

_QUOTED = re.compile(r"(?:„|,,|“|”|«|\"|″|‟)\s*([^„“”«»\"″‟]{2,300}?)\s*(?:“|”|»|\"|″|‟|''|‘‘)")

_LONGEST = 2500
"""Letters after which a parenthesis that was never closed holds no sentences together."""


@lru_cache(maxsize=64)
def evened(text: str) -> str:
    """`even` for a text that is asked for again and again, such as that of one long block."""
    return even(text)


def quoted(text: str) -> list[tuple[int, int]]:
    """Start and end of what stands between quotes, without them.

    >>> text = "projektas „Gera būti“ ir ,,Y karta\\""
    >>> [text[start:end] for start, end in quoted(text)]
    ['Gera būti', 'Y karta']
    """
    return [match.span(1) for match in _QUOTED.finditer(text)]


@lru_cache(maxsize=1 << 16)
def whole_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; a semicolon ends none, nor does a point within parentheses.

    >>> [found.text for found in whole_sentences("Tikslai: mažinti; didinti (Nr. 1. Taip). Skirta 5 Eur.")]
    ['Tikslai: mažinti; didinti (Nr. 1. Taip).', 'Skirta 5 Eur.']
    """
    found: list[Sentence] = []
    start, depth = 0, 0
    for part in sentences(text):
        depth += part.text.count("(") - part.text.count(")")
        is_open = depth > 0 and part.start + len(part.text) - start < _LONGEST
        if part.text.endswith(";") or is_open:
            continue
        end = part.start + len(part.text)
        found.append(Sentence(text[start:end], start, even(text[start:end])))
        start, depth = end + 1, 0
    if text[start:].strip():
        found.append(Sentence(text[start:], start, even(text[start:])))
    return tuple(found)
