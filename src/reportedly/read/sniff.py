"""Which format bytes are in, judged by the bytes; a name or a media type only settles what bytes leave open."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from reportedly.read.formats import Format
from reportedly.read.page import Unreadable

HEAD = 1 << 16  # bytes that sniffing looks at
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x1f\x8b", "a gzip file inside a gzip file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio or video file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_NAMES = {
    ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML, ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN, ".txt": Format.TEXT, ".text": Format.TEXT, ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL, ".json": Format.JSON,
}  # fmt: skip
_MEDIA = {
    "text/html": Format.HTML, "application/xhtml+xml": Format.HTML, "text/markdown": Format.MARKDOWN,
    "text/plain": Format.TEXT, "application/x-ndjson": Format.JSONL, "application/jsonl": Format.JSONL,
}  # fmt: skip
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|title|meta|link|script)\b", re.I)
_TAG = re.compile(rb"</?(?:p|div|h[1-6]|ul|ol|li|br|blockquote|figure|section|main|span|a|table)\b[^>]*>", re.I)
_FEED = re.compile(rb"<(?:\w+:)?(rss|feed|RDF)\b")
_NEWSML = re.compile(rb"<(?:\w+:)?(newsItem|newsMessage|packageItem)\b")
_VALUE = re.compile(rb"""\{\s*"|\[\s*\{|\{\s*\}""")
_FRONT = re.compile(rb"\A---[ \t]*\r?\n(?s:.{0,20000}?)^(?:---|\.\.\.)[ \t]*\r?$", re.M)


def sniff(head: bytes, name: str = "", media_type: str = "") -> Format:
    """Return the format of a document from its first bytes. Raises Unreadable with the reason for what is not read."""
    if not head.strip():
        raise Unreadable("the file is empty")
    for mark, what in _BINARY:
        if head.startswith(mark):
            raise Unreadable(f"{what}, not text")
    if head.startswith((b"WARC/", b"\r\nWARC/")):
        return Format.WARC
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] in {b"WEBP", b"AVI ", b"WAVE"}):
        raise Unreadable("an audio, video or image file, not text")
    text = _plain(head)
    named = _MEDIA.get(media_type) or _NAMES.get(_suffix(name))
    if text.startswith((b"{", b"[")) and (found := _json(text, named)) is not None:
        return found
    if text.startswith(b"<") and named is not Format.TEXT:
        return _markup(text)
    if _FRONT.match(text) or named in {Format.MARKDOWN, Format.HTML}:
        return Format.MARKDOWN if named is not Format.HTML else Format.HTML
    if named is not Format.TEXT and (_HTML.search(text[:2048]) or len(_TAG.findall(text[:8192])) > 8):
        return Format.HTML
    return Format.TEXT


def _plain(head: bytes) -> bytes:
    """Take a byte order mark and white space off; UTF-16 is thinned to its ASCII, which is all that sniffing needs."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _suffix(name: str) -> str:
    path = PurePosixPath(name.split("?")[0].lower().removesuffix(".gz"))
    return path.suffix


def _markup(text: bytes) -> Format:
    root = text[:4096]
    if _NEWSML.search(root):
        return Format.NEWSML
    feed, page = _FEED.search(root), _HTML.search(root)
    return Format.FEED if feed and (page is None or feed.start() < page.start()) else Format.HTML


def _json(text: bytes, named: Format | None) -> Format | None:
    """Tell one JSON value from one a line; None where the text only looks like JSON ("[Reuters] ...")."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    endless = len(lines) == 1 and len(text) > HEAD // 2 and b"jsonfeed.org" not in text  # a page in a line
    if named is Format.JSONL or sum(map(_is_object, lines)) > 1:
        return Format.JSONL
    if named is Format.JSON or _VALUE.match(text):
        return Format.JSONL if endless and named is not Format.JSON else Format.JSON
    return None


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
