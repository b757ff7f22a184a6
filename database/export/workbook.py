"""One workbook for those who work in a spreadsheet: strategies, money, indicators, groups, sources, notes."""

import io
from datetime import datetime

from database.citation import citation
from database.export.cells import REASONED, rows_with_reasons
from database.export.contents import Contents

SHEETS = {
    "Strategijos · Strategies": "strategy_overview",
    "Lėšos · Funding": "funding_details",
    "Rodikliai · Indicators": "indicator_pairs",
    "Grupės · Groups": "group_phrases",
    "Šaltiniai · Sources": "source_use",
}
NOTES = "Pastabos · Notes"
WIDEST = 300
"""Pixels: a column of long texts is cut on the screen, not in the file."""


def workbook(contents: Contents, address: str | None) -> bytes:
    """The workbook; where a key figure is missing, its cell says why."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        # Otherwise the hour of the export stands in the file.
        book.set_properties({"title": "VVG atlasas", "created": datetime(2000, 1, 1)})
        bold = book.add_format({"bold": True})
        for title, name in SHEETS.items():
            table = contents.tables[name]
            rows = [_words_for_reasons(contents, name, row) for row in rows_with_reasons(contents, table)]
            _fill(book.add_worksheet(title), [column.name for column in table.columns], rows, bold)
        _fill(book.add_worksheet(NOTES), ["", "Lietuviškai", "English"], notes(contents, address), bold)
    return file.getvalue()


def notes(contents: Contents, address: str | None) -> list[tuple[object, ...]]:
    """How to read the workbook, how to cite it, and what each column means, in both languages."""
    cited = [citation(language, contents.newest_source, contents.version, address) for language in ("lt", "en")]
    lines: list[tuple[object, ...]] = [
        ("Cituoti · Cite", *cited),
        (
            "Tuščias langelis · An empty cell",
            "Nežinoma arba nėra; langelis su priežastimi sako, kodėl nežinoma.",
            "Not known, or there is none; a cell with a reason says why it is not known.",
        ),
        (
            "Sumos · Sums",
            "Skirtingos paskirties, būsenos ar vaidmens sumos nesudedamos.",
            "Sums of different scope, stage or role are never added.",
        ),
    ]
    for title, name in SHEETS.items():
        lines.append((title, contents.tables[name].description["lt"], contents.tables[name].description["en"]))
        lines += [(column.name, column.lt, column.en) for column in contents.tables[name].columns]
    return lines


def _words_for_reasons(contents: Contents, name: str, row: tuple[object, ...]) -> list[object]:
    """The row with the Lithuanian name of a reason where its code stood."""
    reasons = contents.terms["missing_reasons"]
    columns = contents.tables[name].columns
    reasoned = REASONED.get(name, {})
    return [
        reasons[str(value)]["lt"] if column.name in reasoned and value in reasons else value
        for column, value in zip(columns, row, strict=True)
    ]


def _fill(sheet, names: list[str], rows: list, bold) -> None:
    sheet.write_row(0, 0, names, bold)
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, str):
                sheet.write_string(at, column, value)
            elif isinstance(value, bool) or not hasattr(value, "isoformat"):
                sheet.write(at, column, value)
            else:
                sheet.write_string(at, column, value.isoformat())
    sheet.freeze_panes(1, 0)
    sheet.autofit(WIDEST)
