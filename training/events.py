"""Event sentences as training examples: the main event of a sentence, its words and who takes part."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.events import Example as Sentence
from corpus.stories import GoldArticle
from reportedly.find.labels import EVENT_MODES, EVENT_ROLES, EVENT_TYPES, FLAGS
from reportedly.find.windows import Tokens
from reportedly.text import sentences
from reportedly.types import EventType, Span, Stance
from training.opinions import Opinion, key_of

TAGS = {"e": "trigger", "a": "actor", "r": "recipient", "p": "place", "t": "time", "q": "quantity"}
# Statements that speak of the claim's event itself; what is doubted or awaited is often told by another event's words.
TELLING = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.CONCEDES, Stance.DENIES})
FEWEST = 2  # tokens that can tell of an event
SAID_WEIGHT = 0.6  # of what is said about a claim of an event: mostly that event's words
SENTENCE_WEIGHT = 0.2  # of the sentence it stands in, whose main event may be another
UNTOLD = -100  # no type: what torch's losses pass over
NO_OPINIONS: Mapping[str, Opinion] = {}


@dataclass(frozen=True, slots=True)
class EventTarget:
    """Words of a window and the event they tell of: a sentence, or what is said in it."""

    tokens: NDArray[np.intp]  # their places in the window
    type: int  # place in EVENT_TYPES; UNTOLD where only a teacher has an opinion
    mode: int  # place in EVENT_MODES
    flags: NDArray[np.float32]  # (len(FLAGS),)
    roles: NDArray[np.float32] | None  # (len(tokens), len(EVENT_ROLES)); None: only the type is known
    weight: float = 1.0  # of its type in the loss
    opinion: Opinion | None = None  # a teacher's


def marked(
    tokens: Tokens, sentence: Sentence, offset: int, opinions: Mapping[str, Opinion] = NO_OPINIONS
) -> EventTarget | None:
    """Return the target of an example that stands at an offset of a text, None where the window does not hold it."""
    inside = np.flatnonzero(touches(tokens, Span(offset, offset + len(sentence.text))))
    if not len(inside):
        return None
    roles = np.zeros((len(inside), len(EVENT_ROLES)), np.float32)
    for tag, first, last in sentence.spans:
        if tag in TAGS:
            roles[touches(tokens, Span(offset + first, offset + last))[inside], EVENT_ROLES.index(TAGS[tag])] = 1
    kind = None if sentence.type == "NONE" else EventType(sentence.type)
    mode = EVENT_MODES.index("" if sentence.mode == "-" else sentence.mode)
    flags = np.array([flag.value in sentence.flags for flag in FLAGS], np.float32)
    taught = _fitting(opinions.get(key_of(sentence.text)), inside)
    return EventTarget(inside, EVENT_TYPES.index(kind), mode, flags, roles, opinion=taught)


def told(gold: GoldArticle, tokens: Tokens, kinds: Mapping[str, str]) -> Iterator[EventTarget]:
    """Yield the sentences of a window that speak of a claim's event, and what is said in each; only types are known."""
    text, seen = gold.article.text, set[tuple[int, ...]]()
    for statement in gold.statements:
        kind = kinds.get(gold.claim.get(statement.id, ""), "")
        if kind not in {*EventType.__members__, "NONE"} or not statement.content or statement.stance not in TELLING:
            continue
        place = EVENT_TYPES.index(None if kind == "NONE" else EventType(kind))
        for block in gold.article.blocks:
            for sentence in sentences(text, block.span) if block.span.overlaps(statement.content[0]) else ():
                inside = touches(tokens, sentence)
                on = np.logical_or.reduce([touches(tokens, piece) for piece in statement.content])
                said = np.flatnonzero(inside & on)
                for words, weight in ((said, SAID_WEIGHT), (np.flatnonzero(inside), SENTENCE_WEIGHT)):
                    if len(said) >= FEWEST and (key := tuple(words.tolist())) not in seen:
                        seen.add(key)
                        yield EventTarget(words, place, 0, np.zeros(len(FLAGS), np.float32), None, weight)


def taught(gold: GoldArticle, tokens: Tokens, opinions: Mapping[str, Opinion]) -> Iterator[EventTarget]:
    """Yield the whole sentences of a window that a teacher has an opinion of."""
    text = gold.article.text
    for block in gold.article.blocks if opinions else ():
        for sentence in sentences(text, block.span):
            inside = np.flatnonzero(touches(tokens, sentence))
            opinion = _fitting(opinions.get(key_of(sentence.of(text))), inside)
            if opinion is not None:
                yield EventTarget(inside, UNTOLD, 0, np.zeros(len(FLAGS), np.float32), None, 0.0, opinion)


def _fitting(opinion: Opinion | None, tokens: NDArray[np.intp]) -> Opinion | None:
    """Return an opinion of as many tokens, None where the window cuts the sentence."""
    return opinion if opinion is not None and len(opinion.roles) == len(tokens) else None


def grouped(found: Sequence[Sentence], rnd: random.Random | None) -> Iterator[tuple[Sentence, ...]]:
    """Yield sentences alone, or with `rnd` in random order and often two or three together, as paragraphs stand."""
    if rnd is None:
        yield from ((sentence,) for sentence in found)
        return
    order = list(found)
    rnd.shuffle(order)
    while order:
        size = rnd.choice((1, 1, 2, 3))
        yield tuple(order[:size])
        del order[:size]


def touches(tokens: Tokens, span: Span) -> NDArray[np.bool_]:
    """Tell of each token whether it lies on a span."""
    starts, ends = tokens.spans[:, 0], tokens.spans[:, 1]
    return (starts < span.end) & (ends > span.start) & (ends > starts)
