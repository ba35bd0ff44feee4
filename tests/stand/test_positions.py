from __future__ import annotations

import pytest

from reportedly.stand import flips, mentioned, positions
from reportedly.stand.moment import moments
from reportedly.types import Position, Stance, Statement
from tests.stand.world import article, statement

ARTICLES = {f"a{n}": article(f"a{n}", f"2032-02-1{n}T10:00") for n in range(1, 5)}


def held(told: list[Statement]) -> Position:
    (found,) = positions(told, moments(told, ARTICLES, {}))
    return found


def test_a_position_keeps_every_flip_and_the_day_it_took_its_stance() -> None:
    told = [
        statement("a1:s1", stance=Stance.DENIES),
        statement("a2:s1", stance=Stance.DENIES),
        statement("a3:s1", stance=Stance.CONCEDES, said="2032-02-13"),
        statement("a4:s1", stance=Stance.CONCEDES),
        statement("a4:s2", stance=Stance.NO_COMMENT),
    ]
    one = held(told)
    assert (one.stance, one.since) == (Stance.CONCEDES, "2032-02-13T10:00")
    assert one.statements == ("a4:s1", "a3:s1")
    assert [m.statement for m in one.history] == ["a1:s1", "a2:s1", "a3:s1", "a4:s2", "a4:s1"]
    assert [(a.stance, b.stance) for a, b in flips(one)] == [(Stance.DENIES, Stance.CONCEDES)]


def test_a_recalled_statement_counts_from_when_it_was_made() -> None:
    told = [statement("a1:s1", stance=Stance.CONCEDES), statement("a2:s1", stance=Stance.DENIES, said="2032-02-01")]
    assert held(told).stance is Stance.CONCEDES


def test_silence_counts_only_where_nothing_was_said() -> None:
    told = [statement("a1:s1", stance=Stance.AWAITED), statement("a2:s1", stance=Stance.NO_COMMENT)]
    assert held(told).stance is Stance.NO_COMMENT


def test_what_is_loosely_about_a_claim_changes_no_stance_of_who_spoke_to_it() -> None:
    told = [statement("a1:s1", stance=Stance.DENIES), statement("a2:s1", stance=Stance.ASSERTS)]
    for near, stance in ((None, Stance.ASSERTS), ({"a1:s1"}, Stance.DENIES), (set[str](), Stance.ASSERTS)):
        (found,) = positions(told, moments(told, ARTICLES, {}), near)
        assert (found.stance, len(found.history)) == (stance, 2)


@pytest.mark.parametrize(
    ("denied", "stance"),
    [
        ("she had had no notice of the raid", Stance.ASSERTS),
        ("the guard did not order the raid on the depot", Stance.DENIES),
        ("the raid", Stance.DENIES),
        ("it", Stance.DENIES),
    ],
)
def test_who_affirms_denies_later_only_what_is_surely_the_same(denied: str, stance: Stance) -> None:
    told = [statement("a1:s1"), statement("a2:s1", stance=Stance.DENIES)]
    said = {"a1:s1": "the guard ordered a raid on the depot", "a2:s1": denied}
    (found,) = positions(told, moments(told, ARTICLES, {}), {"a1:s1", "a2:s1"}, said)
    assert found.stance is stance
    assert [move.stance for move in found.history] == [Stance.ASSERTS, Stance.DENIES]


def test_parties_are_known_by_words_formed_from_their_names() -> None:
    parties = ["Ukraine", "Russia", "NATO", "Oman", "unattributed"]
    assert mentioned("Troops left the Ukrainian border; Nato and the woman wait", parties) == ("NATO", "Ukraine")
