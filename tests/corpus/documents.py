"""Documents with one fault each: what a board may send by mistake, and what somebody may send on purpose."""

# ruff: noqa: E501 - a fault a line

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

OPEN = Path(__file__).parents[1] / "documents" / "open"
WORDS = "Pavyzdžio miesto VVG strategijai įgyvendinti skirta 100 000 Eur. "
PAGE = f"<html><head><title>VVG</title></head><body><h1>Strategija</h1><p>{WORDS * 3}</p></body></html>"

HTML = {
    "nothing-said": "<html><body></body></html>",
    "only-script": "<script>document.write('VVG strategija 2016-2022 m.')</script>",
    "only-style": "<style>body { content: 'VVG' }</style>",
    "only-comment": "<!-- VVG strategija -->",
    "only-picture": '<img src="https://evil.example/a.png" alt="">',
    "frameset": '<frameset><frame src="https://evil.example"></frameset>',
    "meta-refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example">' + PAGE,
    "base-elsewhere": '<base href="https://evil.example/">' + PAGE,
    "title-script": PAGE.replace("VVG", "<script>alert(1)</script>", 1),
    "title-markup": PAGE.replace("<title>VVG", "<title>&lt;img src=x onerror=alert(1)&gt;", 1),
    "attribute-open": PAGE.replace("<p>", '<p class="'),
    "tag-open": PAGE.replace("<p>", "<p <p <p "),
    "tags-crossed": PAGE.replace(WORDS, f"<b><i>{WORDS}</b></i>", 1),
    "tags-unclosed": PAGE.replace("</", "<"),
    "tables-nested": "<table><tr><td>" * 60 + WORDS + "</td></tr></table>" * 60,
    "table-huge-span": f'<table><tr><td colspan="1000000000" rowspan="1000000000">{WORDS}</td></tr></table>',
    "table-negative-span": f'<table><tr><td colspan="-5">{WORDS}</td></tr></table>',
    "table-without-cells": "<table><tr></tr><tr></tr></table>" + PAGE,
    "list-start-huge": f'<ol start="99999999999999999999"><li>{WORDS}</li></ol>',
    "list-start-words": f'<ol start="abc"><li>{WORDS}</li></ol>',
    "list-roman-huge": f'<ol type="i" start="100000"><li>{WORDS}</li></ol>',
    "entities-unknown": PAGE.replace("skirta", "&nera;skirta&#xFFFFFFFF;"),
    "entity-nul": PAGE.replace("skirta", "&#0;skirta"),
    "characters-right-to-left": PAGE.replace("100 000", "\u202e000 001\u202c"),
    "characters-zero-width": PAGE.replace("100 000", "1\u200b00\u200b 0\ufeff00"),
    "characters-private": PAGE.replace("skirta", "\ue000skirta\uf8ff"),
    "characters-surrogate-pair": PAGE.replace("skirta", "𝟏𝟎𝟎 skirta 💶"),
    "characters-combining": PAGE.replace("skirta", "s" + "\u0301" * 2000 + "kirta"),
    "charset-unknown": '<meta charset="martian">' + PAGE,
    "charset-wrong": '<meta charset="utf-16">' + PAGE,
    "json-ld-broken": '<script type="application/ld+json">{"publisher": [}</script>' + PAGE,
    "json-ld-deep": '<script type="application/ld+json">' + "[" * 5000 + "</script>" + PAGE,
    "json-ld-kinds": '<script type="application/ld+json">{"@graph": 5, "publisher": [1], "datePublished": {}}</script>' + PAGE,
    "date-impossible": '<meta property="article:published_time" content="2018-02-30">' + PAGE,
    "date-words": '<meta property="article:published_time" content="vakar">' + PAGE,
    "doctype-entities": '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + PAGE.replace("skirta", "&b;"),
    "xhtml-external": '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + PAGE.replace("skirta", "&x;"),
    "svg-text": f"<svg><text>{WORDS}</text><script>alert(1)</script></svg>",
    "template-shadow": f'<template shadowrootmode="open">{WORDS}</template>',
    "conditional-comment": f"<!--[if IE]>{WORDS}<![endif]-->",
    "cdata": f"<body><![CDATA[{WORDS}]]></body>",
    "long-word": f"<p>{'a' * 200_000}</p>",
    "long-number": f"<p>skirta {'9' * 50_000} Eur</p>",
    "long-line-of-numbers": f"<p>{'1 000 ' * 20_000} Eur</p>",
    "many-quotes": f"<p>{'„' * 20_000} skirta</p>",
    "many-parentheses": f"<p>{'(' * 20_000}skirta 5 Eur{')' * 20_000}</p>",
    "many-bullets": "<ul>" + "<li>- – • * 1. a) 1.1.</li>" * 2000 + "</ul>",
    "one-sentence": f"<p>{'ir ' * 60_000}skirta 5 Eur.</p>",
}  # fmt: skip

