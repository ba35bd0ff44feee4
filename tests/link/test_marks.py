from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.marks import paired

TEXTS = [
    ("missiles “will be coming", "missiles “will be coming”"),
    ('it remained "in a holding pattern', 'it remained "in a holding pattern"'),
    ("“We will go on”", "We will go on"),
    ("“We will go on", "We will go on"),
    ("We will go on”", "We will go on"),
    ("“We” and “they”", "“We” and “they”"),
    ('signs" that "an attack" was near', 'signs that "an attack" was near'),
    ("city is a 'powder keg", "city is a 'powder keg'"),
    ("the officers' car wasn't hit", "the officers' car wasn't hit"),
    ("the officers’ car wasn’t hit", "the officers’ car wasn’t hit"),
    ("‘Now’s the time,’ he said", "‘Now’s the time,’ he said"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text or "nothing" for text, _ in TEXTS])
def test_paired(text: str, expected: str) -> None:
    assert paired(text) == expected


@given(st.text(alphabet="ab ,.“”«»", max_size=40))
def test_what_is_paired_stays(text: str) -> None:
    once = paired(text)
    assert paired(once) == once


@given(st.text(alphabet='ab ,.“”"«»', max_size=40))
def test_no_word_is_lost(text: str) -> None:
    assert [c for c in paired(text) if c.isalnum()] == [c for c in text if c.isalnum()]
