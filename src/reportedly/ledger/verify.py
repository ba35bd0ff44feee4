"""Does a ledger still say what was written into it? The walk over chain, captures and pins.

The chain proves that no entry was changed, removed or put between; the captures' names prove their bytes; the words'
hashes prove that each statement still points at the words it was made about. A chain cannot prove that its end was not
cut off: for that, note the head's hash elsewhere and hand it in as `noted`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reportedly.ledger.chain import GENESIS, broken
from reportedly.ledger.port import DamagedError, Entry, EntryKind, Head, Ledger, LedgerError
from reportedly.ledger.records import article_of, events_of, statement_of, triggers, words, words_of
from reportedly.text import sha256
from reportedly.types import Article

STRIDE = 10_000  # entries between two calls of `progress`


@dataclass(frozen=True, slots=True)
class Report:
    """What a walk saw, up to the first thing that does not hold."""

    head: Head  # the last entry that holds
    captures: int
    pins: int
    fault: str  # "" where everything holds


class _Fault(Exception):  # noqa: N818  control flow within this file
    pass


def verify(ledger: Ledger, *, noted: str = "", progress: Callable[[int], None] | None = None) -> Report:
    """Walk a ledger and report the first fault. `progress` is told the number of entries seen so far."""
    walk = _Walk(ledger)
    fault = ""
    try:
        for entry in ledger.entries():
            walk.step(entry)
            walk.met |= entry.hash == noted
            if progress is not None and entry.seq % STRIDE == 0:
                progress(entry.seq)
        walk.finish(noted)
    except (_Fault, LedgerError) as error:
        fault = str(error)
    return Report(walk.head, len(walk.captures), walk.pins, fault)


@dataclass
class _Walk:
    ledger: Ledger
    head: Head = GENESIS
    captures: set[bytes] = field(default_factory=set)
    pins: int = 0
    met: bool = False  # the noted hash
    article: Article | None = None  # the one last looked at: its statements follow it

    def step(self, entry: Entry) -> None:
        if (fault := broken(self.head, entry)) is not None:
            raise _Fault(fault)
        try:
            self.content(entry)
        except (ValueError, KeyError) as error:
            raise _Fault(f"entry {entry.seq} ({entry.kind} {entry.subject}) cannot be understood: {error}") from error
        self.head = Head(entry.seq, entry.at, entry.hash)

    def content(self, entry: Entry) -> None:
        if entry.kind is EntryKind.CAPTURE:
            self.captures.add(self.bytes_of(entry.subject))
        elif entry.kind is EntryKind.ARTICLE:
            self.article = article_of(entry)
        elif entry.kind is EntryKind.STATEMENT:
            self.pins += 1
            if words(statement_of(entry), self.article_named(entry.object, entry.seq)) != words_of(entry):
                raise _Fault(f"entry {entry.seq}: the words of statement {entry.subject} are not where it says")

        elif entry.kind is EntryKind.EVENT:
            events = events_of(entry)
            self.pins += len(events)
            if triggers(events, self.article_named(entry.subject, entry.seq)) != words_of(entry):
                raise _Fault(f"entry {entry.seq}: the words of {entry.subject}'s events are not where it says")

    def bytes_of(self, name: str) -> bytes:
        try:
            raw = self.ledger.capture(name)
        except KeyError:
            raise _Fault(f"capture {name} is missing") from None
        except DamagedError as error:
            raise _Fault(str(error)) from error
        if sha256(raw) != name:
            raise _Fault(f"capture {name} is not what was kept")
        return bytes.fromhex(name)

    def article_named(self, name: str, before: int) -> Article:
        if self.article is None or self.article.id != name:
            found = list(self.ledger.entries(kinds={EntryKind.ARTICLE}, subjects={name}, until=before))
            if not found:
                raise _Fault(f"entry {before}: there is no article {name} before it")
            self.article = article_of(found[-1])
        return self.article

    def finish(self, noted: str) -> None:
        if noted and not self.met:
            raise _Fault(f"no entry has the noted hash {noted}: the end was cut off, or this is another ledger")
        for name in self.ledger.captures():
            if bytes.fromhex(name) not in self.captures:
                raise _Fault(f"capture {name} is in no entry")
        for fault in self.ledger.faults():
            raise _Fault(fault)
