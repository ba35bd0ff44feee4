from __future__ import annotations

import random

import networkx as nx
import pytest

from reportedly.batch.bands import NEAREST, bands, pairs
from reportedly.batch.rooms import rooms, together
from reportedly.link.shingles import Passages, shingles


@pytest.mark.parametrize("seed", range(30))
def test_rooms_are_the_connected_components(seed: int) -> None:
    dice = random.Random(seed)
    members = [f"a{n}" for n in range(dice.randrange(1, 80))]
    edges = [(dice.random(), dice.choice(members), dice.choice(members)) for _ in range(dice.randrange(90))]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from((one, other) for _, one, other in edges)
    found = rooms(members, edges, most=1_000)
    assert {frozenset(room) for room in found} == {frozenset(part) for part in nx.connected_components(graph)}
    turned = [(score, other, one) for score, one, other in reversed(edges)]
    assert rooms(members, turned, most=1_000) == found


@pytest.mark.parametrize("seed", range(10))
def test_no_room_is_larger_than_it_may_be_and_the_strongest_links_hold(seed: int) -> None:
    dice = random.Random(seed)
    members = [f"a{n}" for n in range(60)]
    edges = [(dice.random(), dice.choice(members), dice.choice(members)) for _ in range(90)]
    found = rooms(members, edges, most=7)
    assert sorted(member for room in found for member in room) == sorted(members)
    assert max(map(len, found)) <= 7
    _, one, other = max(edge for edge in edges if edge[1] != edge[2])
    assert any({one, other} <= set(room) for room in found)


def test_rooms_are_told_together_up_to_a_weight() -> None:
    weight = {"a": 2, "b": 1, "c": 4, "d": 1}
    found = list(together([("a",), ("b",), ("c", "d"), ("b",)], 3, weight))
    assert found == [[("a",), ("b",)], [("c", "d")], [("b",)]]


WORDS = "the bridge fell at dawn and nobody saw it fall or heard of it before noon on the coast road".split()


@pytest.mark.parametrize("seed", range(20))
def test_bands_bring_together_what_the_desk_brings_together(seed: int) -> None:
    dice = random.Random(seed)
    first = [" ".join(dice.choices(WORDS, k=24)) for _ in range(6)]
    texts = [*first, *(" ".join([*text.split()[: dice.randrange(8, 24)], "later"]) for text in first)]
    known = Passages()
    for number, text in enumerate(texts):
        known.add(number, [shingles(text)])
    of = [set(bands([shingles(text)])) for text in texts]
    for number, text in enumerate(texts):
        like = {other for other in range(len(texts)) if of[number] & of[other]}
        assert like == known.like([shingles(text)])


def test_pairs_of_a_band_are_later_and_earlier_and_grow_no_faster_than_their_number() -> None:
    keys = [f"2031-01-{day:02} {n:04}" for day in range(1, 5) for n in range(100)]
    found = list(pairs(keys[::-1]))
    assert all(later > earlier for later, earlier in found)
    assert len(found) == len(keys) * NEAREST - NEAREST * (NEAREST + 1) // 2
    assert set(pairs(["b", "a", "a"])) == {("b", "a")}