TEXTS = {
    "blank": b" \n\t\n ",
    "nul": WORDS.encode().replace(b"skirta", b"skir\0ta"),
    "only-nul": bytes(4096),
    "binary": bytes(range(256)) * 16,
    "byte-order-mark-alone": b"\xef\xbb\xbf",
    "utf-16-odd": WORDS.encode("utf-16")[:-1],
    "utf-32": WORDS.encode("utf-32"),
    "two-encodings": WORDS.encode() + WORDS.encode("cp1257"),
    "escape-codes": b"\x1b[31m" + WORDS.encode() + b"\x1b]0;title\x07",
    "only-numbers": b"1 2 3 4 5 6 7 8 9 10\n" * 50,
    "only-dots": b"." * 5000,
    "markdown-picture": f"![a](https://evil.example/a.png) {WORDS}".encode(),
    "formula": b'=HYPERLINK("https://evil.example")\n' + WORDS.encode(),
    "yaml": b"vvg: !!python/object/apply:os.system [ls]\nskirta: 100 000 Eur\n",
    "old-word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "rtf": b"{\\rtf1\\ansi VVG strategija}",
    "postscript": b"%!PS-Adobe-3.0\n(VVG) show\n",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "jpeg": b"\xff\xd8\xff\xe0" + bytes(100),
    "program": b"\x7fELF" + bytes(200),
    "gzip": b"\x1f\x8b\x08" + bytes(60),
    "email": b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x--",
}


def _sample(ending: str) -> bytes:
    return min(OPEN.glob(f"*.{ending}")).read_bytes()


PDFS: dict[str, Callable[[bytes], bytes]] = {
    "head-only": lambda good: good[:20],
    "cut-half": lambda good: good[: len(good) // 2],
    "cut-end": lambda good: good[:-40],
    "without-head": lambda good: good[10:],
    "junk-before": lambda good: b"\n" * 2000 + good,
    "junk-after": lambda good: good + bytes(2000),
    "bits-flipped": lambda good: bytes(byte ^ 1 if at % 97 == 0 else byte for at, byte in enumerate(good)),
    "streams-broken": lambda good: good.replace(b"FlateDecode", b"FlatedEcode"),
    "objects-renumbered": lambda good: good.replace(b" 0 obj", b" 9 obj"),
    "no-catalogue": lambda good: good.replace(b"/Catalog", b"/Catalag"),
    "no-pages": lambda good: good.replace(b"/Pages", b"/Pigas"),
    "count-negative": lambda good: good.replace(b"/Count ", b"/Count -"),
    "count-huge": lambda good: good.replace(b"/Count ", b"/Count 99999999"),
    "length-huge": lambda good: good.replace(b"/Length ", b"/Length 9999999"),
    "cross-reference-zero": lambda good: good.replace(b"startxref", b"startxref\n0\n%"),
    "loop-of-pages": lambda good: good.replace(b"/Kids", b"/Kids [1 0 R 1 0 R] /Old"),
    "box-huge": lambda good: good.replace(b"/MediaBox [0 0 ", b"/MediaBox [0 0 9999999999"),
    "html-inside": lambda good: PAGE.encode() + good,
    "with-script": lambda good: good.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
    "claims-password": lambda good: good.replace(b"trailer", b"trailer << /Encrypt 1 0 R >>", 1),
}  # fmt: skip


def _without(part: str) -> Callable[[bytes], bytes]:
    return _replaced(part, None)


def _replaced(part: str, content: bytes | None) -> Callable[[bytes], bytes]:
    """The archive with another content of a part, or without it."""

    def changed(good: bytes) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                # A fixed day, so that the same archive is made every day.
                kept = zipfile.ZipInfo(entry.filename, (2026, 1, 1, 0, 0, 0))
                kept.compress_type = zipfile.ZIP_DEFLATED
                if entry.filename != part:
                    new.writestr(kept, old.read(entry))
                elif content is not None:
                    new.writestr(kept, content)
        return made.getvalue()

    return changed


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def _archives(body: str) -> dict[str, Callable[[bytes], bytes]]:
    """Faults of a zipped document whose text is the part `body`."""
    return {
        "cut-half": lambda good: good[: len(good) // 2],
        "cut-end": lambda good: good[:-30],
        "bits-flipped": lambda good: bytes(byte ^ 4 if at % 131 == 7 else byte for at, byte in enumerate(good)),
        "empty-archive": lambda good: b"PK\x05\x06" + bytes(16) + len(body).to_bytes(2, "little") + body.encode(),
        "not-an-archive": lambda good: b"PK\x03\x04" + body.encode() * 20,
        "body-missing": _without(body),
        "kinds-missing": _without("[Content_Types].xml" if body.startswith("word") else "mimetype"),
        "body-empty": _replaced(body, b""),
        "body-words": _replaced(body, WORDS.encode()),
        "body-broken": _replaced(body, b"<a><b></a>"),
        "body-other": _replaced(body, b"<a/>"),
        "body-entities": _replaced(body, BOMB),
        "body-outside": _replaced(body, OUTSIDE),
        "body-binary": _replaced(body, bytes(range(256))),
        "body-utf-16": _replaced(body, '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")),
    }


def bad() -> Iterator[tuple[str, bytes]]:
    """Name and content of every bad document."""
    for name, text in HTML.items():
        yield f"{name}.html", text.encode("utf-8", "surrogatepass")
    for name, content in TEXTS.items():
        yield f"{name}.txt", content
    for ending, faults in (("pdf", PDFS), ("docx", _archives("word/document.xml")), ("odt", _archives("content.xml"))):
        good = _sample(ending)
        for name, change in faults.items():
            yield f"{name}.{ending}", change(good)
