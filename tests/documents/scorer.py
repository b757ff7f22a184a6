"""Precision and recall of the drafts made from documents: `python -m tests.documents.scorer [-v] [FILE…]`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from math import prod
from pathlib import Path

import click
import yaml

from loaders.vocabularies import read_vocabularies
from tests.documents.facts import Fact, facts
from tests.documents.likeness import Values
from tests.documents.matching import (
    ATTRIBUTES,
    DATES,
    OWNED,
    STATED_ALONE,
    Pairs,
    may_lack,
    paired,
    same_owner,
    states,
)

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RECEIVED = ROOT.parent / "shared" / "seeds"
SUFFIXES = (".html", ".txt", ".pdf", ".docx", ".odt")
PARTS = ("open", "held", "seeds")
MOST_TRIALS = 256
"""Combinations of alternatives that are all tried; of more, one set of alternatives after the other."""


@dataclass(slots=True)
class Score:
    """Counts by line of the table, and every miss and error in words."""

    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Adds the counts of another document."""
        for mine, theirs in ((self.right, other.right), (self.wanted, other.wanted), (self.given, other.given)):
            mine.update(theirs)
        self.remarks += other.remarks

    def precision(self, line: str | None = None) -> float:
        """Share of what a draft says that is right; of all lines but amounts and dates where none is named."""
        return _share(self.right, self.given, line)

    def recall(self, line: str | None = None) -> float:
        """Share of what the documents say that a draft holds."""
        return _share(self.right, self.wanted, line)

    @property
    def lines(self) -> list[str]:
        """Lines of the table, without `amounts` and `dates`, which count some of their facts again."""
        return sorted((self.wanted | self.given).keys() - {"amounts", "dates"})


def _share(part: Counter[str], whole: Counter[str], line: str | None) -> float:
    lines = [line] if line else [name for name in whole if name not in ("amounts", "dates")]
    total = sum(whole[name] for name in lines)
    return sum(part[name] for name in lines) / total if total else 1.0


def score(record: dict, truth: dict, values: Values, name: str = "") -> Score:
    """Compares a draft record with the truth of its document; of alternative lists the best fitting counts."""
    picks: dict[str, int] = {}
    _chosen(truth, picks)
    widths = {path: range(_width(truth, path)) for path in picks}
    is_small = prod(map(len, widths.values())) <= MOST_TRIALS
    for changing in [list(widths)] if is_small else [[path] for path in widths]:
        trials = [dict(zip(changing, places, strict=True)) for places in product(*(widths[path] for path in changing))]
        picks |= max(trials, key=lambda trial: _fit(_score(record, _chosen(truth, picks | trial), values, name)))
    return _score(record, _chosen(truth, picks), values, name)


def _fit(found: Score) -> int:
    return 2 * found.right.total() - found.wanted.total() - found.given.total()


