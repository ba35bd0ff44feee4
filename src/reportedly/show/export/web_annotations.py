"""Pins as a W3C Web Annotation page (JSON-LD): one annotation a statement, on the words it stands in.

https://www.w3.org/TR/annotation-model/. Positions count code points of the article's text, as the recommendation wants;
that text is the target's source, as the page it came from (`via`) has other offsets. `sha256` is not of the
recommendation: it has a context of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from reportedly.show.export.as_json import document, exactly
from reportedly.show.export.names import SCHEME, urn
from reportedly.show.export.part import Part, parts
from reportedly.types import Article, Pin, Statement

if TYPE_CHECKING:
    from reportedly.desk import View

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sha256": f"{SCHEME}:sha256"}]


def write(view: View, story: str, file: BinaryIO) -> None:
    """Write the pins of one story or of all; an orphaned one has its statement and article, and no selector."""
    head = {
        "@context": CONTEXT,
        "id": urn("annotations", ":".join((story or "all", view.as_of, view.known_at)).rstrip(":")),
        "type": "AnnotationPage",
    }
    document(head, "items", _items(view, story), file, exactly)


def addressable(url: str) -> bool:
    """Tell whether an address is on the web, and an absolute IRI as it stands."""
    return url.startswith(("https://", "http://")) and not any(c <= " " or c in '<>"{}|\\^`' for c in url)


def _items(view: View, story: str) -> Iterator[dict[str, Any]]:
    for part in parts(view, story):
        yield from (_annotation(part, statement) for statement in part.statements.values())


def _annotation(part: Part, statement: Statement) -> dict[str, Any]:
    pin = part.pins[statement.id]
    target: dict[str, Any] = {"type": "SpecificResource", "source": _source(part.articles[statement.article])}
    if pin is not None:
        target |= {"selector": _selectors(pin), "sha256": pin.sha256}
    return {
        "id": urn("statement", statement.id),
        "type": "Annotation",
        "motivation": "classifying" if pin is not None else "moderating",
        "generated": part.read_at[statement.article],
        "body": _bodies(part, statement, orphaned=pin is None),
        "target": target,
    }


def _bodies(part: Part, statement: Statement, *, orphaned: bool) -> list[dict[str, Any]]:
    tags = ["orphaned"] if orphaned else []
    tags += [statement.voice.party, statement.act.value, statement.stance.value]
    bodies = [_text(tag, "tagging") for tag in tags if tag]
    claim = part.claim_of.get(statement.id)
    if claim is not None:
        bodies.append({"type": "SpecificResource", "source": urn("claim", claim), "purpose": "linking"})
    return bodies


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}


def _source(article: Article) -> dict[str, Any]:
    source: dict[str, Any] = {"id": urn("article", article.id), "type": "Text", "format": "text/plain"}
    return source | ({"via": article.url} if addressable(article.url) else {})


def _selectors(pin: Pin) -> list[dict[str, Any]]:
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": pin.exact}
    quote |= {name: words for name, words in (("prefix", pin.prefix), ("suffix", pin.suffix)) if words}
    return [quote, {"type": "TextPositionSelector", "start": pin.start, "end": pin.end}]
