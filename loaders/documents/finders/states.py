"""Was it planned or achieved? What a sentence says of a number, by the verb that governs it."""

import re
from dataclasses import dataclass

_ROOTS = (
    "dalyva dalyvau savanori savanoriau igyvendin sukur ikur reng organiz trauk mok stiprin ples plet siul teik rink "
    "tvirtin finans rem leis leid skelb gau gav baig vykd rasy ras darbin konsult tarn klaus prad atnaujin skir skyr "
    "registr steig vertin pild lauk jung lank naud ved ves remont tvark sodin gerin gerej siek iek versl igij idieg "
    "irasy kviet klausi pazin megin subur bur telk ugd globo maitin vez rupin padej didin mazin sumazin perk pirk"
)
"""Beginnings of verbs for what a strategy does, without their prefixes."""
_PREFIX = r"(?:ne)?(?:isi|susi|prisi|pasi|apsi|atsi|su|i|pri|at|uz|is|ap|pa|per|nu|par|pra)?"
_VERB = rf"\b{_PREFIX}(?:{'|'.join(_ROOTS.split())})(?:in|uo|av|iav|iau|ej|y|d|t)?"
_FUTURE = re.compile(
    rf"{_VERB}(?:s|siu|sime)\b|\b(?:i)?vyks\b|\b(?:tap|isitrauk|prisijung|isidarbin|gau|pasinaudo|lanky)(?:tu|s)\b"
    rf"|\b\w+(?:autu|uotu)\b|\b(?:atsiras|turinys bus)\b"
)
_PAST = re.compile(
    rf"{_VERB}(?:ta|tas|tos|o|e|ome|eme|osi|esi|usi\w*)\b|{_VERB}[ao]m(?:a|as|i|os)\b|\b(?:su)?dalyvav\w+\b"
    r"|\b(?:i?vyk(?:o|usi\w*|sta)|dalyvauja|savanoriauja|igyvendina|tesia|talkin\w+|prisideda|veikia|veike|teikia"
    r"|rado|tapo"
    r"|dirba|pavyko"
    r"|isigijo|igijo|turejo galimybe|tesiam\w+|vykdom\w+|paskirstyta|atsirado|papildytas)\b"
)
_NO_VERB = re.compile(
    r"(?:[iy]m(?:as|o|ui|a|u|e|ai|us)|toj(?:as|o|a|ai|us|u)|ejas|eja|gavejo|rengejo|vykdytojo|inys|imas|kuri\w*|veda"
    r"|rasos|pildo"
    r"|lauke|pradas|pirkta|remontas)$"
)
_PLANNED = re.compile(
    r"\b(?:(?:su|ne)?planuo\w+|(?:su)?planav\w+|planas|plane|numat\w+|ketin\w+|siekiam\w+|siektin\w+|siekta|siekti"
    r"|siekia|siekiant"
    r"|bus|busim\w+|butu|tikimasi|laukiam\w+|tures|turetu|turi buti|privalo|rodiklio reiksm\w+|reikes|gales|uzsibrez\w+"
    r"|isipareigo\w+|zadam\w+|zada|siulom\w+|pasiekti|iskelt\w+|issikel\w+|iskele|apima)\b"
)
_INFINITIVE = re.compile(rf"{_VERB}ti\b")
_CLAUSE = re.compile(r"[;()]|, o |, taciau |, bet |, is kuri|, kuri|, jose |, dar |, kit|, is viso|\. ")
_RELATIVE = re.compile(r", kuri\w* ")
_SPAN = re.compile(r"\bper \w+ (?:met|menes)|\biki (?:siol|20\d\d)|\bjau\b|\bbuvo\b|\bis viso\b|\bviso\b|\b20\d\d m\.")
_BARE_PLANNED = re.compile(
    r"turejo buti|turi buti|uzsibrez\w+|zade\w+|pazade\w+|tiketasi|tikej\w+|(?:su)?planuo(?!tu \w)\w+|planav\w+|planas"
    r"|plane|numatyt(?!u \w)\w+|siekta|siektin\w+|siekiam\w+|laukta|tikslas|target"
)
_BARE_DONE = re.compile(
    r"pasiek\w+|faktin\w*|faktisk\w*|realiai|igyvendin\w+|ivykd\w+|gauta|dalyvavo|susirinko|atvyko|prisijunge"
    r"|isitrauke|isidarbino|sulaukta|sulaukeme|tapo\b|(?:pri|i)traukt(?:a|i|os)\b"
    r"|(?:su)?reng(?:ta|ti|tos)\b|(?:uz|pa)?baigt(?:a|i|os)\b|sukurt(?:a|i|os)\b|suorganizuot(?:a|i|os)\b"
    r"|apmokyt(?:a|i|os)\b|paremt(?:a|i|os)\b|isteigt(?:a|i|os)\b|suteikt(?:a|i|os)\b|ikurt(?:a|i|os)\b"
    r"|vyko\b|ivyko\b|surinkt(?:a|i|os)\b|padeta\b"
)
_OF_NOUN = re.compile(r"(?:su)?(?:planuot|numatyt)u")
"""Before a noun ("iš numatytų veiksmų") it says nothing of the number; right before a number it does."""
_PROMISES = ("bus", "planuojam", "numatom", "tikimasi", "ketinam", "siekiam", "laukiam")
_PARTICIPLE = re.compile(r"t(?:a|as|os|i)$")


