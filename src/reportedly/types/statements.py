"""Who is said to have said what, and the words it is pinned to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.types.spans import Span

UNATTRIBUTED = "unattributed"


class Act(StrEnum):
    """What a statement does (corpus/GUIDE.md)."""

    FACT = "fact"
    INTENTION = "intention"
    DEMAND = "demand"
    OPINION = "opinion"
    QUESTION = "question"


class Stance(StrEnum):
    """The stance a statement's wording takes towards its claim's affirmative gist (corpus/GUIDE.md)."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    CANNOT_CONFIRM = "cannot_confirm"
    NO_COMMENT = "no_comment"
    AWAITED = "awaited"
    CONCEDES = "concedes"
    RETRACTS = "retracts"
    NONE = ""  # questions and demands


AFFIRMS = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.CONCEDES})


class Certainty(StrEnum):
    """The source's or the writer's own weakening."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    REPORTED = "reported"


class Mode(StrEnum):
    """How much of the content is in the source's own words; REPORT only where nobody is named."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    REPORT = "report"


class Channel(StrEnum):
    """Where the source said it."""

    STATEMENT = "statement"
    BRIEFING = "briefing"
    INTERVIEW = "interview"
    SPEECH = "speech"
    SOCIAL = "social"
    BROADCAST = "broadcast"
    DOCUMENT = "document"
    IMAGERY = "imagery"
    CALL = "call"
    COURT = "court"
    TESTIMONY = "testimony"
    UNKNOWN = "unknown"


class PartyKind(StrEnum):
    """What kind of side a party is."""

    STATE = "state"
    BLOC = "bloc"
    ARMED_GROUP = "armed-group"
    AGENCY = "agency"  # international bodies, monitors, public agencies
    OUTLET = "outlet"
    COMPANY = "company"
    PEOPLE = "people"  # residents, witnesses, a crowd
    EXPERT = "expert"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its bounds; a missing bound is open. "more than 100,000 troops" is low=100000, high=None."""

    low: float | None
    high: float | None
    item: str  # what is counted: "troops", "dead"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One observation that moved a decision, for `reportedly why`."""

    feature: str
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a statement speaks for: a person, the body they speak as, and the side that body belongs to."""

    party: str = UNATTRIBUTED  # short English name: "Russia", "NATO"
    kind: PartyKind = PartyKind.UNKNOWN
    speaker: str = ""  # "Igor Konashenkov"
    role: str = ""  # "spokesman"
    organisation: str = ""  # "Ministry of Defence"
    chain: tuple[str, ...] = ()  # speaker, organisation, ..., party
    via: tuple[str, ...] = ()  # names of outlets and go-betweens, nearest first
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution. `find` fills the words and labels, `name` the voice."""

    id: str  # "<article id>:s<n>", in order of the text
    article: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    via_spans: tuple[Span, ...]
    act: Act
    stance: Stance
    certainty: Certainty
    mode: Mode
    channel: Channel
    said: str  # ISO date, date-time or "start/end" interval, "" where unknown
    quantities: tuple[Quantity, ...] = ()
    within: str | None = None  # id of the statement in whose content this one stands
    score: float = 1.0
    voice: Voice = field(default_factory=Voice)

    def content_in(self, text: str) -> str:
        """Return the words of the content, its pieces joined by a blank; `text` is the article's."""
        return " ".join(piece.of(text) for piece in self.content)

    @property
    def length(self) -> int:
        """Return how many characters the content has."""
        return sum(piece.end - piece.start for piece in self.content)

    @property
    def anchor(self) -> Span:
        """Return the span a pin shows first: the content, else the cue, else the source."""
        for span in (*self.content[:1], self.cue, self.source):
            if span is not None:
                return span
        raise ValueError(f"statement {self.id} has no words")

    @property
    def extent(self) -> Span:
        """Return the smallest span that holds all the statement's words."""
        spans = [*self.content, *self.via_spans, *(s for s in (self.cue, self.source) if s is not None)]
        return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True, slots=True)
class Pin:
    """Where words stand, so that it can be checked (W3C Web Annotation TextPosition and TextQuote selectors)."""

    article: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    sha256: str  # of exact
