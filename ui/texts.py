"""The reader's language: texts, numbers, money and dates.

English stands in the code, Lithuanian in `locale/lt.po`; Lithuanian is what readers see first. Facts are never
translated, only what the atlas itself says.
"""

import re
from contextvars import ContextVar
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import streamlit as st
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol

LANGUAGES = {"lt": "Lietuvių", "en": "English"}
DEFAULT = "lt"
NBSP = "\u00a0"
CATALOG = Path(__file__).with_name("locale") / "lt.po"

Number = int | float | Decimal


@cache
def catalog() -> Catalog:
    """The Lithuanian catalogue, read once."""
    with CATALOG.open("rb") as file:
        return read_po(file, locale="lt")


_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)
"""The language of the drawing that is under way: hundreds of texts ask for it."""


def speak() -> None:
    """Looks up the reader's language for this drawing of the page or of a part of it."""
    _spoken.set(None)
    _spoken.set(language())


def language() -> str:
    """The reader's language: lt or en."""
    if spoken := _spoken.get():
        return spoken
    chosen = st.session_state.get("lang")
    return chosen if chosen in LANGUAGES else DEFAULT


def _(text: str, **values: object) -> str:
    """A text in the reader's language; `{name}` stands for a value."""
    if language() == "lt":
        message = catalog().get(text)
        text = str(message.string) if message and message.string else text
    return text.format(**values) if values else text


def N_(text: str) -> str:
    """Marks a text for the catalogue that is translated where it is shown."""
    return text


def ngettext(one: str, many: str, n: int, **values: object) -> str:
    """A text that counts, in the form that the number asks for; `{n}` is the number as readers write it."""
    text = one if n == 1 else many
    if language() == "lt":
        message = catalog().get(one)
        if message and isinstance(message.string, tuple | list):
            text = str(message.string[plural_form(n)])
    return text.format(n=number(n), **values)


def plural_form(n: int) -> int:
    """Which of the three Lithuanian forms a whole number takes.

    >>> [plural_form(n) for n in (1, 21, 2, 9, 22, 0, 10, 11, 19, 20, 111)]
    [0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2]
    """
    if n % 10 == 1 and n % 100 != 11:
        return 0
    if n % 10 >= 2 and not 11 <= n % 100 <= 19:
        return 1
    return 2


def number(value: Number, decimals: int = 0) -> str:
    """A number as the reader writes it: 1 095,5 in Lithuanian, 1,095.5 in English. Minus is U+2212."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,.{decimals}f}".translate(_signs(language()))


@cache
def _signs(spoken: str) -> dict[int, str]:
    """What stands in a language for the signs that Python writes in numbers; Babel knows them."""
    group = get_group_symbol(spoken).replace(" ", NBSP)
    return {ord(","): group, ord("."): get_decimal_symbol(spoken), ord("-"): "−"}


def exact(value: Number) -> str:
    """A number with the decimals that it has, and no more."""
    decimals = max(0, -Decimal(str(value)).normalize().as_tuple().exponent)
    return number(value, decimals)


def euros(amount: Number) -> str:
    """An amount to the cent where it has cents: 327 863 €, 1 055 675,87 €."""
    cents = Decimal(str(amount)) % 1 != 0
    return f"{number(amount, 2 if cents else 0)}{NBSP}€"


def short_euros(amount: Number) -> str:
    """An amount in a few characters: 14,5 mln. €, 328 tūkst. €, 950 €."""
    value = Decimal(str(amount))
    if abs(value) >= 999_500:
        shown, word = value / 1_000_000, _("million")
        return f"{number(shown, 1 if abs(shown) < 100 else 0)}{NBSP}{word}{NBSP}€"
    if abs(value) >= 9_995:
        return f"{number(value / 1000)}{NBSP}{_('thousand')}{NBSP}€"
    return f"{number(value, 0 if abs(value) >= 100 else 2)}{NBSP}€"


def percent(value: Number, decimals: int = 0) -> str:
    """Per cent of 100, as 174 % or 12,3 %; never cut."""
    written = number(value, decimals)
    return f"{written}{NBSP}%" if language() == "lt" else f"{written}%"


def day(text: str | None) -> str:
    """A date of the data (2016, 2016-07, 2017-Q1, 2016-07-20) in words of a sentence."""
    if not text:
        return _("no date")
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", text):
        year, quarter = match.groups()
        roman = ("I", "II", "III", "IV")[int(quarter) - 1]
        return f"{year} m. {roman} ketv." if language() == "lt" else f"Q{quarter} {year}"
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return f"{parts[0]} m." if language() == "lt" else str(parts[0])
    if len(parts) == 2:
        month = format_date(date(*parts, 1), "LLLL", locale=language())
        return f"{parts[0]} m. {month}" if language() == "lt" else f"{month} {parts[0]}"
    return format_date(date(*parts), format="long", locale=language())


def years(first: Number | None, last: Number | None) -> str:
    """The own years of a strategy: 2016–2022 m."""
    begun, ended = _year(first), _year(last)
    if begun is None:
        return _("own years not in the source")
    end = " m." if language() == "lt" else ""
    return f"{begun}–{begun if ended is None else ended}{end}"


def _year(value: Number | None) -> int | None:
    """A year of an answer, whose kinds of nothing are None, NaN and NA."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def plain(text: object) -> str:
    """Text from the data, safe where Streamlit reads Markdown: nothing in it is a picture, a format or a hidden link.

    A bare address becomes a link whose words are that address: Markdown finds it after all escapes.
    """
    return re.sub(r"([\\`*_{}\[\]()<>#+\-!|~$:^=&.])", r"\\\1", str(text)).replace("\n", " ")
