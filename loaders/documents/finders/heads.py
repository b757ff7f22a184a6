"""The head of an item: its level by the source's word, its code and its title, as one block or cell names it."""

import re
from dataclasses import dataclass

from loaders.documents.finders.passages import even
from loaders.documents.finders.phrases import evened

LEVEL_OF = {
    "tiksl": "goal",
    "uzdav": "objective",
    "priem": "measure",
    "prior": "goal",
    "krypt": "goal",
    "veiks": "action",
    "veikl": "action",
}
"""The first five letters of the source's word: what a record calls it."""

RANK_OF = {"prior": 0, "krypt": 0, "tiksl": 1, "uzdav": 2, "priem": 3, "veiks": 4, "veikl": 4}
"""The word: how deep it stands in the tree of a strategy; priorities stand above goals."""

_ONE = r"(?:tikslas|uzdavinys|priemone|prioritetas|kryptis|veiksmas|veikla)"
_CODE = r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[IVX]{1,4}|[ivx]{1,4})"
_ORDINAL = (
    r"(?:pirm(?:as|asis|oji|a)|antr(?:as|asis|oji|a)|trec(?:ias|iasis|ioji|ia)|ketvirt(?:as|asis|oji|a)|penkt(?:as"
    r"|asis|oji|a)"
    r"|sest(?:as|asis|oji|a)|septint(?:as|asis|oji|a))"
)
_QUALIFIED = r"(?:(?:strategin|bendr|konkret|pagrindin|special|svarbiaus|ilgalaik|remiam|numatom|planuojam)\w+ )?"
_OWNED = (
    r"(?P<owner>(?:[\w.,\"-]+ ){0,14}?(?:strategij\w+|vps) (?:[0-9]{4} ?- ?[0-9]{4} ?(?:m\.|metu) )?(?:[a-z]+ ){0,4}?)?"
)
_BETWEEN = r"(?P<between> ?[.):]? ?(?:- ?|: ?|yra:? |buvo:? )?)"
_LABEL = re.compile(
    rf"{_OWNED}(?:(?P<code>{_CODE})(?:\.|\)"
    rf"|-\w{{1,5}})? ?)?{_QUALIFIED}(?:(?P<ordinal>{_ORDINAL}) )?{_QUALIFIED}(?P<word>{_ONE})"
    rf"(?!\w)(?: ?(?:nr\.?)? ?(?P<after>{_CODE})(?!\w|[.,]?[0-9]))?{_BETWEEN}"
)
_FOREIGN_OWNER = re.compile(
    r"projekt|konferenc|rengin|rengim|susitik|tyrim|apklaus|keitim|pristatym|mokym|administr|program|vvg|grup|kvietim"
)
FOREIGN_CODE = re.compile(r"(?:8\.6|0?8\.6\.1|4\.7|4\.9|4\.[0-9]{2})(?:\.|$)")
_MARK = re.compile(
    rf"\(?(?P<code>{_CODE}(?=[.)])|[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}|[a-z](?=\)))[.)]*\)? *(?=[^\d\s])"
)
_GROUPS = re.compile(r"\s*\([^()]*tikslin\w* grup")
_GOES_ON = re.compile(
    r", (?:o|ir|kuri\w*|tam|jam) (?:\w+ ){0,2}?(?:pasiekti|igyvendinti)\b|,? (?:o |ir )?(?:jam|kuriam) (?:pasiekti"
    r"|igyvendinti)\b"
)
"""Where a sentence leaves its goal and goes on to what is to reach it."""
_ASIDE = re.compile(r"\s*\((?:toliau|tol\.) ?[-–—][^()]*\)")
_MONEY_AFTER = re.compile(
    r"\s*[-–—,(]\s*(?:(?:skirta|suma|numatyta|biudzetas|is viso|iki|apie)\s+)*[0-9][0-9 .,]*(?:tukst\."
    r"|mln\.)? ?(?:eur|€|proc|%|projekt)\w*.*$"
)
_OPENS = '„“"«,'
_CLOSES = '“”"»'
_LONGEST = 900


@dataclass(frozen=True, slots=True)
class Head:
    """Level, code and title of an item, and where the title stands in the text that was read."""

    word: str
    code: str | None
    title: str
    start: int
    end: int

    @property
    def level(self) -> str:
        """goal, objective, measure or action."""
        return LEVEL_OF[self.word]


