"""The watch itself: a thin shell that hands out what is due and settles what arrives. Only it touches the ledger."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from queue import Empty, SimpleQueue
from random import Random

from reportedly.desk import Desk, Kept, Outcome, Unchanged
from reportedly.ledger.beside import NEVER, FeedState, PageState, written
from reportedly.ledger.port import LedgerError
from reportedly.read import (
    Document,
    Fetched,
    Fetcher,
    Listing,
    Refused,
    Unreadable,
    listing,
    read_fetched,
    retry_after,
)
from reportedly.types import Article, Skipped
from reportedly.watch import plan
from reportedly.watch.changes import News, NewsKind, changes
from reportedly.watch.clock import Clock, SystemClock
from reportedly.watch.crew import Arrived, Crew, Inbox, Job
from reportedly.watch.log import log
from reportedly.watch.pace import Hosts, after
from reportedly.watch.queue import Waiting, host_of
from reportedly.watch.watchlist import Feed, Watchlist

CREW = 8  # threads that fetch
AHEAD = 16  # requests on their way and pages not yet read, together: what is fetched ahead is bounded by it
LINE = 5_000  # pages of the ledger that are let wait at once
IDLE = 60.0  # seconds after which the ledger is asked again for pages that are due
GONE = frozenset({404, 410})
WARNING = logging.WARNING


@dataclass(slots=True)
class Tally:
    """What a watch came to."""

    polls: int = 0
    unchanged: int = 0  # polls and pages that had not changed
    failed: int = 0
    new: int = 0
    changed: int = 0
    known: int = 0  # pages whose words the ledger had already
    skipped: int = 0
    statements: int = 0


class Watcher:
    """Watches feeds for a desk. `tell` is told the news; `chore` is done now and then, after whatever was read."""

    def __init__(
        self,
        desk: Desk,
        watchlist: Watchlist,
        fetcher: Fetcher,
        *,
        tell: Callable[[News], None],
        chore: Callable[[], None] = lambda: None,
        clock: Clock | None = None,
        dice: Random | None = None,
    ) -> None:
        """Prepare to watch; nothing is asked yet."""
        self.tally = Tally()
        self._desk = desk
        self._state = desk.ledger.watched
        self._watchlist = watchlist
        self._fetcher = fetcher
        self._tell = tell
        self._chore = chore
        self._clock: Clock = clock or SystemClock()
        self._dice = dice or Random()
        self._inbox: Inbox = SimpleQueue()
        self._stopping = False
        self._once = False
        self._feeds = {feed.url: feed for feed in watchlist.feeds}
        self._known: dict[str, FeedState] = {}
        self._asked: set[str] = set()  # feeds that were asked in this run
        self._busy: dict[str, PageState | None] = {}  # what is being fetched; None: a feed
        self._waiting = Waiting()
        self._hosts = Hosts()
        self._refill = ""  # when the ledger is asked again for pages that are due

    def stop(self) -> None:
        """End the watch once the article in hand is in the ledger. May be called from a signal's handler."""
        self._stopping = True
        self._inbox.put(None)

    def run(self, *, once: bool = False) -> Tally:
        """Watch until stopped; `once`: ask every feed that is due once, read what it leads to, and return."""
        self._once = once
        self._known = self._state.feeds(self._feeds)
        crew = Crew(self._fetcher, self._inbox, CREW)
        log("watching", feeds=len(self._feeds), once=once)
        try:
            while not self._stopping:
                now = self._clock.now()
                self._hand_out(crew, now)
                if once and not self._busy and not self._waiting and not self._due_feeds(now):
                    break
                arrived = self._next(now)
                if arrived is not None:
                    self._settle(arrived)
                self._chore()
        finally:
            crew.dismiss()
            self._desk.finish()
            log("stopped", **{name: getattr(self.tally, name) for name in Tally.__slots__})
        return self.tally

    # --- what is due --------------------------------------------------------------------------------------------------

    def _due_feeds(self, now: datetime) -> list[tuple[Feed, FeedState]]:
        """Return the feeds that are due, whether their hosts are free or not."""
        states = ((feed, self._known.get(feed.url) or FeedState(feed.url)) for feed in self._feeds.values())
        waiting = ((feed, state) for feed, state in states if state.due <= written(now) and feed.url not in self._busy)
        return [(feed, state) for feed, state in waiting if not (self._once and feed.url in self._asked)]

    def _hand_out(self, crew: Crew, now: datetime) -> None:
        """Have fetched what is due, as far as hosts are free and the desk keeps up."""
        for feed, state in self._due_feeds(now):
            host = host_of(state.address or feed.url)
            if self._hosts.ready(host, now) and len(self._busy) < AHEAD:
                self._asked.add(feed.url)
                self._fetch(crew, _feed_job(feed, state, host), None)
        if len(self._waiting) < LINE // 2 and self._refill <= written(now):
            hands = self._waiting.urls | self._busy.keys()
            self._waiting.add(self._state.due(written(now), LINE, without=hands))
            self._refill = after(now, IDLE)
        for host in self._waiting.hosts():
            if len(self._busy) >= AHEAD:
                return
            if self._hosts.ready(host, now):
                page = self._waiting.take(host)
                job = Job(page.url, page.url, host, False, page.etag, page.last_modified)
                self._fetch(crew, job, page)

    def _fetch(self, crew: Crew, job: Job, page: PageState | None) -> None:
        self._busy[job.url] = page
        self._hosts.asking(job.host)
        crew.fetch(job)

    def _next(self, now: datetime) -> Arrived | None:
        """Return what arrives next; None where something else is due first, or the watch ends."""
        seconds = self._until_due(now) if len(self._busy) < AHEAD else IDLE
        if not self._busy:
            return self._clock.wait(seconds, self._inbox)
        try:
            return self._inbox.get(timeout=max(seconds, 0.01))
        except Empty:
            return None

    def _until_due(self, now: datetime) -> float:
        """Return the seconds until something can be handed out: a feed or page is due, and its host is free."""
        due = self._due_feeds(now)
        hosts = {host_of(state.address or feed.url) for feed, state in due} | set(self._waiting.hosts())
        moments = [ready] if (ready := self._hosts.next_ready(hosts, now)) is not None else []
        if not self._once:
            moments += [when for state in self._known.values() if (when := datetime.fromisoformat(state.due)) > now]
            moments.append(datetime.fromisoformat(self._refill))
        return min([max(0.0, (moment - now).total_seconds()) for moment in moments] + [IDLE])

    # --- what has arrived ---------------------------------------------------------------------------------------------

    def _settle(self, arrived: Arrived) -> None:
        job, found, now = arrived.job, arrived.found, self._clock.now()
        page = self._busy.pop(job.url)
        asked = retry_after(found.retry_after, now) if isinstance(found, Refused) else 0.0
        self._hosts.answered(job.host, now, max(self._watchlist.delay, arrived.delay, asked))
        if page is None:
            self._settle_feed(self._feeds[job.url], found, now)
        elif isinstance(found, Refused):
            self._page_failed(page, found, now)
        elif found.unchanged:
            self.tally.unchanged += 1
            self._state.keep(pages=[plan.page_read(page, found, page.article, self._watchlist, now)])
        else:
            self._read(page, found, now)

    def _settle_feed(self, feed: Feed, found: Fetched | Refused, now: datetime) -> None:
        state = self._known.get(feed.url) or FeedState(feed.url)
        self.tally.polls += 1
        pages = list[PageState]()
        try:
            if isinstance(found, Refused):
                raise found
            kept = plan.feed_answered(state, feed, found, now)
            if not found.unchanged:
                listed = _listing(found, now)
                pages = self._listed(feed, listed, now)
                kept = plan.always_sent(kept) if listed.further else kept
            log("polled", feed=feed.url, unchanged=found.unchanged, pages=len(pages), moved=found.moved)
            self.tally.unchanged += found.unchanged
        except (Refused, Unreadable) as reason:
            why = reason if isinstance(reason, Refused) else Refused(str(reason), again=True)
            kept = plan.feed_failed(state, feed, why, now, self._dice)
            self.tally.failed += 1
            log("feed failed", WARNING, feed=feed.url, reason=str(why), failures=kept.failures, due=kept.due)
        self._known[feed.url] = kept
        self._state.keep(feeds=[kept], pages=pages)
        self._waiting.add(page for page in pages if page.url not in self._busy and page.due <= written(now))

    def _listed(self, feed: Feed, listed: Listing, now: datetime) -> list[PageState]:
        """Return the pages of a feed that are worth a look. Sitemaps that an index names are watched from now on."""
        for skipped in listed.left_out:
            log("left out", feed=feed.url, item=skipped.source, reason=skipped.reason)
        new = [Feed(url, feed.every) for url in plan.sitemaps(listed.further, now) if url not in self._feeds]
        self._feeds |= {one.url: one for one in new}
        self._known |= self._state.feeds([one.url for one in new])
        known = self._state.pages([page.url for page in listed.pages])
        return plan.found(listed.pages, known, feed.url, now, recent=listed.sitemap)

    def _page_failed(self, page: PageState, why: Refused, now: datetime) -> None:
        kept = plan.page_failed(page, why, self._watchlist, now, self._dice)
        self._state.keep(pages=[kept])
        log("page failed", WARNING, page=page.url, reason=str(why), failures=kept.failures, due=kept.due)
        self.tally.failed += 1
        self.tally.skipped += kept.due == NEVER and not page.article
        if page.article and why.status in GONE:
            article = self._desk.article(page.article)
            self._news(NewsKind.GONE, page, article, (f"it is not there any more: {why}",))

    def _read(self, page: PageState, found: Fetched, now: datetime) -> None:
        """Read a page into the ledger; then, and only then, note that it was read."""
        kept = ""
        reasons = list[str]()
        for reading in read_fetched(found, name=page.url, hints=plan.hints(page)):
            match self._taken(reading):
                case Skipped() as skipped:
                    reasons.append(skipped.reason)
                case Kept() as outcome:
                    kept = outcome.article.id
                    self._kept(page, outcome)
                case Unchanged() as outcome:
                    kept = outcome.article
                    self.tally.known += 1
        state = plan.page_read(page, found, kept, self._watchlist, now)
        if not kept:
            state = plan.page_unread(state, "; ".join(reasons)[:500] or "there is nothing in it")
            self.tally.skipped += 1
            log("skipped", page=page.url, reason=state.problem)
        self._state.keep(pages=[state])

    def _taken(self, reading: Document | Skipped) -> Outcome:
        """Let the desk keep a document. One that a stage breaks on must not be met again at every start."""
        try:
            return self._desk.keep(reading)
        except LedgerError:
            raise
        except Exception as error:
            source = reading.source if isinstance(reading, Skipped) else reading.article.source
            log("a bug", logging.ERROR, page=source, trace=traceback.format_exc())
            return Skipped(source, f"reading it failed: {type(error).__name__}: {error}")

    def _kept(self, page: PageState, outcome: Kept) -> None:
        self.tally.statements += len(outcome.statements)
        before = page.article if page.article != outcome.article.id else ""
        lines = changes(self._desk.article(before), outcome.article) if before else ()
        self.tally.changed += bool(before)
        self.tally.new += not before
        self._news(NewsKind.CHANGED if before else NewsKind.NEW, page, outcome.article, lines, len(outcome.statements))

    def _news(
        self, kind: NewsKind, page: PageState, article: Article, lines: tuple[str, ...], statements: int = 0
    ) -> None:
        log(kind.value, page=page.url, article=article.id, feed=page.feed, statements=statements, lines=lines)
        self._tell(News(kind, page.url, article.id, article.outlet, article.title, lines, statements))


def _feed_job(feed: Feed, state: FeedState, host: str) -> Job:
    return Job(feed.url, state.address or feed.url, host, True, state.etag, state.last_modified)


def _listing(found: Fetched, now: datetime) -> Listing:
    """Read a feed. A parser that breaks on hostile bytes makes it unreadable, and stops nothing else."""
    try:
        return listing(found.data, url=found.url, charset=found.charset, not_after=written(now))
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(f"reading it failed: {type(error).__name__}: {error}") from error
