"""The learnt weights: a readable file of "feature: weight" lines, and the two ways they are used."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from reportedly.name.lexicon import DATA


@cache
def weights() -> Mapping[str, float]:
    """Return feature -> weight of data/weights.txt; training/naming.py writes it."""
    found: dict[str, float] = {}
    path = DATA / "weights.txt"
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        feature, colon, value = line.rpartition(":")
        if colon and not line.startswith("#"):
            found[feature.strip()] = float(value)
    return found


def score(features: Mapping[str, float]) -> float:
    """Return the weighted sum of features; unknown features count nothing."""
    table = weights()
    return sum(table.get(feature, 0.0) * value for feature, value in features.items())


def probability(features: Mapping[str, float]) -> float:
    """Return the logistic of the weighted sum."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score(features)))))
