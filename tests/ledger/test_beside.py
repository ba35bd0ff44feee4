"""What is kept beside the log, on each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportedly.ledger import open_ledger
from reportedly.ledger.beside import NEVER, FeedState, Letter, PageState
from reportedly.ledger.port import Ledger

FEED = FeedState("https://a.example/feed", etag='"1"', due="2031-05-01T10:00:00.000000Z")


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with open_ledger(where) as ledger:
        yield ledger


def page(number: int, due: str) -> PageState:
    return PageState(f"https://a.example/{number}", FEED.url, due=due, told='{"title": "Ä"}')


def test_what_was_kept_is_known(ledger: Ledger, where: str) -> None:
    ledger.watched.keep(feeds=[FEED], pages=[page(1, "2031"), page(2, NEVER)])
    ledger.watched.keep(pages=[page(1, "2032")])
    with open_ledger(where) as again:
        assert again.watched.feeds([FEED.url, "other"]) == {FEED.url: FEED}
        assert again.watched.pages(["https://a.example/1"]) == {"https://a.example/1": page(1, "2032")}
        assert again.head().seq == 0


def test_pages_come_by_when_they_are_due(ledger: Ledger) -> None:
    ledger.watched.keep(pages=[page(1, "2033"), page(2, "2031"), page(3, NEVER), page(4, "2032")])
    assert [p.url[-1] for p in ledger.watched.due("2032", 10)] == ["2", "4"]
    assert [p.url[-1] for p in ledger.watched.due("2099", 1, without=["https://a.example/2"])] == ["4"]
    assert ledger.watched.next_due() == "2031"


def test_thousands_of_pages_are_kept_at_once(ledger: Ledger) -> None:
    pages = [page(number, "2031") for number in range(3_000)]
    ledger.watched.keep(pages=pages)
    ledger.watched.keep(pages=pages)
    assert len(ledger.watched.pages([p.url for p in pages])) == 3_000


def test_letters_wait_until_they_are_delivered(ledger: Ledger) -> None:
    assert ledger.outbox.upto("night") is None
    letter = Letter("k1", "night", "desk", "{}", due="2031")
    ledger.outbox.put("night", 7, [letter, letter])
    ledger.outbox.tried(Letter("k1", "night", "desk", "{}", due="2032", tries=1, problem="no answer"))
    ledger.outbox.put("night", 9, [letter])  # found again after a crash: it is on its way already
    assert ledger.outbox.upto("night") == 9
    assert ledger.outbox.due("night", "2031", 10) == []
    assert ledger.outbox.due("day", "2032", 10) == []
    (waiting,) = ledger.outbox.due("night", "2032", 10)
    assert (waiting.tries, waiting.problem) == (1, "no answer")
    assert ledger.outbox.next_due("night") == "2032"
    ledger.outbox.tried(Letter("k1", "night", "desk", "{}", tries=2))
    assert ledger.outbox.next_due("night") == NEVER
