"""What is wrong with a draft, each problem with a code that a page can say in words and the finding it concerns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.problems import Problem
from loaders.yaml_lines import Lines, Path

_CODES = (
    (r"its words do not stand in the document", "words_not_there"),
    (r"its words do not hold the figure|does not stand in its as_written", "figure_not_in_words"),
    (r"belongs to is not known", "no_owner"),
    (r"the form has no place for it", "no_place"),
    (r"is missing$", "missing"),
    (r"no concept has a wording", "no_concept"),
    (r"no term of .* has the wording", "unknown_word"),
    (r"a quotation has at most", "too_many_words"),
    (r"no municipality is called", "unknown_municipality"),
    (r"no place is called", "unknown_place"),
)
"""What the form and the tables say, and its code; anything else is `not_in_form`."""

CODES = frozenset({code for _, code in _CODES} | {"not_in_form", "refused_row"})
"""Every code but those of database/checks, which are their names."""

_FIELD = re.compile(r"^'(\w+)' is missing$|^(?:[\w.]*\.)?([a-z_]+)(?:\.\d+)?: ")


@dataclass(frozen=True, slots=True)
class Concern:
    """One problem: its code, the number of the finding it concerns, the key of the form, and the words of the form.

    `finding` is None where it concerns the record as a whole.
    """

    code: str
    finding: int | None
    key: str | None
    detail: str


def code_of(what: str) -> str:
    """The code of what the form or a table says.

    >>> code_of("'city' is missing"), code_of("amount_eur: Input should be greater than 0")
    ('missing', 'not_in_form')
    """
    return next((code for pattern, code in _CODES if re.search(pattern, what)), "not_in_form")


def key_of(what: str) -> str | None:
    """The key of the form that is named.

    >>> key_of("'city' is missing"), key_of("strategies.0.funding.1.amount_eur: too small"), key_of("no")
    ('city', 'amount_eur', None)
    """
    found = _FIELD.match(what)
    return (found[1] or found[2]) if found else None


def concerns(problems: Iterable[Problem], lines: Lines, behind: dict[Path, int]) -> list[Concern]:
    """The problems of the lines of a draft; `behind` is the number of the finding at each place that has one."""
    ends = dict.fromkeys(behind, 0)
    for place, line in lines.items():
        for length in range(1, len(place) + 1):
            if (part := place[:length]) in ends:
                ends[part] = max(ends[part], line)
    found = []
    for problem in problems:
        holding = [path for path, end in ends.items() if lines[path] <= problem.line <= end]
        told = behind[max(holding, key=lambda path: (lines[path], len(path)))] if holding else None
        found.append(Concern(code_of(problem.what), told, key_of(problem.what), problem.what))
    return found
