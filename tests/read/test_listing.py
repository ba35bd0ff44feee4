"""Feeds and sitemaps as they are in the wild, and as attackers make them."""

from __future__ import annotations

import gzip
import json

import pytest

from reportedly.read import Facts, Fetched, Listing, Unreadable, listing, read_fetched
from reportedly.read.page import Document
from tests.read import pages

HERE = "https://news.example/feeds/world.xml"
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>World</title>%s</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atom.example/sub/"><title>Atom</title>
<entry><id>urn:1</id><title>One</title><link rel="alternate" href="one"/><link rel="enclosure" href="/one.mp3"/>
<updated>2031-03-04T10:00:00Z</updated><published>2031-03-04T09:00:00Z</published>
<source><title>Northern Wire</title></source><author><name>Ada Lunt</name></author></entry></feed>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/a</loc>
<lastmod>2031-03-04</lastmod><news:news><news:publication><news:name>The Example</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2031-03-03T20:00:00Z</news:publication_date>
<news:title>The dam holds</news:title></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>/maps/1.xml.gz</loc><lastmod>2031-03-04</lastmod></sitemap></sitemapindex>"""


def rss(*items: str) -> bytes:
    return (RSS % "".join(f"<item>{item}</item>" for item in items)).encode()


def urls(found: Listing) -> list[str]:
    return [page.url for page in found.pages]


def test_an_rss_item_with_its_source_and_credit() -> None:
    item = (
        "<title>The dam  holds</title><link>/a?id=1&amp;utm_source=rss#top</link>"
        "<pubDate>Tue, 04 Mar 2031 09:12:00 GMT</pubDate><dc:creator>Ada Lunt</dc:creator>"
        '<source url="https://wire.example/">Northern Wire</source><media:credit>Reuters</media:credit>'
    )
    (page,) = listing(rss(item), url=HERE).pages
    assert page.url == "https://news.example/a?id=1"
    assert (page.facts.title, page.facts.outlet, page.facts.author) == ("The dam holds", "Northern Wire", "Ada Lunt")
    assert (page.facts.credit, page.facts.published) == ("Reuters", "2031-03-04T09:12:00+00:00")


def test_an_agency_as_author_is_a_credit() -> None:
    (page,) = listing(rss("<link>/a</link><dc:creator>AFP</dc:creator>"), url=HERE).pages
    assert (page.facts.author, page.facts.credit) == ("", "AFP")


def test_atom_with_its_base() -> None:
    (page,) = listing(ATOM.encode(), url=HERE).pages
    assert page.url == "https://atom.example/sub/one"
    assert (page.facts.outlet, page.facts.published) == ("Northern Wire", "2031-03-04T09:00:00+00:00")
    assert page.changed == "2031-03-04T10:00:00+00:00"


def test_json_feed() -> None:
    items = [
        {"id": "1", "url": "/a", "title": "A", "authors": [{"name": "Ada"}], "date_modified": "2031-03-04T09:00:00Z"},
        {"id": "https://news.example/b"},
        {"id": 3},
        "no item",
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": items}
    found = listing(json.dumps(feed).encode(), url=HERE)
    assert urls(found) == ["https://news.example/a", "https://news.example/b"]
    assert found.pages[0].facts.author == "Ada"
    assert [skipped.reason for skipped in found.left_out] == ["the item has no link"]


@pytest.mark.parametrize("packed", [NEWS.encode(), gzip.compress(NEWS.encode(), mtime=0)])
def test_a_news_sitemap(packed: bytes) -> None:
    (page,) = listing(packed, url=HERE).pages
    assert (page.url, page.changed) == ("https://news.example/a", "2031-03-04")
    assert (page.facts.title, page.facts.outlet) == ("The dam holds", "The Example")
    assert page.facts.published == "2031-03-03T20:00:00+00:00"


def test_a_sitemap_index_leads_to_sitemaps() -> None:
    found = listing(INDEX.encode(), url=HERE)
    assert found.pages == ()
    assert [(page.url, page.changed) for page in found.further] == [
        ("https://news.example/maps/1.xml.gz", "2031-03-04")
    ]


def test_a_guid_that_is_used_twice_loses_nothing() -> None:
    found = listing(rss("<guid>1</guid><link>/a</link>", "<guid>1</guid><link>/b</link>"), url=HERE)
    assert urls(found) == ["https://news.example/a", "https://news.example/b"]


def test_a_page_that_is_listed_twice_is_listed_once() -> None:
    found = listing(rss("<link>/a</link>", "<link>/a?utm_medium=x</link>", "<link>/a#b</link>"), url=HERE)
    assert urls(found) == ["https://news.example/a"]


def test_a_guid_that_is_an_address_stands_in_for_the_link() -> None:
    assert urls(listing(rss("<guid>https://news.example/g</guid>"), url=HERE)) == ["https://news.example/g"]


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("javascript:alert(1)", "no web address but javascript"),
        ("data:text/html,x", "no web address but data"),
        ("file:///etc/passwd", "no web address but file"),
        ("mailto:a@b.example", "no web address but mailto"),
        ("http://[bad/", "the item has no link"),
        ("http://news.example/" + "a" * 3000, "longer than 2,000"),
        ("", "no link"),
    ],
)
def test_a_link_that_leads_to_no_page_is_left_out(link: str, reason: str) -> None:
    found = listing(rss(f"<title>x</title><link>{link}</link>", "<link>/a</link>"), url=HERE)
    assert urls(found) == ["https://news.example/a"]
    assert reason in found.left_out[0].reason


def test_a_date_in_the_future_is_not_believed() -> None:
    item = "<link>/a</link><pubDate>Tue, 04 Mar 2031 09:12:00 GMT</pubDate>"
    (page,) = listing(rss(item), url=HERE, not_after="2031-03-01T00:00:00+00:00").pages
    assert page.facts.published == ""


def test_the_stamp_tells_of_another_version() -> None:
    one, same, other = (
        listing(rss(f"<link>/a</link><title>{t}</title><description>{d}</description>"), url=HERE).pages[0].stamp
        for t, d in [("A", "x"), ("A", "y"), ("B", "x")]
    )
    assert one == same != other


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (rss("<title>Überfall</title><link>/a</link>"), "ascii"),
        ((RSS % "<item><title>Überfall</title><link>/a</link></item>").encode("utf-16"), ""),
        (rss("<title>Überfall</title><link>/a</link>"), "no-such-charset"),
    ],
)
def test_a_charset_that_is_a_lie(data: bytes, charset: str) -> None:
    assert listing(data, url=HERE, charset=charset).pages[0].facts.title == "Überfall"


def test_a_thousand_items_are_all_listed() -> None:
    found = listing(rss(*(f"<guid>{n}</guid><link>/a/{n}</link>" for n in range(1_000))), url=HERE)
    assert len(found.pages) == 1_000


def test_a_broken_feed_gives_what_stands_before_the_break() -> None:
    whole = rss("<link>/a</link>", "<link>/b</link>", "<title>c</title><link>/c</link>")
    assert urls(listing(whole[: whole.index(b"<title>c")], url=HERE))[:2] == [
        "https://news.example/a",
        "https://news.example/b",
    ]


BOMB = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (BOMB.encode() + rss("<title>&b;</title>")[21:], "XML entities of its own"),
        (OUTSIDE.encode() + rss("<title>&x;</title>")[21:], "XML entities of its own"),
        (BOMB.encode() + NEWS.encode(), "XML entities of its own"),
        (OUTSIDE.encode() + INDEX.encode(), "XML entities of its own"),
        (b'<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd"><urlset/>x', "broken XML"),
        (gzip.compress(bytes(64 << 20), mtime=0), "larger than 16 MB"),
        (gzip.compress(NEWS.encode(), mtime=0)[:40], "cut short"),
        (b"", "the feed is empty"),
        (b"<html><body><p>Not found</p></body></html>", "an HTML page, not a feed"),
        (b'<html><link rel="alternate" type="application/rss+xml" href="/f.xml">', "names its feed: https://news.example/f"),
        (b"just words", "no feed"),
        (b'{"a": 1}', "it is JSON, but not JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1", ', "broken JSON"),
        (b"[" * 100_000, "no feed"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b"<rss><channel><title>x", "broken feed"),
    ],
)  # fmt: skip
def test_what_is_no_feed_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        listing(data, url=HERE)


def test_what_a_feed_says_fills_gaps_and_overrides_nothing() -> None:
    page = Fetched("https://news.example/a", pages.news_page().encode(), media_type="text/plain")
    hints = Facts(title="From the feed", outlet="From the feed", credit="Reuters", published="2031-01-01")
    (found,) = read_fetched(page, name="a", hints=hints)
    assert isinstance(found, Document)
    assert (found.article.title, found.article.credit) == (pages.TITLE, "Reuters")
    assert "From the feed" not in (found.article.outlet, found.article.published)
