"""Watching a real server that moves, fails, stalls, redirects and lies."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta

import pytest

from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.ledger.beside import NEVER, FeedState, PageState
from reportedly.types import Article, Statement
from reportedly.watch import NewsKind
from tests.desk.standin import StandIn
from tests.read.server import Answer
from tests.watch.world import BRIDGE, DAM, START, World, link, page, rss

HOUR = 3600.0


def state(world: World, feed: str = "/feed") -> FeedState:
    with world.desk() as desk:
        return desk.ledger.watched.feeds([world.url(feed)])[world.url(feed)]


def pages(world: World, *paths: str) -> list[PageState]:
    with world.desk() as desk:
        found = desk.ledger.watched.pages([world.url(path) for path in paths])
        return [found[world.url(path)] for path in paths]


def seconds(world: World, due: str) -> float:
    return (world.clock.now().fromisoformat(due) - world.clock.now()).total_seconds()


def robots(rule: str) -> Answer:
    return Answer(f"User-agent: *\n{rule}\n".encode(), headers={"Content-Type": "text/plain"})


# --- from feed to ledger ----------------------------------------------------------------------------------------------


def test_what_a_feed_leads_to_is_read(night: World) -> None:
    tally = night.once("/feed")
    assert (tally.polls, tally.new, tally.statements) == (1, 2, 2)
    assert sorted(article.title for article in night.articles()) == ["Bridge is open", "The dam holds, ministry says"]
    assert {news.kind for news in night.news} == {NewsKind.NEW}


def test_the_second_time_nothing_is_new(night: World) -> None:
    night.once("/feed")
    night.clock.advance(HOUR / 10)
    tally = night.once("/feed")
    assert (tally.polls, tally.new, tally.known) == (1, 0, 0)
    assert night.asked("/dam") == 1


def test_a_feed_that_is_not_due_is_not_asked(night: World) -> None:
    night.once("/feed")
    assert night.once("/feed").polls == 0


def test_the_feeds_source_and_credit_are_kept(night: World) -> None:
    night.site.answers["/feed"] = rss(
        link("/dam") + '<source url="https://wire.example/">Northern Wire</source><author>AFP</author>'
    )
    night.once("/feed")
    (article,) = night.articles()
    assert (article.outlet, article.credit) == ("Northern Wire", "AFP")


def test_one_page_of_two_feeds_is_read_once(night: World) -> None:
    night.site.answers["/other"] = rss(link("/dam?utm_source=other"), link("/dam#comments"))
    tally = night.once("/feed", "/other")
    assert (tally.polls, tally.new, night.asked("/dam")) == (2, 2, 1)


def test_a_watch_goes_on_until_it_is_stopped(night: World) -> None:
    with night.desk() as desk:
        watcher = night.watcher(desk, "/feed")
        watcher._chore = lambda: watcher.stop() if night.clock.now() > START + timedelta(hours=1) else None
        tally = watcher.run()
    assert tally.polls >= 12  # every five minutes for an hour
    assert tally.new == 2


def test_stopping_finishes_the_article_in_hand(night: World) -> None:
    with night.desk() as desk:
        watcher = night.watcher(desk, "/feed")
        watcher._tell = lambda _news: watcher.stop()
        assert watcher.run().new == 1
    assert len(night.articles()) == 1
    assert night.once("/feed").new == 1  # the other one was kept in mind
    assert len(night.articles()) == 2


# --- politeness -------------------------------------------------------------------------------------------------------


def test_an_unchanged_feed_is_not_sent_again(night: World) -> None:
    feed = night.site.answers["/feed"]
    night.site.answers["/feed"] = Answer(feed.body, headers=feed.headers, etag='"1"')
    night.once("/feed")
    night.clock.advance(HOUR / 10)
    tally = night.once("/feed")
    assert (tally.unchanged, state(night).etag) == (1, '"1"')


def test_hosts_are_left_alone_between_two_requests(night: World) -> None:
    night.once("/feed", delay=30)
    assert sum(night.clock.waited) >= 60  # three requests to one host
    assert len(night.articles()) == 2


def test_other_hosts_need_not_wait_for_one(night: World) -> None:
    far = night.url("/bridge", "south.example")
    night.site.answers["/feed"] = rss(link("/dam"), link("/dam2"), link(far))
    night.site.answers["/dam2"] = DAM
    night.once("/feed", delay=600)
    assert night.site.asked.index("/bridge") < night.site.asked.index("/dam2")


def test_a_sites_own_delay_is_kept(night: World) -> None:
    night.site.answers["/robots.txt"] = Answer(
        b"User-agent: *\nCrawl-delay: 120\n", headers={"Content-Type": "text/plain"}
    )
    night.once("/feed")
    assert sum(night.clock.waited) >= 240


def test_what_robots_txt_forbids_is_not_asked_for(night: World) -> None:
    night.site.answers["/robots.txt"] = Answer(
        b"User-agent: *\nDisallow: /dam\n", headers={"Content-Type": "text/plain"}
    )
    tally = night.once("/feed")
    assert (tally.new, tally.skipped, night.asked("/dam")) == (1, 1, 0)
    assert "robots.txt" in pages(night, "/dam")[0].problem


@pytest.mark.parametrize(
    ("header", "wait"),
    [("7200", 2 * HOUR), ((START + timedelta(hours=3)).strftime("%a, %d %b %Y %H:%M:%S GMT"), 3 * HOUR)],
)
def test_retry_after_is_kept_to(night: World, header: str, wait: float) -> None:
    night.site.answers["/feed"] = Answer(status=429, headers={"Retry-After": header})
    assert night.once("/feed").failed == 1
    assert seconds(night, state(night).due) == pytest.approx(wait, abs=2)


def test_a_page_that_is_asked_for_too_soon_is_read_later(night: World) -> None:
    night.site.answers["/dam"] = Answer(status=503, headers={"Retry-After": "900"})
    night.once("/feed")
    night.site.answers["/dam"] = DAM
    night.clock.advance(600)
    night.once("/feed")
    assert len(night.articles()) == 1
    night.clock.advance(900)
    night.once("/feed")
    assert len(night.articles()) == 2


def test_a_failing_feed_is_asked_less_and_less(night: World) -> None:
    night.site.answers["/feed"] = Answer(status=500)
    waits = []
    for _ in range(10):
        night.once("/feed")
        waits.append(seconds(night, state(night).due))
        night.clock.advance(waits[-1])
    assert waits[0] < waits[3] < waits[6]
    assert max(waits) <= 9 * HOUR
    assert (state(night).failures, state(night).problem) == (10, "the server answered 500 Internal Server Error")
    night.site.answers["/feed"] = rss(link("/dam"))
    assert night.once("/feed").new == 1
    assert state(night).failures == 0


def test_a_page_that_fails_is_given_up_in_the_end(night: World) -> None:
    night.site.answers["/dam"] = Answer(status=500)
    for _ in range(8):
        night.once("/feed")
        night.clock.advance(9 * HOUR)
    assert (pages(night, "/dam")[0].due, night.asked("/dam")) == (NEVER, 6)


# --- moving and lying -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("status", "for_good"), [(301, True), (308, True), (302, False), (307, False)])
def test_a_feed_that_moves(night: World, status: int, for_good: bool) -> None:
    night.site.answers["/old"] = Answer(status=status, headers={"Location": "/feed"})
    assert night.once("/old").new == 2
    night.clock.advance(HOUR)
    night.once("/old")
    assert night.asked("/old") == (1 if for_good else 2)
    assert state(night, "/old").address == (night.url("/feed") if for_good else "")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(status=302, headers={"Location": "/feed"}), "more than 5 redirects"),
        (Answer(status=301, headers={"Location": "http://10.0.0.1/feed"}), "not a public address"),
        (Answer(status=301, headers={"Location": "http://inward.example/feed"}), "10.0.0.9, which is not a public"),
        (Answer(status=301, headers={"Location": "http://169.254.169.254/"}), "a machine its keys"),
        (Answer(b"<!doctype html><html><p>Sorry</p></html>"), "an HTML page, not a feed"),
        (Answer(gzip.compress(bytes(64 << 20)), headers={"Content-Encoding": "gzip"}), "larger than 16 MB"),
        (Answer(gzip.compress(bytes(64 << 20))), "larger than 16 MB"),
        (Answer(b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel/></rss>'), "XML entities"),
        (Answer(b'<!DOCTYPE l [<!ENTITY a "h"><!ENTITY b "&a;&a;">]><rss/>'), "XML entities"),
        (Answer(b""), "the feed is empty"),
        (Answer(b"x", headers={"Content-Length": str(200 << 20)}), "larger than 16 MB"),
        (Answer(status=410), "410 Gone"),
    ],
)
def test_a_feed_that_cannot_be_read_says_why(night: World, answer: Answer, reason: str) -> None:
    night.site.answers["/feed"] = answer
    assert night.once("/feed").failed == 1
    assert reason in state(night).problem
    assert night.articles() == []


def test_a_server_that_stalls_holds_nobody_up(night: World) -> None:
    """It drips until something of another host is read; were that held up by it, it would time out and fail."""

    def dripping(closing: threading.Event) -> Iterator[bytes]:
        yield b'<rss version="2.0"><channel><title>Slow</title>'
        while not night.news and not closing.wait(0.02):
            yield b" "
        yield b"</channel></rss>"

    night.site.answers["/slow"] = Answer(chunks=dripping, headers={"Connection": "close"})
    tally = night.once("/feed", night.url("/slow", "south.example"), delay=0)
    assert (tally.polls, tally.new, tally.failed) == (2, 2, 0)


def test_a_wrong_content_type_and_charset_are_seen_through(night: World) -> None:
    feed = rss(link("/dam", "Der Überfall")).body
    night.site.answers["/feed"] = Answer(feed, headers={"Content-Type": "image/png; charset=latin-5"})
    night.site.answers["/dam"] = Answer(DAM.body, headers={"Content-Type": "text/plain; charset=ascii"})
    night.once("/feed")
    assert [article.title for article in night.articles()] == ["The dam holds, ministry says"]


def test_links_that_lead_to_no_page_are_left_out(night: World) -> None:
    night.site.answers["/feed"] = rss(link("javascript:alert(1)"), link("file:///etc/passwd"), link("/dam"))
    assert night.once("/feed").new == 1


@pytest.mark.parametrize(
    "target", ["http://10.0.0.1/", "http://[::1]/", "http://2130706433/", "http://inward.example/"]
)
def test_a_feed_cannot_make_us_look_inside_a_network(night: World, target: str) -> None:
    night.site.answers["/feed"] = rss(link(target), link("/dam"))
    tally = night.once("/feed")
    assert (tally.new, tally.skipped) == (1, 1)


def test_a_date_in_the_future_does_not_date_the_article(night: World) -> None:
    night.site.answers["/feed"] = rss(link("/plain") + "<pubDate>Fri, 04 Mar 2033 09:12:00 GMT</pubDate>")
    night.site.answers["/plain"] = Answer(BRIDGE.body.replace(b"article:published_time", b"x"))
    night.once("/feed")
    assert night.articles()[0].published != "2033-03-04T09:12:00+00:00"


def test_ten_thousand_items_wait_their_turn(night: World) -> None:
    night.site.answers["/feed"] = rss(*(link(f"/{n}") for n in range(10_000)))
    night.site.answers["/0"] = DAM
    with night.desk() as desk:
        watcher = night.watcher(desk, "/feed", delay=0)
        watcher._tell = lambda _news: watcher.stop()
        watcher.run()
        kept = desk.ledger.watched.pages([night.url(f"/{n}") for n in range(10_000)])
    assert len(kept) == 10_000
    assert sum(page.article != "" for page in kept.values()) == 1


def test_sitemaps_are_followed_from_their_index(night: World) -> None:
    entry = "<url><loc>{}</loc><lastmod>{}</lastmod></url>"
    urls = entry.format("/dam", "2031-05-01") + entry.format("/bridge", "2019-01-01")
    night.site.answers["/map.xml.gz"] = Answer(gzip.compress(f"<urlset>{urls}</urlset>".encode()))
    index = "<sitemapindex><sitemap><loc>/map.xml.gz</loc></sitemap><sitemap><loc>/gone</loc></sitemap></sitemapindex>"
    night.site.answers["/index.xml"] = Answer(index.encode())
    tally = night.once("/index.xml")
    assert (tally.polls, tally.new, tally.failed) == (3, 1, 1)
    assert [article.title for article in night.articles()] == ["The dam holds, ministry says"]


def test_a_sitemap_index_is_asked_for_in_full_after_a_restart(night: World) -> None:
    index = "<sitemapindex><sitemap><loc>/map.xml</loc></sitemap></sitemapindex>"
    night.site.answers["/index.xml"] = Answer(index.encode(), etag='"1"')
    night.site.answers["/map.xml"] = Answer(b"<urlset><url><loc>/dam</loc></url></urlset>")
    night.once("/index.xml")
    night.site.answers["/map.xml"] = Answer(b"<urlset><url><loc>/bridge</loc></url></urlset>")
    night.clock.advance(HOUR)
    night.once("/index.xml")
    assert len(night.articles()) == 2


class Broken(StandIn):
    """A finder with a bug."""

    def find(self, articles: Sequence[Article]) -> list[list[Statement]]:
        if any("dam" in article.title for article in articles):
            raise RuntimeError("a bug")
        return super().find(articles)


def test_an_article_that_a_stage_breaks_on_is_skipped_once(night: World) -> None:
    for _ in range(2):
        with Desk(open_ledger(night.where), Broken()) as desk:
            night.watcher(desk, "/feed").run(once=True)
        night.clock.advance(HOUR)
    assert [article.title for article in night.articles()] == ["Bridge is open"]
    assert pages(night, "/dam")[0].problem == "reading it failed: RuntimeError: a bug"
    assert night.asked("/dam") == 1


# --- changes ----------------------------------------------------------------------------------------------------------


def test_a_quiet_change_is_news(night: World) -> None:
    night.once("/feed")
    night.news.clear()
    body = DAM.body.replace(b"The dam holds, ministry says", b"The dam broke").replace(b"At least 12", b"At least 31")
    night.site.answers["/dam"] = Answer(body)
    night.clock.advance(HOUR / 3)
    tally = night.once("/feed")
    assert tally.changed == 1
    (news,) = night.news
    assert news.kind is NewsKind.CHANGED
    assert news.lines[0] == "headline: “The dam holds, ministry says” → “The dam broke”"
    assert news.lines[1].startswith("figure: “12 people” → “31 people” in “At least 31 people were killed")
    assert len(night.articles()) == 3


def test_a_page_is_looked_at_less_and_less(night: World) -> None:
    for _ in range(14):
        night.once("/feed")
        night.clock.advance(12 * HOUR)
    assert 6 <= night.asked("/dam") <= 10
    assert pages(night, "/dam")[0].due == NEVER
    assert len(night.articles()) == 2


def test_a_feed_that_tells_of_a_new_version_is_believed(night: World) -> None:
    night.once("/feed", recheck=30 * HOUR)
    night.site.answers["/feed"] = rss(link("/dam", "The dam broke"), link("/bridge"))
    night.site.answers["/dam"] = Answer(DAM.body.replace(b"dam holds", b"dam broke"))
    for _ in range(3):
        night.clock.advance(400)
        night.once("/feed", recheck=30 * HOUR)
    assert [news.kind for news in night.news].count(NewsKind.CHANGED) == 1


def test_a_page_that_is_taken_down_is_news(night: World) -> None:
    night.once("/feed")
    night.site.answers["/dam"] = Answer(status=410)
    night.clock.advance(HOUR / 3)
    night.once("/feed")
    assert (night.news[-1].kind, night.news[-1].title) == (NewsKind.GONE, "The dam holds, ministry says")


def test_what_is_no_article_is_skipped_with_the_reason(night: World) -> None:
    night.site.answers["/dam"] = page("Bilder")
    assert night.once("/feed").skipped == 1
    assert pages(night, "/dam")[0].problem == "no article text was found in it"


# --- crashes ----------------------------------------------------------------------------------------------------------


class Crash(BaseException):
    """The process dies here."""


@pytest.mark.parametrize("at", range(1, 8))
def test_a_crash_at_any_write_loses_and_doubles_nothing(night: World, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The write `at` of what watching remembers dies just before it is made, and what was appended stays."""
    from reportedly.ledger.watched import SqlWatched

    real, count = SqlWatched.keep, [0]

    def dying(self: SqlWatched, **given: object) -> None:
        count[0] += 1
        if count[0] == at:
            raise Crash
        real(self, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(SqlWatched, "keep", dying)
    for _ in range(3):
        with suppress(Crash):
            night.once("/feed")
        night.clock.advance(400)
    assert sorted(article.title for article in night.articles()) == ["Bridge is open", "The dam holds, ministry says"]
    assert all(page.article for page in pages(night, "/dam", "/bridge"))
