"""Documents of strangers are read in a process of their own, which may fail without harm."""

import json
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from loaders.documents.as_json import document_from_json, document_to_json
from loaders.documents.child import SECONDS
from loaders.documents.document import Document, Unreadable
from loaders.documents.reading import messages, read
from loaders.documents.reading.kinds import kind_of

_ROOT = Path(__file__).parents[3]
LARGEST_ANSWER = 256 * 1024**2
"""Bytes."""
_log = logging.getLogger(__name__)


def read_safely(content: bytes, name: str = "", url: str | None = None, seconds: float = SECONDS) -> Document:
    """Reads as `read` does, in a process of its own. Raises Unreadable with one of `messages` where it fails."""
    return document_from_json(in_child("loaders.documents.reading.limits:read_as_json", content, name, url, seconds))


def read_as_json(content: bytes, name: str, url: str | None) -> dict[str, Any]:
    """What `read_safely` calls in the other process."""
    return document_to_json(read(content, name, url))


def in_child(function: str, content: bytes, name: str = "", url: str | None = None, seconds: float = SECONDS) -> Any:
    """What a function of the loaders ("loaders.documents.work:extract") returns when called with content, name and url.

    It runs in a fresh interpreter with at most 1 GB of memory and `seconds` of time, without network and
    without writing a file; what it returns must be JSON. Raises Unreadable with one of `messages` where it does not
    return in time, in memory or at all; what went wrong inside is logged.
    """
    kind_of(content, name)
    process = subprocess.Popen(
        [sys.executable, "-B", "-m", "loaders.documents.child"],
        cwd=_ROOT, env=environment(), start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        answer, _ = process.communicate(request(function, content, name, url), timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(messages.TOO_SLOW) from error
    finally:
        _end(process)
    return result(answer, process.returncode)


def request(function: str, content: bytes, name: str, url: str | None) -> bytes:
    """What the other process reads: whom to call in a line of JSON, then the bytes of the document."""
    return json.dumps({"call": function, "name": name, "url": url}).encode() + b"\n" + content


def environment() -> dict[str, str]:
    """Only what Python needs: keys of the server are not for a process that reads documents of strangers."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV") if name in os.environ}
    # Each thread of a library for numbers would reserve memory of its own.
    return kept | {
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and what it may have started, if it has not ended by itself."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def result(answer: bytes, code: int) -> Any:
    """What the other process returned, by its answer and the code with which it ended. Raises Unreadable."""
    if code == -signal.SIGXCPU or code == -signal.SIGKILL:
        raise Unreadable(messages.TOO_SLOW)
    try:
        said = json.loads(answer) if len(answer) <= LARGEST_ANSWER else {"memory": True}
    except ValueError:
        # Libraries written in C end the whole process when they get no more memory.
        said = {"memory": True}
    match said:
        case {"result": result}:
            return result
        case {"unreadable": str(message)}:
            raise Unreadable(message if message in messages.ALL else messages.FAILED)
        case {"error": str(trace)}:
            _log.error("a document could not be read: %s", trace)
            raise Unreadable(messages.FAILED)
    raise Unreadable(messages.TOO_MUCH)
