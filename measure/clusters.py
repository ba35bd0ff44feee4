"""How well found groups agree with gold ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean, 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> Score:
    """Score groups by their members (Bagga and Baldwin 1998): item -> group, over the items of `gold`.

    An item that was not found in any group stands alone.
    """
    ours = {item: found.get(item, f"alone {item}") for item in gold}
    both = Counter((ours[item], gold[item]) for item in gold)
    in_ours, in_gold = Counter(ours.values()), Counter(gold.values())
    precision = sum(n * n / in_ours[o] for (o, _), n in both.items())
    recall = sum(n * n / in_gold[g] for (_, g), n in both.items())
    return Score(precision / max(1, len(gold)), recall / max(1, len(gold)))


def overlap(found: Iterable[Hashable], gold: Iterable[Hashable]) -> Score:
    """Score two sets of anything."""
    ours, theirs = set(found), set(gold)
    both = len(ours & theirs)
    return Score(both / len(ours) if ours else 0.0, both / len(theirs) if theirs else 0.0)


def majority(found: Mapping[str, str], gold: Mapping[str, str]) -> dict[str, str]:
    """Return for each found group the gold group that most of its members are of, smallest name on a tie."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for item, group in found.items():
        if item in gold:
            votes[group][gold[item]] += 1
    return {group: min(of, key=lambda g: (-of[g], g)) for group, of in votes.items()}
