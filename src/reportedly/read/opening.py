"""From a name to bytes: files, standard input and fetched pages, gzip undone, nothing read beyond its limit."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from reportedly.read.addresses import Refused
from reportedly.read.fetch import Fetched, Fetcher
from reportedly.read.page import Facts, Unreadable
from reportedly.read.sniff import HEAD
from reportedly.read.sources import STDIN, Input
from reportedly.read.streams import GZIP, gunzip, limited, rejoined, take

_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.I)


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream of bytes that has been looked into: `head` is what sniffing sees, `stream` starts at its beginning."""

    name: str
    head: bytes
    stream: IO[bytes]
    media_type: str = ""
    charset: str = ""
    facts: Facts = field(default_factory=Facts)
    hints: Facts = field(default_factory=Facts)
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


def _fetched(url: str, fetch: Fetcher | None) -> Opened:
    if fetch is None:
        raise Unreadable("fetching is switched off")
    try:
        page = fetch.get(url)
    except Refused as refused:
        raise Unreadable(str(refused)) from refused
    return arrived(url, page)


def arrived(name: str, page: Fetched, hints: Facts | None = None) -> Opened:
    """Open a page that was fetched. What begins as HTML is HTML, whatever the server calls it."""
    look = _look(name, io.BytesIO(page.data))
    media_type = "" if _HTML.match(look.head) else page.media_type
    return Opened(
        name, look.head, look.stream, media_type, page.charset, Facts(url=page.url), hints or Facts(), page.date
    )


def _look(name: str, stream: IO[bytes]) -> Opened:
    """Read the head of a stream, through gzip if it is gzip, and put it back."""
    start = take(stream, len(GZIP))
    if start == GZIP:
        stream, start = gunzip(rejoined(start, stream)), b""
    head = start + take(stream, HEAD)
    return Opened(name, head, rejoined(head, stream))
