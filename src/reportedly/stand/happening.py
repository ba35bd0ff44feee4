"""What a claim says happened: the events that its statements tell of, taken together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reportedly.stand.kinds import kind
from reportedly.stand.reports import Reports, Vote
from reportedly.stand.roles import party, sides
from reportedly.types import AFFIRMS, Claim, Event, EventType, Flag, Place, Stance, When

T = TypeVar("T")
_UNREAL = frozenset({Flag.NEGATED, Flag.HYPOTHETICAL, Flag.DEMANDED})


@dataclass(frozen=True, slots=True)
class Happening:
    """The event of one claim. Sides are "" where nobody is named."""

    claim: str
    type: EventType
    mode: str
    flags: frozenset[Flag]
    actor: str
    recipient: str
    place: Place | None
    time: When | None
    events: tuple[str, ...]  # ids of the events that agree on the type, the first told first


def happening(claim: Claim, reports: Reports) -> Happening | None:
    """Return what a claim says happened, or None where it tells of no event.

    Each origin has one vote, by the statement of it that was known first, so that copies decide nothing. Type and sides
    are chosen by what the corpus has taught of such votes (weights.txt); all else is told by those that agree on the
    type.
    """
    votes = reports.votes(claim)
    told = kind(claim, votes, reports)
    if told is None:
        return None
    agreed = [vote for vote in votes if vote.event.type is told]
    actor, recipient = sides(claim, agreed, reports)
    return Happening(
        claim=claim.id,
        type=told,
        mode=_most([(vote.event.mode, vote.weight) for vote in agreed if vote.event.mode]) or "",
        flags=_flags(agreed),
        actor=actor,
        recipient=recipient,
        place=next((v.event.place for v in agreed if v.event.place is not None and v.event.place.state), None),
        time=next((v.event.time for v in agreed if v.event.time is not None and v.event.time.value), None),
        events=tuple(vote.event.id for vote in agreed),
    )


def _most(weighted: Sequence[tuple[T, float]]) -> T | None:
    """Return what has most weight, the first of its kind on a tie."""
    sums: dict[T, float] = {}
    for name, weight in weighted:
        sums[name] = sums.get(name, 0.0) + weight
    return max(sums, key=sums.__getitem__, default=None)


def _flags(votes: Sequence[Vote]) -> frozenset[Flag]:
    """Return the flags that more than half of the affirming votes have: what is denied, its denial calls negated."""
    affirming = [vote for vote in votes if vote.statement.stance in AFFIRMS]
    total = sum(vote.weight for vote in affirming)
    return frozenset(flag for flag in Flag if 2 * sum(v.weight for v in affirming if flag in v.event.flags) > total)


def witnesses(claim: Claim, found: Happening, reports: Reports) -> Claim:
    """Return the claim without those affirmations that tell of something else than what it says happened.

    A claim may have grown wide ("they are leaving", "they still stand around the town"): whoever affirms another part
    of it backs up no withdrawal. A bare "confirmed it" tells of no event and stays; so do denials, doubts and silence.
    """

    def stays(name: str) -> bool:
        statement = reports.statements.get(name)
        if statement is None or statement.stance not in AFFIRMS:
            return True
        told = {event.type for event in reports.told_by(statement) if _UNREAL.isdisjoint(event.flags)}
        return found.type in told or (statement.stance is not Stance.ASSERTS and not told)

    kept = tuple(name for name in claim.statements if stays(name))
    firm = claim.firm and tuple(pair for pair in claim.firm if set(pair) <= set(kept))
    return replace(claim, statements=kept, firm=firm)


def of_event(event: Event) -> Happening:
    """Return a single event that belongs to no claim as a happening."""
    return Happening(
        claim="",
        type=event.type,
        mode=event.mode,
        flags=event.flags,
        actor=party(event.actor),
        recipient=party(event.recipient),
        place=event.place,
        time=event.time,
        events=(event.id,),
    )
