"""The brief as a value. A line is a place with words: without a pin there is no way to make one."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.types import (
    Certainty,
    Channel,
    ClaimKind,
    Evidence,
    PartyKind,
    Pin,
    PublishedFrom,
    Relation,
    Role,
    Span,
    Stance,
    Standing,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line's words stand: which source of the story, which of its paragraphs, which characters."""

    source: int  # number of the article among the story's sources, from 1
    paragraph: int  # number of the block in the article, from 1
    pin: Pin


@dataclass(frozen=True, slots=True)
class Said:
    """One party's words: who spoke, when, through whom, how firmly."""

    place: Place
    statement: str
    party: str
    stance: Stance
    certainty: Certainty
    channel: Channel
    speaker: str
    role: str
    organisation: str
    via: tuple[str, ...]
    at: str  # when it was said, or, where `in_print`, when the article was published; "" where neither is known
    in_print: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure one party gives, with its bounds; a missing bound is open."""

    place: Place
    party: str
    low: float | None
    high: float | None
    item: str
    at: str


@dataclass(frozen=True, slots=True)
class Band:
    """What the parties' newest figures for one thing span; the places are those of the figures at its ends."""

    places: tuple[Place, ...]
    low: float | None
    best: float | None
    high: float | None
    item: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Two parties' newest figures that no single number satisfies; `left` was given first."""

    left: Amount
    right: Amount
    relation: Relation


@dataclass(frozen=True, slots=True)
class Turn:
    """A party left one stance for another."""

    place: Place  # of the newer words
    left: Place  # of the older ones
    party: str
    before: Stance
    before_at: str
    after: Stance
    at: str
    claim: str
    new: bool  # since the moment the reader last looked


@dataclass(frozen=True, slots=True)
class Side:
    """A party's newest stance on a claim, the words that took it first, and whatever else backs it."""

    said: Said
    kind: PartyKind
    also: tuple[Place, ...]  # other statements of the same stance, oldest first
    turns: tuple[Turn, ...]  # oldest first
    amounts: tuple[Amount, ...]
    words: str  # of `said`, "" where the claim's gist says as much
    new: bool
    loose: bool  # it speaks of something that may be beside the claim: that it does is shown, no stance


@dataclass(frozen=True, slots=True)
class Unheard:
    """A party the claim is about of whom no article says anything; the place is the claim's own words."""

    place: Place
    party: str


@dataclass(frozen=True, slots=True)
class Open:
    """A question of the coverage, with the words that opened it and, where answered, those that closed it."""

    place: Place
    asks: str
    answered: Place | None


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One utterance, document or observation behind a claim, and who carried it; the place is its first words."""

    place: Place
    party: str
    what: str
    statements: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided; it is laid over the machine's result, which stays as it is."""

    place: Place  # of the words it is about
    id: str  # "k57", for withdrawing it
    act: str  # "merge", "split", "stance", ...
    by: str
    at: str  # ledger time
    reason: str
    value: str  # the stance, side or note; "" where there is no such thing
    machine: tuple[str, ...]  # the machine's own stances or sides in its place


@dataclass(frozen=True, slots=True)
class Unaided:
    """A claim as the machine alone has it, where people's decisions have made something else of it."""

    place: Place
    claim: str
    gist: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its standing and its sides."""

    place: Place  # of the claim's first words
    claim: str
    gist: str
    kind: ClaimKind
    standing: Standing
    rule: str
    independent_origins: int  # surely
    origins_at_most: int
    outlets: int
    since: str
    updated: str
    sides: tuple[Side, ...]  # those who spoke, then those who have not
    unheard: tuple[Unheard, ...]
    band: Band | None
    clashes: tuple[Clash, ...]
    amounts: tuple[Amount, ...]  # of parties that hold no position
    questions: tuple[Open, ...]
    origins: tuple[OriginLine, ...]
    new: bool
    decisions: tuple[Decided, ...] = ()  # oldest first
    unaided: tuple[Unaided, ...] = ()  # only where they make a difference


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said beside the lines above: about no claim, or about one in words of their own."""

    said: Said
    words: str


@dataclass(frozen=True, slots=True)
class Narrated:
    """A figure in an outlet's own voice: carried as background, with nobody named who gave it."""

    amount: Amount
    outlet: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A caption that says its picture shows something else."""

    place: Place
    evidence: Evidence
    caption: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A cited paragraph."""

    paragraph: int
    role: Role
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source of the story: an article and the paragraphs of it that the brief cites."""

    number: int
    article: str
    outlet: str
    title: str
    url: str
    published: str
    published_from: PublishedFrom
    copy_of: int | None  # number of the source it repeats as a whole
    passage_of: int | None  # number of one that it takes a passage from
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """One developing event on one screen."""

    id: str
    title: str
    first: str
    last: str
    outlets: int
    turns: tuple[Turn, ...]  # who moved, newest first
    headline: tuple[Entry, ...]
    also: tuple[Entry, ...]
    background: tuple[Entry, ...]  # carried, but said long before
    remarks: tuple[Remark, ...]  # what is quoted beside them, in the order it was printed
    narrated: tuple[Narrated, ...]
    pictures: tuple[Picture, ...]
    documents: tuple[Document, ...]
    decisions: tuple[Decided, ...] = ()  # about articles, or the story as a whole


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything up to a moment, newest story first."""

    moment: str  # ISO 8601; ages are counted from here
    since: str  # "" or the moment the reader last looked
    stories: tuple[StoryBrief, ...]
    quiet: tuple[str, ...] = ()  # titles of stories in which nothing is new since
    more: bool = False  # older stories were left out
