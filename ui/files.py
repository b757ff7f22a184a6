"""Files to take away: what is shown, as CSV for programs, CSV for Excel in Lithuania, and XLSX with its sources."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal

import pandas as pd
import streamlit as st

from database.formulas import harmless
from ui.session import OpenDatabase
from ui.texts import _

LONGEST_CELL = 32_767
"""Characters of a cell in a workbook."""


def comma_csv(answer: pd.DataFrame) -> bytes:
    """CSV for programs: UTF-8, commas, decimal points."""
    return _csv(answer, ",", lambda value: value)


def excel_csv(answer: pd.DataFrame) -> bytes:
    """CSV that Excel opens right in Lithuania: semicolons, decimal commas, byte-order mark."""

    def comma(value: object) -> object:
        return str(value).replace(".", ",") if isinstance(value, float | Decimal) else value

    return b"\xef\xbb\xbf" + _csv(answer, ";", comma)


def _csv(answer: pd.DataFrame, delimiter: str, written: Callable[[object], object]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([harmless(str(name)) for name in answer.columns])
    for row in answer.itertuples(index=False):
        writer.writerow(["" if _empty(value) else _cell(value, written) for value in row])
    return text.getvalue().encode()


def _cell(value: object, written: Callable[[object], object]) -> object:
    return harmless(value) if isinstance(value, str) else written(value)


def xlsx(sheets: dict[str, pd.DataFrame]) -> bytes:
    """A workbook with a sheet for each table, under its title."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            sheet.write_row(0, 0, rows.columns, bold)
            for at, row in enumerate(rows.itertuples(index=False), start=1):
                for column, value in enumerate(row):
                    if _empty(value):
                        sheet.write_blank(at, column, None)
                    elif isinstance(value, bool | int | float | Decimal):
                        sheet.write(at, column, float(value) if isinstance(value, Decimal) else value)
                    else:
                        sheet.write_string(at, column, _fitting(str(value)))
            sheet.freeze_panes(1, 0)
            sheet.autofit(400)
    return file.getvalue()


def _fitting(text: str) -> str:
    """Text as long as a cell of a workbook can hold; a longer one ends in …, and the CSV has it whole."""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _empty(value: object) -> bool:
    return value is None or (not isinstance(value, str) and bool(pd.isna(value)))


Whole = Callable[[], pd.DataFrame]
"""Asks for all rows of an answer of which the page shows the first; called without a page, when a file is taken."""


def buttons(
    atlas: OpenDatabase,
    answer: pd.DataFrame,
    sources: pd.DataFrame | Whole,
    name: str,
    columns: list | None = None,
    whole: Whole | None = None,
) -> None:
    """Download buttons.

    In: `columns` (answer.Column) narrows the file to what is shown, with readable headings; `whole`, where `answer`
    holds only the first rows.
    """

    def taken() -> pd.DataFrame:
        rows = answer if whole is None else whole()
        if columns is None:
            return rows
        sourced = [column for column in rows.columns if "source" in column]
        return rows[list(dict.fromkeys([column.name for column in columns] + sourced))]

    notes = [
        (_("Source"), "VVG atlasas"),
        (_("Licence"), "CC BY 4.0"),
        (_("Data version"), atlas.version),
        (_("Newest source"), str(atlas.build["newest_source"])),
        (_("An empty cell means"), _("not known; the page What is not known says why")),
        (_("Columns"), _("the page Data explains every column")),
    ]
    # The files are made when they are asked for, when no reader's language is known any more: words are made here.
    titles = (_("Data"), _("Sources"), _("Notes"))

    def sheets() -> dict[str, pd.DataFrame]:
        listed = sources() if callable(sources) else sources
        return dict(zip(titles, (taken(), listed, pd.DataFrame(notes, columns=["", " "])), strict=True))

    st.download_button(
        "CSV",
        lambda: comma_csv(taken()),
        f"vvg-atlasas-{name}.csv",
        "text/csv",
        key=f"csv_{name}",
        on_click="ignore",
    )
    st.download_button(
        _("CSV for Excel"),
        lambda: excel_csv(taken()),
        f"vvg-atlasas-{name}-excel.csv",
        "text/csv",
        key=f"excel_{name}",
        on_click="ignore",
    )
    st.download_button(
        "XLSX",
        lambda: xlsx(sheets()),
        f"vvg-atlasas-{name}.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key=f"xlsx_{name}",
        on_click="ignore",
    )
