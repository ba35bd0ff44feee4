"""Relays: "a spokesman said it would, according to the daily" is the spokesman's statement; the daily carried it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.raw import Raw
from reportedly.types import Span

# What a medium does with somebody else's words. "said" is not here: who says what another said is nested speech.
_CARRIES = re.compile(
    r"(?:as |was |were |has |had |have )?(?:according to|report\w*|quot\w+|cit(?:es|ed|ing)|carried)\b", re.I
)
# A go-between whose words nobody took for a statement of its own, at the end of what it carries.
_TAIL = re.compile(r",? (according to (?:[Tt]he )?[A-Z][\w.'’&-]*(?: [A-Z&][\w.'’&-]*){0,5})$")
_DANGLING = re.compile(r",? (according to)$")  # its go-between stands behind
_COVERED = 0.8  # share of what the medium carries that the other statement takes up


def relayed(text: str, raws: Sequence[Raw]) -> list[Raw]:
    """Fold each statement of a medium that only carries another statement into that one, as its via."""
    raws = [_without_tail(text, raw) for raw in _without_media(text, raws)]
    carried: dict[int, int] = {}
    for number, outer in enumerate(raws):
        if outer.source is not None and outer.cue is not None and _CARRIES.match(outer.cue.of(text)):
            inner = _whole_content(text, raws, outer)
            if inner is not None:
                carried[number] = inner
    kept = []
    for number, raw in enumerate(raws):
        if number in carried:
            continue
        via = [span for outer, inner in carried.items() if inner == number for span in _media(raws[outer], raw)]
        via = [span for span in via if not any(span.overlaps(own) for own in raw.via)]
        kept.append(replace(raw, via=tuple(sorted({*raw.via, *via}))) if via else raw)
    return kept


def _without_media(text: str, raws: Sequence[Raw]) -> list[Raw]:
    """Cut off a medium's own words where they were taken into the end of what it carries: "…, according to it"."""
    media = [(r.source, r.cue) for r in raws if r.source and r.cue and _CARRIES.match(r.cue.of(text))]
    found = []
    for raw in raws:
        for source, cue in media:
            last = raw.content[-1] if raw.content else None
            tail = Span(min(source.start, cue.start), max(source.end, cue.end))
            if last is None or raw.cue == cue or not last.holds(tail) or text[tail.end : last.end].strip(' .,"”'):
                continue
            end = last.start + len(text[last.start : tail.start].rstrip(" ,;:—–-"))
            if end > last.start:
                raw = replace(raw, content=(*raw.content[:-1], Span(last.start, end)))
        found.append(raw)
    return found


def _without_tail(text: str, raw: Raw) -> Raw:
    """Give a statement the go-between that its content ends in as its via: "said it would, according to the Tern"."""
    if raw.cue is None or raw.source is None or not raw.content or _CARRIES.match(raw.cue.of(text)):
        return raw
    last = raw.content[-1]
    behind = next((span for span in raw.via if span.start == last.end + 1), None)
    tail = (_DANGLING.search(last.of(text)) if behind is not None else None) or _TAIL.search(last.of(text))
    if tail is None or not tail.start():
        return raw
    via = Span(last.start + tail.start(1), last.end if behind is None else behind.end)
    rest = Span(last.start, last.start + tail.start())
    return replace(raw, content=(*raw.content[:-1], rest), via=(*(v for v in raw.via if v != behind), via))


def _whole_content(text: str, raws: Sequence[Raw], outer: Raw) -> int | None:
    """Return the place of a statement with a source of its own that takes up all of `outer`'s content, or None."""
    if not outer.content:
        return None
    carried = Span(outer.content[0].start, outer.content[-1].end)  # "a spokesman, however, said" may come in pieces
    for number, inner in enumerate(raws):
        if inner is outer or inner.source is None or inner.cue is None or not inner.content:
            continue
        rest = _behind_source(carried, inner.source)
        own = _as_carried(text, inner, rest)
        if rest.holds(own) and own.end - own.start >= _COVERED * (rest.end - rest.start):
            return number
    return None


def _behind_source(carried: Span, source: Span) -> Span:
    """Return what a medium carries without the end of the other's source, in the middle of which it may begin."""
    if source.start < carried.start < source.end < carried.end:
        return Span(source.end, carried.end)
    return carried


def _as_carried(text: str, inner: Raw, carried: Span) -> Span:
    """Return a statement's words, without its source where what is carried begins in it or right behind it."""
    said = [span for span in (inner.cue, *inner.content) if span is not None]
    source = inner.source
    if source is not None and (carried.start <= source.start or text[source.end : carried.start].strip(" ,—–-")):
        said.append(source)
    return Span(min(span.start for span in said), max(span.end for span in said))


def _media(outer: Raw, inner: Raw) -> tuple[Span, ...]:
    """Return the words of the go-between: its via, where whoever it carries was taken for the source of both."""
    if outer.source is not None and inner.source is not None and outer.source.overlaps(inner.source):
        return outer.via
    return (_words(outer),)


def _words(medium: Raw) -> Span:
    """Return the medium with its cue, where they stand side by side; the medium alone otherwise."""
    if medium.source is None or medium.cue is None:
        raise ValueError("a medium has a source and a cue")
    start, end = min(medium.source.start, medium.cue.start), max(medium.source.end, medium.cue.end)
    apart = end - start > medium.source.end - medium.source.start + medium.cue.end - medium.cue.start + 2
    return medium.source if apart else Span(start, end)
