"""The list of feeds: a TOML file of ours, or OPML as feed readers export it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from reportedly.read import Refused, Unreadable
from reportedly.read.addresses import Door
from reportedly.read.page import Capture
from reportedly.read.xml import local, xml_root
from reportedly.settings import SettingsError, Table, parse

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed or sitemap, and how often it is asked."""

    url: str
    every: float = 5 * MINUTE  # seconds


@dataclass(frozen=True, slots=True)
class Watchlist:
    """What is watched, and how politely. All spans are seconds."""

    feeds: tuple[Feed, ...]
    delay: float = 1.0  # at least, between two requests to one host
    recheck: float = 15 * MINUTE  # until a page is looked at again; then twice as long, and so on
    recheck_for: float = 2 * DAY  # the longest of these spans: a page is left alone afterwards
    allowed: tuple[str, ...] = ()  # private networks that may be asked


def load(path: Path) -> Watchlist:
    """Read a list of feeds. Raises SettingsError with file, line and key where something is wrong."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from error
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return Watchlist(tuple(Feed(url) for url in opml_feeds(data, str(path))))
    try:
        return _watchlist(parse(data.decode("utf-8"), str(path)))
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: it is not UTF-8 text") from error


def _watchlist(table: Table) -> Watchlist:
    allowed = table.texts("allowed", ())
    try:
        door = Door.to(allowed)
    except ValueError as error:
        raise table.wrong("allowed", f"{error}; write networks as 10.1.0.0/16") from error
    every = table.seconds("every", 5 * MINUTE)
    feeds = [_feed(one, every, door) for one in table.tables("feed")]
    found = Watchlist(
        tuple({feed.url: feed for feed in feeds}.values()),
        delay=table.seconds("delay", 1.0),
        recheck=table.seconds("recheck", 15 * MINUTE),
        recheck_for=table.seconds("recheck_for", 2 * DAY),
        allowed=allowed,
    )
    table.done()
    if not found.feeds:
        raise table.wrong("feed", "there is none; write [[feed]] and url = ... for each")
    return found


def _feed(table: Table, every: float, door: Door) -> Feed:
    feed = Feed(table.text("url").strip(), table.seconds("every", every))
    table.done()
    if feed.every < 10:
        raise table.wrong("every", "a feed is asked every 10s at most")
    try:
        door.checked(feed.url)
    except Refused as refused:
        raise table.wrong("url", str(refused)) from refused
    return feed


def opml_feeds(data: bytes, name: str) -> list[str]:
    """Return the addresses of the feeds in an OPML file, each once. Raises SettingsError where it holds none."""
    try:
        root = xml_root(Capture(name, data))
    except Unreadable as reason:
        raise SettingsError(f"{name}: {reason}") from reason
    if local(root) != "opml":
        raise SettingsError(f"{name}: no OPML: its root is <{local(root)}>")
    urls = [
        value.strip()
        for element in root.iter()
        for attribute, value in element.attrib.items()
        if attribute.lower() == "xmlurl" and value.strip().lower().startswith(("http://", "https://"))
    ]
    if not urls:
        raise SettingsError(f"{name}: it names no feeds (no outline has an xmlUrl)")
    return list(dict.fromkeys(urls))


def with_feeds(text: str, known: Collection[str], urls: Iterable[str]) -> tuple[str, int]:
    """Return the text of a list with the feeds that it lacks at its end, and how many these are."""
    new = [url for url in dict.fromkeys(urls) if url not in known]
    blocks = "".join(f"\n[[feed]]\nurl = {json.dumps(url, ensure_ascii=False)}\n" for url in new)
    return (text if not text or text.endswith("\n") else f"{text}\n") + blocks, len(new)
