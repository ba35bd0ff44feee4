"""What a desk answers with, beside the nouns of `types`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from reportedly.types import Article, Link, PartyKind, Skipped, Stance, Statement


class NotFoundError(LookupError):
    """There is nothing of that name in the ledger."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An input that was read and is now in the ledger."""

    source: str
    article: Article
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An input that the ledger holds already, read by the same versions."""

    source: str
    article: str


Outcome: TypeAlias = Kept | Unchanged | Skipped


@dataclass(frozen=True, slots=True)
class ReadTotals:
    """What became of the inputs of one run."""

    kept: int = 0
    unchanged: int = 0
    skipped: int = 0
    statements: int = 0  # in the articles that were kept

    def plus(self, outcome: Outcome) -> ReadTotals:
        """Return the totals with one more outcome in them."""
        match outcome:
            case Kept():
                return ReadTotals(
                    self.kept + 1, self.unchanged, self.skipped, self.statements + len(outcome.statements)
                )
            case Unchanged():
                return ReadTotals(self.kept, self.unchanged + 1, self.skipped, self.statements)
            case Skipped():
                return ReadTotals(self.kept, self.unchanged, self.skipped + 1, self.statements)


@dataclass(frozen=True, slots=True)
class PartyCount:
    """A side and how often it speaks."""

    party: str
    kind: PartyKind
    statements: int
    speakers: tuple[str, ...]  # names, most quoted first


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, as it stands in the ledger."""

    id: str  # "k<seq>"
    act: str  # "merge", "split", "move", "party", ...
    by: str  # the person
    reason: str
    at: str  # ledger time
    subjects: tuple[str, ...]  # as the person named them
    about: tuple[str, ...]  # the statements and articles that were before the person's eyes
    value: str  # what it was set to, "" where there is no such thing
    withdrawn: bool  # a later decision took it back
    stands: bool  # it finds the words it was made about; false where no reading has them any more


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is as it is: what the machine saw, and what people decided about it."""

    subject: str
    by: tuple[str, ...]  # versions that found and linked it
    at: str  # ledger time of its newest version
    machine: Statement | None  # a statement as the machine read it, before any person's decision
    links: tuple[Link, ...]  # with their reasons
    decisions: tuple[Decision, ...]
    toward: str = ""  # what a statement counts for in its claim, where that is not its own stance; in words


@dataclass(frozen=True, slots=True)
class Shift:
    """A party's stance on a claim that differs between two moments."""

    claim: str
    gist: str
    party: str
    before: Stance | None  # None: had not spoken
    after: Stance | None
    statement: str  # the newest statement behind it, for its pin
