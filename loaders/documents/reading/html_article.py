"""Where a page that does not name its main part has it: trafilatura finds the text, the tree finds its element.

The text alone is not enough, for it has lost the nesting of lists and the columns of tables.
"""

import re

from trafilatura import extract

from loaders.documents.reading.html_tree import Node

MOST_LETTERS = 1_000_000
"""A page that is longer is text enough, and too long to be weighed."""

_SHORTEST = 25
_SHARE = 0.95
_OF_ALL = 0.6
"""What is left out around the text is less than what is kept: else the text found is only a part of it."""

_CONTAINERS = frozenset(("div", "section", "article", "main", "form", "center", "table", "tbody", "tr", "td"))
_SPACES = re.compile(r"\s+")
_MARKS = re.compile(r"^[-|\s]+|[|\s]+$")


def around_its_text(markup: str, body: Node) -> Node | None:
    """The innermost element with nearly all lines of the text of the page and most of its letters, if there is one."""
    if len(markup) > MOST_LETTERS:
        return None
    text = extract(markup, include_tables=False, include_comments=False, favor_recall=True) or ""
    lines = {_even(_MARKS.sub("", line)) for line in text.splitlines()}
    wanted = {line for line in lines if len(line) >= _SHORTEST}
    if not wanted:
        return None
    node, least = body, _OF_ALL * (body.chars - body.link_chars)
    while inner := next((child for child in node.elements() if _holds(child, wanted, least)), None):
        node = inner
    return node


def _holds(node: Node, wanted: set[str], least: float) -> bool:
    if node.tag not in _CONTAINERS or node.chars - node.link_chars < least:
        return False
    text = _even(node.text())
    return sum(line in text for line in wanted) >= _SHARE * len(wanted)


def _even(text: str) -> str:
    return _SPACES.sub("", text)
