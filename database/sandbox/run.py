"""One query on its way: its process is started, fed, watched and ended from here."""

import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path

from database.sandbox.limits import AT_ONCE, LIMITS, Limits
from database.sandbox.outcome import Outcome, read

CHILD = Path(__file__).with_name("child.py")
LOOK = 0.05
"""Seconds between two looks at the clock and at the reader."""

ROOM = 200_000
"""Bytes of an answer besides its rows: names of columns, words of the engine."""

SLOTS = threading.BoundedSemaphore(AT_ONCE)
"""The places of this server."""

ENVIRONMENT = {"MALLOC_ARENA_MAX": "1"}
"""All that a query's process is told of its surroundings."""


def start(path: Path, sql: str, limits: Limits = LIMITS, slots: threading.Semaphore = SLOTS) -> "Run":
    """Starts a query on the database at `path` and returns at once; nothing is raised, the outcome says it."""
    return Run(path, sql, limits, slots)


class Run:
    """A query that runs or has run. Whoever waits for it has to look at it (is_done, wait): unseen, it is ended."""

    def __init__(self, path: Path, sql: str, limits: Limits, slots: threading.Semaphore) -> None:
        self.path, self.sql, self.limits = path, sql, limits
        self._slots = slots
        self._outcome = Outcome("crash")
        self._done, self._cancelled = threading.Event(), threading.Event()
        self._started = self._seen = time.monotonic()
        # A daemon: a server that stops does not wait for it, and the child ends by itself.
        threading.Thread(target=self._work, name="query", daemon=True).start()

    def is_done(self) -> bool:
        """Whether the outcome is there. To ask is to look after the query."""
        self._seen = time.monotonic()
        return self._done.is_set()

    def wait(self, seconds: float) -> bool:
        """Waits for the outcome, at most so long; whether it is there."""
        end = time.monotonic() + seconds
        while not self.is_done():
            left = end - time.monotonic()
            if left <= 0:
                return False
            self._done.wait(min(left, LOOK * 4))
        return True

    def cancel(self) -> None:
        """Ends the query; its outcome is there a moment later and its place is free."""
        self._cancelled.set()

    @property
    def outcome(self) -> Outcome:
        """What became of it. Raises RuntimeError while it still runs."""
        if not self._done.is_set():
            raise RuntimeError("the query still runs")
        return self._outcome

    @property
    def elapsed(self) -> float:
        """Seconds since the reader asked."""
        return time.monotonic() - self._started

    def _work(self) -> None:
        try:
            self._outcome = self._in_its_place()
        finally:
            self._done.set()

    def _in_its_place(self) -> Outcome:
        if not self.sql.strip():
            return Outcome("empty")
        if len(self.sql) > self.limits.length:
            return Outcome("long", said=str(len(self.sql)))
        patient_until = time.monotonic() + self.limits.patience
        while not self._slots.acquire(timeout=LOOK):
            if self._is_unwanted():
                return Outcome("cancelled")
            if time.monotonic() >= patient_until:
                return Outcome("busy")
        try:
            return self._watched()
        except (OSError, ValueError):
            return Outcome("unavailable")
        finally:
            self._slots.release()

    def _is_unwanted(self) -> bool:
        return self._cancelled.is_set() or time.monotonic() - self._seen > self.limits.unseen

    def _watched(self) -> Outcome:
        """Runs the child until it has answered, or until one of its limits or the reader ends it."""
        with self.path.open("rb") as database:
            child = subprocess.Popen(
                [sys.executable, "-I", "-B", "-X", "utf8", str(CHILD), str(database.fileno())],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                pass_fds=(database.fileno(),), env=ENVIRONMENT, cwd="/", start_new_session=True,
            )  # fmt: skip
        try:
            return self._heard(child)
        finally:
            child.kill()
            child.stdout.close()
            child.wait()

    def _heard(self, child: subprocess.Popen) -> Outcome:
        # Half a letter (a lone surrogate) is no text for the engine.
        asked = asdict(self.limits) | {"sql": self.sql.encode("utf-8", "replace").decode()}
        try:
            with child.stdin as words:
                words.write(json.dumps(asked).encode())
        except BrokenPipeError:
            return Outcome("crash")
        end = time.monotonic() + self.limits.seconds
        heard = bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(child.stdout, selectors.EVENT_READ)
            while True:
                if self._is_unwanted():
                    return Outcome("cancelled")
                if time.monotonic() >= end:
                    return Outcome("time", seconds=self.limits.seconds)
                if not waiting.select(LOOK):
                    continue
                piece = os.read(child.stdout.fileno(), 1 << 16)
                if not piece:
                    break
                heard += piece
                if len(heard) > self.limits.bytes + ROOM:
                    return Outcome("crash")
        return read(bytes(heard)) if heard else ended(child.wait(self.limits.seconds))


def ended(code: int) -> Outcome:
    """What it means that a child ended without a word: by its exit code, or minus the signal that ended it."""
    if code in (-signal.SIGALRM, -signal.SIGXCPU):
        return Outcome("time")
    return Outcome("memory" if code in (-signal.SIGKILL, -signal.SIGABRT) else "crash")
