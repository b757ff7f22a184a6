"""A draft as YAML in the style of data/vvg/: every fact below a line that says where it stands and how sure it is.

Texts of documents are data and nothing else: a value is written plain only where it is made of letters, digits and
spaces, else in double quotes with everything unprintable escaped; a comment is one line of printable characters.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic.fields import FieldInfo

from loaders.documents.document import Place
from loaders.documents.facts import FORMS, INNER
from loaders.documents.finding import Finding
from loaders.yaml_lines import Path

if TYPE_CHECKING:
    from loaders.documents.draft import Draft

LONGEST_LINE = 120
"""Characters of a fact that is written on one line."""

FILL_IN = {
    "vvg": "trumpas vardas, toks pat kaip failo / short name, the same as the file's",
    "name": "oficialus VVG pavadinimas / official name of the group",
    "city": "miestas / city",
    "municipality": "vardas iš data/statistics/municipalities.csv / a name of that file",
    "eu_period": "2014-2020 arba / or 2021-2027",
    "title": "antraštė, kaip paskelbta / title as published",
    "publisher": "kas paskelbė / who published it",
}
"""What is to be written where the documents do not say it."""

_PLAIN_TEXT = re.compile(r"[A-Za-zĄąČčĘęĖėĮįŠšŲųŪūŽž]+(?:[ -][A-Za-zĄąČčĘęĖėĮįŠšŲųŪūŽž]+)*")
_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-Q[1-4]|-[0-9]{2}(?:-[0-9]{2})?|-[0-9]{4})?")
_PLAIN_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*")
_WORD_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_DATED = {"published", "read", "date", "as_of", "opened", "closed", "planned_for", "list_approved", "start", "end"}
_PERIODS = {"period", "eu_period"}
_CODES = {"vvg", "src", "kind", "scope", "stage", "role", "funds", "bound", "state", "concept", "theme"}


def text(draft: "Draft", unread: Mapping[str, Sequence[tuple[Place, str]]]) -> str:
    """The draft as YAML; at its end, as comments, what was left out and the sentences that were not understood.

    `unread` holds those sentences by the ids of their sources.
    """
    lines = [*_opening(draft), *_mapping(draft.record, (), draft, ""), *_closing(draft, unread)]
    return "\n".join(lines) + "\n"


def scalar(key: str, value: object) -> str:
    """A value of a key as YAML that is read back as that very value, whatever a document put into it.

    >>> scalar("name", "neįgalieji"), scalar("name", "jaunimas: # a"), scalar("date", "2016-07"), scalar("code", "1")
    ('neįgalieji', '"jaunimas: # a"', '2016-07', '"1"')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int | float):
        return f"{value}"
    written = value.isoformat() if isinstance(value, date) else str(value)
    is_plain = _PLAIN_TEXT.fullmatch(written) and written.lower() not in _WORD_OF_YAML
    if key in _DATED | _PERIODS:
        is_plain = _PLAIN_DATE.fullmatch(written)
    elif key in _CODES:
        is_plain = _PLAIN_CODE.fullmatch(written) and written.lower() not in _WORD_OF_YAML
    return written if is_plain else f'"{"".join(map(_escaped, written))}"'


def comment(words: str) -> str:
    """Words as one line of a comment: what is not printable, line ends of every kind among it, is a space."""
    printable = "".join(letter if letter.isprintable() else " " for letter in words)
    return f"# {' '.join(printable.split())}"


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    code = ord(letter)
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"
    return f"\\U{code:08X}" if code > 0xFFFF else f"\\u{code:04X}"


LONGEST_HEADING = 60
"""Characters of a heading by which a place is named."""


def where(place: Place, confidence: float | None = None) -> str:
    """A place in words: line 12, page 3, „heading“; confidence 0.93."""
    parts = [f"line {place.line}"]
    if place.page is not None:
        parts.append(f"page {place.page}")
    if place.heading:
        is_long = len(place.heading) > LONGEST_HEADING
        parts.append(f"„{place.heading[:LONGEST_HEADING].strip()}{'…' if is_long else ''}“")
    sure = f"; confidence {confidence:.2f}" if confidence is not None else ""
    return ", ".join(parts) + sure


def _opening(draft: "Draft") -> Iterator[str]:
    yield "# JUODRAŠTIS: kiekvieną faktą palyginkite su dokumentu; eilutė virš jo sako, kur jis stovi."
    yield "# DRAFT: compare every fact with the document; the line above it says where it stands."
    for src, document in draft.documents.items():
        for note in document.notes:
            yield comment(f"{src}: {note}")


def _closing(draft: "Draft", unread: Mapping[str, Sequence[tuple[Place, str]]]) -> Iterator[str]:
    if draft.left_out:
        yield from ("", "# Neįrašyta / Found but not written:")
    for src, finding, reason in draft.left_out:
        yield comment(f"{src}, {where(finding.place)}: {finding.field} „{finding.as_written}“ ({reason})")
    if any(unread.values()):
        yield from ("", "# Nesuprasti sakiniai / Sentences that were not understood:")
    for src, sentences in unread.items():
        for place, sentence in sentences:
            yield comment(f"{src}, {where(place)}: {sentence}")


def _mapping(part: Mapping[str, object], path: Path, draft: "Draft", indent: str) -> Iterator[str]:
    """The lines of a mapping, each key on its own."""
    for key, value in part.items():
        if finding := draft.proofs.get((*path, key)):
            yield indent + _proof(finding)
        yield from _entry(key, value, (*path, key), draft, indent)


def _entry(key: str, value: object, path: Path, draft: "Draft", indent: str) -> Iterator[str]:
    if value is None:
        yield f"{indent}# {key}:  ← {FILL_IN[key]}"
    elif isinstance(value, dict):
        yield f"{indent}{key}:"
        yield from _mapping(value, path, draft, indent + "  ")
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        yield f"{indent}{key}:"
        for number, one in enumerate(value):
            yield from _item(key, one, (*path, number), draft, indent + "  ")
    else:
        yield f"{indent}{key}: {_flow(key, value)}"


def _item(key: str, one: object, path: Path, draft: "Draft", indent: str) -> Iterator[str]:
    """An item of a list: on one line where it is short and holds no other facts."""
    if finding := draft.proofs.get(path):
        yield indent + _proof(finding)
    if isinstance(one, dict):
        one = _without_defaults(key, one)
    if not isinstance(one, dict) or not any(_holds_facts(value) or value is None for value in one.values()):
        line = f"{indent}- {_flow(key, one)}"
        if not isinstance(one, dict) or len(line) <= LONGEST_LINE:
            yield line
            return
    yield from (line for key in one if one[key] is None for line in _entry(key, None, path, draft, indent))
    known = {key: value for key, value in one.items() if value is not None}
    for number, line in enumerate(_mapping(known, path, draft, "")):
        yield f"{indent}{'  ' if number else '- '}{line}"


def _without_defaults(key: str, fact: Mapping[str, object]) -> dict[str, object]:
    """The fact without what the form takes for granted: a record says `bound:` only where it is not exact."""
    fields = FORMS[INNER[key]].model_fields if key in INNER else {}
    return {name: value for name, value in fact.items() if name not in fields or _is_told(fields[name], value)}


def _is_told(field: FieldInfo, value: object) -> bool:
    return value is None or field.is_required() or value != field.default


def _holds_facts(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) and "as_written" in one for one in value)


def _flow(key: str, value: object) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{inner}: {_flow(inner, one)}' for inner, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(key, one) for one in value)}]"
    return scalar(key, value)


def _proof(finding: Finding) -> str:
    return comment(where(finding.place, finding.confidence))
