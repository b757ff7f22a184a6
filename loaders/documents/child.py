"""The process that reads one document: little memory, little time, no network, no file written.

Run by `reading/limits.py` as `python -m loaders.documents.child`, or forked by `nursery.py`. On its standard input
stands a line of JSON that says what to call, then the bytes of the document; on its standard output it answers with
JSON.
"""

import ctypes
import json
import resource
import sys
import traceback
from importlib import import_module
from typing import Any, BinaryIO

MEMORY = 1024**3
"""Bytes of memory that reading may take."""
SECONDS = 60
"""How long reading may take."""
_OPEN_FILES = 64
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_REFUSED = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.remove",
    "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.kill",
    "shutil.", "tempfile.",
    "urllib.", "http.", "ftplib.", "smtplib.", "pty.", "sqlite3.", "webbrowser.",
)  # fmt: skip
PACKAGE = "loaders."


def main() -> None:
    """Answers one call. A refusal of the document, and an error of the code, are answers too."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    # What libraries print is no answer.
    sys.stdout = sys.stderr
    limit_process()
    try:
        answer = _answer(source)
    except MemoryError:
        answer = {"memory": True}
    target.write(json.dumps(answer, ensure_ascii=False).encode())
    target.flush()


def _answer(source: BinaryIO) -> dict[str, Any]:
    from loaders.documents.document import Unreadable

    call = json.loads(source.readline())
    content = source.read()
    module, _, name = call["call"].partition(":")
    try:
        if not module.startswith(PACKAGE) or not name.isidentifier():
            raise ValueError(f"not a function of the loaders: {call['call']!r}")
        function = getattr(import_module(module), name)
        refuse_the_world()
        return {"result": function(content, call["name"], call["url"])}
    except Unreadable as error:
        return {"unreadable": str(error)}
    except MemoryError:
        raise
    except Exception:
        return {"error": traceback.format_exc(limit=-12)}


def limit_process() -> None:
    """Holds this process to its memory and time, and cuts it off from the network where the system allows it."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        _hold(kind, most)
    # A network of its own has no way out. Where the system refuses it, the watch on calls below still stands.
    ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)


def _hold(kind: int, most: int) -> None:
    """Sets a limit of this process, or leaves the lower one that it has."""
    _, hard = resource.getrlimit(kind)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (most, most))


def refuse_the_world() -> None:
    """From now on connections, programs and changes of files raise PermissionError."""
    sys.dont_write_bytecode = True
    _hold(resource.RLIMIT_NPROC, 0)
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"a document may not do this: {event}")
    if event == "open" and len(arguments) > 1 and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise PermissionError(f"a document may not write: {arguments[0]}")


if __name__ == "__main__":
    main()
