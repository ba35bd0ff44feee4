"""Where a claim stands at a moment, and who holds what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.types.links import Claim
from reportedly.types.statements import PartyKind, Quantity, Stance


class Standing(StrEnum):
    """Where a claim stands at a moment."""

    CLAIMED = "claimed"  # one side only
    CORROBORATED = "corroborated"  # independent origins of different sides
    DISPUTED = "disputed"
    CONCEDED = "conceded"
    WITHDRAWN = "withdrawn"
    DENIED = "denied"  # denied by those it concerns, asserted by nobody named
    UNADDRESSED = "unaddressed"


@dataclass(frozen=True, slots=True)
class Move:
    """A party took a stance at a moment."""

    stance: Stance
    at: str  # ISO moment, "" where unknown
    statement: str


@dataclass(frozen=True, slots=True)
class Position:
    """A party's stance on a claim: newest first, with every flip kept."""

    party: str
    kind: PartyKind
    stance: Stance
    since: str
    statements: tuple[str, ...]
    history: tuple[Move, ...]  # oldest first


@dataclass(frozen=True, slots=True)
class Figure:
    """What one party says a quantity is."""

    party: str
    quantity: Quantity
    statement: str
    at: str


class Relation(StrEnum):
    """How two figures for one quantity stand to each other."""

    AGREES = "agrees"  # one number satisfies both: "at least 12" and "31"
    REVISED = "revised"  # the same party, later
    DIFFERS = "differs"  # other parties, other days: the count may have moved on
    CONTRADICTS = "contradicts"  # other parties, one moment: both cannot be so


@dataclass(frozen=True, slots=True)
class Rival:
    """Two figures for one quantity that no single number satisfies; `left` was given first."""

    left: Figure
    right: Figure
    relation: Relation


@dataclass(frozen=True, slots=True)
class Bounds:
    """A quantity as the newest figures of all parties have it; None is open or unknown."""

    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Question:
    """Something the coverage says is unknown."""

    id: str
    claim: str
    asks: str
    opened_by: str  # statement id
    closed_by: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim folded up to a moment."""

    claim: Claim
    standing: Standing
    rule: str  # the rule that gave the standing, in words
    positions: tuple[Position, ...]
    independent_origins: int  # of sides that surely back each other up: what counts as corroboration
    origins_at_most: int  # of sides that affirm it, if all that is surely about it says the same
    outlets: int
    figures: tuple[Figure, ...]
    questions: tuple[Question, ...]
    unheard: tuple[str, ...] = ()  # parties of the claim of whom no article says anything
    since: str = ""
    updated: str = ""
    bounds: Bounds | None = None  # quantity claims with at least one figure
    rivals: tuple[Rival, ...] = ()
