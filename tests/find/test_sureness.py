from __future__ import annotations

import pytest

from reportedly.find.sureness import is_sure
from reportedly.types import Stance

STATEMENTS = [
    (Stance.NO_COMMENT, "The army said it had pictures of the mill", False),
    (Stance.NO_COMMENT, "The army declined to say what it had", True),
    (Stance.NO_COMMENT, "She stopped short of naming him", True),
    (Stance.CANNOT_CONFIRM, "The institute was able to determine where the rounds came from", False),
    (Stance.CANNOT_CONFIRM, "The institute was unable to determine where the rounds came from", True),
    (Stance.CANNOT_CONFIRM, "The ministry is awaiting word from its friends", True),
]


@pytest.mark.parametrize(("stance", "words", "expected"), STATEMENTS, ids=[row[1] for row in STATEMENTS])
def test_who_holds_something_back_says_so_or_the_model_is_very_sure(stance: Stance, words: str, expected: bool) -> None:
    assert [is_sure(stance, words, odds) for odds in (0.5, 0.7, 0.9)] == [False, expected, True]


@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.NONE])
def test_what_most_statements_do_needs_no_odds(stance: Stance) -> None:
    assert is_sure(stance, "", 0.1)


def test_a_doubt_needs_more() -> None:
    assert [is_sure(Stance.DOUBTS, "The mill stands", odds) for odds in (0.7, 0.85)] == [False, True]


@pytest.mark.parametrize("stance", [Stance.CONCEDES, Stance.CONFIRMS, Stance.RETRACTS, Stance.AWAITED])
def test_what_few_do_needs_more_than_even_odds(stance: Stance) -> None:
    assert [is_sure(stance, "The mill stands", odds) for odds in (0.5, 0.6)] == [False, True]
