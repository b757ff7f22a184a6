"""A record or a truth as a flat list of comparable facts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

LEVELS = {"goals": "goal", "objectives": "objective", "measures": "measure", "actions": "action"}
NO_VALUES = frozenset(
    {*LEVELS, "funding", "indicators", "target_groups", "optional", "levels", "src", "as_written", "also", "note"}
)
FLAT = {
    "programmes": "programme",
    "approvals": "approval",
    "editions": "edition",
    "documents": "document",
    "territories": "territory",
    "events": "event",
}


@dataclass(eq=False, slots=True)
class Fact:
    """One statement: its field, its values, the strategy and the item, project or call that it belongs to."""

    field: str
    values: dict[str, object]
    strategy: "Fact | None" = None
    owner: "Fact | None" = None
    optional: bool = field(default=False)

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value}" for key, value in self.values.items() if value not in (None, [], ""))
        return f"{self.field}: {shown}" + (f"  [{self.owner}]" if self.owner else "")


def facts(record: dict) -> list[Fact]:
    """Every fact of a record or truth, owners before what they own."""
    found = [Fact("vvg", {key: record.get(key) for key in ("name", "city", "municipality", "part")})]
    if source := _source(record):
        found.append(Fact("source", source))
    for strategy in record.get("strategies") or []:
        found += _of_strategy(strategy)
    found += [_fact("event", event, None, None) for event in record.get("events") or []]
    return found


def _source(record: dict) -> dict[str, object]:
    """What the document says of itself: `source` of a truth, the first of `sources` of a record."""
    given = record.get("source") or next(iter((record.get("sources") or {}).values()), {})
    return {key: given.get(key) for key in ("title", "publisher", "published") if given.get(key)}


def _of_strategy(strategy: dict) -> Iterator[Fact]:
    whole = Fact("strategy", {key: strategy.get(key) for key in ("eu_period", "period", "title")})
    whole.optional = bool(strategy.get("optional"))
    yield whole
    for key, name in FLAT.items():
        yield from (_fact(name, entry, whole, None) for entry in strategy.get(key) or [])
    yield from _owned(strategy, whole, None, "strategy")
    yield from _items(strategy, whole, None)
    for key, name in (("projects", "project"), ("calls", "call")):
        for entry in strategy.get(key) or []:
            owner = _fact(name, entry, whole, None)
            yield owner
            yield from _owned(entry, whole, owner, name)


def _items(parent: dict, whole: Fact, owner: Fact | None) -> Iterator[Fact]:
    """An item without a title only holds the place of a level that the document leaves out; it is no fact."""
    for key, level in LEVELS.items():
        for entry in parent.get(key) or []:
            if not entry.get("title"):
                yield from _items(entry, whole, owner)
                continue
            item = _fact("item", entry, whole, owner)
            item.values["level"] = {"any_of": entry["levels"]} if "levels" in entry else level
            yield item
            yield from _owned(entry, whole, item, level)
            yield from _items(entry, whole, item)


def _owned(entry: dict, whole: Fact, owner: Fact | None, scope: str) -> Iterator[Fact]:
    for key, name in (("funding", "funding"), ("indicators", "indicator"), ("target_groups", "target_group")):
        for value in entry.get(key) or []:
            fact = _fact(name, {"name": value} if isinstance(value, str) else value, whole, owner)
            if name == "funding":
                said = fact.values.get("scope")
                fact.values["scope"] = "measure" if (said or scope) == "action" else said or scope
            yield fact


def _fact(name: str, entry: dict, whole: Fact | None, owner: Fact | None) -> Fact:
    values = {key: value for key, value in entry.items() if key not in NO_VALUES}
    optional = bool(entry.get("optional") or (owner and owner.optional) or (whole and whole.optional))
    return Fact(name, values, whole, owner, optional)
