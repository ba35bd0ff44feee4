"""Groups from pairs: union-find, and average-link merging that obeys people's judgements."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[str, str]
_Sum = tuple[float, int, float]  # of the scores between two groups: total, number, the highest

MOST = 40  # links of one kind that a member keeps, the strongest: more would not change a group


class Groups:
    """Union-find over strings, with pairs that must stay apart. The root of a group is its smallest member."""

    def __init__(self, members: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {m: m for m in members}
        self._foes: dict[str, set[str]] = defaultdict(set)  # root -> members of other groups it must not join

    def find(self, member: str) -> str:
        """Return the root of a member's group; a new member is a group of its own."""
        parent = self._parent
        parent.setdefault(member, member)
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def part(self, left: str, right: str) -> None:
        """Keep two members apart for good. They must not share a group yet: ValueError."""
        a, b = self.find(left), self.find(right)
        if a == b:
            raise ValueError(f"{left} and {right} are in one group already")
        self._foes[a].add(right)
        self._foes[b].add(left)

    def parted(self, left: str, right: str) -> bool:
        """Tell whether joining two members' groups would bring together a pair that must stay apart."""
        a, b = self.find(left), self.find(right)
        return any(self.find(foe) == b for foe in self._foes.get(a, ()))

    def join(self, left: str, right: str) -> bool:
        """Make one group of two, unless a pair in them must stay apart; tell whether they are one now."""
        a, b = self.find(left), self.find(right)
        if a == b:
            return True
        if self.parted(a, b):
            return False
        root, other = min(a, b), max(a, b)
        self._parent[other] = root
        if other in self._foes:
            self._foes[root] |= self._foes.pop(other)
        return True

    def groups(self) -> list[tuple[str, ...]]:
        """Return all groups, members and groups in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for member in sorted(self._parent):
            found[self.find(member)].append(member)
        return sorted(tuple(members) for members in found.values())


def merge(groups: Groups, scores: Mapping[Pair, float], absent: float, spark: float = 0.0) -> None:
    """Merge groups while the mean score between two of them is above 0 and one pair reaches `spark`, the best first.

    `scores` holds log-odds by unordered pair, its members sorted; a pair without a score counts as `absent` (negative),
    as far as each member of the smaller group could have had MOST scores. Ties go by name, so neither the order of the
    pairs nor the history of the groups plays a part.
    """
    size = {members[0]: len(members) for members in groups.groups()}
    near = _near(groups, scores)

    def mean(a: str, b: str) -> float:
        total, count, _ = near[a][b]
        pairs = max(count, min(size[a], size[b]) * min(max(size[a], size[b]), MOST))
        return (total + absent * (pairs - count)) / pairs

    queue = [(-mean(a, b), a, b) for a in near for b in near[a] if a < b]
    heapq.heapify(queue)
    while queue:
        score, a, b = heapq.heappop(queue)
        if -score <= 0:
            return
        if groups.find(a) != a or groups.find(b) != b or score != -mean(a, b):
            continue  # one of them has changed since
        if near[a][b][2] < spark or not groups.join(a, b):
            continue
        size[a] += size.pop(b)
        for other in _absorb(near, a, b):
            heapq.heappush(queue, (-mean(*sorted((a, other))), min(a, other), max(a, other)))


def _near(groups: Groups, scores: Mapping[Pair, float]) -> dict[str, dict[str, _Sum]]:
    """Sum the scores between groups, root -> root, both ways."""
    near: dict[str, dict[str, _Sum]] = defaultdict(dict)
    for left, right in sorted(scores):
        a, b = groups.find(left), groups.find(right)
        if a == b:
            continue
        total, count, best = near[a].get(b, (0.0, 0, -math.inf))
        score = scores[left, right]
        near[a][b] = near[b][a] = (total + score, count + 1, max(best, score))
    return near


def _absorb(near: dict[str, dict[str, _Sum]], a: str, b: str) -> list[str]:
    """Move `b`'s sums to `a`; return the groups whose mean with `a` has changed."""
    near[a].pop(b, None)
    changed = list(near[a])
    for other, (total, count, best) in near.pop(b, {}).items():
        if other == a:
            continue
        old, seen, top = near[a].get(other, (0.0, 0, -math.inf))
        near[a][other] = near[other][a] = (old + total, seen + count, max(top, best))
        near[other].pop(b, None)
        changed.append(other)
    return list(dict.fromkeys(changed))
