"""Lithuanian names of towns: the genitive that stands before "miesto", and back to the nominative."""

import re
from collections.abc import Iterable
from functools import lru_cache

_PLURAL_IN_YS = ("Kaišiadorys", "Švenčionys", "Butrimonys", "Viešintos")
_GENITIVES = (
    ("iai", "ių"),
    ("ai", "ų"),
    ("os", "ų"),
    ("ės", "ių"),
    ("tis", "čio"),
    ("dis", "džio"),
    ("tys", "čio"),
    ("dys", "džio"),
    ("is", "io"),
    ("ys", "io"),
    ("ius", "iaus"),
    ("us", "aus"),
    ("as", "o"),
    ("a", "os"),
    ("ė", "ės"),
)
_NOMINATIVES = (
    ("iaus", ("ius",)),
    ("aus", ("us",)),
    ("čio", ("tis", "čias")),
    ("džio", ("dis", "džias")),
    ("io", ("is", "ys", "ias")),
    ("o", ("as",)),
    ("ių", ("iai", "ys", "ės")),
    ("ų", ("ai", "os")),
    ("os", ("a",)),
    ("ės", ("ė",)),
)
_ADJECTIVES = {
    "Naujoji": "Naujosios",
    "Senoji": "Senosios",
    "Baltoji": "Baltosios",
    "Senieji": "Senųjų",
    "Didieji": "Didžiųjų",
    "Mažieji": "Mažųjų",
    "Šventoji": "Šventosios",
    "Žemaičių": "Žemaičių",
    "Kudirkos": "Kudirkos",
    "Kazlų": "Kazlų",
}
_CASES = ("e", "yje", "uose", "iuose", "oje", "ėje", "ui", "iui", "ai", "ei", "ą", "į", "ę", "us", "as")


@lru_cache(maxsize=1024)
def genitive(name: str) -> str:
    """The genitive of a town's name.

    >>> [genitive(name) for name in ("Kėdainiai", "Pakruojis", "Kazlų Rūda", "Naujoji Akmenė", "Alytus", "Švenčionys")]
    ['Kėdainių', 'Pakruojo', 'Kazlų Rūdos', 'Naujosios Akmenės', 'Alytaus', 'Švenčionių']
    """
    *before, last = name.split(" ")
    words = [_ADJECTIVES.get(word, word) for word in before]
    if last in _ADJECTIVES:
        return " ".join([*words, _ADJECTIVES[last]])
    if name in _PLURAL_IN_YS and last.endswith("ys"):
        return f"{last[:-2]}ių"
    for ending, other in _GENITIVES:
        if last.endswith(ending):
            # Pakruojis, Rokiškis: only a consonant keeps its i before the o.
            softened = other[1:] if ending in ("is", "ys") and last[-3] in "jJ" else other
            return " ".join([*words, last.removesuffix(ending) + softened])
    return name


@lru_cache(maxsize=1024)
def nominative(name: str, text: str = "") -> str | None:
    """The town whose genitive it is, where the ending or another form of it in the text says which; else None.

    >>> nominative("Girininkų"), nominative("Aukštupio"), nominative("Aukštupio", "Aukštupys – miestas prie upės")
    ('Girininkai', 'Aukštupis', 'Aukštupys')
    >>> nominative("Mažosios Varnės"), nominative("Pakruojo"), nominative("Upynos")
    ('Mažoji Varnė', 'Pakruojis', 'Upyna')
    """
    *before, last = name.split(" ")
    for ending, others in _NOMINATIVES:
        if last.endswith(ending) and len(last) > len(ending) + 1:
            stem = last.removesuffix(ending)
            if ending == "o" and stem.endswith("j"):
                others = ("is", "as", "us")
            candidates = [" ".join([*map(_adjective, before), stem + other]) for other in others]
            said = [one for one in candidates if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)]
            return (said or candidates)[0]
    return None


def forms(names: Iterable[str]) -> dict[str, str]:
    """Name by genitive and by nominative, both as given."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(genitive(name), name)
        found.setdefault(name, name)
    return found


def other_cases(name: str) -> list[str]:
    """Every form that the name of a town may take in a sentence.

    >>> {"Utenai", "Utenoje", "Uteną"} <= set(other_cases("Utena")), "Pakruojui" in other_cases("Pakruojis")
    (True, True)
    """
    *before, last = name.split(" ")
    stem = re.sub(r"(?:iai|ai|os|ės|is|ys|ius|us|as|a|ė)$", "", last)
    softened = re.sub(r"d$", "dž", re.sub(r"t$", "č", stem))
    endings = ("", "i", *_CASES, *(f"i{case}" for case in _CASES))
    lasts = {root + case for root in (stem, softened) for case in endings if len(case) > 1 or root != stem or case}
    heads = {" ".join(before), " ".join(_ADJECTIVES.get(word, word) for word in before)}
    found = {f"{head} {one}".strip() for head in heads for one in lasts}
    return sorted(found | {name, genitive(name)})


def _adjective(word: str) -> str:
    for one, other in _ADJECTIVES.items():
        if word == other:
            return one
    return re.sub(r"osios$", "oji", re.sub(r"ųjų$", "ieji", word))
