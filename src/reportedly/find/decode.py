"""From the model's numbers to spans that can exist: whole words, and no content without an anchor."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from reportedly.find.labels import ACTS, CERTAINTIES, CHANNELS, STANCES
from reportedly.types import Act, Certainty, Channel, Span, Stance

Floats = NDArray[np.float32]

ANCHOR_FLOOR = 0.3  # a run of tokens at least this likely is looked at; the pairing head has the last word
STATEMENT_FLOOR = 0.5
ROLE_FLOOR = 0.5
CHANNEL_FLOOR = 0.6  # below it nothing tells: of such channels on the dev stories one in two was wrong
GAP = 3  # tokens a source or a via may lose in its middle before it counts as two pieces
GAP_FLOOR = 0.15
CALL = 20  # tokens that a model computes in the time that one more call takes

_TRAILING = ",;:—–-"
# Words that say nothing by themselves: tokens of the frame around a real piece ("The ... that the dam had held").
_STRAY = frozenset("a an the of to that and or but in on at by for from with as".split())
_JOINING = re.compile(r",? (?:however|meanwhile|though|too)$")
_CLOSERS = "\"”’'»)"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cue, or the name line of a block quote without one: tokens `start` up to `end` of a window."""

    start: int
    end: int
    is_cue: bool
    score: float


@dataclass(frozen=True, slots=True)
class Labels:
    """What the statement heads say."""

    act: Act
    stance: Stance
    certainty: Certainty
    channel: Channel
    sure: float = 1.0  # odds of the stance
    second: Stance = Stance.ASSERTS  # the likeliest but for that one


def softmax(logits: Floats) -> Floats:
    """Return probabilities along the last axis."""
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), np.float32)


