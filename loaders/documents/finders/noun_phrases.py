"""The noun phrase beside a number: what it counts, in the case that the number asks for."""

import re
from dataclasses import dataclass
from decimal import Decimal

from loaders.documents.finders.counted import Noun, nominative, noun
from loaders.documents.finders.passages import even
from loaders.normalise.figures import Quantity

_WORD = re.compile(r"[\w.\-/]*\w[.]?|[–—-]")
_STOP_WORDS = frozenset(
    [
        "apie",
        "ar",
        "arba",
        "be",
        "bet",
        "bus",
        "buvo",
        "dar",
        "del",
        "i",
        "iki",
        "is",
        "jau",
        "kad",
        "kai",
        "kuri",
        "kurie",
        "kuriems",
        "kurios",
        "kuris",
        "kuriu",
        "kuriuos",
        "nuo",
        "o",
        "pagal",
        "pasiekta",
        "per",
        "planuota",
        "po",
        "prie",
        "su",
        "taciau",
        "taip",
        "tarp",
        "uz",
        "yra",
    ]
)
_COUNT_OF = re.compile(
    r"(?:\bskaici(?:us|u|aus)(?: \([^()]{0,60}\))?|)\s*(?:[-:]|yra|sudaro|buvo|bus|siekia|turetu buti"
    r"|-? ?ne maziau kaip|\bsieke)?\s*[-:]?\s*$"
)
_NO_PART = re.compile(r"skirtingi|skirtingu|ivairiu|ivairus|net|tik|(?:su)?planuot(?:u|i|os)|numatyt(?:u|i|os)")
"""Words between a number and its noun that are no part of the name."""
_DOTS = re.compile(r"(?: ?[.…_]){3,} ?$")
_TOLD = re.compile(
    r" (?:buvo|bus|turime|turejome|sulaukeme|surinkta|viso"
    r"|(?:buvo )?(?:su)?(?:planuota|tiketasi|numatyta|siekta|laukta|planuojama|numatoma)(?: \w+ti)?)(?: net| jau)? ?$"
)
_REACH = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun, the name in the nominative, and where the name begins and ends."""

    noun: Noun
    name: str
    first: int
    last: int


def after(text: str, plain: str, quantity: Quantity) -> Phrase | None:
    """The noun phrase that follows the number: the last counted noun in the case that the number asks for."""
    words: list[tuple[int, int]] = []
    heads: list[tuple[int, Noun]] = []
    skipped = 0
    for match in _WORD.finditer(text, quantity.end):
        if len(words) > _REACH or not re.fullmatch(
            r"-?(?:iems|ims|u|iu|ju|jų|ių)?[ „(\"]?|\s*", text[words[-1][1] if words else quantity.end : match.start()]
        ):
            break
        plain_word = plain[match.start() : match.end()]
        if plain_word == "yra" and not words:
            words.append(match.span())
            skipped = 1
            continue
        if plain_word in _STOP_WORDS or match[0] in "–—-" or plain_word[0].isdigit():
            break
        words.append(match.span())
        found = noun(match[0].rstrip("."))
        if found and is_whole(found, plain, match.start()):
            heads.append((len(words), found))
        if match[0].endswith(".") and plain_word not in ("kt.", "soc.", "jur.", "pan."):
            break
    head = _head(heads, quantity.readings[0])
    if not head:
        return None
    count, found = head
    spelled = [text[a:b] for a, b in words[skipped:count]]
    if len(spelled) > 1 and _NO_PART.fullmatch(even(spelled[0])):
        spelled = spelled[1:]
    last = words[count - 1][1]
    return Phrase(found, nominative(spelled, found), quantity.end, last)


def before(text: str, plain: str, quantity: Quantity, previous: int) -> Phrase | None:
    """The noun phrase before the number: "dalyvių skaičius – 350", "vietos projektai: 9"."""
    bound = re.search(
        r"(?:,? ?\(?(?:ne maziau|ne daugiau|daugiau|maziau|bent|iki|apie|virs|per)(?: kaip| nei| negu)? ?)$",
        plain[: quantity.start],
    )
    stop = bound.start() if bound else quantity.start
    dotted = _DOTS.search(plain[previous:stop])
    joint = _COUNT_OF.search(plain[previous : previous + dotted.start()] if dotted else plain[previous:stop])
    told = None if dotted and joint and "skaici" in joint[0] else dotted or _TOLD.search(plain[previous:stop])
    is_counted = bool(dotted or told)
    joint = told or joint
    if plain[stop - 2 : stop] == " (" and re.match(r" ?vnt\b|\)", plain[quantity.end :]):
        joint = re.compile(r" \($").search(plain[previous:stop])
    if not joint or not (is_counted or re.search(r"skaici|[-:(]", plain[previous + joint.start() : quantity.start])):
        return None
    phrase = plain[previous : previous + joint.start()]
    begin = max((match.end() for match in re.finditer(r"[;:.] |\(|\)|, | - ", phrase)), default=0)
    spelled = [
        (previous + begin + m.start(), previous + begin + m.end()) for m in re.finditer(r"[\w/.-]+", phrase[begin:])
    ]
    nouns = [
        (place, found)
        for place, (a, b) in enumerate(spelled)
        if (found := noun(text[a:b])) and is_whole(found, plain, a)
    ]
    if not nouns or len(spelled) > 22:
        return None
    place, head = nouns[-1]
    if place != len(spelled) - 1:
        nominatives = [one for one in nouns if one[1].case == "nom"]
        if not nominatives:
            return None
        place, head = nominatives[0]
    if head.case == "dat" and told:
        return None
    words = [text[a:b] for a, b in spelled[: place + 1]]
    rest = text[spelled[place][1] : spelled[-1][1]]
    name = _without_verbs(nominative(words, head)) + rest
    return Phrase(head, name, spelled[0][0], quantity.end)


def is_whole(found: Noun, plain: str, start: int) -> bool:
    """Of a noun of two words ("darbo vietos"), the first has to stand there too."""
    first, _, second = found.plural.partition(" ")
    return not second or plain[:start].rstrip().endswith(even(first))


def _head(heads: list[tuple[int, Noun]], value: Decimal) -> tuple[int, Noun] | None:
    """A number of 2 to 9 agrees with its noun, so a genitive before that is an attribute; else the last genitive."""
    heads = [head for at, head in enumerate(heads) if not at or head[1].case != "loc"]
    if not heads:
        return None
    if value % 10 != 0 and not 11 <= value % 100 <= 19:
        agreeing = [head for head in heads if head[1].case in ("nom", "acc", "dat", "ins", "loc")]
        if agreeing:
            return agreeing[0]
    genitive = [head for head in heads if head[1].case == "gen"]
    others = [head for head in heads if head[1].case != "gen"]
    if others and (not genitive or others[0][0] < genitive[0][0]):
        return others[0]
    adjacent = genitive[0]
    for head in genitive[1:]:
        if head[0] - adjacent[0] <= 2:
            adjacent = head
    return adjacent


def _without_verbs(name: str) -> str:
    return re.sub(
        r"^(?:(?:bus|yra|buvo|planuojama|numatoma|numatytas|(?:su)?planuotas|planuojamas|siektinas|bendras|iš viso"
        r"|viso)\s+)+",
        "",
        name,
        flags=re.IGNORECASE,
    )
