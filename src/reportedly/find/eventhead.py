"""The event head at work: every sentence's main event, read from the states that the encoder has already made.

window -> its sentences, and what is said in each -> head: type, mode, flags and the words of each -> Marked

What is said is read once more by itself: in "the ministry accused Tambosur of shooting it down" it is not the ministry
that shoots.
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
from reportedly.types import Article, EventType, Flag, Role, Span, Statement

BATCH = 256  # tokens the head sees at a time, padding included
FLAG_FLOOR = 0.5
FEWEST = 3  # tokens that are read by themselves
SURE = 0.5  # the odds of an event that only what is said tells of
MOST = 0.85  # of a sentence's tokens: what is said is the sentence, then
SILENT = frozenset({Role.FURNITURE, Role.BYLINE})  # blocks that are news of nothing


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
    """Return for each of an article's sentences its events: the main one first, then those of what is said in it."""
    parts = list(said(found, statements))
    read = _read(text, [*found, *(part for _, part in parts)])
    marked = [[event] if event is not None else [] for event in read[: len(found)]]
    for (i, part), event in zip(parts, read[len(found) :], strict=True):
        marked[i] = _with(marked[i], part, event)
    return marked


def said(found: Sequence[Sentence], statements: Sequence[Statement]) -> Iterator[tuple[int, Sentence]]:
    """Yield what is said in each sentence, with the sentence's number; what is most of the sentence is left out."""
    starts = [sentence.span.start for sentence in found]
    seen = set[tuple[int, Span]]()
    for piece in sorted({piece for statement in statements for piece in statement.content}):
        for i in range(max(0, bisect_right(starts, piece.start) - 1), len(found)):
            sentence = found[i]
            if sentence.span.start >= piece.end:
                break
            on = (sentence.spans[:, 0] < piece.end) & (sentence.spans[:, 1] > piece.start)
            if FEWEST <= on.sum() <= MOST * len(on) and (i, piece) not in seen:
                seen.add((i, piece))
                yield i, Sentence(piece, sentence.spans[on], sentence.states[on])


def _with(marked: Sequence[Marked], part: Sentence, event: Marked | None) -> list[Marked]:
    """Return a sentence's events with that of one thing said in it: the same one told better, or another."""
    if event is None:
        return list(marked)
    same = next((i for i, mark in enumerate(marked) if part.span.holds(mark.trigger)), None)
    if same is None:
        return [*marked, event] if _another(event, marked) else list(marked)
    main = marked[same]
    if main.type is not event.type:
        return list(marked)
    actor, recipient = event.actor or main.actor, event.recipient or main.recipient
    told = replace(main, actor=actor, recipient=recipient if recipient != actor else None)
    return [*marked[:same], told, *marked[same + 1 :]]


def _another(event: Marked, marked: Sequence[Marked]) -> bool:
    """Tell whether an event that only what is said tells of is one of its own.

    The states have seen the whole sentence: "accused" and "denied" colour what is told beside them.
    """
    fresh = all(mark.type is not event.type for mark in marked)
    return fresh and event.score >= SURE and Flag.NEGATED not in event.flags


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
    types, modes, flags = np.split(labels, np.cumsum([len(EVENT_TYPES), len(EVENT_MODES)]))
    odds = decode.softmax(types)
    kind = EVENT_TYPES[int(odds.argmax())]
    if kind is None:
        return None
    role_odds = decode.sigmoid(roles)
    trigger = int(role_odds[:, 0].argmax())
    likeliest = Span(int(spans[trigger, 0]), int(spans[trigger, 1]))
    words = {role: decode.source(text, spans, role_odds[:, i]) for i, role in enumerate(EVENT_ROLES)}
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
