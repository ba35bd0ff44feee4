from __future__ import annotations

import pytest

from reportedly.find.sureness import is_sure, keeps_silent
from reportedly.types import Stance

STATEMENTS = [
    (Stance.NO_COMMENT, "The army said it had pictures of the mill", False),
    (Stance.NO_COMMENT, "The army declined to say what it had", True),
    (Stance.NO_COMMENT, "She stopped short of naming him", True),
    (Stance.AWAITED, "The agency has done little to equip hospitals", False),
    (Stance.AWAITED, "The council has kept mum", True),
    (Stance.CANNOT_CONFIRM, "The institute was able to determine where the rounds came from", False),
    (Stance.CANNOT_CONFIRM, "The institute was unable to determine where the rounds came from", True),
    (Stance.CANNOT_CONFIRM, "The alliance said it too had seen two brigades arrive", False),
    (Stance.CANNOT_CONFIRM, "The alliance said it was too early to tell", True),
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


@pytest.mark.parametrize(
    ("stance", "words", "expected"),
    [
        (Stance.RETRACTS, "Officials released the name of the officer", False),
        (Stance.RETRACTS, "The chief said that his figure was a mistake", True),
        (Stance.RETRACTS, "The senator said the notion was wrong and inaccurate", False),
        (Stance.RETRACTS, "The president withdrew from the accord", False),
        (Stance.RETRACTS, "The ministry withdrew its claim", True),
        (Stance.RETRACTS, "The president said that they no longer posed a threat", False),
        (Stance.RETRACTS, "The institute no longer stands by its finding", True),
        (Stance.CONCEDES, "He said the truth would be known soon", False),
        (Stance.CONCEDES, "The army acknowledged that its drone crossed", True),
        (Stance.DOUBTS, "There is little doubt that it was poison", False),
        (Stance.DOUBTS, "He doubted that it was poison", True),
    ],
)
def test_who_goes_back_on_a_word_says_so_and_who_has_no_doubt_has_none(
    stance: Stance, words: str, expected: bool
) -> None:
    assert is_sure(stance, words, 0.99) is expected


@pytest.mark.parametrize(("stance", "words"), [(Stance.CONFIRMS, "The mill stands"), (Stance.AWAITED, "No word yet")])
def test_what_few_do_needs_more_than_even_odds(stance: Stance, words: str) -> None:
    assert [is_sure(stance, words, odds) for odds in (0.5, 0.6)] == [False, True]


@pytest.mark.parametrize(
    ("cue", "said", "expected"),
    [
        ("said", "that she did not receive any prior notification", False),
        ("responded", "“Of course.”", False),
        ("said", "it did not comment on individuals", True),
        ("replied", "that he had a bus to catch", True),
        ("without saying", "whose", True),
        ("declined", "to add anything", True),
    ],
)
def test_a_plain_word_of_saying_has_to_be_about_saying_nothing(cue: str, said: str, expected: bool) -> None:
    assert keeps_silent(cue, said) is expected
