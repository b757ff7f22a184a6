"""A comparison in words: what each figure is called, how it is written, where a VVG stands among its peers."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import pandas as pd

from database.queries import ENOUGH_PERCENT, ENOUGH_VALUES
from ui import answer
from ui.indicator_words import SIGNS, is_enough
from ui.indicator_words import middle as counted_middle
from ui.session import OpenDatabase
from ui.texts import NBSP, _, euros, exact, number, percent

MONEY = {"allocated_eur", "administration_eur", "paid_projects_eur"}
PER_HEAD = {"per_resident_eur", "per_participant_eur", "per_project_eur"}


def figure_name(atlas: OpenDatabase, figure: str) -> str:
    """What a figure of comparison_figures is called."""
    names = {
        "residents": _("Residents"),
        "allocated_eur": _("Money allocated to the strategy"),
        "per_resident_eur": _("Money per resident"),
        "per_participant_eur": _("Money per planned participant"),
        "per_project_eur": _("Money per planned project"),
        "administration_eur": _("Money allocated to administration"),
        "paid_projects_eur": _("Money paid to projects"),
    }
    if figure in names:
        return names[figure]
    if ":" in figure:
        concept, state = figure.split(":")
        ends = {"planned": _("target"), "achieved": _("actual")}
        return f"{atlas.label('concepts', concept)}, {ends[state]}"
    return atlas.label("statistics", figure)


def written(atlas: OpenDatabase, figure: str, value: float) -> str:
    """A value of a figure with its unit."""
    if figure in MONEY:
        return euros(round(value, 2))
    if figure in PER_HEAD:
        return f"{number(value, 2 if value < 100 else 0)}{NBSP}€"
    unit = atlas.terms["statistics"].get(figure, {}).get("unit")
    if figure != "residents" and unit == "%":
        return percent(value, 1)
    if unit == "EUR":
        return f"{number(value)}{NBSP}€"
    return exact(value) if figure == "residents" or ":" in figure else number(value, 1)


def cell(atlas: OpenDatabase, row: dict[str, object] | None) -> str:
    """A cell of the comparison: the value with its marks and divisor, or the word for why it is missing."""
    if row is None:
        return _("no strategy known in this period")
    if answer.is_missing(row["value"]):
        return answer.missing_word(atlas, str(row["reason"]))
    sign = SIGNS[str(row["bound"])] or (f"≈{NBSP}" if row["is_approximate"] else "")
    said = f"{sign}{written(atlas, str(row['figure']), float(str(row['value'])))}"
    said += f"{NBSP}≠" if row["is_disputed"] else ""
    if row["section"] != "context" and not answer.is_missing(row["detail"]):
        said += f" ({atlas.label('territory_kinds', row['detail']).lower()}"
        said += "" if answer.is_missing(row["year"]) else f", {int(float(str(row['year'])))}"
        said += ")"
    return said


@dataclass(frozen=True)
class Standing:
    """Where one value stands among those of the peers, and of how many of them a value is known."""

    own: float | None
    known: tuple[float, ...]
    of: int

    @property
    def median(self) -> float | None:
        """The median of the peers, or None where too few are known."""
        return float(median(self.known)) if is_enough(len(self.known), self.of) else None

    @property
    def below(self) -> int:
        """How many peers have less."""
        return sum(value < self.own for value in self.known) if self.own is not None else 0

    @property
    def above(self) -> int:
        """How many peers have more."""
        return sum(value > self.own for value in self.known) if self.own is not None else 0

    @property
    def side(self) -> str:
        """more, less or equal to the peers' median; unknown where there is no value or no median."""
        if self.own is None or self.median is None:
            return "unknown"
        return "more" if self.own > self.median else "less" if self.own < self.median else "equal"


def standing(rows: pd.DataFrame, vvg: str, peers: Sequence[str]) -> Standing:
    """The standing of a VVG in one figure.

    In: rows of one figure of comparison_figures. A value with a bound has no place in an order and is left out, but
    for targets: «at least 362» is the target itself.
    """
    firm = rows[rows["value"].notna() & ((rows["bound"] == "exact") | rows["figure"].str.endswith(":planned"))]
    values = firm.set_index("vvg")["value"].astype(float)
    own = float(values[vvg]) if vvg in values.index else None
    return Standing(own, tuple(values[peer] for peer in peers if peer in values.index), len(peers))


