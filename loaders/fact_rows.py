"""What every record has in common: sources, keys, proofs, answers to checks, words of the vocabularies."""

from collections import Counter
from collections.abc import Iterator

from loaders import records
from loaders.problems import Problem
from loaders.vocabularies import Vocabularies
from loaders.yaml_lines import Lines, Path

Row = tuple[str, dict[str, object]]
"""The name of a table and the columns of one of its rows."""


class FactRows:
    """What the records of VVGs and the national one have in common: sources, proofs, answers, words."""

    def __init__(self, owner: str, lines: Lines, file: str, vocabularies: Vocabularies, sources: set[str]):
        self.owner, self.lines, self.file = owner, lines, file
        self.vocabularies, self.source_ids = vocabularies, sources
        self.problems: list[Problem] = []
        self._numbers: Counter[tuple[str, str]] = Counter()

    def problem(self, place: Path, what: str, mend: str) -> None:
        """Notes what is wrong at a place of the file."""
        self.problems.append(Problem(self.file, self.lines[place], what, mend))

    def key(self, owner: str, kind: str) -> str:
        """The next key of a kind: `pakruojis/2014-2020/funding-3`."""
        self._numbers[owner, kind] += 1
        return f"{owner}/{kind}-{self._numbers[owner, kind]}"

    def word(self, scheme: str, wording: str, place: Path) -> str:
        """The code that a wording means; an unknown one is a problem and stands for itself."""
        try:
            return self.vocabularies.code(scheme, wording)
        except KeyError as unknown:
            self.problem(place, f"no term of {scheme} has the wording '{wording}'", str(unknown.args[0]))
            return wording

    def source(self, identity: str, place: Path) -> str:
        """The key of a source of this file."""
        if identity not in self.source_ids:
            self.problem(place, f"the source '{identity}' is not among the sources", "add it under 'sources:'")
        return f"{self.owner}/{identity}"

    def sources(self, sources: dict[str, records.Source]) -> Iterator[Row]:
        """Rows of the sources themselves."""
        for identity, source in sources.items():
            place = ("sources", identity)
            kind = self.word("source_kinds", source.kind, (*place, "kind"))
            term = self.vocabularies.schemes["source_kinds"].get(kind)
            row = {
                "source": f"{self.owner}/{identity}",
                "title": source.title,
                "publisher": source.publisher,
                "kind": kind,
                "rank": term.rank if term else 99,
                "url": source.url,
                "published": source.published and source.published.text,
                "read_on": source.read and source.read.text,
                "note": source.note,
                "file": self.file,
                "line": self.lines[place],
            }
            yield "sources", row

    def common(self, fact: records.Fact, place: Path) -> dict[str, object]:
        """The columns that every fact has."""
        return {
            "as_written": fact.as_written,
            "note": fact.note,
            "source": self.source(fact.src, (*place, "src")),
            "line": self.lines[place],
        }

    def beside(self, fact: records.Fact, key: str, place: Path) -> Iterator[Row]:
        """Further proofs of a fact, and its answers to checks."""
        for position, proof in enumerate(fact.also):
            source = self.source(proof.src, (*place, "also", position, "src"))
            row = {"fact": key, "position": position, "as_written": proof.as_written, "note": proof.note}
            yield "proofs", row | {"source": source}
        yield from self.answers(fact.answers, key, place)

    def answers(self, answers: dict[str, str], key: str, place: Path) -> Iterator[Row]:
        """Answers to checks."""
        for check, reason in answers.items():
            line = self.lines[(*place, "answers", check)]
            yield (
                "answers",
                {"subject": key, "check": check, "reason": reason, "file": self.file, "line": line},
            )

    def events(self, events: list[records.Event], vvg: str | None, strategy: str | None, at: Path) -> Iterator[Row]:
        """Rows of events: of a strategy, of a VVG itself, or of the whole country."""
        for number, event in enumerate(events):
            place = (*at, number)
            key = self.key(strategy or vvg or self.owner, "event")
            row = {
                "event": key,
                "vvg": vvg,
                "strategy": strategy,
                "date": event.date.text,
                "first_day": event.date.first,
                "last_day": event.date.last,
                "what": event.what,
                "is_inferred": event.inferred,
            }
            yield "events", row | self.common(event, place)
            yield from self.beside(event, key, place)

    def must_prove(self, fact: records.Fact, is_proven: bool, value: object, place: Path) -> None:
        """Notes a figure that its quotation does not hold."""
        if fact.as_written is not None and not is_proven:
            what = f"{value} does not stand in its as_written «{fact.as_written}»"
            self.problem(place, what, "correct the figure, or quote the words that hold it")


def quotations(fact: records.Fact) -> list[str]:
    """All words quoted for a fact."""
    return [words for words in (fact.as_written, *(proof.as_written for proof in fact.also)) if words]
