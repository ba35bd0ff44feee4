"""Which statements of a claim tell the number that it is about, and how well."""

from __future__ import annotations

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
    agreeing = {s.id: 0 for s, _ in alike}
    for s, quantity in alike:
        if quantity.low is not None and quantity.high is not None:
            agreeing[s.id] = sum(overlap(quantity, other) for _, other in alike)
    most, last = max(1, *agreeing.values()), max(1, len(moments) - 1)
    new = {s.id: moments.index(articles[s.article].published) / last for s, _ in alike}
    return {name: (new[name] + agreeing[name] / most) / 2 for name in new}


def _alike(given: Sequence[tuple[Statement, Quantity]]) -> list[tuple[Statement, Quantity]]:
    """Return those of the figures that count what most count, the first of equals."""
    votes = [sum(one_thing(quantity, other) for _, other in given) for _, quantity in given]
    if not votes:
        return []
    _, best = given[votes.index(max(votes))]
    return [(s, quantity) for s, quantity in given if one_thing(quantity, best)]
