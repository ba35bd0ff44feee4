"""What a claim's statements together say happened, and the table of who reports it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.stand import view
from reportedly.stand.choice import weights
from reportedly.stand.happening import happening
from reportedly.stand.kinds import options as kind_options
from reportedly.stand.reported import narrated, reported
from reportedly.stand.reports import Reports
from reportedly.stand.roles import NOBODY, acted_upon, acting, features
from reportedly.types import (
    Act,
    Article,
    Event,
    EventType,
    Flag,
    Origin,
    PartyKind,
    Span,
    Stance,
    Standing,
    Statement,
)
from tests.stand.events import event
from tests.stand.test_laws import LAW
from tests.stand.world import article, claim, origin, statement

ARTICLES = {f"a{n}": article(f"a{n}", f"2032-02-1{n}T10:00") for n in range(5)}
ONE, TWO, THREE = (statement(f"a{n}:s1", party) for n, party in enumerate(("Dovrania", "Selmia", "Compact")))


def reports(said: list[Statement], events: list[Event], origins: dict[str, Origin] | None = None) -> Reports:
    return Reports({s.id: s for s in said}, ARTICLES, origins or {}, events)


def found(said: list[Statement], events: list[Event], origins: dict[str, Origin] | None = None) -> tuple[str, ...]:
    happened = happening(claim(*said), reports(said, events, origins))
    return () if happened is None else (happened.type.value, happened.actor, happened.recipient)


def said_so(*told: tuple[str, Stance, Act, str]) -> tuple[list[Statement], dict[str, Article]]:
    """Return a statement for each (side, stance, act, words), an article each."""
    said = [
        statement(f"b{n}:s1", party, stance, act=act, content=Span(0, len(words)))
        for n, (party, stance, act, words) in enumerate(told)
    ]
    return said, {s.article: article(s.article, text=words) for s, (*_, words) in zip(said, told, strict=True)}


def test_most_votes_win_and_each_origin_has_one() -> None:
    events = [event(ONE), event(TWO, EventType.MOBILIZE, ""), event(THREE, EventType.MOBILIZE, "")]
    assert found([ONE, TWO, THREE], events)[0] == "MOBILIZE"
    tied = found([ONE, TWO, THREE], events, origin("o1", "Selmia", TWO, THREE))
    assert tied[0] == "RETREAT"  # surer of its kind than one vote for a mobilisation


FACT, INTENTION = Act.FACT, Act.INTENTION
ASSERTS, DENIES, CONCEDES, DOUBTS = Stance.ASSERTS, Stance.DENIES, Stance.CONCEDES, Stance.DOUBTS
ROLES = [
    # what is said; the actor and the recipient that the events of the first statement name; who acted, on whom
    ([("Dovrania", ASSERTS, FACT, "Our units have left")], ("Dovrania", ""), ("Dovrania", "")),
    ([("Compact", ASSERTS, FACT, "Dovrania has left Selmia")], ("Dovrania", "Selmia"), ("Dovrania", "Selmia")),
    ([("Selmia", ASSERTS, INTENTION, "It would pull its units back")], ("", ""), ("Selmia", "")),
    (
        [
            ("Selmia", ASSERTS, FACT, "The post was hit by a Dovranian shell"),
            ("Dovrania", DENIES, FACT, "It had fired nothing"),
        ],
        ("", "Selmia"),
        ("Dovrania", "Selmia"),
    ),
    (
        [
            ("Compact", ASSERTS, FACT, "Its observers had come under fire"),  # misread: they are told to have fired
            ("Selmia", DENIES, FACT, "Selmia had no guns there"),
            ("Dovrania", ASSERTS, FACT, "Selmia had fired on the observers"),
        ],
        ("Compact", ""),
        ("Selmia", "Compact"),
    ),
    (
        [
            ("Dovrania", ASSERTS, FACT, "Dovrania has withdrawn its tanks"),
            ("Compact", DOUBTS, FACT, "A withdrawal of Dovranian tanks"),
        ],
        ("Dovrania", ""),
        ("Dovrania", ""),
    ),
]


@pytest.mark.parametrize(("told", "named", "sides"), ROLES, ids=[told[0][3] for told, _, _ in ROLES])
def test_who_acts_and_on_whom(
    told: list[tuple[str, Stance, Act, str]], named: tuple[str, str], sides: tuple[str, str]
) -> None:
    said, articles = said_so(*told)
    events = [event(said[0], EventType.ASSAULT, actor=named[0], recipient=named[1])]
    happened = happening(claim(*said), Reports({s.id: s for s in said}, articles, {}, events))
    assert happened is not None
    assert (happened.actor, happened.recipient) == sides


def test_nobody_acts_on_themselves() -> None:
    assert found([ONE], [event(ONE, recipient="Dovrania")]) == ("RETREAT", "Dovrania", "")


def test_whoever_only_speaks_of_it_is_not_acted_upon() -> None:
    """A capital's press quotes its own government forty times a day: that makes it nobody's victim."""
    told = [("Compact", ASSERTS, FACT, "Dovrania has left the border")] * 9
    said, articles = said_so(*told)
    known = {s.id: s for s in said}
    options = acted_upon(features(claim(*said), [], Reports(known, articles, {}, [])), "Dovrania")
    assert list(options) == [NOBODY]


def test_what_the_weights_name_is_what_is_looked_at() -> None:
    """A sign without a weight would count nothing, a weight without a sign would lie idle: neither tells of itself."""
    said, articles = said_so(("Selmia", ASSERTS, FACT, "Dovrania has left Selmia"))
    world = Reports({s.id: s for s in said}, articles, {}, [event(s) for s in said])
    votes = world.votes(claim(*said))
    known = features(claim(*said), votes, world)
    types_told = kind_options(claim(*said), votes, world)
    options = [*acting(known).values(), *acted_upon(known, "").values(), *types_told.values()]
    asked = {name for option in options for name in option}
    kinds = {f"{role}.is {kind.value}" for role in ("actor", "recipient") for kind in PartyKind}
    types = {f"type.is {kind.value}" for kind in EventType}
    assert asked | kinds | types == weights().keys()


def test_views_and_silence_are_no_event() -> None:
    said = [statement(f"a{n}:s1", f"Side {n}", act=Act.OPINION) for n in range(5)]
    assert found(said, [event(said[0], EventType.REQUEST, "", score=0.3)]) == ()


@LAW
@given(st.data())
def test_a_copy_changes_nothing(data: st.DataObject) -> None:
    parties = data.draw(st.lists(st.sampled_from(["Dovrania", "Selmia", "Compact"]), min_size=1, max_size=4))
    said = [statement(f"a{n}:s1", party) for n, party in enumerate(parties)]
    events = [event(s, data.draw(st.sampled_from([EventType.RETREAT, EventType.MOBILIZE]))) for s in said]
    copied = said[0]
    copy = replace(copied, id="a4:s9", article="a4")
    shared = origin("o1", copied.voice.party, copied, copy)
    before = happening(claim(*said), reports(said, events, shared))
    after = happening(claim(*said, copy), reports([*said, copy], [*events, event(copy)], shared))
    assert before == after


def test_a_claim_without_events_is_none() -> None:
    assert found([ONE], []) == ()


def test_a_denial_does_not_negate_what_others_affirm() -> None:
    denial = statement("a3:s1", "Selmia", Stance.DENIES)
    said = [ONE, denial]
    events = [event(ONE), event(denial, flags=frozenset({Flag.NEGATED}))]
    happened = happening(claim(*said), reports(said, events))
    assert happened is not None
    assert happened.flags == frozenset()


def test_a_row_for_each_event_and_reporter() -> None:
    denial = statement("a3:s1", "Selmia", Stance.DENIES)
    said = [ONE, denial, THREE]
    known = {s.id: s for s in said}
    seen = view(claim(*said), known, ARTICLES, {})
    happened = happening(seen.claim, reports(said, [event(ONE)]))
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
