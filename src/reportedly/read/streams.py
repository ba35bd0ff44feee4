"""Streams of bytes that nobody can be sure of: endless, cut short, packed to burst."""

from __future__ import annotations

import io
import zlib
from typing import IO, cast

from reportedly.read.page import Unreadable

MAX_DOCUMENT = 16 << 20  # bytes of one document; the longest real news pages have some 3 MB
MAX_RECORD = 2 * MAX_DOCUMENT  # bytes of what is kept of one: written anew as JSON or UTF-8 it may have grown
GZIP = b"\x1f\x8b"
_PART = 1 << 16


def read_some(stream: IO[bytes], size: int, *, line: bool = False) -> bytes:
    """Read up to `size` bytes, or one line of at most so many. Raises Unreadable where the stream breaks."""
    try:
        return stream.readline(size) if line else stream.read(size)
    except OSError as error:
        raise Unreadable(f"reading failed: {error.strerror or error}") from error


def limited(stream: IO[bytes], limit: int = MAX_DOCUMENT) -> bytes:
    """Read a stream to its end. Raises Unreadable where it breaks or is longer than `limit` bytes."""
    data = bytearray()
    while part := read_some(stream, limit + 1 - len(data)):
        data += part
        if len(data) > limit:
            raise Unreadable(f"it is larger than {limit >> 20} MB, the most that one document may have")
    return bytes(data)


def take(stream: IO[bytes], size: int) -> bytes:
    """Read `size` bytes, fewer only where the stream ends or breaks: a pipe gives what it has, not what is asked for.

    What came before a break is returned; the next read tells of it.
    """
    data = bytearray()
    try:
        while len(data) < size and (part := read_some(stream, size - len(data))):
            data += part
    except Unreadable:
        if not data:
            raise
    return bytes(data)


def gunzipped(data: bytes) -> bytes:
    """Undo gzip, where it is there, within the limit for one document."""
    return limited(gunzip(io.BytesIO(data))) if data.startswith(GZIP) else data


def gunzip(stream: IO[bytes]) -> IO[bytes]:
    """Undo gzip as it is read, member after member; never more at a time than was asked for."""
    return cast(IO[bytes], _Gunzip(stream))


def rejoined(head: bytes, rest: IO[bytes]) -> IO[bytes]:
    """Put bytes back that were read from a stream that cannot seek."""
    return cast(IO[bytes], io.BufferedReader(_Rejoined(head, rest), _PART))


class _Gunzip(io.RawIOBase):
    """Unlike gzip.GzipFile it gives everything that stands before a break."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._packed = b""
        self._begun = False  # whether the member has begun: an end before it is the end of the data

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while len(buffer):  # asked for nothing, zlib would give everything
            if self._member.eof:
                self._packed = self._member.unused_data
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
                self._begun = False
            self._packed = self._packed or read_some(self._stream, _PART)
            if not self._packed and not self._begun:
                return 0
            if data := self._inflate(len(buffer)):
                buffer[: len(data)] = data
                return len(data)
        return 0

    def _inflate(self, size: int) -> bytes:
        if not self._packed:
            raise Unreadable("the gzip data is cut short")
        self._begun = True
        try:
            data = self._member.decompress(self._packed, size)
        except zlib.error as error:
            raise Unreadable(f"the gzip data is damaged ({error})") from error
        self._packed = self._member.unconsumed_tail
        return data


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or read_some(self._rest, len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
