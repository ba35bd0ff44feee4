"""The gauge: claimed and corroborated apart, copies without weight, the order of arrival without meaning."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.stand.course import course
from reportedly.stand.gauge import ALL, HALF_LIFE, Point, Told, gauge
from reportedly.stand.happening import happening, witnesses
from reportedly.stand.reports import Reports
from reportedly.types import Article, Claim, Event, EventType, Flag, Origin, Stance, Standing, Statement
from tests.stand.events import event
from tests.stand.test_laws import LAW, coverage
from tests.stand.world import article, claim, statement

DAYS = {f"a{n}": article(f"a{n}", f"2032-02-{n:02}T10:00") for n in range(1, 29)}


def told(
    said: list[Statement], events: list[Event], origins: dict[str, Origin] | None = None, name: str = "c1"
) -> Told:
    known = {s.id: s for s in said}
    of = replace(claim(*said), id=name)
    reports = Reports(known, DAYS, origins or {}, events)
    found = happening(of, reports)
    assert found is not None
    return Told(found, course(witnesses(of, found, reports), known, DAYS, origins or {}))


def lines(points: tuple[Point, ...], pair: tuple[str, str] = ALL) -> list[tuple[str, float, float, float]]:
    return [(p.day[-2:], p.claimed, p.corroborated, p.contested) for p in points if (p.actor, p.recipient) == pair]


CLAIMED = statement("a1:s1", "Dovrania")
DOUBTED = statement("a2:s1", "Compact", Stance.DOUBTS)
CONFIRMED = statement("a3:s1", "Selmia", Stance.CONFIRMS)


def test_a_doubted_withdrawal_moves_the_claimed_line_and_not_the_corroborated_one() -> None:
    found = told([CLAIMED, DOUBTED], [event(CLAIMED), event(DOUBTED, flags=frozenset({Flag.NEGATED}))])
    days = lines(gauge([found]))
    assert days[0] == ("01", 10, 0, 0)
    assert days[1][1] == pytest.approx(10 * 2 ** (-1 / HALF_LIFE), abs=1e-3)
    assert days[1][2:] == (0, 1)


def test_another_side_s_own_word_moves_both() -> None:
    found = told([CLAIMED, DOUBTED, CONFIRMED], [event(CLAIMED)])
    (*_, last) = lines(gauge([found]))
    assert last[1] == last[2] > 9


def test_who_affirms_something_else_backs_nothing_up() -> None:
    """ "They still stand around the town", linked to the same claim, is no witness of a withdrawal."""
    other = statement("a3:s1", "Selmia", Stance.ASSERTS)
    for events in ([event(CLAIMED)], [event(CLAIMED), event(other, EventType.MOBILIZE, "troops")]):
        (*_, last) = lines(gauge([told([CLAIMED, other], events)]))
        assert last[1] > 9
        assert last[2] == 0
    (*_, last) = lines(gauge([told([CLAIMED, other], [event(CLAIMED), event(other)])]))
    assert last[1] == last[2]


def test_what_is_taken_back_weighs_nothing_any_more() -> None:
    retracted = statement("a4:s1", "Dovrania", Stance.RETRACTS)
    (*_, last) = lines(gauge([told([CLAIMED, retracted], [event(CLAIMED)])]))
    assert last[:3] == ("04", 0, 0)


def test_an_admission_corroborates() -> None:
    denied = statement("a1:s1", "Dovrania", Stance.DENIES)
    admitted = statement("a5:s1", "Dovrania", Stance.CONCEDES)
    of = told([denied, admitted], [event(admitted, EventType.ASSAULT, "aerial")])
    assert [(t.day[-2:], t.standing) for t in of.turns] == [("01", Standing.DENIED), ("05", Standing.CONCEDED)]
    assert lines(gauge([of]))[-1] == ("05", -10, -10, 0)


def test_pairs_are_kept_apart_and_together() -> None:
    one = told([CLAIMED], [event(CLAIMED, recipient="Selmia")], name="c1")
    other = told([CONFIRMED], [event(CONFIRMED, EventType.ACCUSE, "", actor="Selmia", recipient="Dovrania")], name="c2")
    points = gauge([one, other])
    assert {(p.actor, p.recipient) for p in points} == {ALL, ("Dovrania", "Selmia"), ("Selmia", "Dovrania")}
    assert lines(points, ("Selmia", "Dovrania")) == [("03", -2, 0, 0)]
    assert lines(points)[-1][1] == pytest.approx(10 * 2 ** (-2 / HALF_LIFE) - 2, abs=1e-3)


def test_what_is_first_of_its_kind_is_marked() -> None:
    said = [statement(f"a{n}:s1", "Dovrania") for n in (1, 3, 24)]
    points = gauge([told([s], [event(s)], name=f"c{n}") for n, s in enumerate(said)])
    firsts = [(p.day[-2:], first.after, first.easing) for p in points if not p.actor for first in p.firsts]
    assert firsts == [("01", None, True), ("24", 21, True)]


def test_each_point_opens_to_the_statements_behind_it() -> None:
    points = gauge([told([CLAIMED, DOUBTED], [event(CLAIMED)])])
    behind = [(p.day[-2:], p.statements, p.claims) for p in points if not p.actor]
    assert behind == [("01", ("a1:s1",), ("c1",)), ("02", ("a2:s1",), ("c1",))]


def test_nothing_told_is_no_gauge() -> None:
    assert gauge([]) == ()
    undated: dict[str, Article] = {"a1": article("a1", "")}
    assert course(claim(CLAIMED), {CLAIMED.id: CLAIMED}, undated, {}) == ()


@LAW
@given(coverage(), st.randoms(use_true_random=False))
def test_the_order_of_claims_plays_no_part(covered: list[tuple[Statement, str]], shuffle: Random) -> None:
    found = [told([s], [event(s)], name=f"c{n}") for n, (s, _) in enumerate(covered) if s.article != "a0"]
    mixed = list(found)
    shuffle.shuffle(mixed)
    assert gauge(found) == gauge(mixed)


@LAW
@given(coverage(), st.integers(0, 5), st.sampled_from(list(EventType)))
def test_a_copy_changes_neither_line(covered: list[tuple[Statement, str]], which: int, kind: EventType) -> None:
    """A copy repeats statements of one article later; it shares their origins, whatever event it is read as."""
    said = [s for s, _ in covered]
    origins = {s.id: Origin(f"{name} {s.article}", s.voice.party, "", ()) for s, name in covered}
    copies = [replace(s, id=f"a28:s{n}", article="a28") for n, s in enumerate(said) if s.article == f"a{which}"]
    shared = {c.id: origins[s.id] for c, s in zip(copies, (s for s in said if s.article == f"a{which}"), strict=True)}
    world = {**DAYS, "a0": article("a0", "2032-01-31")}

    def points(statements: list[Statement], events: list[Event]) -> tuple[Point, ...]:
        of = Claim("c1", "", claim(*statements).kind, "t1", tuple(s.id for s in statements))
        known, shares = {s.id: s for s in statements}, origins | shared
        reports = Reports(known, world, shares, events)
        found = happening(of, reports)
        if found is None:
            return ()
        return gauge([Told(found, course(witnesses(of, found, reports), known, world, shares))], "2032-02-28")

    first = [event(s) for s in said]
    once = points(said, first)
    twice = points([*said, *copies], [*first, *(event(c, kind, "") for c in copies)])
    assert [(p.day, p.claimed, p.corroborated) for p in once] == [(p.day, p.claimed, p.corroborated) for p in twice]
