"""A YAML file as a plain tree in which every place knows its line.

All scalars stay the text that was written (`no`, `08` and `2016-07` mean nothing yet): the form of the record
(`records.py`) decides what each one is. Tags, anchors and doubled keys are refused.
"""

from collections.abc import Callable
from pathlib import Path as FilePath

import yaml

from loaders.problems import BuildRefused, Problem

Path = tuple[str | int, ...]
"""The way to a place in the tree: keys and list positions."""

LARGEST_FILE = 2_000_000
"""Bytes. The longest record of today has 30,000; what is far above it is not a record."""

DEEPEST = 40
"""Levels of nesting that are followed."""

NOTHING = ("", "~", "null", "Null", "NULL")
"""What YAML means by nothing where it stands without quotes."""


class Lines(dict[Path, int]):
    """The line of every place; a place that is not there has the line of what holds it."""

    def __missing__(self, path: Path) -> int:
        return self[path[:-1]] if path else 1

    def below(self, *start: str | int) -> "Lines":
        """The lines of the part of the tree that begins at `start`, by paths counted from there."""
        return _LinesBelow(self, start)


class _LinesBelow(Lines):
    """Looks every line up in the whole: most parts are right, and nobody asks for a line of theirs."""

    def __init__(self, whole: Lines, start: Path):
        super().__init__()
        self._whole, self._start = whole, start

    def __missing__(self, path: Path) -> int:
        return self._whole[(*self._start, *path)]


def read(file: FilePath, name: str) -> tuple[object, Lines]:
    """The tree of a YAML file and the lines of its places.

    In: the file, and the name by which messages call it. Out: dicts, lists, strings and None.
    Raises BuildRefused with one Problem where the file is not UTF-8, not YAML, empty, too large or uses what a
    record never needs (tags, anchors, doubled keys).
    """
    if file.stat().st_size > LARGEST_FILE:
        raise _refused(name, 1, "the file is larger than 2 MB", "split it, or check that it is a record")
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise _refused(name, line, "the file is not UTF-8", "save it as UTF-8") from None
    loader = yaml.CSafeLoader(text)
    try:
        tree, lines = _Reading(loader.get_event, name).whole()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise _refused(name, line, f"not valid YAML: {what}", "check indents, quotes and colons on this line") from None
    finally:
        loader.dispose()
    return tree, lines


class _Reading:
    """One pass over the events of libyaml: the tree and its lines, and no node or tag in between.

    A fault of the syntax, a tag, an anchor and a nesting too deep end it at once. A key that is doubled or no word is
    told only where the rest of the file is YAML at all.
    """

    def __init__(self, next_event: Callable[[], yaml.Event], name: str):
        self._next_event, self._name = next_event, name
        self._lines = Lines({(): 1})
        self._depth = 0
        self._fault: BuildRefused | None = None

    def whole(self) -> tuple[object, Lines]:
        """The only document of the file."""
        self._next_event()
        if isinstance(self._next_event(), yaml.StreamEndEvent):
            raise _refused(self._name, 1, "the file is empty", "copy data/vvg_template.yaml into it")
        first = self._plain()
        self._lines[()] = first.start_mark.line + 1
        tree = self._part(first, ())
        self._next_event()
        another = self._next_event()
        if not isinstance(another, yaml.StreamEndEvent):
            # A tag or an anchor further down is told first, as anywhere.
            while not isinstance(self._plain(), yaml.StreamEndEvent):
                continue
            raise yaml.composer.ComposerError(None, None, "but found another document", another.start_mark)
        if self._fault:
            raise self._fault
        return tree, self._lines

    def _plain(self) -> yaml.Event:
        """The next event. Refuses tags, anchors and deep nesting, which could exhaust the stack."""
        event = self._next_event()
        if isinstance(event, yaml.CollectionEndEvent):
            self._depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.CollectionStartEvent):
                self._depth += 1
                if self._depth > DEEPEST:
                    raise self._refused(event, "nested too deeply", "a record needs no such depth")
            if event.anchor:
                raise self._refused(event, "an anchor is used", "write the value out in full")
            if event.tag:
                raise self._refused(event, f"the tag {event.tag} is used", "remove the tag")
        return event

    def _part(self, event: yaml.Event, path: Path) -> object:
        """The part of the tree that begins with an event; the line of its place is noted already."""
        if isinstance(event, yaml.ScalarEvent):
            return None if event.implicit[0] and event.value in NOTHING else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[object] = []
            while not isinstance(event := self._plain(), yaml.SequenceEndEvent):
                place = (*path, len(items))
                self._lines[place] = event.start_mark.line + 1
                items.append(self._part(event, place))
            return items
        tree: dict[str, object] = {}
        while not isinstance(event := self._plain(), yaml.MappingEndEvent):
            word = self._key(event, tree, path)
            place = (*path, word)
            self._lines[place] = event.start_mark.line + 1
            tree[word] = self._part(self._plain(), place)
        return tree

    def _key(self, event: yaml.Event, tree: dict[str, object], path: Path) -> str:
        """The word of a key; what is wrong with the first wrong one is kept for the end."""
        if not isinstance(event, yaml.ScalarEvent):
            self._fault = self._fault or self._refused(event, "a key is not a word", "use a plain word")
            self._part(event, path)
            return ""
        if event.value in tree:
            what = f"the key '{event.value}' stands twice"
            self._fault = self._fault or self._refused(event, what, "remove one of them")
        return event.value

    def _refused(self, event: yaml.Event, what: str, mend: str) -> BuildRefused:
        return _refused(self._name, event.start_mark.line + 1, what, mend)


def _refused(name: str, line: int, what: str, mend: str) -> BuildRefused:
    return BuildRefused([Problem(name, line, what, mend)])
