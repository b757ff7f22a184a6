"""Who decides: ministers, agencies, councils and meetings, in any case, named in the nominative."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.documents.finders.passages import even


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority named in a text: its name in the nominative, and where it stands."""

    name: str
    start: int
    end: int


_PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"vidaus reikal\w+ ministr(?:o|as|ui|u|a)(?!\w)"), "vidaus reikalų ministras", ""),
    (re.compile(r"vidaus reikal\w+ ministr(?:es|e|ei)(?!\w)"), "vidaus reikalų ministrė", ""),
    (re.compile(r"vidaus reikal\w+ ministerij\w+|(?<!\w)vrm(?!\w)"), "Vidaus reikalų ministerija", ""),
    (
        re.compile(
            r"(?:centrines projektu valdymo agenturos|cpva)(?: \"?\w+\"?){0,3}? direktor(?:iaus|ius|iui|iumi)(?!\w)"
        ),
        "Centrinės projektų valdymo agentūros direktorius",
        "",
    ),
    (
        re.compile(r"(?:centrines projektu valdymo agenturos|cpva)(?: \w+){0,3}? direktor(?:es|e|ei)(?!\w)"),
        "Centrinės projektų valdymo agentūros direktorė",
        "",
    ),
    (
        re.compile(r"(?:europos socialinio fondo agenturos|esfa)(?: \w+){0,2}? direktor(?:iaus|ius)(?!\w)"),
        "Europos socialinio fondo agentūros direktorius",
        "",
    ),
    (
        re.compile(r"(?:(?:vietos pletros )?strategiju|vps) atrankos komitet\w+"),
        "vietos plėtros strategijų atrankos komitetas",
        "",
    ),
    (re.compile(r"savivaldybes taryb(?:os|a|oje|ai)(?!\w)"), "savivaldybės taryba", "owner"),
    (
        re.compile(r"savivaldybes administracijos direktor(?:iaus|ius)(?!\w)"),
        "savivaldybės administracijos direktorius",
        "owner",
    ),
    (re.compile(r"savivaldybes mer(?:o|as)(?!\w)"), "savivaldybės meras", "owner"),
    (re.compile(r"savivaldybes mer(?:es|e)(?!\w)"), "savivaldybės merė", "owner"),
    (re.compile(r"regiono pletros taryb(?:os|a|oje)(?!\w)"), "regiono plėtros taryba", "owner"),
    (
        re.compile(
            r"(?:visuotin(?:io|iame|is|iam) (?:(?:eilini|neeilini|ataskaitini|pakartotini)\w+ )?(?:(?:nariu"
            r"|susirinkimo) )?susirinkim(?:o|e|as|ui)"
            r"|(?:visuotini\w+ )nariu susirinkim(?:o|e|as|ui)|nariu visuotin(?:io|iame|is) susirinkim(?:o|e|as|ui)"
            r"|nariu susirinkim(?:o|e|as|ui))(?!\w)"
        ),
        "visuotinis narių susirinkimas",
        "group",
    ),
    (
        re.compile(
            r"(?:(?<=vvg )|(?<=grupes )|(?<=asociacijos ))valdyb(?:os|a|oje|ai)(?!\w)"
            r"|(?<!\w)valdyb(?:os (?:sprendim|posed"
            r"|nutarim|protokol)\w*|a (?:pritar|patvirtin|nutar|nusprend)\w*)"
        ),
        "VVG valdyba",
        "group",
    ),
)
_OWNER_BEFORE = re.compile(r"((?:[A-ZĄČĘĖĮŠŲŪŽ]\w+ ){1,2}(?:rajono |miesto |r\. |m\. )?)$")
_GROUP_BEFORE = re.compile(r"((?:[A-ZĄČĘĖĮŠŲŪŽ]\w+ ){1,2}(?:miesto |m\. )?(?:vietos veiklos grupės|VVG) )$")
_FULL = {"r. ": "rajono ", "m. ": "miesto "}
_NO_OWNERS = frozenset(["Lietuvos ", "Respublikos ", "Strategijai ", "Strategiją "])


def authorities(text: str) -> Iterator[Authority]:
    """Every authority named in a text, in order.

    >>> [one.name for one in authorities("LR vidaus reikalų ministrės; Utenos rajono savivaldybės tarybos")]
    ['vidaus reikalų ministrė', 'Utenos rajono savivaldybės taryba']
    """
    plain = even(text)
    found: list[Authority] = []
    for pattern, name, owned in _PATTERNS:
        for match in pattern.finditer(plain):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            before = _GROUP_BEFORE if owned == "group" else _OWNER_BEFORE
            owner = before.search(text[: match.start()]) if owned else None
            whose = owner[1] if owner and owner[1] not in _NO_OWNERS else ""
            whose = whose.capitalize() if whose.isupper() else whose
            for short, long in _FULL.items():
                whose = whose.replace(short, long)
            start = owner.start() if whose and owner else match.start()
            called = name.removeprefix("VVG ") if whose else name
            found.append(Authority(f"{whose}{called}", start, match.end()))
    return iter(sorted(found, key=lambda one: one.start))


def nearest(text: str, position: int) -> Authority | None:
    """The last authority before a place, else the first after it; None where none is within reach."""
    named = list(authorities(text))
    before = [one for one in named if one.start < position and position - one.end < 90]
    after = [one for one in named if one.start >= position and one.start - position < 60]
    return before[-1] if before else after[0] if after else None


def only(text: str) -> Authority | None:
    """The authority of a text that names one only."""
    named = {one.name: one for one in authorities(text)}
    return next(iter(named.values())) if len(named) == 1 else None
