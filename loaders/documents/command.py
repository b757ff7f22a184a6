"""`python -m loaders extract`: documents read, drafts written or compared, and a summary of what was found."""

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import Path

import click

from loaders import records
from loaders.documents import draft_yaml
from loaders.documents.against import Record, compared, printed
from loaders.documents.document import Unreadable
from loaders.documents.draft import Draft, drafted, slug
from loaders.documents.extraction import Extraction
from loaders.documents.inputs import Content, contents
from loaders.documents.known import read_known
from loaders.documents.readers import in_order
from loaders.forms import validated
from loaders.problems import BuildRefused, Problem
from loaders.vvg_files import VvgRows
from loaders.yaml_lines import read as read_yaml

Extracted = Callable[[Iterable[tuple[str, Content | str]], int], Iterator[tuple[str, Extraction | Unreadable]]]
"""Inputs with their contents, and how many to read at once -> what each says, in their order."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to become of the drafts."""

    against: Path | None = None
    """A data folder with whose records they are compared."""
    to: Path | None = None
    """The folder into which they are written."""
    force: bool = False
    cache: Path | None = None
    allow_local: bool = False
    jobs: int = 1
    """How many documents are read at once."""
    scheduler: str | None = None
    """The address of a dask scheduler whose workers read the documents."""


def extract(inputs: Sequence[str], wishes: Wishes, extracted: Extracted = in_order, today: date | None = None) -> bool:
    """Drafts of what files and addresses say, on standard output or in a folder; notes on standard error.

    Documents of one VVG become one draft with sources S1, S2 …. Returns whether every document could be read and
    every draft be written; each that could not has a line of its own, and the others go on.
    """
    given = contents(inputs, wishes.cache, wishes.allow_local)
    if wishes.scheduler is None:
        return _drafts(extracted(given, wishes.jobs), wishes, today)
    # Imported here: most have no such workers, and requirements-cluster.txt is not installed.
    from loaders.documents.scheduler import Workers

    with Workers(wishes.scheduler) as workers:
        return _drafts(workers.in_order(given), wishes, today)


def _drafts(inputs: Iterable[tuple[str, Extraction | Unreadable]], wishes: Wishes, today: date | None) -> bool:
    groups: dict[str, list[Extraction]] = {}
    is_whole = True
    for given, found in inputs:
        if isinstance(found, Unreadable):
            click.echo(f"{given}: {found}", err=True)
            is_whole = False
        else:
            groups.setdefault(slug(found.findings) or _name(given, groups), []).append(found)
    for number, (name, read) in enumerate(groups.items()):
        is_whole &= _told(name, read, wishes, today or date.today(), is_first=number == 0)
    return is_whole


def _name(given: str, taken: Container[str]) -> str:
    """A name for the file of a draft whose VVG is not known: that of its document, and none that is taken."""
    words = re.findall(r"[a-z0-9]+", Path(given.rstrip("/")).stem.lower())
    name = "-".join(["draft", *words])[:80]
    return next(one for one in chain([name], (f"{name}-{number}" for number in count(2))) if one not in taken)


def _told(name: str, read: list[Extraction], wishes: Wishes, today: date, is_first: bool) -> bool:
    """Writes, prints or compares one draft; whether it could."""
    draft = drafted([(one.document, one.findings) for one in read], today)
    unread = {f"S{number}": one.unread for number, one in enumerate(read, 1)}
    text = draft_yaml.text(draft, unread)
    is_written = True
    if wishes.to:
        is_written = _written(wishes.to / f"{name}.yaml", text, wishes.force)
    if wishes.against:
        is_written &= _compared(draft, wishes.against, name)
    elif not wishes.to:
        click.echo(text if is_first else f"---\n{text}", nl=False)
    counts = Counter(finding.field for finding in draft.proofs.values())
    found = ", ".join(f"{count} {field}" for field, count in sorted(counts.items())) or "nothing found"
    left = f"{len(draft.left_out)} not written; {sum(map(len, unread.values()))} sentences not understood"
    click.echo(f"{name}: {len(read)} document{'s' if len(read) > 1 else ''}: {found}; {left}", err=True)
    for problem in problems(text, name):
        click.echo(f"  {problem}", err=True)
    return is_written


def _written(file: Path, text: str, force: bool) -> bool:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w" if force else "x", encoding="utf-8") as draft:
            draft.write(text)
    except FileExistsError:
        click.echo(f"{file}: is there already; --force writes over it", err=True)
        return False
    except OSError as error:
        click.echo(f"{file}: {error.strerror}", err=True)
        return False
    click.echo(f"{file}")
    return True


def _compared(draft: Draft, data: Path, name: str) -> bool:
    """Prints the draft against the record of its VVG; whether that record could be read."""
    file = data / "vvg" / f"{name}.yaml"
    if not file.exists():
        click.echo(f"{file}: no such record yet, so everything is new", err=True)
        return True
    try:
        tree, lines = read_yaml(file, str(file))
        validated(records.VvgRecord, tree, lines, str(file))
    except BuildRefused as refused:
        click.echo(str(refused), err=True)
        return False
    record = Record(tree, lines, str(file))
    for line in printed(compared(draft, record), draft, record):
        click.echo(line)
    return True


def problems(text: str, name: str) -> Iterator[Problem]:
    """What a person still has to mend in a draft before the build takes it: as the project's own reader says it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        try:
            tree, lines = read_yaml(file, file.name)
            form = validated(records.VvgRecord, tree, lines, file.name)
        except BuildRefused as refused:
            yield from refused.problems
            return
    rows = VvgRows(form, lines, file.name, read_known().vocabularies)
    for _ in rows.all(name):
        continue
    yield from rows.problems
