from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.find.extent import edges, pieces
from reportedly.find.windows import tokenise
from reportedly.text import sentences
from reportedly.types import Block, Role

# Words marked _so_ are likely content by themselves, words marked ^so^ are the statement's own source or cue.
DIPS = [
    ("^He said^ _the drills will include air raid_ warnings _and evacuation plans_.", ["the drills will include air "
     "raid warnings and evacuation plans"]),
    ("^She promised^ _to find a swift_ end _to it_.", ["to find a swift end to it"]),
    ("^He lives off^ _30% of global oil_ reserves.", ["30% of global oil reserves"]),
    ("_The dam_, ^Ada Lunt said^, _was holding_.", ["The dam", "was holding"]),
    ("_“Free the mill!”_ he shouted at _the_ wardens, ^one recalled^.", ["“Free the mill!”"]),
    ("^Ada Lunt said^ it rained in Orsen and in Varl.", []),
]  # fmt: skip


def stretches(marked: str) -> list[str]:
    text, likely, own, state = "", [], [], ""
    for character in marked:
        if character in "_^":
            state = "" if state == character else character
            continue
        text += character
        likely.append(state == "_")
        own.append(state == "^")
    tokens = tokenise(text, [Block(Role.PARAGRAPH, 0, len(text))])[0]
    inside = np.array([any(likely[a:b]) for a, b in tokens.spans])
    apart = np.array([any(own[a:b]) for a, b in tokens.spans])
    logits = np.where(inside, 2.5, -1.2).astype(np.float32)
    edge = edges(text, list(sentences(text)), tokens.spans)
    return [piece.of(text) for piece in pieces(text, tokens.spans, logits, apart, edge)]


@pytest.mark.parametrize(("marked", "expected"), DIPS)
def test_a_stretch_is_chosen_as_a_whole(marked: str, expected: list[str]) -> None:
    assert stretches(marked) == expected


@given(st.lists(st.floats(-9, 9, width=32), min_size=1, max_size=40), st.data())
def test_stretches_are_ordered_and_hold_nothing_of_the_statements_own_words(
    odds: list[float], data: st.DataObject
) -> None:
    text = " ".join(f"word{number}" for number in range(len(odds)))
    spans = np.array([[text.index(f"word{n}"), text.index(f"word{n}") + len(f"word{n}")] for n in range(len(odds))])
    own = np.array(data.draw(st.lists(st.booleans(), min_size=len(odds), max_size=len(odds))))
    edge = edges(text, list(sentences(text)), spans)
    found = pieces(text, spans, np.array(odds, np.float32), own, edge)
    for left, right in pairwise(found):
        assert left.end <= right.start
    for piece in found:
        assert not any(o and piece.start < b and a < piece.end for (a, b), o in zip(spans.tolist(), own, strict=True))
