"""RSS and Atom: an item with words is a document; one with nothing but a link is skipped and says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.sax import SAXException

from reportedly.read.dates import iso
from reportedly.read.formats import Format
from reportedly.read.opening import Opened
from reportedly.read.page import Capture, Facts, Unreadable
from reportedly.read.xml import xml_text
from reportedly.types import PublishedFrom, Skipped


def read_feed(source: Opened) -> Iterator[Capture | Skipped]:
    """Yield the items of a feed; "#<n>" counts them. A feed that breaks off gives the items before the break."""
    import feedparser  # here, because other formats need not wait for it

    text = xml_text(source.whole(), source.charset)
    feed = feedparser.parse(
        text.encode("utf-8", "replace"),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if not feed.entries:
        raise Unreadable(f"broken feed: {feed.bozo_exception}" if feed.bozo else "the feed has no items")
    outlet = _text(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        yield _item(entry, outlet, f"{source.name}#{number}", source.not_after)
    if feed.bozo and isinstance(feed.bozo_exception, SAXException):
        yield Skipped(source.name, f"the feed is broken after item {len(feed.entries)}: {feed.bozo_exception}")


def _item(entry: Any, outlet: str, name: str, not_after: str) -> Capture | Skipped:
    """Make a capture of an item. Its record is kept as JSON: a feed's own markup around it says nothing more."""
    markup = _markup(entry)
    facts = _facts(entry, outlet)
    if not markup:
        return Skipped(name, f"the item has no text, only a link; read {facts.url or 'its page'} instead")
    record = {name: getattr(facts, name) for name in ("title", "url", "outlet", "published", "author")} | {
        "html": markup
    }
    return Capture(
        name,
        markup.encode("utf-8", "replace"),
        raw=json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace"),
        kind=Format.HTML,
        fragment=True,
        facts=facts,
        not_after=not_after,
    )


def _markup(entry: Any) -> str:
    """Return the fullest of an item's texts."""
    texts = [_value(content) for content in entry.get("content", ())]
    return max([*texts, _value(entry.get("summary_detail")), ""], key=len).strip()


def _value(content: Any) -> str:
    return str(content.get("value") or "") if content else ""


def _facts(entry: Any, outlet: str) -> Facts:
    published = next(
        (moment for key in ("published", "issued", "created", "updated") if (moment := iso(entry.get(key)))), ""
    )
    source = entry.get("source") or {}
    return Facts(
        title=_text(entry.get("title")),
        url=str(entry.get("link") or ""),
        outlet=_text(source.get("title")) or outlet,
        published=published,
        published_from=PublishedFrom.METADATA if published else PublishedFrom.UNKNOWN,
        author=_text(entry.get("author")),
    )


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
