"""Our own statements in gold stories, paired with the gold ones, for measuring and learning end to end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from measure.labelled import Labelled
from measure.scoring import THRESHOLD, Words, dice
from reportedly.find import finder
from reportedly.name import Memory, learn, voices
from reportedly.types import Span, Statement


def read_again(story: Labelled) -> tuple[dict[str, tuple[Statement, ...]], dict[str, str]]:
    """Find and name a story's statements; return them by article, and which gold statement each of ours is."""
    memory, read = Memory(), dict[str, tuple[Statement, ...]]()
    for article, found in zip(story.articles, finder().find(story.articles), strict=True):
        read[article.id] = tuple(voices(article, found, memory))
        memory = learn(memory, article, read[article.id])
    return read, pairing(story, read)


def relabelled(story: Labelled) -> Labelled:
    """Return the story with our statements in place of the gold ones, labelled as those they are paired with."""
    read, same = read_again(story)
    return replace(
        story,
        statements=read,
        claim={ours: story.claim[gold] for ours, gold in same.items() if gold in story.claim},
        apart=frozenset(ours for ours, gold in same.items() if gold in story.apart),
        origin={ours: story.origin[gold] for ours, gold in same.items() if gold in story.origin},
    )


def pairing(story: Labelled, read: Mapping[str, Sequence[Statement]]) -> dict[str, str]:
    """Pair our statements one to one with gold ones by the Dice of their contents, the closest first.

    Statements without content are paired by the words of cue and source.
    """
    paired: dict[str, str] = {}
    for article in story.articles:
        words = Words(article.text)
        close = sorted(
            (
                (dice(words.of(_told(ours)), words.of(_told(gold))), ours.id, gold.id)
                for ours in read[article.id]
                for gold in story.statements[article.id]
                if bool(ours.content) == bool(gold.content)
            ),
            reverse=True,
        )
        taken: set[str] = set()
        for score, ours_id, gold_id in close:
            if score >= THRESHOLD and ours_id not in paired and gold_id not in taken:
                paired[ours_id] = gold_id
                taken.add(gold_id)
    return paired


def _told(statement: Statement) -> list[Span]:
    return list(statement.content) or [span for span in (statement.cue, statement.source) if span is not None]
