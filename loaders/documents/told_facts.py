"""Facts of a record, of a draft or of data/vvg/, in one form in which two of them can be compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from loaders.documents.facts import ABOUT_VVG, INNER
from loaders.documents.known import read_known
from loaders.normalise.dates import partial_date
from loaders.normalise.wordings import folded, search_key, stems
from loaders.yaml_lines import Path

Key = tuple[str, ...]

_KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "vvg": ((),),
    "strategy": ((),),
    "programme": (("code",), ("title",)),
    "approval": (("order",), ("authority", "date")),
    "edition": (("date",), ("year",)),
    "document": (("title",),),
    "territory": (("description",), ("kind",)),
    "funding": (
        ("inside", "amount_eur"),
        ("inside", "scope", "stage", "role", "funds"),
        ("inside", "scope", "stage", "role"),
    ),
    "item": (("title",), ("level", "code", "inside")),
    "target_group": (("inside", "name"),),
    "indicator": (("inside", "name", "state", "year"), ("inside", "name", "state"), ("inside", "concept", "state")),
    "project": (("code",), ("title",)),
    "call": (("number",), ("title",), ("measure", "opened")),
    "event": (("date",),),
}
"""By what two facts are about the same thing: the first of these that both have."""

_FREE = {
    "event": {"what"},
    "approval": {"authority"},
    "indicator": {"unit", "kind", "concept", "scope"},
    "item": {"level", "theme"},
    "target_group": {"name"},
    "territory": {"description"},
}
"""Words that two people may choose differently for the same fact: no difference worth telling."""

_DEFAULTS = {
    "funding": {"scope": "strategy", "stage": "not_stated", "role": "whole", "funds": "not_stated", "bound": "exact"},
    "indicator": {"scope": "strategy", "kind": "output", "bound": "exact"},
}
_SCHEMES = {
    "funds": "funds",
    "scope": "scopes",
    "stage": "stages",
    "role": "roles",
    "state": "indicator_states",
    "concept": "concepts",
}
_NOTHING = "not_stated"

_UNSAID = {"src", "as_written", "also", "note", "answers", "same_as", "missing", "inferred", "approximate"}


@dataclass(frozen=True, slots=True)
class Told:
    """One fact: its strategy, field and values as texts; the words that prove it, by source; its way in the record."""

    period: str | None
    field: str
    values: dict[str, str]
    proofs: tuple[tuple[str, str | None], ...]
    path: Path

    def identities(self) -> Iterator[Key]:
        """By what the fact is known, the strongest first."""
        for names in _KEYS[self.field]:
            if all(name in self.values or name in ("inside", "scope") for name in names):
                yield (*names, *(_same(name, self.values.get(name, "")) for name in names))

    def differences(self, other: "Told") -> list[tuple[str, str, str]]:
        """Values that both state and state differently: name, here, there."""
        free = _FREE.get(self.field, set()) | {"inside"}
        return [
            (name, value, other.values[name])
            for name, value in self.values.items()
            if name not in free
            and _NOTHING not in (value, other.values.get(name, _NOTHING))
            and _same(name, value) != _same(name, other.values[name])
        ]


def facts(record: Mapping[str, object]) -> Iterator[Told]:
    """Every fact of a record: of the VVG, of its strategies and of what stands in them."""
    if about := {key: str(record[key]) for key in ABOUT_VVG if record.get(key)}:
        yield Told(None, "vvg", about, (), ())
    for number, strategy in enumerate(_list(record.get("strategies"))):
        path = ("strategies", number)
        period = str(strategy["eu_period"]) if strategy.get("eu_period") else None
        yield _told(period, "strategy", strategy, "", path)
        yield from _inside(period, strategy, "", path)
    yield from _inside(None, {"events": record.get("events")}, "", ())


def _inside(period: str | None, holder: Mapping[str, object], within: str, path: Path) -> Iterator[Told]:
    """The facts of a strategy, item, project or call; `within` names it."""
    for key, field in INNER.items():
        for number, part in enumerate(_list(holder.get(key))):
            at = (*path, key, number)
            level = {"level": key.removesuffix("s")} if field == "item" else {}
            yield _told(period, field, part | level, within, at)
            if field in ("item", "project", "call"):
                name = part.get("title") or part.get("code") or part.get("number") or ""
                yield from _inside(period, part, f"{field} {search_key(str(name))}", at)


def _list(value: object) -> list[dict[str, object]]:
    """The facts of a list; a target group that is only a phrase is one too."""
    return [part if isinstance(part, dict) else {"name": part} for part in value] if isinstance(value, list) else []


def _told(period: str | None, field: str, part: Mapping[str, object], within: str, path: Path) -> Told:
    said = {
        key: " ".join(sorted(_coded(key, str(one)) for one in (value if isinstance(value, list | tuple) else [value])))
        for key, value in part.items()
        if key not in _UNSAID and key not in INNER and value is not None
    }
    defaults = {key: value for key, value in _DEFAULTS.get(field, {}).items() if not (within and key == "scope")}
    proofs = [(str(one.get("src")), one.get("as_written")) for one in (part, *_list(part.get("also")))]
    values = defaults | said | ({"inside": within} if within else {})
    return Told(period, field, values, tuple(proofs), path)


def _coded(name: str, wording: str) -> str:
    """The code that a wording of a vocabulary means; any other value as it is."""
    scheme = _SCHEMES.get(name)
    try:
        return read_known().vocabularies.code(scheme, wording) if scheme else wording
    except KeyError:
        return wording


def _same(name: str, value: str) -> str:
    """The value as it is compared: 300000.00 is 300000, a date in any spelling its day, a wording its stems."""
    try:
        return str(Decimal(value).normalize()) if name != "code" else folded(value)
    except InvalidOperation:
        pass
    try:
        return partial_date(value).text
    except ValueError:
        return " ".join(sorted(set(stems(value)))) or folded(value)
