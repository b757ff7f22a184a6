"""Documents spread over the workers of a dask scheduler: `python -m loaders extract --scheduler tcp://host:port`.

A worker reads a document by the same function as this machine would, in the same limited process. Documents are sent
a few ahead and answered in their order. What a worker had when it was lost is read again by another.
"""

import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from types import TracebackType

from distributed import Client, Future, KilledWorker

from loaders.documents.document import Unreadable
from loaders.documents.extraction import Extraction, extract_safely
from loaders.documents.inputs import Content

Given = tuple[str, Content | str]

AHEAD = 4
"""Documents that are sent ahead for each thread of a worker: none waits, and the scheduler holds few of them."""

LOOK = 5
"""Seconds after which it is looked whether there still are workers."""
ALONE = 60
"""Seconds without any worker after which it is given up."""

LOST = "Several machines that read it were lost one after the other."


class NoWorkers(Exception):
    """There is no scheduler at the address, or no worker at the scheduler."""


class Workers:
    """The workers of a scheduler, for as long as the block lasts."""

    def __init__(self, address: str):
        """Raises NoWorkers where nobody answers at the address, or nobody works there."""
        self._sent: deque[tuple[str, Future | Unreadable]] = deque()
        try:
            self._client = Client(address, timeout=ALONE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise NoWorkers(f"{address}: no scheduler answers") from error
        try:
            self._client.wait_for_workers(1, timeout=ALONE)
        except TimeoutError as error:
            self._client.close()
            raise NoWorkers(f"{address}: the scheduler has no workers") from error

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _at: TracebackType | None
    ) -> None:
        for _given, sent in self._sent:
            if isinstance(sent, Future):
                sent.cancel()
        self._client.close()

    def in_order(self, inputs: Iterable[Given], _jobs: int = 1) -> Iterator[tuple[str, Extraction | Unreadable]]:
        """What each input says, in their order. Raises NoWorkers where the last worker is lost and none comes."""
        for given, content in inputs:
            self._sent.append((given, Unreadable(content) if isinstance(content, str) else self._send(content)))
            while len(self._sent) > AHEAD * max(1, sum(self._client.nthreads().values())):
                yield self._first()
        while self._sent:
            yield self._first()

    def _first(self) -> tuple[str, Extraction | Unreadable]:
        given, sent = self._sent[0]
        found = sent if isinstance(sent, Unreadable) else self._waited(sent)
        self._sent.popleft()
        return given, found

    def _send(self, content: Content) -> Future:
        with warnings.catch_warnings():
            # A document goes within its task: put aside on one worker it would be lost with it.
            warnings.filterwarnings("ignore", message="Sending large graph")
            return self._client.submit(read, content.content, content.name, content.url, pure=False)

    def _waited(self, future: Future) -> Extraction | Unreadable:
        alone = 0
        while True:
            try:
                return future.result(timeout=LOOK)
            except TimeoutError:
                alone = 0 if self._client.nthreads() else alone + LOOK
                if alone >= ALONE:
                    raise NoWorkers("the scheduler has lost all of its workers") from None
            except KilledWorker:
                return Unreadable(LOST)


def read(content: bytes, name: str, url: str | None) -> Extraction | Unreadable:
    """What a worker does with a document."""
    try:
        return extract_safely(content, name, url)
    except Unreadable as error:
        return error
