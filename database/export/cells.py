"""Cells of the CSV files: text that no spreadsheet runs, exact numbers, and the reason where nothing is known."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from database.export.contents import Contents, Table
from database.formulas import harmless

REASONED = {
    "strategy_overview": {
        "title": ("title",),
        "first_year": ("own_years",),
        "last_year": ("own_years",),
        "allocated_eur": ("allocated",),
        "paid_eur": ("paid",),
        "residents": ("residents",),
        "per_resident_eur": ("allocated", "residents"),
        "participants_planned": ("participants_planned",),
        "participants_achieved": ("participants_achieved",),
        "projects_planned": ("projects_planned",),
        "projects_achieved": ("projects_achieved",),
        "per_participant_eur": ("allocated", "participants_planned"),
        "per_project_eur": ("allocated", "projects_planned"),
    }
}
"""Columns whose missing cells say why, and the fields of `gaps` that know it: the first of them that is missing."""

UNSAID = "not_in_source"


def written(value: object) -> str:
    """A cell of a CSV file; numbers with a decimal point and nothing else.

    >>> written(Decimal("327863.00")), written(Decimal("14.50")), written(-2), written(True), written(None)
    ('327863', '14.5', '-2', 'true', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        plain = f"{value:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return harmless(str(value))


def rows_with_reasons(contents: Contents, table: Table) -> Iterable[tuple[object, ...]]:
    """The rows of a table; where REASONED says so, a missing cell holds the code of its reason."""
    reasoned = REASONED.get(table.name)
    if reasoned is None:
        return table.rows
    return [
        tuple(
            reason(contents, str(row["strategy"]), reasoned[name]) if value is None and name in reasoned else value
            for name, value in row.items()
        )
        for row in table.records()
    ]


def reason(contents: Contents, strategy: str, fields: Iterable[str]) -> str:
    """Why a figure is missing: the reason of the first of the fields it needs that is not known."""
    return next((said for field in fields if (said := contents.reasons.get((strategy, field)))), UNSAID)


def csv_file(contents: Contents, table: Table) -> bytes:
    """A table as CSV: UTF-8, commas, lines that end in CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in rows_with_reasons(contents, table):
        writer.writerow([written(value) for value in row])
    return text.getvalue().encode()
