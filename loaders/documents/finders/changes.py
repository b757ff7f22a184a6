"""A planned value that is changed: "projektų skaičių didinti nuo 3 iki 5", "dalyvių skaičius bus ne 60, o 95"."""

import re
from collections.abc import Iterator

from loaders.documents.finders.counted import nominative, noun
from loaders.documents.finders.counts import Count
from loaders.documents.finders.noun_phrases import is_whole
from loaders.documents.finders.passages import even
from loaders.normalise.numbers import located

_CHANGE = re.compile(
    r"(?P<phrase>[^\W\d_]+(?: [^\W\d_]+){0,5}?),? (?:skaici(?:us|u|aus)"
    r"|rodikli\w+ (?:reiksm\w+ )?)[^\d.;,]{0,60}?[,–-]? ?"
    r"(?:(?:nuo|is) (?P<old>[0-9][0-9 ]{0,6}) (?:iki|i) (?=(?P<new>[0-9]))"
    r"|(?:mazin|didin|sumazin|padidin|keic|pakeic)\w+ (?:\w+ ){0,2}?iki (?=(?P<limit>[0-9]))"
    r"|(?:bus )?ne (?P<other>[0-9][0-9 ]{0,6}),? o (?=(?P<late>[0-9])))"
)


def changes(text: str) -> Iterator[Count]:
    """The new value of each indicator that a sentence changes.

    >>> [(count.name, int(count.value)) for count in changes("projektų skaičių didinti nuo 3 iki 5")]
    [('projektai', 5)]
    >>> [(count.name, int(count.value)) for count in changes("2.1.1 veiksmo projektų skaičius bus ne 4, o 2.")]
    [('projektai', 2)]
    """
    plain = even(text)
    # Without one of these words the pattern, which begins with any word, would try every place in vain.
    if "skaici" not in plain and "rodikli" not in plain:
        return
    matches = list(_CHANGE.finditer(plain))
    if not matches:
        return
    numbers = {found.start: found for found in located(text)}
    for match in matches:
        found = numbers.get(next(match.start(key) for key in ("new", "limit", "late") if match[key]))
        words = [(match.start("phrase") + one.start(), one[0]) for one in re.finditer(r"\w+", match["phrase"])]
        heads = [
            (at, head) for at, word in words if (head := noun(text[at : at + len(word)])) and is_whole(head, plain, at)
        ]
        if not found or not heads or heads[-1][0] != words[-1][0]:
            continue
        at, head = heads[-1]
        name = nominative([text[at : at + len(words[-1][1])]], head)
        yield Count(found.readings[0], found.start, found.end, head, name, at, found.end, True)
