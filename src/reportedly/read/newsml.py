"""NewsML-G2, the IPTC's news in XML: one item, or a message of many."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from reportedly.read.assemble import assemble
from reportedly.read.dates import iso
from reportedly.read.formats import Format
from reportedly.read.html.page import fragment_pieces
from reportedly.read.opening import Opened
from reportedly.read.page import Capture, Draft, Facts, Piece, Unreadable
from reportedly.read.plain import plain_pieces
from reportedly.read.xml import local, xml_root
from reportedly.types import PublishedFrom, Role, Skipped

_RENAMED = {
    "hl1": "h1",
    "hl2": "h2",
    "bq": "blockquote",
    "credit": "cite",
    "nitf": "div",
    "body.content": "div",
    "media-caption": "figcaption",
    "media": "figure",
}
_LEFT_OUT = frozenset({"head", "body.head", "body.end", "docdata", "media-metadata", "media-reference"})


def read_newsml(source: Opened) -> Iterator[Capture | Skipped]:
    """Yield the items of a document; "#<n>" counts them where there is more than one."""
    root = xml_root(Capture(source.name, source.whole(), charset=source.charset))
    items = [root] if local(root) == "newsItem" else [e for e in root.iter() if local(e) == "newsItem"]
    if not items:
        raise Unreadable("the message holds no news items")
    for number, item in enumerate(items, 1):
        name = source.name if len(items) == 1 else f"{source.name}#{number}"
        yield Capture(
            name, tostring(item, encoding="utf-8"), kind=Format.NEWSML, facts=source.facts, not_after=source.not_after
        )


def read_news_item(capture: Capture) -> Draft:
    """Read one item. Raises Unreadable for pictures and for items their publisher took back."""
    item = xml_root(capture)
    status = _attribute(item, "pubStatus", "qcode")
    if status.endswith((":canceled", ":withheld")):
        raise Unreadable(f"its publisher has marked the item {status.rpartition(':')[2]}")
    kind = _attribute(item, "itemClass", "qcode").rpartition(":")[2]
    if kind not in {"", "text", "composite"}:
        raise Unreadable(f"the item is of class “{kind}”, not text")
    headline = _words(item, "headline")
    body = list(_body(item))
    if not any(piece.role is Role.PARAGRAPH for piece in body):
        raise Unreadable("the item has no body that can be read")
    pieces = [Piece(Role.HEADLINE, headline), Piece(Role.STANDFIRST, _summary(item)), *body]
    return assemble(pieces, _facts(item, headline), not_after=capture.not_after)


def _facts(item: Element, title: str) -> Facts:
    published = next((moment for name in _DATES if (moment := iso(_words(item, name)))), "")
    return Facts(
        title=title,
        outlet=_name_in(item, "infoSource") or _name_in(item, "provider") or _name_in(item, "copyrightHolder"),
        published=published,
        published_from=PublishedFrom.METADATA if published else PublishedFrom.UNKNOWN,
        author=_words(item, "by").removeprefix("By "),
        credit=_words(item, "creditline"),
    )


_DATES = ("firstCreated", "versionCreated", "contentCreated")


def _summary(item: Element) -> str:
    found = [e for e in item.iter() if local(e) == "description" and e.get("role", "").endswith(":summary")]
    return " ".join("".join(found[0].itertext()).split()) if found else ""


def _body(item: Element) -> Iterator[Piece]:
    for element in item.iter():
        if local(element) == "inlineXML":
            yield from fragment_pieces(_as_html(element))
            return
        if local(element) == "inlineData" and "html" in element.get("contenttype", ""):
            yield from fragment_pieces("".join(element.itertext()))
            return
        if local(element) == "inlineData":
            yield from plain_pieces("".join(element.itertext()))
            return


def _as_html(inline: Element) -> str:
    """Write XHTML or NITF as HTML: namespaces off, NITF's names for the same things translated, its head left out."""
    for parent in list(inline.iter()):
        parent.tag = _RENAMED.get(local(parent), local(parent))
        for child in list(parent):
            if local(child) in _LEFT_OUT:
                parent.remove(child)
    return "".join(tostring(child, encoding="unicode") for child in inline)


def _words(item: Element, name: str) -> str:
    found = next((e for e in item.iter() if local(e) == name), None)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _name_in(item: Element, name: str) -> str:
    """Return the name of a party: its <name>, else its literal."""
    party = next((e for e in item.iter() if local(e) == name), None)
    return (_words(party, "name") or party.get("literal", "")) if party is not None else ""


def _attribute(item: Element, name: str, attribute: str) -> str:
    found = next((e for e in item.iter() if local(e) == name), None)
    return found.get(attribute, "") if found is not None else ""
