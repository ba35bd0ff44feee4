"""The event head at work: every sentence's main event, read from the states that the encoder has already made.

window -> its sentences -> head: type, mode, flags and the words of each -> Marked
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
FLAG_FLOOR = 0.5
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


def marks(text: str, found: Sequence[Sentence]) -> list[list[Marked]]:
    """Return for each of an article's sentences its events: the main one, or none."""
    marked: list[list[Marked]] = [[] for _ in found]
    order = sorted(range(len(found)), key=lambda i: len(found[i].states))
    for group in decode.grouped(order, [len(sentence.states) for sentence in found], BATCH):
        states = padded([found[i].states for i in group])
        roles, labels = session("events").run(
            None, {"states": states, "mask": mask([len(found[i].states) for i in group])}
        )
        for row, i in enumerate(group):
            event = read(text, found[i].spans, roles[row, : len(found[i].states)], labels[row])
            marked[i] = [event] if event is not None else []
    return marked


def read(text: str, spans: NDArray[np.int64], roles: Floats, labels: Floats) -> Marked | None:
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
