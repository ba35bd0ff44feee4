"""Events in the ledger: kept with the article they are told in, read again, copied, seen as of a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.desk import Act, Desk, View
from reportedly.find import Found, find_in
from reportedly.find.marked import Marked
from reportedly.ledger import open_ledger
from reportedly.ledger.port import EntryKind
from reportedly.ledger.records import events_draft, events_of, triggers
from reportedly.ledger.transfer import copy
from reportedly.types import Article, EventType, Span
from tests.desk.conftest import Write
from tests.desk.news import BRIDGE, NEWS, TARIFF
from tests.desk.standin import StandIn

WORDS = {"open": EventType.CONCEDE, "raise": EventType.SANCTION, "Trucks rolled": EventType.COOPERATE}


class Marking(StandIn):
    """Marks an event wherever one of a few words stands; its actor is the word before the first "said" or the like."""

    def __init__(self, version: str = "marking 1", words: Sequence[str] = tuple(WORDS)) -> None:
        super().__init__(version)
        self.words = words

    def find_both(self, articles: Sequence[Article]) -> list[Found]:
        return [Found(found, self.marks(a)) for a, found in zip(articles, self.find(articles), strict=True)]

    def marks(self, article: Article) -> list[list[Marked]]:
        at = sorted((article.text.index(word), word) for word in self.words if word in article.text)
        return [[Marked(WORDS[w], "", frozenset(), Span(n, n + len(w)), actor=Span(0, 6))] for n, w in at]


@pytest.fixture
def marking(where: str) -> Desk:
    return Desk(open_ledger(where), Marking())


def told(desk: View) -> list[tuple[str, str, bool]]:
    return [(event.type.value, event.reporter, event.narrated) for event in desk.events()]


def test_events_are_kept_with_who_reports_them(marking: Desk, write: Write) -> None:
    with marking as desk:
        desk.read(write(NEWS))
        assert told(desk) == [
            ("CONCEDE", "Russia", False),
            ("CONCEDE", "Ukraine", False),
            ("CONCEDE", "NATO", False),
            ("COOPERATE", "World Wire", True),
            ("SANCTION", "France", False),
        ]
        (event, *_) = desk.events()
        assert event.actor is not None
        assert event.actor.party == "Russia"
        assert desk.events(article=event.article) == [event]
        assert {e.article for e in desk.events(story=desk.story_of(event.article).id)} >= {event.article}
        assert desk.verify().fault == ""


def test_an_earlier_moment_has_only_its_events(marking: Desk, write: Write) -> None:
    with marking as desk:
        desk.read(write(NEWS))
        assert [reporter for _, reporter, _ in told(desk.at(as_of="2031-05-02"))] == ["Russia", "Ukraine"]


def test_reading_again_puts_new_events_beside_the_old(marking: Desk, write: Write) -> None:
    with marking as desk:
        desk.read(write(NEWS))
        then, before = desk.ledger.head().at, desk.events()
        entries = list(desk.ledger.entries(kinds={EntryKind.EVENT}))
        desk._finder = Marking("marking 2", ["raise"])
        vars(desk).pop("_run", None)
        list(desk.rereading())
        assert told(desk) == [("SANCTION", "France", False)]
        assert desk.at(known_at=then).events() == before
        again = list(desk.ledger.entries(kinds={EntryKind.EVENT}))
        assert again[: len(entries)] == entries
        assert [events_of(entry) for entry in again[len(entries) :]] == [()] * 3  # TARIFF's are as they were
        assert desk.verify().fault == ""


def test_a_finder_without_events_leaves_none(desk: Desk, write: Write) -> None:
    desk.read(write([TARIFF]))
    assert desk.events() == []
    assert list(desk.ledger.entries(kinds={EntryKind.EVENT})) == []


def test_people_s_corrections_reach_the_reporter(marking: Desk, write: Write) -> None:
    with marking as desk:
        desk.read(write(BRIDGE[:1]))
        (statement,) = desk.statements()
        desk.correct(Act.PARTY, statement.id, value="NATO", by="ada", reason="a slip")
        assert told(desk) == [("CONCEDE", "NATO", False)]
        desk.correct(Act.REJECT, statement.id, by="ada", reason="no statement")
        assert told(desk) == []


def test_a_copied_ledger_has_the_same_events(marking: Desk, write: Write, tmp_path: Path) -> None:
    with marking as desk, open_ledger(str(tmp_path / "copy.db")) as target:
        desk.read(write(NEWS))
        copy(desk.ledger, target)
        assert Desk(target).events() == desk.events()


def test_events_become_a_table(marking: Desk, write: Write) -> None:
    with marking as desk:
        desk.read(write(BRIDGE))
        table = desk.events().to_arrow()
        assert table.column("type").to_pylist() == ["CONCEDE"] * 3 + ["COOPERATE"]
        assert table.column("flags").to_pylist() == [[]] * 4


def test_verify_finds_events_whose_words_are_not_where_they_say(marking: Desk, write: Write) -> None:
    with marking as desk:
        desk.read(write([TARIFF]))
        (event,), (article,) = desk.events(), desk.articles()
        elsewhere = replace(event, trigger=Span(event.trigger.start + 1, event.trigger.end))
        body = events_draft(article, [elsewhere], "").body | {"words": triggers([event], article)}
        desk.ledger.append([replace(events_draft(article, [event], "find"), body=body)])
        assert "events are not where it says" in desk.verify().fault


def test_a_finder_that_marks_nothing_finds_statements_all_the_same(desk: Desk, write: Write) -> None:
    desk.read(write([TARIFF]))
    (article,) = desk.articles()
    assert find_in(StandIn(), [article]) == [Found(StandIn().find([article])[0])]


def test_the_table_and_the_gauge_open_to_what_is_behind_them(marking: Desk, write: Write) -> None:
    with marking as desk:
        desk.read(write(BRIDGE))
        story = desk.story_of(next(desk.articles()).id)
        rows = [(row.reporter, row.stance.value, row.narrated) for row in desk.reported(story=story.id)]
        assert ("Russia", "asserts", False) in rows
        assert ("World Wire", "asserts", True) in rows
        assert {row.event for row in desk.reported()} >= {claim.claim.id for claim in desk.claims()}
        days = [point for point in desk.gauge(story=story.id) if not point.actor]
        assert [point.day for point in days] == ["2031-05-01", "2031-05-02", "2031-05-03", "2031-05-04"]
        assert (days[0].claimed, days[0].corroborated) == (5, 0)
        assert {name for point in days for name in point.statements} == {s.id for s in desk.statements()}
        assert desk.reported().to_arrow().num_rows == len(rows)
        early = [point for point in desk.at(as_of="2031-05-02").gauge() if not point.actor]
        assert early == days[:2]
