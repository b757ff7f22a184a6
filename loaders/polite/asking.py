"""One request to one address, again after faults that may pass, and never faster than a host may be asked."""

import logging
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from urllib.parse import urlsplit

import httpcore
import httpx
import stamina

from loaders.polite.body import Overfull, Unpacked, body
from loaders.polite.cache import Cache, Kept
from loaders.polite.guarded import GuardedTransport, PrivateAddress, UnknownHost
from loaders.polite.page import Manner, Unreachable

USER_AGENT = "VVGatlasas/1.0 (open atlas of Lithuanian local development strategies; reads the sources that it cites)"

PASSING = {408, 425, 429, 500, 502, 503, 504}
"""Answers after which a server is asked again."""

logging.getLogger("stamina").addHandler(logging.NullHandler())


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates that browsers trust; reading them takes longer than most pages."""
    return httpx.create_ssl_context(trust_env=False)


class _Again(Exception):
    """A fault that may pass; `after` is the number of seconds for which the server asks."""

    def __init__(self, reason: str, after: float | None = None):
        super().__init__(reason)
        self.after = after


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says to one request; the content only of a page that is there (200)."""

    status: int
    location: str | None = None
    content: bytes = b""
    content_type: str = ""


class Asker:
    """Asks one address at a time, following no redirects; `delays` holds seconds that sites ask for, by host."""

    def __init__(
        self,
        cache: Cache | None,
        allow_local: bool,
        manner: Manner,
        context: ssl.SSLContext | None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ):
        self._cache, self._manner, self._clock, self._sleep = cache, manner, clock, sleep
        self.delays: dict[str, float] = {}
        self._next_turn: dict[str, float] = {}
        self._http = httpx.Client(
            transport=GuardedTransport(allow_local, context or _trusted()),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Accept-Language": "lt, en;q=0.5"},
            timeout=httpx.Timeout(manner.read, connect=manner.connect),
            trust_env=False,
        )

    def close(self) -> None:
        """Closes all connections."""
        self._http.close()

    def ask(self, url: str) -> Answer:
        """The answer of one address, asked again after faults that may pass. Raises Unreachable."""
        manner = self._manner

        def wait(error: Exception) -> bool | float:
            return (True if error.after is None else error.after) if isinstance(error, _Again) else False

        attempts = stamina.retry_context(
            on=wait, attempts=manner.attempts, timeout=None, wait_initial=manner.first_wait,
            wait_max=manner.longest_wait, wait_jitter=min(1.0, manner.first_wait),
        )  # fmt: skip
        try:
            for attempt in attempts:
                with attempt:
                    return self._once(url)
        except _Again as error:
            raise Unreachable(str(error)) from error
        raise AssertionError("the last attempt answers or raises")

    def _once(self, url: str) -> Answer:
        """One request. Raises _Again for faults that may pass, Unreachable for others."""
        self._wait_for_turn(url)
        kept = self._cache.get(url) if self._cache else None
        try:
            with self._http.stream("GET", url, headers=kept.conditions() if kept else {}) as answer:
                return self._read(url, answer, kept)
        except (PrivateAddress, UnknownHost) as error:
            what = "is not a public address" if isinstance(error, PrivateAddress) else "is not known"
            raise Unreachable(f"the host {error} {what}") from error
        except httpcore.TimeoutException as error:
            raise _Again("the server does not answer in time") from error
        except (httpcore.RemoteProtocolError, httpcore.ReadError) as error:
            raise _Again("the server cuts the answer off, or does not speak HTTP") from error
        except httpcore.ConnectError as error:
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                raise Unreachable("its certificate is not valid") from error
            raise _Again(f"no connection: {error}") from error
        except (httpcore.ProtocolError, httpcore.NetworkError, httpcore.UnsupportedProtocol) as error:
            raise _Again(f"the connection fails: {error}") from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise Unreachable("not an address that can be read") from error

    def _read(self, url: str, answer: httpx.Response, kept: Kept | None) -> Answer:
        headers = answer.headers
        content_type = headers.get("content-type", "")
        if answer.status_code in PASSING:
            raise _Again(f"the server answers {answer.status_code}", self._after(headers.get("retry-after")))
        if answer.status_code == 304 and kept:
            return Answer(200, None, kept.content, kept.content_type)
        if answer.status_code != 200:
            return Answer(answer.status_code, headers.get("location"))
        try:
            content = body(answer, self._manner.largest, self._clock() + self._manner.whole, self._clock)
        except Overfull as error:
            raise Unreachable(f"it is larger than {self._manner.largest / 1_000_000:g} MB") from error
        except Unpacked as error:
            raise Unreachable(str(error)) from error
        except TimeoutError as error:
            raise _Again("the server sends too slowly") from error
        if self._cache:
            tags = headers.get("etag"), headers.get("last-modified")
            self._cache.keep(url, Kept(content, content_type, *tags))
        return Answer(200, None, content, content_type)

    def _wait_for_turn(self, url: str) -> None:
        """Waits until the host may be asked again."""
        host = urlsplit(url).netloc
        between = max(self._manner.between, min(self.delays.get(host, 0), self._manner.longest_wait))
        now = self._clock()
        turn = max(now, self._next_turn.get(host, now))
        self._next_turn[host] = turn + between
        if turn > now:
            self._sleep(turn - now)

    def _after(self, told: str | None) -> float | None:
        """The seconds for which a server asks. Raises Unreachable where they are more than anybody would wait."""
        if not told:
            return None
        try:
            then = parsedate_to_datetime(told)
            seconds = (then - datetime.now(then.tzinfo or UTC)).total_seconds()
        except ValueError:
            seconds = float(told) if told.strip().isdecimal() else 0.0
        if seconds > self._manner.longest_wait:
            raise Unreachable(f"the server asks to come back in {seconds:.0f} s")
        return max(seconds, 0.0)
