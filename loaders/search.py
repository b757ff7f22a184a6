"""What the search looks through: each fact with its words, their stems and those of the groups it means."""

from collections import defaultdict
from collections.abc import Iterator

from loaders.fact_rows import Row
from loaders.normalise.wordings import stems
from loaders.vocabularies import Vocabularies

KINDS = {
    "vvgs": ("vvg", "vvg", "name", ("name", "city", "municipality")),
    "strategies": ("strategy", "strategy", "title", ("title",)),
    "strategy_items": ("item", "item", "title", ("title", "same_as")),
    "target_groups": ("target_group", "target_group", "phrase", ("phrase",)),
    "projects": ("project", "project", "title", ("title", "applicant", "partners", "code")),
    "calls": ("call", "call", "title", ("title", "number", "activity_code", "note")),
    "indicators": ("indicator", "indicator", "name", ("name",)),
    "events": ("event", "event", "what", ("what",)),
}
"""Table: the kind of entry, its key, the column shown and the columns searched, that one first."""


def search_rows(
    tables: dict[str, list[dict[str, object]]], vocabularies: Vocabularies, known: int = 0
) -> Iterator[Row]:
    """A row of search_entries for every fact that has words, numbered from the one after `known`."""
    number = known
    groups: dict[object, list[str]] = defaultdict(list)
    for row in tables["target_group_terms"]:
        term = vocabularies.schemes["target_groups"][str(row["term"])]
        groups[row["target_group"]] += [term.lt, term.en, *term.wordings]
    vvg_of = {row["strategy"]: row["vvg"] for row in tables["strategies"]}
    for table, (kind, key, shown, columns) in KINDS.items():
        for row in tables[table]:
            if not row.get(shown):
                continue
            words = [str(row[column]) for column in columns if row.get(column)]
            strategy = row.get("strategy")
            number += 1
            title = stems(words[0])
            yield (
                "search_entries",
                {
                    "number": number,
                    "entry": row[key],
                    "kind": kind,
                    "vvg": row.get("vvg") or vvg_of.get(strategy),
                    "strategy": strategy,
                    "title": row[shown],
                    "text": " · ".join(words),
                    "stems": f" {' '.join((*title, *stems(' '.join(words[1:] + groups[row[key]]))))} ",
                    "title_words": len(title),
                    "source": row.get("source"),
                },
            )
