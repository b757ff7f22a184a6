"""A list of target groups, split into the phrases of the source."""

import re

from loaders.documents.finders.passages import even

_PEOPLE = re.compile(
    r"\b(?:asm(?:uo|en|\.)|gyventoj|zmon|zmog|bedarb|jaunim|jaunuol|vaik|seim|senjor|neigali|pagyven|vyresn|migrant"
    r"|pabegel|benam|mokin"
    r"|moksleiv|student|motin|motes?\b|mamos|mamom|teciai|teciam|tev(?:ai|ams|u\b)|globej|moter|vyr(?:ai|ams|u\b)"
    r"|savanor|verslinink|subjekt|imon|organizacij|bendruomen"
    r"|iteviai|globejai|kitatauci|rom(?:ai|ams|u)\b|tautin|auklet|slaug|darbuotoj|nari(?:ai|ams|u)\b|paaugl|pensinink"
    r"|ukinink|dirbanci|dirbantys|nuteist|kalini"
    r"|probuojam|vienis|naslaic|nvo\b|vyresni|sutrikim|negali|priklausom|bendrij|auginanc|auginant|besimok|ieskanc"
    r"|ieskant|neaktyv|darbing|atstov|ista(?:ig)|specialist|uzimt|grupes\b|atskirt)"
)
_HEAD = re.compile(
    r"(?:ys|iai|ai|os|es|ai|ims|ams|oms|ems|imas|imui|eji|iesiems|sios|siai|sis|uo|ui|ui|ei|jos|joms|s|nvo|us)$"
)
_CONJUNCTION = re.compile(r" (?:ir|bei|taip pat|arba|ar) ")
_REST = re.compile(r"^(?:ir )?(?:kt\.?|kiti|pan\.?|kita)$")
_RELATIVE = re.compile(
    r"^(?:\w{2,}(?:ant|int|anc|inc)(?:ys|is|ios|io|i|iais|iems|ioms|iose|iu)\b|kuri\w+|kurie|kad|kai|nes|esant\w*"
    r"|turin(?:t|c)\w+|patirian(?:t|c)\w+|gyvenan(?:t|c)\w+|auginan(?:t|c)\w+|susidurian(?:t|c)\w+|priklausan(?:t"
    r"|c)\w+|(?:ne)?galin(?:t|c)\w+"
    r"|norin(?:t|c)\w+|ieskan(?:t|c)\w+|siekian(?:t|c)\w+|nuo|iki|pagal|su|is(?!k)|be|del|ypac|tarp ju|pvz|isskyrus"
    r"|iskaitant|registruot\w+|grizus\w+|grize|jaunesn\w+|vyresn\w+ (?:nei|kaip))\b"
)
_OWN_PEOPLE = re.compile(
    r"\b(?:asmenys|gyventojai|zmones|vaikai|seimos|nariai|jaunimas|jaunuoliai|senjorai|moterys|vyrai|tevai|subjektai"
    r"|grupes"
    r"|(?:savanor|bedarb|mokin|moksleiv)iai)(?: bei ju (?:seimos|seimos nariai|artimieji))?$"
)
_WHO_DID = re.compile(r"(?:nuo|is|po|del) [^,;]*?(?:us|ant|int|anc|inc)i\w* \w+(?:ai|ams|os|oms|ys|ims|us|is)$")
"""What begins with a preposition and still names its own people: "nuo karo pabėgę ukrainiečiai"."""
_NOMINATIVE = re.compile(r"(?:ai|ys|os|es|as|eji|uo)$")
_LONGEST = 45


def names_people(text: str) -> bool:
    """Whether a phrase names people or bodies that a strategy may be for."""
    return bool(_PEOPLE.search(even(text)))


def groups(text: str, start: int, stop: int, in_dative: bool = False) -> list[tuple[int, int]]:
    """Start and end of each phrase of a list of groups; empty where the words name no people.

    >>> def said(text): return [text[a:b] for a, b in groups(text, 0, len(text))]
    >>> said("bedarbiai ir ilgalaikiai bedarbiai; neaktyvūs asmenys")
    ['bedarbiai ir ilgalaikiai bedarbiai', 'neaktyvūs asmenys']
    >>> said("neįgalieji, buvę vaikų globos namų, šeimynų auklėtiniai, kitataučiai bei jų šeimos ir kt. gyventojai")
    ['neįgalieji', 'buvę vaikų globos namų, šeimynų auklėtiniai', 'kitataučiai bei jų šeimos', 'kt. gyventojai']
    >>> said("asmenys, kurie neturi darbo, jaunimas")
    ['asmenys, kurie neturi darbo', 'jaunimas']
    """
    parts: list[tuple[int, int]] = []
    for first, last in _pieces(text, start, stop, ":"):
        divided = _pieces(text, first, last, ";")
        parts += divided if len(divided) > 1 else _last_divided(text, _joined(text, _pieces(text, first, last, ",")))
    found: list[tuple[int, int]] = []
    for first, last in parts:
        first, last = _trimmed(text, first, last)
        phrase = even(text[first:last])
        if not phrase or _REST.match(phrase):
            continue
        if not _is_named(phrase, bool(found)) or len(phrase.split()) > _LONGEST:
            return found if found and not in_dative else []
        found.append((first, last))
    return found


