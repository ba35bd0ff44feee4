from __future__ import annotations

import numpy as np
import pytest

from reportedly.find.decode import pieces, source, whole_words
from reportedly.types import Span

WORDS = [
    ("cut inside a word", "The dam holds", (4, 6), "dam"),
    ("cut inside a hyphenated word", "a sign of de-escalation today", (7, 12), "of de-escalation"),
    ("begun inside a hyphenated word", "a sign of de-escalation today", (13, 23), "de-escalation"),
    ("a dash between words is no hyphen", "the dam - he said", (4, 7), "dam"),
    ("an owner's mark takes its owner along", "Pakistan's army chief said", (8, 21), "Pakistan's army chief"),
    ("a comma goes", "The dam holds, he said", (0, 14), "The dam holds"),
    ("begun inside initials", "nor the U.S. withdrawal", (10, 23), "U.S. withdrawal"),
    ("begun inside an address", "Lantern.example says", (8, 15), "Lantern.example"),
    ("a blank that is missing parts two words", "the storm.Rain fell", (10, 19), "Rain fell"),
    ("a full stop that ends an abbreviation stays", "left for the U.S. on Monday", (5, 17), "for the U.S."),
]


@pytest.mark.parametrize(("text", "span", "expected"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_whole_words(text: str, span: tuple[int, int], expected: str) -> None:
    found = whole_words(text, Span(*span))
    assert found is not None
    assert found.of(text) == expected


def test_a_function_word_alone_is_no_piece_of_content() -> None:
    text = "The police said the records had been taken"
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == " ")]
    spans = np.array([(s, text.find(" ", s) if " " in text[s:] else len(text)) for s in starts])
    odds = np.array([0.9, 0.1, 0.0, 0.9, 0.9, 0.9, 0.9, 0.9], np.float32)
    assert [piece.of(text) for piece in pieces(text, spans, odds)] == ["the records had been taken"]
    assert [piece.of(text) for piece in pieces(text, spans[:3], odds[:3])] == ["The"], "unless it is all there is"


def test_a_function_word_alone_is_no_source() -> None:
    text = "the last of the ministers spoke"
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == " ")]
    spans = np.array([(s, text.find(" ", s) if " " in text[s:] else len(text)) for s in starts])
    found = source(text, spans, np.array([0.99, 0.0, 0.0, 0.0, 0.6, 0.0], np.float32))
    assert found is not None
    assert found.of(text) == "ministers"
    assert source(text, spans, np.array([0.99, 0.0, 0.0, 0.0, 0.0, 0.0], np.float32)) is None
