"""A file as it is when unpacked, with the places where unpacking can begin anew."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import IO, cast

import pyarrow as pa

from reportedly.read.page import Unreadable
from reportedly.read.streams import GZIP

ZSTD = b"\x28\xb5\x2f\xfd"
_PART = 1 << 18
_MARK = GZIP + b"\x08"  # how a member begins


def unpacked(file: IO[bytes], begun: Callable[[int, int], None] | None = None) -> IO[bytes]:
    """Return the stream of a file's contents, from where it stands: gzip and zstd undone, else as it is.

    `begun` is told (offset unpacked, offset in the file) of each gzip member that begins. Damage ends the contents with
    Unreadable, once all that stands before it is given.
    """
    at = file.tell()
    head = file.read(len(ZSTD))
    file.seek(at)
    if head.startswith(GZIP):
        return cast("IO[bytes]", _Contents(_members(file, begun)))
    if head == ZSTD:
        return cast("IO[bytes]", _Contents(_frames(file)))
    return file


def next_member(file: IO[bytes], after: int) -> int | None:
    """Return where the next gzip member of a file begins, behind a damaged one; None where none does."""
    file.seek(after)
    at, kept = after, b""
    while part := file.read(_PART):
        found = (kept + part).find(_MARK)
        if found >= 0:
            return at - len(kept) + found
        at += len(part)
        kept = part[-len(_MARK) + 1 :]
    return None


class _Contents:
    """Pieces of bytes as a stream. Python's own buffered streams lose what they hold when the next piece fails."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = b""
        self._at = 0
        self._trouble: Unreadable | None = None

    def read(self, size: int) -> bytes:
        """Read at most `size` bytes, fewer where a piece ends."""
        if not self._more():
            return b""
        data = self._held[self._at : self._at + size]
        self._at += len(data)
        return data

    def readline(self, size: int) -> bytes:
        """Read a line, of a long one `size` bytes."""
        parts: list[bytes] = []
        while size:
            try:
                if not self._more():
                    break
            except Unreadable:
                if not parts:
                    raise
                break  # the next read tells of it
            end = self._held.find(b"\n", self._at, self._at + size) + 1
            parts.append(self._held[self._at : end or self._at + size])
            self._at += len(parts[-1])
            size -= len(parts[-1])
            if end:
                break
        return b"".join(parts)

    def _more(self) -> bool:
        if self._at == len(self._held) and self._trouble is None:
            try:
                self._held, self._at = next(self._pieces, b""), 0
            except Unreadable as trouble:
                self._trouble = trouble
        if self._at == len(self._held) and self._trouble is not None:
            raise self._trouble
        return bool(self._held)


def _frames(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the contents of frames of zstd, one after the other."""
    stream = pa.CompressedInputStream(pa.PythonFile(_Lent(file), mode="r"), "zstd")
    try:
        while data := stream.read(_PART):
            yield data
    except OSError as error:
        raise Unreadable(f"the zstd data is damaged or cut short ({error})") from error


class _Lent:
    """As much of a file as Arrow asks for, and no way to close it."""

    closed = False

    def __init__(self, file: IO[bytes]) -> None:
        self.read = file.read

    def close(self) -> None:
        """Leave the file to its owner."""


def _members(file: IO[bytes], begun: Callable[[int, int], None] | None) -> Iterator[bytes]:
    """Yield the contents of gzip members; each can be unpacked without what lies before it."""
    member: zlib._Decompress | None = None
    packed, given = b"", 0
    while packed := packed or file.read(_PART):
        if member is None:
            if begun is not None:
                begun(given, file.tell() - len(packed))
            member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            data = member.decompress(packed, _PART)
        except zlib.error as error:
            raise Unreadable(f"the gzip data is damaged ({error})") from error
        packed, member = (member.unused_data, None) if member.eof else (member.unconsumed_tail, member)
        given += len(data)
        if data:
            yield data
    if member is not None:
        raise Unreadable("the gzip data is cut short")
