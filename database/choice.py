"""What a reader chose to see, and the condition in SQL that means it."""

from dataclasses import dataclass

Parameters = list[object]

AFTER_PERIODS = "~"
"""Stands behind the names of all periods, which are digits and hyphens."""


@dataclass(frozen=True)
class Choice:
    """Which strategies are meant. An empty field does not narrow."""

    periods: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    vvgs: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()

    def condition(self, column: str = "strategy") -> tuple[str, Parameters]:
        """A condition on a column that holds keys of strategies, and its parameters."""
        parts: list[str] = []
        parameters: Parameters = []
        for field, values in (
            ("eu_period", self.periods),
            ("county", self.counties),
            ("vvg", self.vvgs),
            ("status", self.statuses),
        ):
            if values:
                parts.append(f"{field} in ({marks(values)})")
                parameters += values
        for values, question in (
            (self.groups, "select strategy from group_matrix where term in ({marks})"),
            (
                self.themes,
                "select i.strategy from item_themes as t inner join strategy_items as i on i.item = t.item"
                " where t.theme in ({marks})",
            ),
            (self.funds, "select strategy from strategy_funds where fund in ({marks})"),
        ):
            if values:
                parts.append(f"strategy in ({question.format(marks=marks(values))})")
                parameters += values
        if not parts:
            return "true", []
        within, ends = self._range(column)
        if self.vvgs and self == Choice(vvgs=self.vvgs[:1], periods=self.periods[:1]):
            return within, ends
        listed = f"{column} in (select strategy from strategy_overview where {' and '.join(parts)})"
        return f"{within} and {listed}" if within else listed, [*ends, *parameters]

    def _range(self, column: str) -> tuple[str, Parameters]:
        """Between which keys the strategies of the chosen VVGs stand; those of a single VVG stand there alone.

        A key is <vvg>/<EU period>. Of rows that lie by strategy a range reads those of the range, where a list of
        keys is looked up for every row.
        """
        if not self.vvgs:
            return "", []
        first = min(f"{vvg}/{period}" for vvg in self.vvgs for period in self.periods or ("",))
        last = max(f"{vvg}/{period}" for vvg in self.vvgs for period in self.periods or (AFTER_PERIODS,))
        return f"{column} between ? and ?", [first, last]


def marks(values: tuple[object, ...] | list[object]) -> str:
    """As many question marks as there are values, for `in (…)`."""
    return ", ".join("?" * len(values))
