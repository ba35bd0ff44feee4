from __future__ import annotations

import pytest

from reportedly.find.denial import denies_in_words

STATEMENTS = [
    ("said", "The ministry said that the dam was holding", False),
    ("said", "The ministry said that the dam had not failed", True),
    ("told reporters", "He told reporters it was a hoax", True),
    ("had said", "They had said the road wasn’t open", True),
    ("called", "The mission called it cruel talk", True),
    ("insisted", "The minister insisted the flight was lawful", True),
    ("", "The dam holds", False),
]


@pytest.mark.parametrize(("cue", "words", "expected"), STATEMENTS, ids=[row[1] for row in STATEMENTS])
def test_a_plain_verb_needs_words_that_deny(cue: str, words: str, expected: bool) -> None:
    assert denies_in_words(cue, words) is expected
