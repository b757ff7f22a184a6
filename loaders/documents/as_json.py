"""Documents and findings as JSON and back, to be handed from one process to another; nothing but data is ever read."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from loaders.documents.document import Block, Document, Place
from loaders.documents.finding import Finding

Json = dict[str, Any]


def document_to_json(document: Document) -> Json:
    """A document as plain objects, lists, texts and numbers."""
    return asdict(document)


def document_from_json(written: Json) -> Document:
    """The document that `document_to_json` wrote. Raises TypeError or KeyError where it is none."""
    blocks = tuple(
        Block(
            **block
            | {"place": Place(**block["place"]), "cells": tuple(block["cells"]), "header": tuple(block["header"])}
        )
        for block in written["blocks"]
    )
    return Document(**written | {"blocks": blocks, "notes": tuple(written["notes"])})


def finding_to_json(finding: Finding) -> Json:
    """A finding as plain objects; sums, days and tuples say what they are."""
    return asdict(finding) | {"values": {key: _written(value) for key, value in finding.values.items()}}


def finding_from_json(written: Json) -> Finding:
    """The finding that `finding_to_json` wrote. Raises TypeError or KeyError where it is none."""
    values = {key: _read(value) for key, value in written["values"].items()}
    return Finding(**written | {"values": values, "place": Place(**written["place"])})


def _written(value: object) -> object:
    match value:
        case Decimal():
            return {"decimal": str(value)}
        case date():
            return {"date": value.isoformat()}
        case tuple():
            return {"tuple": [_written(part) for part in value]}
        case list():
            return [_written(part) for part in value]
        case dict():
            return {"object": {key: _written(part) for key, part in value.items()}}
    return value


def _read(value: Any) -> object:
    match value:
        case {"decimal": str(figure)}:
            return Decimal(figure)
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case {"tuple": [*parts]}:
            return tuple(_read(part) for part in parts)
        case {"object": dict(parts)}:
            return {key: _read(part) for key, part in parts.items()}
        case list():
            return [_read(part) for part in value]
    return value
