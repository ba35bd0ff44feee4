"""ninjs, the IPTC's news in JSON, versions 1 to 3."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reportedly.read.assemble import assemble
from reportedly.read.dates import iso
from reportedly.read.html.page import fragment_pieces
from reportedly.read.page import Capture, Draft, Facts, Piece, Unreadable
from reportedly.read.plain import plain_pieces
from reportedly.types import PublishedFrom, Role

Item = dict[str, Any]
_WITHDRAWN = {"canceled": "its publisher has cancelled the item", "withheld": "its publisher withholds the item"}


def read_ninjs(capture: Capture) -> Draft:
    """Read a text item. Raises Unreadable for pictures and for items their publisher took back."""
    item = json.loads(capture.data)
    if reason := _WITHDRAWN.get(str(item.get("pubstatus") or item.get("pubStatus") or "").lower()):
        raise Unreadable(reason)
    if (kind := item.get("type", "text")) not in {"text", "composite", ""}:
        raise Unreadable(f"the item is of type “{kind}”, not text")
    headline = _named(item, "headline", "headlines")
    body = list(_body(item))
    if not any(piece.role is Role.PARAGRAPH for piece in body):
        raise Unreadable("the item has no body")
    pieces = [
        Piece(Role.HEADLINE, headline),
        Piece(Role.STANDFIRST, _named(item, "description_text", "descriptions", "description_html")),
        *_captions(item),
        *body,
    ]
    return assemble(pieces, _facts(item, headline), not_after=capture.not_after)


def _facts(item: Item, title: str) -> Facts:
    published = next((moment for key in _DATES if (moment := iso(item.get(key)))), "")
    sources = [s.get("name") for s in _list(item.get("infosources")) if isinstance(s, dict)]
    return Facts(
        title=title,
        url=next(
            (str(item[key]) for key in ("canonicalurl", "url", "uri") if str(item.get(key, "")).startswith("http")), ""
        ),
        outlet=_text(
            item.get("copyrightholder")
            or item.get("copyrightHolder")
            or next(iter(sources), "")
            or item.get("provider")
        ),
        published=published,
        published_from=PublishedFrom.METADATA if published else PublishedFrom.UNKNOWN,
        author=_text(item.get("byline") or item.get("by")).removeprefix("By "),
        credit=_text(item.get("creditline")),
    )


_DATES = ("firstcreated", "firstCreated", "versioncreated", "versionCreated", "contentcreated", "contentCreated")


def _body(item: Item) -> Iterator[Piece]:
    markup = item.get("body_html") or item.get("body_xhtml")
    text = item.get("body_text")
    for body in _list(item.get("bodies")):
        if isinstance(body, dict) and not (markup or text):
            value = body.get("value")
            if "html" in str(body.get("contenttype") or body.get("contentType") or "html"):
                markup = value
            else:
                text = value
    if isinstance(markup, str):
        yield from fragment_pieces(markup)
    elif isinstance(text, str):
        yield from plain_pieces(text)


def _captions(item: Item) -> Iterator[Piece]:
    associated = item.get("associations") or {}
    for media in associated.values() if isinstance(associated, dict) else _list(associated):
        if isinstance(media, dict) and media.get("type") in {"picture", "graphic", "video"}:
            yield Piece(
                Role.CAPTION,
                _named(media, "description_text", "descriptions"),
                credit=_text(media.get("byline") or media.get("copyrightholder")),
            )


def _named(item: Item, *keys: str) -> str:
    """Return the first of the keys that has words; a list has its main member's value."""
    for key in keys:
        value = item.get(key)
        members = [m for m in _list(value) if isinstance(m, dict)]
        main = next((m for m in members if m.get("role") in {"main", None}), next(iter(members), {}))
        if text := _text(value) or _text(main.get("value")):
            return " ".join(piece.text for piece in fragment_pieces(text)) if "<" in text else text
    return ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
