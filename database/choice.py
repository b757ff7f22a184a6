"""What a reader chose to see, and the condition in SQL that means it."""

from dataclasses import dataclass

Parameters = list[object]


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

    def condition(self) -> tuple[str, Parameters]:
        """A condition on the column `strategy`, and its parameters."""
        parts: list[str] = []
        parameters: Parameters = []
        for column, values in (
            ("eu_period", self.periods),
            ("county", self.counties),
            ("vvg", self.vvgs),
            ("status", self.statuses),
        ):
            if values:
                parts.append(f"{column} in ({marks(values)})")
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
        return f"strategy in (select strategy from strategy_overview where {' and '.join(parts)})", parameters


def marks(values: tuple[object, ...] | list[object]) -> str:
    """As many question marks as there are values, for `in (…)`."""
    return ", ".join("?" * len(values))
