"""The reader with the weights that ship, on prose of our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find import finder
from reportedly.read import read_text
from reportedly.types import Mode, Stance, Statement

# text, words of the source, a part of the content, stance
CASES = [
    ("said after", '"The dam holds," the mayor said.', "the mayor", "The dam holds", Stance.ASSERTS),
    (
        "said before",
        "The ministry said that the dam was holding.",
        "The ministry",
        "the dam was holding",
        Stance.ASSERTS,
    ),
    ("inversion", '"The road is open," said Col. Ilan Dorr.', "Col. Ilan Dorr", "The road is open", Stance.ASSERTS),
    (
        "according to",
        "The bridge fell at dawn, according to police.",
        "police",
        "The bridge fell at dawn",
        Stance.ASSERTS,
    ),
    (
        "denial",
        "The army denied that its planes had bombed the school.",
        "The army",
        "bombed the school",
        Stance.DENIES,
    ),
    ("awaited", "The alliance has not yet confirmed the withdrawal.", "The alliance", "withdrawal", Stance.AWAITED),
    (
        "pictures",
        "State television aired footage of the convoy leaving the base.",
        "State television",
        "footage",
        Stance.ASSERTS,
    ),
    (
        "pictures without a setting",
        "State television broadcast footage of tanks.",
        "State television",
        "footage of tanks",
        Stance.ASSERTS,
    ),
    (
        "a gap without an agent",
        "The exact number of troops that has been withdrawn is yet to be determined.",
        "",
        "number of troops",
        Stance.CANNOT_CONFIRM,
    ),
    ("no comment", "The company declined to comment on the leak.", "The company", "", Stance.NO_COMMENT),
]


def find(text: str) -> list[Statement]:
    return finder().find([read_text(text)])[0]


@pytest.mark.parametrize(("text", "source", "content", "stance"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_plain_constructions(text: str, source: str, content: str, stance: Stance) -> None:
    statement = max(find(text), key=lambda s: s.score)
    assert (statement.source.of(text) if statement.source is not None else "") == source
    assert content in " ".join(span.of(text) for span in statement.content)
    assert statement.stance is stance


def test_plain_narration_says_nothing() -> None:
    assert find("The river rose in the night. By noon the square was dry again and the market opened.") == []


def test_nobody_named_is_a_report() -> None:
    (statement,) = find("Soldiers were reportedly boarding trains at the border.")
    assert statement.mode is Mode.REPORT


HOSTILE = [
    "",
    "\n\n\n",
    "no end " * 14_000,
    "THE MINISTRY SAID THE DAM HELD. " * 40,
    '"' * 3_000,
    'He said: "it never closes ' * 400,
    "She said 🙂🙂 \u202eolleh\u202c \u200b“yes\u200b”, he said.",
    "a | b | c\n--- | --- | ---\n1 | 2 | 3\n" * 60,
    "x" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_neither_crashes_nor_breaks_offsets(text: str) -> None:
    check_offsets(text, find(text))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ['"We go,"', "said", "the minister", "told", "that", "denied", "\n\n", "“No.”", "he", ":", "’", "—"]
        ),
        max_size=40,
    )
)
def test_every_span_slices_to_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    check_offsets(text, find(text))


def check_offsets(text: str, statements: list[Statement]) -> None:
    for statement in statements:
        spans = [*statement.content, *statement.via_spans, *(s for s in (statement.source, statement.cue) if s)]
        assert spans
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()
    assert [s.id for s in statements] == [f"{s.article}:s{n}" for n, s in enumerate(statements, 1)]


def test_batches_change_nothing() -> None:
    texts = [case[1] for case in CASES] * 3
    together = finder().find([read_text(text) for text in texts])
    spans = [[(s.source, s.cue, s.content, s.stance) for s in statements] for statements in together]
    alone = [[(s.source, s.cue, s.content, s.stance) for s in find(text)] for text in texts]
    assert spans == alone


def test_an_article_reads_the_same_alone_and_among_others() -> None:
    texts = (*(text[:7_000] for text in HOSTILE[:4]), "The dam holds, said Ada Lunt. Police denied it.")
    articles = [read_text(text) for text in texts]
    together = finder().find(articles)
    assert together == [finder().find([article])[0] for article in articles]