def middle(atlas: OpenDatabase, figure: str, where: Standing) -> str:
    """The median of the peers, which has to be told, with its unit."""
    median = float(where.median or 0)
    if figure == "residents" or ":" in figure:
        return counted_middle(where.known, median)
    return written(atlas, figure, median)


def word(atlas: OpenDatabase, figure: str, where: Standing) -> str:
    """The standing in words: more or less than how many peers, with their median; or why nothing is said."""
    known = len(where.known)
    if not where.of:
        return _("no peers")
    if where.median is None:
        return _("{known} of {of} known, too few", known=known, of=where.of)
    median = middle(atlas, figure, where)
    if where.side == "more":
        return _("more than {n} of {known}, median {median}", n=where.below, known=known, median=median)
    if where.side == "less":
        return _("less than {n} of {known}, median {median}", n=where.above, known=known, median=median)
    if where.side == "equal":
        return _("equal to the median of {known}, {median}", known=known, median=median)
    return _("no figure of its own; median of {known}: {median}", known=known, median=median)


def reason(atlas: OpenDatabase, rule: str, row: dict[str, object]) -> str:
    """Why a VVG is a peer by the rule: its residents, its county, its region, or the reader's choice."""
    if answer.is_missing(row["residents"]):
        residents = _("residents unknown")
    else:
        residents = _(
            "{residents} residents ({kind}, {year})",
            residents=number(int(row["residents"])), year=int(row["residents_year"]),
            kind=atlas.label("territory_kinds", row["residents_kind"]).lower(),
        )  # fmt: skip
    if rule == "nearest_population":
        return _("{residents}, the nearest number: {n} apart", residents=residents, n=number(int(row["difference"])))
    if rule == "same_county":
        return f"{row['county']}; {residents}"
    if rule == "same_region":
        return f"{row['region']}; {residents}"
    return _("chosen by the reader; {residents}", residents=residents)


def title(atlas: OpenDatabase, vvg: str, where: Standing) -> str:
    """The finding: money per resident beside the peers', or why that cannot be said."""
    name = atlas.city(vvg)
    if where.side == "unknown" and where.own is None:
        return _("{name}: money per resident is not known", name=name)
    amount = written(atlas, "per_resident_eur", float(where.own or 0))
    if where.side == "unknown":
        return _(
            "{name}: {amount} per resident; too few peers are known to compare ({known} of {of})",
            name=name, amount=amount, known=len(where.known), of=where.of,
        )  # fmt: skip
    if where.side == "equal":
        return _("{name}: {amount} per resident, the median of its peers", name=name, amount=amount)
    if where.side == "more":
        return _("{name}: {amount} per resident, more than {n} of {known} peers",
                 name=name, amount=amount, n=where.below, known=len(where.known))  # fmt: skip
    return _("{name}: {amount} per resident, less than {n} of {known} peers",
             name=name, amount=amount, n=where.above, known=len(where.known))  # fmt: skip


def reading(standings: Sequence[Standing]) -> str:
    """All rows in one sentence: how many figures lie above and below the peers' median."""
    sides = [where.side for where in standings]
    if set(sides) <= {"unknown"}:
        return _("Too little is known of the peers to tell a median of any figure.")
    return _(
        "Of {all} figures {more} lie above the peers' median, {less} below it, {equal} on it; "
        "of {unknown} too little is known. More or less is neither good nor bad.",
        all=len(sides), more=sides.count("more"), less=sides.count("less"), equal=sides.count("equal"),
        unknown=sides.count("unknown"),
    )  # fmt: skip


def basis() -> str:
    """On what a median rests."""
    return _(
        "A median is told where at least {least} values and {share} of the peers are known.",
        least=ENOUGH_VALUES, share=percent(ENOUGH_PERCENT),
    )  # fmt: skip
