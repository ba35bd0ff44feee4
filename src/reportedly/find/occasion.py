"""The occasion goes on: who spoke at a briefing and speaks again, in that paragraph or the next, is still at it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.types import Article, Channel, Stance, Statement

_PRONOUNS = frozenset({"he", "she", "it", "they"})
_SILENT = frozenset({Stance.NO_COMMENT, Stance.AWAITED})


@dataclass(frozen=True, slots=True)
class _Last:
    """Who spoke last, in which block, and by which channel."""

    source: str
    block: int
    channel: Channel


def carried(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, in order of the text, those without a channel with that of the occasion they go on at."""
    starts = [block.start for block in article.blocks]
    found, last = list[Statement](), None
    for statement in statements:
        source = statement.source.of(article.text).lower() if statement.source is not None else ""
        if not source or statement.within is not None:
            found.append(statement)
            continue
        block = bisect_right(starts, statement.anchor.start)
        channel, name = statement.channel, source
        if (
            last is not None
            and channel is Channel.UNKNOWN
            and block - last.block <= 1
            and _is_same(source, last.source)
        ):
            channel = last.channel
        if last is not None and source in _PRONOUNS:
            name = last.source
        last = _Last(name, block, channel)
        found.append(statement if statement.stance in _SILENT else replace(statement, channel=channel))
    return found


def _is_same(source: str, last: str) -> bool:
    return source in _PRONOUNS or source.split()[-1] == last.split()[-1]
