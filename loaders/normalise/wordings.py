"""Wordings compared as a reader would: without diacritics, endings, quotes and order."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from database.wordings import folded, search_key, stems

__all__ = ["contains_wording", "folded", "means_the_same", "nearest", "search_key", "stems"]

_GREATEST_GAP = 2
_LIKENESS_WORTH_NAMING = 55


def means_the_same(one: str, other: str) -> bool:
    """Whether two wordings have the same words, whatever their order, endings and diacritics.

    >>> means_the_same("ilgalaikiai bedarbiai", "Bedarbių (ilgalaikių)")
    True
    >>> means_the_same("ilgalaikiai bedarbiai", "bedarbiai")
    False
    >>> means_the_same("", "")
    False
    """
    return bool(stems(one)) and set(stems(one)) == set(stems(other))


def contains_wording(text: str, wording: str) -> bool:
    """Whether the words of the wording stand in the text in order, at most two others between neighbours.

    >>> contains_wording("Projektas skirtas neįgaliesiems ir senyvo amžiaus žmonėms", "senyvo amžiaus žmonės")
    True
    >>> contains_wording("nedirbantis, nestudijuojantis ir nesimokantis jaunimas", "nedirbantis jaunimas")
    True
    >>> contains_wording("amžiaus grupės, tarp jų senyvo", "senyvo amžiaus")
    False
    """
    wanted, present = stems(wording), stems(text)
    if not wanted:
        return False
    reached = {place for place, stem in enumerate(present) if stem == wanted[0]}
    for stem in wanted[1:]:
        reached = {
            place
            for before in reached
            for place in range(before + 1, min(before + 2 + _GREATEST_GAP, len(present)))
            if present[place] == stem
        }
    return bool(reached)


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> list[str]:
    """The candidates most like the word, best first, to be proposed to a person and never chosen unseen.

    >>> nearest("žvejei", ["bedarbiai", "žvejai", "jaunimas"])
    ['žvejai']
    >>> nearest("neįgalūs asmenys", ["neaktyvūs asmenys", "neįgalieji", "asmenys su negalia"], limit=1)
    ['neįgalieji']
    >>> nearest("xyz", ["bedarbiai", "jaunimas"])
    []
    """
    likeness = {candidate: _likeness(word, candidate) for candidate in candidates}
    worth = [candidate for candidate, score in likeness.items() if score >= _LIKENESS_WORTH_NAMING]
    return sorted(worth, key=lambda candidate: (-likeness[candidate], candidate))[:limit]


def _likeness(one: str, other: str) -> float:
    same_words = fuzz.token_set_ratio(search_key(one), search_key(other))
    same_letters = fuzz.ratio(folded(one), folded(other))
    return (2 * same_words + same_letters) / 3
