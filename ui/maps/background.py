"""What the land can be shaded with: figures of the municipalities of 2016."""

from itertools import pairwise

from ui.maps.classes import class_of, edges
from ui.maps.figure import Background
from ui.session import OpenDatabase, frame
from ui.texts import _, exact, number

YEAR = 2016
MEASURES = (
    "unemployment_rate", "long_term_unemployed_share", "employed_share", "pension_age_share", "age_0_15_share",
    "enterprises_per_100_working_age", "net_monthly_wage", "earners_above_minimum_wage_share",
)  # fmt: skip


def background(atlas: OpenDatabase, measure: str) -> Background:
    """The classes, hovers and legend of a figure of all municipalities in 2016."""
    rows = frame("statistics", (measure,))
    rows = rows[rows["year"] == YEAR]
    boundaries = edges([float(value) for value in rows["value"]])
    unit = unit_of(atlas, measure)
    texts = [exact(edge) for edge in boundaries]
    between = [f"{low} – {high}" for low, high in pairwise(texts)]
    label = atlas.label("statistics", measure)
    return Background(
        title=f"{label}, {YEAR}{f', {unit}' if unit else ''}",
        classes={row["municipality"]: class_of(float(row["value"]), boundaries) for row in rows.to_dict("records")},
        texts={
            row["municipality"]: f"<b>{row['municipality']}</b><br>{label}, {YEAR}<br>{number(row['value'], 1)} {unit}"
            for row in rows.to_dict("records")
        },
        labels=[f"< {texts[0]}", *between, f"≥ {texts[-1]}"],
        missing=atlas.label("missing_reasons", "not_in_source"),
    )


def unit_of(atlas: OpenDatabase, measure: str) -> str:
    """The unit in the reader's words: %, €, or nothing where the name says it."""
    unit = str(atlas.terms["statistics"][measure]["unit"])
    return {"%": "%", "EUR": _("€ a month")}.get(unit, "")


def sources(measure: str) -> tuple[str, ...]:
    """The keys of the sources of a background figure."""
    rows = frame("statistics", (measure,))
    return tuple(sorted(set(rows.loc[rows["year"] == YEAR, "source"])))
