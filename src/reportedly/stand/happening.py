"""What a claim says happened: the events that its statements tell of, taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reportedly.stand.moment import known_at
from reportedly.stand.positions import AFFIRMS
from reportedly.types import (
    UNATTRIBUTED,
    Act,
    Article,
    Claim,
    Event,
    EventType,
    Flag,
    Origin,
    Participant,
    Place,
    Stance,
    Statement,
    When,
)

T = TypeVar("T")
_UNREAL = frozenset({Flag.NEGATED, Flag.HYPOTHETICAL, Flag.DEMANDED})
_OWN = frozenset({Stance.DENIES, Stance.CONCEDES, Stance.RETRACTS})  # of what the speaker is said to have done
# Troops moved to another state are its guests as often as its foes.
_ON_THE_GROUND = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.RETREAT})
_DENIAL = 0.5  # a denial tells of the same event, but often in other words


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


@dataclass(frozen=True, slots=True)
class _Vote:
    event: Event
    weight: float


def happening(
    claim: Claim,
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
    origins: Mapping[str, Origin],
    events: Iterable[Event],
) -> Happening | None:
    """Return what a claim says happened, or None where its statements tell of no event.

    Each origin has one vote, by the statement of it that was known first, so that copies decide nothing. Within it the
    surest event speaks; sides and places come from those that agree on the type.
    """
    members = [statements[name] for name in claim.statements if name in statements]
    votes = _votes(members, articles, origins, events)
    kind = _most([(vote.event.type, vote.weight) for vote in votes])
    if kind is None:
        return None
    agreed = [vote for vote in votes if vote.event.type is kind]
    actor = _own(agreed, statements) or _answering(members)
    actor = actor or _side((_doer(vote, statements), vote.weight) for vote in agreed)
    recipient = _side(((_party(vote.event.recipient), vote.weight) for vote in agreed), actor)
    recipient = recipient or _side(((_ground(vote.event), vote.weight) for vote in agreed), actor)
    return Happening(
        claim=claim.id,
        type=kind,
        mode=_most([(vote.event.mode, vote.weight) for vote in agreed if vote.event.mode]) or "",
        flags=_flags(agreed, statements),
        actor=actor,
        recipient=recipient,
        place=next((v.event.place for v in agreed if v.event.place is not None and v.event.place.state), None),
        time=next((v.event.time for v in agreed if v.event.time is not None and v.event.time.value), None),
        events=tuple(vote.event.id for vote in agreed),
    )


def _votes(
    members: Sequence[Statement],
    articles: Mapping[str, Article],
    origins: Mapping[str, Origin],
    events: Iterable[Event],
) -> list[_Vote]:
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.statement is not None:
            told[event.statement].append(event)
    heard = set[str]()
    votes = list[_Vote]()
    for statement in sorted(members, key=lambda s: (known_at(s, articles), s.id)):
        origin = origins[statement.id].id if statement.id in origins else statement.id
        if origin not in heard and told[statement.id]:
            heard.add(origin)
            event = max(told[statement.id], key=lambda e: (Flag.DEMANDED not in e.flags, e.score))
            votes.append(_Vote(event, event.score * (1.0 if statement.stance in AFFIRMS else _DENIAL)))
    return votes


def _own(votes: Sequence[_Vote], statements: Mapping[str, Statement]) -> str:
    """Return the side that tells of its own deed: whoever denies "we have withdrawn" has withdrawn nothing."""
    told = ((statements[vote.event.statement or ""], _doer(vote, statements), vote.weight) for vote in votes)
    return _side((doer, weight) for said, doer, weight in told if said.voice.party == doer and said.stance in AFFIRMS)


def _answering(members: Sequence[Statement]) -> str:
    """Return the side that denies, admits or takes back what is claimed: it is the one that is said to have done it.

    In the corpus it is so three times of four, where the words of an event name who acts far less often.
    """
    return _side((s.voice.party, 1.0) for s in members if s.stance in _OWN)


def _doer(vote: _Vote, statements: Mapping[str, Statement]) -> str:
    """Return the side that acts; unnamed, it is whoever intends the act ("will withdraw")."""
    statement = statements[vote.event.statement or ""]
    if vote.event.actor is None and statement.act is Act.INTENTION:
        return statement.voice.party
    return _party(vote.event.actor)


def _party(participant: Participant | None) -> str:
    return participant.party if participant is not None else UNATTRIBUTED


def _ground(event: Event) -> str:
    """Return the state on whose ground it is done: "withdraws from the Selmian border"."""
    return event.place.state if event.place is not None and event.type in _ON_THE_GROUND else ""


def _side(weighted: Iterable[tuple[str, float]], other: str = "") -> str:
    return _most([(party, weight) for party, weight in weighted if party not in {"", UNATTRIBUTED, other}]) or ""


def _most(weighted: Sequence[tuple[T, float]]) -> T | None:
    """Return what has most weight, the first of its kind on a tie."""
    sums: dict[T, float] = {}
    for name, weight in weighted:
        sums[name] = sums.get(name, 0.0) + weight
    return max(sums, key=sums.__getitem__, default=None)


def _flags(votes: Sequence[_Vote], statements: Mapping[str, Statement]) -> frozenset[Flag]:
    """Return the flags that more than half of the affirming votes have: what is denied, its denial calls negated."""
    affirming = [v for v in votes if v.event.statement and statements[v.event.statement].stance in AFFIRMS]
    total = sum(vote.weight for vote in affirming)
    return frozenset(flag for flag in Flag if 2 * sum(v.weight for v in affirming if flag in v.event.flags) > total)


def witnesses(claim: Claim, found: Happening, statements: Mapping[str, Statement], events: Iterable[Event]) -> Claim:
    """Return the claim without those affirmations that tell of something else than what it says happened.

    A claim may have grown wide ("they are leaving", "they still stand around the town"): whoever affirms another part
    of it backs up no withdrawal. A bare "confirmed it" tells of no event and stays; so do denials, doubts and silence.
    """
    told: dict[str, set[EventType]] = defaultdict(set)
    for event in events:
        if event.statement is not None and not _UNREAL.intersection(event.flags):
            told[event.statement].add(event.type)

    def stays(name: str) -> bool:
        stance = statements[name].stance if name in statements else Stance.NONE
        if stance not in AFFIRMS or found.type in told[name]:
            return True
        return stance is not Stance.ASSERTS and not told[name]

    kept = tuple(name for name in claim.statements if stays(name))
    firm = claim.firm and tuple(pair for pair in claim.firm if set(pair) <= set(kept))
    return replace(claim, statements=kept, firm=firm)


def of_event(event: Event) -> Happening:
    """Return a single event that belongs to no claim as a happening."""

    def side(participant: Participant | None) -> str:
        return _side([(_party(participant), 1.0)])

    return Happening(
        claim="",
        type=event.type,
        mode=event.mode,
        flags=event.flags,
        actor=side(event.actor),
        recipient=side(event.recipient),
        place=event.place,
        time=event.time,
        events=(event.id,),
    )
