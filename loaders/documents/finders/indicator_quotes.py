"""Indicators called by a name in quotes: "rodiklio „Projektų dalyviai“ reikšmė mažinama nuo 350 iki 320"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from loaders.documents.finders.indicator_cells import cleaned
from loaders.documents.finders.passages import even
from loaders.documents.finders.phrases import quoted
from loaders.normalise.numbers import located

_INDICATOR = re.compile(
    r"\b(?:rodikl(?:is|io|iui|i)|rodikliai|rodikliu) (?:nr\.? ?[\w.-]+ |[\w.-]*\d[\w.-]* )?[\"„,“]{1,2}$"
)
_NUMBER = r"[0-9][0-9 ]{0,8}"
_CHANGED = re.compile(
    rf"[^.;\"]{{0,70}}?(?:(?:nuo|is) {_NUMBER} ?\w{{0,5}}\.? ?(?:iki|i) (?=(?P<new>[0-9]))"
    rf"|(?:mazin|didin|keic|nustat)\w+ (?:\w+ )?(?:iki|i) (?=(?P<limit>[0-9]))"
    rf"|vietoje? {_NUMBER} ?[-,]? (?=(?P<instead>[0-9])))"
)
_PLANNED = re.compile(
    r"[^.;\"\d]{0,60}?(?:planuot|numatyt|siektin|planuojam|siekiam|suplanuot"
    r"|reiksm)\w*[^.;\"\d]{0,25}?(?=(?P<value>[0-9]))"
)
_ACHIEVED = re.compile(r"[^.;\"]{0,70}?\b(?:pasiek|faktin|faktisk|igyvendint)\w*[^.;\"\d]{0,25}?(?=(?P<value>[0-9]))")


@dataclass(frozen=True, slots=True)
class Quoted:
    """An indicator with its name, value and state, and where its words begin and end."""

    name: str
    value: Decimal
    state: str
    start: int
    at: int
    """Where the number begins, and where it ends."""
    end: int


def quoted_indicators(text: str) -> Iterator[Quoted]:
    """Each value that a sentence gives an indicator whose name stands in quotes.

    >>> [(one.name, int(one.value), one.state) for one in quoted_indicators("Rodiklio „Dalyviai“ siektiną reikšmę "
    ...     "mažinti nuo 350 iki 320.")]
    [('Dalyviai', 320, 'planned')]
    >>> [(int(one.value), one.state) for one in quoted_indicators("rodiklis „Dalyviai“: planuota 12, pasiekta 14")]
    [(12, 'planned'), (14, 'achieved')]
    """
    plain = even(text)
    if "rodikl" not in plain:
        return
    numbers = {found.start: found for found in located(text)}
    for start, end in quoted(text):
        if not _INDICATOR.search(plain[max(0, start - 40) : start]) or not any(
            letter.isalpha() for letter in text[start:end]
        ):
            continue
        after = end + 1 if text[end : end + 1] in '“”"»' else end
        changed = _CHANGED.match(plain, after)
        told = [("planned", changed)] if changed else []
        if not changed:
            told = [("planned", _PLANNED.match(plain, after)), ("achieved", _ACHIEVED.match(plain, after))]
        for state, match in told:
            at = next((match.start(key) for key, said in match.groupdict().items() if said), -1) if match else -1
            found = numbers.get(at)
            is_year = found and found.end - found.start == 4 and 1990 <= found.readings[0] <= 2040
            if found and not is_year and not re.match(r" ?(?:proc|%|eur|m\.)", plain[found.end :]):
                name = cleaned(text[start:end])
                yield Quoted(name, found.readings[0], state, start, found.start, found.end)
