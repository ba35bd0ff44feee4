"""The trained reader at work: an article in, statements and events out.

article -> windows -> encoder -> anchors -> pairing head: words and labels of each -> statements
                              -> sentences -> event head: what each tells of -> events

Every article is computed by itself. The weights are 8-bit and scale with what stands in a batch, so that an article
read among others would come out a little different than alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter

import numpy as np

from reportedly.find import Found, assemble, decode, eventhead, extent
from reportedly.find.decode import Anchor, Floats
from reportedly.find.details import detailed
from reportedly.find.occasion import carried
from reportedly.find.pictures import shown
from reportedly.find.transcript import turns
from reportedly.find.windows import Tokens, windows
from reportedly.models import digest, mask, padded, session
from reportedly.text import sentences
from reportedly.types import Article, Statement

BATCH = 256  # tokens the encoder sees at a time, padding included: what stays in the cache is fastest
PAIR_BATCH = 512  # likewise for the pairing head, whose states are half as wide
VERSION = "reader 22"  # of the rules around the weights: raise it where they find something else


@dataclass(frozen=True, slots=True, eq=False)  # a window is itself only: arrays do not compare
class Window:
    """A window and what the encoder made of it."""

    tokens: Tokens
    states: Floats  # (tokens, width of the heads)
    anchors: tuple[Anchor, ...]


class Reader:
    """Finds statements and events with the weights in `reportedly.models`."""

    @cached_property
    def version(self) -> str:
        """Return the version of the rules with a digest of the weights: it changes with them, not with a release."""
        return f"{VERSION} {digest('reader.onnx', 'words.bin', 'pairing.onnx', 'events.onnx', 'tokenizer.json')}"

    def find(self, articles: Sequence[Article]) -> list[list[Statement]]:
        """Return each article's statements in order of its text."""
        return [_statements(article, _encode(article)) for article in articles]

    def find_both(self, articles: Sequence[Article]) -> list[Found]:
        """Return each article's statements, and the events that each of its sentences tells of."""
        return [_both(article) for article in articles]


def _both(article: Article) -> Found:
    encoded = _encode(article)
    stretches = list(eventhead.cut(article, [(window.tokens.spans, window.states) for window in encoded]))
    statements = _statements(article, encoded)
    return Found(statements, eventhead.marks(article.text, stretches, statements))


def _statements(article: Article, encoded: Sequence[Window]) -> list[Statement]:
    marks, lines = assemble.quotations(article), list(sentences(article.text))
    found = list(turns(article))
    for window, answers in groupby(_pair(encoded), key=itemgetter(0)):
        edges = extent.edges(article.text, lines, window.tokens.spans)
        for _, anchor, outputs in answers:
            raw = assemble.raw(article.text, marks, window.tokens, edges, anchor, outputs)
            if raw is not None:
                found.append(raw)
    found += list(shown(article, found))
    return detailed(article, carried(article, assemble.statements(article, marks, lines, found)))


def _encode(article: Article) -> list[Window]:
    """Run the encoder over windows of like length together; return them in order of the text."""
    cut = windows(article)
    found: dict[int, Window] = {}
    order = sorted(range(len(cut)), key=lambda i: len(cut[i]))
    for group in decode.grouped(order, [len(tokens) for tokens in cut], BATCH):
        parts = [cut[i] for i in group]
        tags, states = session("reader").run(
            None,
            {
                "ids": padded([p.ids for p in parts]),
                "features": padded([p.features for p in parts]),
                "mask": mask([len(p) for p in parts]),
            },
        )
        for row, i in enumerate(group):
            size = len(cut[i])
            found[i] = Window(cut[i], states[row, :size], tuple(decode.anchors(tags[row, :size])))
    return [found[i] for i in range(len(cut))]


def _pair(encoded: Sequence[Window]) -> Iterator[tuple[Window, Anchor, assemble.Outputs]]:
    """Run the pairing head once for every anchor, window by window."""
    pairs = [(window, anchor) for window in encoded for anchor in window.anchors]
    sizes = [len(window.tokens) for window, _ in pairs]
    for group in decode.grouped(range(len(pairs)), sizes, PAIR_BATCH):
        chosen = [pairs[i] for i in group]
        roles, labels, valid = session("pairing").run(
            None,
            {
                "states": padded([window.states for window, _ in chosen]),
                "mask": mask([sizes[i] for i in group]),
                "start": np.array([anchor.start for _, anchor in chosen], np.int64),
                "end": np.array([anchor.end for _, anchor in chosen], np.int64),
            },
        )
        for row, (window, anchor) in enumerate(chosen):
            size = len(window.tokens)
            yield window, anchor, assemble.Outputs(roles[row, :size], labels[row], float(valid[row]))
