"""The port: what a ledger promises, whatever database keeps it.

A ledger is a log of entries that is only ever appended to, and a store of captures (raw bytes, by their SHA-256) beside
it. Each entry's hash covers the entry and the hash before it (`chain`), so the head's hash stands for the whole log.
Because nothing is updated or deleted, a reader needs no snapshot: what it has read stays true.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias

from reportedly.ledger.beside import Outbox, Watched

if TYPE_CHECKING:  # a promise needs no database, and its library is heavy to import
    from reportedly.ledger.passages import Passages
    from reportedly.ledger.users import Users

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


class EntryKind(StrEnum):
    """What an entry records, and what its `subject` and `object` name."""

    CAPTURE = "capture"  # subject: SHA-256 of raw bytes that were kept
    ARTICLE = "article"  # subject: article, object: capture
    STATEMENT = "statement"  # subject: statement, object: article
    EVENT = "event"  # subject: article; all events that one version of the reader found in it
    READING = "reading"  # subject: article; lists the statements that one version of the reader found in it
    LINK = "link"  # subject: article; all links that the linker made for it and its statements
    KIN = "kin"  # subject, object: articles that have to be looked at together, because links of theirs meet
    CORRECTION = "correction"  # subject: what a person decided about
    ACCESS = "access"  # subject: a person who logged in or out of a server, was refused, was given or lost a right


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before the ledger has given it its place."""

    kind: EntryKind
    subject: str
    body: dict[str, Json]
    by: str  # version or person that made it: "find rules-1", "person:ada"
    said: str = ""  # world time: when what it records was said or published, ISO 8601, "" where unknown
    object: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `body` is kept as the JSON text it was written as, so that its hash never depends on us."""

    seq: int  # from 1, without gaps
    kind: EntryKind
    subject: str
    object: str
    by: str
    said: str
    at: str  # ledger time, UTC, ISO 8601 with microseconds; the same for one append, later for the next
    body: str
    hash: str  # 64 hex digits


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry's place, time and hash. Whoever notes it elsewhere can prove later that nothing was cut off."""

    seq: int
    at: str
    hash: str


class LedgerError(Exception):
    """What a ledger cannot do, in words that say what, where and what to do."""


class MovedError(LedgerError):
    """Someone else appended since the plan was made: catch up and plan again."""


class ReadOnlyError(LedgerError):
    """The ledger can be read and not written."""


class FullError(LedgerError):
    """There is no room left; nothing of this append was kept."""


class BusyError(LedgerError):
    """Another writer held the ledger for too long."""


class DamagedError(LedgerError):
    """The database cannot be read as a ledger."""


class Ledger(Protocol):
    """An append-only, hash-chained log with a content-addressed store of captures beside it."""

    def head(self) -> Head:
        """Return where the log ends; seq 0 while it is empty."""
        ...

    def append(
        self, drafts: Sequence[Draft], captures: Mapping[str, bytes] | None = None, *, after: int | None = None
    ) -> tuple[Entry, ...]:
        """Append all drafts and captures (SHA-256 -> raw bytes) in one transaction, or none of them.

        `after` is the seq the plan was made at: MovedError where the log has grown since. Captures that are there
        already stay as they are.
        """
        ...

    def adopt(self, entries: Sequence[Entry], captures: Mapping[str, bytes]) -> None:
        """Append entries of another ledger as they are. Raises ValueError where they do not continue this chain."""
        ...

    def entries(
        self,
        *,
        kinds: Collection[EntryKind] = (),
        subjects: Collection[str] | None = None,
        objects: Collection[str] | None = None,
        after: int = 0,
        until: int | None = None,
    ) -> Iterator[Entry]:
        """Yield the entries that pass every filter, in order, up to seq `until` (else up to the head as it is now)."""
        ...

    def moment(self, at: str) -> int:
        """Return the seq of the last entry made at or before a ledger time (ISO 8601 UTC; a prefix means its end)."""
        ...

    def capture(self, sha256: str) -> bytes:
        """Return the raw bytes of a capture. Raises KeyError where there is none, DamagedError where it is spoilt."""
        ...

    def captures(self) -> Iterator[str]:
        """Yield the SHA-256 of every capture, in order."""
        ...

    def remember(self, notes: Mapping[str, bytes]) -> None:
        """Keep what would take long to compute again, by name. Notes are no part of the log: nobody vouches for them.

        A note that is there already is replaced.
        """
        ...

    def recall(self, names: Collection[str]) -> dict[str, bytes]:
        """Return the notes of these names, as far as there are any."""
        ...

    @property
    def watched(self) -> Watched:
        """Return what watching remembers, beside the log."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Return the alerts that are on their way, beside the log."""
        ...

    @property
    def users(self) -> Users:
        """Return who may use a server over this ledger, beside the log."""
        ...

    @property
    def passages(self) -> Passages:
        """Return what was said, for searching, beside the log."""
        ...

    def faults(self) -> Iterator[str]:
        """Yield what the database itself finds wrong: broken pages, indexes that disagree, missing guards."""
        ...

    def close(self) -> None:
        """Release the database."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
