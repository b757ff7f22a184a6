"""A page by its address: redirects followed, robots.txt heeded, one clear reason where it cannot be had."""

import ssl
import time
from collections.abc import Callable
from types import TracebackType
from urllib.parse import urljoin, urlsplit

from loaders.polite import robots
from loaders.polite.asking import Answer, Asker
from loaders.polite.cache import Cache
from loaders.polite.page import Gone, Manner, Page, Unreachable

READER = "vvgatlasas"
"""The name by which a robots.txt may speak to this reader."""

REDIRECTS = {301, 302, 303, 307, 308}


class PoliteClient:
    """Reads pages one after the other; use it in a `with`.

    `cache` keeps pages between runs; `allow_local` lets it read from private addresses, for tests; `context` holds the
    certificates that are trusted; `clock` and `sleep` are the time.
    """

    def __init__(
        self,
        cache: Cache | None = None,
        allow_local: bool = False,
        manner: Manner | None = None,
        context: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ):
        self._manner = manner or Manner()
        self._asker = Asker(cache, allow_local, self._manner, context, clock, sleep)
        self._robots: dict[str, robots.Robots | Unreachable] = {}

    def __enter__(self) -> "PoliteClient":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes all connections."""
        self._asker.close()

    def get(self, url: str) -> Page:
        """The page of an address. Raises Gone and Unreachable."""
        answer, final_url = self._followed(url, heeds_robots=True)
        if answer.status in (404, 410):
            raise Gone(f"the server answers {answer.status}")
        if answer.status != 200:
            raise Unreachable(f"the server answers {answer.status}")
        return Page(url, final_url, answer.content, answer.content_type)

    def _followed(self, url: str, heeds_robots: bool) -> tuple[Answer, str]:
        """The answer at the end of all redirects, and its address."""
        at, seen = url, set()
        while at not in seen and len(seen) <= self._manner.redirects:
            seen.add(at)
            _check(at)
            if heeds_robots and not self._robots_of(at).allow(at):
                raise Unreachable(f"robots.txt of {urlsplit(at).hostname} does not allow it")
            answer = self._asker.ask(at)
            if answer.status not in REDIRECTS or not answer.location:
                return answer, at
            at = _joined(at, answer.location)
        raise Unreachable("it redirects in a circle" if at in seen else "it redirects too often")

    def _robots_of(self, url: str) -> robots.Robots:
        """The rules of a site, read once; a site without any allows everything, one in trouble nothing."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        rules = self._robots[origin]
        if isinstance(rules, Unreachable):
            raise Unreachable(str(rules))
        self._asker.delays[parts.netloc] = rules.delay
        return rules

    def _read_robots(self, origin: str) -> robots.Robots | Unreachable:
        try:
            answer, _ = self._followed(f"{origin}/robots.txt", heeds_robots=False)
        except Unreachable as error:
            return Unreachable(f"{error} (asked for robots.txt)")
        return robots.read(answer.content.decode("utf-8", errors="replace"), READER)


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise Unreachable("not an address of the web (http, https)")
    if parts.username or parts.password:
        raise Unreachable("an address with a password is not read")


def _joined(base: str, location: str) -> str:
    try:
        return urljoin(base, location).partition("#")[0]
    except ValueError as error:
        raise Unreachable("it redirects to what is no address") from error
