from __future__ import annotations

from reportedly.show.brief.compose import compose
from reportedly.show.web.matrix import ROWS, WIDEST, matrix
from reportedly.types import UNATTRIBUTED
from tests.show.gold import coverage


def test_every_side_of_every_claim_is_in_its_row_once() -> None:
    story = compose(coverage(), 1_000).stories[0]
    table = matrix(story)
    rows = (*table.first, *table.rest)
    entries = (*story.headline, *story.also)
    assert [row.entry for row in rows] == list(entries)
    assert len(table.first) <= ROWS
    for row in rows:
        shown = [side for side in row.cells if side is not None] + list(row.others)
        assert sorted(s.said.party for s in shown) == sorted(s.said.party for s in row.entry.sides)
        for party, side in zip(table.parties, row.cells, strict=True):
            assert side is None or side.said.party == party


def test_few_sides_have_a_column_and_nobody_named_has_none() -> None:
    table = matrix(compose(coverage(), 1_000).stories[0])
    assert 1 <= len(table.parties) <= WIDEST
    assert UNATTRIBUTED not in table.parties
