"""Which facts have the words of a question, and how well: asked of the index of words (search_terms, search_postings).

The index lies in the order of the words, so that only the places of those that are asked for are read, never the texts.
"""

from collections.abc import Sequence
from functools import cached_property

from database.choice import Parameters, marks
from database.door import Database, answer

Wording = tuple[str, ...]
Span = tuple[int, int]
"""The first and the last number of the stems that begin with the same letters."""

SHORTEST_BEGINNING = 3
"""Letters from which the beginning of a word finds the word."""

OTHER_WORDING, IN_TITLE, AS_A_WHOLE, NAME = 0.6, 1.5, 2.0, 1.5
"""What another wording of the same group, the title, the words side by side and the name of a VVG weigh."""

LAST_LETTER = "\U0010ffff"


class Postings:
    """Where the words of one question stand.

    In: for each unit its wordings, the reader's own first; and, of more than one unit, the VVGs whose city its words
    name: where all units are asked for, their facts have that unit without the words.
    """

    def __init__(
        self, database: Database, units: Sequence[tuple[Wording, ...]], here: Sequence[list[object]] | None = None
    ):
        self.database, self.units, self.here = database, units, here or [[] for _unit in units]
        self._spans = self._found_spans([stem for unit in units for wording in unit for stem in wording])

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many facts there are (`everything`), have each unit (`unit_0` …), all of them, and `any_of_them`."""
        units = ", ".join(f"count(*) filter (where unit_{at} > 0) as unit_{at}" for at in range(len(self.units)))
        marked, values = self._marks()
        row = answer(
            self.database,
            f"""
            with marks as ({marked})
            select (select count(*) from search_entries) as everything, {units},
                count(*) filter (where {self._asked(is_loose=False)}) as all_of_them,
                count(*) filter (where {self._asked(is_loose=True)}) as any_of_them
            from marks
            """,
            values,
        ).iloc[0]
        return {str(name): int(number) for name, number in row.items()}

    def count(self, is_loose: bool, phrases: Sequence[Wording]) -> int:
        """How many facts have all units, or any, and all of the phrases word by word."""
        ranked, values = self.ranked([0.0] * len(self.units), is_loose, phrases)
        return int(answer(self.database, f"select count(*) as n from ({ranked}) as r", values)["n"].iloc[0])

    def ranked(self, weights: Sequence[float], is_loose: bool, phrases: Sequence[Wording]) -> tuple[str, Parameters]:
        """The facts that have all units, or any, and all of the phrases, each with its score: as SQL with its values.

        In: what each unit weighs. Out: columns entry (its number) and score.
        """
        marked, values = self._marks()
        parameters: list[object] = [*values]
        tables, joins = [f"marks as ({marked})"], []
        for at, phrase in enumerate(phrases):
            sql, more = self._side_by_side(phrase)
            tables.append(f"phrase_{at} as ({sql})")
            joins.append(f"inner join phrase_{at} on phrase_{at}.entry = m.entry")
            parameters += more
        times = ""
        own = tuple(stem for unit in self.units for stem in unit[0])
        if len(self.units) + len(self.units[0][0]) > 2:
            sql, more = self._side_by_side(own)
            tables.append(f"whole as ({sql})")
            joins.append("left join whole as w on w.entry = m.entry")
            times = f"* case when w.entry is not null then {_double(AS_A_WHOLE)} else 1e0 end"
            parameters += more
        score = " + ".join(f"coalesce(m.unit_{at}, 0e0) * ?" for at in range(len(self.units)))
        # Of equal facts the shorter says it more plainly, and the VVG itself stands before what it does.
        sql = f"""
            with {", ".join(tables)}
            select m.entry, ({score}) {times} * case when m.standing = 2 then {_double(NAME)} else 1e0 end
                / (1e0 + m.letters / 1000e0) as score
            from marks as m {" ".join(joins)}
            where {self._asked(is_loose)}
        """
        return sql, [*parameters, *weights]

    def _asked(self, is_loose: bool) -> str:
        """The condition on the marks of a fact of a VVG: any unit, or all, be it by the name of the city."""
        each = [f"unit_{at} > 0" if is_loose else f"unit_{at} is not null" for at in range(len(self.units))]
        return f"standing > 0 and ({(' or ' if is_loose else ' and ').join(each)})"

    def _marks(self) -> tuple[str, Parameters]:
        """How well each fact has each unit: 1 or more in the reader's own words, 0 by the city alone, else missing."""
        stems = sorted({stem for wordings in self._known for wording in wordings for stem in wording})
        spans = [self._spans[stem] for stem in stems]
        values = [number for span in spans for number in span]
        any_span = " or ".join(["term between ? and ?"] * len(spans)) or "false"
        rows = f"select term, entry, letters, standing, in_title from search_postings where {any_span}"
        columns = ["entry", "max(letters) as letters", "max(standing) as standing"]
        # 2: in the title, 1: elsewhere.
        columns += [
            f"max(case when term between ? and ? then 1 + in_title end) as stem_{at}" for at in range(len(stems))
        ]
        parameters: list[object] = [*values, *values]
        for at, vvgs in enumerate(self.here):
            if vvgs:
                rows += (
                    f" union all select {-1 - at}, number, cast(length(title) as integer),"
                    " case when kind = 'vvg' then 2 else 1 end, 0"
                    f" from search_entries where vvg in ({marks(vvgs)})"
                )
                columns.append(f"max(case when term = {-1 - at} then 1 end) as here_{at}")
                parameters += vvgs
        units = ", ".join(f"{self._unit(at, stems)} as unit_{at}" for at in range(len(self.units)))
        sql = (
            f"select entry, letters, standing, {units}"
            f" from (select {', '.join(columns)} from ({rows}) as places group by entry) as stems_of"
        )
        return sql, parameters

    @cached_property
    def _known(self) -> list[list[Wording]]:
        """The wordings of each unit of which every stem stands somewhere."""
        return [[wording for wording in unit if all(map(self._spans.get, wording))] for unit in self.units]

    def _unit(self, at: int, stems: list[str]) -> str:
        """What a fact has of a unit, as SQL: the best of its wordings counts."""
        whens = []
        for weight, is_own in ((1.0, True), (OTHER_WORDING, False)):
            wordings = [
                [f"stem_{stems.index(stem)}" for stem in dict.fromkeys(wording)]
                for wording in self._known[at]
                if (wording == self.units[at][0]) == is_own
            ]
            for least, times in ((2, IN_TITLE), (1, 1.0)):
                found = " or ".join(
                    f"({' and '.join(f'{stem} >= {least}' for stem in wording)})" for wording in wordings
                )
                if found:
                    whens.append(f"when {found} then {_double(weight * times)}")
        if self.here[at]:
            whens.append(f"when here_{at} = 1 then 0e0")
        return f"case {' '.join(whens)} end" if whens else "cast(null as double)"

    def _side_by_side(self, words: Wording) -> tuple[str, list[object]]:
        """The facts in which the words stand one after another; of the last one the beginning is enough."""
        is_beginning = len(" ".join(words)) >= SHORTEST_BEGINNING
        asked = [*(f"{word} " for word in words[:-1]), words[-1] if is_beginning else f"{words[-1]} "]
        spans = self._found_spans(asked)
        if len(spans) < len(set(asked)):
            return "select entry from search_postings where false", []
        tables = "search_postings as p0"
        for at in range(1, len(asked)):
            tables += (
                f" inner join search_postings as p{at} on p{at}.entry = p0.entry and p{at}.place = p0.place + {at}"
            )
        conditions = " and ".join(f"p{at}.term between ? and ?" for at in range(len(asked)))
        values = [number for word in asked for number in spans[word]]
        return f"select distinct p0.entry as entry from {tables} where {conditions}", values

    def _found_spans(self, asked: Sequence[str]) -> dict[str, Span]:
        """Of words and beginnings that stand anywhere, the numbers. A word ends in a space, as do very short ones."""
        words = list(dict.fromkeys(asked))
        parts, values = [], []
        for at, word in enumerate(words):
            is_beginning = not word.endswith(" ") and len(word) >= SHORTEST_BEGINNING
            condition = "term >= ? and term < ?" if is_beginning else "term = ?"
            values += [word, word + LAST_LETTER] if is_beginning else [word.strip()]
            parts.append(
                f"select {at} as word, min(number) as low, max(number) as high from search_terms where {condition}"
            )
        found = answer(self.database, " union all ".join(parts), values).dropna()
        return {words[int(row.word)]: (int(row.low), int(row.high)) for row in found.itertuples()}


def _double(number: float) -> str:
    """A number that SQL reads as such, and not as a decimal."""
    return f"{number!r}e0"
