"""Words as a search compares them: without diacritics and endings. The build stores them, a question asks them."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_QUOTES = dict.fromkeys(map(ord, "„“”‟«»″‶"), '"') | dict.fromkeys(map(ord, "‘’‚‛ʼ′`"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_UNIFIED = _QUOTES | _DASHES | _INVISIBLE
_STOP_WORDS = frozenset(["ir", "ar", "bei", "kaip", "del", "su", "i", "is", "arba", "kt"])
_WORD = re.compile(r"[^\W_]+")
_STEMMER = snowballstemmer.stemmer("lithuanian")
_SHORTEST_STEM = 4

# Endings that the stemmer knows with diacritics only or not at all: participles, definite -ieji and -iųjų.
_ENDINGS = (
    (re.compile(r"uju$"), "u"),
    (re.compile(r"iesiems$"), "iems"),
    (re.compile(r"(?<!a)usi(?:u|o|a|os|eji|ems|ais|us|ai|am|ame|ose|uose|oms|omis|oji|ajai)$"), "es"),
    (re.compile(r"nci(?:u|o|a|os|ai|ais|us|am|ame|ose|uose|oms|omis|oji|osios|ajai)$"), "ntys"),
    (re.compile(r"(?:iems|ems|emis)$"), "ams"),
    (re.compile(r"iaus$"), "ius"),
    (re.compile(r"eniu$"), "enu"),
)
_IRREGULAR = {"asm": "asmen", "zmog": "zmon", "al": "alyt"}


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """The text in small letters without diacritics, with one kind of quote, dash and space.

    >>> folded("Neįgalieji – „Kūrybos\\u00a0 gel\\u00admės“ ")
    'neigalieji - "kurybos gelmes"'
    """
    unified = unicodedata.normalize("NFC", text).translate(_UNIFIED)
    letters = unicodedata.normalize("NFD", unified.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", bare).split())


@lru_cache(maxsize=16384)
def stems(text: str) -> tuple[str, ...]:
    """The stem of each word in order, without diacritics; short joining words (ir, ar, dėl …) are left out.

    >>> stems("bedarbiai ir ilgalaikiai bedarbiai")
    ('bedarb', 'ilgalaik', 'bedarb')
    >>> stems("neigalieji") == stems("neįgalieji") == stems("neįgaliųjų") == stems("NEĮGALIESIEMS")
    True
    >>> stems("asmuo") == stems("asmenys") == stems("asmenų") == stems("asmenims")
    True
    >>> stems("pabėgėliai") == stems("pabegeliu") == stems("pabėgėliams")
    True
    >>> stems("nedirbantys") == stems("nedirbančių") == stems("nedirbantiems")
    True
    >>> stems("bedarbiai") == stems("bendruomenė")
    False
    """
    words = _WORD.findall(folded(text))
    return tuple(_stem(word) for word in words if word not in _STOP_WORDS)


def search_key(text: str) -> str:
    """The stems of a text joined by spaces, to be stored beside it and searched.

    >>> search_key("Šeimų ir vaikų gerovė")
    'seim vaik gerov'
    """
    return " ".join(stems(text))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    for ending, plain in _ENDINGS:
        if len(shorter := ending.sub(plain, word)) >= _SHORTEST_STEM:
            word = shorter
    stem = _STEMMER.stemWord(word)
    is_softened = stem.endswith(("c", "dz")) and not word[len(stem) :].startswith("ij")
    if is_softened:
        stem = stem[:-1] + "t" if stem.endswith("c") else stem[:-1]
    return _IRREGULAR.get(stem, stem)