def _chosen(tree: object, picks: dict[str, int], path: str = "") -> object:
    """The truth with one of each set of alternative entries; `picks` learns where they stand."""
    if isinstance(tree, dict):
        return {key: _chosen(value, picks, f"{path}/{key}") for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    entries: list[object] = []
    for place, entry in enumerate(tree):
        if isinstance(entry, dict) and set(entry) == {"any_of"}:
            here = f"{path}/{place}"
            option = entry["any_of"][picks.setdefault(here, 0)]
            entries += _chosen(option if isinstance(option, list) else [option], picks, here)
        else:
            entries.append(_chosen(entry, picks, f"{path}/{place}"))
    return entries


def _width(truth: dict, path: str) -> int:
    node: object = truth
    for step in path.strip("/").split("/"):
        node = node[int(step)] if isinstance(node, list) else node[step]  # type: ignore[index]
    return len(node["any_of"])  # type: ignore[index]


def _score(record: dict, truth: dict, values: Values, name: str) -> Score:
    pairs = paired(facts(truth), facts(record), values)
    found = Score()

    def count(line: str, right: bool, wanted: bool, given: bool, remark: str = "") -> None:
        found.right[line] += right
        found.wanted[line] += wanted
        found.given[line] += given
        if remark and not right:
            kind = "differs" if wanted and given else "missed" if wanted else "wrong"
            found.remarks.append(f"{name}: {kind}: {line}: {remark}")

    for one, other in pairs.matched:
        if one.optional:
            continue
        if one.field not in STATED_ALONE:
            count(_line(one), True, True, True)
        for line, right, wanted, given, remark in _attributes(one, other, values, pairs):
            count(line, right, wanted, given, remark)
    for fact in pairs.missed:
        if fact.field not in STATED_ALONE:
            count(_line(fact), False, True, False, str(fact))
        for key in _stated(fact):
            count(_line(fact, key), False, True, False, f"{key} of {fact}" if fact.field in STATED_ALONE else "")
    for fact in pairs.spurious:
        if fact.field not in STATED_ALONE:
            count(_line(fact), False, False, True, str(fact))
        for key in ATTRIBUTES[fact.field][0]:
            if states(fact, key):
                count(_line(fact, key), False, False, True, f"{key} of {fact}" if fact.field in STATED_ALONE else "")
    for line, right, remark in _amounts_and_dates(pairs, values):
        count(line, right, False, True, remark)
    return found


def _line(fact: Fact, key: str | None = None) -> str:
    if fact.field in STATED_ALONE:
        return f"{fact.field} {key}"
    named = {None: "", "scope": " scope"}
    return fact.field.replace("_", " ") + named.get(key, " owner" if key == "owner" else " words")


def _stated(fact: Fact) -> list[str]:
    """Values of the truth that count."""
    keys = [key for group in ATTRIBUTES[fact.field] for key in group if states(fact, key)]
    return [key for key in keys if not may_lack(fact, key)]


def _attributes(truth: Fact, draft: Fact, values: Values, pairs: Pairs) -> Iterator[tuple[str, bool, bool, bool, str]]:
    """Line, right, wanted, given and remark of every value of a matched pair that counts."""
    counted, only_if_stated = ATTRIBUTES[truth.field]
    for key in counted + only_if_stated:
        has, said = states(truth, key), states(draft, key)
        if not (has or said) or (key in only_if_stated and not has):
            continue
        right = values.same(key, truth.values.get(key), draft.values.get(key)) if said else False
        if not said and may_lack(truth, key):
            continue
        remark = f"{key}: {draft.values.get(key)!r} for {truth.values.get(key)!r} in {truth}"
        yield _line(truth, key), right, has, said, remark
    if truth.field in OWNED | {"item"} and (truth.owner or draft.owner):
        remark = f"{draft.owner} for {truth.owner}: {truth}"
        line = "item parent" if truth.field == "item" else _line(truth, "owner")
        yield line, same_owner(truth, draft, pairs), truth.owner is not None, draft.owner is not None, remark


def _amounts_and_dates(pairs: Pairs, values: Values) -> Iterator[tuple[str, bool, str]]:
    """Every sum and date of the draft, and whether the document says it of that very thing."""
    together = [*pairs.matched, *((None, fact) for fact in pairs.spurious)]
    for truth, draft in together:
        if draft.field == "funding":
            right = truth is not None and values.same("scope", truth.values["scope"], draft.values["scope"])
            yield "amounts", right, str(draft)
        for key in sorted(DATES & draft.values.keys()):
            of_page = draft.field == "source" and (truth is None or key not in truth.values)
            if draft.values[key] is None or of_page or (truth and truth.optional and key not in truth.values):
                continue
            right = truth is not None and values.same(key, truth.values.get(key), draft.values[key])
            yield "dates", right, f"{key} of {draft}"


def documents(*parts: str) -> list[tuple[Path, Path]]:
    """Each document of the parts with its truth; those of `seeds` lie outside the project and may be absent."""
    found: list[tuple[Path, Path]] = []
    for part in parts:
        for truth in sorted((HERE / part).glob("*.yaml")):
            folder = RECEIVED if part == "seeds" else truth.parent
            found += [(path, truth) for suffix in SUFFIXES if (path := folder / f"{truth.stem}{suffix}").is_file()]
    return found


def draft_of(document: Path) -> dict:
    """The draft record that the project makes of a document."""
    from loaders.documents.draft import record
    from loaders.documents.find import find
    from loaders.documents.reading import read

    read_document = read(document.read_bytes(), document.name)
    return record(read_document, find(read_document))


def score_of(pairs: Iterable[tuple[Path, Path]]) -> Score:
    """The score of all documents together."""
    values = Values(read_vocabularies(ROOT / "data"))
    total = Score()
    for document, truth in pairs:
        total.add(score(draft_of(document), yaml.safe_load(truth.read_text(encoding="utf-8")), values, document.name))
    return total


def table(total: Score) -> str:
    """The score as lines of text."""
    lines = [f"{'':24}{'right':>6}{'draft':>7}{'truth':>7}{'precision':>11}{'recall':>8}"]
    for line in [*total.lines, None, "amounts", "dates"]:
        names = [line] if line else total.lines
        right, given, wanted = (
            sum(counts[name] for name in names) for counts in (total.right, total.given, total.wanted)
        )
        recall = "" if line in ("amounts", "dates") else f"{total.recall(line):8.3f}"
        lines.append(f"{line or 'all':24}{right:6}{given:7}{wanted:7}{total.precision(line):11.3f}{recall}")
    return "\n".join(lines)


@click.command(help=__doc__)
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("-v", "--verbose", is_flag=True, help="List every miss and error.")
def main(files: tuple[Path, ...], verbose: bool) -> None:
    """Prints a table for the files, or one for each part of the documents."""
    groups: dict[str, list[tuple[Path, Path]]] = defaultdict(list)
    known = {path.resolve(): (path, truth) for path, truth in documents(*PARTS)} if files else {}
    for file in files:
        document = file.resolve()
        groups["files"].append(known.get(document) or (document, document.with_suffix(".yaml")))
    for part in () if files else PARTS:
        groups[part] = documents(part)
    for part, pairs in groups.items():
        if pairs:
            total = score_of(pairs)
            click.echo(f"{part}: {len(pairs)} documents\n{table(total)}\n")
            if verbose:
                click.echo("\n".join(total.remarks) + "\n")


if __name__ == "__main__":
    main()