@dataclass(frozen=True, slots=True)
class State:
    """planned or achieved, where the word stands that says so, and whether it stands right beside."""

    code: str
    start: int
    end: int
    word: str


def state(plain: str, start: int, end: int, is_nominative: bool) -> State | None:
    """The state of the number at start:end of a sentence (evened letters); None where nothing says it.

    `is_nominative`: the counted noun is in the nominative, so "įgyvendinti" before it is no infinitive.

    >>> state("planuojama igyvendinti 6 projektus", 23, 24, False).code
    'planned'
    >>> state("igyvendinti 24 vietos projektai", 12, 14, True).code
    'achieved'
    >>> state("bus sukurtos 5 darbo vietos", 13, 14, True).code, state("mieste 9 projektai", 7, 8, True)
    ('planned', None)
    """
    low, high = clause(plain, start, end)
    words = _words(plain, low, high, is_nominative)
    before = [word for word in words if word.end <= start]
    after = [word for word in words if word.start >= end]
    if before:
        return _governing(before, plain)
    if after and after[0].start - end < 90:
        return after[0]
    relative = _RELATIVE.match(plain, high)
    words = _words(plain, high, clause(plain, relative.end(), relative.end())[1], is_nominative) if relative else []
    return words[0] if words else None


def clause(plain: str, start: int, end: int) -> tuple[int, int]:
    """The clause of a place: no further than a semicolon, parenthesis or joint on either side."""
    low = max((match.end() for match in _CLAUSE.finditer(plain, 0, start)), default=0)
    following = _CLAUSE.search(plain, end)
    return low, following.start() if following else len(plain)


def bare_state(plain: str) -> State | None:
    """The state that words right before a number without a noun say: "planuota –", "pasiekta –"."""
    match = _BARE_PLANNED.search(plain) or _BARE_DONE.search(plain)
    if not match:
        return None
    return State("planned" if match.re is _BARE_PLANNED else "achieved", match.start(), match.end(), match[0])


def _words(plain: str, low: int, high: int, is_nominative: bool) -> list[State]:
    found = [State("planned", *match.span(), match[0]) for match in _PLANNED.finditer(plain, low, high)]
    patterns = [("planned", _FUTURE), ("achieved", _PAST)]
    if is_nominative or _SPAN.search(plain[low:high]):
        patterns.append(("achieved", _INFINITIVE))
    for code, pattern in patterns:
        found += [
            State(code, *match.span(), match[0])
            for match in pattern.finditer(plain, low, high)
            if not _NO_VERB.search(match[0]) and not _PLANNED.fullmatch(match[0])
        ]
    found = [one for one in found if not _OF_NOUN.fullmatch(one.word) or plain[one.end + 1 : one.end + 2].isdigit()]
    return sorted(found, key=lambda one: (one.start, one.code == "achieved"))


def _governing(before: list[State], plain: str) -> State:
    """Of the words before a number, the nearest; but "bus sukurta", "buvo planuota įtraukti" are planned.

    A promise ("planuojama, kad") holds for the participles that follow, not for finite verbs of the past.
    """
    last = before[-1]
    if last.code == "planned":
        return last
    for word in reversed(before[:-1]):
        between = plain[word.end : last.start]
        if word.code != "planned" or re.search(r"\b(?:jau|buvo|faktiskai|realiai)\b", between):
            continue
        is_promise = word.word.startswith(_PROMISES) and _PARTICIPLE.search(last.word)
        if last.word.startswith("pasiek") and word.word in ("planuota", "siekta"):
            continue
        if last.word.endswith("ti") or is_promise:
            return State("planned", word.start, last.end, last.word) if len(between) < 160 else last
        if len(between) <= 45 and not re.search(r"\d", between):
            return State("planned", word.start, last.end, last.word)
        return last
    return last
