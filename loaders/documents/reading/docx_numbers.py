"""Numbers that Word draws before paragraphs: they stand in no text, and are counted as Word counts them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from loaders.documents.reading.numbering import counted

_FORMATS = {
    "decimal": "1",
    "decimalZero": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass
class Numbers:
    """The lists of a document and how far each has been counted."""

    _lists: dict[str, str] = field(default_factory=dict)
    _levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    _starts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Any) -> "Numbers":
        """The lists that numbering.xml declares; none where there is no such part (None)."""
        numbers = cls()
        for entry in root.findall(qn("w:abstractNum")) if root is not None else ():
            for level in entry.findall(qn("w:lvl")):
                depth = _int(level.get(qn("w:ilvl")))
                numbers._levels[entry.get(qn("w:abstractNumId"), ""), depth] = _level(level)
        for entry in root.findall(qn("w:num")) if root is not None else ():
            name = entry.get(qn("w:numId"), "")
            numbers._lists[name] = _value(entry, "w:abstractNumId") or ""
            for override in entry.findall(qn("w:lvlOverride")):
                start = _value(override, "w:startOverride")
                if start is not None:
                    numbers._starts[name, _int(override.get(qn("w:ilvl")))] = _int(start)
        return numbers

    def marker(self, name: str, depth: int) -> str | None:
        """The marker of the next item of a list; None where it is no list."""
        kind = self._lists.get(name)
        level = self._levels.get((kind, depth)) if kind is not None else None
        if kind is None or level is None or level.format == "none":
            return None
        if level.format == "bullet":
            return level.text[:1] or "•"
        counts = self._counts.setdefault(kind, {})
        restart = (name, depth) in self._starts and (name, depth) not in self._restarted
        self._restarted.add((name, depth))
        counts[depth] = self._starts[name, depth] if restart else counts.get(depth, level.start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        return re.sub(r"%(\d)", lambda place: self._shown(kind, int(place[1]) - 1), level.text).strip()

    def _shown(self, kind: str, depth: int) -> str:
        level = self._levels.get((kind, depth))
        number = self._counts[kind].setdefault(depth, level.start if level else 1)
        return counted(number, _FORMATS.get(level.format if level else "", "1"))


def _level(level: Any) -> _Level:
    return _Level(
        _value(level, "w:numFmt") or "decimal", _value(level, "w:lvlText") or "", _int(_value(level, "w:start"), 1)
    )


@dataclass
class Styles:
    """What the styles of paragraphs say: the level of a heading, and the list that they number."""

    _styles: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Any) -> "Styles":
        """The styles that styles.xml declares."""
        return cls(
            {style.get(qn("w:styleId"), ""): style for style in root.findall(qn("w:style"))} if root is not None else {}
        )

    def heading(self, paragraph: Any) -> int:
        """The level of the heading that a paragraph is; 0 where it is none."""
        for properties, name in self._chain(paragraph):
            outline = _value(properties, "w:outlineLvl") if properties is not None else None
            if outline is not None:
                return _int(outline) + 1 if _int(outline) < 9 else 0
            found = re.match(r"(?:heading|antraštė|antrat)\s*(\d)", name, re.IGNORECASE)
            if found:
                return int(found[1])
            if name.lower() in ("title", "pavadinimas"):
                return 1
        return 0

    def list_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list of a paragraph, and the depth in it from 0."""
        depth: int | None = None
        for properties, _ in self._chain(paragraph):
            numbers = properties.find(qn("w:numPr")) if properties is not None else None
            if numbers is None:
                continue
            level, name = _value(numbers, "w:ilvl"), _value(numbers, "w:numId")
            depth = _int(level) if depth is None and level is not None else depth
            if name is not None:
                return (name, depth or 0) if name != "0" else None
        return None

    def _chain(self, paragraph: Any) -> Iterator[tuple[Any, str]]:
        """Properties of the paragraph, its style and the styles which that builds on, with their names."""
        own = paragraph.find(qn("w:pPr"))
        yield own, ""
        style = self._styles.get(_value(own, "w:pStyle") or "" if own is not None else "")
        for _ in range(_DEEPEST_STYLE):
            if style is None:
                return
            yield style.find(qn("w:pPr")), _value(style, "w:name") or ""
            style = self._styles.get(_value(style, "w:basedOn") or "")


def _value(element: Any, name: str) -> str | None:
    found = element.find(qn(name))
    return found.get(qn("w:val")) if found is not None else None


def _int(written: str | None, otherwise: int = 0) -> int:
    return int(written) if written and re.fullmatch(r"-?\d{1,6}", written) else otherwise
