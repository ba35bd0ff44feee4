"""What a statement takes from those around it: an antecedent where it says little, and what the talk is about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.link.vectors import Vectors, unit
from reportedly.link.words import stems

ENOUGH = 2  # telling words from which a statement speaks for itself
_AFTER = 1.5  # how many statements further off one counts that only follows
_REACH, _SHARE = 1.5, 0.7  # statements over which the talk fades, and what it weighs beside the statement's own words
_POINTING_WORDS = (
    "comment statement question claim allegation accusation charge report answer reply figure number reporter "
    "journalist told say call deny denial confirm confirmation account word story information fact truth false true "
    "untrue baseless nothing anything something everything one thing matter"
)
_POINTING = stems(_POINTING_WORDS)  # words that point at what was said before, and say nothing of it


def telling(of: frozenset[str]) -> frozenset[str]:
    """Return the stems that say something by themselves."""
    return of - _POINTING


def antecedents(stems_of: Sequence[frozenset[str]], starts: Sequence[int]) -> NDArray[np.int64]:
    """Return for each statement of an article the row whose words it borrows: its own where it says enough by itself.

    Else the nearest that does, rather one before it in the text; `starts` says where each begins.
    """
    full = [row for row, of in enumerate(stems_of) if len(telling(of)) >= ENOUGH]
    found = np.arange(len(stems_of))
    for row in sorted(set(range(len(stems_of))).difference(full)) if full else ():
        far = [(abs(row - other) + _AFTER * (starts[other] >= starts[row]), other) for other in full]
        found[row] = min(far)[1]
    return found


def around(vectors: Vectors) -> Vectors:
    """Return unit vectors of statements with what stands around them: neighbours count the less the further off."""
    rows = np.arange(len(vectors))
    gap = np.abs(np.subtract.outer(rows, rows))
    weights = np.where(gap > 0, _SHARE * np.exp(-gap / _REACH), 1.0).astype(np.float32)
    return unit(weights @ vectors)


def standing_out(left: Vectors, right: Vectors) -> Vectors:
    """Return cosines of two articles' statements, seen from the middle of both: what is common to all says nothing."""
    total = left.sum(0) + right.sum(0)
    middle = total / max(1, len(left) + len(right))
    return unit(left - middle) @ unit(right - middle).T
