"""Archives that documents are kept in, unpacked once to be sure that they are no bombs."""

import io
import re
import zipfile
import zlib

from loaders.documents.document import Unreadable
from loaders.documents.reading import messages

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes of all files of an archive together."""
_MOST_FILES = 5000
_PIECE = 1024 * 1024
_DECLARES = re.compile(rb"<!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)")
_XML = (".xml", ".rels")


def check_archive(content: bytes) -> None:
    """Raises Unreadable where the archive unpacks to too much, is locked or damaged, or declares entities.

    What a file claims to unpack to is not believed: every file is unpacked, and counted.
    """
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > _MOST_FILES:
                raise Unreadable(messages.TOO_LARGE_UNPACKED)
            for entry in archive.infolist():
                if entry.flag_bits & 1:
                    raise Unreadable(messages.ENCRYPTED)
                with archive.open(entry) as file:
                    tail = b""
                    while piece := file.read(_PIECE):
                        total += len(piece)
                        if total > MOST_UNPACKED:
                            raise Unreadable(messages.TOO_LARGE_UNPACKED)
                        if entry.filename.endswith(_XML) and _DECLARES.search(tail + piece):
                            raise Unreadable(messages.UNSAFE)
                        tail = piece[-32:]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise Unreadable(messages.BROKEN) from error
