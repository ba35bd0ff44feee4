"""What is kept beside the log, in the same database: what watching and alerts have to remember between two runs.

None of it is evidence. It may be thrown away: feeds would be asked as if for the first time, and the log would notice
that it has their articles already.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

NEVER = ""  # as a time that is due


def written(moment: datetime) -> str:
    """Return a moment as it is kept here: UTC, ISO 8601 to the microsecond, so that text sorts as time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of a feed from the last time it was asked. Times are UTC, ISO 8601 with microseconds."""

    url: str  # as the list of feeds names it
    address: str = ""  # where it has moved for good, "" where it has not
    etag: str = ""
    last_modified: str = ""
    due: str = NEVER
    failures: int = 0  # in a row
    problem: str = ""  # why the last try failed


@dataclass(frozen=True, slots=True)
class PageState:
    """What is known of a page that a feed led to."""

    url: str
    feed: str
    stamp: str = ""  # what the feed last said of its version: its dates and headline
    told: str = ""  # JSON: what the feed says about it
    etag: str = ""
    last_modified: str = ""
    article: str = ""  # the version of it that was read last
    due: str = NEVER
    every: int = 0  # seconds between the last two looks
    failures: int = 0
    problem: str = ""


class Watched(Protocol):
    """The feeds that are watched and the pages they led to."""

    def feeds(self, urls: Collection[str]) -> dict[str, FeedState]:
        """Return what is known of these feeds, by their address; one never asked is left out."""
        ...

    def pages(self, urls: Collection[str]) -> dict[str, PageState]:
        """Return what is known of these pages, by their address; one never met is left out."""
        ...

    def due(self, before: str, limit: int, *, without: Collection[str] = ()) -> list[PageState]:
        """Return pages that are due by a time, the longest due first, at most `limit` of them."""
        ...

    def next_due(self) -> str:
        """Return when the next page is due, NEVER where none is."""
        ...

    def keep(self, *, feeds: Sequence[FeedState] = (), pages: Sequence[PageState] = ()) -> None:
        """Keep all of these in one transaction, in place of what was known of them."""
        ...


@dataclass(frozen=True, slots=True)
class Letter:
    """An alert on its way to one target."""

    key: str  # the same however often it is sent
    rules: str  # name of the set of rules that it comes from
    target: str
    body: str  # JSON
    due: str = NEVER  # of the next try; NEVER once it is delivered or given up
    tries: int = 0
    problem: str = ""  # why the last try failed; with NEVER: why it was given up


class Outbox(Protocol):
    """Alerts that are on their way, and how far in the log the rules have been asked."""

    def upto(self, rules: str) -> int | None:
        """Return the seq up to which a set of rules was asked, None where it never was."""
        ...

    def put(self, rules: str, seq: int, letters: Sequence[Letter]) -> None:
        """Keep letters and how far the rules were asked, in one transaction. A letter that is there already stays."""
        ...

    def due(self, rules: str, before: str, limit: int) -> list[Letter]:
        """Return letters of a set of rules that are due by a time, the longest due first."""
        ...

    def next_due(self, rules: str) -> str:
        """Return when the next letter of a set of rules is due, NEVER where none is."""
        ...

    def tried(self, letter: Letter) -> None:
        """Keep what became of a try."""
        ...
