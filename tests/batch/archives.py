"""Archives and tables that the batch tests read, of prose written for the reading tests."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable

import pyarrow as pa

from tests.read.pages import TITLE, news_page, record, text


def page(number: int) -> str:
    """Return one of any number of pages, each an article of its own."""
    return news_page().replace(TITLE, f"{TITLE} after {number + 2} days")


def response(number: int, html: str = "") -> bytes:
    """Return a page as a server sent it, in a record as crawlers keep it."""
    body = (html or page(number)).encode()
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    return framed(block, f"https://courier.example/{number}")


def framed(block: bytes, url: str, *, length: int | None = None, kind: str = "response") -> bytes:
    """Return a WARC record; `length` where it shall lie."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-05T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{url}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


INFO = framed(b"software: a crawler\r\n", "", kind="warcinfo")


def archive(pages: int) -> list[bytes]:
    """Return an archive as CC-NEWS has them: what made it, then for each page its request, response and metadata."""
    return [
        INFO,
        *(
            framed(b"GET / HTTP/1.1\r\n\r\n", f"https://courier.example/{n}", kind="request") + response(n)
            for n in range(pages)
        ),
    ]


def members(parts: Iterable[bytes]) -> bytes:
    """Return each part as a gzip member of its own."""
    return b"".join(gzip.compress(part, mtime=0) for part in parts)


def zstd(data: bytes) -> bytes:
    """Return data packed with zstd."""
    return bytes(pa.compress(data, codec="zstd", asbytes=True))


def lines(count: int) -> bytes:
    """Return records of text, one a line, with a blank line among them."""
    told = [record(text=f"{text()}\n\nThat was day {n + 2}.", title=f"Day {n + 2}") for n in range(count)]
    return "\n".join([*told[:2], "", *told[2:]]).encode() + b"\n"


def table(count: int) -> pa.Table:
    """Return records of text as a table."""
    return pa.Table.from_pylist([json.loads(line) for line in lines(count).splitlines() if line])
