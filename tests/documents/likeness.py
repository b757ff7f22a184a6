"""Whether a value of a draft says the same as the truth, and how alike two facts are."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from database.wordings import folded, stems
from loaders.normalise.periods import years
from loaders.vocabularies import Vocabularies
from tests.documents.facts import Fact

_EDGES = " .,;:!?\"'()-"
_NUMBERED = re.compile(r"\d+(?:[.,]\d+)*")


def readings(value: object) -> list[object]:
    """The right readings of a value of a truth."""
    return value["any_of"] if isinstance(value, dict) and "any_of" in value else [value]


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> float:
    """From 0 to 1: the same words, whatever their endings, quotes, dashes and final stops."""
    first, second = (folded(text).replace('"', "").strip(_EDGES) for text in (one, other))
    if first == second:
        return 1.0
    words, others = set(stems(one)), set(stems(other))
    shared = len(words & others) / len(words | others) if words | others else 0.0
    return max(fuzz.ratio(first, second) / 100, shared)


@lru_cache(maxsize=65536)
def covered(one: str, other: str) -> float:
    """From 0 to 1: how many words of the shorter text the longer one holds."""
    words, others = set(stems(one)), set(stems(other))
    return len(words & others) / min(len(words), len(others)) if words and others else 0.0


def text_likeness(truth: object, draft: object, covering: bool = False) -> float:
    """The best likeness of a draft's text to any reading of the truth."""
    if not draft:
        return 0.0
    measure = covered if covering else alike
    return max((measure(str(one), str(draft)) for one in readings(truth) if one is not None), default=0.0)


class Values:
    """Compares values of a truth with those of a draft; funds and concepts by the vocabularies of `data/`."""

    def __init__(self, vocabularies: Vocabularies):
        self.vocabularies = vocabularies

    def same(self, key: str, truth: object, draft: object) -> bool:
        """Whether the draft's value is one of the right readings."""
        return any(self._same(key, reading, draft) for reading in readings(truth))

    def _same(self, key: str, truth: object, draft: object) -> bool:
        if truth is None or draft is None:
            return truth is draft
        if key == "funds":
            return self._funds(truth) == self._funds(draft)
        if key == "partners":
            return len(truth) == len(draft) and all(any(alike(a, b) >= 0.8 for b in draft) for a in truth)
        if key == "period":
            return years(str(truth)) == years(str(draft))
        if key in ("code", "order", "number", "measure", "activity_code", "proposal"):
            return _bare(truth) == _bare(draft)
        if key in ("title", "name", "applicant", "authority", "city", "municipality", "part", "publisher"):
            least = {"authority": 0.5, "applicant": 0.75, "publisher": 0.6, "part": 0.6}.get(key, 0.8)
            is_part = key == "authority" and covered(str(truth), str(draft)) == 1
            return is_part or alike(str(truth), str(draft)) >= least
        return str(truth) == str(draft) or (_number(truth) is not None and _number(truth) == _number(draft))

    def concept(self, indicator: Fact) -> str | None:
        """What an indicator counts: as stated, else as its name says."""
        stated = indicator.values.get("concept")
        names = [str(name) for name in readings(indicator.values.get("name")) if name]
        found = [code for name in names for code in self.vocabularies.codes("concepts", name)[:1]]
        return str(stated) if stated else found[0] if found else None

    def _funds(self, funds: list[str]) -> set[str]:
        return {self.vocabularies.code("funds", fund) for fund in funds}


def _bare(code: object) -> str:
    """A code or number without its words and stops: „2 uždavinys“ is 2, "Nr. 01" is 1."""
    text = folded(str(code))
    if re.fullmatch(r"[a-z]\)?|[ivx]+\.?", text):
        return text.strip(".)")
    numbers = _NUMBERED.findall(text)
    if len(numbers) == 1 and not re.search(r"\d[a-z]|-", text):
        return ".".join(part.lstrip("0") or "0" for part in numbers[0].split("."))
    return re.sub(r"^nr\.? ?|[\s.]+$", "", text).replace(" ", "")


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None
