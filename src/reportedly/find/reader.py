"""The trained reader at work: windows in, statements out.

article -> windows -> encoder: anchors -> pairing head: words and labels of each -> statements
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reportedly.find import Found, assemble, decode, eventhead
from reportedly.find.decode import Anchor, Floats
from reportedly.find.details import detailed
from reportedly.find.transcript import turns
from reportedly.find.windows import Tokens, windows
from reportedly.models import digest, session
from reportedly.types import Article, Statement

BATCH = 2048  # tokens the encoder sees at a time, padding included
PAIR_BATCH = 4096  # likewise for the pairing head
VERSION = "reader 1"  # of the rules around the weights: raise it where they find something else


@dataclass(frozen=True, slots=True)
class Window:
    """A window, the place of its article in the input, and what the encoder made of it."""

    article: int
    tokens: Tokens
    states: Floats  # (tokens, width of the pairing head)
    anchors: tuple[Anchor, ...]


class Reader:
    """Finds statements and events with the weights in `reportedly.models`."""

    @cached_property
    def version(self) -> str:
        """Return the version of the rules with a digest of the weights: it changes with them, not with a release."""
        return f"{VERSION} {digest('reader.onnx', 'pairing.onnx', 'events.onnx', 'tokenizer.json')}"

    def find(self, articles: Sequence[Article]) -> list[list[Statement]]:
        """Return each article's statements in order of its text."""
        return _statements(articles, list(_encode(_cut(articles))))

    def find_both(self, articles: Sequence[Article]) -> list[Found]:
        """Return each article's statements, and the events that each of its sentences tells of."""
        encoded = list(_encode(_cut(articles)))
        parts: list[list[Window]] = [[] for _ in articles]
        for window in sorted(encoded, key=lambda w: int(w.tokens.spans[0, 0])):
            parts[window.article].append(window)
        sentences = [
            list(eventhead.cut(article, [(w.tokens.spans, w.states) for w in of]))
            for article, of in zip(articles, parts, strict=True)
        ]
        said = _statements(articles, encoded)
        told = eventhead.marks([article.text for article in articles], sentences)
        return [Found(*both) for both in zip(said, told, strict=True)]


def _cut(articles: Sequence[Article]) -> list[tuple[int, Tokens]]:
    """Return every window with the place of its article."""
    return [(number, tokens) for number, article in enumerate(articles) for tokens in windows(article)]


def _statements(articles: Sequence[Article], encoded: Sequence[Window]) -> list[list[Statement]]:
    """Return the statements of encoded articles."""
    marks = [assemble.quotations(article) for article in articles]
    found = [list(turns(article)) for article in articles]
    for window, anchor, outputs in _pair(encoded):
        text = articles[window.article].text
        raw = assemble.raw(text, marks[window.article], window.tokens, anchor, outputs)
        if raw is not None:
            found[window.article].append(raw)
    return [
        detailed(article, assemble.statements(article, stretches, raws))
        for article, stretches, raws in zip(articles, marks, found, strict=True)
    ]


def _encode(cut: Sequence[tuple[int, Tokens]]) -> Iterator[Window]:
    """Run the encoder over windows of like length together."""
    order = sorted(range(len(cut)), key=lambda i: len(cut[i][1]))
    for group in decode.grouped(order, [len(tokens) for _, tokens in cut], BATCH):
        parts = [cut[i][1] for i in group]
        width = len(parts[-1])
        tags, states = session("reader").run(
            None,
            {
                "ids": _padded([p.ids for p in parts], width),
                "features": _padded([p.features for p in parts], width),
                "mask": _padded([np.ones(len(p), np.int64) for p in parts], width),
            },
        )
        for row, i in enumerate(group):
            size = len(cut[i][1])
            yield Window(cut[i][0], cut[i][1], states[row, :size], tuple(decode.anchors(tags[row, :size])))


def _pair(encoded: Sequence[Window]) -> Iterator[tuple[Window, Anchor, assemble.Outputs]]:
    """Run the pairing head once for every anchor."""
    pairs = [(window, anchor) for window in encoded for anchor in window.anchors]
    sizes = [len(window.tokens) for window, _ in pairs]
    for group in decode.grouped(range(len(pairs)), sizes, PAIR_BATCH):
        chosen = [pairs[i] for i in group]
        width = max(sizes[i] for i in group)
        states = np.zeros((len(chosen), width, chosen[0][0].states.shape[1]), np.float32)
        for row, (window, _) in enumerate(chosen):
            states[row, : len(window.states)] = window.states
        roles, labels, valid = session("pairing").run(
            None,
            {
                "states": states,
                "mask": _padded([np.ones(sizes[i], np.int64) for i in group], width),
                "start": np.array([anchor.start for _, anchor in chosen], np.int64),
                "end": np.array([anchor.end for _, anchor in chosen], np.int64),
            },
        )
        for row, (window, anchor) in enumerate(chosen):
            size = len(window.tokens)
            yield window, anchor, assemble.Outputs(roles[row, :size], labels[row], float(valid[row]))


def _padded(rows: Sequence[NDArray[np.int64]], width: int) -> NDArray[np.int64]:
    padded = np.zeros((len(rows), width), np.int64)
    for row, values in enumerate(rows):
        padded[row, : len(values)] = values
    return padded
