"""The noun that a number counts, and the name of an indicator in the nominative."""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.documents.finders.passages import even
from loaders.documents.known import read_known

_CASES = (
    ("nom", "ai iai as is ys os es a e ios ieji"),
    ("acc", "us ius i iuosius"),
    ("gen", "u iu o io iuju"),
    ("dat", "ams iams ims ui iui oms ems iesiems"),
    ("ins", "ais iais omis imis"),
    ("loc", "uose iuose ose ese"),
)
_NOUN_ENDINGS = {ending: case for case, endings in _CASES for ending in endings.split()}
_NOMINATIVE = re.compile(r"(?:iai|ieji|ai|ys|os|es)$")
_FEMININE = ("os", "ės")
_AGREEING = (
    "nauj:i jaun:i unikal:ūs įvair:ūs aktyv:ūs neaktyv:ūs darbing:i socialin:iai projektin:iai informacin:iai "
    "edukacin:iai kultūrin:iai sociokultūrin:iai konsultacin:iai vieš:i bendr:i vietin:iai inovatyv:ūs papildom:i "
    "ilgalaik:iai neįgal:ūs juridin:iai smulk:ūs išplėst:i sukurt:i atrinkt:i patvirtint:i įgyvendint:i gaut:i "
    "pateikt:i planuojam:i numatyt:i planuot:i suplanuot:i įgyvendinam:i finansuot:i vyresn:i teikiam:i "
    "dalyvauj:antys savanoriauj:antys socialiai: naujai: ekonomiškai:"
)
"""Root and masculine ending of words that agree with a counted noun; adverbs have none."""
_ADJECTIVES = {even(root): root + ending for root, ending in (word.split(":") for word in _AGREEING.split())}
_ADJECTIVE_ENDING = re.compile(
    r"(?:|i?u|i?us|i|as|is|ys|a|os|es|ios|iai|es|us|a|ias|ams|iams|iems|iems|oms|ems|ai|ais|iais|omis|iomis)$"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: its kind (`data/vocabularies/counted_nouns.yaml`), nominative plural, unit and case."""

    kind: str
    plural: str
    unit: str
    case: str


@lru_cache(maxsize=1)
def _roots() -> dict[str, tuple[str, str, str]]:
    roots: dict[str, tuple[str, str, str]] = {}
    for code, term in read_known().vocabularies.schemes["counted_nouns"].items():
        for word in (term.lt, *term.wordings):
            last = word.split()[-1]
            roots.setdefault(_NOMINATIVE.sub("", even(last)), (code, word, term.unit_lt or word))
    return roots


@lru_cache(maxsize=1)
def _any_root() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join([*_roots(), "asmuo", "zmog", "nvo\\b"]) + r"|\w+(?:isk|iec)i)")


def has_noun(plain: str) -> bool:
    """Whether a counted noun may stand in an evened text: a quick look before a careful one.

    >>> has_noun("dalyvavo 5 savanoriai"), has_noun("kaina 5 eurai")
    (True, False)
    """
    return bool(_any_root().search(plain))


@lru_cache(maxsize=8192)
def noun(word: str) -> Noun | None:
    """The counted noun that one word is, in any case, or None.

    >>> noun("projektų").plural, noun("dalyviams").case, noun("dalyvavo"), noun("veikla")
    ('projektai', 'dat', None, None)
    """
    plain = even(word).strip("\"'()")
    for cut in range(len(plain) - 1, 2, -1):
        found = _roots().get(plain[:cut])
        if found and plain[cut:] in _NOUN_ENDINGS:
            is_masculine_locative = plain[cut:] == "e" and found[1].endswith(("ai", "ys"))
            case = "loc" if is_masculine_locative else _NOUN_ENDINGS[plain[cut:]]
            return Noun(found[0], found[1], found[2], case)
    if re.fullmatch(r"\w{3,}(?:isk|iec)i(?:ai|u|us|ams|ais)", plain):
        return Noun(
            "person",
            f"{word[: -len(re.search('(?:ai|u|us|ams|ais)$', plain)[0])]}ai",
            "asmenys",
            _case_of_resident(plain),
        )
    if plain in ("asmuo", "zmogus", "nvo"):
        return (
            Noun("organisation", "NVO", "organizacijos", "gen")
            if plain == "nvo"
            else Noun("person", "asmenys", "asmenys", "nom")
        )
    return None


def _case_of_resident(plain: str) -> str:
    endings = {"iai": "nom", "iu": "gen", "ius": "acc", "iams": "dat", "iais": "ins"}
    return next(case for ending, case in endings.items() if plain.endswith(ending))


def nominative(words: list[str], head: Noun) -> str:
    """The phrase of a number in the nominative plural: what agrees with the head is turned, genitives stay.

    >>> nominative("naujų socialinių paslaugų".split(), noun("paslaugų"))
    'naujos socialinės paslaugos'
    >>> nominative("Varėnos miesto vietos veiklos projektų".split(), noun("projektų"))
    'Varėnos miesto vietos veiklos projektai'
    """
    plural = head.plural.split()[-1]
    turned = head.plural.split()
    agrees = True
    for word in reversed(words[: -len(turned)]):
        agreed = _agreeing(word, plural) if agrees else None
        agrees = agrees and (
            agreed is not None or even(word) in ("ir", "bei", "kt.", "kitu", "kiti") or word.endswith("ti")
        )
        turned.insert(0, agreed or word)
    return " ".join(turned)


def feminine(masculine: str) -> str:
    """The feminine of a word in the nominative plural.

    >>> [feminine(word) for word in ("nauji", "socialiniai", "unikalūs", "dalyvaujantys", "įsidarbinę")]
    ['naujos', 'socialinės', 'unikalios', 'dalyvaujančios', 'įsidarbinusios']
    """
    for ending, other in (("iai", "ės"), ("ūs", "ios"), ("antys", "ančios"), ("ę", "usios"), ("i", "os")):
        if masculine.endswith(ending):
            return masculine.removesuffix(ending) + other
    return masculine


def _agreeing(word: str, plural: str) -> str | None:
    plain = even(word)
    for root, masculine in _ADJECTIVES.items():
        if plain.startswith(root) and _ADJECTIVE_ENDING.fullmatch(plain[len(root) :]):
            is_feminine = plural.endswith(_FEMININE) and plural != "žmonės" and even(masculine) != root
            return feminine(masculine) if is_feminine else masculine
    return None
