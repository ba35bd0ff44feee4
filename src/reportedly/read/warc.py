"""WARC, as web archives and crawlers keep it (ISO 28500): each page in it is a document.

A record is a handful of header lines, an empty line, and as many bytes as Content-Length says. That is read here and
not by a library, because the stream may be a pipe, a block may be larger than memory, and the file may end anywhere.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import IO

from reportedly.read.dates import iso
from reportedly.read.opening import Opened
from reportedly.read.page import Capture, Facts, Unreadable
from reportedly.read.streams import MAX_DOCUMENT, gunzipped, read_some
from reportedly.types import Skipped

PAGES = frozenset({"response", "resource", "conversion"})  # record types that hold a document
_TEXTS = ("text/html", "text/plain", "text/markdown", "application/xhtml")
_LINE = 64 << 10  # bytes of a header line
_LINES = 200  # of a header


@dataclass(frozen=True, slots=True)
class _Record:
    headers: dict[str, str]  # names in small letters
    block: bytes  # one byte over the limit where it is larger

    @property
    def url(self) -> str:
        return self.headers.get("warc-target-uri", "").strip("<>")


def read_warc(source: Opened) -> Iterator[Capture | Skipped]:
    """Yield the pages of an archive; "#<n>" counts them. One that breaks off gives the pages before the break."""
    number = 0
    try:
        for record in _records(source.stream):
            number += 1
            name = f"{source.name}#{number}"
            try:
                yield _capture(record, name)
            except Unreadable as reason:
                yield Skipped(name, f"{reason} ({record.url})")
    except Unreadable as reason:
        yield Skipped(source.name, f"the archive breaks off after {number} pages: {reason}")
        return
    if not number:
        yield Skipped(source.name, "the archive holds no pages")


def _records(stream: IO[bytes]) -> Iterator[_Record]:
    """Yield the records that hold documents. Raises Unreadable where the archive ends within a record."""
    while line := read_some(stream, _LINE, line=True):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise Unreadable("what follows is no WARC record")
        headers = _headers(stream)
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit()):
            raise Unreadable("a record does not say how long it is")
        wanted = headers.get("warc-type") in PAGES
        block = _block(stream, int(length), keep=MAX_DOCUMENT + 1 if wanted else 0)
        if wanted:
            yield _Record(headers, block)


def _headers(stream: IO[bytes]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for _ in range(_LINES):
        line = read_some(stream, _LINE, line=True)
        if not line.endswith(b"\n"):
            raise Unreadable("the header of the last record is cut short")
        if not line.strip():
            return headers
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers[name.strip().lower()] = value.strip()
    raise Unreadable("a record's header does not end")


def _block(stream: IO[bytes], length: int, keep: int) -> bytes:
    """Read past a block and return its first `keep` bytes."""
    kept = bytearray()
    while length:
        part = read_some(stream, min(length, 1 << 20))
        if not part:
            raise Unreadable("the last page is cut short")
        length -= len(part)
        kept += part[: keep - len(kept)]
    return bytes(kept)


def _capture(record: _Record, name: str) -> Capture:
    block, headers = record.block, record.headers
    if len(block) > MAX_DOCUMENT:
        raise Unreadable(f"the page is larger than {MAX_DOCUMENT >> 20} MB")
    media, charset, data = headers.get("content-type", "text/plain").partition(";")[0].strip(), "", block
    if headers.get("warc-type") == "response":
        response, data = _http(block)
        media, charset = response.headers.get_content_type(), response.headers.get_content_charset() or ""
        if response.status != 200:
            raise Unreadable(f"the server answered with status {response.status}")
    if not media.startswith(_TEXTS):
        raise Unreadable(f"{media} is no text to read")
    return Capture(
        name,
        data,
        raw=block,
        media_type=media,
        charset=charset,
        facts=Facts(url=record.url),
        not_after=iso(headers.get("warc-date", "")),
    )


def _http(block: bytes) -> tuple[HTTPResponse, bytes]:
    """Read an HTTP response as it came over the wire: chunks joined, compression undone."""
    response = HTTPResponse(_Wire(block))  # type: ignore[arg-type]
    try:
        response.begin()
        body = response.read()
    except (HTTPException, ValueError, OSError) as error:
        raise Unreadable(f"the HTTP response is broken ({type(error).__name__})") from error
    encoding = response.headers.get("Content-Encoding", "identity").lower()
    if encoding in {"gzip", "x-gzip"}:
        return response, gunzipped(body)
    if encoding not in {"identity", ""}:
        raise Unreadable(f"its compression “{encoding}” is not known")
    return response, body


class _Wire:
    """As much of a socket as HTTPResponse asks for."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._data)
