from __future__ import annotations

import pytest

from reportedly.find.noise import is_cause, is_medium, is_noise

CONTENTS = [
    ("on condition of anonymity", True),
    ("condition of anonymity as he was not authorized to speak to the media", True),
    ("not to be named for fear of losing his job", True),
    ("#cowx @NWSBoulder, @somebody", True),
    ("https://example.org/a?b=c", True),
    ("(AP Photo/Ada Lunt)", True),
    ("that anonymity shields the guilty", False),
    ("the picture is still unclear", False),
    ("“We stand with @lowmark”", False),
    ("that the condition of the dam is good", False),
    ("", False),
]


@pytest.mark.parametrize(("content", "expected"), CONTENTS, ids=[text or "nothing" for text, _ in CONTENTS])
def test_is_noise(content: str, expected: bool) -> None:
    assert is_noise(content) is expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("had led", "to mobilise troops", True),
        ("urged", "to mobilise troops", False),
        ("allowed", "that it was late", False),
    ],
)
def test_what_makes_somebody_act_tells_nothing(cue: str, content: str, expected: bool) -> None:
    assert is_cause(cue, content) is expected


@pytest.mark.parametrize(("cue", "expected"), [("television", True), ("TV", True), ("broadcast", False), ("", False)])
def test_is_medium(cue: str, expected: bool) -> None:
    assert is_medium(cue) is expected
