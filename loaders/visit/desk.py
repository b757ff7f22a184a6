"""What the page "Add a strategy" asks of the loaders. Nothing is read or built in the process that serves pages.

This module imports only what is light: the server never loads the libraries that read documents and records.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from loaders.documents.document import Unreadable
from loaders.documents.reading import messages
from loaders.documents.reading.limits import in_child

Json = dict[str, Any]

BUSY = "Others are being served just now: try again in a minute."
"""Said where too many documents are read at once; beside `messages.ALL` the only other sentence."""
NOT_CHECKED = "The draft could not be checked because of an error in the atlas: report the error."

AT_ONCE = 2
"""Documents read, or drafts built, at the same time: each may take 1 GB of memory and a core."""
PATIENCE = 20
"""Seconds that a visitor waits for a free place."""
SECONDS = 60
"""How long a draft may be checked and built."""

_ROOT = Path(__file__).parents[2]
_places = BoundedSemaphore(AT_ONCE)


class Refused(Exception):
    """What was asked cannot be done; its text is BUSY, NOT_CHECKED or one of `messages.ALL`."""


def read(content: bytes, name: str = "") -> Json:
    """A document of a stranger, what was found in it and what was not understood: the JSON of `loaders.documents`.

    Raises Refused.
    """
    with _a_place():
        try:
            told: Json = in_child("loaders.documents.extraction:extract_as_json", content, name)
            return told
        except Unreadable as refusal:
            raise Refused(str(refusal)) from refusal


def check(request: Json) -> Json:
    """A draft of what the reader accepted, its problems, and its database; `checking.checked` says the forms of both.

    Raises Refused.
    """
    with _a_place():
        process = subprocess.Popen(
            [sys.executable, "-m", "loaders.visit.checking"],
            cwd=_ROOT, env=os.environ | {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"}, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            answer, _ = process.communicate(json.dumps(request).encode(), timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise Refused(messages.TOO_SLOW) from error
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
        if process.returncode:
            raise Refused(NOT_CHECKED)
        told: Json = json.loads(answer)
        return told


@contextmanager
def _a_place() -> Iterator[None]:
    if not _places.acquire(timeout=PATIENCE):
        raise Refused(BUSY)
    try:
        yield
    finally:
        _places.release()
