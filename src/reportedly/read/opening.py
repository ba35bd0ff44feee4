"""From a name to bytes: files, standard input and fetched pages, gzip undone, nothing read beyond its limit."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, cast

from reportedly.read.fetch import Fetcher
from reportedly.read.guard import Refused
from reportedly.read.page import Facts, Unreadable
from reportedly.read.sniff import HEAD
from reportedly.read.sources import STDIN, Input

MAX_DOCUMENT = 16 << 20  # bytes of one document; the longest real news pages have some 3 MB
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream of bytes that has been looked into: `head` is what sniffing sees, `stream` starts at its beginning."""

    name: str
    head: bytes
    stream: IO[bytes]
    media_type: str = ""
    charset: str = ""
    facts: Facts = field(default_factory=Facts)
    not_after: str = ""

    def whole(self) -> bytes:
        """Read the document to its end. Raises Unreadable where it is cut short or too long."""
        return limited(self.stream)


@contextmanager
def opened(item: Input, fetch: Fetcher | None) -> Iterator[Opened]:
    """Open an input. Raises Unreadable with the reason where that fails."""
    if item.problem:
        raise Unreadable(item.problem)
    if item.is_url:
        yield _fetched(item.name, fetch)
    elif item.name == STDIN:
        yield _look(STDIN, sys.stdin.buffer)
    else:
        path = Path(item.name)
        try:
            if not path.is_file():
                raise Unreadable("it is not a regular file" if path.exists() else "there is no such file")
            file = path.open("rb")
        except OSError as error:
            raise Unreadable(f"the file cannot be opened: {error.strerror or error}") from error
        with file:
            yield _look(item.name, file)


def limited(stream: IO[bytes], limit: int = MAX_DOCUMENT) -> bytes:
    """Read a stream to its end. Raises Unreadable where it breaks or is longer than `limit` bytes."""
    data = read_some(stream, limit + 1)
    if len(data) > limit:
        raise Unreadable(f"it is larger than {limit >> 20} MB, the most that one document may have")
    return data


def read_some(stream: IO[bytes], size: int, *, line: bool = False) -> bytes:
    """Read up to `size` bytes, or one line of at most so many. Raises Unreadable where the stream breaks."""
    try:
        return stream.readline(size) if line else stream.read(size)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Unreadable(f"the gzip data is cut short or damaged ({error})") from error
    except OSError as error:
        raise Unreadable(f"reading failed: {error.strerror or error}") from error


def gunzipped(data: bytes) -> bytes:
    """Undo gzip, where it is there, within the limit for one document."""
    return limited(_unzipping(io.BytesIO(data))) if data.startswith(_GZIP) else data


def _fetched(url: str, fetch: Fetcher | None) -> Opened:
    if fetch is None:
        raise Unreadable("fetching is switched off")
    try:
        page = fetch.get(url)
    except Refused as refused:
        raise Unreadable(str(refused)) from refused
    look = _look(url, io.BytesIO(page.data))
    facts = Facts(url=page.url)
    return Opened(url, look.head, look.stream, page.media_type, page.charset, facts, not_after=page.date)


def _look(name: str, stream: IO[bytes]) -> Opened:
    """Read the head of a stream, through gzip if it is gzip, and put it back."""
    if (start := _take(stream, 2)) == _GZIP:
        stream, start = _unzipping(cast(IO[bytes], _Rejoined(start, stream))), b""
    head = start + _take(stream, HEAD)
    return Opened(name, head, io.BufferedReader(_Rejoined(head, stream), HEAD))


def _take(stream: IO[bytes], size: int) -> bytes:
    """Read `size` bytes, fewer only at the end: a pipe gives what it has, not what was asked for."""
    parts: list[bytes] = []
    while size > 0 and (part := read_some(stream, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _unzipping(stream: IO[bytes]) -> IO[bytes]:
    return cast(IO[bytes], gzip.GzipFile(fileobj=stream, mode="rb"))


class _Rejoined(io.RawIOBase):
    """A stream with its first bytes put back: pipes cannot seek."""

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
