"""The port: what a ledger promises, whatever database keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, Self, TypeAlias

Json: TypeAlias = "str | int | float | bool | None | list[Json] | dict[str, Json]"


class EntryKind(StrEnum):
    """What an entry records."""

    ARTICLE = "article"
    STATEMENT = "statement"
    LINK = "link"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before the ledger has given it its place."""

    kind: EntryKind
    subject: str  # id of the article, statement or link it is about
    body: dict[str, Json]
    by: str  # version or person that made it: "reader 1", "name 1", "person:ada"
    said: str = ""  # world time: when what it records was said or published, ISO 8601


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the append-only ledger. `hash` covers everything else and the hash of the entry before."""

    seq: int  # from 1, without gaps
    kind: EntryKind
    subject: str
    body: dict[str, Json]
    by: str
    said: str
    at: str  # ledger time, UTC, ISO 8601
    previous: str
    hash: str


class Ledger(Protocol):
    """An append-only, hash-chained log with a content-addressed store of captures beside it."""

    def append(self, drafts: Sequence[Draft], captures: Mapping[str, bytes] | None = None) -> tuple[Entry, ...]:
        """Append all drafts and captures in one transaction, or none of them."""
        ...

    def entries(
        self, *, kinds: Sequence[EntryKind] = (), subject: str = "", after: int = 0, until: str = ""
    ) -> Iterator[Entry]:
        """Yield entries in order; `until` is a ledger time, inclusive; empty filters let everything pass."""
        ...

    def known(self, kind: EntryKind, subject: str) -> bool:
        """Tell whether an entry of this kind and subject is there."""
        ...

    def capture(self, sha256: str) -> bytes:
        """Return the raw bytes of a capture. Raises KeyError where there is none."""
        ...

    def close(self) -> None:
        """Release the database."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
