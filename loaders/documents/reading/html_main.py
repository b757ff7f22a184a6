"""Which part of a page is its text: menus, banners, side columns, comments and footers are cut away."""

import re

from loaders.documents.reading.html_article import around_its_text
from loaders.documents.reading.html_tables import is_data_table
from loaders.documents.reading.html_tree import Node

_TAGS = frozenset(("nav", "aside", "dialog", "footer", "button", "label"))
_ROLES = frozenset(
    (
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "alert",
        "complementary",
        "menu",
        "menubar",
    )
)
_NAMES = re.compile(
    r"(?:.*[-_])?(?:cookies?\w*|gdpr|consent|slapuk\w*|cmplz|disqus\w*|breadcrumbs?\w*|addtoany\w*|sharedaddy|newsletter|naujienlaiskis"
    r"|subscribe|pagination|pager|skip-?link|screen-reader-text|sr-only|visually-hidden|visuallyhidden|popup|modal|advert\w*|colophon"
    r"|masthead|navbar\w*|navigation|offcanvas|login|tagcloud|komentar\w*|jp-relatedposts|related-?posts?|author-?box|hidden-print)"
    r"(?:[-_].*)?"
    r"|(?:site|page|main|top|mobile|primary|footer|header|left|right|side|sub)?[-_]?(?:menu|nav|meniu|sidebar|sidenav|topbar)(?:[-_]\w+)?"
    r"|comments?(?:[-_](?:area|list|wrap\w*|form|section|template|respond))?|commentlist|respond|comment-respond"
    r"|foot|(?:site|page|main|global)?[-_]?footer(?:[-_]?\w+)?|entry-(?:footer|utility)|site-header\w*|top-?header|social|share|shares|sharing|search"
    r"|(?:social|share)[-_]?(?:media|share|sharing|icons?|links?|networks?|buttons?|bar|block)\w*|search-?(?:form|box|bar)\w*|related|ads?"
    r"|(?:post|entry|article)-?(?:navigation|nav|tags|share|author)|tags-links|cat-links|wp-block-(?:latest|categories|archives)\w*"
)
_WIDGET = re.compile(
    r"widget(?:[-_].*)?|secondary|sidebar[-_]?\w*|(?:left|right)[-_]?(?:col|column|side|bar)\w*|side[-_]?(?:col|column|bar)\w*"
)
_LAYOUT = re.compile(
    r"(?:has|no|with|is|without|single|page|post|category|body|tag|menu-item|ekit|js|wpb|elementor|et_pb)[-_].*|elementor\S*"
)
_BUILDER_PARTS = ("elementor-location-header", "elementor-location-footer", "et-l--header", "et-l--footer")
_UNFOLDS = re.compile(
    r"accordion|collaps|toggle|tab|spoiler|panel|faq|expand|content|akordeon|fold|answer", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DOCUMENT_LINK = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|rtf|zip)\b|/uploads/|download|dokument", re.IGNORECASE)

_MAIN_NAMES = re.compile(
    r"(?:entry|post|article|page|single|node|news|story|main|inner|body|td-post)[-_]?(?:content|body|text)\w*|contents?|turinys|straipsnis"
    r"|article|item-?page|the-?content|content[-_]?(?:area|main|wrap\w*|inner|body)|field--name-body|text-?content|maincontent"
)
_OF_ALL = 0.5
"""A part with this share of all letters is the page itself, whatever it is called."""
_OF_MAIN = 0.12
_OF_NAMED = 0.45
_CORE = 0.55
_LEAST_MAIN = 120
_OF_LINKS = 0.55
_OF_LINKS_IN_TEXT = 0.8
_MOST_LINKS = 3
_TEXT_TAGS = frozenset(("p", "li", "ul", "ol", "dl", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))
_ROWS = frozenset(("tbody", "thead", "tfoot", "tr"))


def cut_away(body: Node) -> None:
    """Takes out of the tree what is no text of the page by its tag, role or name; counts what is left."""
    total = body.chars or 1
    headings = sum(node.tag == "h1" for node in body.all())
    waiting = [(body, False)]
    while waiting:
        node, inside = waiting.pop()
        kept: list[Node | str] = []
        inside = inside or node.tag in ("main", "article")
        for child in node.children:
            if isinstance(child, str) or not _is_around(child, total, inside, headings):
                kept.append(child)
                if isinstance(child, Node):
                    waiting.append((child, inside))
            elif child.tag == "header" or "header" in " ".join(child.names):
                # The title of the page may stand in its head.
                kept += [title for title in child.all() if title.tag == "h1"] if headings == 1 else []
            else:
                kept.append(" ")
        node.children = kept
    body.count()


