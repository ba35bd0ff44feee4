"""The seed's withdrawal, which others doubt: it moves the claimed line of the gauge and not the corroborated one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reportedly.desk import Desk
from reportedly.find import Found, finder
from reportedly.find.marked import Marked
from reportedly.ledger import open_ledger
from reportedly.stand.gauge import Point
from reportedly.types import Article, EventType, Span, Statement

SHARED = Path(__file__).parents[2] / "shared"
TOLD = {  # what names the withdrawal -> who withdraws
    "being withdrawn": "its troops",
    "withdrawing troops": "the Russian government",
    "leaving their": "some military units",
    "returning to their home bases": "Russian military units",
}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED.exists(), reason="../shared is not beside the checkout: the seed is NOT TESTED"),
]


class ByHand:
    """The reader that ships, with the withdrawal marked by hand: what is measured is the gauge, not the event head."""

    version = "by hand"

    def find(self, articles: Sequence[Article]) -> list[list[Statement]]:
        return finder().find(articles)

    def find_both(self, articles: Sequence[Article]) -> list[Found]:
        return [Found(said, list(_marks(a.text))) for a, said in zip(articles, self.find(articles), strict=True)]


def _marks(text: str) -> Iterator[list[Marked]]:
    for words, who in TOLD.items():
        at, actor = text.find(words), text.find(who)
        if at >= 0 and actor >= 0:
            yield [
                Marked(
                    EventType.RETREAT,
                    "withdraw",
                    frozenset(),
                    Span(at, at + len(words)),
                    actor=Span(actor, actor + len(who)),
                )
            ]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(open_ledger(tmp_path_factory.mktemp("seed") / "seed.db"), ByHand()) as desk:
        desk.read(str(SHARED / "seed"), str(SHARED / "real" / "briefings"))
        yield desk


def all_together(desk: Desk) -> list[Point]:
    return [point for point in desk.gauge() if not point.actor and not point.recipient]


def test_a_doubted_withdrawal_moves_the_claimed_line_alone(desk: Desk) -> None:
    points = all_together(desk)
    first = next(point for point in points if point.day == "2022-02-15")
    assert first.claimed >= 10
    assert all(point.corroborated == 0 for point in points)


def test_each_point_opens_to_who_said_so(desk: Desk) -> None:
    (first, *_) = all_together(desk)
    said = [desk.statement(name) for name in first.statements]
    assert "Russia" in {statement.voice.party for statement in said}
    rows = [row for row in desk.reported() if row.event in first.claims]
    assert {(row.reporter, row.stance.value) for row in rows} >= {("Russia", "asserts"), ("NATO", "awaited")}
