"""Little that unpacks to gigabytes, in every wrapping that is read: refused in words, in bounded memory."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from reportedly.ledger.packing import LARGEST
from reportedly.read.listing import listing
from reportedly.read.page import Unreadable
from reportedly.read.streams import MAX_RECORD, gunzip
from tests.bombs import GB, MB, gzip_bomb, within
from tests.read import pages
from tests.read.reading import reasons

TOO_LARGE = "it is larger than 16 MB, the most that one document may have"
HTTP = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {GB // 2}\r\n\r\n".encode()
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n"
    b"Content-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n" % (len(HTTP) + GB // 2)
)


def packed_record() -> bytes:
    """Return an archive whose page is packed as a server packs it, and that is packed itself."""
    body = gzip_bomb(3 * GB, before=b"<html><p>")
    return gzip.compress(pages.warc_record("https://a.example/1", body, more="Content-Encoding: gzip\r\n"))


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "page.html.gz": (lambda: gzip_bomb(before=b"<html><p>"), TOO_LARGE),
    "page.txt.gz": (lambda: gzip_bomb(before=b"A word or two.\n\n"), TOO_LARGE),
    "feed.xml.gz": (lambda: gzip_bomb(before=b'<?xml version="1.0"?><rss version="2.0"><channel>'), TOO_LARGE),
    "records.json.gz": (lambda: gzip_bomb(before=b'[{"text": "'), TOO_LARGE),
    "records.jsonl.gz": (
        lambda: gzip_bomb(GB // 2, before=b'{"text": "', after=b'"}\n'),
        "the line is longer than 16 MB",
    ),
    "one.warc.gz": (
        lambda: gzip_bomb(GB // 2, before=WARC + HTTP),
        "the page is larger than 16 MB (https://a.example/1)",
    ),
    "two.warc.gz": (packed_record, f"{TOO_LARGE} (https://a.example/1)"),
}


@pytest.mark.parametrize(("name", "made", "reason"), [(name, *bomb) for name, bomb in BOMBS.items()], ids=BOMBS)
def test_a_bomb_is_refused_in_bounded_memory(name: str, made: Callable[[], bytes], reason: str, tmp_path: Path) -> None:
    data = made()
    assert len(data) < 4 * MB
    (tmp_path / name).write_bytes(data)
    with within(120):
        assert reasons(tmp_path / name) == [reason]


def test_a_feed_that_is_watched_does_not_burst() -> None:
    with within(60), pytest.raises(Unreadable, match=TOO_LARGE):
        listing(gzip_bomb(before=b"<urlset>"), url="https://a.example/map.xml.gz")


def test_asked_for_nothing_it_gives_nothing() -> None:
    stream = gunzip(BytesIO(gzip_bomb(64 * MB)))
    with within(1):
        assert stream.read(0) == b""
        assert stream.read(5) == b"     "


def test_what_reading_keeps_the_ledger_takes() -> None:
    assert MAX_RECORD <= LARGEST
