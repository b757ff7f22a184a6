"""The vocabularies of `data/vocabularies/`: the codes of the field and every wording that means them."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from loaders.forms import validated
from loaders.normalise.wordings import contains_wording, folded, nearest, stems
from loaders.problems import BuildRefused, Problem
from loaders.yaml_lines import read

NAMED = {"lt", "en", "parent", "description_lt", "description_en", "wordings"}
"""Fields with a column of their own; the others become properties."""


class Term(BaseModel):
    """One code: its names, its meaning and the wordings that mean it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lt: str
    en: str
    parent: str | None = None
    description_lt: str | None = None
    description_en: str | None = None
    wordings: list[str] = []
    not_wordings: list[str] = Field([], description="Where one of these stands too, the code is not meant.")
    order: int | None = Field(None, description="Which of several matching codes is the main one: lowest first.")
    colour: str | None = Field(None, pattern=r"^#[0-9A-F]{6}$")
    rank: int | None = None
    mark: str | None = None
    sign: str | None = None
    unit: str | None = None
    unit_lt: str | None = None
    unit_en: str | None = None
    comparable: bool | None = None
    part_of: str | None = None
    esf_category: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    earliest_year: int | None = None
    latest_year: int | None = None


class Vocabularies:
    """All schemes, with what codes and phrases mean.

    `schemes[scheme][code]` is the Term. Made by `read_vocabularies`.
    """

    def __init__(self, schemes: dict[str, dict[str, Term]]):
        self.schemes = schemes
        self._first_stems: dict[str, dict[str, set[int]]] = {}

    def code(self, scheme: str, wording: str) -> str:
        """The code that a whole value means: the code itself or one of its wordings.

        Raises KeyError with advice where no term of the scheme has that wording.
        """
        found = self._values[scheme].get(folded(wording))
        if found is None:
            codes = list(self.schemes[scheme])
            meant = nearest(wording, codes, limit=3)
            advice = f"did you mean {', '.join(meant)}?" if meant else f"it has {', '.join(codes[:12])}"
            raise KeyError(f"use a code or wording of data/vocabularies/{scheme}.yaml, or add it there: {advice}")
        return found

    def codes(self, scheme: str, phrase: str) -> list[str]:
        """Every code of which a wording stands in the phrase, the main one first; empty where none does."""
        terms, begins = self.schemes[scheme], self._begins(scheme)
        likely = {place for stem in stems(phrase) for place in begins.get(stem, ())}
        found = [
            code
            for place, (code, term) in enumerate(terms.items())
            if place in likely
            and any(contains_wording(phrase, wording) for wording in term.wordings)
            and not any(contains_wording(phrase, wording) for wording in term.not_wordings)
        ]
        return sorted(found, key=lambda code: terms[code].order if terms[code].order is not None else 1000)

    def rows(self) -> Iterator[tuple[str, dict[str, object]]]:
        """Rows of the table vocabulary."""
        for scheme, terms in self.schemes.items():
            for position, (code, term) in enumerate(terms.items()):
                others = term.model_dump(exclude=NAMED, exclude_none=True, exclude_defaults=True)
                yield (
                    "vocabulary",
                    {
                        "scheme": scheme,
                        "code": code,
                        "parent": term.parent,
                        "position": position,
                        "lt": term.lt,
                        "en": term.en,
                        "description_lt": term.description_lt,
                        "description_en": term.description_en,
                        "wordings": "\n".join(term.wordings) or None,
                        "properties": json.dumps(others, ensure_ascii=False, sort_keys=True) if others else None,
                    },
                )

    @cached_property
    def _values(self) -> dict[str, dict[str, str]]:
        return {
            scheme: {folded(value): code for code, term in terms.items() for value in (code, term.lt, *term.wordings)}
            for scheme, terms in self.schemes.items()
        }

    def _begins(self, scheme: str) -> dict[str, set[int]]:
        """By stem: the places of the codes of which a wording begins with it; no other code can stand in a phrase."""
        if scheme not in self._first_stems:
            begins = self._first_stems[scheme] = defaultdict(set)
            for place, term in enumerate(self.schemes[scheme].values()):
                for first in (stems(wording)[:1] for wording in term.wordings):
                    for stem in first:
                        begins[stem].add(place)
        return self._first_stems[scheme]


def read_vocabularies(data: Path) -> Vocabularies:
    """All vocabularies of `data`. Raises BuildRefused naming every unreadable file, key or parent."""
    problems: list[Problem] = []
    schemes: dict[str, dict[str, Term]] = {}
    for file in sorted((data / "vocabularies").glob("*.yaml")):
        name = f"{data.name}/vocabularies/{file.name}"
        try:
            tree, lines = read(file, name)
            if not isinstance(tree, dict):
                raise BuildRefused([Problem(name, 1, "not a list of codes", "write `code: {lt: …, en: …}`")])
            terms: dict[str, Term] = {}
            for code, entry in tree.items():
                terms[code] = validated(Term, entry, lines.below(code), name)
            for code, term in terms.items():
                for field in ("parent", "part_of"):
                    other = getattr(term, field)
                    if other is not None and other not in terms:
                        what = f"the {field} '{other}' of '{code}' is no code of this file"
                        problems.append(Problem(name, lines[code,], what, "use a code of this file"))
            schemes[file.stem] = terms
        except BuildRefused as refused:
            problems += refused.problems
    if problems:
        raise BuildRefused(problems)
    return Vocabularies(schemes)
