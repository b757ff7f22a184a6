"""Which fact of a draft speaks of which fact of the truth, and which of its values are right."""

from dataclasses import dataclass, field

from database.wordings import folded
from tests.documents.facts import Fact
from tests.documents.likeness import Values, readings, text_likeness

STATED_ALONE = frozenset({"vvg", "source", "strategy"})
"""Fields of which only the values count, for they are always there."""

REPEATABLE = frozenset({"funding", "indicator", "event", "document", "programme"})
"""Fields in which saying the same twice is no error."""

UNASKED_CONCEPTS = frozenset({"strategy_goals", "strategy_objectives", "strategy_actions"})
UNASKED_KIND = "context"

DEFAULTS = {"stage": "not_stated", "role": "whole", "funds": ["not_stated"], "bound": "exact", "approximate": False}

ATTRIBUTES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "vvg": (("name", "city", "part"), ("municipality",)),
    "source": ((), ("title", "publisher", "published")),
    "strategy": (("eu_period", "period"), ("title",)),
    "programme": ((), ("code", "title")),
    "approval": (("order", "date"), ("authority",)),
    "funding": (("scope", "stage", "role", "funds", "bound", "approximate"), ("as_of",)),
    "item": ((), ("code",)),
    "target_group": ((), ()),
    "indicator": (("bound", "approximate"), ()),
    "project": (("code", "start", "end"), ("title", "applicant", "partners", "duration_months", "measure", "score")),
    "call": (
        ("number", "opened", "closed", "planned_for", "list_approved"),
        ("measure", "activity_code", "support_percent"),
    ),
    "edition": (("date",), ("year",)),
    "document": ((), ("year",)),
    "territory": (("residents", "as_of", "area_ha", "linked_area_ha"), ("kind",)),
    "event": (("date",), ()),
}
"""Values that count, and values that count only where the truth states them."""

DATES = frozenset({"published", "date", "start", "end", "opened", "closed", "planned_for", "list_approved", "as_of"})
OWNED = frozenset({"funding", "indicator", "target_group"})


@dataclass(slots=True)
class Pairs:
    """Facts that speak of the same, what is missed and what is too much; `neutral` is neither right nor wrong."""

    matched: list[tuple[Fact, Fact]] = field(default_factory=list)
    missed: list[Fact] = field(default_factory=list)
    spurious: list[Fact] = field(default_factory=list)
    neutral: list[Fact] = field(default_factory=list)
    truth_of: dict[int, Fact] = field(default_factory=dict)
    """Identity of a fact of the draft: the fact of the truth that it speaks of."""


def paired(truth: list[Fact], draft: list[Fact], values: Values) -> Pairs:
    """Pairs every fact of the draft with at most one of the truth, the likeliest first."""
    pairs = Pairs()
    for name in ATTRIBUTES:
        wanted = [fact for fact in truth if fact.field == name]
        given = [fact for fact in draft if fact.field == name]
        _pair(wanted, given, values, pairs)
    told = {
        str(reading) for fact in truth for key in DATES & fact.values.keys() for reading in readings(fact.values[key])
    }
    for fact in list(pairs.spurious):
        if _is_repeated(fact, pairs, values) or _is_unasked(fact, values, told):
            pairs.spurious.remove(fact)
            pairs.neutral.append(fact)
    return pairs


def states(fact: Fact, key: str) -> bool:
    """Whether a fact says something of its own there: no default, no absence."""
    value = fact.values.get(key)
    return value not in (None, [], "", DEFAULTS.get(key))


def may_lack(fact: Fact, key: str) -> bool:
    """Whether saying nothing there is among the right readings of a truth."""
    options = readings(fact.values.get(key))
    return len(options) > 1 and (None in options or DEFAULTS.get(key) in options)


