"""What the cells of a table of indicators say: name, unit, value and year."""

import re
from decimal import Decimal

from loaders.documents.finders.counted import nominative, noun
from loaders.documents.finders.noun_phrases import is_whole
from loaders.documents.finders.passages import even
from loaders.normalise.figures import quantities
from loaders.normalise.money import sums
from loaders.normalise.numbers import bound_before

_BOUNDS = {">=": "at_least", "<=": "at_most"}
_YEAR = re.compile(r"\b(20[0-9]{2}) ?(?:m\.|metais|metu|metai)")
_VALUE = re.compile(
    r"^\W{0,3}(?:(?:ne maziau|ne daugiau|daugiau|bent|iki|apie|min\.?|maks\.?)(?: kaip| nei)?|≥|>|<|≤"
    r"|~)?\s*[0-9][0-9 .,]*\s*(?:\(?(?:vnt|asm|zm|proj|asmen|dalyv|pasl|et|%|proc|projekt|val|dien"
    r"|20[0-9]{2})[\w.% ]*\)?)?\W*$"
)


def cleaned(name: str) -> str:
    """The name of an indicator without its number and without "skaičius".

    >>> cleaned("1. Projektų dalyvių skaičius"), cleaned("P.B.1 Įgyvendinti projektai (vnt.)")
    ('Projektų dalyviai', 'Įgyvendinti projektai')
    """
    plain = re.sub(r"^(?:[A-ZĄČĘĖĮŠŲŪŽ]{0,3}[-.]?[A-Z]?[-.]?[0-9]+(?:[.-][0-9A-Z]+)*[.)]?)\s+", "", name.strip())
    plain = re.sub(
        r"\s*\((?:vnt\.?|asm\.?|skai[čc]\w*|proc\.?|asmenys|projektai)\)|,? ?(?:vnt\.|asm\.)$", "", plain
    ).strip(" .:;,–-")
    counted = re.fullmatch(r"(?P<phrase>[^,]+)(?P<clause>,.+?)?,? (?:bendras )?skaičius(?P<rest> .+)?", plain)
    if not counted:
        return plain
    words = counted["phrase"].split()
    head = noun(words[-1])
    if head and head.case == "gen" and not re.match(r", \w+(?:usių|ančių|inčių|tų)\b", counted["clause"] or ""):
        turned = nominative(words, head) + (counted["clause"] or "") + (counted["rest"] or "")
        return turned[:1].upper() + turned[1:] if plain[:1].isupper() else turned
    return plain


def value_of(cell: str) -> Decimal | None:
    """The number that a whole cell is; None for a sum of money, a year or words."""
    plain = even(cell).strip()
    if not _VALUE.match(plain) or sums(cell) or re.fullmatch(r"(?:19|20)\d\d ?(?:m\.?)?", plain):
        return None
    found = list(quantities(cell))
    return found[0].readings[0] if found else None


def bound_of(cell: str) -> str:
    """Whether the number of a cell is exact, at least or at most.

    >>> bound_of("ne mažiau kaip 420"), bound_of("≥ 9"), bound_of("35")
    ('at_least', 'at_least', 'exact')
    """
    match = re.search(r"\d", cell)
    before = cell[: match.start()] if match else ""
    return "at_least" if re.search("[≥>]", before) else _BOUNDS.get(bound_before(before), "exact")


def unit_of(cell: str, name: str) -> str:
    """The unit of the cell, or of what the name counts where the cell only says "vnt."."""
    said = cell.strip(" .")
    plain = even(said)
    if plain and not re.match(r"vnt|vienet|skaic|sk\b", plain):
        return {"asm": "asmenys", "proc": "proc.", "%": "proc."}.get(plain, said)
    words = list(re.finditer(r"[^\s,]+", name))
    heads = [
        found
        for word in words
        if (found := noun(word[0])) and found.case == "nom" and is_whole(found, even(name), word.start())
    ]
    return heads[0].unit if heads else "vienetai"


def year_of(cell: str) -> int | None:
    """The year that a cell names beside its value."""
    match = _YEAR.search(even(cell))
    return int(match[1]) if match else None
