"""What stands before an item of a list: "1.", "1.1.", "a)", "–", "•"; and how deep that makes it."""

import re
from dataclasses import dataclass, field

_NUMBER = r"\d{1,2}(?:\.\d{1,2}){1,4}[.)]?|\d{1,3}(?:\.\)|[.)])|\(\d{1,3}\)"
_LETTER = r"\(?[a-zčšž]\)"
_ROMAN = r"[IVX]{1,5}[.)]"
_BULLET = "[–—−•●○▪■□◦‣⁃·∙*►▶➢➤✓✔☑✅❖◆♦★§\uf020-\uf0ff]"
_MARKER = re.compile(
    rf"(?P<number>{_NUMBER})(?=\s|[„\"“A-ZĄČĘĖĮŠŲŪŽ])"
    rf"|(?P<letter>{_LETTER})(?=\s|[^\W\d])"
    rf"|(?P<roman>{_ROMAN})(?=\s)"
    rf"|(?P<bullet>{_BULLET}{{1,2}})(?=\s|[„\"“]|[^\W\d])"
    r"|(?P<hyphen>-|\+|>|»)(?=\s+\S|[„\"“]|[^\W\d])"
    r"|(?P<round>o)(?=\t|\s{2,})"
)
_NO_ITEM = re.compile(
    # A figure, a date or a share, and no number of an item.
    r"\s*(?:(?:mln|mlrd|tūkst|proc|val|min|vnt|d|m|g|a|ha|km2?|eur\w*|lt)\b\.?|[%€‰]|\d{1,2}\s*d\b"
    r"|(?:saus|vasar|kov[oą]|baland|geguž|biržel|liepos|rugpj|rugsėj|spal|lapkri|gruod))",
    re.IGNORECASE,
)
_SAME_INDENT = 1
_SINGLE_ROMAN = ("I", "V", "X")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the marker before it; `style` is what its siblings share."""

    marker: str
    text: str
    style: str
    depth: int = 1
    """How many numbers the marker has: 2 of "1.1."."""


def marked(text: str) -> Marked | None:
    """The item that a line is; None where it begins with no marker.

    >>> marked("1.1. bendrųjų socialinių paslaugų teikimas")
    Marked(marker='1.1.', text='bendrųjų socialinių paslaugų teikimas', style='number', depth=2)
    >>> marked("– strategijos stebėsena;").marker, marked("a) jaunimas").style
    ('–', 'letter')
    >>> [marked(line) for line in ("14.5 mln. eurų", "2016. Skirta", "-5 laipsniai", "V. Kudirkos g. 1")]
    [None, None, None, None]
    """
    found = _MARKER.match(text)
    if found is None:
        return None
    style, marker, rest = found.lastgroup or "", found[0], text[found.end() :].strip()
    if not rest or (style == "number" and _NO_ITEM.match(rest)):
        return None
    if style == "roman" and marker[:-1] in _SINGLE_ROMAN and not _is_roman_item(rest):
        return None
    if style == "bullet" and marker == "*" and rest.startswith("*"):
        return None
    if style == "number" and marker.endswith(")"):
        style = "bracket"
    return Marked(shown_bullet(marker), rest, style, len(re.findall(r"\d+", marker)) or 1)


def _is_roman_item(rest: str) -> bool:
    """ "I. ĮVADAS" and "I. Bendroji dalis" are items, "V. Kudirkos g." begins with the first letter of a name."""
    words = rest.split()
    return rest.isupper() or (len(words) > 1 and words[1][:1].islower() and not words[0].endswith("os"))


def shown_bullet(marker: str) -> str:
    """Bullets of symbol fonts have no sign of their own in Unicode."""
    return "•" if "\uf020" <= marker[0] <= "\uf0ff" else marker


@dataclass
class Nesting:
    """The lists that are open, so that each next item has its depth."""

    open: list[tuple[str, int, int]] = field(default_factory=list)
    """Style, depth of the number and indentation of each list, from the outermost."""

    def level(self, item: Marked, indent: int = 0) -> int:
        """How deep the item is, from 1. `indent` counts columns, or points, from the left edge."""
        while self.open and self._ends(*self.open[-1], item, indent):
            self.open.pop()
        self.open.append((item.style, item.depth, indent))
        return max(len(self.open), item.depth)

    def end(self) -> None:
        """A paragraph or heading ends every list."""
        self.open.clear()

    def _ends(self, style: str, depth: int, indent: int, item: Marked, at: int) -> bool:
        """Whether the innermost list is over when the item comes, which stands `at` some indentation."""
        if item.style == style:
            return item.depth <= depth and at <= indent + _SAME_INDENT
        if item.style == "number" and any(known == "number" for known, _, _ in self.open):
            return True
        if any(known == item.style and at <= its + _SAME_INDENT for known, _, its in self.open[:-1]):
            return True
        return at < indent - _SAME_INDENT
