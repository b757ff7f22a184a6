"""The body of an answer within limits, unpacked bit by bit: a small packed one may hold gigabytes."""

import zlib
from collections.abc import Callable

import httpx


class Overfull(Exception):
    """The body is larger than what is read."""


class Unpacked(Exception):
    """The body is packed in a way that cannot be unpacked."""


def body(answer: httpx.Response, largest: int, until: float, clock: Callable[[], float]) -> bytes:
    """The whole body, unpacked.

    In: the answer, the most bytes it may have packed or unpacked, and the moment by which it must be there.
    Raises Overfull, Unpacked and TimeoutError.
    """
    told = answer.headers.get("content-length", "")
    if told.isdecimal() and int(told) > largest:
        raise Overfull
    packing = answer.headers.get("content-encoding", "").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise Unpacked(f"it is packed in a way that was not asked for ({packing[:20]})")
    is_packed = packing not in ("", "identity")
    unpacker = zlib.decompressobj(wbits=47)
    received, content = 0, bytearray()
    for part in answer.iter_raw():
        received += len(part)
        try:
            content += unpacker.decompress(part, largest - len(content) + 1) if is_packed else part
        except zlib.error as error:
            raise Unpacked("it is packed wrongly") from error
        if received > largest or len(content) > largest:
            raise Overfull
        if clock() > until:
            raise TimeoutError
    if is_packed and received and not unpacker.eof:
        raise Unpacked("its packed content ends too early")
    return bytes(content)