@dataclass(frozen=True, slots=True)
class Label:
    """The word of an item with its code, before the title: "1 tikslas.", "Veiksmas"."""

    word: str
    code: str | None
    is_owned: bool
    """The strategy is named as its owner: "strategijos tikslas –"."""
    is_marked: bool
    """A colon, dash, point or quote leads over to a title."""
    end: int


def label(text: str, start: int = 0) -> Label | None:
    """The label that stands at a place of a text, or None.

    >>> label("1.1. uždavinys – mažinti atskirtį").code, label("Tikslas Nr. 2: didinti").code
    ('1.1', '2')
    >>> label("Projekto tikslas – sudaryti sąlygas"), label("8.6.1 uždavinys „Pagerinti“")
    (None, None)
    """
    plain = evened(text)
    match = _LABEL.match(plain, start)
    if not match:
        return None
    if match["owner"] and _FOREIGN_OWNER.search(match["owner"].rpartition("strategij")[2]):
        return None
    code = match["code"] or match["after"]
    if code is None and match["ordinal"]:
        code = _ordinal(match["ordinal"])
    elif code is not None:
        at = match.start("code") if match["code"] else match.start("after")
        code = text[at : at + len(code)]
        if code.isalpha() and not code.isupper():
            return None
    if code and FOREIGN_CODE.match(code):
        return None
    end = match.end()
    is_marked = bool(match["between"].strip()) or plain[end : end + 1] == '"' or text[end : end + 2] == ",,"
    return Label(match["word"][:5], code, bool(match["owner"]), is_marked, end)


def mark(text: str) -> tuple[str, int] | None:
    """The number or letter that opens a text, as written, and where the text goes on.

    >>> mark("1.2. Didinti"), mark("a) mažinti"), mark("2016 m. buvo"), mark("3 uždavinys. Didinti")
    (('1.2', 5), ('a', 3), None, None)
    """
    match = _MARK.match(text)
    return (match["code"], match.end()) if match else None


def title(text: str, start: int, stop: int, is_told: bool = False) -> tuple[str, int, int] | None:
    """The title from a place of a text on: cleaned, with its start and end; None where none is.

    A title in quotes ends with them, always where it `is_told` by a label before; else it ends before a list of
    target groups, a sum or the end of the sentence.

    >>> title("Veiksmas „Rėmimas“ (veiksmo tikslinė grupė – a, b).", 9, 51)
    ('Rėmimas', 10, 17)
    """
    while start < stop and text[start] in " -–—:.":
        start += 1
    opened = start
    while opened < stop and text[opened] in _OPENS:
        opened += 1
    if opened > start:
        closing = _closing(text, opened, stop)
        rest = text[closing + 1 : stop].lstrip(_CLOSES + " ")
        if closing > opened and (not rest or rest[0] in "().,;–-:|" or not rest[0].isalnum() or is_told):
            return _clean(text, opened, closing)
    groups = _GROUPS.search(even(text[start:stop]))
    end = start + groups.start() if groups else stop
    if goes_on := _GOES_ON.search(even(text[start:end])):
        end = start + goes_on.start()
    money = _MONEY_AFTER.search(even(text[start:end]))
    if money and money.start() > 10:
        end = start + money.start()
    return _clean(text, start, end)


def _closing(text: str, start: int, stop: int) -> int:
    depth = 0
    for place in range(start, stop):
        if text[place] in "„«":
            depth += 1
        elif text[place] in '“”»"':
            if depth == 0:
                return place
            depth -= 1
    return -1


def _clean(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    while end > start and text[end - 1] in " .,;:–—-":
        end -= 1
    if joint := re.search(r"[,;]? (?:o|ir|bei)$", text[start:end]):
        end = start + joint.start()
    while start < end and text[start] in " .,;:–—-":
        start += 1
    piece = _ASIDE.sub("", text[start:end])
    aside = re.search(r"\s*\((?:toliau|tol\.) ?[-–—][^()]*\)$", text[start:end])
    if aside:
        end = start + aside.start()
    piece = piece.strip(" .,;:–—-")
    letters = sum(letter.isalpha() for letter in piece)
    if letters < 5 or (not piece[0].isalpha() and piece[0] not in '„"“(') or len(piece) > _LONGEST:
        return None
    if letters < len(piece.replace(" ", "")) * 0.6:
        return None
    return piece, start, end


def _ordinal(word: str) -> str:
    starts = ("pirm", "antr", "trec", "ketv", "penk", "sest", "sept")
    return str(starts.index(word[:4]) + 1)
