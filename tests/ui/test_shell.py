"""The document's language, its guards, and who may call."""

import asyncio

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.shell import DocumentLanguage, OwnOrigin, SecurityHeaders, content_security_policy

DOCUMENT = (
    b'<html lang="en"><head><title>Streamlit</title></head>'
    b"<body><noscript>\n<p>Turn it on.</p>\n</noscript><div>Streamlit</div></body></html>"
)


def answering(body: bytes, kind: str, seen: list[Scope] | None = None) -> ASGIApp:
    """A server that answers everything with `body`, in two pieces, and keeps what it was asked."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if seen is not None:
            seen.append(scope)
        sent = b"" if scope["method"] == "HEAD" else body
        length = str(len(body)).encode()
        headers = [(b"content-type", kind.encode()), (b"content-length", length), (b"etag", b'"1"')]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": sent[:20], "more_body": True})
        await send({"type": "http.response.body", "body": sent[20:]})

    return app


@pytest.mark.parametrize(
    ("address", "language", "title"),
    [
        ("/", "lt", "VVG atlasas"),
        ("/finansavimas?fund=ESF", "lt", "VVG atlasas"),
        ("/finansavimas?lang=en&fund=ESF", "en", "VVG atlas"),
        ("/?lang=de", "lt", "VVG atlasas"),
        ("/?lang=en&lang=lt", "lt", "VVG atlasas"),
        ("/?lang=%00%ff<script>", "lt", "VVG atlasas"),
    ],
)
def test_the_document_names_the_language_of_its_address(ask, address, language, title):
    answer = ask(DocumentLanguage(answering(DOCUMENT, "text/html; charset=utf-8")), address)
    assert answer.content.startswith(f'<html lang="{language}"><head><title>{title}</title>'.encode())
    assert b"Turn it on" not in answer.content
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "etag" not in answer.headers


def test_what_is_no_document_passes_unchanged(ask):
    data = DocumentLanguage(answering(DOCUMENT, "application/json"))
    for path in ("/health", "/static/js/index.js", "/_stcore/host-config"):
        assert ask(data, path).content == DOCUMENT
    assert ask(DocumentLanguage(answering(DOCUMENT, "text/html")), "/media/report.html").content == DOCUMENT


def test_a_head_request_promises_no_length(ask):
    answer = ask(DocumentLanguage(answering(DOCUMENT, "text/html")), "/", "HEAD")
    assert answer.status == 200
    assert "content-length" not in answer.headers


def test_a_document_is_asked_for_uncompressed(ask):
    seen = []
    app = DocumentLanguage(answering(DOCUMENT, "text/html", seen))
    ask(app, "/finansavimas", headers={"Accept-Encoding": "gzip"})
    assert b"accept-encoding" not in dict(seen[0]["headers"])


def test_every_answer_carries_the_guards(ask):
    policy = content_security_policy(b"<script>\nlet a = 1\n</script>")
    headers = ask(SecurityHeaders(answering(b"{}", "application/json"), policy), "/static/index.js").headers
    assert headers["content-security-policy"] == policy
    assert headers["x-content-type-options"] == "nosniff"
    assert {"referrer-policy", "permissions-policy"} <= set(headers)


@pytest.mark.parametrize(
    ("address", "framed_by"),
    [
        ("/", "'none'"),
        ("/vvg?vvg=kedainiai", "'none'"),
        ("/vvg?embed=false", "'none'"),
        ("/vvg?embed=true&embed=false", "'none'"),
        ("/vvg?vvg=kedainiai&embed=true", "'self' https://vvg.example.lt"),
        ("/?embed=True", "'self' https://vvg.example.lt"),
    ],
)
def test_only_a_page_that_is_asked_for_embedded_may_be_framed(ask, address, framed_by):
    policy = content_security_policy(b"", "https://vvg.example.lt")
    said = ask(SecurityHeaders(answering(DOCUMENT, "text/html"), policy), address).headers["content-security-policy"]
    assert said.rpartition("; ")[2] == f"frame-ancestors {framed_by}"
    assert said.rpartition("; ")[0] == policy.rpartition("; ")[0]


def test_the_policy_allows_the_inline_script_of_the_document_and_no_other():
    policy = content_security_policy(b"<script>let a</script>")
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "'unsafe-inline'" not in scripts
    assert scripts.count("'sha256-") == 1
    assert content_security_policy(b"<script>let b</script>") != policy


def test_the_pages_are_embedded_only_where_it_is_said():
    assert content_security_policy(b"").endswith("frame-ancestors 'self'")
    widened = content_security_policy(b"", "https://vvg.example.lt https://*.example.org")
    assert widened.endswith("frame-ancestors 'self' https://vvg.example.lt https://*.example.org")
    with pytest.raises(ValueError, match="ATLAS_FRAME_ANCESTORS"):
        content_security_policy(b"", "https://a.example; script-src *")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://atlas.example.evil.example", "http://["])
def test_another_sites_page_may_read_but_is_not_told_so(ask, origin):
    seen = []
    app = OwnOrigin(answering(b"{}", "application/json", seen))
    assert ask(app, "/health", headers={"Origin": origin}).status == 200
    assert b"origin" not in dict(seen[0]["headers"])
    assert ask(app, "/_stcore/upload_file/a/b", "PUT", {"Origin": origin}).status == 403
    assert len(seen) == 1


def test_the_own_page_and_named_friends_are_heard(ask):
    seen = []
    app = OwnOrigin(answering(b"{}", "application/json", seen), ["https://friend.example"])
    for origin in ("http://atlas.example", "https://atlas.example", "https://friend.example"):
        assert ask(app, "/_stcore/upload_file/a/b", "PUT", {"Origin": origin}).status == 200
        assert dict(seen[-1]["headers"])[b"origin"] == origin.encode()


@pytest.mark.parametrize(
    ("origin", "sent"),
    [(b"https://evil.example", ["websocket.close"]), (b"http://atlas.example", ["asked"]), (None, ["asked"])],
)
def test_a_socket_of_another_site_is_closed_before_it_is_opened(origin, sent):
    heard = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        heard.append("asked")

    async def note(message: dict) -> None:
        heard.append(message["type"])

    headers = [(b"host", b"atlas.example"), *([(b"origin", origin)] if origin else [])]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
    asyncio.run(OwnOrigin(app)(scope, None, note))
    assert heard == sent
