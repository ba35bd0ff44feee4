"""A choice between options by a weighted sum of features, kept so that it can be explained and learnt from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.name.weights import score, weights
from reportedly.types import Reason

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """Options with their features, the best of them first in score."""

    options: tuple[T, ...]
    features: tuple[dict[str, float], ...]
    best: int

    @property
    def chosen(self) -> T:
        """Return the option with the greatest score."""
        return self.options[self.best]

    def reasons(self) -> tuple[Reason, ...]:
        """Return the features that moved the choice most, strongest first."""
        table = weights()
        moved = [(name, table.get(name, 0.0) * value) for name, value in self.features[self.best].items()]
        moved.sort(key=lambda pair: -abs(pair[1]))
        return tuple(Reason(name, round(value, 2)) for name, value in moved[:3] if value)


def choose(options: Sequence[T], features: Sequence[dict[str, float]]) -> Choice[T]:
    """Return the choice with the greatest score, the first of equals. Raises ValueError where there is no option."""
    scores = [score(f) for f in features]
    return Choice(tuple(options), tuple(features), scores.index(max(scores)))
