"""Which statements of a claim tell the number that it is about, and how well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.counts import one_thing, overlap
from reportedly.types import Article, Quantity, Statement

_SHARE = 4  # one statement in so many must count the same thing
_FEWEST = 2  # that do


def counting(statements: Sequence[Statement], articles: Mapping[str, Article]) -> dict[str, float]:
    """Return the statements that count what most count, each with how good a figure it gives, from 0 to 1.

    The newer the better, and the more of the others it agrees with ("hundreds" agrees with too much to count). Empty
    where few count one thing: "three bombers" makes no number of what is said of them.
    """
    given = [(s, quantity) for s in statements for quantity in s.quantities if quantity.item]
    alike = _alike(given)
    if len({s.id for s, _ in alike}) < max(_FEWEST, len(statements) / _SHARE):
        return {}
    moments = sorted({articles[s.article].published for s, _ in alike})
    agreed = _agreed([quantity for _, quantity in alike])
    agreeing = {s.id: agreed[quantity.low, quantity.high] for s, quantity in alike}
    most, last = max(1, *agreeing.values()), max(1, len(moments) - 1)
    new = {s.id: moments.index(articles[s.article].published) / last for s, _ in alike}
    return {name: (new[name] + agreeing[name] / most) / 2 for name in new}


def _alike(given: Sequence[tuple[Statement, Quantity]]) -> list[tuple[Statement, Quantity]]:
    """Return those of the figures that count what most count, the first of equals."""
    times = Counter(quantity.item for _, quantity in given)
    first = {quantity.item: quantity for _, quantity in reversed(given)}
    votes = {
        item: sum(times[other] for other in first if one_thing(quantity, first[other]))
        for item, quantity in first.items()
    }
    best = next((quantity for _, quantity in given if votes[quantity.item] == max(votes.values())), None)
    return [(s, quantity) for s, quantity in given if best is not None and one_thing(quantity, best)]


def _agreed(quantities: Sequence[Quantity]) -> dict[tuple[float | None, float | None], int]:
    """Return how many figures each pair of bounds agrees with, none for bounds with an open end."""
    times = Counter((quantity.low, quantity.high) for quantity in quantities)
    first = {(quantity.low, quantity.high): quantity for quantity in quantities}
    return {
        bounds: 0 if None in bounds else sum(times[other] for other in first if overlap(quantity, first[other]))
        for bounds, quantity in first.items()
    }
