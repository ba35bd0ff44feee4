"""The event head at work: what sentences and statements tell of, read from the states that the encoder already made.

window -> its sentences, and of each the words that are a statement's -> head: type, mode, flags, words -> Marked
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.find import decode
from reportedly.find.decode import Floats
from reportedly.find.labels import EVENT_MODES, EVENT_ROLES, EVENT_TYPES, FLAGS, MODES_OF
from reportedly.find.marked import Marked
from reportedly.models import mask, padded, session
from reportedly.text import sentences
from reportedly.types import Article, EventType, Role, Span

BATCH = 256  # tokens the head sees at a time, padding included
FEWEST = 2  # tokens that can tell of an event
FLAG_FLOOR = 0.5
SILENT = frozenset({Role.FURNITURE, Role.BYLINE})  # blocks that are news of nothing


class Words(NamedTuple):
    """Words that are read for one event, and the encoder's states of their tokens."""

    sentence: int  # in which they stand, in order of the text
    spans: NDArray[np.int64]  # (tokens, 2): offsets into the article's text
    states: Floats  # (tokens, width)


def cut(
    article: Article, windows: Sequence[tuple[NDArray[np.int64], Floats]], contents: Iterable[Sequence[Span]] = ()
) -> Iterator[Words]:
    """Yield an article's sentences, each followed by those parts of it that are what somebody says.

    `windows` are spans and states of each, in order of the text, `contents` the pieces of each statement's content. A
    sentence that two windows share is read in the one it begins in.
    """
    if not windows:
        return
    spans = np.concatenate([spans for spans, _ in windows])
    states = np.concatenate([states for _, states in windows])
    window = np.repeat(np.arange(len(windows)), [len(part) for part, _ in windows])
    real = np.flatnonzero(spans[:, 1] > spans[:, 0])
    starts = spans[real, 0]
    parts = _Said(contents)
    number = 0
    for block in article.blocks:
        if block.role in SILENT:
            continue
        for sentence in sentences(article.text, block.span):
            first, last = np.searchsorted(starts, (sentence.start, sentence.end))
            if first == last:
                continue
            inside = real[first:last]
            inside = inside[window[inside] == window[inside[0]]]
            for part in (np.arange(len(inside)), *parts.within(sentence, spans[inside])):
                yield Words(number, spans[inside[part]], states[inside[part]])
            number += 1


class _Said:
    """The contents of an article's statements, looked at sentence by sentence in order of the text."""

    def __init__(self, contents: Iterable[Sequence[Span]]) -> None:
        self._waiting = sorted((list(pieces) for pieces in contents if pieces), reverse=True)
        self._open: list[list[Span]] = []

    def within(self, sentence: Span, spans: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
        """Yield which of the sentence's tokens are content of each statement, unless too few or all of them are."""
        while self._waiting and self._waiting[-1][0].start < sentence.end:
            self._open.append(self._waiting.pop())
        self._open = [pieces for pieces in self._open if pieces[-1].end > sentence.start]
        met = {tuple(range(len(spans)))}
        for pieces in self._open:
            part = on(spans, pieces)
            if len(part) >= FEWEST and (key := tuple(part)) not in met:
                met.add(key)
                yield part


def on(spans: NDArray[np.int64], pieces: Sequence[Span]) -> NDArray[np.intp]:
    """Return which tokens, of offsets (tokens, 2), stand on pieces of text."""
    starts, ends = spans[:, 0], spans[:, 1]
    inside = [(starts < piece.end) & (ends > piece.start) & (ends > starts) for piece in pieces]
    return np.flatnonzero(np.logical_or.reduce(inside))


def marks(text: str, found: Sequence[Words]) -> list[list[Marked]]:
    """Return for each of an article's sentences its events: the main one, or none, then those only a part tells of."""
    told: list[Marked | None] = [None] * len(found)
    order = sorted(range(len(found)), key=lambda i: len(found[i].states))
    for group in decode.grouped(order, [len(words.states) for words in found], BATCH):
        states = padded([found[i].states for i in group])
        roles, labels = session("events").run(
            None, {"states": states, "mask": mask([len(found[i].states) for i in group])}
        )
        for row, i in enumerate(group):
            told[i] = read(text, found[i].spans, roles[row, : len(found[i].states)], labels[row])
    marked: list[list[Marked]] = [[] for _ in range(found[-1].sentence + 1 if found else 0)]
    for words, event in zip(found, told, strict=True):
        if event is not None and not any(event.trigger.overlaps(other.trigger) for other in marked[words.sentence]):
            marked[words.sentence].append(event)
    return marked


def read(text: str, spans: NDArray[np.int64], roles: Floats, labels: Floats) -> Marked | None:
    """Read the event of some words from the head's logits: roles (tokens, 6) and labels side by side."""
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
