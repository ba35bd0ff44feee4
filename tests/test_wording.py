from __future__ import annotations

import pytest

from reportedly.wording import contained, hours, is_bare

CONTENTS = [
    ("it", True),
    ("", True),
    ("the Kestrian claim", True),
    ("all such reports", True),
    ("the accusation", True),
    ("the claims as baseless", True),
    ("the allegations against him were untrue", True),
    ("accusations of this kind", True),
    ("the report was published on Monday", False),
    ("the claim that the dam had failed", False),
    ("reports of a flood", False),
    ("the announcement", False),
    ("the dam", False),
]


@pytest.mark.parametrize(("content", "bare"), CONTENTS)
def test_what_only_points_at_something_said_tells_nothing_by_itself(content: str, bare: bool) -> None:
    assert is_bare(content) is bare


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ("the dam burst at dawn", "bursts of a dam", 1.0),
        ("the dam burst at dawn", "a ferry left at dawn", 1 / 3),
        ("the dam burst", "deep regret", 0.0),
        ("of the", "the dam burst", 0.0),
    ],
)
def test_how_much_of_the_shorter_text_the_other_has(left: str, right: str, share: float) -> None:
    assert contained(left, right) == contained(right, left) == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("tear gas on Saturday, and again on sunday", {"saturday", "sunday"}),
        ("the 8 p.m. ET briefing", {"8pm"}),
        ("between 8:30 am and 9PM", {"8:30am", "9pm"}),
        ("12 dead at the market", set()),
    ],
)
def test_the_days_and_hours_that_a_text_names(text: str, named: set[str]) -> None:
    assert hours(text) == named
