"""Numbers of a sentence that count something: what they count, and how the sentence calls it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from loaders.documents.finders import noun_phrases
from loaders.documents.finders.counted import Noun
from loaders.documents.finders.passages import even
from loaders.normalise.dates import dates
from loaders.normalise.figures import Quantity, quantities
from loaders.normalise.money import sums
from loaders.normalise.numbers import located

_SKIPPED_AFTER = re.compile(
    r"\s*(?:m\.|m\b|d\.|met(?:u|ai|ais|us|ams|inis|ines)\b|men\.|menes\w*|val\b|valand\w*|dien\w*|d\b|savaic\w*|eur|€"
    r"|lt\b|proc|%|ha\b|km\b|kv\.|a\.|p\.|punkt|bal(?:as|ai|u|us)\b|psl|kart"
    r"|tukst\. eur|[-–/][0-9]|aukst|klas[eiu]|priorit|asis|-(?:aj|oj|uj|as|os|iej|ai|oj|met|men)\w*|oji|uju|iuju"
    r"|osios|sis|dal(?:is|iu|ys)\b|etap|lapkric|saus"
    r"|vasar|kov|baland|geguz|birzel|liepos|rugpj|rugsej|spal|gruod|\.[0-9]|:[0-9])"
)
_SKIPPED_BEFORE = re.compile(
    r"(?:\bnr\.? ?|\bnr\.? ?[0-9.]+(?:,| ir| bei) |[-–/.][0-9]*|\bnuo |\btel\.? ?|\+|#|§|straipsn\w* |punkt\w* "
    r"|kvietim\w+ (?:nr\.? ?)?|\bvietoje?(?: buvusi\w+)? |etap\w* |covid-|\bg\. ?|(?:amziaus"
    r"|vyresni\w*|jaunesni\w*)(?: nei| kaip)? )$"
)
_IN_WORDS = re.compile(
    r"\b(?:vien|du\b|dvi|dvej|dvyl|tr(?:ys|ij|im|is|ej|yl)|ketur|ketver|penk|ses|septyn|astuon|devyn|desimt|simt"
    r"|tukst|zwei|drei)"
)
_RELATIVE = re.compile(
    r",? (?:kuri(?:u|uos) (?!bus|butu|yra|buvo|bendra|vert|sum)|kuri(?:e|os) (?:ne\w+|\w+avo|pa\w+)\b|anksciau ne\w+"
    r"|savanoriauj\w+"
    r"|dalyvauj\w+|gyvenant\w+|gyvenanc\w+|praejus|patirianci\w+)"
)
_OF_CALL = re.compile(
    r" (?:teikti (?:[\w-]+ ){0,4}?(?:pasiulymus|paraiskas|projektus)|(?:[\w-]+ ){0,3}?pasiulymams teikti)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a sentence, the noun it counts, the name in the nominative and where all this stands."""

    value: Decimal
    start: int
    end: int
    noun: Noun
    name: str
    first: int
    """Where the name begins, and where it ends."""
    last: int
    is_before: bool = False
    """The name stands before the number: "dalyvių skaičius – 350"."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A number without a noun of its own: "planuota 350"."""

    value: Decimal
    start: int
    end: int


def has_number(plain: str) -> bool:
    """Whether an evened text may hold a number, in digits or in words.

    >>> has_number("du tikslai"), has_number("nauji tikslai")
    (True, False)
    """
    return any(letter.isdigit() for letter in plain) or bool(_IN_WORDS.search(plain))


def counts(text: str) -> Iterator[Count | Alone]:
    """Every number of a sentence that is no date, sum, share, code or duration, in order.

    >>> [(count.value, count.name) for count in counts("dalyvavo 1 095 dalyviai, sukurta 9 naujos darbo vietos")]
    [(Decimal('1095'), 'dalyviai'), (Decimal('9'), 'naujos darbo vietos')]
    >>> [(count.value, count.name) for count in counts("planuojamų paremti projektų skaičius – 3")]
    [(Decimal('3'), 'planuojami paremti projektai')]
    >>> list(counts("2016 m. lapkričio 25 d. skirta 14,5 mln. Eur, Nr. 12, 8.6.1"))
    []
    """
    plain = even(text)
    taken = [(money.start, money.end) for money in sums(text)]
    has_dates = bool(dates(text))
    previous = 0
    for quantity in located(text) if _IN_WORDS.search(plain) else quantities(text):
        if any(a <= quantity.start < b for a, b in taken) or not _is_count(plain, quantity, has_dates):
            previous = quantity.end
            continue
        value, start, end = quantity.readings[0], quantity.start, quantity.end
        if phrase := noun_phrases.after(text, plain, quantity):
            yield Count(value, start, end, phrase.noun, phrase.name, phrase.first, phrase.last)
            end = phrase.last
        elif phrase := noun_phrases.before(text, plain, quantity, previous):
            yield Count(value, start, end, phrase.noun, phrase.name, phrase.first, phrase.last, True)
        else:
            yield Alone(value, start, end)
        previous = end


def with_relative(text: str, plain: str, count: Count) -> str:
    """The name with the clause that says which: "dalyviai, kurių padėtis darbo rinkoje pagerėjo"."""
    if count.noun.kind == "call" and (of_what := _OF_CALL.match(plain, count.last)):
        return count.name + text[count.last : of_what.end()]
    match = _RELATIVE.match(plain, count.last)
    if not match or count.is_before:
        return count.name
    stop = re.search(r" \(|[;.](?: |$)|, o |, is viso|: | - ", plain[match.end() :])
    end = match.end() + stop.start() if stop else len(text)
    rest = text[count.last : end].rstrip(" .,;")
    return (
        count.name + rest if len(rest.split()) <= 18 and not re.search(r"\d", rest.replace("6 m", "")) else count.name
    )


def _is_count(plain: str, quantity: Quantity, has_dates: bool) -> bool:
    before = plain[max(0, quantity.start - 25) : quantity.start]
    is_plan = before.endswith(("vietoj ", "vietoje ")) and re.match(r" (?:planuot|numatyt)u", plain[quantity.end :])
    if _SKIPPED_AFTER.match(plain, quantity.end) or (_SKIPPED_BEFORE.search(before) and not is_plan):
        return False
    if quantity.end < len(plain) and plain[quantity.end].isalpha():
        return False
    is_year = 1990 <= quantity.readings[0] <= 2040 and quantity.end - quantity.start == 4
    if is_year and (has_dates or not re.match(r" \w", plain[quantity.end : quantity.end + 2])):
        return False
    is_list_number = re.match(r"[.)]\s+[a-z]", plain[quantity.end :]) and not plain[: quantity.start].strip(" (")
    return not is_list_number
