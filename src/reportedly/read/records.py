"""JSON: one value or one a line, holding records of text or HTML, JSON Feed or ninjs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from reportedly.read.charset import decode
from reportedly.read.formats import Format
from reportedly.read.markdown import facts_of
from reportedly.read.opening import Opened
from reportedly.read.page import Capture, Facts, Unreadable
from reportedly.read.streams import MAX_DOCUMENT, read_some
from reportedly.types import Skipped

Record: TypeAlias = dict[str, Any]

_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.I)
_NINJS = frozenset({"body_html", "body_xhtml", "body_text", "bodies", "headlines", "versioncreated", "versionCreated"})


def read_jsonl(source: Opened) -> Iterator[Capture | Skipped]:
    """Yield the records of a JSONL file, one a line; "#<n>" is the line. A broken line is skipped, the rest is read."""
    number = 0
    while line := _line(source):
        number += 1
        name = f"{source.name}#{number}"
        if not line.strip():
            continue
        try:
            if len(line) > MAX_DOCUMENT:
                raise Unreadable(f"the line is longer than {MAX_DOCUMENT >> 20} MB")
            yield _capture(_object(line), name, line.strip(), source)
        except Unreadable as reason:
            yield Skipped(name, str(reason))


def read_json(source: Opened) -> Iterator[Capture | Skipped]:
    """Yield the records of a JSON value: a feed's items, the members of a list, or itself."""
    value = _loads(source.whole())
    if isinstance(value, dict) and "jsonfeed.org" in str(value.get("version", "")):
        feed = Facts(outlet=_text(value.get("title")), author=_names(value))
        items = [_from_feed(item, feed) if isinstance(item, dict) else item for item in _list(value.get("items"))]
        alone = False
    else:
        items = value if isinstance(value, list) else [value]
        alone = not isinstance(value, list)
    if not items:
        raise Unreadable("it holds no items")
    for number, item in enumerate(items, 1):
        name = source.name if alone else f"{source.name}#{number}"
        try:
            if not isinstance(item, dict):
                raise Unreadable("not a record: a JSON object is expected")
            yield _capture(item, name, json.dumps(item, ensure_ascii=False, sort_keys=True).encode(), source)
        except Unreadable as reason:
            yield Skipped(name, str(reason))


def _line(source: Opened) -> bytes:
    """Read one line; of one that is longer than a document may be, no more is kept than tells so."""
    line = read_some(source.stream, MAX_DOCUMENT + 1, line=True)
    rest = line
    while len(rest) > MAX_DOCUMENT and not rest.endswith(b"\n"):
        rest = read_some(source.stream, MAX_DOCUMENT + 1, line=True)
    return line


def _object(line: bytes) -> Record:
    value = _loads(line)
    if not isinstance(value, dict):
        raise Unreadable("not a record: a JSON object is expected")
    return value


def _loads(data: bytes) -> object:
    try:
        return json.loads(decode(data, "utf-8"))
    except json.JSONDecodeError as error:
        raise Unreadable(f"broken JSON: {error.msg} at character {error.pos}") from error
    except RecursionError as error:
        raise Unreadable("broken JSON: nested too deep") from error


def _capture(record: Record, name: str, raw: bytes, source: Opened) -> Capture:
    capture = Capture(name, b"", raw=raw, facts=facts_of(record).over(source.facts), not_after=source.not_after)
    text, markup = record.get("text"), record.get("html")
    if isinstance(text, str) and text.strip():
        return replace(capture, data=_bytes(text), kind=Format.TEXT)
    if isinstance(markup, str) and markup.strip():
        return replace(capture, data=_bytes(markup), kind=Format.HTML, fragment=_PAGE.search(markup[:4096]) is None)
    if _NINJS & record.keys() or ("uri" in record and "headline" in record):
        return replace(capture, data=raw, kind=Format.NINJS, facts=source.facts)
    raise Unreadable('the record has neither "text" nor "html"')


def _from_feed(item: Record, feed: Facts) -> Record:
    """Rewrite an item of a JSON Feed as a record."""
    record: Record = {
        "url": item.get("url") or item.get("external_url") or item.get("id"),
        "title": _text(item.get("title")),
        "outlet": feed.outlet,
        "author": _names(item) or feed.author,
        "published": item.get("date_published") or item.get("date_modified"),
        "html": item.get("content_html"),
        "text": None if item.get("content_html") else item.get("content_text") or item.get("summary"),
    }
    return {key: value for key, value in record.items() if value}


def _names(item: Record) -> str:
    authors = _list(item.get("authors")) or [item.get("author")]
    return ", ".join(name for author in authors if isinstance(author, dict) and (name := _text(author.get("name"))))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
