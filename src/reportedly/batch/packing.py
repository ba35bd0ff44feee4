"""What is packed of an article, and what can be had from it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from reportedly.find import Found
from reportedly.find.events import events
from reportedly.find.marked import Marked
from reportedly.ledger.codec import decode, encode
from reportedly.link.profile import Profile
from reportedly.name import Cast, Memory
from reportedly.types import Article, Event, Statement, Voice


def packed(article: Article, statements: Sequence[Statement], told: Found, made: Profile) -> dict[str, Any]:
    """Return an article as it is packed: with its statements as they are named, the events that were marked in it, and
    its profile."""
    return {
        "article": encode(article),
        "statements": [encode(statement) for statement in statements],
        "marked": [[encode(mark) for mark in sentence] for sentence in told.marked],
        "profile": encode(made),
    }


def found(record: Mapping[str, Any]) -> Found:
    """Return what the finder had found, before it was named: what was split among several voices is one again."""
    statements = (decode(Statement, statement) for statement in record["statements"])
    one = [replace(s, voice=Voice()) for s in statements if "+" not in s.id]
    return Found(one, [[decode(Marked, mark) for mark in sentence] for sentence in record["marked"]])


def named(article: Article, told: Found, memory: Memory) -> tuple[list[Statement], list[Event]]:
    """Name whom the statements speak for and whom the events are of."""
    cast = Cast(article, told.statements, memory)
    return cast.statements, cast.events(events(article, cast.statements, told.marked))
