"""Names of natural persons are left out of values: a record speaks of organisations and offices."""

import re

_NAME = r"[A-ZĄČĘĖĮŠŲŪŽ][a-ząčęėįšųūž]+"
_INITIAL = r"(?:[A-ZĄČĘĖĮŠŲŪŽ]\. ?){1,2}"
_SURNAME = rf"{_NAME}(?:ien|ait|yt|ut|ūt|i[uū]t)(?:ė|ės|ei|ę|e|ėje)(?:-{_NAME})?"
_OFFICE = (
    r"(?:pirminink|direktor|vadov|koordinator|administrator|specialist|ministr|viceministr|mer|pavaduotoj"
    r"|vedėj|patarėj|lektor|ekspert|nar|atstov"
    r"|projektų vadov|buhalter|dirigent|seniūn|savanor)(?:\w*)"
)
_AFTER_OFFICE = re.compile(
    rf"(?<!\w)(?P<office>{_OFFICE}),? (?:{_INITIAL}{_NAME}|{_NAME} {_NAME}(?:-{_NAME})?)(?!\w)(?! (?:rajon"
    rf"|miest|savivald|vvg))"
)
_WITH_INITIAL = re.compile(rf"(?<![\w„“.]){_INITIAL}{_NAME}(?:-{_NAME})?,? ?")
_FEMALE = re.compile(rf"(?<!\w){_NAME} {_SURNAME}(?!\w),? ?")


def without_persons(text: str) -> str:
    """The text without names of persons; the office that a person holds stays.

    >>> without_persons("VVG pirmininkė Daiva Riklienė pristatė strategiją")
    'VVG pirmininkė pristatė strategiją'
    >>> without_persons("D. Riklienė ir Rūta Sausienė dalyvavo Utenos miesto VVG susirinkime")
    'dalyvavo Utenos miesto VVG susirinkime'
    """
    kept = _AFTER_OFFICE.sub(r"\g<office>", text)
    kept = _FEMALE.sub("", _WITH_INITIAL.sub("", kept))
    return re.sub(r"^(?:ir|bei|,) ", "", " ".join(kept.split()))
