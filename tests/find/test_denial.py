from __future__ import annotations

import pytest

from reportedly.find.denial import can_deny, contradicts, disclaims, finds_nothing, nobody, outright
from reportedly.types import Span

STATEMENTS = [
    ("said", "that the dam was holding", False),
    ("said", "that the dam had not failed", True),
    ("told reporters", "it was a hoax", True),
    ("had said", "the road wasn’t open", True),
    ("called", "it cruel talk", True),
    ("called", "the search 'very active'", True),
    ("called", "“turnkey cruelty”", False),
    ("insisted", "the flight was lawful", True),
    ("put", "the affair down to a fever", False),
    ("put the affair down to", "a fever", True),
    ("put down", "the rising in a night of fire", False),
    ("resent", "any talk of Lunt as a hero", False),
    ("waved away", "the charge", True),
    ("declared", "that support for the rebels remained undiminished", False),
    ("did not ditch", "Lunt in droves", False),
    ("does not accept", "that anything was hidden", True),
    ("pleaded not guilty", "to arson", True),
    ("said", "“He was in the wrong place at the wrong time”", False),
    ("said", "“That is wrong”", True),
    ("said", "his dismissal came at the request of both", False),
    ("said", "the firm only provides data after an order", False),
    ("", "The dam holds", False),
    ("told", "reporters the king denied any knowledge of it", False),
    ("said", "we denied the charge and still deny it", True),
]


@pytest.mark.parametrize(("cue", "content", "expected"), STATEMENTS, ids=[f"{row[0]} {row[1]}" for row in STATEMENTS])
def test_a_denial_needs_words_that_deny(cue: str, content: str, expected: bool) -> None:
    assert can_deny(cue, content, 0.97) is expected


LADDER = [
    ("said", "our country is doing nothing to fill that gap", [False, True, True]),
    ("said", "On the contrary, it goes on building up", [False, True, True]),
    ("made clear", "that it never happened", [False, True, True]),
    ("insisted", "the flight was lawful", [False, False, True]),
    ("has refused", "to be baited", [False, False, False]),
    ("rejected", "the offer", [False, False, False]),
    ("rejected", "the charge", [False, True, True]),
    ("has falsely asserted", "that Lowmark shelled it", [False, False, False]),
]


@pytest.mark.parametrize(("cue", "content", "expected"), LADDER, ids=[f"{row[0]} {row[1]}" for row in LADDER])
def test_the_less_the_words_reject_the_surer_the_model_must_be(cue: str, content: str, expected: list[bool]) -> None:
    assert [can_deny(cue, content, odds) for odds in (0.5, 0.85, 0.97)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We have seen no sign of a withdrawal", True),
        ("They have not found any clear evidence that it was shelled", True),
        ("There is little indication that it will rain", True),
        ("there is not enough proof that the regime was behind it", True),
        ("There were signs of a withdrawal", False),
        ("No one saw the evidence of it", False),
        ("Not one of them signed any paper", False),
    ],
)
def test_who_finds_no_trace_of_it_does_not_assert_it(words: str, expected: bool) -> None:
    assert finds_nothing(words) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“On the contrary, the build-up goes on,”", True),
        ("That’s simply not true", True),
        ("the build-up goes on, contrary to reports", False),
        ("that is true", False),
    ],
)
def test_who_opens_by_contradicting_denies(content: str, expected: bool) -> None:
    assert contradicts(content) is expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Neither of the two reporters remembered the fire.", "the two reporters", True),
        ("Neither minister said when.", "Neither minister", True),
        ("No official confirmed it.", "No official", True),
        ("Nobody has claimed it.", "Nobody", True),
        ("No 10 said it was looking.", "No 10", False),
        ("No fewer than five ministers said so.", "No fewer than five ministers", False),
        ("The two reporters remembered none of it.", "The two reporters", False),
    ],
)
def test_nobody(text: str, source: str, expected: bool) -> None:
    start = text.index(source)
    assert nobody(text, Span(start, start + len(source))) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("it was not involved", True),
        ("that they were in no way the last", False),
        ("we had nothing to do with it", True),
        ("it had nothing to do", False),
        ("it had no role in the blast", True),
        ("he had no knowledge of the plot", False),
        ("the witnesses were not involved", True),
        ("Selmia’s government wasn’t responsible for the attack", True),
        ("that the Norvik guard had nothing to do with it", True),
        ("who was not involved in the talks", False),
        ("there was not one ship behind the pier", False),
        ("“I wasn’t responsible”", True),
        ("reports that he is ill are untrue", True),
        ("the accusations of fraud are politically motivated", True),
        ("Athens's claims were without foundation", True),
        ("there is no truth in it", True),
        ("“We do not recognise that figure,”", True),
        ("it did ‘not recognize those accounts’", True),
        ("it would not recognise the new government", False),
        ("there was no basis on which to accept them", False),
        ("the report said that the alarm was false", False),
        ("its earlier claims were wrong", False),
    ],
)
def test_who_says_that_it_was_not_he_or_that_a_charge_is_untrue_denies(content: str, expected: bool) -> None:
    assert disclaims(content) is expected


OUTRIGHT = [
    ("denied", "reports in the foreign press that the pumps had failed", True),
    ("denied reports", "that the pumps had failed", True),
    ("has repeatedly denied", "any part in it", True),
    ("rejected", "the western intelligence assessments", True),
    ("dismissed as gossip", "the claims of a cover-up", True),
    ("disputed", "that account", False),  # what is disputed may be a point of view; the model decides
    ("rejected", "a bid for the yard", False),
    ("rejected calls to", "block the sale", False),
    ("neither confirmed nor denied", "the report", False),
    ("did not deny", "that its guns had fired", False),
    ("no longer denies", "that it was the price", False),
    ("has stopped denying", "it", False),
    ("denied", "entry to three envoys", False),
    ("said", "the reports were read in full", False),
]


@pytest.mark.parametrize(("cue", "content", "expected"), OUTRIGHT)
def test_a_verb_that_denies_is_a_denial_whatever_follows(cue: str, content: str, *, expected: bool) -> None:
    assert outright(cue, content) is expected
