"""The nouns of the product: frozen values that every stage takes and gives.

All offsets are counted in code points of ``Article.text``, end exclusive. Nothing here reads a clock, file or database.
"""

from __future__ import annotations

from reportedly.types.articles import Article, Block, Evidence, PublishedFrom, Role, Skipped
from reportedly.types.events import Event, EventType, Flag, Participant, Place, When
from reportedly.types.links import Claim, ClaimKind, Copy, Origin, Story
from reportedly.types.records import Judgement, Link, LinkKind
from reportedly.types.spans import Span
from reportedly.types.standing import Bounds, ClaimView, Figure, Move, Position, Question, Relation, Rival, Standing
from reportedly.types.statements import (
    AFFIRMS,
    UNATTRIBUTED,
    Act,
    Certainty,
    Channel,
    Mode,
    PartyKind,
    Pin,
    Quantity,
    Reason,
    Stance,
    Statement,
    Voice,
)

__all__ = [
    "AFFIRMS",
    "UNATTRIBUTED",
    "Act",
    "Article",
    "Block",
    "Bounds",
    "Certainty",
    "Channel",
    "Claim",
    "ClaimKind",
    "ClaimView",
    "Copy",
    "Event",
    "EventType",
    "Evidence",
    "Figure",
    "Flag",
    "Judgement",
    "Link",
    "LinkKind",
    "Mode",
    "Move",
    "Origin",
    "Participant",
    "PartyKind",
    "Pin",
    "Place",
    "Position",
    "PublishedFrom",
    "Quantity",
    "Question",
    "Reason",
    "Relation",
    "Rival",
    "Role",
    "Skipped",
    "Span",
    "Stance",
    "Standing",
    "Statement",
    "Story",
    "Voice",
    "When",
]
