"""The learnt weights of naming, and the two ways they are used."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from reportedly.name.lexicon import DATA
from reportedly.weights import score as weighted
from reportedly.weights import table


@cache
def weights() -> Mapping[str, float]:
    """Return feature -> weight of data/weights.txt; training/naming.py writes it."""
    path = DATA / "weights.txt"
    return table(path.read_text("utf-8").splitlines() if path.exists() else ())


@cache
def version() -> str:
    """Return what signs the names given: the first 12 hex digits of the SHA-256 over all word lists and weights."""
    total = sha256()
    for path in sorted(DATA.glob("*.txt")):
        total.update(path.read_bytes())
    return total.hexdigest()[:12]


def score(features: Mapping[str, float]) -> float:
    """Return the weighted sum of features; unknown features count nothing."""
    return weighted(features, weights())


def probability(features: Mapping[str, float]) -> float:
    """Return the logistic of the weighted sum."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score(features)))))