def _pair(wanted: list[Fact], given: list[Fact], values: Values, pairs: Pairs) -> None:
    ranked = [
        (likeness, place, other)
        for place, one in enumerate(wanted)
        for other, fact in enumerate(given)
        if (likeness := _likeness(one, fact, values, pairs)) > 0
    ]
    taken_truth: set[int] = set()
    taken_draft: set[int] = set()
    for _, place, other in sorted(ranked, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if place not in taken_truth and other not in taken_draft:
            taken_truth.add(place)
            taken_draft.add(other)
            pairs.truth_of[id(given[other])] = wanted[place]
            pairs.matched.append((wanted[place], given[other]))
    pairs.missed += [fact for place, fact in enumerate(wanted) if place not in taken_truth and not fact.optional]
    pairs.spurious += [fact for other, fact in enumerate(given) if other not in taken_draft]


def _likeness(truth: Fact, draft: Fact, values: Values, pairs: Pairs) -> float:
    if truth.field not in STATED_ALONE | {"event"} and pairs.truth_of.get(id(draft.strategy)) is not truth.strategy:
        return 0.0
    base = _same_subject(truth, draft, values)
    if base <= 0:
        return 0.0
    return base + 0.3 * same_owner(truth, draft, pairs) + 0.02 * len(right_attributes(truth, draft, values))


def same_owner(truth: Fact, draft: Fact, pairs: Pairs) -> bool:
    """Whether both belong to the same item, project or call, or both to the strategy."""
    if truth.owner is None or draft.owner is None:
        return truth.owner is draft.owner
    return pairs.truth_of.get(id(draft.owner)) is truth.owner


def right_attributes(truth: Fact, draft: Fact, values: Values) -> set[str]:
    """The values of a pair that both state, and alike."""
    keys = sum(ATTRIBUTES[truth.field], ())
    return {key for key in keys if states(draft, key) and values.same(key, truth.values.get(key), draft.values[key])}


def _same_subject(truth: Fact, draft: Fact, values: Values) -> float:
    def same(key: str) -> bool:
        return draft.values.get(key) is not None and values.same(key, truth.values.get(key), draft.values[key])

    def text(key: str, least: float, covering: bool = False) -> float:
        found = text_likeness(truth.values.get(key), draft.values.get(key), covering)
        return found if found >= least else 0.0

    match truth.field:
        case "vvg" | "source":
            return 1.0
        case "strategy":
            return 1.0 if same("eu_period") else 0.01
        case "programme":
            return 2.0 * same("code") or text("title", 0.75)
        case "approval":
            bare = not (states(truth, "order") or states(truth, "date"))
            return 2.0 * same("order") or 1.0 * same("date") or 0.5 * (bare and same("authority"))
        case "funding":
            return 1.0 * same("amount_eur")
        case "item":
            if not same("level"):
                return 0.0
            return text("title", 0.82)
        case "target_group":
            return text("name", 0.75)
        case "indicator":
            if not (same("value") and same("state")):
                return 0.0
            concept = values.concept(truth)
            return text("name", 0.5, covering=True) or 0.5 * (concept is not None and concept == values.concept(draft))
        case "project":
            if truth.values.get("title") or draft.values.get("title"):
                return 2.0 * same("code") or text("title", 0.8)
            return 2.0 * same("code") or text("applicant", 0.75)
        case "call":
            numbered = truth.values.get("number") and draft.values.get("number")
            if numbered and not same("number"):
                return 0.0
            dated = same("opened") or same("closed") or same("planned_for")
            return 2.0 * same("number") or 1.0 * dated or text("title", 0.75)
        case "edition":
            return 2.0 * same("date") or 1.0 * same("year")
        case "document":
            return text("title", 0.75)
        case "territory":
            return 2.0 * same("residents") or text("description", 0.6) or 0.5 * same("kind")
        case _:
            return text("what", 0.34, covering=True) if same("date") else 0.0


def _is_repeated(fact: Fact, pairs: Pairs, values: Values) -> bool:
    """Whether it says again, and rightly, what a matched fact of the truth says.

    A sum of a project or call may stand in it and once more beside the other sums of the strategy.
    """
    if fact.field not in REPEATABLE:
        return False
    if fact.field == "funding" and fact.values["scope"] != "strategy":
        said = [truth for truth, _ in pairs.matched if truth.field == "funding"]
        return any(values.same("amount_eur", truth.values["amount_eur"], fact.values["amount_eur"]) for truth in said)
    stated = {key for key in ATTRIBUTES[fact.field][0] if states(fact, key)}
    return any(
        _likeness(truth, fact, values, pairs) > 0
        and same_owner(truth, fact, pairs)
        and stated <= right_attributes(truth, fact, values)
        for truth, _ in pairs.matched
        if truth.field == fact.field
    )


def _is_unasked(fact: Fact, values: Values, told: set[str]) -> bool:
    """Whether it is so plain or so marginal a reading of the document that people differ on recording it."""
    match fact.field:
        case "event":
            return str(fact.values.get("date")) in told
        case "target_group":
            title = fact.owner.values.get("title") if fact.owner else None
            return text_likeness(title, fact.values.get("name"), covering=True) == 1.0
        case "programme":
            return not fact.values.get("code") and "program" in folded(str(fact.values.get("title")))
        case "indicator":
            about = {fact.values.get("kind"), fact.values.get("scope")}
            return UNASKED_KIND in about or values.concept(fact) in UNASKED_CONCEPTS
        case _:
            return False
