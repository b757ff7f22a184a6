"""Which strategy a fact belongs to: a document may speak of two, and a fact seldom names its own."""

from collections import defaultdict
from typing import get_args

from loaders import records
from loaders.documents.facts import Found, values
from loaders.documents.finding import Finding

Node = dict[str, object]

EU_PERIODS = get_args(records.EuPeriod)


class Periods:
    """The strategies that the documents name, by EU period."""

    def __init__(self, found: dict[int, Found]):
        self.strategies: dict[str | None, Node] = {}
        self.behind: dict[str | None, Finding] = {}
        """The finding that names each strategy best."""
        self._named: dict[str, list[tuple[str, Finding]]] = defaultdict(list)
        told = [one for one in found.values() if one.finding.field == "strategy"]
        for one in told:
            if period := one.finding.values.get("eu_period"):
                self._named[one.src].append((str(period), one.finding))
        for one in sorted(told, key=lambda one: -one.finding.confidence):
            self._name(one)

    def of(self, one: Found, above: Found | None) -> str | None:
        """The EU period of the strategy to which a fact belongs, None where the documents do not say.

        It is the one that the fact or what it belongs to names, else the only one of its document, else the one
        last named under the same heading, else the one that its document names most surely.
        """
        if above is not None and above.finding.field == "strategy":
            return self._own(above)
        if (period := one.finding.values.get("eu_period")) in EU_PERIODS:
            return str(period)
        named = self._named[one.src]
        place = one.finding.place
        here = [
            (finding.place.line, period)
            for period, finding in named
            if finding.place.heading == place.heading and finding.place.line <= place.line
        ]
        if here and len({period for period, _ in named}) > 1:
            return max(here, key=lambda last: last[0])[1]
        return max(named, key=lambda one: one[1].confidence, default=(None, None))[0]

    def _own(self, one: Found) -> str | None:
        """The period of a strategy; one that names none is the only one of its document."""
        if period := one.finding.values.get("eu_period"):
            return str(period)
        others = {period for period, _ in self._named[one.src]}
        return others.pop() if len(others) == 1 else None

    def _name(self, one: Found) -> None:
        """Adds what a finding says of its strategy to what surer ones said."""
        period = self._own(one)
        node = self.strategies.setdefault(period, {"eu_period": period})
        for key, value in values(one.finding).items():
            if node.get(key) is None:
                node[key] = value
                if key == "title":
                    node |= {"src": one.src, "as_written": one.finding.as_written}
        node.setdefault("src", one.src)
        node.setdefault("as_written", one.finding.as_written)
        if period not in self.behind or node["as_written"] == one.finding.as_written:
            self.behind[period] = one.finding
