"""Groups against networkx, an oracle that shares no code with ours."""

from __future__ import annotations

from itertools import combinations
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.cluster import Groups, Pair, merge
from tests.stand.test_laws import LAW

NODES = [f"s{n:02}" for n in range(12)]
PAIRS = list(combinations(NODES, 2))
edges = st.lists(st.sampled_from(PAIRS), max_size=20, unique=True)
scores = st.dictionaries(st.sampled_from(PAIRS), st.integers(-8, 8).map(float), max_size=30)


@LAW
@given(edges)
def test_union_find_gives_the_connected_components(pairs: list[Pair]) -> None:
    groups = Groups(NODES)
    for left, right in pairs:
        assert groups.join(left, right)
    graph = nx.Graph(pairs)
    graph.add_nodes_from(NODES)
    assert groups.groups() == sorted(tuple(sorted(c)) for c in nx.connected_components(graph))


@LAW
@given(edges, st.permutations(range(20)))
def test_with_nothing_against_it_merging_gives_the_connected_components(pairs: list[Pair], weights: list[int]) -> None:
    groups = Groups(NODES)
    merge(groups, {pair: 1.0 + weights[i] for i, pair in enumerate(pairs)}, absent=0.0)
    graph = nx.Graph(pairs)
    graph.add_nodes_from(NODES)
    assert groups.groups() == sorted(tuple(sorted(c)) for c in nx.connected_components(graph))


def by_hand(pairs: dict[Pair, float], absent: float) -> list[tuple[str, ...]]:
    """Merge the two groups of the highest mean, ties by name, until none is above 0: plain and slow."""
    found: list[tuple[str, ...]] = [(n,) for n in NODES]

    def mean(a: tuple[str, ...], b: tuple[str, ...]) -> float:
        return sum(pairs.get((min(x, y), max(x, y)), absent) for x in a for y in b) / (len(a) * len(b))

    while len(found) > 1:
        best, a, b = min((-mean(a, b), a, b) for a, b in combinations(sorted(found), 2))
        if best >= 0:
            break
        found = [g for g in found if g not in (a, b)] + [tuple(sorted((*a, *b)))]
    return sorted(found)


@LAW
@given(scores)
def test_merging_does_what_it_says(pairs: dict[Pair, float]) -> None:
    groups = Groups(NODES)
    merge(groups, pairs, absent=-1.0)
    assert groups.groups() == by_hand(pairs, -1.0)


@LAW
@given(scores, st.randoms(use_true_random=False))
def test_the_order_of_pairs_plays_no_part(pairs: dict[Pair, float], shuffle: Random) -> None:
    mixed = list(pairs.items())
    shuffle.shuffle(mixed)
    one, other = Groups(NODES), Groups(reversed(NODES))
    merge(one, pairs, -2.0)
    merge(other, dict(mixed), -2.0)
    assert one.groups() == other.groups()


@LAW
@given(scores, edges, edges)
def test_what_is_kept_apart_never_meets(pairs: dict[Pair, float], apart: list[Pair], together: list[Pair]) -> None:
    groups = Groups(NODES)
    for left, right in apart:
        groups.part(left, right)
    for left, right in together:
        groups.join(left, right)
    merge(groups, pairs, -0.5)
    for left, right in apart:
        assert groups.find(left) != groups.find(right)


def test_two_of_one_group_cannot_be_parted() -> None:
    groups = Groups(["a", "b"])
    groups.join("a", "b")
    with pytest.raises(ValueError, match="one group already"):
        groups.part("b", "a")
