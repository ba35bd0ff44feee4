"""What a page says of itself: JSON-LD, Open Graph, Dublin Core and their many cousins."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from urllib.parse import urlsplit

from lxml.etree import _Element

from reportedly.read.dates import iso
from reportedly.read.html.jsonld import from_jsonld
from reportedly.read.page import Facts
from reportedly.types import PublishedFrom

_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "headline",
    "title",
    "sailthru.title",
    "parsely-title",
)
_OUTLETS = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "twitter:app:name:iphone",
)
_AUTHORS = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "og:author",
    "article:author",
)
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publication_date", "published_time",
    "pubdate", "article.published", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date",
    "date.created", "date.available", "datecreated", "published", "date", "created", "originalpublicationdate",
)  # fmt: skip
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_NOBODY = re.compile(
    r"^(?:admin|editor|staff|newsroom)$|\b(?:staff|web\s?desk|news\s?desk|newsroom|online\s+desk)\b", re.I
)
_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")


def metadata(root: _Element, url: str = "") -> Facts:
    """Return what a page's head, its JSON-LD and its time elements say about it."""
    said = _meta(root)
    url = _canonical(root, said, url)
    found = from_jsonld(root).over(
        Facts(
            title=_first(said, _TITLES),
            outlet=_first(said, _OUTLETS),
            author=next((name for name in _all(said, _AUTHORS) if "://" not in name), ""),
        )
    )
    published = found.published or _published(root, said, url)
    outlet = _outlet(found.outlet, _first(said, _OUTLETS))
    return replace(
        found,
        url=url,
        outlet=outlet,
        author="" if _NOBODY.search(found.author) or found.author.casefold() == outlet.casefold() else found.author,
        published=published,
        published_from=PublishedFrom.METADATA if published else PublishedFrom.UNKNOWN,
    )


def descriptions(root: _Element) -> list[str]:
    """Return how the page sums itself up, for telling its standfirst; excerpts cut by a machine are not it."""
    said = _all(_meta(root), ("og:description", "description", "twitter:description", "dc.description"))
    return [text for text in said if not text.endswith(("...", "…", "[…]"))]


def title_of(root: _Element, facts: Facts) -> str:
    """Return the title shown on the page, the one of several h1 that agrees with the metadata; else the metadata's."""
    shown = [text for h1 in root.iter("h1") if 4 < len(text := _words(h1)) < 400]
    if facts.title and shown:
        best = max(shown, key=lambda text: _agreement(text, facts.title))
        return best if _agreement(best, facts.title) >= 0.3 or len(shown) == 1 else facts.title
    if shown:
        return shown[0]
    if facts.title:
        return facts.title
    title = root.find(".//title")
    return _SUFFIX.sub("", _words(title)) if title is not None else ""


def _words(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _agreement(one: str, other: str) -> float:
    """Return the share of words that two titles have in common."""
    a, b = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return len(a & b) / max(1, min(len(a), len(b)))


def _meta(root: _Element) -> dict[str, list[str]]:
    said: dict[str, list[str]] = defaultdict(list)
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if key and content:
            said[key.lower()].append(content)
    return said


def _all(said: dict[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    return [value for key in keys for value in said.get(key, ())]


def _first(said: dict[str, list[str]], keys: tuple[str, ...]) -> str:
    return next(iter(_all(said, keys)), "")


def _canonical(root: _Element, said: dict[str, list[str]], url: str) -> str:
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    whole = [link for link in [*links, *said.get("og:url", ())] if link.startswith(("http://", "https://"))]
    return next((link for link in whole if urlsplit(link).path.strip("/")), url or next(iter(whole), ""))


def _published(root: _Element, said: dict[str, list[str]], url: str) -> str:
    for value in _all(said, _DATES):
        if moment := iso(value):
            return moment
    times = [t for t in root.iter("time") if t.get("datetime")]
    ranked = sorted(
        times, key=lambda t: not (t.get("pubdate") is not None or "publish" in (t.get("itemprop") or "").lower())
    )
    for element in ranked[:3]:
        if moment := iso(element.get("datetime")):
            return moment
    dated = _IN_PATH.search(urlsplit(url).path)
    return iso(f"{dated[1]}-{int(dated[2]):02}-{int(dated[3]):02}") if dated else ""


def _outlet(named: str, site: str) -> str:
    """Return the outlet's name; one in small letters gives way to one with capitals."""
    names = [name for name in (named, site) if name and not name.startswith(("http", "@"))]
    written = [name for name in names if name != name.lower()]
    name = next(iter(written or names), "")
    return name[:1].upper() + name[1:]
