"""Text helpers that every stage shares: digests, pins, sentences, quotation marks."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reportedly.types import Article, Block, Pin, Span

CONTEXT = 32  # characters of prefix and suffix in a pin
OPENING_QUOTES = '"“„«‟'
CLOSING_QUOTES = '"”»‟'

# What stands shortened before a name, and the party and seat of a member of the American Congress behind it: "R-Wis."
RANKS = "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Cmdr|Sens?|Reps?|Govs?|Rev"
SEAT = r"[RDI]-[A-Z]"

_SENTENCE_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[A-Z0-9])|\n+")
_ABBREVIATION = re.compile(
    rf"(?:\b(?:{RANKS}|Brig|Hon|Supt|Insp|Amb|St|Jr|Sr|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp)"
    r"|\b[A-Za-z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$"
)


def sha256(data: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of a string's UTF-8, as 64 hex digits."""
    return hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()


def pin(article: Article, span: Span) -> Pin:
    """Pin a span of an article's text (W3C Web Annotation: TextQuoteSelector and TextPositionSelector)."""
    exact = span.of(article.text)
    return Pin(
        article=article.id,
        start=span.start,
        end=span.end,
        exact=exact,
        prefix=article.text[max(0, span.start - CONTEXT) : span.start],
        suffix=article.text[span.end : span.end + CONTEXT],
        sha256=sha256(exact),
    )


def holds(pin: Pin, text: str) -> bool:
    """Tell whether a pin stands in `text`: same words, same place. One that does not is orphaned, never moved."""
    exact = text[pin.start : pin.end]
    return exact == pin.exact and sha256(exact) == pin.sha256


def sentences(text: str, within: Span | None = None) -> Iterator[Span]:
    """Yield the sentences of `text` (or of a part of it) as trimmed spans, in linear time."""
    start, limit = within if within is not None else (0, len(text))
    for match in _SENTENCE_END.finditer(text, start, limit):
        if match[0][0] != "\n" and _ABBREVIATION.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        if (span := trimmed(text, start, match.end())) is not None:
            yield span
        start = match.end()
    if (span := trimmed(text, start, limit)) is not None:
        yield span


def sentence_at(lines: Sequence[Span], offset: int) -> Span | None:
    """Return the first of a text's sentences, which come in order, that ends behind an offset."""
    place = bisect_right(lines, offset, key=lambda line: line.end)
    return lines[place] if place < len(lines) else None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends, or None where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def block_at(article: Article, offset: int) -> tuple[int, Block] | None:
    """Return the block that holds an offset, with its number counted from 1 (as pins are printed), or None."""
    for number, block in enumerate(article.blocks, 1):
        if block.start <= offset < block.end:
            return number, block
    return None
