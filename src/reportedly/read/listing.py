"""What a feed or sitemap lists: the pages it leads to, with what it says of each. RSS, Atom, JSON Feed and sitemaps.

`feeds.py` reads a feed for the words in it; here it is asked where the words are.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit

from reportedly.read.charset import decode
from reportedly.read.credits import agency_credit
from reportedly.read.dates import iso
from reportedly.read.page import Capture, Facts, Unreadable
from reportedly.read.streams import GZIP, gunzip, limited
from reportedly.read.xml import local, xml_root, xml_text
from reportedly.text import sha256
from reportedly.types import PublishedFrom, Skipped

_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b")
_SITEMAP = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)\b")
_ALTERNATE = re.compile(r"<link\b[^>]*\btype\s*=\s*[\"']?application/(?:rss|atom|feed)\+(?:xml|json)[^>]*>", re.I)
_HREF = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.I)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_cid|mc_eid", re.I)  # who led a reader here, not which page it is
_HEAD = 4096  # characters in which the root of a document is looked for
_LONGEST = 2000  # characters of an address


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that a feed leads to."""

    url: str  # absolute, without fragment and tracking parameters
    facts: Facts  # what the feed says about it
    changed: str = ""  # when the feed says it was changed last, ISO 8601

    @property
    def stamp(self) -> str:
        """Return what is another whenever the feed tells of another version."""
        return sha256(json.dumps([self.facts.title, self.facts.published, self.changed]))[:16]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed lists, in its order, each page once."""

    title: str
    pages: tuple[Listed, ...]
    further: tuple[Listed, ...] = ()  # other sitemaps, of a sitemap index
    left_out: tuple[Skipped, ...] = ()
    sitemap: bool = False  # which lists a site from its first day, not what is new


def listing(data: bytes, *, url: str, charset: str = "", not_after: str = "") -> Listing:
    """Read what a feed at `url` lists. Raises Unreadable with the reason where it is none.

    The bytes tell what it is, whatever the server calls it. Dates after `not_after` are not believed.
    """
    data = limited(gunzip(io.BytesIO(data))) if data.startswith(GZIP) else data
    head = decode(data[: _HEAD * 4], charset).lstrip("\ufeff \t\r\n")[:_HEAD]
    if head.startswith("{"):
        title, found = _json_feed(data)
    elif _SITEMAP.search(head):
        return _sitemap(Capture(url, data, charset=charset), url, not_after)
    elif _FEED.search(head):
        title, found = _xml_feed(data, charset, url)
    else:
        raise Unreadable(_no_feed(head, decode(data[: _HEAD * 16], charset), url))
    return _listing(title, found, url, not_after)


def _no_feed(head: str, start: str, url: str) -> str:
    if not head:
        return "the feed is empty"
    if "<" not in head[:200]:
        return "no feed: it is neither RSS, Atom, JSON Feed nor a sitemap"
    hrefs = [href for tag in _ALTERNATE.findall(start) if (href := _HREF.search(tag)) is not None]
    hint = f"; the page names its feed: {urljoin(url, hrefs[0][1])}" if hrefs else ""
    return f"an HTML page, not a feed{hint}"


def _listing(title: str, found: Iterable[tuple[str, Facts, str]], url: str, not_after: str) -> Listing:
    pages, left_out = dict[str, Listed](), list[Skipped]()
    for number, (link, facts, changed) in enumerate(found, 1):
        try:
            target = _target(link, url)
        except Unreadable as reason:
            left_out.append(Skipped(f"{url}#{number}", str(reason)))
            continue
        pages.setdefault(target, Listed(target, _believed(facts, target, not_after), changed))
    return Listing(title, tuple(pages.values()), left_out=tuple(left_out))


def _target(link: str, base: str) -> str:
    """Return the page a link leads to. Raises Unreadable where it leads to none."""
    if not link:
        raise Unreadable("the item has no link")
    try:
        parts = urlsplit(urldefrag(urljoin(base, "".join(link.split("\n")).strip()))[0])
    except ValueError as error:
        raise Unreadable(f"its link cannot be read ({error})") from error
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise Unreadable(f"its link is no web address but {parts.scheme or link[:20]}")
    if _TRACKING.search(parts.query):
        kept = [(name, value) for name, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(name)]
        parts = parts._replace(query=urlencode(kept))
    target = parts._replace(path=parts.path or "/").geturl()
    if len(target) > _LONGEST:
        raise Unreadable(f"its link is longer than {_LONGEST:,} characters")
    return target.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _believed(facts: Facts, url: str, not_after: str) -> Facts:
    published = "" if not_after and facts.published[:10] > not_after[:10] else facts.published
    return Facts(
        title=facts.title,
        url=url,
        outlet=facts.outlet,
        published=published,
        published_from=PublishedFrom.METADATA if published else PublishedFrom.UNKNOWN,
        author="" if agency_credit([facts.author]) else facts.author,
        credit=facts.credit or agency_credit([facts.author]) or facts.outlet,
    )


# --- RSS and Atom -----------------------------------------------------------------------------------------------------


def _xml_feed(data: bytes, charset: str, url: str) -> tuple[str, Iterator[tuple[str, Facts, str]]]:
    import feedparser  # here, because other formats need not wait for it

    feed = feedparser.parse(
        xml_text(data, charset).encode("utf-8", "replace"),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
    )
    if feed.bozo and not feed.entries:
        raise Unreadable(f"broken feed: {feed.bozo_exception}")
    return _text(feed.feed.get("title")), map(_entry, feed.entries)


def _entry(entry: Any) -> tuple[str, Facts, str]:
    name = str(entry.get("id") or "")
    dates = [iso(dict.get(entry, key)) for key in ("published", "created", "updated")]  # not feedparser's own guesses
    published = next(filter(None, dates), "")
    credits = [_text(credit.get("content")) for credit in entry.get("media_credit") or () if isinstance(credit, dict)]
    facts = Facts(
        title=_text(entry.get("title")),
        outlet=_text((entry.get("source") or {}).get("title")),
        published=published,
        author=_text(entry.get("author")),
        credit=agency_credit(credits),
    )
    return (str(entry.get("link") or (name if name.startswith("http") else "")), facts, dates[-1])


# --- JSON Feed --------------------------------------------------------------------------------------------------------


def _json_feed(data: bytes) -> tuple[str, Iterator[tuple[str, Facts, str]]]:
    try:
        value = json.loads(decode(data, "utf-8"))
    except json.JSONDecodeError as error:
        raise Unreadable(f"broken JSON: {error.msg} at character {error.pos}") from error
    except RecursionError as error:
        raise Unreadable("broken JSON: nested too deep") from error
    if "jsonfeed.org" not in str(value.get("version", "")):
        raise Unreadable("no feed: it is JSON, but not JSON Feed")
    items = value.get("items")
    items = items if isinstance(items, list) else []
    return _text(value.get("title")), (_json_item(item) for item in items if isinstance(item, dict))


def _json_item(item: dict[str, Any]) -> tuple[str, Facts, str]:
    authors = item.get("authors")
    names = [author.get("name") for author in (authors if isinstance(authors, list) else [item.get("author")])
             if isinstance(author, dict)]  # fmt: skip
    facts = Facts(
        title=_text(item.get("title")),
        published=iso(item.get("date_published")),
        author=", ".join(filter(None, map(_text, names))),
    )
    link = next((str(item[key]) for key in ("url", "external_url", "id") if isinstance(item.get(key), str)), "")
    return link, facts, iso(item.get("date_modified"))


# --- sitemaps ---------------------------------------------------------------------------------------------------------


def _sitemap(capture: Capture, url: str, not_after: str) -> Listing:
    root = xml_root(capture)
    whole = _listing("", map(_place, root), url, not_after)
    if local(root) == "sitemapindex":
        return Listing("", (), further=whole.pages, left_out=whole.left_out, sitemap=True)
    return replace(whole, sitemap=True)


def _place(element: Any) -> tuple[str, Facts, str]:
    """Read a `url` or `sitemap` element; of the extensions, Google's news one is read."""
    told = {local(part): _text(part.text) for part in element.iter() if isinstance(part.tag, str)}
    direct = {local(part): _text(part.text) for part in element if isinstance(part.tag, str)}
    facts = Facts(title=told.get("title", ""), outlet=told.get("name", ""), published=iso(told.get("publication_date")))
    return direct.get("loc", ""), facts, iso(direct.get("lastmod"))


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
