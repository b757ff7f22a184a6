"""Bytes to a document: which kind they are is told by the bytes themselves."""

from importlib import import_module

from loaders.documents.document import Document, Unreadable
from loaders.documents.reading import messages
from loaders.documents.reading.kinds import kind_of

__all__ = ["read"]


def read(content: bytes, name: str = "", url: str | None = None) -> Document:
    """The document that the bytes are.

    `name` (of the file) and `url` are asked only where the bytes leave the kind open. Raises Unreadable, with one of
    `messages`, where it is empty, too large, damaged, locked or of another kind.
    """
    reader = import_module(f"loaders.documents.reading.{kind_of(content, name)}")
    document: Document = reader.read(content, name, url)
    if not document.blocks:
        raise Unreadable(messages.NO_TEXT)
    return document