def sigmoid(logits: Floats | np.float32) -> Floats:
    """Return probabilities of independent outputs."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * logits)), np.float32)  # as 1 / (1 + exp(-x)), which overflows


def anchors(logits: Floats) -> list[Anchor]:
    """Read anchors from the tag logits of one window, shape (tokens, len(ANCHOR_TAGS))."""
    odds = softmax(logits)
    inside = 1 - odds[:, 0]
    begins = odds[:, 1] + odds[:, 3] > 0.5
    likely = np.flatnonzero(inside >= ANCHOR_FLOOR)
    if not len(likely):
        return []
    parted = np.flatnonzero((np.diff(likely) > 1) | begins[likely[1:]]) + 1
    found = []
    for run in np.split(likely, parted):
        start, end = int(run[0]), int(run[-1]) + 1
        is_cue = float(odds[start:end, 1:3].sum()) >= float(odds[start:end, 3:].sum())
        found.append(Anchor(start, end, is_cue, float(inside[start:end].mean())))
    return found


def runs(odds: Floats, floor: float = ROLE_FLOOR) -> list[tuple[int, int]]:
    """Return start and end of every run of tokens at least as likely as `floor`, small dips bridged."""
    found: list[tuple[int, int]] = []
    for token in np.flatnonzero(odds >= floor).tolist():
        start, end = found.pop() if found else (token, token)
        if token > end and (token - end > GAP or odds[end:token].min() < GAP_FLOOR):
            found.append((start, end))
            start = token
        found.append((start, token + 1))
    return found


def source(text: str, spans: NDArray[np.int64], odds: Floats, floor: float = ROLE_FLOOR) -> Span | None:
    """Return the likeliest stretch of one source or side, or None; a function word alone is none."""
    for _, start, end in sorted(((float(odds[s:e].sum()), s, e) for s, e in runs(odds, floor)), reverse=True):
        span = whole_words(text, Span(int(spans[start, 0]), int(spans[end - 1, 1])))
        if span is not None and span.of(text).lower() not in _STRAY:
            return _without_adverb(text, span)
    return None


def _without_adverb(text: str, source: Span) -> Span:
    """Leave out what only joins a sentence to the one before: "a spokesperson, however"."""
    found = _JOINING.search(source.of(text))
    return source if found is None or not found.start() else Span(source.start, source.start + found.start())


def pieces(text: str, spans: NDArray[np.int64], odds: Floats) -> tuple[Span, ...]:
    """Return the stretches of a via, in order; those of a content are chosen in extent.py."""
    found = []
    candidates = runs(odds)
    heaviest = max((end - start for start, end in candidates), default=0)
    for start, end in candidates:
        if end - start < min(3, heaviest) and odds[start:end].mean() < 0.7:
            continue  # a stray token beside a real piece
        span = whole_words(text, Span(int(spans[start, 0]), int(spans[end - 1, 1])))
        if span is None or (end - start < heaviest and span.of(text).lower() in _STRAY):
            continue
        found.append(span)
    return tuple(found)


def grouped(order: Sequence[int], sizes: Sequence[int], limit: int) -> Iterator[list[int]]:
    """Cut an order into groups to be computed together: no more tokens than a limit, and little padding."""
    group: list[int] = []
    width = 0
    for i in order:
        wider = max(width, sizes[i])
        padding = (wider - width) * len(group) + wider - sizes[i]
        if group and (wider * (len(group) + 1) > limit or padding > CALL):
            yield group
            group, wider = [], sizes[i]
        group.append(i)
        width = wider
    if group:
        yield group


def whole_words(text: str, span: Span) -> Span | None:
    """Widen a span to whole words and take white space and dangling punctuation off its ends."""
    start, end = span
    while start > 0 and start < len(text) and (_inside_word(text, start) or _owner_cut(text, start)):
        start -= 1
    while end < len(text) and end > 0 and _inside_word(text, end):
        end += 1
    while start < end and (text[start].isspace() or text[start] in ",;:.)—–"):
        start += 1
    quoted = text[end - 1 : end] in _CLOSERS
    while end > start and (text[end - 1].isspace() or text[end - 1] in _TRAILING):
        end -= 1
    if end > start and text[end - 1] == "." and not quoted and not _initials(text, start, end):
        end -= 1
    if end > start and end < len(text) and text[end] in '"”»' and _open(text[start:end]):
        end += 1
    return Span(start, end) if start < end else None


def _inside_word(text: str, at: int) -> bool:
    """Tell whether a cut at an offset would part a word; "de-escalation", "U.S." and "lantern.example" are each one."""
    before, after = text[at - 1], text[at]
    if (before.isalnum() and after.isalnum()) or _dotted(text, at) or _dotted(text, at + 1):
        return True
    if after == "-":
        return before.isalnum() and text[at + 1 : at + 2].isalnum()
    return before == "-" and after.isalnum() and text[at - 2 : at - 1].isalnum() and at > 1


def _dotted(text: str, at: int) -> bool:
    """Tell whether a full stop before an offset stands inside a word; "the storm.Information" lacks but a blank."""
    if not 2 <= at < len(text) or text[at - 1] != "." or not (text[at].isalnum() and text[at - 2].isalnum()):
        return False
    return not text[at].isupper() or at == 2 or not text[at - 3].isalnum()


def _owner_cut(text: str, at: int) -> bool:
    """Tell whether a cut at an offset would leave "'s" without its owner."""
    ends = not text[at + 2 : at + 3].isalnum()
    return text[at] in "'’" and text[at + 1 : at + 2] == "s" and ends and text[at - 1].isalnum()


def _initials(text: str, start: int, end: int) -> bool:
    """Tell whether a full stop ends an abbreviation ("the U.S.") rather than a sentence."""
    return end - start >= 2 and "." in text[max(start, end - 4) : end - 1]


def _open(words: str) -> bool:
    """Tell whether a quotation opens in these words and does not close."""
    return words.count('"') % 2 == 1 or words.count("“") > words.count("”") or words.count("«") > words.count("»")


def heads(*labels: Sequence[object]) -> tuple[slice, ...]:
    """Return where each head's labels stand in a row of logits that has all of them side by side."""
    bounds = accumulate(map(len, labels), initial=0)
    return tuple(slice(start, end) for start, end in pairwise(bounds))


_HEADS = heads(ACTS, STANCES, CERTAINTIES, CHANNELS)


def labels(logits: Floats) -> Labels:
    """Read the statement labels from one row of logits: acts, stances, certainties, channels side by side."""
    rows: list[list[float]] = [logits[part].tolist() for part in _HEADS]
    act, stance, certainty, channel = (row.index(max(row)) for row in rows)
    second = max((i for i in range(len(STANCES)) if i != stance), key=rows[1].__getitem__)
    return Labels(
        ACTS[act],
        STANCES[stance],
        CERTAINTIES[certainty],
        CHANNELS[channel] if _odds(rows[3]) >= CHANNEL_FLOOR else Channel.UNKNOWN,
        _odds(rows[1]),
        STANCES[second],
    )


def _odds(logits: list[float]) -> float:
    """Return the probability of the likeliest: for a row as short as a head's, sooner than `softmax`."""
    most = max(logits)
    return 1 / sum(math.exp(logit - most) for logit in logits)
