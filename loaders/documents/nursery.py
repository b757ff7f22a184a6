"""The process that forks another one for each document, so that the libraries are loaded once and not for each.

Started by `readers.py` as `python -m loaders.documents.nursery FD`. It knows documents only as open files that it hands
on: what is read of strangers is read in the process that it forks, which `child.py` holds to its limits and which
keeps nothing else open. So no document can reach another one, its answer, or the nursery.
"""

import gc
import json
import os
import select
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module

from loaders.documents import child

OWN_WORDS = """Kauno miesto vietos veiklos grupės 2016–2022 m. vietos plėtros strategija, patvirtinta 2016 m. kovo 1 d.
1 tikslas. Mažinti nedarbą
1.1 uždavinys. Įtraukti gyventojus
1.1.1 veiksmas. Paslaugos jaunimui ir senjorams
Veiksmui skirta 5 Eur ESF lėšų. Planuojama, kad veiklose dalyvaus 350 asmenų, bus sukurtos 3 darbo vietos.
Projektas „Klubas“, pareiškėjas – asociacija, skirta 2 Eur.
Kvietimas Nr. 1 paskelbtas 2017 m. gegužės 2 d."""
"""Read once before the first document: what the vocabularies mean is then worked out for all of them."""


def main() -> None:
    """Forks a process for each message that comes, and answers with the code with which it ended."""
    control = socket.socket(fileno=int(sys.argv[1]))
    while True:
        message, files, _, _ = socket.recv_fds(control, 4096, 2)
        if not message:
            return
        call = json.loads(message)
        _prepare(call["call"], call["kind"])
        process = _forked(*files)
        for file in files:
            os.close(file)
        code = _ended(process, call["seconds"], control)
        with suppress(BrokenPipeError):
            control.send(str(code).encode())


def _prepare(call: str, kind: str) -> None:
    """Loads what reading a document of that kind needs; what cannot be loaded, the forked process says itself."""
    module, _, name = call.partition(":")
    is_ready = f"loaders.documents.reading.{kind}" in sys.modules and module in sys.modules
    if is_ready or not module.startswith(child.PACKAGE):
        return
    own = f"<html><body><p>{OWN_WORDS}</p></body></html>" if kind == "html" else OWN_WORDS
    with suppress(Exception):
        import_module(f"loaders.documents.reading.{kind}")
        getattr(import_module(module), name)(own.encode(), "", None)
    gc.collect()
    # Else the first collection in each child would copy every page of this process.
    gc.freeze()


def _forked(document: int, answer: int) -> int:
    """The id of a new process that reads the document and writes its answer, with no other file open."""
    process = os.fork()
    if process:
        return process
    try:
        os.setsid()
        os.dup2(document, 0)
        os.dup2(answer, 1)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        child.main()
        os._exit(0)
    finally:
        os._exit(1)


def _ended(process: int, seconds: float, control: socket.socket) -> int:
    """Waits for a process and tells the code with which it ended.

    It is ended when its time is over, or when nobody waits for it any more: before the answer nobody sends anything, so
    what comes then is the end of the connection.
    """
    watch = os.pidfd_open(process)
    ready, _, _ = select.select([watch, control], [], [], seconds)
    os.close(watch)
    if watch not in ready:
        os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


if __name__ == "__main__":
    main()
