"""What is known so far, laid out for finding what a new article has to be compared with."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.link.profile import Profile, profile
from reportedly.link.shingles import Passages
from reportedly.types import Article, Statement

NEIGHBOURS = 24  # articles a new one is compared with, statement by statement
FLOOR = 0.2  # cosine of two articles' opening lines below which they are no neighbours
WINDOW = 60  # days within which that is enough
FAR = 0.5  # cosine that brings an article of another season back: a denial may be taken back years later
COMMON = 200  # articles from which a name tells nothing: a capital, a president
SHARED = 2  # rarer names that two articles must share to be compared, whatever their opening lines say
_GROWTH = 1024


class Index:
    """Profiles of the articles known so far. `add` costs the new article only; `link` reads and never writes.

    Articles are found again by what their opening lines mean, the more readily the nearer in time, by the rarer names
    and by passages they share; statements are compared only between articles found so.
    """

    def __init__(self) -> None:
        self._profiles: list[Profile] = []
        self._known: dict[str, int] = {}
        self._leads: NDArray[np.float32] = np.zeros((0, 0), np.float32)
        self._days: NDArray[np.int64] = np.zeros(0, np.int64)
        self._passages = Passages()
        self._named: dict[str, list[int]] = defaultdict(list)  # name -> rows of the articles that have it

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self._known)

    def __contains__(self, article: str) -> bool:
        return article in self._known

    def add(self, article: Article, statements: Sequence[Statement]) -> None:
        """Remember an article with its statements; one that is known already is left as it is."""
        if article.id not in self._known:
            self.put(profile(article, statements))

    def put(self, new: Profile) -> None:
        """Remember an article by its profile; a newer reading's takes the place of the one before."""
        row = len(self._profiles)
        self._reserve(row + 1, new.lead.shape[0])
        if (old := self._known.get(new.article)) is not None:
            self._leads[old] = 0.0  # its lines mean nothing from here on
        self._leads[row] = new.lead
        self._days[row] = new.published
        self._known[new.article] = row
        self._profiles.append(new)
        self._passages.add(row, new.passages)
        for name in new.names:
            self._named[name].append(row)

    def neighbours(self, new: Profile) -> list[Profile]:
        """Return the profiles worth comparing with, the article itself left out, ordered by article id."""
        count = len(self._profiles)
        if not count:
            return []
        near = self._leads[:count] @ new.lead
        days = self._days[:count]
        if new.published:
            near[(days > 0) & (np.abs(days - new.published) > WINDOW) & (near < FAR)] = -1.0
        near[near < FLOOR] = -1.0
        for row, share in self._familiar(new):
            near[row] = max(near[row], 0.0) + share
        rows = np.flatnonzero(near >= 0)
        if (
            len(rows) > NEIGHBOURS
        ):  # all that tie with the last one stay for now, so that the order of rows decides nothing
            rows = rows[near[rows] >= np.partition(near[rows], -NEIGHBOURS)[-NEIGHBOURS]]
        best = set(heapq.nlargest(NEIGHBOURS, rows.tolist(), key=lambda row: (near[row], self._profiles[row].article)))
        best |= self._passages.like(new.passages)
        found = [self._profiles[row] for row in best if self._known[self._profiles[row].article] == row]
        return sorted((p for p in found if p.article != new.article), key=lambda p: p.article)

    def _familiar(self, new: Profile) -> Iterator[tuple[int, float]]:
        """Yield (row, share of names in common) of the articles that share rarer names with a new one."""
        postings = (self._named.get(name, ()) for name in new.names)
        shared = Counter(row for rows in postings if len(rows) <= COMMON for row in rows)
        for row, count in shared.items():
            if count >= SHARED:
                yield row, count / min(len(new.names), len(self._profiles[row].names))

    def _reserve(self, rows: int, width: int) -> None:
        if rows <= len(self._leads):
            return
        size = max(_GROWTH, 2 * len(self._leads))
        leads, days = np.zeros((size, width), np.float32), np.zeros(size, np.int64)
        leads[: len(self._leads)] = self._leads if self._leads.size else 0
        days[: len(self._days)] = self._days
        self._leads, self._days = leads, days
