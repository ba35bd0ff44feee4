"""For whom the actors of events act, and where their places lie."""

from __future__ import annotations

import pytest

from reportedly.find.events import events
from reportedly.name import Cast
from reportedly.types import UNATTRIBUTED, Event, PartyKind
from tests.eventful import said, told


def only(*lines: str) -> Event:
    article, marked = told(*lines)
    return Cast(article, []).events(events(article, [], marked))[-1]


@pytest.mark.parametrize(
    ("line", "actor", "recipient"),
    [
        ("ASSAULT | aerial | - | [a Russian jets] [e bombed] [r Ukrainian positions].", "Russia", "Ukraine"),
        ("MOBILIZE | troops | - | [a NATO] [e moved] four battalions to [p Poland].", "NATO", None),
        ("COERCE | arrest | - | [a Turkey's police] [e held] [r three Greek sailors].", "Turkey", "Greece"),
        ("ASSAULT | other | - | [a A shell] [e fell on] [r the harbour].", UNATTRIBUTED, UNATTRIBUTED),
        ("SANCTION | expel | - | [a The United States] [e expelled] [r two Iranian envoys].", "United States", "Iran"),
    ],
)
def test_sides(line: str, actor: str, recipient: str | None) -> None:
    event = only(line)
    assert event.actor is not None
    assert event.actor.party == actor
    assert (event.recipient.party if event.recipient is not None else None) == recipient


def test_a_body_acts_for_the_state_the_article_gives_it() -> None:
    event = only(
        "NONE | - | - | Russia has two seas.",
        "RETREAT | withdraw | - | [a The Russian defence ministry's units] [e left] [p Crimea].",
    )
    assert event.actor is not None
    assert (event.actor.party, event.actor.kind) == ("Russia", PartyKind.STATE)


def test_we_are_whoever_is_quoted() -> None:
    article, marked = told("ASSAULT | other | - | The Tamburian army chief said [a we] [e fired] on [r Pukaranda].")
    statement = said(article, 1, "The Tamburian army chief", "said", "we fired on Pukaranda", "")
    cast = Cast(article, [statement])
    (event,) = cast.events(events(article, cast.statements, marked))
    assert event.actor is not None
    assert event.actor.party == cast.statements[0].voice.party != article.outlet


def test_a_place_lies_in_the_state_that_its_words_name() -> None:
    event = only(
        "NONE | - | - | Selmia's foreign ministry and the Selmian army are in Tern.",
        "RETREAT | withdraw | - | [a Russia] [e withdrew] troops from [p the Selmian border].",
    )
    assert event.place is not None
    assert (event.place.name, event.place.state, event.place.latitude) == ("the Selmian border", "Selmia", None)


def test_a_town_has_a_point_and_keeps_the_marked_words() -> None:
    article, marked = told("ASSAULT | heavy-weapons | - | [a Russia] [e shelled] [p the centre of Kharkiv].")
    (event,) = Cast(article, []).events(events(article, [], marked))
    assert event.place is not None
    assert (event.place.name, event.place.state) == ("Kharkiv", "Ukraine")
    assert event.place.latitude == pytest.approx(49.98, abs=0.1)
    assert event.place.span.of(article.text) == "the centre of Kharkiv"


def test_a_place_nobody_knows_keeps_its_words() -> None:
    event = only("AID | - | - | [a Norway] [e sent] tents to [p Wadi Harun].")
    assert event.place is not None
    assert (event.place.name, event.place.state, event.place.latitude) == ("Wadi Harun", "", None)


def test_no_events_cost_no_naming() -> None:
    assert Cast(told("NONE | - | - | Nothing happened.")[0], []).events([]) == []
