"""The index of what was said, on each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportedly.ledger import open_ledger
from reportedly.ledger.passages import Passage, Passages, Tally


def passage(name: str, party: str, words: str, *, published: str = "2031-05-01", outlet: str = "Wire") -> Passage:
    article = name.partition(":")[0]
    statement = name if ":s" in name else ""
    return Passage(article, statement, 1, outlet, published, party, "state" if party else "", "", "asserts", words)


BRIDGE = passage("a1:s1", "Russia", "the bridge at Kerch is open to civilian traffic")
DENIED = passage("a2:s1", "Ukraine", "bridges are open", published="2031-05-02", outlet="Herald")
NARRATED = passage("a1:p2", "", "Nothing moved over the bridge, café owners said so.")


@pytest.fixture
def passages(where: str) -> Iterator[Passages]:
    with open_ledger(where) as ledger:
        ledger.passages.put({"a1": [BRIDGE, NARRATED], "a2": [DENIED]}, 7)
        yield ledger.passages


@pytest.mark.parametrize(
    ("words", "statements", "found"),
    [
        ("bridge", True, {BRIDGE, DENIED}),  # by its stem
        ("bridge civil", True, {BRIDGE}),  # the last word may be a beginning
        ("bridge", False, {NARRATED}),
        ("submarine", True, set()),
        ("", True, set()),
        ('" OR NEAR(', True, set()),
        ("open' & !x | (y:*", True, set()),  # the operators of both databases are words, or nothing
        ("-open bridge*", True, {BRIDGE, DENIED}),
        ("kerch\x00", True, {BRIDGE}),
    ],
)
def test_words_are_found_and_nothing_is_an_operator(
    passages: Passages, words: str, statements: bool, found: set[Passage]
) -> None:
    assert set(passages.find(words, statements=statements, limit=9)) == found


def test_a_limit_holds(passages: Passages) -> None:
    assert len(passages.find("bridge", statements=True, limit=1)) == 1


def test_an_article_that_is_put_again_is_replaced(passages: Passages) -> None:
    passages.put({"a1": [BRIDGE]}, 9)
    passages.put({"a2": []}, 10)
    assert passages.upto() == 10
    assert passages.find("bridge", statements=False, limit=9) == []
    assert passages.find("bridge", statements=True, limit=9) == [BRIDGE]


def test_sides_and_outlets_are_counted(passages: Passages) -> None:
    assert passages.parties() == [
        Tally("Russia", "state", 1, 1, "2031-05-01"),
        Tally("Ukraine", "state", 1, 1, "2031-05-02"),
    ]
    assert [(t.name, t.statements) for t in passages.outlets()] == [("Herald", 1), ("Wire", 1)]


def test_what_a_side_or_an_outlet_said_comes_newest_first(passages: Passages) -> None:
    assert passages.of(party="Ukraine", limit=9) == [DENIED]
    assert passages.of(outlet="Wire", limit=9) == [BRIDGE]
    assert passages.of(party="Nobody", limit=9) == []
