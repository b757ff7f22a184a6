"""Bytes of one document to all that was found in it: a pure function, which reaches no network and writes nothing."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from loaders.documents.as_json import Json, document_from_json, document_to_json, finding_from_json, finding_to_json
from loaders.documents.document import Document, Place
from loaders.documents.find import find
from loaders.documents.finding import Finding
from loaders.documents.reading import read
from loaders.documents.reading.limits import in_child
from loaders.documents.unread import unread


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document, what was found in it, and the sentences that were not understood."""

    document: Document
    findings: list[Finding]
    unread: list[tuple[Place, str]]


def extract(content: bytes, name: str = "", url: str | None = None) -> Extraction:
    """What the bytes of a document say; `name` of its file and `url` help where the bytes leave its kind open.

    Raises Unreadable with one clear sentence where it is no document that can be read.
    """
    document = read(content, name, url)
    findings = find(document)
    return Extraction(document, findings, unread(document, findings))


def extract_safely(
    content: bytes, name: str = "", url: str | None = None, apart: Callable[..., Any] = in_child
) -> Extraction:
    """The same in a process of its own, with little memory and time: for documents of strangers. Raises Unreadable.

    `apart`: `in_child`, or a `Reader`, which does the same for many documents.
    """
    told = apart("loaders.documents.extraction:extract_as_json", content, name, url)
    findings = [finding_from_json(finding) for finding in told["findings"]]
    left = [(Place(**place), sentence) for place, sentence in told["unread"]]
    return Extraction(document_from_json(told["document"]), findings, left)


def extract_as_json(content: bytes, name: str, url: str | None) -> Json:
    """What `extract_safely` calls in the other process."""
    found = extract(content, name, url)
    return {
        "document": document_to_json(found.document),
        "findings": [finding_to_json(finding) for finding in found.findings],
        "unread": [(asdict(place), sentence) for place, sentence in found.unread],
    }
