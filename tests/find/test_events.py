"""Who reports an event, when it was and how much of it."""

from __future__ import annotations

import pytest

from reportedly.find.events import events
from reportedly.types import EventType, Flag
from tests.eventful import said, told

PULLBACK = (
    "RETREAT | withdraw | - | [a [q Two] Varlandic brigades] [e pulled back] from [p Orsen] [t on Monday], "
    "the ministry said."
)
URGED = "RETREAT | withdraw | demanded | The mayor urged [a the army] to [e withdraw] from [p the bridge]."


def test_a_statement_reports_what_stands_in_its_content() -> None:
    article, marked = told(PULLBACK)
    statement = said(
        article, 1, "the ministry", "said", "Two Varlandic brigades pulled back from Orsen on Monday", "Varland"
    )
    (event,) = events(article, [statement], marked)
    assert (event.id, event.statement, event.reporter, event.narrated) == ("a1:e1", "a1:s1", "Varland", False)
    assert event.actor is not None
    assert event.actor.words == "Two Varlandic brigades"
    assert event.time is not None
    assert event.time.value == "2022-02-14"
    assert event.quantity is not None
    assert (event.quantity.low, event.quantity.high) == (2, 2)
    assert event.extent.of(article.text) == "Two Varlandic brigades pulled back from Orsen on Monday"


def test_the_outlet_reports_what_nobody_else_says() -> None:
    article, marked = told(PULLBACK, outlet="Northern Wire")
    (event,) = events(article, [], marked)
    assert (event.statement, event.reporter, event.narrated) == (None, "Northern Wire", True)


def test_the_innermost_statement_reports() -> None:
    article, marked = told(
        "RETREAT | withdraw | - | Marek said the ministry had told him that [a the brigade] [e had left] for good."
    )
    outer = said(article, 1, "Marek", "said", "the ministry had told him that the brigade had left for good", "Norvik")
    inner = said(article, 2, "the ministry", "had told", "that the brigade had left for good", "Varland", "a1:s1")
    for order in ([outer, inner], [inner, outer]):
        (event,) = events(article, order, marked)
        assert (event.statement, event.reporter) == ("a1:s2", "Varland")


def test_what_is_asked_for_follows_the_asking() -> None:
    article, marked = told(URGED)
    statement = said(article, 1, "The mayor", "urged", "to withdraw from the bridge", "Orsen")
    asked, wanted = events(article, [statement], marked)
    assert (asked.type, asked.mode, asked.flags) == (EventType.REQUEST, "yield", frozenset())
    assert asked.trigger.of(article.text) == "urged"
    assert asked.actor is not None
    assert asked.recipient is not None
    assert (asked.actor.words, asked.recipient.words) == ("The mayor", "the army")
    assert (asked.statement, asked.reporter) == (None, "The Lantern")
    assert (wanted.type, wanted.flags, wanted.statement) == (EventType.RETREAT, frozenset({Flag.DEMANDED}), "a1:s1")


def test_a_demand_that_nobody_is_said_to_make_has_no_asker() -> None:
    asked, _ = events(told(URGED)[0], [], told(URGED)[1])
    assert (asked.type, asked.actor) == (EventType.REQUEST, None)


def test_events_are_numbered_through_the_article_and_sentences_may_have_none() -> None:
    article, marked = told(PULLBACK, "NONE | - | - | The bridge is old.", PULLBACK.replace("Two", "Six"))
    assert [event.id for event in events(article, [], marked)] == ["a1:e1", "a1:e2"]


@pytest.mark.parametrize("words", ["[t after the harvest]", "[t one day]"])
def test_a_time_that_resolves_to_nothing_keeps_its_words(words: str) -> None:
    article, marked = told(f"AID | - | - | [a Norvik] [e sent grain] {words}.")
    (event,) = events(article, [], marked)
    assert event.time is not None
    assert event.time.value == ""
