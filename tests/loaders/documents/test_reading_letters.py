"""Letters, encodings, kinds and lines: what every document goes through."""

import doctest
import importlib

import pytest

from loaders.documents.document import Unreadable
from loaders.documents.reading import messages, read
from loaders.documents.reading.encodings import decoded
from loaders.documents.reading.kinds import LARGEST, kind_of
from loaders.documents.reading.letters import NOTE_MOJIBAKE, clean

TEXT = "Šakių miesto vietos veiklos grupė: „žmonių įtrauktis“ – ąčęėįšųūž ĄČĘĖĮŠŲŪŽ"


@pytest.mark.parametrize("name", ["letters", "markers", "lines", "blocks", "saying", "numbering"])
def test_the_examples_of_the_docstrings_hold(name):
    outcome = doctest.testmod(importlib.import_module(f"loaders.documents.reading.{name}"))
    assert outcome.attempted
    assert not outcome.failed


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1257", "iso8859-13"]
)
def test_every_encoding_of_lithuanian_is_read(encoding):
    written = TEXT.replace("–", "-") if encoding == "iso8859-13" else TEXT
    assert decoded(written.encode(encoding)) == (written, ())


def test_a_wrong_declaration_is_mended_and_said():
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{TEXT}</p></body></html>'
    text, notes = decoded(page.encode("windows-1257"))
    assert TEXT in text
    assert len(notes) == 1 and "iso8859-1" in notes[0] and "cp1257" in notes[0]
    utf8, notes = decoded(page.replace("iso-8859-1", "windows-1257").encode())
    assert TEXT in utf8 and "utf-8" in notes[0]
    assert decoded(page.replace("iso-8859-1", "windows-1257").encode("windows-1257"))[1] == ()


def test_one_broken_byte_does_not_make_another_encoding_of_a_page():
    text, _ = decoded((TEXT * 20).encode() + b"\xc5")
    assert text.startswith(TEXT)


@pytest.mark.parametrize("wrong", ["latin-1", "windows-1252", "windows-1257"])
def test_letters_read_in_a_wrong_encoding_are_repaired(wrong):
    garbled = "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in TEXT.encode())
    assert decoded(garbled.encode()) == (TEXT, (NOTE_MOJIBAKE,))
    assert decoded("Malmö, Århus, Ängelholm".encode())[1] == ()


def test_a_line_is_clean():
    assert clean("ply\u00adti \u200bmiesto\u00a0e\u0307jo\u2009\ufb01nansuoti") == "plyti miesto ėjo finansuoti"
    assert clean("327&nbsp;863&euro; &amp; &#353;alis R&D;") == "327 863€ & šalis R&D;"


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.4 ...", "a.txt", "pdf"),
        (b"<!DOCTYPE html><html><body>a</body></html>", "a.pdf", "html"),
        (b"\xef\xbb\xbf  <div class=a>b</div>", "", "html"),
        ("<p>ą</p>".encode("utf-16"), "", "html"),
        (b"Tikslai: a < b", "a.txt", "plain"),
        (b"tekstas", "a.html", "html"),
    ],
)
def test_the_kind_is_told_by_the_bytes(content, name, kind):
    assert kind_of(content, name) == kind


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", messages.EMPTY),
        (b"\xef\xbb\xbf \n\t", messages.EMPTY),
        (b"a" * (LARGEST + 1), messages.TOO_LARGE),
        (bytes(range(256)) * 50, messages.UNKNOWN_KIND),
        (b"\x89PNG\r\n\x1a\n....", messages.UNKNOWN_KIND),
        (b"{\\rtf1 tekstas}", messages.OLD_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), messages.OLD_WORD),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), messages.ENCRYPTED),
        (b"PK\x03\x04 cut", messages.BROKEN),
        (b"<html><body><script>x()</script></body></html>", messages.NO_TEXT),
    ],
)
def test_what_is_no_document_is_refused_with_one_sentence(content, message):
    with pytest.raises(Unreadable) as refusal:
        read(content)
    assert str(refusal.value) == message
    assert message in messages.ALL
