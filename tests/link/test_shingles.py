from __future__ import annotations

import pytest

from reportedly.link.shingles import repeats

WORDINGS = [
    ("the same short words", "the bridge fell at dawn", "the bridge fell at dawn", False),
    (
        "one wording, cut and led in otherwise",
        "that three hospitals in the east had taken in some 3,600 people with signs of poisoning",
        "hospitals in the east had taken in some 3,600 people with signs of poisoning on Friday",
        True,
    ),
    (
        "the same told in other words",
        "three hospitals in the east had taken in some 3,600 people with signs of poisoning",
        "some 3,600 people who seemed to have been poisoned were brought to three eastern hospitals",
        False,
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), [row[1:] for row in WORDINGS], ids=[row[0] for row in WORDINGS])
def test_a_long_wording_told_twice_repeats(left: str, right: str, expected: bool) -> None:
    assert repeats(left, right) is repeats(right, left) is expected
