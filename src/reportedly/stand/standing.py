"""Where a claim stands: the first rule that fits, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.stand.positions import AFFIRMS
from reportedly.types import (
    UNATTRIBUTED,
    Act,
    Certainty,
    Channel,
    Mode,
    Origin,
    PartyKind,
    Position,
    Stance,
    Standing,
    Statement,
)

# An expert's view of what happened is no second witness; what an expert measured or saw in pictures is.
_OBSERVES = frozenset({Channel.IMAGERY, Channel.DOCUMENT, Channel.TESTIMONY})


@dataclass(frozen=True, slots=True)
class Ruling:
    """A standing, the rule that gave it, and the sides whose word counts as independent."""

    standing: Standing
    rule: str
    independent: tuple[str, ...]


def ruling(positions: Sequence[Position], statements: Mapping[str, Statement], origins: Mapping[str, Origin]) -> Ruling:
    """Judge a claim by its parties' newest stances. `origins` is keyed by statement id; a statement without an entry
    is an origin of its own.
    """
    named = [p for p in positions if p.party != UNATTRIBUTED]
    affirm = [p for p in named if p.stance in AFFIRMS]
    sides = independent(affirm, statements, origins)

    def held(*stances: Stance) -> list[str]:
        return sorted(p.party for p in named if p.stance in stances)

    conceded, denied, retracted = held(Stance.CONCEDES), held(Stance.DENIES), held(Stance.RETRACTS)
    asserted = held(Stance.ASSERTS, Stance.CONFIRMS)
    if conceded and not denied:
        return Ruling(Standing.CONCEDED, f"{_names(conceded)} admitted what it had denied or withheld", sides)
    if affirm and denied:
        return Ruling(
            Standing.DISPUTED, f"{_names(sorted(asserted + conceded))} affirmed, {_names(denied)} denied", sides
        )
    if retracted and not affirm:
        return Ruling(Standing.WITHDRAWN, f"taken back by {_names(retracted)}; nobody else affirms it", sides)
    if not affirm and denied:
        return Ruling(Standing.DENIED, f"denied by {_names(denied)}; nobody named affirms it", sides)
    if len(sides) > 1:
        return Ruling(Standing.CORROBORATED, f"{_names(list(sides))} affirm it, each from an origin of its own", sides)
    if affirm:
        return Ruling(Standing.CLAIMED, f"rests on {_names(asserted)} alone: {_why_alone(affirm, sides)}", sides)
    return Ruling(Standing.UNADDRESSED, "nobody named affirms or denies it", sides)


def independent(
    affirm: Sequence[Position], statements: Mapping[str, Statement], origins: Mapping[str, Origin]
) -> tuple[str, ...]:
    """Return the sides that affirm a claim from an origin of their own, sorted.

    Each origin speaks for one side, that of its own party; a side counts once however often it speaks. Copies, relays
    and further quotations share an origin, so they can never add to the count.
    """
    sides = set()
    for position in affirm:
        for name in position.statements:
            statement = statements[name]
            if not _witnesses(statement):
                continue
            origin = origins.get(name)
            side = origin.party if origin is not None else statement.voice.party
            if side != UNATTRIBUTED:
                sides.add(side)
    return tuple(sorted(sides))


def _witnesses(statement: Statement) -> bool:
    """Tell whether an affirmation can back a claim up: said of the world, by somebody named, no hearsay."""
    voice = statement.voice
    if voice.party == UNATTRIBUTED or statement.mode is Mode.REPORT or statement.certainty is Certainty.REPORTED:
        return False
    if voice.kind is PartyKind.EXPERT:
        return statement.channel in _OBSERVES
    return statement.act in {Act.FACT, Act.INTENTION}


def _why_alone(affirm: Sequence[Position], sides: Sequence[str]) -> str:
    if len(affirm) == 1:
        return "no other side affirms it"
    return "the others only repeat it or offer a view" if sides else "none of them speaks of what it saw or did"


def _names(parties: Sequence[str]) -> str:
    return parties[0] if len(parties) == 1 else f"{', '.join(parties[:-1])} and {parties[-1]}"
