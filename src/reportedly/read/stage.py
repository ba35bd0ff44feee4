"""The stage: whatever the caller named becomes Documents and Skipped, and never an exception.

    sources -> expand -> Input -> opened -> sniff -> container? -> Capture -> read -> Draft -> finish -> Document
                  |         |         |        |         |                      |                |
                  +---------+---------+--------+---------+----------------------+----------------+--> Skipped(reason)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from reportedly.read.article import build, finish
from reportedly.read.fetch import Fetcher
from reportedly.read.html.page import read_page
from reportedly.read.opening import Opened, opened
from reportedly.read.page import Capture, Document, Draft, Unreadable
from reportedly.read.plain import plain_draft, read_plain
from reportedly.read.sniff import HEAD, Format, sniff
from reportedly.read.sources import Input, expand
from reportedly.types import Article, Skipped

Reading: TypeAlias = Document | Skipped

_READERS: dict[Format, Callable[[Capture], Draft]] = {
    Format.TEXT: read_plain,
    Format.HTML: read_page,
}
_CONTAINERS: dict[Format, Callable[[Opened], Iterator[Capture | Skipped]]] = {}


def read(sources: Iterable[str], *, fetch: Fetcher | None = None) -> Iterator[Reading]:
    """Read files, folders, globs, "-" and URLs. Each document in them ends as Document or Skipped, in stable order.

    URLs are fetched by `fetch`; without it they are skipped.
    """
    for item in expand(sources):
        yield from read_input(item, fetch=fetch)


def read_input(item: Input, *, fetch: Fetcher | None = None) -> Iterator[Reading]:
    """Read one input of `expand`: one document, or the many of a feed, a WARC or a JSONL file."""
    try:
        with opened(item, fetch) as source:
            yield from _read_opened(source)
    except Unreadable as reason:
        yield Skipped(item.name, str(reason))


def read_text(text: str, *, id: str = "") -> Article:
    """Make an Article of bare text, kept exactly; any language passes and the text may be empty."""
    article = build(plain_draft(text), "", text.encode("utf-8", "surrogatepass"))
    return replace(article, id=id) if id else article


def _read_opened(source: Opened) -> Iterator[Reading]:
    kind = sniff(source.head, source.name, source.media_type)
    if kind in _CONTAINERS:
        for found in _CONTAINERS[kind](source):
            yield found if isinstance(found, Skipped) else _read_capture(found)
    else:
        capture = Capture(
            source=source.name,
            data=source.whole(),
            media_type=source.media_type,
            charset=source.charset,
            facts=source.facts,
            not_after=source.not_after,
        )
        yield _read_document(kind, capture)


def _read_capture(capture: Capture) -> Reading:
    """Read a record of a container; containers in containers are not opened."""
    try:
        kind = sniff(capture.data[:HEAD], capture.facts.url, capture.media_type)
        if kind not in _READERS:
            raise Unreadable(f"{kind} inside another container is not opened")
    except Unreadable as reason:
        return Skipped(capture.source, str(reason))
    return _read_document(kind, capture)


def _read_document(kind: Format, capture: Capture) -> Reading:
    try:
        return finish(_READERS[kind](capture), capture)
    except Unreadable as reason:
        return Skipped(capture.source, str(reason))
    except Exception as error:  # a parser broke on hostile bytes: one document must never stop a run
        return Skipped(capture.source, f"reading it as {kind} failed: {type(error).__name__}: {error}")
