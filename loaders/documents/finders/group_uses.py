"""Whom a strategy is for, where a sentence says it with a verb: "skirta neįgaliesiems", "padėti senjorams"."""

import re

from loaders.documents.finders.group_cases import in_nominative
from loaders.documents.finders.group_phrases import groups
from loaders.documents.finders.passages import even

_MEANT_FOR = re.compile(
    r"\b(?:strategij\w*|veiksm\w*|priemon\w*|paslaug\w*"
    r"|veikl\w*) (?:\x22[^\x22]{3,200}\x22 )?(?:\w+ ){0,4}?(?:yra )?(?:(?P<into>(?:orientuot|nukreipt)(?:a|as|os|i) i"
    r"|orientuojasi i)|skirt(?:a|as|os|i)) "
    r"|\b(?:pagalba|parama|paslaugos|demesys)(?: \w+){0,3}? (?:skiriam|teikiam|numatyt|skirt)\w+ (?=\w)"
    r"|\b(?P<will>pagalbos|paramos) sulauks (?=\w)"
)
_HELPS = re.compile(
    r"\b(?:strategij\w*|uzsibrezt\w+|numatoma|numatyta|siekiama|planuojama|ketinama|norima|siekiame) (?:\w+ ){0,3}?"
    r"(?:padeti|pades|pagelbeti) (?=\w)"
    r"|\bdemesio (?:bus )?(?:skir\w+|teik\w+) (?=\w)|\b(?:pirmenyb|priorit)\w+ (?:bus )?(?:skiriam|teikiam)\w+ (?=\w)"
)
_INVITES = re.compile(r"\b(?:dalyvauti kvieciam\w*|kvieciam\w* dalyvauti|itraukti numatom\w*|siekiame itraukti) ?: ?")
_DEED = re.compile(r"\w{4,}(?:ti|tis)$|\bti\b")
_EVERYBODY = re.compile(r"(?:vis\w+ )?(?:\w+ )?(?:miesto |savivaldybes )?gyventoj\w+")

Part = tuple[tuple[int, int], str | None]
"""Where a phrase stands, and what it is in the nominative; None where it stands in it already."""


def meant(text: str, plain: str) -> list[tuple[int, list[Part]]]:
    """Where such a sentence begins, with the phrases that it names.

    >>> text = "Strategija skirta neįgaliesiems ir bedarbiams."
    >>> [[name for _, name in parts] for _, parts in meant(text, "strategija skirta neigaliesiems ir bedarbiams.")]
    [['neįgalieji', 'bedarbiai']]
    """
    found: list[tuple[int, list[Part]]] = []
    for match in _MEANT_FOR.finditer(plain):
        case = "acc" if match["into"] else "dat"
        found.append((match.start(), _parts(text, match.end(), case, least=1)))
    for match in _HELPS.finditer(plain):
        found.append((match.start(), _parts(text, match.end(), "dat", least=2)))
    for match in _INVITES.finditer(plain):
        found.append((match.start(), _parts(text, match.end(), "acc", least=2)))
    return [one for one in found if one[1]]


def _parts(text: str, start: int, case: str, least: int) -> list[Part]:
    """The phrases of a list, where there are at least so many that name people of their own."""
    named: list[Part] = []
    for part in groups(text, start, ends(text, start), in_dative=True):
        phrase = text[part[0] : part[1]]
        if any(_DEED.search(word) for word in phrase.split()):
            return []
        named.append((part, in_nominative(phrase, case)))
    if len(named) == 1 and _EVERYBODY.fullmatch(text[named[0][0][0] : named[0][0][1]].lower()):
        return []
    is_in_case = least < 2 or all(name for _, name in named)
    return named if len(named) >= least and is_in_case else []


def ends(text: str, start: int) -> int:
    """Where a list of groups ends: with its sentence, or with the parenthesis in which it stands."""
    depth = 0
    for place in range(start, len(text)):
        letter = text[place]
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if depth < 0:
                return place
        elif letter == "." and depth <= 0 and re.match(r"\.(?:$|\)| [A-ZĄČĘĖĮŠŲŪŽ„])", text[place : place + 3]):
            before = even(text[max(0, place - 4) : place])
            if not re.search(r"(?:\bkt|\bpan|\bsoc|\bpvz|\bm|\by)$", before) or re.match(
                r"\. (?:Igyvendin|Įgyvendin|Planuoj|Numat)", text[place : place + 12]
            ):
                return place
    return len(text)