def _is_named(phrase: str, has_others: bool) -> bool:
    """People, or beside people a short phrase in the nominative plural: "globėjai, įtėviai"."""
    words = phrase.split()
    return names_people(phrase) or (
        has_others and len(words) <= 4 and bool(re.search(r"(?:ai|ys|os|es|eji)$", words[-1]))
    )


def _pieces(text: str, start: int, stop: int, mark: str) -> list[tuple[int, int]]:
    pieces, depth, first = [], 0, start
    for place in range(start, stop):
        letter = text[place]
        depth += (letter in "(„") - (letter in ")“")
        if depth <= 0 and letter == mark:
            pieces.append((first, place))
            first = place + 1
    return [*pieces, (first, stop)]


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces between commas that are no phrase of their own go with the one before, or with the one after."""
    joined: list[tuple[int, int]] = []
    waiting: int | None = None
    for first, last in pieces:
        phrase = even(text[first:last]).strip()
        begin = waiting if waiting is not None else first
        if waiting is None and joined and _RELATIVE.match(phrase) and not _names_own_people(phrase):
            joined[-1] = (joined[-1][0], last)
            continue
        if _is_shared(phrase):
            waiting = begin
            continue
        joined.append((begin, last))
        waiting = None
    if waiting is not None:
        if joined and names_people(text[waiting : pieces[-1][1]]):
            joined.append((waiting, pieces[-1][1]))
        elif joined:
            joined[-1] = (joined[-1][0], pieces[-1][1])
        else:
            joined.append((waiting, pieces[-1][1]))
    return joined


def _names_own_people(phrase: str) -> bool:
    """Whether a phrase ends with people in the nominative: "iš įkalinimo įstaigų grįžę asmenys"."""
    people = _OWN_PEOPLE.search(phrase) or _WHO_DID.match(phrase)
    return bool(people) and not re.match(r"kuri", phrase)


def _is_shared(phrase: str) -> bool:
    """Whether a piece waits for the people that a later piece names: "specialiųjų mokyklų", "nedirbantis"."""
    if not phrase:
        return False
    last = phrase.split()[-1]
    if re.search(r"(?:antis|intis|antys|intys|usieji|aves|iantys)$", last) and not names_people(last):
        return True
    if any(names_people(word) and _NOMINATIVE.search(word) for word in phrase.split()):
        return False
    return bool(re.search(r"(?:\w\w(?:u|ju|iu)|mokyklos|namu)$", last)) and not re.search(r"(?:us|nvo)$", last)


def _last_divided(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The last of several pieces divided at its "ir" or "bei", where both sides name people of their own."""
    if not parts:
        return parts
    first, last = parts[-1]
    plain = even(text[first:last])
    joints = list(_CONJUNCTION.finditer(plain))
    if not joints or (len(parts) == 1 and len(joints) != 1):
        return parts
    joint = joints[-1]
    before, after = plain[: joint.start()], plain[joint.end() :]
    if re.match(r"(?:ju|jo|jos|savo|kt\.? (?:pan|t))\b", after) or not _is_group(before) or not _is_group(after):
        return parts
    if _shares_its_people(before, after):
        return parts
    return [*parts[:-1], (first, first + joint.start()), (first + joint.end(), last)]


def _is_group(phrase: str) -> bool:
    words = phrase.strip().split()
    if not words:
        return False
    if re.match(r"kt\.? \w", phrase.strip()):
        return names_people(phrase)
    return names_people(phrase) and not re.search(r"(?:antis|antys|intys|ius|aves|usi|use|umo)$", words[-1])


def _shares_its_people(before: str, after: str) -> bool:
    """ "bedarbiai ir ilgalaikiai bedarbiai" is one phrase, and so is what says the same people twice."""
    one, other = before.split()[-1], after.split()[-1].rstrip(".")
    return one[:6] == other[:6]


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first] in ' -–—•,;:„"“':
        first += 1
    while last > first and (text[last - 1] in " ,;:–-." and not text[first:last].endswith((" kt.", " pan."))):
        last -= 1
    lead = re.match(r"(?:ir|bei|taip pat|o taip pat) ", even(text[first:last]))
    if lead:
        first += lead.end()
    if text[first:last].endswith(" m") and text[last : last + 1] == ".":
        last += 1
    tail = re.search(r" (?:ir|bei) (?:kt|pan|kiti)\.?$", even(text[first:last]))
    return (first, first + tail.start()) if tail else (first, last)
