"""Quotation marks: which words stand inside them. Mixed styles and marks that are never closed are normal input."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reportedly.types import Span

# A mark, in the order of preference. Straight and curly single marks count only where an apostrophe cannot stand.
_MARK = re.compile(
    r"(?P<straight>[\"＂]|''|``)|(?P<open>[“„«‟])|(?P<close>[”»])"
    r"|(?P<sopen>(?<![^\s(\[—–-])[‘'](?=[\w(…]))|(?P<sclose>(?<=[\w.,!?…)])[’'](?![\w]))"
)


def quoted(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Return the quoted stretches of a text, marks included, in order and disjoint.

    A paragraph that ends inside a quotation keeps it open to its end: in a quotation of several paragraphs every one
    opens with a mark and only the last closes.
    """
    start, end = within if within is not None else (0, len(text))
    spans: list[Span] = []
    for paragraph in _paragraphs(text, start, end):
        spans.extend(_in_paragraph(text, paragraph))
    return tuple(spans)


def first_after(marks: Sequence[Span], offset: int) -> int:
    """Return the place of the first of an article's quoted stretches that ends after an offset, without a scan."""
    return bisect_right(marks, offset, key=lambda mark: mark.end)


def touching(marks: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return the quoted stretches that share a character with a span, without a scan."""
    return marks[first_after(marks, span.start) : bisect_left(marks, span.end, key=lambda mark: mark.start)]


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield Span(start, stop)
        start = stop + 1


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    opened: int | None = None
    closer = ""
    for match in _MARK.finditer(text, *paragraph):
        kind = str(match.lastgroup)
        if opened is None:
            if kind in {"straight", "open", "sopen"}:
                opened = match.start()
                closer = {"straight": "straight", "open": "close", "sopen": "sclose"}[kind]
        elif kind == closer or (closer == "close" and kind == "straight"):
            yield Span(opened, match.end())
            opened = None
    # A lone single mark is more likely an apostrophe ('90s) than a quotation of the whole rest.
    if opened is not None and closer != "sclose":
        yield Span(opened, paragraph.end)
