from __future__ import annotations

import pytest

from reportedly.link.quotes import quotations, sameness

WHOLE = "“We have seen no sign of de-escalation on the ground, and we believe they continue to bring people up.”"

SAME = [
    ("marks", '"We have seen no sign of de-escalation on the ground, and we believe they continue to bring people up"'),
    ("trimmed", "“no sign of de-escalation on the ground”"),
    ("ellipsis", "“We have seen no sign of de-escalation … we believe they continue to bring people up”"),
    ("insertion", "“We have seen no sign of de-escalation [by Dovrania] on the ground”"),
    (
        "variant",
        "“We have seen no signs of de-escalation on the ground, and we believe that they continue to bring people up”",
    ),
    ("single marks", "‘We have seen no sign of de-escalation on the ground’"),
]
OTHER = [
    ("too short", "“no sign of”"),
    ("another", "“We shall believe it when we see the tents come down along the river.”"),
    ("same words, other quote", "“They have brought a sign to the ground where people have seen us”"),
    ("none", "We have seen no sign of de-escalation on the ground."),
]


@pytest.mark.parametrize("other", [row[1] for row in SAME], ids=[row[0] for row in SAME])
def test_one_quotation(other: str) -> None:
    assert sameness(quotations(WHOLE), quotations(f"The chief said: {other}, and left.")) > 0.85


@pytest.mark.parametrize("other", [row[1] for row in OTHER], ids=[row[0] for row in OTHER])
def test_another_quotation(other: str) -> None:
    assert sameness(quotations(WHOLE), quotations(other)) == 0


def test_apostrophes_are_no_quotation_marks() -> None:
    assert quotations("The ministry's men weren't the mayor's men, whatever the town's paper says") == ()


def test_a_quotation_that_runs_on_is_open_to_the_end() -> None:
    assert quotations("“It fell without a sound at all") == ("it fell without a sound at all",)
