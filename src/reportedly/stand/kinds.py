"""Which type of event a claim tells of, if any: "there is cholera on the western shore" is nobody's deed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from reportedly.stand.choice import likeliest
from reportedly.stand.reports import Reports, Vote
from reportedly.types import Act, Claim, Event, EventType, Flag, Statement
from reportedly.weights import Features


def kind(claim: Claim, votes: Sequence[Vote], reports: Reports) -> EventType | None:
    """Return the type of event that a claim's statements tell of, by its `votes`, or None where it is none."""
    return likeliest(options(claim, votes, reports)) if votes else None


def options(claim: Claim, votes: Sequence[Vote], reports: Reports) -> Mapping[EventType | None, Features]:
    """Return the types that some vote is for, the first told first, and none at all, each with its features."""
    told = [(statement, reports.told_by(statement)) for statement in reports.of(claim)]
    types = dict.fromkeys(vote.event.type for vote in votes)
    return {t: _of_type(t, told, votes) for t in types} | {None: _of_none(told, votes)}


def _of_type(
    kind: EventType, told: Sequence[tuple[Statement, Sequence[Event]]], votes: Sequence[Vote]
) -> dict[str, float]:
    telling = [(s, e) for s, events in told for e in events if e.type is kind]
    tellers = {s.id for s, _ in telling}
    weight = sum(v.weight for v in votes if v.event.type is kind)
    return {
        f"type.is {kind.value}": 1.0,
        "type.weight": weight,
        "type.surest": max((e.score for _, e in telling), default=0.0),
        "type.share": len(tellers) / len(told),
        "type.demanded": float(any(Flag.DEMANDED in e.flags for _, e in telling)),
    }


def _of_none(told: Sequence[tuple[Statement, Sequence[Event]]], votes: Sequence[Vote]) -> dict[str, float]:
    silent = sum(not events for _, events in told)
    return {
        "type.none": 1.0,
        "type.none, silent": silent / len(told),
        "type.none, unsure": 1.0 - max((vote.event.score for vote in votes), default=0.0),
        "type.none, views": sum(s.act is Act.OPINION for s, _ in told) / len(told),
        "type.none, often": math.log1p(len(told)),
    }
