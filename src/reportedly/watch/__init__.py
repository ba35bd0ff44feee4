"""Watching: feeds and sitemaps are asked politely, what they lead to is read, and what changes is news.

    watchlist --due--> Job --Crew (threads)--> Arrived          one request a host, a few pages ahead
      feed:  listing --plan--> FeedState, PageStates            one transaction: no item is lost between two polls
      page:  read_fetched --desk.keep--> Outcome --plan--> PageState
                                            --changes--> News   what a newer version of a page says otherwise

Whatever is decided is decided by pure functions (`plan`, `pace`, `changes`); `watcher` is the thin shell around them.
"""

from reportedly.watch.changes import News, NewsKind
from reportedly.watch.clock import Clock, SystemClock
from reportedly.watch.watcher import Tally, Watcher
from reportedly.watch.watchlist import Feed, Watchlist, load, opml_feeds, with_feeds

__all__ = [
    "Clock",
    "Feed",
    "News",
    "NewsKind",
    "SystemClock",
    "Tally",
    "Watcher",
    "Watchlist",
    "load",
    "opml_feeds",
    "with_feeds",
]
