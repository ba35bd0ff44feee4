"""Learnt weights: readable files of "feature: weight" lines, and the weighted sums they are used for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Features = Mapping[str, float]


def table(lines: Iterable[str]) -> dict[str, float]:
    """Return feature -> weight of a file's lines; "#" begins a comment."""
    parts = (line.rpartition(":") for line in lines if not line.startswith("#"))
    return {feature.strip(): float(value) for feature, colon, value in parts if colon}


def score(features: Features, weights: Mapping[str, float]) -> float:
    """Return the weighted sum of features; those without a weight count nothing."""
    return sum(weights.get(feature, 0.0) * value for feature, value in features.items())
