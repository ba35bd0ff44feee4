"""The position matrix of a story: claims down, sides across, in each cell the words that took the stance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.show.brief.model import Entry, Side, StoryBrief
from reportedly.show.brief.words import SILENT
from reportedly.types import UNATTRIBUTED

WIDEST = 6  # sides with a column of their own; more would not be read across
ROWS = 12  # claims shown at once
SILENCE = 0.25  # weight of a side that has not spoken, beside one that has


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with a cell for each column; what other sides hold stands in `others`."""

    number: int
    entry: Entry
    cells: tuple[Side | None, ...]
    others: tuple[Side, ...]
    unheard: frozenset[str]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who holds what on each claim."""

    parties: tuple[str, ...]
    first: tuple[Row, ...]
    rest: tuple[Row, ...]

    @property
    def others(self) -> bool:
        """Tell whether any row needs a column for sides that have none."""
        return any(row.others for row in (*self.first, *self.rest))


def matrix(story: StoryBrief) -> Matrix:
    """Return a story's matrix; sides that speak to most of the first claims come first, nobody named last."""
    entries = (*story.headline, *story.also)
    parties = _columns(entries[:ROWS])
    rows = tuple(_row(n, entry, parties) for n, entry in enumerate(entries, 1))
    return Matrix(parties, rows[:ROWS], rows[ROWS:])


def _columns(entries: Sequence[Entry]) -> tuple[str, ...]:
    weight, order = Counter[str](), dict[str, int]()
    for entry in entries:
        for side in entry.sides:
            order.setdefault(side.said.party, len(order))
            weight[side.said.party] += SILENCE if side.said.stance in SILENT else 1  # type: ignore[assignment]
    named = sorted(set(weight) - {UNATTRIBUTED}, key=lambda party: (-weight[party], order[party]))
    return tuple(named[:WIDEST])


def _row(number: int, entry: Entry, parties: Sequence[str]) -> Row:
    by_party = {side.said.party: side for side in entry.sides}
    others = tuple(side for party, side in by_party.items() if party not in parties)
    unheard = frozenset(unheard.party for unheard in entry.unheard)
    return Row(number, entry, tuple(by_party.get(party) for party in parties), others, unheard)
