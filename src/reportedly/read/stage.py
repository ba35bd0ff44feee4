"""The stage: whatever the caller named becomes Documents and Skipped, and never an exception.

sources -> expand -> Input -> opened -> sniff -> container? -> Capture -> read -> Draft -> finish -> Document
              |         |         |        |         |                      |                |
              +---------+---------+--------+---------+----------------------+----------------+--> Skipped(reason)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import IO, TypeAlias

from reportedly.read.article import build, finish
from reportedly.read.feeds import read_feed
from reportedly.read.fetch import Fetched, Fetcher
from reportedly.read.formats import Format
from reportedly.read.html.page import read_page
from reportedly.read.markdown import read_markdown
from reportedly.read.newsml import read_news_item, read_newsml
from reportedly.read.ninjs import read_ninjs
from reportedly.read.opening import Opened, arrived, opened
from reportedly.read.page import Capture, Document, Draft, Facts, Unreadable
from reportedly.read.plain import plain_draft, read_plain
from reportedly.read.records import read_json, read_jsonl
from reportedly.read.sniff import HEAD, sniff
from reportedly.read.sources import Input, Source, expand
from reportedly.read.streams import rejoined, take
from reportedly.read.warc import read_warc
from reportedly.types import Article, Skipped

Reading: TypeAlias = Document | Skipped

_READERS: dict[Format, Callable[[Capture], Draft]] = {
    Format.HTML: read_page,
    Format.TEXT: read_plain,
    Format.MARKDOWN: read_markdown,
    Format.NINJS: read_ninjs,
    Format.NEWSML: read_news_item,
}
_CONTAINERS: dict[Format, Callable[[Opened], Iterator[Capture | Skipped]]] = {
    Format.JSON: read_json,
    Format.JSONL: read_jsonl,
    Format.FEED: read_feed,
    Format.NEWSML: read_newsml,
    Format.WARC: read_warc,
}


def read(sources: Source | Iterable[Source], *, fetch: Fetcher | None = None) -> Iterator[Reading]:
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
    except Exception as error:  # a parser broke on hostile bytes: one file must never stop a run
        yield _broken(item.name, "", error)


def read_stream(name: str, stream: IO[bytes], kind: Format | None = None) -> Iterator[Reading]:
    """Read bytes that the caller has opened, as `read_input` does; `kind` where their beginning does not tell."""
    try:
        head = take(stream, HEAD)
        yield from _read_opened(Opened(name, head, rejoined(head, stream)), kind)
    except Unreadable as reason:
        yield Skipped(name, str(reason))
    except Exception as error:
        yield _broken(name, "", error)


def read_fetched(page: Fetched, *, name: str, hints: Facts | None = None) -> Iterator[Reading]:
    """Read a page that was fetched already. `hints` is what a feed says of it: it fills gaps and overrides nothing."""
    try:
        yield from _read_opened(arrived(name, page, hints))
    except Unreadable as reason:
        yield Skipped(name, str(reason))
    except Exception as error:  # as in read_input
        yield _broken(name, "", error)


def read_text(text: str, *, id: str = "") -> Article:
    """Make an Article of bare text, kept exactly; any language passes and the text may be empty."""
    article = build(plain_draft(text, title=""), "", text.encode("utf-8", "surrogatepass"))
    return replace(article, id=id) if id else article


def _read_opened(source: Opened, kind: Format | None = None) -> Iterator[Reading]:
    kind = kind or sniff(source.head, source.name, source.media_type)
    if kind in _CONTAINERS:
        for found in _CONTAINERS[kind](source):
            yield found if isinstance(found, Skipped) else _read_capture(found)
    else:
        yield _read_capture(
            Capture(
                source=source.name,
                data=source.whole(),
                media_type=source.media_type,
                charset=source.charset,
                kind=kind,
                facts=source.facts,
                hints=source.hints,
                not_after=source.not_after,
            )
        )


def _read_capture(capture: Capture) -> Reading:
    kind = capture.kind
    try:
        kind = kind or sniff(capture.data[:HEAD], "", capture.media_type)
        if kind not in _READERS:
            raise Unreadable(f"{kind} inside another container is not opened")
        return finish(_READERS[kind](capture), capture)
    except Unreadable as reason:
        return Skipped(capture.source, str(reason))
    except Exception as error:  # as in read_input: nor must one record
        return _broken(capture.source, kind or "", error)


def _broken(source: str, kind: str, error: Exception) -> Skipped:
    if isinstance(error, RecursionError):
        return Skipped(source, "its parts are nested too deep")
    return Skipped(source, f"reading it{f' as {kind}' if kind else ''} failed: {type(error).__name__}: {error}")
