"""What came of the sources: a table to read, JSON or CSV to keep."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator

from database.formulas import harmless
from loaders.verify.checking import OUTCOMES, Checked

COLUMNS = ("vvg", "source", "outcome", "confirmed", "quotations", "reason", "url", "final_url", "file", "line")


def table(results: list[Checked]) -> Iterator[str]:
    """A line a source, those that need a person first, and below it every quotation that was not found."""
    width = max((len(_name(one)) for one in results), default=0)
    for one in sorted(results, key=lambda one: (OUTCOMES.index(one.outcome), one.cited.vvg, one.cited.source)):
        told = f"{one.confirmed}/{len(one.cited.quotations)}"
        reason = f"  {printable(one.reason)}" if one.reason else ""
        yield f"{one.outcome:<13}  {_name(one):<{width}}  {told:>5}{reason}  {one.cited.url or ''}".rstrip()
        for quoted in one.lost:
            yield f"               {one.cited.file}:{quoted.line}: „{printable(quoted.words)}“"
    counts = Counter(one.outcome for one in results)
    yield f"{len(results)} sources: " + (
        ", ".join(f"{counts[name]} {name}" for name in OUTCOMES if counts[name]) or "-"
    )


def as_json(results: list[Checked]) -> str:
    """The results as JSON: a list of objects, each with the quotations that were not found."""
    rows = [
        _row(one) | {"lost": [{"as_written": quoted.words, "line": quoted.line} for quoted in one.lost]}
        for one in results
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_csv(results: list[Checked]) -> str:
    """The results as CSV: a row a source, with the quotations that were not found joined by " | "."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [*COLUMNS, "lost"], lineterminator="\n")
    writer.writeheader()
    for one in results:
        row = _row(one) | {"lost": " | ".join(quoted.words for quoted in one.lost)}
        writer.writerow({key: harmless(value) if isinstance(value, str) else value for key, value in row.items()})
    return text.getvalue()


def printable(words: str) -> str:
    """Words as one line that no terminal takes for a command."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def _name(one: Checked) -> str:
    return f"{one.cited.vvg}/{one.cited.source}"


def _row(one: Checked) -> dict[str, object]:
    told = {"vvg": one.cited.vvg, "source": one.cited.source, "outcome": one.outcome, "confirmed": one.confirmed}
    told |= {"quotations": len(one.cited.quotations), "reason": one.reason, "url": one.cited.url}
    return told | {"final_url": one.final_url, "file": one.cited.file, "line": one.cited.line}