def _is_around(node: Node, total: int, inside: bool, headings: int) -> bool:
    """Whether an element stands around the text: a menu, banner, side column, footer or something not shown."""
    if node.tag in ("main", "article", "h1", "body", "br") or node.tag in (_TEXT_TAGS | _ROWS) - {"ul", "ol"}:
        return False
    if node.chars > _OF_ALL * total:
        return False
    attributes = node.attributes
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
        return not any(_UNFOLDS.search(name) for name in node.names)
    if attributes.get("role", "").lower() in _ROLES:
        return True
    if node.tag in _TAGS:
        return node.tag not in ("button", "label") or not _is_within_heading(node)
    if node.tag == "form":
        return node.chars < _OF_ALL / 2 * total
    if node.tag == "header":
        return not inside
    for name in node.names:
        if name in _BUILDER_PARTS:
            return True
        if _LAYOUT.fullmatch(name):
            continue
        if _NAMES.fullmatch(name) or (not inside and _WIDGET.fullmatch(name)):
            return not (headings == 1 and any(below.tag == "h1" for below in node.all()))
    return False


def _is_within_heading(node: Node) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"):
            return True
        above = above.parent
    return False


def main_part(body: Node, markup: str) -> Node:
    """The element that holds the text of the page, with the lists of links around its core cut away."""
    root = _declared(body) or around_its_text(markup, body) or body
    _prune(root)
    body.count()
    return root


def _declared(body: Node) -> Node | None:
    """What the page itself says is its main part: by a tag, a role, or a name that content usually has."""
    total = _own(body)
    mains: list[Node] = []
    articles: list[Node] = []
    named: list[Node] = []
    for node in body.all():
        if node.tag == "main" or node.attributes.get("role", "").lower() == "main":
            mains.append(node)
        elif node.tag == "article" or "articleBody" in node.attributes.get("itemprop", ""):
            articles.append(node)
        elif any(_MAIN_NAMES.fullmatch(name) for name in node.names):
            named.append(node)
    for found, share in ((mains, _OF_MAIN), (articles, _OF_MAIN), (named, _OF_NAMED)):
        outer = (
            [node for node in found if not any(_is_below(node, other) for other in found if other is not node)]
            if len(found) < 50
            else found[:1]
        )
        best = max(outer, key=_own, default=None)
        if best is None or _own(best) < max(_LEAST_MAIN, share * total):
            continue
        if sum(map(_own, outer)) - _own(best) < 0.4 * _own(best):
            return best
    return None


def _is_below(node: Node, other: Node) -> bool:
    above = node.parent
    while above is not None and above is not other:
        above = above.parent
    return above is other


def _own(node: Node) -> int:
    """Letters outside links."""
    return node.chars - node.link_chars


def _prune(root: Node) -> None:
    """From the outside to the core, cuts away what is mostly links, unless the links are documents."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.tag == "table" and is_data_table(node):
            continue
        menus = {id(child) for child in node.elements() if _is_menu(child)}
        rest = [child for child in node.elements() if id(child) not in menus]
        if menus and sum(map(_own, rest)) >= _CORE * _own(node):
            node.children = [child for child in node.children if isinstance(child, str) or id(child) not in menus]
        else:
            rest = list(node.elements())
        # Rows of a table that lays out the page are walked too: its text may be spread over several.
        own = sum(map(_own, rest))
        core = [child for child in rest if child.tag not in _TEXT_TAGS and _own(child) >= _CORE * own]
        # Each part once: one that is walked twice at every depth is walked without end.
        waiting += core + [child for child in rest if child.tag in _ROWS and child not in core]


def _is_menu(node: Node) -> bool:
    """Whether an element is a row or column of links; a paragraph only where it has next to nothing else."""
    least = _OF_LINKS_IN_TEXT if node.tag == "p" else _OF_LINKS
    if node.tag in ("h1", "h2", "h3") or node.links < _MOST_LINKS or node.link_chars < least * node.chars:
        return False
    links = [below.attributes.get("href", "") for below in node.all() if below.tag == "a"]
    return sum(bool(_DOCUMENT_LINK.search(link)) for link in links) * 2 < len(links)
