"""What surrounds every page: the document's language, the headers that guard it, and who may call."""

import base64
import hashlib
import os
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.unknown_address import UnknownAddress

# Said before any page runs, so not in the catalogue of the pages: title, description, words without scripts.
DOCUMENT = {
    "lt": (
        "VVG atlasas",
        "Lietuvos miestų vietos veiklos grupių strategijos: pinigai, tikslinės grupės, rodikliai, šaltiniai.",
        "Puslapiams reikia „JavaScript“. Visus duomenis galima atsisiųsti ir be jo:",
    ),
    "en": (
        "VVG atlas",
        "Strategies of Lithuanian city local action groups: money, target groups, indicators, sources.",
        "The pages need JavaScript. All data can be downloaded without it:",
    ),
}


def middleware() -> list[Middleware]:
    """Outermost first. ATLAS_FRAME_ANCESTORS names the sites, besides this one, that may embed `?embed=true` pages."""
    index = Path(st.__file__).with_name("static") / "index.html"
    policy = content_security_policy(index.read_bytes(), os.environ.get("ATLAS_FRAME_ANCESTORS", ""))
    return [
        Middleware(SecurityHeaders, policy=policy),
        Middleware(OwnOrigin, friends=st.get_option("server.corsAllowedOrigins")),
        Middleware(UnknownAddress),
        Middleware(DocumentLanguage),
    ]


def content_security_policy(document: bytes, frame_ancestors: str = "") -> str:
    """The policy under which `document` runs with its own inline scripts, and nothing comes from elsewhere.

    `frame_ancestors`: origins divided by spaces; ValueError where one of them would end the directive.

    >>> content_security_policy(b"", "https://example.lt").rpartition("; ")[2]
    "frame-ancestors 'self' https://example.lt"
    """
    if re.search(r"[;,\r\n]", frame_ancestors):
        raise ValueError(f"ATLAS_FRAME_ANCESTORS: divide the origins by spaces: {frame_ancestors!r}")
    inline = re.findall(rb"<script>(.*?)</script>", document, re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'" for script in inline]
    directives = {
        "default-src": ["'self'"],
        # Streamlit's own charts compile code while they run, and its workers come from blobs.
        "script-src": ["'self'", "'unsafe-eval'", "'wasm-unsafe-eval'", "blob:", *hashes],
        "worker-src": ["'self'", "blob:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'", "ws:", "wss:", "data:", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'", *frame_ancestors.split()],
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def document_in(language: str, document: bytes) -> bytes:
    """Streamlit's own document with the language, title and words of `language` ("lt" or "en")."""
    title, description, words = (escape(text) for text in DOCUMENT[language])
    head = f'<title>{title}</title>\n    <meta name="description" content="{description}" />'
    link = '<a href="./data/atlas.duckdb">atlas.duckdb</a>'
    for old, new in (
        (r'<html lang="en">', f'<html lang="{language}">'),
        (r"<title>.*?</title>", head),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{words} {link}</p></noscript>"),
    ):
        document = re.sub(old.encode(), new.encode(), document, count=1, flags=re.DOTALL)
    return document


class SecurityHeaders:
    """Tells the browser, with every answer, what to refuse.

    A document that is not asked for with `?embed=true` may be framed by nobody.
    """

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app = app
        self.policy = policy
        self.unframed = f"{policy.rpartition('; ')[0]}; frame-ancestors 'none'"
        self.headers = {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_framed = not _is_page(scope["path"]) or _is_embedded(scope)
        policy = self.policy if is_framed else self.unframed

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers |= self.headers | {"Content-Security-Policy": policy}
            await send(message)

        await self.app(scope, receive, guarded)


class OwnOrigin:
    """Refuses what another site's page sends, unless it is one of `friends` (server.corsAllowedOrigins).

    Streamlit refuses it too, but first holds up all visitors to ask an outside service for its address.
    """

    def __init__(self, app: ASGIApp, friends: Sequence[str] = ()) -> None:
        self.app = app
        self.friends = frozenset(friends)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] in {"http", "websocket"} else Headers()
        origin = headers.get("origin")
        if origin is None or origin.partition("://")[2] == headers.get("host") or origin in self.friends:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif scope["method"] in {"GET", "HEAD"}:
            # Public to read, but without a header that would let the other site's page see it.
            await self.app(_without(scope, b"origin"), receive, send)
        else:
            await PlainTextResponse("foreign origin\n", status_code=403)(scope, receive, send)


class DocumentLanguage:
    """Gives the document in the language of `?lang=`: Lithuanian, or English for "en"."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _is_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        chosen = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
        language = "en" if chosen == "en" else "lt"
        start: Message | None = None
        body = bytearray()

        async def translated(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                if not Headers(raw=list(message["headers"])).get("content-type", "").startswith("text/html"):
                    await send(message)
                    return
                start = message
            elif start is None:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    document = document_in(language, bytes(body))
                    headers = MutableHeaders(scope=start)
                    # The tag and date are those of Streamlit's file, not of this text.
                    for name in ("etag", "last-modified", "content-length"):
                        del headers[name]
                    if document:
                        headers["content-length"] = str(len(document))
                    await send(start)
                    await send({"type": "http.response.body", "body": document})

        # Uncompressed, for what is compressed cannot be read here.
        await self.app(_without(scope, b"accept-encoding"), receive, translated)


def _is_page(path: str) -> bool:
    return "." not in path.rpartition("/")[2] and "/_stcore/" not in path


def _is_embedded(scope: Scope) -> bool:
    return parse_qs(scope["query_string"].decode("latin-1")).get("embed", [""])[-1].lower() == "true"


def _without(scope: Scope, header: bytes) -> Scope:
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != header]}
