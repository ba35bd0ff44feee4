"""What happened, as somebody reports it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.types.spans import Span
from reportedly.types.statements import UNATTRIBUTED, PartyKind, Quantity


class EventType(StrEnum):
    """What happens, by the PLOVER ontology (Open Event Data Alliance): the sixteen heirs of CAMEO's twenty roots."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"  # political or legal yielding
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"  # military yielding
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Flag(StrEnum):
    """How an event is spoken of, other than as something that happened (corpus/events/GUIDE.md)."""

    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"  # would, might, if
    FUTURE = "future"  # will, plans to
    ONGOING = "ongoing"
    ENDED = "ended"
    DEMANDED = "demanded"  # it is what somebody asks for


@dataclass(frozen=True, slots=True)
class Participant:
    """Who does something or has it done to them: the words, and the side they stand for as far as it is known."""

    span: Span
    words: str
    party: str = UNATTRIBUTED  # as in Voice.party
    kind: PartyKind = PartyKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place. `latitude` and `longitude` are degrees (WGS 84); a state's are None: it is no point."""

    span: Span
    name: str
    state: str  # short English name, "" where unknown
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time expression and what it resolves to."""

    span: Span
    value: str  # ISO date, date-time or "start/end" interval, "" where unresolved


@dataclass(frozen=True, slots=True)
class Event:
    """One event as somebody reports it. `find` fills words, type and flags; `name` the sides and the place."""

    id: str  # "<article id>:e<n>", the main event of each sentence before its others
    article: str
    type: EventType
    mode: str  # PLOVER's mode, "" where the type or the wording has none
    flags: frozenset[Flag]
    trigger: Span  # the words that name the event
    actor: Participant | None = None
    recipient: Participant | None = None
    place: Place | None = None
    time: When | None = None
    quantity: Quantity | None = None
    statement: str | None = None  # the innermost statement that reports it; None: the outlet's own narration
    reporter: str = ""  # the party of that statement, or the outlet's name
    score: float = 1.0

    @property
    def narrated(self) -> bool:
        """Tell whether the outlet says so in its own voice."""
        return self.statement is None

    @property
    def extent(self) -> Span:
        """Return the smallest span that holds all words of the event."""
        parts = (self.actor, self.recipient, self.place, self.time)
        spans = [self.trigger, *(part.span for part in parts if part is not None)]
        return Span(min(s.start for s in spans), max(s.end for s in spans))
