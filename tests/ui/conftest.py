"""Asking a part of the server without a server."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from starlette.types import ASGIApp, Message


@dataclass
class Answer:
    """What came back; header names in small letters."""

    status: int
    headers: dict[str, str]
    content: bytes


@pytest.fixture
def ask() -> Callable[..., Answer]:
    """`ask(app, "/health", method="GET", headers={"Origin": "…"})`: one request to an ASGI application."""

    def asked(app: ASGIApp, address: str, method: str = "GET", headers: dict[str, str] | None = None) -> Answer:
        path, _, query = address.partition("?")
        sent = {"host": "atlas.example", **(headers or {})}
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(name.lower().encode(), value.encode()) for name, value in sent.items()],
        }
        messages: list[Message] = []
        requests: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive() -> Message:
            # After the request, a caller who stays on the line.
            return requests.pop() if requests else await asyncio.Event().wait()

        async def send(message: Message) -> None:
            messages.append(message)

        asyncio.run(app(scope, receive, send))
        start, *bodies = messages
        received = {name.decode(): value.decode() for name, value in start["headers"]}
        return Answer(start["status"], received, b"".join(body.get("body", b"") for body in bodies))

    return asked
