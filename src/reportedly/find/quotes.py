"""Quotation marks: which words stand inside them. Mixed styles and marks that are never closed are normal input."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
