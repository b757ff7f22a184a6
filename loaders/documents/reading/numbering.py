"""Numbers of items as lists count them: 1, a, A, i, I."""

from collections.abc import Sequence

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def counted(number: int, style: str) -> str:
    """A number in a style: 1, a, A, i or I; any other style counts in figures.

    >>> [counted(4, style) for style in "1aAiI"], counted(28, "a"), counted(0, "i")
    (['4', 'd', 'D', 'iv', 'IV'], 'ab', '0')
    """
    if number < 1 or number > 3999 or style not in tuple("aAiI"):
        return str(number)
    word = _letters(number) if style in "aA" else _roman(number)
    return word.upper() if style.isupper() else word


def _letters(number: int) -> str:
    word = ""
    while number:
        number, place = divmod(number - 1, len(_LETTERS))
        word = _LETTERS[place] + word
    return word


def _roman(number: int) -> str:
    word = ""
    for value, sign in _ROMAN:
        word += sign * (number // value)
        number %= value
    return word


def number_marker(numbers: Sequence[int], style: str) -> str:
    """The marker of an item in lists that count in figures, from the outermost; letters stand alone.

    >>> number_marker([2], "1"), number_marker([2, 1], "1"), number_marker([2, 3], "a")
    ('2.', '2.1.', 'c.')
    """
    if style in tuple("aAiI"):
        return f"{counted(numbers[-1], style)}."
    return "".join(f"{number}." for number in numbers)
