"""A scorer: a declared list of features with learnt weights. Every feature of a decision can be printed as a Reason."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from reportedly.types import Reason

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Feature:
    """One observation on a pair: its name in the weights file, and what it means to a reader."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Scorer:
    """Logistic score over features; weights are in the order of `features`."""

    features: tuple[Feature, ...]
    weights: Matrix  # (features,)
    bias: float
    threshold: float  # probability from which a pair counts as the same

    def logit(self, values: Matrix) -> Matrix:
        """Return log-odds for values of shape (..., features)."""
        return np.asarray(values @ self.weights + np.float32(self.bias), np.float32)

    def reasons(self, values: Matrix) -> tuple[Reason, ...]:
        """Return what moved one decision, the strongest first: the value of each feature times its weight."""
        moved = values * self.weights
        order = np.argsort(-np.abs(moved), kind="stable")
        return tuple(
            Reason(self.features[i].name, round(float(moved[i]), 2), self.features[i].meaning)
            for i in order
            if abs(moved[i]) >= 0.05
        )


def probability(logit: float) -> float:
    """Return the probability of a log-odds."""
    return float(1 / (1 + np.exp(-logit)))


@cache
def scorer(kind: str, features: tuple[Feature, ...]) -> Scorer:
    """Return the scorer of a kind with the weights of weights.toml. Raises KeyError where a feature has no weight."""
    table = tomllib.loads(files("reportedly.link").joinpath("weights.toml").read_text("utf-8"))[kind]
    weights = np.array([table["weights"][feature.name] for feature in features], np.float32)
    return Scorer(features, weights, float(table["bias"]), float(table["threshold"]))


def table(kind: str, names: Sequence[str], weights: Sequence[float], bias: float, threshold: float) -> str:
    """Return the part of weights.toml that `scorer` reads back."""
    lines = [f"[{kind}]", f"threshold = {threshold:.3f}", f"bias = {bias:.4f}", "", f"[{kind}.weights]"]
    return "\n".join([*lines, *(f"{name} = {weight:.4f}" for name, weight in zip(names, weights, strict=True)), ""])
