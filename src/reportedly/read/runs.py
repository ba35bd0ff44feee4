"""Cutting a text into runs, one a paragraph, whether its lines are wrapped at a column or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.text import trimmed
from reportedly.types import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-*•‣▪–—]|\(?\d{1,2}[.)])\s")
_WIDEST = 132  # columns; longer lines were never wrapped by hand
_NARROWEST = 40


def runs(text: str) -> list[Span]:
    """Return the paragraphs of a text as trimmed spans in order: wrapped lines joined, other lines each by itself."""
    chunks = list(_chunks(text))
    width = _width(chunks)
    parts = (part for chunk in chunks for part in (_wrapped(text, chunk, width) if width else _alone(chunk)))
    return [Span(part[0].start, part[-1].end) for part in parts]


def _chunks(text: str) -> Iterator[list[Span]]:
    """Yield the lines between blank lines, each trimmed."""
    chunk: list[Span] = []
    for span, gap in _lines(text):
        if gap and chunk:
            yield chunk
            chunk = []
        chunk.append(span)
    if chunk:
        yield chunk


def _lines(text: str) -> Iterator[tuple[Span, bool]]:
    """Yield each line that has words, and whether a blank line stands before it."""
    end = 0
    for match in _LINE.finditer(text):
        if (span := trimmed(text, match.start(), match.end())) is None:
            continue
        between = text[end : span.start].replace("\r\n", "\n")
        yield span, sum(between.count(c) for c in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029") > 1
        end = span.end


def _width(chunks: list[list[Span]]) -> int:
    """Return the column at which lines are wrapped, or 0 where they are not."""
    longest = max((line.end - line.start for chunk in chunks for line in chunk), default=0)
    inner = [line.end - line.start for chunk in chunks for line in chunk[:-1]]
    if not _NARROWEST <= longest <= _WIDEST or not inner:
        return 0
    full = sum(length > 0.7 * longest for length in inner)
    return longest if full >= 0.6 * len(inner) else 0


def _alone(chunk: list[Span]) -> Iterator[list[Span]]:
    yield from ([line] for line in chunk)


def _wrapped(text: str, chunk: list[Span], width: int) -> Iterator[list[Span]]:
    """Join the lines of a chunk; a bullet begins anew, and so does what follows a line that had room for its words."""
    part: list[Span] = []
    for line in chunk:
        if part and (_BULLET.match(text, line.start, line.end) or _stopped(text, part[-1], line, width)):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _stopped(text: str, line: Span, following: Span, width: int) -> bool:
    """Tell whether a line ended before the column although the next word would have fitted."""
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) < 0.8 * width
