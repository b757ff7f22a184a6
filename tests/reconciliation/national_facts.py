"""What the collected national file says: every value in its tree, sorted by the kind of fact it is."""

import re
from collections import Counter
from collections.abc import Iterator

from tests.reconciliation.comparison import Facts
from tests.reconciliation.group_facts import number
from tests.reconciliation.national_keys import (
    COMPOSED,
    FIGURES,
    NOTES,
    OF_GROUP,
    OF_THE_FIGURE,
    PLAIN,
    SOURCES,
    TOLD,
    WORDING,
)


def values(node: object, path: str = "", record: dict | None = None) -> Iterator[tuple[str, object, dict]]:
    """Every value of a tree with its path (without numbers) and the record it stands in."""
    if isinstance(node, dict):
        for key, value in node.items():
            is_name = not re.fullmatch(r"[NR]?[0-9]+(-[0-9]+)?", str(key))
            yield from values(value, f"{path}.{key}".lstrip(".") if is_name else path, _holder(node, record))
    elif isinstance(node, list):
        for value in node:
            yield from values(value, path, record)
    elif node is not None:
        yield path, node, record or {}


def _holder(node: dict, above: dict | None) -> dict:
    """A record with the keys of what holds it, so that a part knows its strategy and its source."""
    inherited = {key: value for key, value in (above or {}).items() if key in ("slug", "src")}
    return inherited | node


def facts(tree: dict) -> Facts:
    """How often each (kind, value) stands in the national file. Raises KeyError for an unknown key."""
    found: Facts = Counter()
    for path, value, record in values(tree):
        kinds = list(_kinds(path, value, record))
        found.update(kinds)
        if not kinds and not _is_said_elsewhere(path):
            raise KeyError(f"nothing is known of '{path}'")
    found.update(_rows(tree))
    return found


def _kinds(path: str, value: object, record: dict) -> Iterator[tuple[str, str]]:
    if path in FIGURES:
        for figure in _numbers(value):
            yield "figure", f"{figure} | {record['src']}"
    elif path in TOLD:
        act = re.search(r"Nr\. (\S+)", str(value)) if TOLD[path] == "approving act" else None
        yield TOLD[path], act[1] if act else str(value)
    elif path in PLAIN:
        yield PLAIN[path], str(value)
    for kind, paths in OF_GROUP.items():
        if path in paths:
            said = number(value) if kind.startswith("amount") else str(value)
            yield kind, f"{record['slug']} | {said}"


def _numbers(value: object) -> list[str]:
    """The figures of a value: one, or those in words such as „6 + 17 = 23“."""
    if not isinstance(value, str):
        return [number(value)]
    return [number(figure.replace(" ", "")) for figure in re.findall(r"[0-9]+(?: [0-9]{3})*", value)]


def _is_said_elsewhere(path: str) -> bool:
    key = path.rsplit(".", 1)[-1]
    return path in COMPOSED | WORDING or key in OF_THE_FIGURE | SOURCES | NOTES


def _rows(tree: dict) -> Iterator[tuple[str, str]]:
    """Facts that only several keys together say: orders, strategies of the selection rounds, questions."""
    for order in tree["orders"]:
        yield "order", " | ".join(str(order.get(key)) for key in ("eu_period", "number", "date", "src"))
    for said in tree["strategies"]:
        strategy = f"{said['slug']}/{said['eu_period']}"
        yield "status of a strategy", f"{strategy} | {said['status']} | {said['src']}"
        if "rank_in_list" in said:
            yield "place in the list", f"{strategy} | {said['rank_in_list']}"
        if order := said.get("approved"):
            yield "order on a strategy", f"{strategy} | {order['order']} | {order['date']}"
        if "wave" in said:
            yield "strategy of a round", strategy
    for _ in tree["questions"]:
        yield "question", "one"
