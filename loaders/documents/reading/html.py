"""A page to a document: the part that is its text, as blocks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.documents.document import Block, Document
from loaders.documents.reading.blocks import Blocks
from loaders.documents.reading.encodings import decoded
from loaders.documents.reading.html_main import cut_away, main_part
from loaders.documents.reading.html_metadata import read_metadata
from loaders.documents.reading.html_tree import Node, parsed, tree
from loaders.documents.reading.html_walk import Walk
from loaders.documents.reading.plain import add_text

_END = 3000
"""Letters at the end of a page that may be its footer."""
_MENU = re.compile(r"(?:pagrindinis )?meniu|menu|navigacija|svetainės medis", re.IGNORECASE)
_DEEPEST = 9
_OTHER_NEWS = re.compile(
    r"(?:kitos|kitas|naujausios|susijusios|panašios|populiariausios|daugiau|paskutinės)\s+(?:naujien\w+|žini\w+|straipsn\w+)"
    r"|naujausi įrašai"
    r"|(?:susiję|panašūs|kiti)\s+(?:straipsniai|įrašai|skelbimai)|taip pat skaitykite|skaitykite taip pat"
    r"|related posts|recent posts"
    r"|(?:palikite|parašykite|rašyti)\s+(?:atsakymą|komentarą)|komentarai(?:\s*\(\d+\))?|leave a reply"
    r"|dalintis|prenumerata|naujienlaiškis",
    re.IGNORECASE,
)


def read(content: bytes, name: str = "", url: str | None = None) -> Document:
    """The document that the bytes of a page are."""
    markup, notes = decoded(content)
    parser = parsed(markup)
    body = tree(parser)
    end = body.text()[-_END:]
    blocks = Blocks()
    if any(body.elements()):
        cut_away(body)
        root = main_part(body, markup)
        title = _title_above(body, root)
        if title:
            blocks.add("heading", title, level=1)
        Walk(blocks).read(root)
        found = _numbered(_without_other_news(blocks.all))
    else:
        root = body
        parser.strip_tags(["script", "style", "noscript", "template"])
        add_text(blocks, parser.body.text() if parser.body else "")
        found = tuple(blocks.all)
    said = read_metadata(parser, root, end, found, url)
    return Document("html", said.title, found, said.publisher, said.published, url, notes)


def _title_above(body: Node, root: Node) -> str:
    """The heading of the page, where it stands outside its main part."""
    if any(node.tag == "h1" for node in root.all()):
        return ""
    return next((node.text() for node in body.all() if node.tag == "h1"), "")


def _without_other_news(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without what stands under a heading such as "Kitos naujienos" or "Meniu"."""
    kept: list[Block] = []
    hidden = 0
    for block in blocks:
        if block.kind == "heading":
            if hidden and block.level <= hidden:
                hidden = 0
            if _OTHER_NEWS.fullmatch(block.text.strip(" :")):
                hidden = block.level
            elif _MENU.fullmatch(block.text.strip(" :")):
                hidden = _DEEPEST
        if not hidden:
            kept.append(block)
    return kept


def _numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with lines counted anew."""
    return tuple(replace(block, place=replace(block.place, line=line)) for line, block in enumerate(blocks, 1))
