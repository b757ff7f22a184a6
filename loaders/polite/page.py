"""What comes of asking for a page: the page, or one clear reason why not; and how patient a reader is."""

from dataclasses import dataclass


class NotFetched(Exception):
    """The page cannot be had; its text is one clear reason."""


class Gone(NotFetched):
    """The server says that there is no such page (404, 410)."""


class Unreachable(NotFetched):
    """The page could not be read, or must not be."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How patient, how modest and how careful a reader is. Times in seconds, sizes in bytes."""

    between: float = 1.0
    """Between two requests to a host."""
    connect: float = 10.0
    read: float = 20.0
    """For the next bytes to arrive."""
    whole: float = 90.0
    """For the whole body to arrive."""
    attempts: int = 4
    first_wait: float = 1.0
    longest_wait: float = 60.0
    largest: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Page:
    """What a server gave."""

    url: str
    """The address that was asked for."""
    final_url: str
    """The address at which it was found, after redirects."""
    content: bytes
    content_type: str
