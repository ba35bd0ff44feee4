"""What to remember of feeds and pages, and when to look at them again: pure decisions over what came of a look."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from random import Random

from reportedly.ledger.beside import NEVER, FeedState, PageState
from reportedly.read import Facts, Fetched, Listed, Refused, retry_after
from reportedly.types import PublishedFrom
from reportedly.watch.pace import LONGEST, after, backoff
from reportedly.watch.watchlist import Feed, Watchlist

TRIES = 6  # until a page that was never read is given up
SETTLED = 5 * 60.0  # seconds for which a page is left alone, however often its feed says that it has changed
REACH = 7  # days: what a sitemap says was changed longer ago is no news
LONGEST_REASON = 500  # characters
SITEMAPS = 20  # of a sitemap index: the newest


def feed_answered(state: FeedState, feed: Feed, page: Fetched, now: datetime) -> FeedState:
    """Return what to remember of a feed that answered, whether it sent anything or not."""
    return replace(
        state,
        address=page.moved or state.address,
        etag=page.etag or (state.etag if page.unchanged else ""),
        last_modified=page.last_modified or (state.last_modified if page.unchanged else ""),
        due=after(now, feed.every),
        failures=0,
        problem="",
    )


def always_sent(state: FeedState) -> FeedState:
    """Return a feed that is sent in full each time: which sitemaps an index names is not remembered."""
    return replace(state, etag="", last_modified="")


def feed_failed(state: FeedState, feed: Feed, why: Refused, now: datetime, dice: Random) -> FeedState:
    """Return what to remember of a feed that could not be read: it is asked again later, and later each time.

    Where a later try makes no sense (it is gone, or not allowed), it waits longest: somebody may put it right.
    """
    failures = state.failures + 1
    asked = max(retry_after(why.retry_after, now), feed.every if failures > 1 or not why.again else 0.0)
    wait = backoff(failures, dice, asked=asked) if why.again else max(LONGEST, asked)
    return replace(state, failures=failures, problem=said(why), due=after(now, wait))


def found(
    listed: Iterable[Listed], known: Mapping[str, PageState], feed: str, now: datetime, *, recent: bool
) -> list[PageState]:
    """Return the pages of a listing that are worth a look: new ones, and those whose version the feed says is new.

    `recent` leaves out what was changed long ago: a sitemap lists a site from its first day.
    """
    horizon = after(now, -REACH * 86400.0)[:10]
    states = list[PageState]()
    for page in listed:
        state = known.get(page.url)
        dated = page.changed or page.facts.published
        if state is None and recent and dated and dated[:10] < horizon:
            continue
        if state is None:
            states.append(PageState(page.url, feed, page.stamp, _told(page.facts), due=after(now, 0)))
        elif state.stamp != page.stamp and state.feed == feed:
            soon = after(now, SETTLED if state.article else 0)
            due = min(state.due, soon) if state.due != NEVER else soon
            states.append(replace(state, stamp=page.stamp, told=_told(page.facts), due=due, failures=0))
    return states


def sitemaps(further: Iterable[Listed], now: datetime) -> list[str]:
    """Return which sitemaps of an index to read: the newest, those without a date last."""
    horizon = after(now, -REACH * 86400.0)[:10]
    recent = [page for page in further if not page.changed or page.changed[:10] >= horizon]
    return [page.url for page in sorted(recent, key=lambda page: page.changed, reverse=True)[:SITEMAPS]]


def hints(state: PageState) -> Facts:
    """Return what the feed said of a page."""
    told = json.loads(state.told) if state.told else {}
    return Facts(**told | {"published_from": PublishedFrom(told.get("published_from", PublishedFrom.UNKNOWN))})


def page_read(state: PageState, page: Fetched, article: str, watch: Watchlist, now: datetime) -> PageState:
    """Return what to remember of a page that was looked at; `article` is the version in the ledger, "" for none."""
    every = state.every * 2 if state.every else watch.recheck
    return replace(
        state,
        etag=page.etag or (state.etag if page.unchanged else ""),
        last_modified=page.last_modified or (state.last_modified if page.unchanged else ""),
        article=article or state.article,
        every=int(every),
        due=after(now, every) if article and every <= watch.recheck_for else NEVER,
        failures=0,
        problem="",
    )


def page_unread(state: PageState, reason: str) -> PageState:
    """Return what to remember of a page that is no article: it is left alone until its feed tells of a new version."""
    return replace(state, due=NEVER, problem=said(reason))


def page_failed(state: PageState, why: Refused, watch: Watchlist, now: datetime, dice: Random) -> PageState:
    """Return what to remember of a page that could not be fetched: it is tried again, then given up."""
    failures = state.failures + 1
    wait = backoff(failures, dice, asked=retry_after(why.retry_after, now))
    again = why.again and failures < TRIES and (not state.article or wait <= watch.recheck_for)
    return replace(state, failures=failures, problem=said(why), due=after(now, wait) if again else NEVER)


def said(reason: object) -> str:
    """Return a reason as it can be kept: what strangers sent may be in it."""
    words = "".join(letter if letter.isprintable() else " " for letter in str(reason))
    return words[:LONGEST_REASON]


def _told(facts: Facts) -> str:
    return json.dumps({name: value for name, value in asdict(facts).items() if value and name != "url"})
