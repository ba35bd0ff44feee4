"""The event head at work: every sentence's main event, read from the states that the encoder has already made.

window -> its sentences -> head: type, mode, flags and the words of each -> Marked

Where the doer would stand outside what is said, that is read once more by itself: in "the ministry accused Tambosur of
shooting it down" it is not the ministry that shoots.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.find import decode
from reportedly.find.decode import Floats
from reportedly.find.labels import EVENT_MODES, EVENT_ROLES, EVENT_TYPES, FLAGS, MODES_OF
from reportedly.find.marked import Marked
from reportedly.models import mask, padded, session
from reportedly.text import sentences
from reportedly.types import Article, EventType, Role, Span, Statement

BATCH = 256  # tokens the head sees at a time, padding included
FLAG_FLOOR = 0.5
RECIPIENT_FLOOR = 0.3  # of who is acted upon (set on the development stories); other words ask decode.ROLE_FLOOR
FEWEST = 3  # tokens that are read by themselves
NEAR = 8  # contents that begin before an event's words: deeper nesting is not written
SILENT = frozenset({Role.FURNITURE, Role.BYLINE})  # blocks that are news of nothing
_HEADS = decode.heads(EVENT_TYPES, EVENT_MODES, FLAGS)


class Sentence(NamedTuple):
    """A sentence and the encoder's states of its tokens."""

    span: Span
    spans: NDArray[np.int64]  # (tokens, 2): offsets into the article's text
    states: Floats  # (tokens, width)


def cut(article: Article, windows: Sequence[tuple[NDArray[np.int64], Floats]]) -> Iterator[Sentence]:
    """Yield an article's sentences with their states; `windows` are spans and states of each, in order of the text.

    A sentence that two windows share is read in the one it begins in.
    """
    if not windows:
        return
    spans = np.concatenate([spans for spans, _ in windows])
    states = np.concatenate([states for _, states in windows])
    window = np.repeat(np.arange(len(windows)), [len(part) for part, _ in windows])
    real = np.flatnonzero(spans[:, 1] > spans[:, 0])
    starts = spans[real, 0]
    for block in article.blocks:
        if block.role in SILENT:
            continue
        for sentence in sentences(article.text, block.span):
            first, last = np.searchsorted(starts, (sentence.start, sentence.end))
            if first == last:
                continue
            inside = real[first:last]
            inside = inside[window[inside] == window[inside[0]]]
            yield Sentence(sentence, spans[inside], states[inside])


def marks(text: str, found: Sequence[Sentence], statements: Sequence[Statement]) -> list[list[Marked]]:
    """Return for each of an article's sentences its events: the main one, or none."""
    marked = _read(text, found)
    parts = list(said(found, marked, statements))
    for (i, _), event in zip(parts, _read(text, [part for _, part in parts]), strict=True):
        marked[i] = _told_better(marked[i], event)
    return [[event] if event is not None else [] for event in marked]


def said(
    found: Sequence[Sentence], marked: Sequence[Marked | None], statements: Sequence[Statement]
) -> Iterator[tuple[int, Sentence]]:
    """Yield, with the number of its sentence, what is said of an event whose doer would stand outside of it."""
    pieces = sorted({piece for statement in statements for piece in statement.content})
    starts = [piece.start for piece in pieces]
    for i, (sentence, mark) in enumerate(zip(found, marked, strict=True)):
        if mark is None or mark.actor is None:
            continue
        past = bisect_right(starts, mark.trigger.start)
        around = [piece for piece in pieces[max(0, past - NEAR) : past] if piece.holds(mark.trigger)]
        inner = max(around, key=lambda piece: piece.start, default=None)
        if inner is None or inner.overlaps(mark.actor):
            continue
        on = (sentence.spans[:, 0] < inner.end) & (sentence.spans[:, 1] > inner.start)
        if on.sum() >= FEWEST:
            yield i, Sentence(inner, sentence.spans[on], sentence.states[on])


def _told_better(main: Marked | None, event: Marked | None) -> Marked | None:
    """Return a sentence's event with the sides that what is said names, where that tells of the same event."""
    if main is None or event is None or main.type is not event.type or event.actor is None:
        return main
    recipient = event.recipient or main.recipient
    return replace(main, actor=event.actor, recipient=recipient if recipient != event.actor else None)


def _read(text: str, found: Sequence[Sentence]) -> list[Marked | None]:
    """Run the head over stretches of like length together; return their events in the order given."""
    read: list[Marked | None] = [None] * len(found)
    order = sorted(range(len(found)), key=lambda i: len(found[i].states))
    for group in decode.grouped(order, [len(sentence.states) for sentence in found], BATCH):
        states = padded([found[i].states for i in group])
        roles, labels = session("events").run(
            None, {"states": states, "mask": mask([len(found[i].states) for i in group])}
        )
        for row, i in enumerate(group):
            read[i] = event_of(text, found[i].spans, roles[row, : len(found[i].states)], labels[row])
    return read


def event_of(text: str, spans: NDArray[np.int64], roles: Floats, labels: Floats) -> Marked | None:
    """Read one sentence's event from the head's logits: roles (tokens, 6) and labels side by side."""
    types, modes, flags = (labels[part] for part in _HEADS)
    odds = decode.softmax(types)
    kind = EVENT_TYPES[int(odds.argmax())]
    if kind is None:
        return None
    role_odds = decode.sigmoid(roles)
    trigger = int(role_odds[:, 0].argmax())
    likeliest = Span(int(spans[trigger, 0]), int(spans[trigger, 1]))
    words = {
        role: decode.source(text, spans, role_odds[:, i], RECIPIENT_FLOOR if role == "recipient" else decode.ROLE_FLOOR)
        for i, role in enumerate(EVENT_ROLES)
    }
    named = frozenset(flag for flag, odd in zip(FLAGS, decode.sigmoid(flags), strict=True) if odd >= FLAG_FLOOR)
    return Marked(
        kind,
        _mode(kind, modes),
        named,
        trigger=words["trigger"] or decode.whole_words(text, likeliest) or likeliest,
        actor=words["actor"],
        recipient=words["recipient"],
        place=words["place"],
        time=words["time"],
        quantity=words["quantity"],
        score=round(float(odds.max()), 4),
    )


def _mode(kind: EventType, logits: Floats) -> str:
    """Return the likeliest of the modes that a type has."""
    able = ["", *MODES_OF.get(kind, ())]
    return max(able, key=lambda mode: float(logits[EVENT_MODES.index(mode)]))
