"""How much one query may use, and how many may run at once."""

from dataclasses import dataclass

AT_ONCE = 2
"""Queries that run at the same time on one server; others wait for a moment, then are asked to come back."""


@dataclass(frozen=True)
class Limits:
    """What one query may use: its length in characters, time in seconds, memory in MB, and the size of its answer."""

    length: int = 10_000
    seconds: float = 5.0
    memory_mb: int = 400
    rows: int = 10_000
    columns: int = 200
    cells: int = 300_000
    bytes: int = 3_000_000
    patience: float = 3.0
    """Seconds to wait for a free place."""
    unseen: float = 3.0
    """Seconds after which a query ends that nobody looks after any more."""


LIMITS = Limits()
