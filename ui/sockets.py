"""What is sent to a reader leaves at once.

Streamlit binds its socket without naming the protocol, and asyncio switches the waiting of TCP (Nagle's algorithm) off
only where it is named (uvicorn, issue 3149). A page consists of dozens of small messages, so each click waited for the
reader's next acknowledgement, up to 40 ms on Linux.
"""

import os
import socket
from contextlib import closing, suppress

OPEN_FILES = "/dev/fd"


def send_at_once() -> int:
    """Switches the waiting off at every socket that this process is bound to and not connected by: how many there are.

    Linux hands the setting on to each connection that such a socket accepts. Elsewhere nothing is lost.
    """
    found = 0
    with suppress(OSError):
        for number in map(int, os.listdir(OPEN_FILES)):
            # Where it is no socket, or its reader has just left.
            with suppress(OSError), closing(socket.socket(fileno=os.dup(number))) as bound:
                if bound.type == socket.SOCK_STREAM and bound.family in (socket.AF_INET, socket.AF_INET6):
                    found += _is_door(bound)
    return found


def _is_door(bound: socket.socket) -> bool:
    if not bound.getsockname()[1]:
        return False
    try:
        bound.getpeername()
    except OSError:
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return True
    return False
