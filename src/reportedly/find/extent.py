"""How far a content reaches: the best stretch on each side of the cue, given where stretches of words begin and end.

The pairing head judges every token by itself, and its odds dip at rare words in mid-phrase. So a stretch is chosen as a
whole: tokens speak by their log-odds, and a stretch pays for its edges, little where the text itself has one (a
sentence's end, a comma), much in mid-phrase. In the corpus, one content in sixty has two stretches with nothing of its
source, cue or via between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reportedly.find.decode import Floats, whole_words
from reportedly.types import Span

# What an edge costs, in log-odds (set on the corpus's dev stories); beside the source, the cue or a via it is free.
LAST_WORD, SENTENCE, QUOTE, COMMA, CLAUSE, PHRASE, FUNCTION_WORD, WORD = 0.2, 0.3, 0.5, 1.0, 1.0, 2.5, 5.0, 8.0
SURE = 3.0  # what one token can say at most, for or against
_MARKS = frozenset('"“”«»‘')
_PAUSES = frozenset(",;:—–-()")
_OPENERS = frozenset("that to whether if how why what when where who".split())
_FUNCTION_WORDS = frozenset(  # nothing ends on them
    "a an the of to and or but in on at by for from with as that which who whose not no".split()
    + "my your his her its our their".split()
)


@dataclass(frozen=True, slots=True)
class Edges:
    """What it costs to begin with each token of a window, and to end with it."""

    begin: Floats
    end: Floats


def edges(text: str, lines: Sequence[Span], spans: NDArray[np.int64]) -> Edges:
    """Return the edges of a window's tokens, whose `spans` are (tokens, 2); `lines` are the text's sentences."""
    first, last = int(spans[0, 0]), int(spans[-1, 1])
    own = lines[
        bisect_left(lines, first, key=lambda line: line.end) : bisect_left(lines, last, key=lambda line: line.start)
    ]
    begins, ends = {line.start for line in own}, {line.end for line in own}
    places: list[tuple[int, int]] = spans.tolist()
    words = ["", *(text[start:end].lower() for start, end in places), ""]
    cuts = [False, *(_one_word(text, left, right) for left, right in pairwise(places)), False]
    begin, end = [], []
    for number, (opens, closes) in enumerate(places):
        before, word, after = words[number : number + 3]
        cut_before, cut_after = cuts[number : number + 2]
        stops = bool(after) and not after[0].isalnum() and places[number + 1][1] in ends
        begin.append(SENTENCE if opens in begins else _begin(word, before, cut=cut_before))
        end.append(SENTENCE if closes in ends else LAST_WORD if stops else _end(word, after, cut=cut_after))
    return Edges(np.array(begin, np.float32), np.array(end, np.float32))


def _one_word(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Tell whether two tokens, from start to end, are of one word: "un" and "##rest", "Trump" and "'s"."""
    (start, end), (after, last) = left, right
    return start < end == after < last and text[end - 1].isalnum() and (text[after].isalnum() or text[after] in "'’")


def _begin(word: str, before: str, *, cut: bool) -> float:
    if not before:  # a block opens
        return SENTENCE
    if word in _MARKS or before in _MARKS:
        return QUOTE
    if cut:
        return WORD
    if before in _PAUSES:
        return COMMA
    return CLAUSE if word in _OPENERS else PHRASE


def _end(word: str, after: str, *, cut: bool) -> float:
    if not after:
        return SENTENCE
    if word in _MARKS or after in _MARKS:
        return QUOTE
    if word in _FUNCTION_WORDS:
        return FUNCTION_WORD
    if cut:
        return WORD
    return COMMA if after in _PAUSES or word in _PAUSES else PHRASE


def pieces(
    text: str, spans: NDArray[np.int64], logits: Floats, own: NDArray[np.bool_], edge: Edges
) -> tuple[Span, ...]:
    """Return the stretches of a content, in order: one at most between any two of the statement's `own` words.

    `logits` (tokens,) are those of being content; `own` (tokens,) tells which are of the source, the cue or a via.
    """
    found = []
    bounds = np.flatnonzero(np.diff(np.concatenate(([1], own.astype(np.int8), [1]))))
    for first, after in zip(bounds[::2], bounds[1::2], strict=True):
        span = _best(spans, logits, edge, int(first), int(after))
        whole = whole_words(text, span) if span is not None else None
        if whole is not None:
            found.append(whole)
    return tuple(found)


def _best(spans: NDArray[np.int64], logits: Floats, edge: Edges, first: int, after: int) -> Span | None:
    """Return the words of the stretch that gains most, or None where none gains anything (Kadane, with edges)."""
    if logits[first:after].max() <= 0:  # most stretches between words of its own
        return None
    gains = np.clip(logits[first:after], -SURE, SURE)
    sums = np.concatenate(([0.0], np.cumsum(gains)))
    begin, end = edge.begin[first:after].copy(), edge.end[first:after].copy()
    if first:
        begin[0] = 0
    if after < len(logits):
        end[-1] = 0
    opened = -sums[:-1] - begin
    totals = sums[1:] - end + np.maximum.accumulate(opened)
    last = int(totals.argmax())
    if totals[last] <= 0:
        return None
    words = spans[first + int(opened[: last + 1].argmax()) : first + last + 1]
    words = words[words[:, 1] > words[:, 0]]  # a mark between blocks has none
    return Span(int(words[0, 0]), int(words[-1, 1])) if len(words) else None
