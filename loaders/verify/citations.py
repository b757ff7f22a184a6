"""What the records quote, by source: the address of a page and the words that are to stand there."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.forms import validated
from loaders.problems import BuildRefused, Problem
from loaders.records import NationalRecord, VvgRecord
from loaders.yaml_lines import Lines, read
from loaders.yaml_lines import Path as Place

NATIONAL = "national"
"""The name of the national record among those of the VVGs."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a record quotes, and the line on which it does."""

    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of a record with all that is quoted from it."""

    vvg: str
    source: str
    title: str
    url: str | None
    file: str
    line: int
    quotations: tuple[Quoted, ...]


def cited(data: Path, only: Collection[str] = ()) -> list[Cited]:
    """The sources of the records of `data`, or of those VVGs (and `national`) that `only` names.

    Raises BuildRefused where a record cannot be read, or where `only` names one that is not there.
    """
    files = {file.stem: file for file in sorted((data / "vvg").glob("*.yaml"))}
    if (data / "national.yaml").exists():
        files[NATIONAL] = data / "national.yaml"
    unknown = [
        Problem(f"{data.name}/vvg/{name}.yaml", 1, f"no record '{name}'", "use the name of a file of data/vvg")
        for name in only
        if name not in files
    ]
    if unknown:
        raise BuildRefused(unknown)
    found: list[Cited] = []
    problems: list[Problem] = []
    for name, file in files.items():
        if not only or name in only:
            try:
                found += _of_file(name, file, file.relative_to(data.parent).as_posix())
            except BuildRefused as refused:
                problems += refused.problems
    if problems:
        raise BuildRefused(problems)
    return found


def _of_file(name: str, file: Path, called: str) -> Iterator[Cited]:
    tree, lines = read(file, called)
    record = validated(NationalRecord if name == NATIONAL else VvgRecord, tree, lines, called)
    quotations = list(_quotations(tree, (), lines))
    for source, about in record.sources.items():
        own = tuple(quoted for src, quoted in quotations if src == source)
        yield Cited(name, source, about.title, about.url, called, lines["sources", source], own)


def _quotations(part: object, path: Place, lines: Lines) -> Iterator[tuple[str, Quoted]]:
    """Everything that is quoted in a part of a record, with the id of its source."""
    if isinstance(part, Mapping):
        if part.get("src") and part.get("as_written"):
            yield str(part["src"]), Quoted(str(part["as_written"]), lines[*path, "as_written"])
        for key, value in part.items():
            yield from _quotations(value, (*path, key), lines)
    elif isinstance(part, list):
        for at, value in enumerate(part):
            yield from _quotations(value, (*path, at), lines)
