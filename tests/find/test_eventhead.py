"""What is read by itself beside the sentences: the things said in them."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.find import find_in, finder
from reportedly.find.eventhead import Sentence, said
from reportedly.find.events import events
from reportedly.read import read_text
from reportedly.text import sentences
from reportedly.types import Span
from tests.stand.world import statement

TEXT = "The ministry said that the army fired at noon. It rained in the hills."


def read() -> list[Sentence]:
    """One token a word, with nothing in its state."""
    found = []
    for span in sentences(TEXT):
        words = span.of(TEXT).split()
        starts = [TEXT.index(word, span.start) for word in words]
        spans = np.array([(start, start + len(word)) for start, word in zip(starts, words, strict=True)])
        found.append(Sentence(span, spans, np.zeros((len(words), 1), np.float32)))
    return found


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("that the army fired at noon", [(0, "that the army fired at noon.")]),
        ("at noon", []),  # too short to tell of anything
        ("It rained in the hills.", []),  # the sentence itself
        ("the army fired at noon. It rained in the", [(0, "the army fired at noon."), (1, "It rained in the")]),
    ],
)
def test_what_is_said_is_cut_at_sentences(content: str, parts: list[tuple[int, str]]) -> None:
    told = statement("a1:s1", content=span_of(content))
    cut = said(read(), [told, told])
    assert [(i, TEXT[part.spans[0, 0] : part.spans[-1, 1]]) for i, part in cut] == parts


def test_whoever_accuses_does_not_do_it() -> None:
    article = read_text("Dovrania accused Selmia of shelling a hospital in its capital on Monday.", id="a1")
    (found,) = find_in(finder(), [article])
    told = events(article, found.statements, found.marked)
    assert [(e.type.value, e.actor.words) for e in told if e.actor is not None] == [("ACCUSE", "Dovrania")]
