"""A page as a light tree: only what has text, no deeper than it can be walked, with the amount of text of each node."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

DEEPEST = 150
_DEEPEST_SOURCE = 500
_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "video",
        "audio",
        "map",
        "select",
        "textarea",
        "input",
        "datalist",
        "math",
        "picture",
        "img",
        "head",
        "link",
        "meta",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "caption",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_UNCOUNTED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dd",
        "dt",
        "option",
        "tbody",
        "thead",
        "tfoot",
    ]
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)\b[^>]*>")
_KEPT = frozenset(("class", "id", "role", "style", "hidden", "aria-hidden", "href", "start", "type", "value",
                   "reversed", "colspan", "rowspan", "itemprop", "datetime", "summary"))  # fmt: skip


class Node:
    """An element: its children are elements and texts. `chars` counts its letters, `link_chars` those within links."""

    __slots__ = ("attributes", "chars", "children", "has_blocks", "link_chars", "links", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Node | None") -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []
        self.chars = self.link_chars = self.links = 0
        self.has_blocks = False

    def elements(self) -> Iterator["Node"]:
        """The child elements."""
        return (child for child in self.children if isinstance(child, Node))

    def all(self) -> Iterator["Node"]:
        """This element and all below it, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]

    def text(self) -> str:
        """All of its text as one line."""
        pieces: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                pieces.append(node)
            else:
                waiting += reversed(node.children)
                if node.tag in BLOCKS or node.tag == "br":
                    pieces.append(" ")
        return " ".join("".join(pieces).split())

    @property
    def names(self) -> list[str]:
        """The words of its class and id, in small letters."""
        return f"{self.attributes.get('class', '')} {self.attributes.get('id', '')}".lower().split()

    def count(self) -> None:
        """Counts anew the letters, links and blocks of this element and all below it."""
        for node in reversed(list(self.all())):
            node.chars = sum(len(child) if isinstance(child, str) else child.chars for child in node.children)
            elements = list(node.elements())
            node.links = sum(child.links for child in elements) + (node.tag == "a")
            node.link_chars = node.chars if node.tag == "a" else sum(child.link_chars for child in elements)
            node.has_blocks = any(child.tag in BLOCKS or child.has_blocks for child in elements)


def parsed(markup: str) -> LexborHTMLParser:
    """The page as a browser would mend it; elements nested deeper than any page needs are taken apart first."""
    try:
        return LexborHTMLParser(_flattened(markup))
    except SelectolaxError as error:
        # There is no other reason: every text is a page.
        raise MemoryError("the page needs more memory than there is") from error


def _flattened(markup: str) -> str:
    """The markup without the tags that are nested too deep, for the time of parsing grows with depth squared."""
    depth = dropped = 0

    def shallow(tag: re.Match[str]) -> str:
        nonlocal depth, dropped
        if tag[2].lower() in _UNCOUNTED:
            return tag[0]
        if tag[1]:
            if dropped:
                dropped -= 1
                return " "
            depth = max(depth - 1, 0)
        elif depth >= _DEEPEST_SOURCE:
            dropped += 1
            return " "
        else:
            depth += 1
        return tag[0]

    return _TAG.sub(shallow, markup)


def tree(parser: LexborHTMLParser) -> Node:
    """The body of a page as a light tree."""
    body = parser.body
    root = Node("body", {}, None)
    if body is None:
        return root
    root.attributes = _attributes(body.attributes)
    # Walked without recursion: the source, and the light nodes that it is within. (Two nodes of the source are not
    # compared: the parser would write out both.)
    source, within = body.child, [root]
    while source is not None:
        here = within[min(len(within), DEEPEST) - 1]
        tag = source.tag or ""
        down = None
        if tag == "-text":
            text = source.text_content
            if text:
                here.children.append(text if here.tag == "pre" else _spaced(text))
        elif tag[:1].isalpha() and tag not in _NEVER:
            node = Node(tag, _attributes(source.attributes), here)
            here.children.append(node)
            down = source.child
            if down is not None:
                within.append(node)
        if down is not None:
            source = down
            continue
        while source is not None and source.next is None:
            within.pop()
            source = source.parent if within else None
        source = source.next if source is not None else None
    root.count()
    return root


def _attributes(found: dict[str, str | None]) -> dict[str, str]:
    return {name: value or "" for name, value in found.items() if name in _KEPT} if found else {}


def _spaced(text: str) -> str:
    """Line ends of the source are spaces; those at its edges part words and are kept."""
    return re.sub(r"[ \t\r\n\f]+", " ", text)
