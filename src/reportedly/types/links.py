"""What belongs together: origins, claims, stories, copies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.types.statements import Pin, Reason


@dataclass(frozen=True, slots=True)
class Origin:
    """One utterance, document or observation in the world, and every statement that goes back to it."""

    id: str
    party: str
    what: str
    statements: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


class ClaimKind(StrEnum):
    """What a claim is about."""

    EVENT = "event"
    QUANTITY = "quantity"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements about one proposition. `gist` is in the affirmative; a denial belongs to the same claim."""

    id: str
    gist: str
    kind: ClaimKind
    story: str
    statements: tuple[str, ...]
    firm: tuple[tuple[str, str], ...] | None = None  # pairs that surely say the same; None: all of them do
    near: tuple[str, ...] | None = None  # statements that are surely about it; None: all of them are
    settled: tuple[str, ...] = ()  # statements whose stance toward it a person has given
    echoing: tuple[str, ...] = ()  # statements that tell another's denial in its words, and so deny it too


@dataclass(frozen=True, slots=True)
class Story:
    """Claims about one developing event."""

    id: str
    title: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that repeats another one, or a passage of it."""

    article: str
    of: str
    containment: float  # share of the article's shingles found in the other one
    drift: tuple[tuple[Pin, Pin], ...] = ()  # (attributed in the original, flat fact in the copy)
    whole: bool = True  # false where only a passage is repeated
