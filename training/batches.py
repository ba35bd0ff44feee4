"""Windows of the corpus in batches, each time in another variant and in other company."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import torch
from torch import Tensor

import corpus.events
from corpus.stories import GoldArticle, stories
from reportedly.find.windows import AIM, LENGTH, windows
from reportedly.read import read_text
from training.augment import alone, variant
from training.data import Example, examples
from training.events import NO_OPINIONS, grouped, marked
from training.opinions import Opinion

EVENT_PASSES = 1  # over the event sentences in an epoch, each time in other company
LENGTHS = (256, 128, AIM, AIM)  # of training windows: most as they are when it reads, some with more around them
ALONE = 3  # sentences of an article that also stand by themselves


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one width, all (windows, width)."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    tags: Tensor
    examples: tuple[Example, ...]


def batches(found: Sequence[Example], limit: int, rnd: random.Random) -> Iterator[Batch]:
    """Yield batches of windows of like length, in random order."""
    order = sorted(found, key=lambda e: len(e.tokens) + rnd.random() * 24)
    groups: list[list[Example]] = [[]]
    for example in order:
        if groups[-1] and len(example.tokens) * (len(groups[-1]) + 1) > limit:
            groups.append([])
        groups[-1].append(example)
    rnd.shuffle(groups)
    for group in groups:
        width = max(len(e.tokens) for e in group)

        def padded(rows: list[np.ndarray], fill: int = 0, width: int = width) -> Tensor:
            return torch.tensor(np.stack([np.pad(r, (0, width - len(r)), constant_values=fill) for r in rows]))

        yield Batch(
            padded([e.tokens.ids for e in group]),
            padded([e.tokens.features for e in group]),
            padded([np.ones(len(e.tokens), np.int64) for e in group]),
            padded([e.tags for e in group], -100),
            tuple(group),
        )


def gather(part: str, rnd: random.Random | None = None, opinions: Mapping[str, Opinion] = NO_OPINIONS) -> list[Example]:
    """Return the examples of one part of the corpus; with `rnd`, in a fresh variant."""
    found: list[Example] = []
    for story in stories(part):
        kinds = {claim.id: claim.event for claim in story.claims.values()}
        for article in story.articles:
            if rnd is None:
                found += examples(article, LENGTH, kinds)
                continue
            told = variant(article, rnd)
            found += examples(told, rnd.choice(LENGTHS), kinds, opinions)
            found += [e for sentence in alone(told, rnd, ALONE) for e in examples(sentence, LENGTH, kinds, opinions)]
    if rnd is None:
        return found + list(event_examples("test" if part == "dev" else part, rnd))
    return found + [e for _ in range(EVENT_PASSES) for e in event_examples("train", rnd, opinions) if part == "train"]


def event_examples(
    part: str, rnd: random.Random | None, opinions: Mapping[str, Opinion] = NO_OPINIONS
) -> Iterator[Example]:
    """Yield windows of event sentences, alone or a few together."""
    for sentences in grouped(list(corpus.events.examples(part)), rnd):
        article = read_text("\n\n".join(sentence.text for sentence in sentences))
        if rnd is not None:
            article = variant(GoldArticle(article, (), {}, {}, (), (), ""), rnd).article
        offsets = [0, *accumulate(len(sentence.text) + 2 for sentence in sentences)]
        for tokens in windows(article, LENGTH):
            found = [marked(tokens, s, offset, opinions) for s, offset in zip(sentences, offsets, strict=False)]
            tags = np.full(len(tokens), -100, np.int64)
            yield Example(tokens, tags, (), tuple(target for target in found if target is not None))
