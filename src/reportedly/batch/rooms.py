"""Rooms: articles that have to be looked at together, because they tell of one story or repeat each other.

Connected components over the links between articles, the strongest links first, none larger than a room may be. What
news of a year hangs together by whatever chain would soon be all of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Edge = tuple[float, str, str]  # score, the two ends


def rooms(members: Iterable[str], edges: Iterable[Edge], most: int) -> list[tuple[str, ...]]:
    """Return the rooms of `members`, each in their order and by their first, none of more than `most` of them.

    An edge that would make a larger room is left out. Neither the order of the edges nor which end comes first matters.
    """
    parent = {member: member for member in members}
    size = dict.fromkeys(parent, 1)

    def root(member: str) -> str:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    told = {(-score, min(one, other), max(one, other)) for score, one, other in edges}
    for _, one, other in sorted(told):
        if one not in parent or other not in parent:
            continue
        left, right = root(one), root(other)
        if left == right or size[left] + size[right] > most:
            continue
        small, large = sorted((left, right), key=lambda name: (size[name], name))
        parent[small] = large
        size[large] += size.pop(small)
    found: dict[str, list[str]] = defaultdict(list)
    for member in parent:
        found[root(member)].append(member)
    return [tuple(group) for group in found.values()]


def together(groups: Sequence[Sequence[str]], most: int, weight: Mapping[str, int]) -> Iterator[list[Sequence[str]]]:
    """Yield rooms, in order, so many at a time that their weights add up to `most` or one room is more."""
    held, total = list[Sequence[str]](), 0
    for group in groups:
        own = sum(weight[member] for member in group)
        if held and total + own > most:
            yield held
            held, total = [], 0
        held.append(group)
        total += own
    if held:
        yield held
