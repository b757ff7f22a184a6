"""A YAML file as a plain tree in which every place knows its line.

All scalars stay the text that was written (`no`, `08` and `2016-07` mean nothing yet): the form of the record
(`records.py`) decides what each one is. Tags, anchors and doubled keys are refused.
"""

from collections.abc import Iterator
from pathlib import Path as FilePath

import yaml

from loaders.problems import BuildRefused, Problem

Path = tuple[str | int, ...]
"""The way to a place in the tree: keys and list positions."""

LARGEST_FILE = 2_000_000
"""Bytes. The longest record of today has 30,000; what is far above it is not a record."""

DEEPEST = 40
"""Levels of nesting that are followed."""


class Lines(dict[Path, int]):
    """The line of every place; a place that is not there has the line of what holds it."""

    def __missing__(self, path: Path) -> int:
        return self[path[:-1]] if path else 1

    def below(self, *start: str | int) -> "Lines":
        """The lines of the part of the tree that begins at `start`, by paths counted from there."""
        part = Lines({path[len(start) :]: line for path, line in self.items() if path[: len(start)] == start})
        part.setdefault((), self[start])
        return part


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
    try:
        _check_plain(yaml.parse(text, Loader=yaml.CSafeLoader), name)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise _refused(name, line, f"not valid YAML: {what}", "check indents, quotes and colons on this line") from None
    if node is None:
        raise _refused(name, 1, "the file is empty", "copy data/vvg_template.yaml into it")
    lines = Lines({(): 1})
    return _tree(node, (), lines, name), lines


def _check_plain(events: Iterator[yaml.Event], name: str) -> None:
    """Refuses tags, anchors and deep nesting event by event: composing them first could exhaust the stack."""
    depth = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise _refused(name, line, "nested too deeply", "a record needs no such depth")
        if getattr(event, "anchor", None):
            raise _refused(name, line, "an anchor is used", "write the value out in full")
        if getattr(event, "tag", None):
            raise _refused(name, line, f"the tag {event.tag} is used", "remove the tag")


def _tree(node: yaml.Node, path: Path, lines: Lines, name: str) -> object:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_tree(item, (*path, at), lines, name) for at, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        tree: dict[str, object] = {}
        for key, value in node.value:
            word = getattr(key, "value", None)
            if not isinstance(word, str):
                raise _refused(name, key.start_mark.line + 1, "a key is not a word", "use a plain word")
            if word in tree:
                at = key.start_mark.line + 1
                raise _refused(name, at, f"the key '{word}' stands twice", "remove one of them")
            tree[word] = _tree(value, (*path, word), lines, name)
            lines[*path, word] = key.start_mark.line + 1
        return tree
    return None if node.tag.endswith(":null") else node.value


def _refused(name: str, line: int, what: str, mend: str) -> BuildRefused:
    return BuildRefused([Problem(name, line, what, mend)])
