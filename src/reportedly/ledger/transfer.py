"""Moving a ledger to another database, entry for entry, with the proof that both are equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from reportedly.ledger.port import Entry, EntryKind, Head, Ledger, LedgerError

BATCH = 1_000  # entries moved in one transaction


def copy(source: Ledger, target: Ledger, progress: Callable[[int], None] | None = None) -> Head:
    """Copy what `target` lacks of `source` and return the head both end with.

    `target` must be empty or the beginning of `source`: a copy that was cut off goes on where it stopped. Raises
    LedgerError where it is neither, or where what was written does not read back the same.
    """
    start = target.head()
    if start.seq:
        _older(source, start)
    moving = source.entries(after=start.seq)
    while batch := tuple(islice(moving, BATCH)):
        target.adopt(batch, {name: source.capture(name) for name in _captures(batch)})
        if progress is not None:
            progress(batch[-1].seq)
    return _proof(source, target)


def _older(source: Ledger, end: Head) -> None:
    """Raise LedgerError where a ledger that ends so is no beginning of the source."""
    known = next(source.entries(after=end.seq - 1, until=end.seq), None)
    if known is None:
        have = f"it has {end.seq} entries, and the source {source.head().seq}"
        raise LedgerError(f"the target is no copy of the source: {have}; was it meant the other way round?")
    if known.hash != end.hash:
        raise LedgerError(f"the target is no copy of the source: entry {end.seq} differs; copy into an empty ledger")


def _captures(entries: tuple[Entry, ...]) -> Iterator[str]:
    return (entry.subject for entry in entries if entry.kind is EntryKind.CAPTURE)


def _proof(source: Ledger, target: Ledger) -> Head:
    """Compare both, entry by entry and capture by capture, as they read back."""
    end = target.head()
    for left, right in zip(source.entries(until=end.seq), target.entries(until=end.seq), strict=True):
        if left != right:
            raise LedgerError(f"entry {left.seq} reads back otherwise than it was written")
        if left.kind is EntryKind.CAPTURE and source.capture(left.subject) != target.capture(left.subject):
            raise LedgerError(f"capture {left.subject} reads back otherwise than it was written")
    return end
