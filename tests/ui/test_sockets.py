"""A message does not wait for the acknowledgement of the one before it."""

import socket
import sys
from contextlib import closing

import pytest

from ui import sockets


@pytest.fixture
def door():
    """A socket as Streamlit binds it: without the name of the protocol."""
    with closing(socket.socket(socket.AF_INET)) as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound


def waits(connection: socket.socket) -> bool:
    return not connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a connection does not inherit the setting")
def test_a_connection_that_is_accepted_sends_at_once(door):
    assert waits(door)
    assert sockets.send_at_once() >= 1
    # Streamlit listens only after the lifespan has begun.
    door.listen()
    with closing(socket.create_connection(door.getsockname())), closing(door.accept()[0]) as accepted:
        assert not waits(accepted)


def test_a_connection_that_somebody_else_made_is_left_as_it_is(door):
    door.listen()
    with closing(socket.create_connection(door.getsockname())) as other:
        sockets.send_at_once()
        assert waits(other)


def test_where_open_files_cannot_be_listed_nothing_happens(door, monkeypatch):
    monkeypatch.setattr(sockets, "OPEN_FILES", "/nowhere")
    assert sockets.send_at_once() == 0
    assert waits(door)
