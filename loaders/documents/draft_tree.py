"""The strategies of a draft: facts under their strategies, items in their tree, figures inside what they belong to."""

from collections.abc import Iterator

from loaders.documents.draft_periods import Periods
from loaders.documents.facts import COMMON, FORMS, INNER, LISTS, Found, values
from loaders.documents.finding import Finding
from loaders.vvg_files import SCOPES
from loaders.yaml_lines import Path

Node = dict[str, object]

_INSIDE = {
    "item": {"item", "funding", "indicator", "target_group"},
    "project": {"funding", "indicator", "target_group"},
    "call": {"funding", "indicator"},
}
"""What may stand inside an item, a project and a call."""

UNNAMED_GOAL = "tikslo pavadinimo dokumente nėra; jo numerį sako uždavinio numeris"

_DEEPEST = 12
"""Levels of items that are followed; the form has four."""

_FIGURES = {"funding", "indicator"}
"""Facts that must never move up: the sum of a project is no sum of the strategy."""


class Tree:
    """The facts of a record, each put into what it belongs to."""

    def __init__(self, found: dict[int, Found]):
        self._found = found
        self._periods = Periods(found)
        self._strategies: dict[str | None, Node] = self._periods.strategies
        self._nodes: dict[int, Node] = {}
        self._period: dict[int, str | None] = {}
        self._same: dict[tuple[object, ...], Node] = {}
        self._behind: dict[int, Finding] = {id(self._strategies[key]): one for key, one in self._periods.behind.items()}
        self.left_out: list[tuple[str, Finding, str]] = []
        """Findings that have no place in the form: id of the source, finding, reason."""
        for at in sorted(found, key=self._turn):
            if found[at].finding.field not in ("strategy", "vvg"):
                self._put(at, frozenset())
        told = [period for period, node in self._strategies.items() if period or len(node) > 1]
        known = sorted(told, key=lambda period: (period is None, period or ""))
        self.strategies = [_in_order(self._strategies[period], "strategy") for period in known]
        """The strategies in order of their periods, with all of their facts."""

    def _turn(self, at: int) -> tuple[bool, int, int, int]:
        """When a fact is put in place: goals before all that may need one, then as the documents have them."""
        one = self._found[at]
        is_goal = one.finding.field == "item" and one.finding.values.get("level") == "goal"
        return not is_goal, int(one.src[1:]), one.finding.place.line, at

    def proofs(self) -> dict[Path, Finding]:
        """The finding behind every fact, by its way from the list of strategies."""
        return dict(self._walk(self.strategies, ()))

    def _walk(self, part: object, path: Path) -> Iterator[tuple[Path, Finding]]:
        if isinstance(part, dict):
            if id(part) in self._behind:
                yield path, self._behind[id(part)]
            for key, value in part.items():
                yield from self._walk(value, (*path, key))
        elif isinstance(part, list):
            for number, value in enumerate(part):
                yield from self._walk(value, (*path, number))

    def _put(self, at: int, below: frozenset[int]) -> None:
        """Puts a fact, and first what it belongs to, in place; `below`, the facts that wait for this one."""
        if at in self._nodes:
            return
        one = self._found[at]
        node = values(one.finding) | {"src": one.src, "as_written": one.finding.as_written}
        holder, reason = self._holder(at, node, below | {at})
        if holder is None:
            self.left_out.append((one.src, one.finding, reason))
            return
        level = str(one.finding.values["level"]) if one.finding.field == "item" else one.finding.field
        said = tuple(sorted((key, str(value)) for key, value in node.items() if key not in COMMON))
        same = self._same.setdefault((id(holder), level, said), node)
        self._nodes[at] = same
        if same is node:
            self._behind[id(node)] = one.finding
            holder.setdefault(LISTS[level], []).append(node)
        else:
            _prove_again(same, one)

    def _holder(self, at: int, node: Node, below: frozenset[int]) -> tuple[Node | None, str]:
        """The strategy, item, project or call in which a fact stands; None and the reason where it has no place."""
        one, field = self._found[at], self._found[at].finding.field
        parent = one.parent if len(below) <= _DEEPEST else None
        above = self._found.get(parent) if parent is not None and parent not in below else None
        if above is not None and above.finding.field not in ("strategy", "vvg"):
            self._put(parent, below)
        holder = self._nodes.get(parent)
        self._period[at] = self._period[parent] if holder is not None else self._periods.of(one, above)
        strategy = self._strategy(self._period[at])
        if field == "item":
            return self._holder_of_item(one, strategy, holder, above)
        if holder is None or above is None:
            is_lost = parent is not None and (above is None or above.finding.field != "strategy")
            if is_lost and (field == "target_group" or (field in _FIGURES and "scope" not in node)):
                return None, "what it belongs to is not known"
            return strategy, ""
        if field in ("project", "call") and above.finding.field == "item" and holder.get("code"):
            node.setdefault("measure", holder["code"])
        if field in _INSIDE.get(above.finding.field, ()):
            level = str(above.finding.values.get("level", above.finding.field))
            if node.get("scope") in (None, SCOPES.get(level, level)):
                node.pop("scope", None)
                return holder, ""
            return strategy, ""
        if field == "target_group" or (field in _FIGURES and "scope" not in node):
            return None, f"the form has no place for it in a {above.finding.field}"
        return strategy, ""

    def _holder_of_item(
        self, one: Found, strategy: Node, holder: Node | None, above: Found | None
    ) -> tuple[Node | None, str]:
        """Goals stand in the strategy; an objective needs a goal, and its code names it where nothing else does."""
        item, level = one.finding, one.finding.values["level"]
        if level == "goal":
            return strategy, ""
        if holder is not None and above is not None and above.finding.field == "item":
            return holder, ""
        if level != "objective":
            return strategy, ""
        code, dot, _ = str(item.values.get("code") or "").strip(".").partition(".")
        if not (code.isdecimal() and dot):
            return None, "the goal that it belongs to is not known"
        for goal in strategy.get("goals", []):
            if str(goal.get("code", "")).strip(".") == code:
                return goal, ""
        goal = {"code": code, "src": one.src, "as_written": item.as_written, "note": UNNAMED_GOAL}
        self._behind[id(goal)] = item
        strategy.setdefault("goals", []).append(goal)
        return goal, ""

    def _strategy(self, period: str | None) -> Node:
        return self._strategies.setdefault(period, {"eu_period": period})


def _prove_again(node: Node, one: Found) -> None:
    """Notes that another document says the same."""
    proofs = node.setdefault("also", []) if one.src != node["src"] else []
    if isinstance(proofs, list) and all(proof["src"] != one.src for proof in proofs):
        proofs.append({"src": one.src, "as_written": one.finding.as_written})


def _in_order(node: Node, field: str) -> Node:
    """The keys as a record has them: its own, the source and its words, then what stands inside."""
    fields = list(FORMS[field].model_fields)
    inside = [key for key in fields if key in INNER and key in node]
    own = [key for key in fields if key in node and key not in (*inside, *COMMON)]
    ordered = {key: node[key] for key in (*own, *(key for key in COMMON if key in node))}
    node_of = {
        key: [_in_order(part, INNER[key]) if isinstance(part, dict) else part for part in node[key]] for key in inside
    }
    node.clear()
    node.update(ordered | node_of)
    return node
