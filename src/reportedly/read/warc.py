"""WARC, as web archives and crawlers keep it: each page in it is a document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from http.client import HTTPException, HTTPResponse
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from reportedly.read.dates import iso
from reportedly.read.opening import MAX_DOCUMENT, Opened, gunzipped
from reportedly.read.page import Capture, Facts, Unreadable
from reportedly.types import Skipped

_TYPES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_TEXTS = ("text/html", "text/plain", "text/markdown", "application/xhtml")


def read_warc(source: Opened) -> Iterator[Capture | Skipped]:
    """Yield the pages of an archive; "#<n>" counts them. One that breaks off gives the pages before the break."""
    number = 0
    try:
        for record in ArchiveIterator(source.stream, record_types=_TYPES, parse_http=False):
            number += 1
            name = f"{source.name}#{number}"
            block = _block(record)
            try:
                yield _capture(record, block, name)
            except Unreadable as reason:
                yield Skipped(name, f"{reason} ({_url(record)})")
    except (Unreadable, OSError, ValueError) as error:
        yield Skipped(source.name, f"the archive breaks off after {number} pages: {error}")
        return
    if not number:
        yield Skipped(source.name, "the archive holds no pages")


def _block(record: Any) -> bytes:
    """Return a record's block, a byte over the limit at most. Raises Unreadable where the archive ends within it."""
    block = bytes(record.reader.read(MAX_DOCUMENT + 1))
    if len(block) < min(int(record.content_length), MAX_DOCUMENT):
        raise Unreadable("the last one is cut short")
    return block


def _capture(record: Any, block: bytes, name: str) -> Capture:
    if len(block) > MAX_DOCUMENT:
        raise Unreadable(f"the page is larger than {MAX_DOCUMENT >> 20} MB")
    crawled = iso(record.headers.get("WARC-Date") or "")
    facts = Facts(url=_url(record))
    if record.record_type == WarcRecordType.response and record.is_http:
        response, data = _http(block)
        media, charset = response.headers.get_content_type(), response.headers.get_content_charset() or ""
        if response.status != 200:
            raise Unreadable(f"the server answered with status {response.status}")
    else:
        media, charset = str(record.headers.get("Content-Type") or "text/plain").partition(";")[0].strip(), ""
        data = block
    if not media.startswith(_TEXTS):
        raise Unreadable(f"{media} is no text to read")
    return Capture(name, data, raw=block, media_type=media, charset=charset, facts=facts, not_after=crawled)


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


def _url(record: Any) -> str:
    return str(record.headers.get("WARC-Target-URI") or "").strip("<>")
