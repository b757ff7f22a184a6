"""Items that a sentence refers to by order or code: "antrajam uždaviniui", "1.2 veiksmui"."""

import re

from loaders.documents.finders.heads import LEVEL_OF
from loaders.documents.finding import Finding

CODED = re.compile(
    r"(?P<code>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})\.? (?:veiksm|priemon|uzdavin|tiksl)|(?:veiksm|priemon|uzdavin"
    r"|tiksl)\w* (?:nr\.? ?)?(?P<after>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})"
)
_REFERRED = re.compile(
    r"\b(?:(?P<ordinal>pirm|antr|trec|ketvirt|penkt|sest)(?:\w{1,7})(?: (?:strategijos )?(?P<word>tiksl|uzdavin"
    r"|priemon|veiksm)\w*)?"
    r"|(?P<number>[0-9]|[IVX]{1,3}|[ivx]{1,3})(?:-?(?:a|o|uo)\w{0,5})? (?P<level>tiksl|uzdavin|priemon|veiksm)(?:ui"
    r"|iui|o|io|es|ei|a|i|u))\b"
)
_ORDINALS = ("pirm", "antr", "trec", "ketvirt", "penkt", "sest")


def referred(plain: str, start: int, structure: list[Finding], codes: dict[str, int]) -> tuple[bool, int | None]:
    """Whether the sentence refers a number to an item by its order ("antrajam uždaviniui"), and to which.

    In: the evened sentence, where the number stands, what was found and the items by code.
    An item that cannot be told is None.
    """
    told = list(_REFERRED.finditer(plain, 0, start))
    word = next((match["word"] or match["level"] for match in told if match["word"] or match["level"]), None)
    coded = list(CODED.finditer(plain, 0, start))
    if coded and not codes.get(coded[-1]["code"] or coded[-1]["after"], -1) >= 0:
        return True, None
    if not word:
        return False, None
    last = told[-1]
    number = _ORDINALS.index(last["ordinal"]) + 1 if last["ordinal"] else None
    code = str(number) if number else last["number"]
    level = LEVEL_OF[word[:5]]
    candidates = [at for at, one in enumerate(structure) if one.field == "item" and one.values["level"] == level]
    coded = [at for at in candidates if str(structure[at].values.get("code") or "").lower() == str(code).lower()]
    if len(coded) == 1:
        return True, coded[0]
    is_in_order = number and not coded and number <= len(candidates)
    one_parent = len({structure[at].parent for at in candidates}) == 1
    return True, candidates[number - 1] if is_in_order and one_parent else None
