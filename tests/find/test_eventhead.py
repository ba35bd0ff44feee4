"""What is read once more beside a sentence: what is said of an event whose doer would stand outside of it."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.find import find_in, finder
from reportedly.find.eventhead import Sentence, said
from reportedly.find.events import events
from reportedly.find.marked import Marked
from reportedly.read import read_text
from reportedly.text import sentences
from reportedly.types import EventType, Span
from tests.stand.world import statement

TEXT = "The ministry said that the army fired at noon. It rained in the hills."


def read() -> list[Sentence]:
    """Return the text's sentences with one token a word and nothing in its state."""
    found = []
    for span in sentences(TEXT):
        words = span.of(TEXT).split()
        starts = [TEXT.index(word, span.start) for word in words]
        spans = np.array([(start, start + len(word)) for start, word in zip(starts, words, strict=True)])
        found.append(Sentence(span, spans, np.zeros((len(words), 1), np.float32)))
    return found


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("actor", "content", "part"),
    [
        ("The ministry", "that the army fired at noon", "that the army fired at noon."),
        ("the army", "that the army fired at noon", None),  # it stands in what is said
        ("The ministry", "fired at", None),  # too short to tell of anything
        ("The ministry", "It rained in the hills", None),  # of something else
        (None, "that the army fired at noon", None),
    ],
)
def test_what_is_said_is_read_again_where_the_doer_stands_outside(
    actor: str | None, content: str, part: str | None
) -> None:
    mark = Marked(EventType.ASSAULT, "", frozenset(), at("fired"), at(actor) if actor else None)
    outer = statement("a1:s1", content=Span(0, len(TEXT)))  # whose words hold the doer in any case
    found = list(said(read(), [mark, None], [statement("a1:s2", content=at(content)), outer]))
    assert [TEXT[p.spans[0, 0] : p.spans[-1, 1]] for _, p in found] == ([part] if part else [])


def test_whoever_accuses_does_not_do_it() -> None:
    article = read_text("Dovrania accused Selmia of shelling a hospital in its capital on Monday.", id="a1")
    (found,) = find_in(finder(), [article])
    told = events(article, found.statements, found.marked)
    assert [(e.type.value, e.actor.words) for e in told if e.actor is not None] == [("ACCUSE", "Dovrania")]
