"""What changes in a story, as a feed: JSON Feed 1.1 and Atom, each item pinned to the words behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from fastapi import APIRouter, Request, Response

from reportedly.show.brief import words
from reportedly.show.brief.model import Brief, StoryBrief
from reportedly.show.brief.moments import instant
from reportedly.show.http import api
from reportedly.show.http.api.types import StoryId
from reportedly.show.http.newsroom import Newsroom
from reportedly.show.web import paths

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100  # items, newest first


@dataclass(frozen=True, slots=True)
class Item:
    """One change."""

    name: str  # the same for the same change, whenever it is asked for
    at: datetime
    title: str
    text: str
    path: str


def routes(router: APIRouter, room: Newsroom) -> None:
    """Put the feeds of stories under the API's stories."""

    @router.get(
        "/stories/{story}/feed.json", tags=["feeds"], responses={200: {"content": {"application/feed+json": {}}}}
    )
    def as_json(story: StoryId, request: Request) -> Response:
        """Changes of a story as JSON Feed."""
        brief = room.brief(story)
        return Response(json_feed(brief, story, str(request.base_url)), media_type="application/feed+json")

    @router.get(
        "/stories/{story}/feed.atom", tags=["feeds"], responses={200: {"content": {"application/atom+xml": {}}}}
    )
    def as_atom(story: StoryId, request: Request) -> Response:
        """Changes of a story as Atom."""
        brief = room.brief(story)
        return Response(atom_feed(brief, story, str(request.base_url)), media_type="application/atom+xml")


def _of(kind: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {kind: {}}}}


def items(brief: Brief) -> list[Item]:
    """Return what changed in a story, newest first: who moved, who spoke first, which articles came."""
    found = [item for story in brief.stories for item in _items(story, instant(brief.moment) or datetime.now(UTC))]
    return sorted(found, key=lambda item: (item.at, item.name), reverse=True)[:MOST]


def _items(story: StoryBrief, undated: datetime) -> Iterator[Item]:
    for document in story.documents:
        outlet = words.clean(document.outlet) or "no outlet named"
        news = ", ".join(filter(None, ("New article", words.repeats(document))))
        title = f"{outlet}: {words.clean(document.title)}"
        at = instant(document.published) or undated
        yield Item(document.article, at, title, f"{news}.", paths.article(document.article))
    for entry in (*story.headline, *story.also):
        gist = words.clean(entry.gist)
        for side in entry.sides:
            for turn in side.turns:
                moved = f"{words.party(turn.party)} {words.HELD[turn.before]}, now {words.STANCE[turn.after]}"
                path = paths.paragraph(turn.place.pin.article, turn.place.paragraph)
                name, at = (
                    f"{entry.claim} {turn.party} {turn.place.pin.article} {turn.place.pin.start}",
                    instant(turn.at) or undated,
                )
                yield Item(name, at, f"{moved}: {gist}", words.clean(turn.place.pin.exact), path)
        standing = f"{entry.standing.value}: {entry.rule}"
        yield Item(entry.claim, instant(entry.since) or undated, f"Claimed: {gist}", standing, paths.claim(entry.claim))


def json_feed(brief: Brief, story: str, base: str) -> bytes:
    """Return a story's changes as JSON Feed 1.1."""
    root = base.rstrip("/")
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(brief),
        "home_page_url": root + paths.story(story),
        "feed_url": f"{root}{api.story(story)}/feed.json",
        "items": [
            {
                "id": f"{root}{item.path} {item.name}",
                "url": root + item.path,
                "title": item.title,
                "content_text": item.text or item.title,
                "date_published": item.at.isoformat(),
            }
            for item in items(brief)
        ],
    }
    return json.dumps(feed, ensure_ascii=False).encode("utf-8", "replace")


def atom_feed(brief: Brief, story: str, base: str) -> bytes:
    """Return a story's changes as Atom (RFC 4287)."""
    root, found = base.rstrip("/"), items(brief)
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _put(feed, "id", root + paths.story(story))
    _put(feed, "title", _title(brief))
    _put(feed, "updated", max((item.at for item in found), default=datetime.fromtimestamp(0, UTC)).isoformat())
    _put(_put(feed, "author"), "name", "Reportedly")
    _put(feed, "link", rel="self", href=f"{root}{api.story(story)}/feed.atom")
    _put(feed, "link", rel="alternate", href=root + paths.story(story))
    for item in found:
        entry = _put(feed, "entry")
        _put(entry, "id", f"{root}{item.path}{'&' if '?' in item.path else '?'}change={quote(item.name, safe='')}")
        _put(entry, "title", item.title)
        _put(entry, "updated", item.at.isoformat())
        _put(entry, "link", rel="alternate", href=root + item.path)
        _put(entry, "summary", item.text)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _put(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name, attributes)
    if text:
        child.text = words.clean(text)
    return child


def _title(brief: Brief) -> str:
    return words.clean(brief.stories[0].title) if brief.stories else "A story without claims"
