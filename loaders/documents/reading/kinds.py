"""Which kind of document bytes are: their own signs count, the name of the file only where they have none."""

import io
import re
import zipfile

from loaders.documents.document import Unreadable
from loaders.documents.reading import messages

LARGEST = 20 * 1024 * 1024
"""Bytes of a document that is accepted."""

_HEAD = 4096
_MARKUP = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|h[1-6]|article|main|section|table|ul|ol|span|meta|title|br)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_MOST_CONTROLS = 0.02
_OTHER_SIGNS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x07\x08", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"\x7fELF", b"MZ\x90",
    b"II*\x00", b"MM\x00*",    b"RIFF", b"ID3", b"OggS", b"%!PS", b"BM\xf6",
)  # fmt: skip


def kind_of(content: bytes, name: str = "") -> str:
    """html, plain, pdf, docx or odt. Raises Unreadable where it is none of these, empty or too large."""
    if len(content) > LARGEST:
        raise Unreadable(messages.TOO_LARGE)
    if not content.strip(b"\x00 \t\r\n\f\xef\xbb\xbf\xfe\xff"):
        raise Unreadable(messages.EMPTY)
    head = content[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_archive(content)
    if head.startswith((b"\xd0\xcf\x11\xe0", rb"{\rtf")):
        # An encrypted DOCX is stored as an old Office file too.
        is_locked = "EncryptedPackage".encode("utf-16-le") in content
        raise Unreadable(messages.ENCRYPTED if is_locked else messages.OLD_WORD)
    if head.startswith(_OTHER_SIGNS):
        raise Unreadable(messages.UNKNOWN_KIND)
    text = head.replace(b"\x00", b"")
    if len(text) > len(head) * 0.7 and _is_noise(text):
        raise Unreadable(messages.UNKNOWN_KIND)
    if _MARKUP.search(text) or name.lower().endswith((".html", ".htm", ".xhtml")):
        return "html"
    return "plain"


def _is_noise(head: bytes) -> bool:
    """Text has next to no control signs; compressed data and programs have many."""
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return controls > _MOST_CONTROLS * len(head)


def _kind_of_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable(messages.BROKEN) from error
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"
    raise Unreadable(messages.UNKNOWN_KIND)
