"""From findings to a draft record: every fact in its place of the form, with its source and the words that prove it.

What a record must have and the documents do not say stands in the draft as None: `draft_yaml.py` writes it as a
line to be filled in. Nothing is added that no words prove.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from loaders.documents import draft_yaml, publishers
from loaders.documents.document import Document, Place
from loaders.documents.draft_tree import Tree
from loaders.documents.facts import ABOUT_VVG, Found, refusal, values
from loaders.documents.finding import Finding
from loaders.yaml_lines import Path

Read = tuple[Document, Sequence[Finding]]
"""A document and what was found in it."""

REQUIRED = ("vvg", "name", "city", "municipality")


@dataclass(frozen=True)
class Draft:
    """A draft record of one VVG, made of one document or of several."""

    record: dict[str, object]
    """In the form of `loaders.records.VvgRecord`; None stands for what is required and not known."""
    proofs: dict[Path, Finding]
    """The finding behind every fact, by its way in the record."""
    left_out: tuple[tuple[str, Finding, str], ...]
    """Findings that are no facts of a record: id of the source, finding, reason."""
    documents: dict[str, Document]
    """The documents by the ids of their sources."""


def drafted(read_documents: Sequence[Read], read: date) -> Draft:
    """The draft of one VVG from its documents, the first being S1; `read` is the day of reading."""
    found, left_out = _facts(read_documents)
    documents = {f"S{number}": document for number, (document, _) in enumerate(read_documents, 1)}
    about, about_proof = _about(found)
    tree = Tree(found)
    record = about | {
        "sources": {src: _source(document, read) for src, document in documents.items()},
        "strategies": tree.strategies,
    }
    proofs = {("strategies", *path): finding for path, finding in tree.proofs().items()}
    if about_proof:
        proofs["vvg",] = about_proof
    return Draft(record, proofs, tuple(left_out + tree.left_out), documents)


def record(document: Document, findings: Sequence[Finding], read: date | None = None) -> dict[str, object]:
    """The draft record of one document, as a dict in the form of `loaders.records.VvgRecord`.

    `read` is the day on which it was read, today where it is not given.
    """
    return drafted([(document, findings)], read or date.today()).record


def as_yaml(
    document: Document,
    findings: Sequence[Finding],
    read: date | None = None,
    unread: Iterable[tuple[Place, str]] = (),
) -> str:
    """The draft record of one document as YAML text; `unread` are the sentences that were not understood."""
    return draft_yaml.text(drafted([(document, findings)], read or date.today()), {"S1": list(unread)})


def slug(findings: Iterable[Finding]) -> str | None:
    """The short name of the VVG that a document is about, where it says so."""
    best = _best(finding for finding in findings if finding.field == "vvg")
    name = best.values.get("vvg") if best else None
    return name if isinstance(name, str) else None


def _facts(read_documents: Sequence[Read]) -> tuple[dict[int, Found], list[tuple[str, Finding, str]]]:
    """The findings of all documents that are facts, numbered through, and those that are not."""
    found: dict[int, Found] = {}
    left_out: list[tuple[str, Finding, str]] = []
    start = 0
    for number, (document, findings) in enumerate(read_documents, 1):
        for at, finding in enumerate(findings):
            one = Found(finding, f"S{number}", document, _shifted(finding.parent, start, len(findings)))
            if reason := refusal(one):
                left_out.append((one.src, finding, reason))
            else:
                found[start + at] = one
        start += len(findings)
    return found, left_out


def _shifted(parent: int | None, start: int, length: int) -> int | None:
    """The number of a parent among the findings of all documents."""
    if parent is None:
        return None
    return start + parent if 0 <= parent < length else -1


def _best(findings: Iterable[Finding]) -> Finding | None:
    """The surest finding; of equally sure ones the first."""
    return max(findings, key=lambda finding: finding.confidence, default=None)


def _about(found: dict[int, Found]) -> tuple[dict[str, object], Finding | None]:
    """What the record says of the VVG itself: the surest finding, completed by others of the same VVG."""
    told = [one.finding for one in found.values() if one.finding.field == "vvg"]
    best = _best(told)
    known = dict(values(best)) if best else {}
    for finding in told:
        if finding.values.get("vvg") == known.get("vvg"):
            known |= {key: value for key, value in values(finding).items() if key not in known}
    return {key: known.get(key) for key in ABOUT_VVG if key in REQUIRED or key in known}, best


def _source(document: Document, read: date) -> dict[str, object]:
    """The document as a source of the record."""
    source: dict[str, object] = {
        "title": " ".join(document.title.split()) or None,
        "publisher": publishers.publisher(document),
        "kind": publishers.kind(document),
    }
    for key, value in (("url", document.url), ("published", document.published)):
        if value:
            source[key] = value
    return source | {"read": read.isoformat()}
