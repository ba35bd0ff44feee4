"""Who acts in what a claim says happened, and on whom.

The words of an event seldom name both. Who denies or admits it, whom others name first, who is named after "against":
such signs are weighed for every side that the claim's statements name or come from.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.stand.choice import likeliest
from reportedly.stand.reports import Reports, Vote
from reportedly.types import AFFIRMS, UNATTRIBUTED, Act, Claim, Event, Participant, PartyKind, Stance, Statement
from reportedly.weights import Features

NOBODY = ""
_STEM = 4  # letters of a word that tells a name: "Russi" is in "Russian"
_PREPOSITIONS = ("by", "from", "to", "against", "for")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_SAYS = {
    "affirms": AFFIRMS,
    "denies": frozenset({Stance.DENIES}),
    "admits": frozenset({Stance.CONCEDES, Stance.RETRACTS}),
    "doubts": frozenset({Stance.DOUBTS, Stance.CANNOT_CONFIRM}),
    "is silent": frozenset({Stance.NO_COMMENT, Stance.AWAITED}),
}


def sides(claim: Claim, agreed: Sequence[Vote], reports: Reports) -> tuple[str, str]:
    """Return actor and recipient of the event that votes have agreed on, NOBODY where none is likelier than none."""
    known = features(claim, agreed, reports)
    actor = likeliest(acting(known))
    return actor, likeliest(acted_upon(known, actor))


def acting(known: Mapping[str, Features]) -> dict[str, Features]:
    """Return who may be the actor, nobody last: features as weights.txt names them."""
    return _options("actor", known)


def acted_upon(known: Mapping[str, Features], actor: str) -> dict[str, Features]:
    """Return who may be the recipient beside the actor, nobody last: whoever only speaks of it is none."""
    told = ("named", "acts", "is acted upon", "on its ground")
    return _options("recipient", {s: f for s, f in known.items() if s != actor and any(f[name] for name in told)})


def _options(role: str, known: Mapping[str, Features]) -> dict[str, Features]:
    options: dict[str, Features] = {s: {f"{role}.{name}": value for name, value in f.items()} for s, f in known.items()}
    return options | {NOBODY: {f"{role}.nobody": 1.0}}


def features(claim: Claim, agreed: Sequence[Vote], reports: Reports) -> dict[str, dict[str, float]]:
    """Return what is known of each side that a claim's statements name or come from, sorted by name.

    `agreed` are the claim's votes for the type of event that it tells of.
    """
    said = reports.of(claim)
    events = [event for statement in said for event in reports.told_by(statement)]
    kinds = _kinds(reports.beside(claim), events)
    words = [_named(reports.words_of(statement), kinds.keys()) for statement in said]
    known = {
        side: _does(side, agreed, events)
        | _says(side, said)
        | _is_named(side, said, words)
        | {f"is {kinds[side].value}": 1.0}
        for side in sorted(kinds)
    }
    there = set(_taking_part(events))
    return {side: f for side, f in known.items() if f["speaks"] or f["named"] or side in there}


def _doer(vote: Vote) -> str:
    """Return the side that acts; unnamed, it is whoever intends the act ("will withdraw")."""
    if vote.event.actor is None and vote.statement.act is Act.INTENTION:
        return vote.statement.voice.party
    return party(vote.event.actor)


def party(participant: Participant | None) -> str:
    """Return the side of a participant, NOBODY where it is told of none."""
    return participant.party if participant is not None and participant.party != UNATTRIBUTED else NOBODY


def _taking_part(events: Sequence[Event]) -> Iterator[str]:
    for event in events:
        yield from (party(event.actor), party(event.recipient))
        if event.place is not None:
            yield event.place.state


def _kinds(beside: Sequence[Statement], events: Sequence[Event]) -> dict[str, PartyKind]:
    """Return the kinds of all sides that speak beside the claim or take part in its events."""
    found = {s.voice.party: s.voice.kind for s in reversed(beside)}
    for event in events:
        for who in (event.actor, event.recipient):
            if who is not None:
                found.setdefault(who.party, who.kind)
    return {side: kind for side, kind in found.items() if side not in {NOBODY, UNATTRIBUTED}}


def _does(side: str, agreed: Sequence[Vote], events: Sequence[Event]) -> dict[str, float]:
    """Return what the claim's events say of a side."""
    total = sum(vote.weight for vote in agreed) or 1.0
    acts = sum(vote.weight for vote in agreed if _doer(vote) == side)
    suffers = sum(vote.weight for vote in agreed if party(vote.event.recipient) == side)
    there = sum(event.place is not None and event.place.state == side for event in events)
    return {
        "acts": acts / total,
        "acts often": math.log1p(acts),
        "is acted upon": suffers / total,
        "is acted upon often": math.log1p(suffers),
        "on its ground": there / (len(events) or 1),
    }


def _says(side: str, said: Sequence[Statement]) -> dict[str, float]:
    """Return what a side says of the claim itself."""
    own = [statement for statement in said if statement.voice.party == side]
    return {how: float(any(s.stance in stances for s in own)) for how, stances in _SAYS.items()} | {
        "share of who affirm": sum(s.stance in AFFIRMS for s in own) / len(said),
        "intends": float(any(s.act is Act.INTENTION for s in own)),
        "demands": float(any(s.act is Act.DEMAND for s in own)),
        "speaks": float(bool(own)),
    }


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words name a side: after how many words, and after which."""

    at: int
    after: str  # the word before, articles left aside; "" at the beginning


def _named(text: str, sides: Collection[str]) -> dict[str, _Place]:
    """Return where each side is first named in a text, those that it does not name left out."""
    words = [word.lower() for word in _WORD.findall(text)]
    found = dict[str, _Place]()
    for side in sides:
        stems = _stems(side)
        at = next((i for i, word in enumerate(words) if len(word) >= _STEM and word.startswith(stems)), None)
        if at is not None:
            before = [word for word in words[:at] if word not in _ARTICLES]
            found[side] = _Place(len(before), before[-1] if before else "")
    return found


@lru_cache(maxsize=4096)  # the same sides speak of one claim after another
def _stems(side: str) -> tuple[str, ...]:
    """Return how words begin that name a side: its capitalised words but for their last two letters."""
    words = (word for word in _WORD.findall(side) if word[0].isupper() and len(word) >= _STEM)
    return tuple(word[: max(_STEM, len(word) - 2)].lower() for word in words)


def _is_named(side: str, said: Sequence[Statement], words: Sequence[Mapping[str, _Place]]) -> dict[str, float]:
    """Return how the words of a claim's statements name a side, as shares of them."""
    naming = [(s, named[side], named) for s, named in zip(said, words, strict=True) if side in named]

    def share(told: Iterable[bool]) -> float:
        return sum(told) / len(said)

    return {
        "named": share(True for _ in naming),
        "named at all": math.sqrt(share(True for _ in naming)),
        "named by another": share(s.voice.party != side for s, _, _ in naming),
        "opens": share(place.at <= 1 and place.after not in _PREPOSITIONS for _, place, _ in naming),
        "named first": share(place.at == min(p.at for p in named.values()) for _, place, named in naming),
        "named last": share(
            len(named) > 1 and place.at == max(p.at for p in named.values()) for _, place, named in naming
        ),
    } | {f"after {word}": share(place.after == word for _, place, _ in naming) for word in _PREPOSITIONS}
