"""Letters as they were meant: composed, repaired, without invisible signs, and with plain single spaces."""

import html
import re
import unicodedata

LITHUANIAN = "ąčęėįšųūžĄČĘĖĮŠŲŪŽ"
_TYPOGRAPHIC = "„“”‚‘’–—…•«»\u00a0€§°·"

_CONTROLS = (*range(0x00, 0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0))
_INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xFFFC, 0xFFFE)
_SPACES = (*range(0x09, 0x0E), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "‐": "-", "‑": "-"}
_PLAIN = dict.fromkeys(_CONTROLS + _INVISIBLE) | dict.fromkeys(_SPACES, " ") | str.maketrans(_LIGATURES)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});")

NOTE_MOJIBAKE = "Letters that had been read in a wrong encoding were repaired."


def clean(text: str) -> str:
    """One line: letters composed, ligatures undone, invisible signs dropped, every space plain and single.

    >>> clean(" V\u00adVG\u00a0„projektas“ –  e\u0307jo \ufb01nansuoti&nbsp;2\u2009000 &euro; ")
    'VVG „projektas“ – ėjo finansuoti 2 000 €'
    """
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    return " ".join(unicodedata.normalize("NFC", text.translate(_PLAIN)).split())


def _misread() -> dict[str, str]:
    """What UTF-8 bytes of each letter look like when read as an encoding of one byte a letter."""
    found: dict[str, str] = {}
    for letter in LITHUANIAN + _TYPOGRAPHIC:
        raw = letter.encode()
        for encoding in ("latin-1", "windows-1252", "windows-1257"):
            # Where an encoding leaves a byte free, programs put the control of that number.
            seen = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in raw)
            found[seen] = letter
    return found


_MISREAD = _misread()
_MOJIBAKE = re.compile("|".join(map(re.escape, sorted(_MISREAD, key=len, reverse=True))))
_SUSPECT = re.compile("[ÄÅâÂ]")


def repaired(text: str) -> str:
    """UTF-8 that was read as windows-1257, windows-1252 or latin-1, read again; other text as it is.

    Only pairs that no Lithuanian word has are touched: each begins with Ä, Å, Â or â.

    >>> repaired("miesto plÄ—tros strategija, Å¡alis, â€žtikslasâ€œ"), repaired("Åbo, Ängelholm")
    ('miesto plėtros strategija, šalis, „tikslas“', 'Åbo, Ängelholm')
    """
    # Twice: pages are found that were misread two times over.
    for _ in range(2):
        if not _SUSPECT.search(text):
            break
        text = _MOJIBAKE.sub(lambda seen: _MISREAD[seen[0]], text)
    return text
