"""Numbers in running text, in digits and in words, and whether they are exact, at least or at most."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from loaders.normalise.figures import Quantity, quantities
from loaders.normalise.wordings import folded

Bound = Literal["=", ">=", "<="]

_PLAIN = "i ios iu iems ioms is ias iais iomis iuose iose"
_COLLECTIVE = "eri erios eriu eriems erioms erius erias eriais eriomis"
_TEEN = "iolika iolikos iolikai iolikoje"
_TEN = "desimt desimtis desimties desimciai desimtimi"
_FOUR_TO_NINE = ("ketur", "penk", "ses", "septyn", "astuon", "devyn")
_FORMS = (
    (1, "vien", "as o am a u ame os ai oje eri eriu erius eriems eriais"),
    (2, "d", "u vi vieju viem viejuose viejose veji veju vejus vejiems vejais"),
    (3, "tr", "ys iju ims is imis ijuose ijose eji eju ejus ejiems ejais"),
    *((digit, stem, _PLAIN) for digit, stem in enumerate(_FOUR_TO_NINE, 4)),
    *((digit, stem.replace("ketur", "ketv"), _COLLECTIVE) for digit, stem in enumerate(_FOUR_TO_NINE, 4)),
    (10, "", _TEN),
    (11, "vienuolik", "a os ai oje"),
    (12, "dvylik", "a os ai oje"),
    (13, "trylik", "a os ai oje"),
    *((10 + digit, stem, _TEEN) for digit, stem in enumerate(_FOUR_TO_NINE, 4)),
    (20, "dvi", _TEN),
    (30, "tris", _TEN),
    *((10 * digit, f"{stem}ias", _TEN) for digit, stem in enumerate(_FOUR_TO_NINE, 4)),
    (100, "simt", "as o ui a u e ai ams us ais uose"),
    (1000, "tukstan", "tis cio ciui ti ciu tyje ciai ciams cius ciais"),
)
# Partners abroad report in German, among others on the Lazdijai strategy.
_GERMAN = "zwei drei vier funf sechs sieben acht neun zehn elf zwolf"
_VALUES = {stem + ending: value for value, stem, endings in _FORMS for ending in endings.split()}
_VALUES |= {word: value for value, word in enumerate(_GERMAN.split(), 2)}
_WORD = re.compile(r"[^\W\d_]+")

_THAN = ",?(?: (?:kaip|nei|negu))?"
_LOOSELY = r"(?: (?:net|dar|apie|po))?[\s(\"]*$"
_AT_LEAST = re.compile(
    rf"(?:\bne ?(?:maz(?:iau|esn)\w*){_THAN}|(?<!\bne )\b(?:daugiau|didesn\w+),? (?:kaip|nei|negu)"
    rf"|\bvirs|\bbent|\bmaziausiai|\bminimum|(?<!\bne )\bvirsij\w+){_LOOSELY}"
)
_AT_MOST = re.compile(
    rf"(?:\bne ?(?:daugiau|didesn\w+){_THAN}|(?<!\bne )\bmaz(?:iau|esn)\w*,? (?:kaip|nei|negu)"
    rf"|\biki|\bdaugiausia|\bmaksimaliai|\bne ?virsij\w+){_LOOSELY}"
)
WORDS_OF_CHANGE = r"(?:su|pa|is)?(?:mazin|mazej|didin|didej|keic|keit|aug|kil)\w*"
_CHANGE = re.compile(rf"\b{WORDS_OF_CHANGE}\b[^.;]*\biki\W*$")
_DATE_FOLLOWS = re.compile(r"\s*(?:m\.|m\b|met\w+|d\.|-\d\d-\d\d|-\d{4})")
_REACH = 80


def numbers(text: str) -> list[Decimal]:
    """Every number in the text in order, to check that a stated value is proven by its quotation.

    A number that can be read in two ways gives both, the likelier first: 1.170 is 1170 or 1,17; in
    "2 tūkst. 15 savanorių" the 15 may belong to the thousands or to the volunteers. Digits grouped by spaces
    are one number. Ordinals (penktas), codes (8.6.1) and numbers inside names (S6) are none.

    >>> numbers("dalyvavo 1 095 dalyviai (planuota 350)")
    [Decimal('1095'), Decimal('350')]
    >>> numbers("turinčiai 5 tūkst. 728 gyventojus, 23-jų miestų, 54-riems dalyviams")
    [Decimal('5728'), Decimal('23'), Decimal('54')]
    >>> numbers("pasiektas 98,5proc. rodiklis, sukurta 1,14 darbo vietos")
    [Decimal('98.5'), Decimal('1.14')]
    >>> numbers("tris uždavinius, septyniolikos projektų, dvidešimt penki, du šimtai trys")
    [Decimal('3'), Decimal('17'), Decimal('25'), Decimal('203')]
    >>> numbers("1.170")
    [Decimal('1170'), Decimal('1.170')]
    >>> numbers("8.6.1 uždavinys, penktasis etapas")
    []
    """
    return [value for quantity in located(text) for value in quantity.readings]


def bound(text: str, value: Decimal | None = None) -> Bound:
    """Whether the number of the text, or that value in it, is exact, at least or at most.

    "iki" before a date, and after a word of change (sumažinta iki 16), bounds nothing. Different bounds in
    one text raise ``ValueError`` unless the value says which is meant.

    >>> bound("ne mažiau kaip 362 dalyviai"), bound("daugiau kaip dešimt naujų verslų"), bound("virš 1200")
    ('>=', '>=', '>=')
    >>> bound("iki 16 projektų"), bound("ne daugiau kaip 5"), bound("mažiau nei 5")
    ('<=', '<=', '<=')
    >>> bound("iki 2019 m. rugpjūčio 14 d. gauti 7"), bound("sumažinant reikšmę iki 16"), bound("24 vaikai")
    ('=', '=', '=')
    >>> bound("bent 3 renginiai, iki 20 dalyvių", Decimal(20))
    '<='
    >>> bound("bent 3 renginiai, iki 20 dalyvių")
    Traceback (most recent call last):
    ValueError: more than one bound: 'bent 3 renginiai, iki 20 dalyvių'
    """
    composed = unicodedata.normalize("NFC", text)
    found = {
        bound_before(composed[: quantity.start])
        for quantity in located(composed)
        if (value is None or value in quantity.readings)
        and not _DATE_FOLLOWS.match(folded(composed[quantity.end : quantity.end + 12]))
    } - {"="}
    if len(found) > 1:
        raise ValueError(f"more than one bound: {text!r}")
    return found.pop() if found else "="


def bound_before(text: str) -> Bound:
    """The bound that a text ending right before a number puts on it.

    >>> bound_before("skirta ne daugiau kaip "), bound_before("kiek daugiau nei "), bound_before("skirta ")
    ('<=', '>=', '=')
    """
    words = folded(text[-_REACH:])
    if _CHANGE.search(words):
        return "="
    if _AT_LEAST.search(words):
        return ">="
    return "<=" if _AT_MOST.search(words) else "="


def located(text: str) -> list[Quantity]:
    """Every number of the text, in digits or in words, with its place in the NFC form of the text.

    >>> [(found.start, found.end, found.readings) for found in located("iškelti du tikslai, 12 projektų")]
    [(8, 10, (Decimal('2'),)), (20, 22, (Decimal('12'),))]
    """
    composed = unicodedata.normalize("NFC", text)
    found = [*quantities(composed), *_in_words(composed)]
    return sorted(found, key=lambda quantity: quantity.start)


def _in_words(text: str) -> Iterator[Quantity]:
    """Neighbouring number words as one number: du šimtai trys is 203, but du trys are two."""
    start, end, parts = 0, 0, []
    for word in _WORD.finditer(text):
        value = _VALUES.get(folded(word[0]))
        if value is None or (word.start() and text[word.start() - 1] in "-0123456789"):
            continue
        if parts and (text[end : word.start()].strip() or not _continues(parts, value)):
            yield Quantity(start, end, (_composed(parts),))
            parts = []
        start = start if parts else word.start()
        end = word.end()
        parts.append(value)
    if parts:
        yield Quantity(start, end, (_composed(parts),))


def _continues(parts: list[int], value: int) -> bool:
    last = parts[-1]
    if value >= 100:
        return last < value
    return last > value and (last >= 100 or (last >= 20 and value < 10))


def _composed(parts: list[int]) -> Decimal:
    thousands, rest = 0, 0
    for value in parts:
        if value == 1000:
            thousands, rest = thousands + (rest or 1) * 1000, 0
        elif value == 100:
            rest = (rest or 1) * 100
        else:
            rest += value
    return Decimal(thousands + rest)
