"""What a claim's statements together say happened, and the table of who reports it."""

from __future__ import annotations

import pytest

from reportedly.stand import view
from reportedly.stand.happening import happening
from reportedly.stand.reported import narrated, reported
from reportedly.types import Act, Event, EventType, Flag, Origin, Stance, Standing, Statement
from tests.stand.events import event
from tests.stand.world import article, claim, origin, statement

ARTICLES = {f"a{n}": article(f"a{n}", f"2032-02-1{n}T10:00") for n in range(5)}
ONE, TWO, THREE = (statement(f"a{n}:s1", party) for n, party in enumerate(("Dovrania", "Selmia", "Compact")))


def found(said: list[Statement], events: list[Event], origins: dict[str, Origin] | None = None) -> tuple[str, ...]:
    happened = happening(claim(*said), {s.id: s for s in said}, ARTICLES, origins or {}, events)
    return () if happened is None else (happened.type.value, happened.actor, happened.recipient)


def test_most_votes_win_and_each_origin_has_one() -> None:
    events = [event(ONE), event(TWO, EventType.MOBILIZE, ""), event(THREE, EventType.MOBILIZE, "")]
    assert found([ONE, TWO, THREE], events) == ("MOBILIZE", "Dovrania", "")
    tied = found([ONE, TWO, THREE], events, origin("o1", "Selmia", TWO, THREE))
    assert tied[0] == "RETREAT"  # told first


def test_a_side_comes_from_whoever_names_one() -> None:
    events = [event(ONE, actor=""), event(TWO, recipient="Selmia")]
    assert found([ONE, TWO], events) == ("RETREAT", "Dovrania", "Selmia")


def test_nobody_acts_on_themselves() -> None:
    assert found([ONE], [event(ONE, recipient="Dovrania")]) == ("RETREAT", "Dovrania", "")


@pytest.mark.parametrize(
    ("kind", "country", "recipient"),
    [
        (EventType.RETREAT, "Selmia", "Selmia"),  # "from the Selmian border"
        (EventType.RETREAT, "Dovrania", ""),
        (EventType.MOBILIZE, "Selmia", ""),  # as often a guest
    ],
)
def test_unnamed_it_is_done_to_whose_ground_it_is_done_on(kind: EventType, country: str, recipient: str) -> None:
    assert found([ONE], [event(ONE, kind, country=country)]) == (kind.value, "Dovrania", recipient)


@pytest.mark.parametrize(
    ("stance", "act", "actor"),
    [
        (Stance.DENIES, Act.FACT, "Selmia"),  # "denied firing"
        (Stance.CONCEDES, Act.FACT, "Selmia"),
        (Stance.ASSERTS, Act.INTENTION, "Selmia"),  # "vowed to withdraw"
        (Stance.ASSERTS, Act.FACT, ""),  # "said there had been firing"
    ],
)
def test_an_unnamed_doer_is_whoever_speaks_of_their_own_deed(stance: Stance, act: Act, actor: str) -> None:
    own = statement("a3:s1", "Selmia", stance, act=act)
    assert found([own], [event(own, actor="")]) == ("RETREAT", actor, "")


def test_who_denies_an_act_is_the_one_said_to_have_done_it() -> None:
    charge = event(ONE, actor="Compact")  # misread: "the Compact's post came under fire"
    denial = statement("a3:s1", "Selmia", Stance.DENIES)
    assert found([ONE, denial], [charge]) == ("RETREAT", "Selmia", "")


def test_who_denies_another_s_own_deed_has_not_done_it() -> None:
    withdrawal = event(ONE, actor="Dovrania")  # "Dovrania said it had withdrawn"
    denial = statement("a3:s1", "Selmia", Stance.DENIES)
    assert found([ONE, denial], [withdrawal]) == ("RETREAT", "Dovrania", "")


def test_a_claim_without_events_is_none() -> None:
    assert found([ONE], []) == ()


def test_a_denial_does_not_negate_what_others_affirm() -> None:
    denial = statement("a3:s1", "Selmia", Stance.DENIES)
    said = [ONE, denial]
    events = [event(ONE), event(denial, flags=frozenset({Flag.NEGATED}))]
    happened = happening(claim(*said), {s.id: s for s in said}, ARTICLES, {}, events)
    assert happened is not None
    assert happened.flags == frozenset()


def test_a_row_for_each_event_and_reporter() -> None:
    denial = statement("a3:s1", "Selmia", Stance.DENIES)
    said = [ONE, denial, THREE]
    known = {s.id: s for s in said}
    seen = view(claim(*said), known, ARTICLES, {})
    happened = happening(seen.claim, known, ARTICLES, {}, [event(ONE)])
    assert happened is not None
    rows = list(reported([seen], {"c1": happened}, known, ARTICLES, {}))
    assert {r.reporter: (r.stance, r.denied_by, r.confirmed_by) for r in rows} == {
        "Selmia": (Stance.DENIES, (), ("Compact", "Dovrania")),
        "Compact": (Stance.ASSERTS, ("Selmia",), ("Dovrania",)),
        "Dovrania": (Stance.ASSERTS, ("Selmia",), ("Compact",)),
    }
    assert {row.standing for row in rows} == {Standing.DISPUTED}


def test_an_outlet_s_own_words_are_a_row_of_their_own_kind() -> None:
    narration = Event("a1:e1", "a1", EventType.PROTEST, "demo", frozenset(), event(ONE).trigger, reporter="Outlet a1")
    (row,) = narrated([narration, event(ONE)], ARTICLES, {"a1": "t1"})
    assert (row.reporter, row.narrated, row.standing, row.story) == ("Outlet a1", True, None, "t1")
    assert row.gist == "Troops"
