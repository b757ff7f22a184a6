"""Target groups that a sentence names in the dative or accusative, as a list would: in the nominative."""

import re

from loaders.documents.finders.passages import even

_U_STEMS = r"(?P<stem>(?:ne)?(?:įgal|aktyv|smulk|sunk|stipr|saug|gab))"
"""Adjectives of which the nominative plural ends in "ūs"."""
_RULES = (
    ("dat", r"iesiems", "ieji"),
    ("dat", r"(?<=[ai]n)tiems", "tys"),
    ("dat", r"(?<=n)čioms", "čios"),
    ("dat", r"usiems", "ę"),
    ("dat", rf"{_U_STEMS}iems", r"\g<stem>ūs"),
    ("dat", r"žmonėms", "žmonės"),
    ("dat", r"iems", "i"),
    ("dat", r"ams", "ai"),
    ("dat", r"ėms", "ės"),
    ("dat", r"oms", "os"),
    ("dat", r"ims", "ys"),
    ("dat", r"(?<=n)čiam", "tis"),
    ("dat", r"usiam", "ęs"),
    ("dat", r"iam", "is"),
    ("dat", r"am", "as"),
    ("dat", r"(?<=m)ui", "as"),
    ("acc", r"iuosius", "ieji"),
    ("acc", r"uosius", "ieji"),
    ("acc", r"(?<=[ai]n)čius", "tys"),
    ("acc", r"(?<=n)čias", "čios"),
    ("acc", r"usius", "ę"),
    ("acc", rf"{_U_STEMS}ius", r"\g<stem>ūs"),
    ("acc", r"(?<=esn)ius", "i"),
    ("acc", r"(?<=n)inius", "iniai"),
    ("acc", r"ius", "iai"),
    ("acc", r"(?<=jaun)us", "i"),
    ("acc", r"us", "ai"),
    ("acc", r"žmones", "žmonės"),
    ("acc", r"es", "ės"),
    ("acc", r"as", "os"),
    ("acc", r"is", "ys"),
    ("acc", r"(?<=im)ą", "as"),
)
_TURNS = {
    case: [(re.compile(rf"{ending}$"), turned) for of, ending, turned in _RULES if of == case]
    for case in ("dat", "acc")
}
_ENDS = {"dat": r"(?:ms|ui|am)$", "acc": r"(?:us|as|es|is|ą)$"}
_NO_NOUN = re.compile(r"^(?:su|nuo|iki|be|del|metu|m|amziaus|nei|kaip|i|ir|bei|ar|arba|po|is)$")


def in_nominative(phrase: str, case: str) -> str | None:
    """The phrase in the nominative; None where its people do not stand in that case ("dat" or "acc").

    What agrees with the people is turned, and the participle behind a comma; objects and genitives stay.

    >>> in_nominative("vienišiems vyresniems senjorams", "dat"), in_nominative("žmonėms su negalia", "dat")
    ('vieniši vyresni senjorai', 'žmonės su negalia')
    >>> in_nominative("žmones, prižiūrinčius artimuosius", "acc"), in_nominative("14–29 m. jaunimą", "acc")
    ('žmonės, prižiūrintys artimuosius', '14–29 m. jaunimas')
    >>> in_nominative("ilgai darbo nerandantiems gyventojams", "dat"), in_nominative("puiki mintis", "dat")
    ('ilgai darbo nerandantys gyventojai', None)
    """
    first, comma, rest = phrase.partition(",")
    first, preposition, tail = _before_preposition(first)
    words = first.split(" ")
    if not re.search(_ENDS[case], words[-1]):
        return None
    turned = [_turned(word, case, is_head=at == len(words) - 1) for at, word in enumerate(words)]
    behind = rest.split(" ")
    if len(behind) > 1 and re.search("nč|nt|us", behind[1]):
        behind[1] = _turned(behind[1], case, is_head=False)
    return " ".join(turned) + preposition + tail + comma + " ".join(behind)


def _before_preposition(words: str) -> tuple[str, str, str]:
    """People, and what a preposition behind them says: "žmonėms su negalia"; "nuo karo pabėgusiems" stays whole."""
    match = re.search(r"(?<=[a-ząčęėįšųūž]) (?:su|iki|nuo|be|dėl|iš|virš) ", words)
    if not match or not re.search(r"(?:ms|us|es|is|as|ui|ą)$", words[: match.start()]):
        return words, "", ""
    return words[: match.start()], match[0], words[match.end() :]


def _turned(word: str, case: str, is_head: bool) -> str:
    if _NO_NOUN.match(even(word)) or (not is_head and re.search("(?:ą|ui)$", word)):
        return word
    for ending, turned in _TURNS[case]:
        if ending.search(word):
            return ending.sub(turned, word)
    return word
