from __future__ import annotations

import pytest

from reportedly.find.hearer import is_hearer
from reportedly.types import Span


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        ("The envoy was told that it was over.", "The envoy", "was told", True),
        ("Two crews have been quietly warned to rest.", "Two crews", "have been quietly warned", True),
        ("The envoy told them that it was over.", "The envoy", "told", False),
        ("It was over, was told by the envoy.", "the envoy", "was told", False),
        ("The envoy was adamant that it was over.", "The envoy", "was adamant", False),
    ],
)
def test_who_is_told_speaks_of_nothing(text: str, source: str, cue: str, expected: bool) -> None:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    assert is_hearer(text, at(source), at(cue)) is expected
