"""Many documents: each read in a process of its own, several at once, told in the order in which they were given."""

import json
import os
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Self

from loaders.documents.child import SECONDS
from loaders.documents.document import Unreadable
from loaders.documents.extraction import Extraction, extract_safely
from loaders.documents.inputs import Content
from loaders.documents.reading import messages
from loaders.documents.reading.kinds import kind_of
from loaders.documents.reading.limits import LARGEST_ANSWER, environment, request, result

Extract = Callable[[bytes, str, str | None, "Reader"], Extraction]

_ROOT = Path(__file__).parents[2]


class Reader:
    """Reads one document at a time as `limits.in_child` does, but for the libraries, which are loaded once.

    The nursery starts with the first document; where it dies it is started again.
    """

    def __enter__(self) -> Self:
        self._is_open = True
        self._nursery: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        return self

    def __exit__(self, *error: object) -> None:
        self._is_open = False
        self._stop()

    def __call__(
        self, function: str, content: bytes, name: str = "", url: str | None = None, seconds: float = SECONDS
    ) -> Any:
        """What the function returns, called with content, name and url. Raises Unreadable as `in_child` does."""
        call = json.dumps({"call": function, "kind": kind_of(content, name), "seconds": seconds}).encode()
        document = request(function, content, name, url)
        for _ in range(2):
            if not self._is_open:
                break
            answer, code = self._asked(call, document)
            if code is not None:
                return result(answer, code)
            self._stop()
        raise Unreadable(messages.TOO_MUCH)

    def _asked(self, call: bytes, document: bytes) -> tuple[bytes, int | None]:
        """What the forked process wrote and how it ended; None where the nursery died meanwhile."""
        control = self._started()
        with ExitStack() as files:
            given = files.enter_context(os.fdopen(os.memfd_create("document"), "wb"))
            given.write(document)
            given.flush()
            given.seek(0)
            reading, writing = os.pipe()
            told = files.enter_context(os.fdopen(reading, "rb"))
            try:
                socket.send_fds(control, [call], [given.fileno(), writing])
            except OSError:
                return b"", None
            finally:
                os.close(writing)
            answer = told.read(LARGEST_ANSWER + 1)
        try:
            code = control.recv(64)
        except OSError:
            code = b""
        return answer, int(code) if code else None

    def _started(self) -> socket.socket:
        if self._control is None:
            self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                self._nursery = subprocess.Popen(
                    [sys.executable, "-B", "-m", "loaders.documents.nursery", str(theirs.fileno())],
                    cwd=_ROOT, env=environment(), start_new_session=True, pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )  # fmt: skip
        return self._control

    def _stop(self) -> None:
        """Ends the nursery, and what it may be reading; another thread that waits for that goes on at once."""
        control, nursery, self._control, self._nursery = self._control, self._nursery, None, None
        if control and nursery:
            with suppress(OSError):
                control.shutdown(socket.SHUT_RDWR)
            nursery.wait()
            control.close()


def in_order(
    given: Iterable[tuple[str, Content | str]], jobs: int, extracted: Extract = extract_safely
) -> Iterator[tuple[str, Extraction | Unreadable]]:
    """What each document says, or why it could not be read, in the order of the documents.

    So many are read at once, and few are taken from `given` before they are needed: a document may have 20 MB.
    """
    with ExitStack() as stack:
        threads = stack.enter_context(ThreadPoolExecutor(jobs))
        free: SimpleQueue[Reader] = SimpleQueue()
        # Closed before the threads are waited for: who interrupts the command does not wait for a document.
        for _ in range(jobs):
            free.put(stack.enter_context(Reader()))

        def told(content: Content | str) -> Extraction | Unreadable:
            if not isinstance(content, Content):
                return Unreadable(content)
            reader = free.get()
            try:
                return extracted(content.content, content.name, content.url, reader)
            except Unreadable as refusal:
                return refusal
            finally:
                free.put(reader)

        waiting: deque[tuple[str, Future[Extraction | Unreadable]]] = deque()
        for name, content in given:
            waiting.append((name, threads.submit(told, content)))
            if len(waiting) > 2 * jobs:
                first, found = waiting.popleft()
                yield first, found.result()
        for first, found in waiting:
            yield first, found.result()
