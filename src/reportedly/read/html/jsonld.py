"""What a page says of itself in JSON-LD (schema.org): the best-kept metadata that news pages have."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

from reportedly.read.dates import iso
from reportedly.read.page import Facts
from reportedly.types import PublishedFrom

_SCRIPTS = "//script[@type='application/ld+json']/text()"
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Posting|Report)$")
_TAG = re.compile(r"<[^>]*>")
_MOST = 400  # values looked at; a page may carry a graph of any size
_LONGEST = 2000  # characters of a headline or name that are looked at
Node = dict[str, Any]


def from_jsonld(root: _Element) -> Facts:
    """Return what the page's JSON-LD says about its article; empty where there is none or it is broken."""
    nodes = list(_nodes(root))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    article = max(nodes, key=_weight, default=None)
    if article is None or _weight(article) == 0:
        return Facts()
    published = iso(article.get("datePublished") or article.get("dateCreated") or "")
    return Facts(
        title=_text(article.get("headline") or article.get("name")),
        outlet=_names(article.get("publisher"), by_id),
        published=published,
        published_from=PublishedFrom.METADATA if published else PublishedFrom.UNKNOWN,
        author=_names(article.get("author"), by_id),
    )


def _weight(node: Node) -> int:
    """Tell how much a node looks like the page's own article."""
    kinds = node.get("@type")
    names = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
    if any(_ARTICLE.search(name) for name in names):
        return 4 + ("headline" in node) + ("datePublished" in node) + ("publisher" in node)
    return 1 + ("datePublished" in node) if "WebPage" in names else 0


def _nodes(root: _Element) -> Iterator[Node]:
    count = 0
    for script in root.xpath(_SCRIPTS):  # type: ignore[union-attr]
        pending = deque([_loads(str(script))])
        while pending and count < _MOST:
            value = pending.popleft()
            count += 1
            if isinstance(value, list):
                pending += value[:_MOST]
            elif isinstance(value, dict):
                yield value
                pending += [value[key] for key in ("@graph", "mainEntity") if isinstance(value.get(key), dict | list)]


def _loads(script: str) -> object:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _text(value: object) -> str:
    return (
        " ".join(_TAG.sub("", html.unescape(html.unescape(value[:_LONGEST]))).split()) if isinstance(value, str) else ""
    )


def _names(value: object, by_id: dict[str, Node]) -> str:
    """Return the names of people or organisations, looked up where only their @id is given."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        node = by_id.get(str(one.get("@id")), one) if isinstance(one, dict) else one
        name = _text(node.get("name")) if isinstance(node, dict) else _text(node)
        if name and "://" not in name:
            found.append(name)
    return ", ".join(dict.fromkeys(found))
