"""Does a quotation stand in a text? Compared as a reader would, letter for letter but for how a page sets it."""

import re

from loaders.normalise.wordings import folded

MOST_WORDS = 25
"""Words of a quotation: enough to prove a figure, too few to copy a page."""

_LEFT_OUT = re.compile(r"\s*(?:\[(?:\.{3}|…)\]|\(\s*(?:\.{3}|…)\s*\)|\.{3}|…)\s*")
_SETTING = re.compile(r"[\"'|•·*]+")
_DASH = re.compile(r"\s*-+\s*")
_BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?)%])")


def comparable(text: str) -> str:
    """The text as quotations are compared: small letters, no quotes or cell borders, one kind of dash and space.

    >>> comparable("Skirta  „327\\u00a0863“ Eur –\\u00adSTRATEGIJAI") == comparable("skirta 327 863 eur - strategijai")
    True
    """
    plain = " ".join(" ".join(_SETTING.sub(" ", folded(line)) for line in text.splitlines()).split())
    return _BEFORE_MARK.sub("", _DASH.sub("-", plain))


class Text:
    """A text in which quotations are looked for."""

    def __init__(self, *texts: str):
        self._texts = [comparable(text) for text in texts]

    def holds(self, quotation: str) -> bool:
        """Whether the quotation stands in the text; of one with an ellipsis, all parts, one after the other.

        >>> Text("Strategijai skirta 5 Eur. Iš jų ESF – 4 Eur.").holds("skirta 5 Eur … ESF - 4 eur")
        True
        >>> Text("Skirta 15 Eur, vėliau 2,5 Eur.").holds("5 Eur"), Text("skirta 5 Eur").holds("…")
        (False, False)
        """
        parts = [part for piece in _LEFT_OUT.split(quotation) if (part := comparable(piece).strip(" -.,;:"))]
        return bool(parts) and any(_in_order(text, parts) for text in self._texts)


def _in_order(text: str, parts: list[str]) -> bool:
    at = 0
    for part in parts:
        at = _find(text, part, at)
        if at < 0:
            return False
    return True


def _find(text: str, part: str, start: int) -> int:
    """Where the part ends in the text, from `start` on, not beginning or ending within a word or number; else -1."""
    at = text.find(part, start)
    while at >= 0:
        end = at + len(part)
        if not (_goes_on(text, at - 1, part[0], -1) or _goes_on(text, end, part[-1], 1)):
            return end
        at = text.find(part, at + 1)
    return -1


def _goes_on(text: str, at: int, edge: str, step: int) -> bool:
    """Whether the word or number at the edge of a part goes on at this place of the text."""
    if not 0 <= at < len(text) or not edge.isalnum():
        return False
    beyond = text[at + step : at + step + 1] if at + step >= 0 else ""
    return text[at].isalnum() or (edge.isdigit() and text[at] in ".," and beyond.isdigit())
