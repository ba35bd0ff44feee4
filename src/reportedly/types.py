"""The nouns of the product: frozen values that every stage takes and gives.

All offsets are counted in code points of ``Article.text``, end exclusive. Nothing here reads a clock, file or database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

UNATTRIBUTED = "unattributed"


class Span(NamedTuple):
    """Half-open range of code points in one article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


# --- reading ----------------------------------------------------------------------------------------------------------


class Role(StrEnum):
    """What a block is on the page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    BYLINE = "byline"  # the name line under a block quote, or the author's line
    CAPTION = "caption"
    FURNITURE = "furniture"


class Evidence(StrEnum):
    """What a caption says its picture is worth."""

    EVENT = "event"
    FILE = "file"  # archive or file photo: not of this event
    ILLUSTRATIVE = "illustrative"  # "representational purposes only"
    UNKNOWN = "unknown"


class PublishedFrom(StrEnum):
    """How the publication time is known."""

    METADATA = "metadata"
    PAGE_TEXT = "page text"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of an article's text with one role; blocks are disjoint and in reading order."""

    role: Role
    start: int
    end: int
    evidence: Evidence | None = None  # captions only
    credit: str = ""  # captions only: who took or supplied the picture

    @property
    def span(self) -> Span:
        """Return where the block lies."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One reading of one document. `text` never changes; another reading is another Article."""

    id: str  # "a" and the first 12 hex digits of sha256
    source: str  # as the caller named it: path, URL, "-"
    url: str
    outlet: str
    title: str
    published: str  # ISO 8601 date or date-time, "" where unknown
    published_from: PublishedFrom
    text: str
    sha256: str  # of text, title, outlet, url and published: the same reading has the same digest
    capture: str  # SHA-256 of the raw bytes it was read from
    blocks: tuple[Block, ...]
    furniture: tuple[str, ...] = ()  # lines of the page kept out of the text
    author: str = ""
    credit: str = ""  # agency credit: "Reuters", "with inputs from PTI"


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, and why, in words for people."""

    source: str
    reason: str


# --- statements -------------------------------------------------------------------------------------------------------


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


# --- events -----------------------------------------------------------------------------------------------------------


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


# --- links ------------------------------------------------------------------------------------------------------------


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


# --- standing ---------------------------------------------------------------------------------------------------------


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
    independent_origins: int
    outlets: int
    figures: tuple[Figure, ...]
    questions: tuple[Question, ...]
    unheard: tuple[str, ...] = ()  # parties of the claim of whom no article says anything
    since: str = ""
    updated: str = ""
    bounds: Bounds | None = None  # quantity claims with at least one figure
    rivals: tuple[Rival, ...] = ()


# --- ledger -----------------------------------------------------------------------------------------------------------


class LinkKind(StrEnum):
    """What a link ties its subject to."""

    CLAIM = "claim"  # statement -> another statement of the same claim
    ORIGIN = "origin"  # statement -> another statement of the same origin
    STORY = "story"  # article -> another article of the same story
    COPY = "copy"  # article -> the article it repeats


@dataclass(frozen=True, slots=True)
class Link:
    """A decision of the `link` stage, with what moved it. Claims, origins and stories are folds over links."""

    kind: LinkKind
    subject: str
    target: str
    score: float  # probability of being the same; COPY: of repeating the target as a whole
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on a link. It wins over the machine's; the last one on a pair stands."""

    kind: LinkKind  # CLAIM, ORIGIN or STORY
    left: str
    right: str
    same: bool
