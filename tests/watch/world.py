"""A newsroom's evening for tests: a real server whose feeds a test writes, a clock that it moves, a watch over both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import Empty, SimpleQueue
from random import Random
from typing import Any

from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.read import Fetcher, Limits
from reportedly.types import Article
from reportedly.watch import Feed, News, Tally, Watcher, Watchlist
from tests.desk.standin import StandIn
from tests.read.server import Answer, Site, serving

START = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)
HOSTS = ("north.example", "south.example", "wire.example")


class Clock:
    """Stands still while something is fetched; where there is nothing to do it jumps to the next thing due."""

    def __init__(self, now: datetime = START) -> None:
        self.moment = now
        self.waited: list[float] = []

    def now(self) -> datetime:
        return self.moment

    def wait(self, seconds: float, inbox: SimpleQueue[Any]) -> Any:
        try:
            return inbox.get_nowait()
        except Empty:
            self.waited.append(seconds)
            self.advance(seconds)
            return None

    def advance(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


def page(title: str, *paragraphs: str, published: str = "2031-05-01T09:00:00+00:00") -> Answer:
    """Return a news page."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return Answer(
        f'<!doctype html><html lang="en"><head><title>{title}</title>'
        f'<meta property="article:published_time" content="{published}"></head>'
        f"<body><article><h1>{title}</h1>{text}</article></body></html>".encode()
    )


def rss(*items: str, title: str = "World") -> Answer:
    """Return a feed of items."""
    body = "".join(f"<item>{item}</item>" for item in items)
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{body}</channel></rss>'
    return Answer(feed.encode(), headers={"Content-Type": "application/rss+xml"})


def link(path: str, title: str = "") -> str:
    """Return a feed's item that leads to a page."""
    return f"<title>{title or path}</title><link>{path}</link>"


DAM = page(
    "The dam holds, ministry says",
    "Russia said that the dam at Kerch had held through the night and that nobody was in danger.",
    "At least 12 people were killed in the town below it, according to a count by the local hospital.",
)
BRIDGE = page(
    "Bridge is open",
    "Ukraine denied that the bridge at Kerch was open to civilian traffic on Thursday morning.",
    "Drivers waited on both banks of the river, and nothing moved on the road all day long.",
)
ROBOTS = {"/robots.txt": Answer(status=404)}


@dataclass
class World:
    """The server, the clock, the ledger's place, and what was told."""

    site: Site
    where: Path
    clock: Clock = field(default_factory=Clock)
    news: list[News] = field(default_factory=list)
    _fetcher: Fetcher | None = None  # what it learns of robots.txt would be learnt anew by each

    def url(self, path: str, host: str = HOSTS[0]) -> str:
        return f"http://{host}:{self.site.server_address[1]}{path}"

    def fetcher(self, **limits: float) -> Fetcher:
        """Return a fetcher to which the hosts of these tests are this machine, the only private address let through."""
        inner = {"inward.example": "10.0.0.9"}
        return Fetcher(
            allowed=["127.0.0.1/32"],
            limits=Limits(**limits),  # type: ignore[arg-type]
            resolve=lambda host, _port: [inner.get(host, "127.0.0.1")],
        )

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        with Desk(open_ledger(self.where), StandIn()) as desk:
            yield desk

    def watcher(self, desk: Desk, *feeds: str, fetcher: Fetcher | None = None, **settings: Any) -> Watcher:
        watchlist = Watchlist(tuple(Feed(self.url(feed) if feed[0] == "/" else feed) for feed in feeds), **settings)
        self._fetcher = fetcher or self._fetcher or self.fetcher()
        return Watcher(desk, watchlist, self._fetcher, tell=self.news.append, clock=self.clock, dice=Random(7))

    def once(self, *feeds: str, **settings: Any) -> Tally:
        """Watch once, with a watcher of its own, as cron does."""
        with self.desk() as desk:
            return self.watcher(desk, *feeds, **settings).run(once=True)

    def articles(self) -> list[Article]:
        with self.desk() as desk:
            return list(desk.articles())

    def asked(self, path: str) -> int:
        return self.site.asked.count(path)


@contextmanager
def world(folder: Path, answers: dict[str, Answer]) -> Iterator[World]:
    """Serve answers and watch them."""
    with serving(ROBOTS | answers) as site:
        yield World(site, folder / "ledger.db")
