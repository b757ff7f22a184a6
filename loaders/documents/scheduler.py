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
        self._sent: deque[tuple[Content, Future]] = deque()
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
        for _content, future in self._sent:
            future.cancel()
        self._client.close()

    def ahead(self, given: Iterable[Given]) -> Iterator[Given]:
        """The same inputs in the same order; each has been sent to a worker some time before it comes."""
        waiting: deque[Given] = deque()
        for one in given:
            waiting.append(one)
            if isinstance(one[1], Content):
                self._send(one[1])
            while len(waiting) > AHEAD * max(1, sum(self._client.nthreads().values())):
                yield waiting.popleft()
        yield from waiting

    def extracted(self, content: bytes, name: str, url: str | None) -> Extraction:
        """What was found in the document that came last from `ahead`. Raises Unreadable, and NoWorkers."""
        sent, future = self._sent.popleft()
        if (sent.content, sent.name, sent.url) != (content, name, url):
            raise ValueError("documents are asked for in the order in which they were sent")
        found = self._waited(future)
        if isinstance(found, str):
            raise Unreadable(found)
        return found

    def _send(self, content: Content) -> None:
        with warnings.catch_warnings():
            # A document goes within its task: put aside on one worker it would be lost with it.
            warnings.filterwarnings("ignore", message="Sending large graph")
            future = self._client.submit(read, content.content, content.name, content.url, pure=False)
        self._sent.append((content, future))

    def _waited(self, future: Future) -> Extraction | str:
        alone = 0
        while True:
            try:
                return future.result(timeout=LOOK)
            except TimeoutError:
                alone = 0 if self._client.nthreads() else alone + LOOK
                if alone >= ALONE:
                    raise NoWorkers("the scheduler has lost all of its workers") from None
            except KilledWorker:
                return LOST


def read(content: bytes, name: str, url: str | None) -> Extraction | str:
    """What a worker does with a document; a text says why it could not be read."""
    try:
        return extract_safely(content, name, url)
    except Unreadable as error:
        return str(error)
