"""Which statements and articles go together: a pure decision about a new article on an index of the known ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.link.cluster import MOST
from reportedly.link.copies import copies
from reportedly.link.index import Index
from reportedly.link.pairs import FEATURES, compare, one_voice
from reportedly.link.profile import Profile, profile
from reportedly.link.score import probability, scorer
from reportedly.link.stories import kin
from reportedly.types import Article, Link, LinkKind, Statement

LEAST = {LinkKind.CLAIM: -0.5, LinkKind.ORIGIN: -1.0}  # log-odds from the threshold of the weakest link worth keeping
_EXPLAINED = 5  # links of one kind of a statement that carry reasons: the strongest

Values = NDArray[np.float32]


def link(article: Article, statements: Sequence[Statement], index: Index) -> list[Link]:
    """Return the links of a new article: to known articles, and of its statements to known ones and to each other.

    Pure: the index is read, not written. A score depends on the two linked only, so the order in which articles arrive
    decides at most which of them are compared. `Link.score` is the probability of being the same.
    """
    new = profile(article, statements)
    return linked(new, index.neighbours(new))


def linked(new: Profile, near: Sequence[Profile]) -> list[Link]:
    """Return the links of a new article to those it has to be compared with, `near`, which are ordered by article."""
    compared = [(other, compare(new, other)) for other in (*near, new)]
    found = [*kin(new, near), *copies(new, compared[:-1])]
    for kind in LEAST:
        found += _statements(kind, new, compared)
    return found


def _statements(kind: LinkKind, new: Profile, compared: Sequence[tuple[Profile, Values]]) -> Iterator[Link]:
    """Yield each statement's strongest links of a kind; inside the article a later one links to an earlier."""
    scores = scorer(kind.value, FEATURES)
    worth: list[list[tuple[float, str, Values]]] = [[] for _ in new.ids]
    for other, values in compared:
        logits = _logits(kind, new, other, values)
        for row, column in zip(*(axis.tolist() for axis in np.nonzero(logits >= LEAST[kind])), strict=True):
            worth[row].append((float(logits[row, column]), other.ids[column], values[row, column]))
    for subject, pairs in zip(new.ids, worth, strict=True):
        pairs.sort(key=lambda pair: (-pair[0], pair[1]))
        for place, (logit, target, values) in enumerate(pairs[:MOST]):
            told = scores.reasons(values) if place < _EXPLAINED else ()
            yield Link(kind, subject, target, round(probability(logit), 4), told)


def _logits(kind: LinkKind, new: Profile, other: Profile, values: Values) -> Values:
    """Return log-odds from the threshold of all pairs of statements, -inf for those that are not compared."""
    scores = scorer(kind.value, FEATURES)
    logits = scores.logit(values) - np.float32(scores.threshold)
    if kind is LinkKind.CLAIM:
        logits[new.thin] = logits[:, other.thin] = -np.inf
    if other is new:
        logits[np.triu_indices(len(new.ids))] = -np.inf
        if kind is LinkKind.ORIGIN:
            logits[~one_voice(new)] = -np.inf
    return logits
