from __future__ import annotations

import pytest

from reportedly.read.formats import Format
from reportedly.read.sniff import sniff


@pytest.mark.parametrize(
    ("head", "name", "media", "wanted"),
    [
        (b"<!DOCTYPE html><html>", "", "", Format.HTML),
        (b"\xef\xbb\xbf  <html>", "", "", Format.HTML),
        ("\ufeff<html><body>".encode("utf-16-le"), "", "", Format.HTML),
        (b"<div><p>a</p></div>", "", "", Format.HTML),
        (b"Some words <p>a</p>", "page.html", "", Format.HTML),
        (b"Some words", "", "text/html", Format.HTML),
        (b"Some words.\n<div class='x'>pasted</div>\nMore words.", "", "", Format.TEXT),
        (b"<b>bold</b> words in a text file", "a.txt", "", Format.TEXT),
        (b"<?xml version='1.0'?><rss version='2.0'>", "", "", Format.FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "", "", Format.FEED),
        (b"<rdf:RDF xmlns:rdf='x'>", "", "", Format.FEED),
        (b"<?xml version='1.0'?><newsItem xmlns='x'>", "", "", Format.NEWSML),
        (b"<newsMessage>", "", "", Format.NEWSML),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "", "", Format.WARC),
        (b'{"text": "a"}\n{"text": "b"}\n', "", "", Format.JSONL),
        (b'{"text": "a"}\n', "a.jsonl", "", Format.JSONL),
        (b'{"html": "' + b"<p>a</p>" * 9000, "-", "", Format.JSONL),  # the line goes on beyond what is looked at
        (b'{"text": broken\n{"text": "b"}\n{"text": "c"}\n', "-", "", Format.JSONL),
        (b'{"version": "https://jsonfeed.org/version/1"}', "", "", Format.JSON),
        (b'{\n "uri": "1"\n}', "", "", Format.JSON),
        (b'[{"text": "a"}]', "", "", Format.JSON),
        (b"[Reuters] The ministry said", "", "", Format.TEXT),
        (b"{sic} he said", "", "", Format.TEXT),
        (b"---\ntitle: A\n---\nWords", "", "", Format.MARKDOWN),
        (b"# A\n\nWords", "a.md", "", Format.MARKDOWN),
        (b"# A\n\nWords", "https://example.org/a.md?raw=1", "", Format.MARKDOWN),
        (b"--- and then he left ---", "", "", Format.TEXT),
        (b"Words", "a.txt.gz", "", Format.TEXT),
    ],
)
def test_formats_are_told_by_their_bytes(head: bytes, name: str, media: str, wanted: Format) -> None:
    assert sniff(head, name, media) is wanted
