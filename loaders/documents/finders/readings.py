"""The numbers of a sentence with what it says of them: planned or achieved, and which two belong together."""

import re
from dataclasses import dataclass

from loaders.documents.finders.changes import changes
from loaders.documents.finders.counts import Alone, Count, counts
from loaders.documents.finders.states import State, bare_state, state
from loaders.normalise.numbers import bound_before

_DONE = re.compile(r"pasiek(?:ta|tas|te)|faktin|faktisk|\bjau\b|\bbuvo\b|dalyvavo")

_PLANNED_ONES = re.compile(r" (?:(?:su)?planuot|numatyt)(?:u|i|os|us|as)\b")
"""Right behind a number: "vietoj 30 planuotų dalyvių"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One number of a sentence with its state and, where it has one, its noun."""

    number: Count | Alone
    state: State | None


def readings(text: str, plain: str, announced: State | None) -> list[Reading]:
    """The numbers of a sentence with their states; `announced` is what a heading or list above says of them."""
    changed = list(changes(text))
    if changed:
        return [Reading(one, State("planned", one.start, one.start, "")) for one in changed]
    found: list[Reading] = []
    for one in counts(text):
        part_of = re.search(r"(?:is kuriu|is ju|tarp ju)[ -]*$", plain[: one.start])
        whole = next((other.state for other in reversed(found) if isinstance(other.number, Count)), None)
        found.append(Reading(one, _state_of(plain, one, announced) or (whole if part_of else None)))
    return _shares(found, plain)


def _shares(found: list[Reading], plain: str) -> list[Reading]:
    """Of "9 iš 10 planuotų projektų" 9 are achieved; of "9 iš 10 projektų" 10 are neither."""
    for at in range(1, len(found)):
        part, whole = found[at - 1].number, found[at].number
        if not isinstance(part, Alone) or not isinstance(whole, Count) or whole.is_before:
            continue
        if not re.fullmatch(
            r" (?:is|nuo) (?:visu |net )?(?:(?:su)?planuotu |numatytu )?", plain[part.end : whole.start]
        ):
            continue
        is_plan = re.search(r"planuot|numatyt", plain[part.end : whole.last])
        found[at - 1] = Reading(part, State("achieved", part.start, part.end, "") if is_plan else None)
        found[at] = Reading(whole, State("planned", whole.start, whole.end, "planuota") if is_plan else None)
    return found


def partners(readings: list[Reading], place: int) -> list[Reading]:
    """Numbers without a noun that say the other state of the same: "1 095 dalyviai (planuota 350)"."""
    found: list[Reading] = []
    for other in readings[place + 1 :]:
        if isinstance(other.number, Count):
            break
        if other.state:
            found.append(other)
    if place and not found and not any(isinstance(one.number, Count) for one in readings[:place]):
        found += [other for other in readings[:place] if other.state]
    elif place and not found and not isinstance(readings[place - 1].number, Count):
        found += [one for one in readings[place - 1 : place] if one.state and one.state.word == ""]
    own = readings[place].state
    return [other for other in found[:1] if own is None or other.state.code != own.code]


def opposite(pair: Reading) -> State:
    """The state that a number has beside one that says the other."""
    return State("achieved" if pair.state and pair.state.code == "planned" else "planned", 0, 0, "")


def of_pair(readings: list[Reading], count: Count) -> State | None:
    """The state that names both, where a sentence says what was planned and what was achieved of the same."""
    same = [one for one in readings if isinstance(one.number, Count) and one.number.noun == count.noun and one.state]
    if len(same) != 2 or {one.state.code for one in same if one.state} != {"planned", "achieved"}:
        return None
    return next(one.state for one in same if one.state and one.state.code == "achieved")


def _state_of(plain: str, number: Count | Alone, announced: State | None) -> State | None:
    if isinstance(number, Alone):
        before = re.split(r"[;,(]|\d", plain[max(0, number.start - 45) : number.start])[-1]
        is_share_of_plan = re.match(r" ?(?:planuot|numatyt|suplanuot)\w*", plain[number.end :])
        return bare_state(is_share_of_plan[0] if is_share_of_plan else before)
    if planned := _PLANNED_ONES.match(plain, number.end):
        return State("planned", number.start, number.end, planned[0])
    if announced and announced.code == "planned" and not _DONE.search(plain):
        return announced
    if number.is_before:
        return _state_of_named_before(plain, number, announced)
    is_nominative = number.noun.case == "nom"
    return state(plain, number.start, number.end, is_nominative) or _by_bound(plain, number) or announced


def _state_of_named_before(plain: str, number: Count, announced: State | None) -> State | None:
    """The state where the name comes first: "dalyvių buvo 120", "planuojamų projektų skaičius – 3"."""
    name = plain[number.first : number.start]
    if said := re.search(
        r"\b(?P<done>buvo|turime|turejome|sulaukeme|surinkta)|\bbus\b|tiketasi|planuota|numatyta|siekta|laukta|planuojama|numatoma",
        name,
    ):
        return State("achieved" if said["done"] else "planned", number.first, number.first, said[0])
    close = re.split(r"[;(]|\d", plain[max(0, number.first - 60) : number.first])[-1]
    by_name = bare_state(name) if "planuo" in name else None
    told = by_name or bare_state(close) or _by_bound(plain, number) or announced
    return told or state(plain, number.first, number.end, False)


def _by_bound(plain: str, number: Count) -> State | None:
    """ "Ne mažiau kaip 9 vietos projektai" without a verb is a plan."""
    return (
        State("planned", number.start, number.start, "")
        if bound_before(plain[: number.start]) == ">=" and "ne maziau" in plain
        else None
    )
