"""Connections to public addresses alone: no page may lead a reader into the network that it runs in.

The name of a host is resolved once, its addresses are checked, and the connection goes to a checked one: a second
answer of its name server comes too late. TLS still asks for the certificate of the name.
"""

import ipaddress
import socket
import ssl
from collections.abc import Iterable, Iterator

import httpcore
import httpx

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddress(Exception):
    """The host lies in a private, local or reserved network."""


class UnknownHost(Exception):
    """No name server knows the host."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet.

    >>> is_public("193.219.76.33"), is_public("127.0.0.1"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False, False)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo and found.teredo[1])
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        found = inner or found
    return found.is_global and not found.is_multicast


class GuardedNetwork(httpcore.SyncBackend):
    """Opens connections to public addresses; to any, where local ones are allowed."""

    def __init__(self, allow_local: bool):
        self._allow_local = allow_local

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[tuple[int, int, int]] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that answers. Raises PrivateAddress, UnknownHost."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise UnknownHost(host) from error
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        if not self._allow_local and not all(is_public(address) for address in addresses):
            raise PrivateAddress(host)
        failed: Exception = UnknownHost(host)
        for address in addresses:
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed


class GuardedTransport(httpx.BaseTransport):
    """What httpx sends its requests through. Faults of the network are raised as httpcore names them."""

    def __init__(self, allow_local: bool, context: ssl.SSLContext):
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, network_backend=GuardedNetwork(allow_local), max_connections=4, keepalive_expiry=15
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to one request, its body not yet read."""
        target = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        asked = httpcore.Request(request.method, target, headers=request.headers.raw, extensions=request.extensions)
        answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Closes all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of an answer, as it arrives."""

    def __init__(self, answer: httpcore.Response):
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
