"""Bytes to text: the encoding is what the bytes show it to be, which may not be what the page declares."""

import codecs
import re

from loaders.documents.reading.letters import LITHUANIAN, NOTE_MOJIBAKE, repaired

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*["']?\s*|<\?xml[^>]{0,80}encoding\s*=\s*["'])([A-Za-z0-9_.:-]{2,40})""", re.I
)
_HEAD = 8192
_GOOD = frozenset(LITHUANIAN + "„“”–—‘’…•€§ \u00a0«»")
_SAMPLE = 1_000_000
_FEW_BROKEN = 0.02


def decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes, and notes on what was repaired. Never fails: what no encoding explains becomes �."""
    text, notes = _text(content)
    mended = repaired(text)
    return mended, (*notes, NOTE_MOJIBAKE) if mended != text else notes


def _text(content: bytes) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, "replace"), ()
    wide = _wide(content)
    if wide:
        return content.decode(wide, "replace"), ()
    declared = _declared(content)
    encoding = _encoding(content, declared)
    if declared is None or declared == encoding or content.isascii():
        return content.decode(encoding, "replace"), ()
    note = f"The page declares {declared}, but its letters are {encoding}: it was read so."
    return content.decode(encoding, "replace"), (note,)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Latin text is zero."""
    head = content[: _HEAD // 2 * 2]
    even, odd = head[::2].count(0), head[1::2].count(0)
    enough = len(head) // 5
    if enough and (odd > enough) != (even > enough):
        return "utf-16-le" if odd > enough else "utf-16-be"
    return None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content, 0, _HEAD)
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else None
    except LookupError:
        return None


def _encoding(content: bytes, declared: str | None) -> str:
    """The encoding that reads most letters as Lithuanian; the declared one where it does as well."""
    utf8 = content.decode("utf-8", "replace")
    broken = utf8.count("\ufffd")
    others = sum(letter > "\x7f" for letter in utf8[:_SAMPLE]) - broken
    if broken == 0 or broken <= _FEW_BROKEN * others:
        return "utf-8"
    sample = content[:_SAMPLE]
    if (
        declared not in (None, "utf-8", "ascii")
        and not declared.startswith("utf")
        and _likeness(sample, declared) >= 0.9
    ):
        return declared
    # Of encodings that read the letters alike, the first: C1 controls betray ISO 8859-13, which has no such quotes.
    best = max(("cp1257", "iso8859-13", "cp1252"), key=lambda name: _likeness(sample, name))
    return best


def _likeness(sample: bytes, encoding: str) -> float:
    """The share of letters beyond ASCII that a Lithuanian text would have."""
    letters = [letter for letter in sample.decode(encoding, "replace") if letter > "\x7f"]
    return sum(letter in _GOOD for letter in letters) / len(letters) if letters else 1.0
