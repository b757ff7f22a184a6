"""All that stands on a page, to look for quotations in: its text as a document has it, and what is around it."""

from loaders.documents.reading import read
from loaders.documents.reading.encodings import decoded
from loaders.documents.reading.html_tree import parsed, tree
from loaders.documents.reading.limits import in_child


def texts(content: bytes, name: str = "", url: str | None = None) -> list[str]:
    """The title of a document, its text with and without the marks of its items, and the whole of a page.

    A record may quote a side column or a caption, which is no part of the document. Raises Unreadable.
    """
    document = read(content, name, url)
    found = [document.title, document.text, "\n".join(block.text for block in document.blocks)]
    if document.kind == "html":
        found.append(tree(parsed(decoded(content)[0])).text())
    return found


def texts_safely(content: bytes, name: str = "", url: str | None = None) -> list[str]:
    """The same in a process of its own, with little memory and time. Raises Unreadable."""
    found: list[str] = in_child("loaders.verify.page_texts:texts", content, name, url)
    return found
