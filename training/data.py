"""The corpus as training examples: windows with anchor tags, and the words and labels of every anchor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.stories import GoldArticle
from reportedly.find.labels import ACTS, CERTAINTIES, CHANNELS, ROLES, STANCES
from reportedly.find.windows import Tokens, windows
from reportedly.types import Role, Span, Statement
from training.events import NO_OPINIONS, EventTarget, taught, told, touches
from training.opinions import Opinion


@dataclass(frozen=True, slots=True)
class Target:
    """One anchor of a window and what belongs to it."""

    start: int
    end: int
    is_cue: bool
    roles: NDArray[np.float32]  # (tokens, len(ROLES)), 1 where the token has the role
    labels: tuple[int, int, int, int]  # places in ACTS, STANCES, CERTAINTIES, CHANNELS


@dataclass(frozen=True, slots=True)
class Example:
    """A window and its targets."""

    tokens: Tokens
    tags: NDArray[np.int64]  # (tokens,): places in ANCHOR_TAGS, -100 where attributions are not marked
    targets: tuple[Target, ...]
    events: tuple[EventTarget, ...] = ()


def examples(
    gold: GoldArticle,
    length: int,
    kinds: Mapping[str, str] | None = None,
    opinions: Mapping[str, Opinion] = NO_OPINIONS,
) -> Iterator[Example]:
    """Yield the examples of one article, its windows at most `length` tokens long.

    `kinds` has claims' event types, `opinions` a teacher's on sentences.
    """
    bylines = [b.span for b in gold.article.blocks if b.role is Role.BYLINE]
    for tokens in windows(gold.article, length):
        by_anchor: dict[tuple[int, int], Target] = {}
        for statement in gold.statements:
            target = _target(tokens, statement, bylines)
            if target is None:
                continue
            key = (target.start, target.end)
            if (twin := by_anchor.get(key)) is not None:  # two sources under one cue
                target = Target(*key, target.is_cue, np.maximum(target.roles, twin.roles), twin.labels)
            by_anchor[key] = target
        tags = np.zeros(len(tokens), np.int64)
        for target in sorted(by_anchor.values(), key=lambda t: t.start - t.end):
            first = 1 if target.is_cue else 3
            tags[target.start : target.end] = first + 1
            tags[target.start] = first
        events = (*told(gold, tokens, kinds or {}), *taught(gold, tokens, opinions))
        yield Example(tokens, tags, tuple(by_anchor.values()), events)


def _target(tokens: Tokens, statement: Statement, bylines: list[Span]) -> Target | None:
    anchor = statement.cue
    if anchor is None and statement.source and any(b.holds(statement.source) for b in bylines):
        anchor = statement.source
    if anchor is None:
        return None
    touched = np.flatnonzero(touches(tokens, anchor))
    if not len(touched):
        return None
    roles = np.zeros((len(tokens), len(ROLES)), np.float32)
    words = ((statement.source,) if statement.source else (), statement.content, statement.via_spans)
    for column, spans in enumerate(words):
        for span in spans:
            roles[touches(tokens, span), column] = 1
    labels = (
        ACTS.index(statement.act),
        STANCES.index(statement.stance),
        CERTAINTIES.index(statement.certainty),
        CHANNELS.index(statement.channel),
    )
    return Target(int(touched[0]), int(touched[-1]) + 1, statement.cue is not None, roles, labels)
