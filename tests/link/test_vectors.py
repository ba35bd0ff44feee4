from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link.passages import MOST, passages
from reportedly.link.vectors import vectors
from reportedly.models import EMBEDDING, embed, states, tokenizer
from reportedly.read import read_text
from reportedly.types import Act, Certainty, Channel, Mode, Span, Stance, Statement

DENIAL = "The bridge was open on Monday, the mayor said.\n\nNothing had been closed, he added. The dam, too, held."


def statement(number: int, *content: Span, cue: Span | None = None) -> Statement:
    labels = (Act.FACT, Stance.ASSERTS, Certainty.CERTAIN, Mode.INDIRECT, Channel.UNKNOWN)
    act, stance, certainty, mode, channel = labels
    return Statement(f"a:s{number}", "a", None, cue, content, (), act, stance, certainty, mode, channel, "")


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def words_at(text: str, found: Statement) -> list[str]:
    cut = passages(read_text(text), [found])
    return [tokenizer().decode(cut.rows[row][start:end]) for row, start, end in cut.places[0]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (("The bridge was open",), ["the bridge was open"]),
        (("open", "the mayor"), ["open", "the mayor"]),
        (("held",), ["held"]),
    ],
)
def test_a_statements_words_are_found_in_its_passage(content: tuple[str, ...], words: list[str]) -> None:
    assert words_at(DENIAL, statement(1, *(span(DENIAL, c) for c in content))) == words


def test_without_content_all_of_its_words_count() -> None:
    assert words_at(DENIAL, statement(1, cue=span(DENIAL, "he added"))) == ["he added"]


def test_like_statements_lie_closer_than_unlike_ones() -> None:
    contents = ("The bridge was open on Monday", "Nothing had been closed", "The dam, too, held")
    one, like, unlike = vectors(
        read_text(DENIAL), [statement(n, span(DENIAL, words)) for n, words in enumerate(contents)]
    )
    assert one @ like > one @ unlike


def test_no_statement_no_vector() -> None:
    assert vectors(read_text("It rained."), []).shape[0] == 0


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=600), st.data())
def test_any_text_is_cut_into_rows_that_the_encoder_can_read(text: str, data: st.DataObject) -> None:
    article = read_text(text)
    start = data.draw(st.integers(0, max(0, len(article.text) - 1)))
    end = data.draw(st.integers(min(start + 1, len(article.text)), len(article.text)))
    cut = passages(article, [statement(1, Span(start, end))] if start < end else [])
    assert all(len(row) <= MOST + 2 for row in cut.rows)
    for places in cut.places:
        assert all(0 <= row < len(cut.rows) and 0 <= a < b <= len(cut.rows[row]) for row, a, b in places)


def test_rows_keep_their_order_and_their_length() -> None:
    rows = [[101, 2023, 102], [101, *[2023] * 60, 102], [101, 102]]
    assert [of.shape for of in states(rows)] == [(len(row), EMBEDDING) for row in rows]


def test_whole_texts_have_length_one() -> None:
    assert np.allclose(np.linalg.norm(embed(["Two words", "and a longer line of words"]), axis=1), 1, atol=1e-5)
    assert embed([]).shape == (0, EMBEDDING)
